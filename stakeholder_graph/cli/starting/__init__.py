"""The questions of `start`, and what is done with their answers."""
