"""The call list: three purposes, by stated rules, and page one's calls are its first."""

from pathlib import Path

import pandas as pd
import pytest

from stakeholder_graph.graph import PartnerGraph, Partnership, to_partnership
from stakeholder_graph.model.finding import Finding, Scope
from stakeholder_graph.model.problems import Problem
from stakeholder_graph.model.survey import LayerInfo, SurveyInfo, Wave
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.call_list import Call, call_list, first_calls, nearly_level
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.survey import read_partnership
from tests.studies.test_backbone_dependence import SPOKES
from tests.tables import table_of

NAMES = ["Backbone", "A", "B", "C", "D", "Silent", "Quiet", "Lone"]
TIES = [("Backbone", "A"), ("A", "B"), ("B", "C"), ("C", "D"), ("D", "A"), ("A", "C"), ("B", "D"), ("Backbone", "C")]


def partnership(*, draft: bool = False, known: bool = True, seed: int = 0) -> Partnership:
    ties = [*TIES, ("B", "Silent"), ("D", "Silent"), ("A", "Silent"), ("Lone", "D")]
    people = pd.DataFrame({"organization": NAMES, "sector": list("xxxyyyzz"), "Email": "", "phone": ""})
    people["role"] = ["backbone", *[""] * 7]
    people.loc[people["organization"] == "Silent", ["Email", "phone"]] = ["s@example.org", "555 0100"]
    frames = {
        "organizations": people,
        "ties": pd.DataFrame(ties, columns=["from", "to"]).assign(layer="work", value=1.0),
        "asked": pd.DataFrame({"organization": NAMES, "layer": "work"}).assign(
            answered=[not known or name not in ("Silent", "Quiet") for name in NAMES]
        ),
        "affiliations": pd.DataFrame(
            [("Silent", "team", "Reading"), ("Silent", "team", "Arts")], columns=["organization", "kind", "item"]
        ),
        "unlisted": pd.DataFrame([("Zoo", "B"), ("Zoo", "A"), ("Zoo", "D"), ("Museum", "A")], columns=["name", "by"]),
    }
    frames = {name: frame.sample(frac=1, random_state=seed) for name, frame in frames.items()}
    graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)
    undecided = (Problem("open", "decide"),) if draft else ()
    return Partnership(SurveyInfo("P", answered_known=known, draft=draft, undecided=undecided), {"1": graph})


def finding(name: str, rows: list[dict[str, object]], value: float | None = 0.5) -> Finding:
    return Finding(name, Scope(("1",)), value, "share", (0, 1), table=table_of(tuple(rows)))  # type: ignore[arg-type]


def calls(**how: object) -> dict[str, list[Call]]:
    found: dict[str, list[Call]] = {"find out": [], "invite": [], "hear from": [], "connect": []}
    for call in call_list(partnership(**how), "1", [MISSING]):  # type: ignore[arg-type]
        found[call.purpose].append(call)
    return found


MISSING = finding(
    "sector_coverage",
    [{"sector": "Public safety", "expected": True, "listed": 0}, {"sector": "x", "expected": True, "listed": 3}],
)


def test_invite_the_missing_sector_and_whom_two_partners_named() -> None:
    safety, zoo = calls()["invite"]
    assert (safety.whom, safety.why[0].id) == ("Public safety", "call_missing")
    assert (zoo.whom, zoo.why[0].fields["count"]) == ("Zoo", 3)
    # A is tied to the backbone; B and D are not, and D has more partners.
    assert zoo.introduce == ("A", "D")


def test_hear_from_those_named_by_most_without_anything_better_to_go_by() -> None:
    silent, quiet = calls()["hear from"]
    assert (silent.whom, silent.why[0].fields["count"]) == ("Silent", 3)
    assert silent.introduce == ("A", "D")
    assert silent.contact == "s@example.org, 555 0100"
    assert silent.team == "Arts, Reading"
    assert (quiet.whom, quiet.why[0].id, quiet.introduce) == ("Quiet", "call_unnamed", ())


def test_hear_from_them_by_whom_to_call_where_it_can_tell() -> None:
    rows: list[dict[str, object]] = [
        {"organization": "Quiet", "tier": "first", "whom_to_call": 0.62},
        {"organization": "Silent", "tier": "first", "whom_to_call": 0.38},
    ]
    found = [
        call for call in call_list(partnership(), "1", [finding("whom_to_call", rows)]) if call.purpose == "hear from"
    ]
    assert [(call.whom, call.why[0].id, call.why[0].fields) for call in found] == [
        ("Quiet", "call_unnamed_settles", {}),
        ("Silent", "call_settles", {"count": 3, "layer": "work"}),
    ]


