"""Results: indicators over time, differences between groups, places to learn from."""
