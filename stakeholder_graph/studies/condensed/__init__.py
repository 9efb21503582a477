"""Large networks condensed for a page: groups, the members that have the most connections, and counts of all others."""

from stakeholder_graph.studies.condensed.condense import Condensed, condense, too_large

__all__ = ["Condensed", "condense", "too_large"]
