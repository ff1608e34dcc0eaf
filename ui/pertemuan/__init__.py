"""Meetings with recipients and who came."""
