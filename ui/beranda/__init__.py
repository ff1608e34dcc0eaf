"""The office on one page, for who opens the program in the morning and for who answers for it."""
