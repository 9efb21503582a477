"""What is tried and what changed: strategies, and the log of policies, practices and money."""
