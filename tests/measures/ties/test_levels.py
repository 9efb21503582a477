"""Levels of collaboration and pairs who see them differently: worked out by hand."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from stakeholder_graph.graph import PartnerGraph, to_partnership
from stakeholder_graph.measures._registry import find_measure
from stakeholder_graph.measures.ties.collaboration_levels import collaboration_levels
from stakeholder_graph.measures.ties.discrepant_pairs import discrepant_pairs
from stakeholder_graph.model.finding import Finding, Measured, Message, Scope
from stakeholder_graph.model.survey import LayerInfo, Step, Wave
from stakeholder_graph.model.table import Disclosure
from stakeholder_graph.survey.read import read_partnership
from stakeholder_graph.views.sentences import say
from tests.known import knoki, knoki_graph

WREN = Path(__file__).resolve().parents[3] / "surveys" / "wren-county"
#: Frey et al. (2006), with one step more that is no tie.
SCALE = tuple(
    Step(value, name, value > 1)
    for value, name in enumerate(["none", "heard of", "networking", "cooperation", "coordination", "coalition"])
)


def graph_of(
    ties: Mapping[str, float | None], people: str = "ABCDE", silent: str = "", *, directed: bool = True
) -> PartnerGraph:
    """Ties as ``{"AB": 2}`` among organizations with names of one letter."""
    frames = {
        "organizations": pd.DataFrame(
            {"organization": list(people), "sector": ["x", "y", "y", "y", "x"][: len(people)]}
        ),
        "asked": pd.DataFrame({"organization": list(people)}).assign(
            layer="work", answered=[name not in silent for name in people]
        ),
        "ties": pd.DataFrame(
            [("work", pair[0], pair[1], value) for pair, value in ties.items()],
            columns=["layer", "from", "to", "value"],
        ),
    }
    return PartnerGraph(Wave("1"), {"work": LayerInfo("work", SCALE)}, frames, directed)


def read(name: str, found: Measured) -> str:
    info = find_measure(name)
    finding = Finding(
        name, Scope(("1",), ("work",)), found.value, info.unit, info.bounds, table=found.table, tables=found.tables
    )
    message = info.reading(finding)
    assert message is not None
    assert message.discloses == Disclosure.NETWORK
    return say(message, name)


def test_shares_and_how_far_missing_answers_move_them() -> None:
    # Four of five answered: 16 pairs are known of 20. Five ties: levels 2, 2, 3, 5 and one not known.
    graph = graph_of({"AB": 2, "BA": 2, "AC": 3, "CD": 5, "DE": None}, silent="E")
    found = collaboration_levels(graph.layer("work"), graph)
    assert found.value == pytest.approx((2 + 2 + 3 + 5) / 4)
    assert found.table is not None
    rows = {row["level"]: row for row in found.table.rows}
    assert list(rows) == [
        "none / heard of",
        "networking",
        "cooperation",
        "coordination",
        "coalition",
        "level not known",
    ]
    assert [row["ties"] for row in rows.values()] == [11, 2, 1, 0, 1, 1]
    assert [row["of_all_pairs"] for row in rows.values()] == [ties / 16 for ties in (11, 2, 1, 0, 1, 1)]
    # Of nine ties there may be at most, two at least are at networking; the unknown one and E's four may be too.
    networking = rows["networking"]
    assert (networking["share_of_ties"], networking["at_least"], networking["at_most"]) == (2 / 4, 2 / 9, 7 / 9)
    assert rows["none / heard of"]["share_of_ties"] is None
    assert [caveat.id for caveat in found.caveats] == ["unknown_levels"]
    assert dict(found.tables["network"].rows[0]) == {
        "ties": 5, "mean": 3.0, "middle": "networking", "strongest": "coalition"
    }  # fmt: skip
    by_sector = {
        (row["from_sector"], row["to_sector"]): (row["ties"], row["mean"]) for row in found.tables["by_sector"].rows
    }
    assert by_sector == {("x", "y"): (2, 2.5), ("y", "x"): (1, 2.0), ("y", "y"): (1, 5.0)}
    assert found.tables["by_sector"].discloses == Disclosure.PAIR
    assert read("collaboration_levels", found).startswith(
        "Of 100 connections of work, 50 have the lightest level, “networking”"
    )


def test_whatever_the_missing_answers_are_shares_stay_within_their_bounds() -> None:
    rng = np.random.default_rng(4)
    whole = {f"{a}{b}": float(rng.integers(2, 6)) for a in "ABCDE" for b in "ABCDE" if a != b and rng.random() < 0.6}
    known = {pair: value for pair, value in whole.items() if pair[0] not in "DE"}
    graph, everything = graph_of(known, silent="DE"), graph_of(whole)
    bounds = collaboration_levels(graph.layer("work"), graph).table
    truth = collaboration_levels(everything.layer("work"), everything).table
    assert bounds is not None
    assert truth is not None
    for said, true in list(zip(bounds.rows, truth.rows, strict=True))[1:]:
        assert float(said["at_least"] or 0) <= float(true["share_of_ties"] or 0) <= float(said["at_most"] or 0)
        assert true["at_least"] == true["share_of_ties"] == true["at_most"]


def test_the_stronger_report_counts_for_either_and_the_weaker_for_both() -> None:
    graph = graph_of({"AB": 2, "BA": 4, "AC": 3})
    either = collaboration_levels(graph.layer("work", "either"), graph)
    both = collaboration_levels(graph.layer("work", "both"), graph)
    assert (either.value, both.value) == (3.5, 2.0)


def test_pairs_who_disagree_are_listed_with_both_levels() -> None:
    # A-B differ by two steps, A-C agree, A-D has an unknown level, B-C only one side names, E has not answered.
    ties = {"AB": 2, "BA": 4, "AC": 3, "CA": 3, "AD": None, "DA": 2, "BC": 5, "AE": 2}
    graph = graph_of(ties, silent="E")
    found = discrepant_pairs(graph.layer("work"), graph)
    assert found.value == 1 / 2
    assert found.table is not None
    assert found.table.discloses == Disclosure.PAIR
    assert [tuple(row.values()) for row in found.table.rows] == [("A", "x", "B", "y", "networking", "coordination", 2)]
    assert dict(found.tables["network"].rows[0]) == {
        "pairs": 4, "named_by_one": 1, "named_by_both": 3, "level_not_known": 1, "different": 1, "far_apart": 1
    }  # fmt: skip
    assert read("discrepant_pairs", found) == (
        "Of 100 pairs who both report a connection of work, 50 put it at different levels, "
        "50 of them more than one step "
        "apart."
    )


def test_all_pairs_alike() -> None:
    graph = graph_of({"AB": 2, "BA": 2})
    found = discrepant_pairs(graph.layer("work"), graph)
    assert found.value == 0
    assert read("discrepant_pairs", found) == "All pairs who both report a connection of work put it at the same level."


def test_knoki_has_no_levels_and_as_many_returned_pairs_as_published() -> None:
    assert [caveat.id for caveat in collaboration_levels(knoki(), knoki_graph()).caveats] == ["no_levels"]
    assert [caveat.id for caveat in discrepant_pairs(knoki(), knoki_graph()).caveats] == ["no_levels"]
    # With a level for all: dyad reciprocity .531 (CASOS ORA) is 17 of 32 pairs, and all see them alike.
    info = LayerInfo("collaboration", SCALE)
    graph = PartnerGraph(Wave("1"), {"collaboration": info}, {**knoki_graph().frames, "ties": _at_level_two()})
    found = discrepant_pairs(graph.layer("collaboration"), graph)
    row = found.tables["network"].rows[0]
    assert (row["pairs"], row["named_by_both"], found.value) == (32, 17, 0)


def _at_level_two() -> pd.DataFrame:
    return knoki_graph()["ties"].assign(value=2.0)


@pytest.mark.parametrize(
    ("graph", "ties", "why"),
    [
        (graph_of({"AB": 2}, directed=False), "reported", "no_direction"),
        (graph_of({"AB": 2, "BA": 3}), "either", "no_direction"),
        (graph_of({"AB": 2}), "reported", "no_pairs"),
        (graph_of({"AB": 2, "BA": None}), "reported", "no_pairs"),
        (graph_of({}, silent="ABCDE"), "reported", "no_pairs"),
        (graph_of({}, people="A"), "reported", "no_pairs"),
    ],
)
def test_pairs_that_cannot_be_compared(graph: PartnerGraph, ties: str, why: str) -> None:
    found = discrepant_pairs(graph.layer("work", ties), graph)  # type: ignore[arg-type]
    assert found.value is None
    assert [caveat.id for caveat in found.caveats] == [why]


@pytest.mark.parametrize(
    ("graph", "why"),
    [
        (graph_of({}), "no_ties"),
        (graph_of({}, silent="ABCDE"), "nothing_observed"),
        (graph_of({}, people="A"), "nothing_observed"),
        (graph_of({"AB": None}), "unknown_levels"),
    ],
)
def test_no_levels_to_count(graph: PartnerGraph, why: str) -> None:
    found = collaboration_levels(graph.layer("work"), graph)
    assert found.value is None
    assert [caveat.id for caveat in found.caveats] == [why]
    assert find_measure("collaboration_levels").reading(
        Finding("collaboration_levels", Scope(("1",), ("work",)), None, "level", (None, None), table=found.table)
    ) is None  # fmt: skip


def test_wren_county_has_the_planted_levels() -> None:
    # Planted shares of collaboration: .22 .27 .25 .16 .10, of what respondents answered one by one.
    graph = to_partnership(read_partnership(WREN)).graph()
    found = collaboration_levels(graph.layer("collaboration"), graph)
    assert found.table is not None
    shares = [float(row["share_of_ties"] or 0) for row in found.table.rows[1:]]
    assert shares == pytest.approx([0.22, 0.27, 0.25, 0.16, 0.10], abs=0.01)


@pytest.mark.parametrize(
    ("ties", "says"),
    [
        # Two, three, five: the middle one is at cooperation, which the sentence has not told yet.
        ({"AB": 2, "AC": 3, "CD": 5}, " At least half have the level “cooperation” or a lighter one."),
        ({"AB": 2, "BA": 2, "CD": 5}, ""),
        ({"AB": 2, "BA": 5, "CD": 5}, ""),
    ],
)
def test_the_middle_is_told_where_it_is_neither_end(ties: dict[str, int], says: str) -> None:
    graph = graph_of(ties)
    said = read("collaboration_levels", collaboration_levels(graph.layer("work"), graph))
    assert said.partition("“coalition”.")[2] == says


def test_messages_have_words() -> None:
    for name in ("collaboration_levels", "discrepant_pairs"):
        for key in find_measure(name).messages:
            named = ("layer", "light", "lightest", "closest", "close", "middle", "count", "far")
            fields = dict.fromkeys((*named, "panel", "before", "after"), 1)
            assert say(Message(key, {**fields, "of_hundred": 1, "pairs": 1}), name)
