"""A copy for other tools: its network, and what each format keeps of it."""
