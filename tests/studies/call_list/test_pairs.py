"""Pairs to connect: not tied, known not to be, ranked by what they share; worked out by hand."""

import pandas as pd

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.finding import Message
from stakeholder_graph.model.survey import LayerInfo, SurveyInfo, Wave
from stakeholder_graph.studies.call_list import call_list
from stakeholder_graph.studies.call_list.call import Call
from stakeholder_graph.studies.call_list.desk import INTRODUCTIONS
from stakeholder_graph.studies.call_list.pairs import PairsToConnect

NAMES = ["Hub", "A", "B", "C", "D", "E", "F"]
# The hub, which is the backbone, is tied to all; A to C, B to C.
TIES = [*(("Hub", name) for name in NAMES[1:]), ("A", "C"), ("B", "C")]


def partnership(
    ties: list[tuple[str, str]] | None = None,
    outcomes: dict[str, str] | None = None,
    teams: dict[str, str] | None = None,
    places: dict[str, str] | None = None,
    strategy: tuple[tuple[str, str, str], ...] = (),
    silent: tuple[str, ...] = (),
    *,
    known: bool = True,
    names: list[str] | None = None,
) -> Partnership:
    """Outcomes, teams and places by organization; of strategies the name, partners and status."""
    names = names or NAMES
    people = pd.DataFrame({"organization": names, "sector": "x", "place": [(places or {}).get(n, "") for n in names]})
    people["role"] = ["backbone" if name == "Hub" else "" for name in names]
    carried = [
        (name, kind, item)
        for kind, by_name in (("outcome", outcomes or {}), ("team", teams or {}))
        for name, items in by_name.items()
        for item in items.split("; ")
    ]
    frames = {
        "organizations": people,
        "ties": pd.DataFrame(TIES if ties is None else ties, columns=["from", "to"]).assign(layer="work", value=1.0),
        "asked": pd.DataFrame({"organization": names, "layer": "work"}).assign(
            answered=[name not in silent for name in names]
        ),
        "affiliations": pd.DataFrame(carried, columns=["organization", "kind", "item"]),
    }
    graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)
    items = pd.DataFrame([("team", "Readers", "Reading")], columns=["kind", "item", "outcome"])
    tried = pd.DataFrame(strategy, columns=["strategy", "partners", "status"]).assign(outcome="Reading")
    return Partnership(SurveyInfo("P", answered_known=known), {"1": graph}, {"items": items, "strategies": tried})


def pairs(of: Partnership) -> PairsToConnect:
    return PairsToConnect(of.graph(), of)


def test_a_strategy_comes_before_an_outcome_and_an_outcome_before_a_place() -> None:
    shared = partnership(
        outcomes={"A": "Reading", "D": "Reading"},
        places={"A": "North", "E": "North"},
        strategy=(("Read-in", "A; B", "going on"),),
    )
    first = pairs(shared).best_partner("A")
    assert first is not None
    assert (first[1], first[2].id, first[2].fields) == (
        "B", "pair_strategy_status", {"strategy": "Read-in", "status": "going on"},
    )  # fmt: skip
    without_strategy = Partnership(shared.info, shared.graphs, {"items": shared["items"]})
    assert pairs(without_strategy).best_partner("A") == ("A", "D", _outcome("Reading"))
    by_place = partnership(places={"A": "North", "E": "North"})
    assert pairs(by_place).best_partner("A")[2].fields == {"place": "North"}  # type: ignore[index]


def test_where_one_alone_sits_on_the_team_the_reason_says_so() -> None:
    of = partnership(outcomes=dict.fromkeys("ADE", "Reading"), teams={"E": "Readers"})
    _whom, partner, why = pairs(of).best_partner("A") or ("", "", None)
    # D works on it too and comes first by name, but sits on the team as little as A.
    assert partner == "E"
    assert why is not None
    assert (why.id, why.fields) == (
        "pair_team", {"outcome": "Reading", "team": "Readers", "sits": "E", "other": "A"},
    )  # fmt: skip


