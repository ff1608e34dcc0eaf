"""What the office's papers say: gathered here from the store, drawn in `reports`, and remembered once printed.

`isi*` the contents as frozen dataclasses, `kumpul_*` the gathering, `naskah` the wording, `daftar` what was printed.
"""
