"""Buku Register: letters in and out, dispositions, and the register of services."""
