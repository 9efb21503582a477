"""What makes the example partnership, and what checks the source; not installed."""
