"""Outcomes and activities: who works on what."""
