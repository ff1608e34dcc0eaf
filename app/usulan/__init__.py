"""A desa's spreadsheet on its way in: read, find, map, check, compare, commit (or undo).

`periksa` makes the preview, `simpan` stores it, `batal` undoes it, `buku` is the ledger, `daftar` reads a list for
other rooms. This module imports nothing: the import child passes through it and loads the reader alone.
"""
