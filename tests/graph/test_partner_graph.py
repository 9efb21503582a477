"""The PartnerGraph: frozen for real, the same whatever the order of rows, and right about what was not answered."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stakeholder_graph.graph import PartnerGraph
from stakeholder_graph.model.errors import UnknownNameError
from stakeholder_graph.model.survey import LayerInfo, Step, Wave

LAYERS = {
    "work": LayerInfo("work", (Step(0, "none", False), Step(1, "some"), Step(2, "much"))),
    "trust": LayerInfo("trust", promise="backbone", combine="mean"),
}


def small(**changes: pd.DataFrame) -> PartnerGraph:
    frames = {
        "organizations": pd.DataFrame(
            {"organization": ["D", "A", "B", "C"], "sector": ["y", "x", "x", "y"], "county": ["k", "k", "m", "m"]}
        ),
        "ties": pd.DataFrame(
            {
                "layer": ["work", "work", "work", "trust", "trust"],
                "from": ["A", "A", "B", "A", "A"],
                "to": ["B", "C", "A", "B", "B"],
                "value": [2.0, np.nan, 1.0, 4.0, 5.0],
                "respondent": ["", "", "", "one", "two"],
            }
        ),
        "asked": pd.DataFrame(
            [
                ("work", "A", "", "", True, np.nan),
                ("work", "B", "", "", True, np.nan),
                ("work", "C", "", "", True, np.nan),
                ("work", "D", "", "", False, np.nan),
                ("trust", "A", "one", "", True, np.nan),
                ("trust", "A", "two", "", True, np.nan),
                ("trust", "B", "", "", False, np.nan),
                ("trust", "C", "", "", False, np.nan),
                ("trust", "D", "", "", False, np.nan),
            ],
            columns=["layer", "organization", "respondent", "roster", "answered", "limit"],
        ),
    }
    return PartnerGraph(Wave("2025", "2025-05-01"), LAYERS, {**frames, **changes})


def dense(graph: PartnerGraph, layer: str) -> list[list[float]]:
    matrix = graph.layer(layer).strength
    return [[float(cell) for cell in row] for row in matrix.toarray()]


def test_a_frame_handed_out_can_be_changed_and_the_graph_cannot() -> None:
    graph = small()
    ties = graph["ties"]
    ties["value"] = 99.0
    ties.loc[0, "from"] = "nobody"
    assert graph["ties"]["value"].max() == 5.0
    assert "nobody" not in set(graph["ties"]["from"])
    with pytest.raises(AttributeError):
        graph.directed = False  # type: ignore[misc]
    with pytest.raises(TypeError):
        graph.frames["ties"] = ties  # type: ignore[index]
    with pytest.raises(TypeError):
        graph.layers["work"] = LAYERS["trust"]  # type: ignore[index]
    with pytest.raises(ValueError, match="read-only"):
        graph.layer("work").strength.data[0] = 7
    with pytest.raises(ValueError, match="read-only"):
        graph["ties"]["value"].to_numpy()[0] = 7


def test_the_frames_given_are_copied() -> None:
    mine = pd.DataFrame({"organization": ["A", "B"]})
    graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, {"organizations": mine})
    mine.loc[0, "organization"] = "Z"
    assert graph.names == ("A", "B")


def test_unobserved_is_not_zero() -> None:
    layer = small().layer("work")
    assert layer.n_ties == 3
    assert layer.n_dyads == 3 * 3
    assert layer.n_possible_dyads == 12
    assert layer.answered.tolist() == [True, True, True, False]


def test_several_respondents_are_combined_by_the_rule_of_the_layer() -> None:
    graph = small()
    assert graph.layer("trust").strength.data.tolist() == [4.5]
    layers = {"trust": LayerInfo("trust", combine="most")}
    most = PartnerGraph(graph.wave, layers, graph.frames)
    assert most.layer("trust").strength.data.tolist() == [5.0]
    latest = PartnerGraph(graph.wave, {"trust": LayerInfo("trust", combine="latest")}, graph.frames)
    assert latest.layer("trust").strength.data.tolist() == [5.0]


def test_either_and_both_count_pairs_where_both_answered_only() -> None:
    graph = small()
    either, both = graph.layer("work", "either"), graph.layer("work", "both")
    assert (either.n_ties, both.n_ties) == (2, 1)
    assert either.n_dyads == both.n_dyads == 3  # A, B and C answered
    assert either.strength.toarray()[0, 1] == 2.0
    assert both.strength.toarray()[0, 1] == 1.0
    assert np.isnan(either.strength.toarray()[0, 2])  # named once, of unknown strength


def test_a_tie_to_somebody_silent_is_known_but_its_pair_is_not() -> None:
    ties = pd.DataFrame({"layer": ["work"], "from": ["A"], "to": ["D"], "value": [1.0]})
    graph = small(ties=ties)
    assert graph.layer("work").n_ties == 1
    assert graph.layer("work", "either").n_ties == 0


def test_whoever_reached_the_limit_may_have_had_more() -> None:
    asked = small()["asked"]
    asked.loc[(asked["layer"] == "work") & asked["organization"].isin(["A", "B"]), "limit"] = 2
    layer = small(asked=asked).layer("work")
    # A named two of two: only these are observed. B named one: the other two are no ties.
    assert layer.observed.row_counts().tolist() == [2, 3, 3, 0]


def test_asked_about_partners_only() -> None:
    graph = small()
    layers = {**LAYERS, "trust": LayerInfo("trust", asked_of="work")}
    layer = PartnerGraph(graph.wave, layers, graph.frames).layer("trust")
    # Only A answered about trust; its partners at work are B and C.
    assert layer.observed.mask().nonzero()[0].tolist() == [0, 0]
    assert layer.observed.mask().nonzero()[1].tolist() == [1, 2]
    blank = pd.DataFrame({"layer": ["trust"], "from": ["A"], "to": ["C"], "observed": [False]})
    left_blank = PartnerGraph(graph.wave, layers, {**graph.frames, "exceptions": blank}).layer("trust")
    assert left_blank.observed.mask().nonzero()[1].tolist() == [1]


def test_a_roster_and_its_exceptions() -> None:
    asked = small()["asked"]
    asked.loc[(asked["layer"] == "work") & (asked["organization"] == "C"), "roster"] = "short"
    rosters = pd.DataFrame({"roster": ["short", "short"], "organization": ["A", "C"]})
    exceptions = pd.DataFrame(
        {"layer": ["work", "work"], "from": ["B", "C"], "to": ["D", "B"], "observed": [False, True]}
    )
    layer = small(asked=asked, rosters=rosters, exceptions=exceptions).layer("work")
    # A: all three. B: D was left blank. C: shown A only, and answered about B besides.
    assert layer.observed.row_counts().tolist() == [3, 2, 2, 0]


def test_undirected_a_pair_is_observed_if_either_end_answered() -> None:
    graph = small()
    ties = pd.DataFrame({"layer": ["work"], "from": ["C"], "to": ["A"], "value": [1.0]})
    undirected = PartnerGraph(graph.wave, LAYERS, {**graph.frames, "ties": ties}, directed=False)
    layer = undirected.layer("work")
    assert (layer.n_ties, layer.n_dyads, layer.n_possible_dyads) == (1, 6, 6)


def test_undirected_a_tie_reported_by_its_later_end_does_not_make_the_other_one_answer() -> None:
    asked = pd.DataFrame({"layer": "work", "organization": list("ABCD"), "answered": [False, True, True, True]})
    ties = pd.DataFrame({"layer": ["work"], "from": ["B"], "to": ["A"], "value": [1.0]})
    graph = small()
    frames = {**graph.frames, "asked": asked, "ties": ties, "ratings": pd.DataFrame()}
    layer = PartnerGraph(graph.wave, LAYERS, frames, directed=False).layer("work")
    assert layer.n_ties == 1
    assert layer.answered.tolist() == [False, True, True, True]


def test_an_unknown_layer_is_named_with_those_there_are() -> None:
    with pytest.raises(UnknownNameError, match="work, trust"):
        small().layer("friendship")


@given(st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_the_order_of_rows_changes_nothing(random: object) -> None:
    graph = small()
    seed = random.randrange(2**32)  # type: ignore[attr-defined]
    shuffled = {name: frame.sample(frac=1, random_state=seed) for name, frame in graph.frames.items()}
    again = PartnerGraph(graph.wave, LAYERS, shuffled)
    for name, frame in graph.frames.items():
        pd.testing.assert_frame_equal(again.frames[name], frame)
    assert dense(again, "trust") == dense(graph, "trust")


def test_an_empty_graph() -> None:
    graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, {"organizations": pd.DataFrame()})
    layer = graph.layer("work")
    assert (layer.n, layer.n_ties, layer.n_dyads, layer.n_possible_dyads) == (0, 0, 0, 0)


def test_of_each_tie_the_layer_says_whether_it_is_returned_and_whether_that_is_known() -> None:
    layer = small().layer("work")
    ends = [(layer.organizations[i], layer.organizations[j]) for i, j in zip(*layer.edge_index, strict=True)]
    assert dict(zip(ends, layer.returned.tolist(), strict=True)) == {
        ("A", "B"): True,
        ("A", "C"): False,
        ("B", "A"): True,
    }
    to_silent = small(ties=pd.DataFrame({"layer": ["work"], "from": ["A"], "to": ["D"], "value": [1.0]})).layer("work")
    assert (to_silent.returned.tolist(), to_silent.return_observed.tolist()) == ([False], [False])
