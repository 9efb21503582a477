"""Paths along ties: through whom they lead, how long they are, and both from a sample where there are too many."""
