"""What the commands of `ui.cli` share: Indonesian help and usage, signing in, progress, printing. No Qt."""
