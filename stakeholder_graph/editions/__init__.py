"""Editions decide what may be seen, and look at the bytes that were written before anybody else does."""

from stakeholder_graph.editions.redact import seen_by, telling_blanks
from stakeholder_graph.editions.view import Edition, Seen

__all__ = ["Edition", "Seen", "seen_by", "telling_blanks"]
