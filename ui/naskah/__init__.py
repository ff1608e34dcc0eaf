"""Kata-kata dokumen: the texts of letters and decrees, edited with a preview beside."""
