"""Calls go to those whose answers are missing, most named first."""

import pandas as pd

from stakeholder_graph.graph import PartnerGraph
from stakeholder_graph.studies.calls import Call, calls
from stakeholder_graph.survey.survey import LayerInfo, Wave

ORGANIZATIONS = ["A", "B", "C", "D", "E", "F"]


def graph(answered: list[bool], seed: int = 0) -> PartnerGraph:
    ties = [
        ("contact", "A", "D"),
        ("trust", "A", "D"),
        ("contact", "B", "D"),
        ("contact", "A", "E"),
        ("trust", "B", "F"),
    ]
    frame = pd.DataFrame(ties, columns=["layer", "from", "to"]).assign(value=1.0).sample(frac=1, random_state=seed)
    asked = [
        {"layer": layer, "organization": name, "answered": yes}
        for layer in ("contact", "trust")
        for name, yes in zip(ORGANIZATIONS, answered, strict=True)
    ]
    frames = {
        "organizations": pd.DataFrame({"organization": ORGANIZATIONS, "sector": list("xxxyyz")}),
        "ties": frame,
        "asked": pd.DataFrame(asked),
    }
    return PartnerGraph(Wave("1"), {"contact": LayerInfo("contact"), "trust": LayerInfo("trust")}, frames)


def test_partners_are_counted_once_over_all_kinds_of_tie() -> None:
    found = calls(graph([True, True, True, False, False, False]))
    assert found == (Call("D", "y", 2), Call("E", "y", 1), Call("F", "z", 1))


def test_order_of_rows_does_not_matter() -> None:
    answered = [True, True, True, False, False, False]
    assert calls(graph(answered, seed=1)) == calls(graph(answered, seed=2))


def test_nobody_to_call_where_everyone_answered() -> None:
    assert calls(graph([True] * 6)) == ()
