"""The money's way: vendor or bank, what was agreed, what left the treasury, what was given back."""
