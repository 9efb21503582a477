"""The one order of rows: natural, and the same whatever the order of the rows given."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from stakeholder_graph.frames import in_order_of_content, natural
from stakeholder_graph.graph import PartnerGraph
from stakeholder_graph.model.survey import LayerInfo, Wave

WARDS = ["Ward 1", "ward 2", "Ward 10", "Ward 10a", "Zoo"]


def test_a_graph_keeps_organizations_sectors_and_ties_in_natural_order() -> None:
    people = pd.DataFrame({"organization": WARDS[::-1], "sector": ["S 10", "S 9", "s 1", "S 10", "S 9"]})
    ties = pd.DataFrame({"layer": ["b", "a", "b"], "from": ["Zoo", "Ward 10", "ward 2"], "to": ["Ward 1"] * 3})
    layers = {"b": LayerInfo("b"), "a": LayerInfo("a")}
    graph = PartnerGraph(Wave("1"), layers, {"organizations": people, "ties": ties})
    assert list(graph.names) == WARDS
    assert graph.layer("b").sectors == ("s 1", "S 9", "S 10")
    assert [tuple(row) for row in graph["ties"][["layer", "from"]].to_numpy()] == [
        ("b", "ward 2"),
        ("b", "Zoo"),
        ("a", "Ward 10"),
    ]


def test_texts_come_before_numbers_and_unknown_numbers_last() -> None:
    frame = pd.DataFrame({"value": [2.0, None, 1.0, 0.0], "name": pd.Series(["a", "a", "a", "B"], dtype="str")})
    assert in_order_of_content(frame, ["value", "name"])["value"].fillna(-1).tolist() == [1, 2, -1, 0]


@given(st.lists(st.text(max_size=6), max_size=12), st.randoms(use_true_random=False))
@settings(max_examples=50, deadline=None)
def test_the_order_given_has_no_effect(texts: list[str], random: object) -> None:
    shuffled = list(texts)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert sorted(texts, key=natural) == sorted(shuffled, key=natural)
