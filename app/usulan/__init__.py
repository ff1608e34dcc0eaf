"""A desa's spreadsheet on its way in: read, find, map, check, compare, commit (or undo)."""
