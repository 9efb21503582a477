"""Offers that meet a need as reasons to connect two organizations, worked out by hand."""

from collections.abc import Sequence

import pandas as pd
import pytest

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.studies.call_list import call_list
from stakeholder_graph.studies.call_list.desk import INTRODUCTIONS
from stakeholder_graph.studies.call_list.pairs import PairsToConnect
from stakeholder_graph.views.call_list.call_lines import call_line
from tests.studies.call_list.test_pairs import TIES, partnership

Pairs = list[tuple[str, str]]


def offering(
    rows: Sequence[tuple[str, str, str]],
    needs: Sequence[tuple[str, str, str]] = (),
    of: Partnership | None = None,
) -> Partnership:
    """A partnership of `test_pairs` with who offers and needs what, and needs of outcomes and teams."""
    whole = of or partnership()
    graph = whole.graph()
    frame = pd.DataFrame(list(rows), columns=["organization", "kind", "item"])
    frames = {**graph.frames, "affiliations": pd.concat([graph["affiliations"], frame], ignore_index=True)}
    items = pd.DataFrame([("need", *need) for need in needs], columns=["kind", "item", "outcome", "team"])
    lists = {**whole.lists, "items": pd.concat([whole["items"], items], ignore_index=True).fillna("")}
    return Partnership(whole.info, {"1": PartnerGraph(graph.wave, graph.layers, frames)}, lists)


def on_need(of: Partnership) -> Pairs:
    """Pairs of the call list that are there for an offer and a need."""
    calls = [call for call in call_list(of, "1", ()) if call.purpose == "connect"]
    return [(call.whom, call.with_whom) for call in calls if call.why[0].id.startswith("pair_need")]


def whys(of: Partnership) -> list[str]:
    return [call_line(call).why for call in call_list(of, "1", ()) if call.purpose == "connect"]


def test_a_need_comes_after_a_strategy_and_before_an_outcome() -> None:
    rows = [("D", "asset", "Tutors"), ("E", "need", "tutors")]
    tried = partnership(outcomes={"A": "Reading", "F": "Reading"}, strategy=(("Read-in", "A; B", "going on"),))
    of = offering(rows, of=tried)
    assert [pair[:2] for pair in PairsToConnect(of.graph(), of).on_one_strategy()] == [("A", "B")]
    calls = [call for call in call_list(of, "1", ()) if call.purpose == "connect"]
    assert [(call.whom, call.with_whom) for call in calls] == [("A", "B"), ("D", "E"), ("A", "F")]
    assert whys(of)[:2] == ["Both are on the strategy “Read-in” (going on).", "D offers what E needs: tutors."]


def test_who_is_tied_or_unobserved_or_the_same_is_in_no_pair() -> None:
    # A is tied to C; E and F have not answered; B offers what it needs itself; the hub is the backbone.
    rows = [("A", "asset", "X"), ("C", "need", "X"), ("E", "asset", "Y"), ("F", "need", "Y"), ("Hub", "need", "X")]
    rows += [("B", "asset", "Z"), ("B", "need", "Z")]
    assert on_need(offering(rows, of=partnership(silent=("E", "F")))) == []
    assert on_need(offering(rows)) == [("E", "F")]


def test_the_need_of_a_team_is_for_those_who_sit_on_it_and_that_of_an_outcome_for_those_who_work_on_it() -> None:
    seated = partnership(teams={"E": "Readers", "D": "Readers"}, outcomes={"F": "Math"})
    rows = [("D", "asset", "Tutors"), ("A", "asset", "Tutors"), ("B", "asset", "Books")]
    of = offering(rows, [("Tutors", "", "Readers"), ("Books", "Math", "")], seated)
    # D sits there already, and needs nobody to take it there.
    assert on_need(of) == [("A", "D"), ("B", "F")]
    assert "A offers what the team Readers needs, where D sits: Tutors." in whys(of)[0]
    assert "B offers what is needed for Math, which F works on: Books." in whys(of)[1]


def test_whoever_needs_it_is_named_as_such_whichever_comes_first_by_name() -> None:
    assert "E offers what D needs: Rooms." in whys(offering([("D", "need", "Rooms"), ("E", "asset", "Rooms")]))[0]


def test_what_an_organization_needs_itself_comes_before_what_its_outcome_needs() -> None:
    worked = partnership(outcomes={"E": "Reading", "F": "Reading"})
    rows = [("D", "asset", "Tutors"), ("D", "asset", "Books"), ("F", "need", "Books")]
    assert on_need(offering(rows, [("Tutors", "Reading", "")], worked)) == [("D", "F")]
    # Of what organizations say they need themselves, the outcome only says what it is for.
    assert on_need(offering([*rows, ("F", "need", "Tutors")], [("Tutors", "Reading", "")], worked)) == [("D", "F")]
    # E and F share an outcome, which speaks more for the two than a need of that outcome; tied, they are no pair.
    assert on_need(offering(rows[:1], [("Tutors", "Reading", "")], worked)) == []
    together = partnership(ties=[*TIES, ("E", "F")], outcomes={"E": "Reading", "F": "Reading"})
    assert on_need(offering(rows[:1], [("Tutors", "Reading", "")], together)) == [("D", "E")]


@pytest.mark.parametrize("count", [1, 300])
def test_hundreds_of_offers_are_few_pairs_and_nobody_stands_in_two(count: int) -> None:
    names = [f"N{number:03d}" for number in range(60)]
    rows = [(names[k % 30], "asset", f"Item {k}") for k in range(count)]
    rows += [(names[30 + k % 30], "need", f"Item {k}") for k in range(count)]
    listed = on_need(offering(rows, of=partnership(ties=[], names=names)))
    assert len(listed) == min(INTRODUCTIONS, count)
    assert len({name for pair in listed for name in pair}) == 2 * len(listed)
