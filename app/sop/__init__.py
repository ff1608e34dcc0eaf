"""The SOPs as data, and the run of a kegiatan through one of them."""
