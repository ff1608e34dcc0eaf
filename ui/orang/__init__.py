"""Data PM/KPM: everyone the office knows, found as one types, and one person's page."""