def test_the_call_for_a_pair_says_what_the_two_took_on() -> None:
    (pair, *_rest) = [call for call in calls()["connect"] if call.with_whom]
    made = {"who": [pair.with_whom, pair.with_whom, "Nobody else"], "with whom": [pair.whom, "", pair.whom]}
    made |= {"outcome": [""] * 3, "first step": ["Meet", "Write", "Ask"], "by when": ["May", "", ""]}
    whole = partnership()
    lists = {**whole.lists, "commitments": pd.DataFrame(made).assign(done=False)}
    of_pair = {call.key: call for call in call_list(Partnership("P", whole.graphs, lists), "1", [])}[pair.key]
    assert of_pair.why[:-1] == pair.why
    assert (of_pair.why[-1].id, of_pair.why[-1].fields) == (
        "taken_on_by",
        {"who": pair.with_whom, "step": "Meet", "by": "May"},
    )


def test_the_first_calls_that_draws_cannot_tell_apart_are_nearly_level() -> None:
    rows: list[dict[str, object]] = [
        {"organization": name, "tier": tier, "whom_to_call": 0.3, "nearly_first": level}
        for name, tier, level in (("Quiet", "first", True), ("Silent", "first", True), ("Late", "later", True))
    ]
    assert nearly_level([finding("whom_to_call", rows)]) == ("Quiet", "Silent")
    assert nearly_level([finding("whom_to_call", [*rows[:1], {**rows[1], "nearly_first": False}])]) == ()


def test_only_the_calls_to_make_first_are_of_answers_most_needed() -> None:
    rows: list[dict[str, object]] = [
        {"organization": "Quiet", "tier": "first", "whom_to_call": 0.62},
        {"organization": "Silent", "tier": "later", "whom_to_call": 0.38},
    ]
    found = call_list(partnership(), "1", [finding("whom_to_call", rows)])
    assert [(call.whom, call.why[0].id) for call in found if call.purpose == "hear from"] == [
        ("Quiet", "call_unnamed_settles"),
        ("Silent", "call_silent"),
    ]


def test_whoever_has_no_partner_now_is_introduced_by_those_of_the_survey_before() -> None:
    now = partnership().graph()
    ties = pd.DataFrame([("Quiet", "A"), ("Quiet", "Silent")], columns=["from", "to"])
    ties = ties.assign(layer="work", value=1.0)
    before = PartnerGraph(Wave("0"), {"work": LayerInfo("work")}, {**now.frames, "ties": ties})
    found = call_list(Partnership("P", {"0": before, "1": now}, {}), "1", [])
    # Silent has not answered now, so that nobody knows whether it could.
    assert next(call.introduce for call in found if call.whom == "Quiet") == ("A",)
    assert next(call.introduce for call in found if call.whom == "Lone") == ("D",)


def test_connect_those_who_answered_and_have_few_partners() -> None:
    (lone,) = calls()["connect"]
    assert (lone.whom, lone.why[0].id, lone.introduce) == ("Lone", "call_one_tie", ("D",))
    # A, B and C are each tied to D, which is its only partner; of those that share as much the first by name.
    assert (lone.with_whom, lone.why[1].id, lone.why[1].fields) == ("A", "pair_common", {"count": 1})


def test_nobody_is_said_to_be_silent_where_a_decision_may_say_that_it_answered() -> None:
    found = calls(draft=True)
    assert [call.whom for call in found["invite"]] == ["Public safety", "Zoo"]
    assert not found["hear from"]
    assert [call.whom for call in found["connect"]] == ["Lone"]


def test_where_nobody_knows_who_answered_few_ties_are_said_to_be_those_that_are_reported() -> None:
    found = calls(known=False)
    assert not found["hear from"]
    # They have 2, 5, 4, 4, 5, 3, 0 and 1 partners: usual is 3.5, so that fewer than 1.75 are few; the backbone has 2.
    assert [(call.whom, call.why[0].id) for call in found["connect"]] == [
        ("Quiet", "call_no_ties_reported"),
        # It named D, so that it has answered.
        ("Lone", "call_one_tie"),
    ]


