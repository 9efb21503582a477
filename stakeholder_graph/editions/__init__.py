"""Editions decide what may be seen, and look at the bytes that were written before anybody else does."""

from stakeholder_graph.editions.seen import Edition, Seen
from stakeholder_graph.editions.take_out import seen_by, telling_blanks

__all__ = ["Edition", "Seen", "seen_by", "telling_blanks"]
