"""Residents' ties: counted by hand, and by the same rule as the measure that stands on the page."""

import networkx as nx
import pytest

from stakeholder_graph.conditions import Judgement, read_rubric
from stakeholder_graph.conditions.facts import FACTS, FactContext
from stakeholder_graph.conditions.judge import judge
from stakeholder_graph.conditions.quantity import Quantity
from stakeholder_graph.conditions.reading import read_quantity
from stakeholder_graph.graph import PartnerGraph, Partnership, from_networkx
from stakeholder_graph.model.survey import SurveyInfo
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings

ROW = read_rubric("five-conditions")["residents-tied"]
EDGES = [(0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (0, 5), (5, 6), (0, 6), (1, 6)]
SECTORS = dict.fromkeys(range(5), "Schools") | {5: "Residents", 6: "Parents"}


def context(*, silent: tuple[int, ...] = (), sectors: dict[int, str] | None = None) -> FactContext:
    """A network of seven; who is silent has named nobody."""
    graph = nx.DiGraph((a, b) for pair in EDGES for a, b in (pair, pair[::-1]) if a not in silent)
    nx.set_node_attributes(graph, SECTORS if sectors is None else sectors, "sector")
    plain = from_networkx(graph)
    asked = plain.frames["asked"]
    asked = asked.assign(answered=~asked["organization"].isin(list(map(str, silent))))
    wave = PartnerGraph(plain.wave, plain.layers, {**plain.frames, "asked": asked}, plain.directed)
    partnership = Partnership(SurveyInfo("P", surveyed=True), {"1": wave}, {})
    findings = assess(partnership, ["community_voice"], settings=MeasureSettings(permutations=0, draws=0))
    return FactContext(partnership, partnership.graph(), tuple(findings))


def counted(made: FactContext) -> tuple[Quantity, Judgement, str]:
    quantity = read_quantity(ROW, made)
    rows = made.findings[0].tables["network"].rows
    return quantity, judge(ROW, quantity), str(rows[0].get("verdict"))


def test_with_everybodys_answers_it_is_a_count() -> None:
    # Partners of the others: 4, 3, 3, 2 and 1 of six, of which the lowest quarter is 2; of residents 2 and 3.
    quantity, made, verdict = counted(context())
    assert quantity.value == pytest.approx((2.5 - 2) / 6)
    assert (quantity.range, quantity.fact) == (None, True)
    assert (made.verdict, verdict) == ("shown", "connected as others are")


def test_a_silent_one_may_have_few_or_many() -> None:
    quantity, made, verdict = counted(context(silent=(6,)))
    # Of the one that answered, pairs with five others: partners 0 alone, since 6 is silent. 6 is named by 0, 1 and 5.
    # Others, without 6: 3, 2, 3, 2 and 1 of five, of which the lowest quarter is 2.
    assert quantity.range == pytest.approx(((1 / 5 + 3 / 6) / 2 - 2 / 5, (1 / 5 + 1) / 2 - 2 / 5))
    assert quantity.hangs_on == ("6",)
    assert (made.verdict, verdict) == ("too close", "too close to call")


def test_where_most_of_them_are_silent_nobody_can_tell() -> None:
    quantity, made, verdict = counted(context(silent=(5, 6)))
    assert quantity.missing == "few_residents"
    assert (made.verdict, verdict) == ("too few answers", "not known")


def test_where_none_is_there_or_nothing_was_computed_it_does_not_apply() -> None:
    assert read_quantity(ROW, context(sectors=dict.fromkeys(range(7), "Schools"))).absent == "no_residents"
    made = context()
    assert ROW.finding is not None
    bare = FactContext(made.partnership, made.graph)
    assert FACTS["residents_ties"](bare, ROW.finding).absent == "not_measured"
