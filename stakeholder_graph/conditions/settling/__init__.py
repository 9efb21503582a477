"""What would answer an open row: the fewest answers, documents or data points that could settle it."""

from stakeholder_graph.conditions.settling.what_settles import what_settles

__all__ = ["what_settles"]
