"""Continuous improvement: what is tried, what waits for a decision, what changed."""
