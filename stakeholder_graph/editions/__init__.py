"""Editions decide what may be seen, and look at the bytes that were written before anybody else does."""

from stakeholder_graph.editions.redact import release_for, telling_blanks
from stakeholder_graph.editions.release import Edition, Release

__all__ = ["Edition", "Release", "release_for", "telling_blanks"]
