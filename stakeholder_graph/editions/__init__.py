"""Editions decide what may be seen, and look at the bytes that were written before anybody else does."""

from stakeholder_graph.editions.redact import release_for
from stakeholder_graph.editions.release import Edition, Release
from stakeholder_graph.editions.room_graph import revealing_blanks

__all__ = ["Edition", "Release", "release_for", "revealing_blanks"]
