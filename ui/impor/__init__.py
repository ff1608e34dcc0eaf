"""The import wizard: files, columns, what was found, doubles, storing; nothing is written before the end."""
