"""Monitoring after the hand-over: the sample, the visits, what they showed."""
