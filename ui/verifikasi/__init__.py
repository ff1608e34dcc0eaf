"""Verification: the grid of usulan for fast decisions by keyboard, and one usulan's page."""
