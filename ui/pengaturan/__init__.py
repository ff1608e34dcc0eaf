"""Pengaturan: the office, its officials, accounts, who holds which SOP role, working days, backup, trail, look."""
