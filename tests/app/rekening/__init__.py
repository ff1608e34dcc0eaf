"""Accounts of recipients: out to the bank, back from it."""