def test_of_several_outcomes_the_one_whose_partners_work_together_least_speaks_for_a_pair() -> None:
    # Math: A, D, B, C of whom A-C and B-C are tied, 2 of 6 pairs. Reading: A, D, of whom no pair is tied.
    of = partnership(outcomes={"A": "Math; Reading", "D": "Math; Reading", "B": "Math", "C": "Math"})
    assert pairs(of).best_partner("A")[1:] == ("D", _outcome("Reading"))  # type: ignore[index]


def test_who_is_tied_or_of_whom_nothing_is_known_is_in_no_pair() -> None:
    outcomes = dict.fromkeys("ACE", "Reading")
    # A and C are tied; C and E are not; A and E have both not answered.
    of = partnership(ties=[("C", "A"), *TIES[:6]], outcomes=outcomes, silent=("A", "E"))
    assert pairs(of).on_one_strategy() == []
    assert named(of) == [("C", "E")]
    assert pairs(of).best_partner("A") is None or pairs(of).best_partner("A")[1] not in ("C", "E")  # type: ignore[index]


def test_the_backbone_is_in_no_pair() -> None:
    of = partnership(ties=[], outcomes={"Hub": "Reading", "A": "Reading"})
    assert pairs(of).best_partner("A") is None
    assert named(of) == []


def test_pairs_on_one_outcome_name_nobody_twice_and_stop() -> None:
    names = [f"N{number:02d}" for number in range(2 * INTRODUCTIONS + 6)]
    of = partnership(ties=[], names=names, outcomes=dict.fromkeys(names, "Reading"))
    listed = named(of)
    assert len(listed) == INTRODUCTIONS
    assert len({name for pair in listed for name in pair}) == 2 * INTRODUCTIONS


def test_a_strategy_that_stands_still_comes_first() -> None:
    of = partnership(strategy=(("Going", "A; B", "going on"), ("Still", "D; E; F", "paused")))
    assert [pair[:2] for pair in pairs(of).on_one_strategy()] == [("D", "E"), ("D", "F"), ("E", "F"), ("A", "B")]


def test_whoever_named_nobody_may_not_have_answered_where_nothing_says_who_did() -> None:
    outcomes = dict.fromkeys("AEF", "Reading")
    # A names C, so that it answered: it names neither E nor F. Of E and F nobody knows.
    of = partnership(outcomes=outcomes, known=False)
    assert named(of) == [("A", "E")]


def named(of: Partnership) -> list[tuple[str, str]]:
    return [(call.whom, call.with_whom) for call in connect(of)]


def connect(of: Partnership) -> list[Call]:
    return [call for call in call_list(of, "1", ()) if call.purpose == "connect"]


def test_a_partner_of_both_introduces_them_and_the_backbone_only_where_there_is_nobody_else() -> None:
    by_others = connect(partnership(strategy=(("Read-in", "A; B", ""),)))
    call = next(call for call in by_others if call.with_whom == "B")
    # C and the hub are tied to both.
    assert (call.whom, call.introduce, call.by_backbone) == ("A", ("C",), False)
    alone = connect(partnership(strategy=(("Read-in", "D; E", ""),)))
    call = next(call for call in alone if call.with_whom == "E")
    assert (call.introduce, call.by_backbone) == (("Hub",), True)


def test_everybody_tied_to_everybody_leaves_nobody_to_connect() -> None:
    every = [(a, b) for a in NAMES for b in NAMES if a < b]
    assert connect(partnership(ties=every, outcomes=dict.fromkeys(NAMES, "Reading"))) == []


def test_nobody_answered_leaves_no_pair() -> None:
    of = partnership(ties=[], outcomes=dict.fromkeys(NAMES, "Reading"), silent=tuple(NAMES))
    assert connect(of) == []
    assert len([call for call in call_list(of, "1", ()) if call.purpose == "hear from"]) == len(NAMES)


def _outcome(name: str) -> Message:
    return Message("pair_outcome", {"outcome": name})
