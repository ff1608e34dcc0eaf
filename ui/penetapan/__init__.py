"""The decree: freezing the list of recipients, recording the SK, changing it by another SK."""
