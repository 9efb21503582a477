"""Reciprocity: what is said of it counts pairs, as a reader does."""

import pytest

from stakeholder_graph.measures._registry import find_measure
from stakeholder_graph.model.finding import Finding, Scope


@pytest.mark.parametrize(("value", "id"), [(0.62, "returned"), (0.66, "returned"), (0.67, "mutual")])
def test_most_ties_are_seen_from_both_sides_only_where_both_name_half_of_the_pairs(value: float, id: str) -> None:
    # Of 100 mentions 62 returned are 31 pairs named by both and 38 named by one: 45 of 100 pairs.
    finding = Finding("reciprocity", Scope(("1",), ("work",)), value, "share", (0, 1))
    reading = find_measure("reciprocity").reading(finding)
    assert reading is not None
    assert reading.id == id
