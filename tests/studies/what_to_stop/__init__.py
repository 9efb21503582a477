"""What to stop: what takes time and may do little that is not done otherwise. Questions, never verdicts."""
