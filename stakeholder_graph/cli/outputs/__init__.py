"""Where commands write, and what they never write over."""
