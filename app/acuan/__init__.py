"""Reference lists (DTSEN/DTKS, people who died or moved): taken in as they came, and held against every usulan.

`baca` reads a file as a desa's list is read, `simpan` keeps it and takes it back, `lihat` is the ledger, `tanda` says
what the lists in force know of a person, `periksa` turns that into hasil pemeriksaan.
"""
