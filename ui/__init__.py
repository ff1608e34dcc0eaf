"""What the office sees: the window, its desks and dialogs, and the command line."""
