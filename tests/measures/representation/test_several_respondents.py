"""Several people for one organization: counted by hand."""

import pandas as pd
import pytest

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures.representation.several_respondents import several_respondents
from stakeholder_graph.model.survey import LayerInfo, Wave


def graph(ties: list[tuple[str, str, str]]) -> PartnerGraph:
    asked = [("A", "one"), ("A", "two"), ("A", "three"), ("B", ""), ("C", "one"), ("C", "two")]
    frames = {
        "organizations": pd.DataFrame({"organization": ["A", "B", "C", "D"], "sector": "x"}),
        "asked": pd.DataFrame(asked, columns=["organization", "respondent"]).assign(layer="work", answered=True),
        "ties": pd.DataFrame(ties, columns=["from", "to", "respondent"]).assign(layer="work", value=1.0),
    }
    return PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)


def test_share_named_by_all_of_those_named_by_any() -> None:
    ties = [(a, "B", r) for a, r in (("A", "one"), ("A", "two"), ("A", "three"))]
    ties += [("A", "C", "one"), ("A", "D", "one"), ("A", "D", "two"), ("C", "D", "one"), ("B", "A", "")]
    found = several_respondents(graph(ties), Partnership("P", {}, {}))
    assert found.value == pytest.approx(1 / 4)  # B by all three; C, D and C's D not by all
    assert found.table is not None
    assert [tuple(row.values())[2:] for row in found.table.rows] == [("work", 3, 3, 1), ("work", 2, 1, 0)]


def test_undefined_where_one_person_speaks_for_each() -> None:
    found = several_respondents(graph([("B", "A", "")]), Partnership("P", {}, {}))
    assert found.value is None
    assert [caveat.id for caveat in found.caveats] == ["one_each"]