def test_the_order_of_rows_does_not_matter() -> None:
    assert calls(seed=1) == calls(seed=2)


def test_first_calls_are_of_the_list_one_of_each_block() -> None:
    every = call_list(partnership(), "1", [MISSING])
    first = first_calls(every)
    assert [(call.purpose, call.whom) for call in first] == [
        ("invite", "Public safety"),
        ("hear from", "Silent"),
        ("connect", "Lone"),
    ]
    without_invites = tuple(call for call in every if call.purpose != "invite")
    assert [call.whom for call in first_calls(without_invites)] == ["Silent", "Quiet", "Lone"]


def test_the_example_invites_public_safety_and_connects_the_eight() -> None:
    wren = to_partnership(read_partnership(Path(__file__).resolve().parents[3] / "surveys" / "wren-county"))
    names = ["sector_coverage", "whom_to_call"]
    found = assess(wren, names, layers=["collaboration"], settings=MeasureSettings(permutations=99, draws=20))
    every = call_list(wren, "2025", found)
    assert [call.whom for call in every if call.purpose == "invite"] == ["Public safety"]
    few = {call.whom: call for call in every if call.why[0].id == "call_one_tie"}
    assert set(few) == SPOKES
    # The backbone is their only partner, so that nobody else can introduce them; each meets somebody who knows many.
    assert all(call.by_backbone and call.with_whom and call.with_whom not in SPOKES for call in few.values())
    assert len([call for call in every if call.purpose == "hear from"]) == 18


def test_the_example_connects_the_two_partners_of_the_paused_bus_pass_test_first() -> None:
    wren = to_partnership(read_partnership(Path(__file__).resolve().parents[3] / "surveys" / "wren-county"))
    first = next(call for call in call_list(wren, "2025", ()) if call.purpose == "connect")
    # ties.csv, 2025: no collaboration between the two; one of them names the other for contact, once a year.
    assert (first.whom, first.with_whom) == ("Wren County School District", "Wren Transit Authority")
    assert (first.why[0].id, first.why[0].fields["status"]) == ("pair_strategy_status", "paused")
    assert (first.in_touch, first.introduce) == ("contact", ())


def _sectors_of(answered: dict[str, tuple[int, int]]) -> list[Call]:
    """Of each sector so many answered, of so many; everybody who answered names everybody."""
    names = [(f"{sector}{k}", sector, k < yes) for sector, (yes, listed) in answered.items() for k in range(listed)]
    people = pd.DataFrame(
        [(name, sector, "") for name, sector, _yes in names], columns=["organization", "sector", "role"]
    )
    ties = [(a, b, "work", 1.0) for a, _s, yes in names if yes for b, _t, _y in names if a != b]
    frames = {
        "organizations": people,
        "ties": pd.DataFrame(ties, columns=["from", "to", "layer", "value"]),
        "asked": pd.DataFrame(
            [(name, "work", yes) for name, _s, yes in names], columns=["organization", "layer", "answered"]
        ),
    }
    graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)
    return [call for call in call_list(Partnership("P", {"1": graph}), "1", ()) if call.purpose == "hear from"]


@pytest.mark.parametrize(
    ("answered", "called"),
    [
        ({"A": (1, 5), "B": (4, 4)}, ["A"]),
        ({"A": (0, 3), "B": (1, 4), "C": (4, 5)}, ["B", "A"]),  # the larger first
        ({"A": (2, 5), "B": (4, 4)}, []),
        ({"A": (0, 2), "B": (4, 4)}, []),  # two are called by name
        ({"A": (1, 5)}, []),  # one sector is everybody
        ({"A": (0, 5), "B": (0, 5)}, []),  # nobody answered: then no sector stands out
    ],
)
def test_a_sector_of_which_hardly_anybody_answered_is_called_as_a_whole(
    answered: dict[str, tuple[int, int]], called: list[str]
) -> None:
    listed = _sectors_of(answered)
    assert [call.whom for call in listed if call.why[0].id == "call_sector"] == called
    # It stands before its organizations, each of which is listed still.
    assert [call.whom for call in listed][: len(called)] == called
    assert len(listed) == len(called) + sum(of - yes for yes, of in answered.values())
    for call in listed[: len(called)]:
        yes, of = answered[call.whom]
        assert call.why[0].fields == {"silent": of - yes, "listed": of}
        assert call.introduce == tuple(f"{call.whom}{k}" for k in range(yes))[:2]
