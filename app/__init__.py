"""What the office does: rules and use cases, one room per activity, without Qt."""
