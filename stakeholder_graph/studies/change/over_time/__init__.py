"""Three waves and more: measures with their ranges over time, and who moved between sectors and clusters."""
