"""Short questionnaires, of which each asks about a part of the others: what they would settle."""

from stakeholder_graph.studies.short_rosters.expected_ranges import ExpectedRange, ExpectedRanges, expected_ranges

__all__ = ["ExpectedRange", "ExpectedRanges", "expected_ranges"]
