"""What the office prints and exports: one pure module per document, and cetak.py which makes them."""
