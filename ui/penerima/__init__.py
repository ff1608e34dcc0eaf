"""The list of recipients as it came from the dinas (balakas step 3)."""
