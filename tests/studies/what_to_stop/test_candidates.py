"""What could stop, in small partnerships counted by hand."""

import pandas as pd

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import LayerInfo, Step, Wave
from stakeholder_graph.studies.what_to_stop import what_to_stop

STEPS = (Step(1, "yearly", hours=1), Step(2, "monthly", hours=3), Step(3, "weekly", hours=10))


def partnership_of(
    members: list[tuple[str, str, str]],
    ties: list[tuple[str, str, float]] | None = None,
    items: list[tuple[str, str, str, bool]] | None = None,
    names: str = "ABCDEF",
    answered: str = "ABCDEF",
    steps: tuple[Step, ...] = STEPS,
    role: dict[str, str] | None = None,
    strategies: list[tuple[str, str]] | None = None,
) -> Partnership:
    """A partnership; `members` are organizations (letters together), a kind and an item."""
    rows = [(name, kind, item) for who, kind, item in members for name in who]
    frames = {
        "organizations": pd.DataFrame(
            {"organization": list(names), "role": [(role or {}).get(name, "") for name in names]}
        ),
        "affiliations": pd.DataFrame(rows, columns=["organization", "kind", "item"]),
        "ties": pd.DataFrame(ties or [], columns=["from", "to", "value"]).assign(layer="work"),
        "asked": pd.DataFrame(
            {"layer": "work", "organization": list(names), "answered": [n in answered for n in names]}
        ),
    }
    graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work", steps)}, frames)
    lists = {"items": pd.DataFrame(items or [], columns=["kind", "item", "outcome", "steering"])}
    if strategies:
        lists["strategies"] = pd.DataFrame(strategies, columns=["strategy", "partners"]).assign(
            outcome="", started="", status="", learned=""
        )
    return Partnership("Ours", {"1": graph}, lists)


def subjects(partnership: Partnership) -> list[tuple[str, ...]]:
    return [candidate.subjects for candidate in what_to_stop(partnership)]


def test_teams_with_much_the_same_members_and_the_same_outcome() -> None:
    teams = [("ABC", "team", "Books"), ("ABCD", "team", "Reading"), ("EF", "team", "Bus")]
    listed = [("team", "Books", "Literacy", False), ("team", "Reading", "Literacy", False)]
    candidate = what_to_stop(partnership_of(teams, items=listed))[0]
    assert candidate.kind == "teams"
    assert candidate.question.id == "stop_teams_of"
    assert dict(candidate.question.fields) == {
        "team": "Books", "other": "Reading", "both": 3, "either": 4, "outcome": "Literacy",
    }  # fmt: skip
    assert candidate.organizations == ("A", "B", "C")
    assert candidate.hours is None  # nobody said how many hours a team takes


def test_teams_for_different_outcomes_or_with_other_members_are_no_question() -> None:
    teams = [("ABC", "team", "Books"), ("ABC", "team", "Numbers")]
    listed = [("team", "Books", "Literacy", False), ("team", "Numbers", "Math", False)]
    assert subjects(partnership_of(teams, items=listed)) == []
    assert subjects(partnership_of([("ABCD", "team", "X"), ("CDEF", "team", "Y")])) == []  # 2 of 6
    assert subjects(partnership_of([("AB", "team", "X"), ("AB", "team", "Y")])) == []  # two make no team worth asking


def test_meetings_of_those_who_work_together_anyway() -> None:
    everybody = [("A", "B", 1.0), ("B", "C", 1.0), ("C", "A", 1.0)]
    candidate = what_to_stop(partnership_of([("ABC", "meeting", "Breakfast")], everybody))[0]
    assert candidate.subjects == ("Breakfast",)
    assert dict(candidate.question.fields) == {"meeting": "Breakfast", "count": 3, "tied": 3, "known": 3}


def test_meetings_that_bring_others_together_are_no_question() -> None:
    pair = [("A", "B", 1.0)]
    assert subjects(partnership_of([("ABC", "meeting", "Breakfast")], pair)) == []  # 1 of 3 pairs
    triangle = [("A", "B", 1.0), ("B", "C", 1.0), ("C", "A", 1.0)]
    steering = [("meeting", "Board", "", True)]
    assert subjects(partnership_of([("ABC", "meeting", "Board")], triangle, steering)) == []
    # Of the ten pairs of five attendees only three are known, all tied: too few to tell.
    few = partnership_of([("ABCDE", "meeting", "Breakfast")], triangle, answered="", steps=())
    assert subjects(few) == []


TIES = [("A", "B", 3.0), ("B", "A", 3.0), ("C", "D", 1.0), ("E", "F", 1.0), ("C", "E", 1.0)]
WORKS = [("AE", "outcome", "x"), ("BF", "outcome", "y")]


def test_hours_of_teams_and_meetings_are_those_of_the_list() -> None:
    teams = [("ABC", "team", "Books"), ("ABCD", "team", "Reading"), ("ABC", "meeting", "Breakfast")]
    ours = partnership_of(teams, [("A", "B", 1.0), ("B", "C", 1.0), ("C", "A", 1.0)])
    rows = [("team", "Books", "3"), ("team", "Reading", "1.5"), ("meeting", "Breakfast", "2")]
    items = pd.DataFrame(rows, columns=["kind", "item", "hours"]).assign(outcome="", steering=False)
    asked = what_to_stop(Partnership("Ours", ours.graphs, {"items": items}))
    # Three sit in both teams and save 1.5 hours of the smaller; three come to the meeting.
    assert [(could.kind, could.hours) for could in asked] == [("teams", 4.5), ("meeting", 6.0)]
    unknown = items.assign(hours=["3", "", ""])
    assert [could.hours for could in what_to_stop(Partnership("Ours", ours.graphs, {"items": unknown}))] == [None, None]


def test_ties_of_many_hours_without_an_outcome_in_common() -> None:
    candidate = what_to_stop(partnership_of(WORKS, TIES))[0]
    assert (candidate.kind, candidate.subjects, candidate.hours) == ("tie", ("A", "B"), 20)
    assert len(what_to_stop(partnership_of(WORKS, TIES))) == 1  # E and F give one hour


def test_ties_with_a_reason_are_no_question() -> None:
    assert subjects(partnership_of([*WORKS, ("B", "outcome", "x")], TIES)) == []  # an outcome in common
    assert subjects(partnership_of(WORKS, TIES, steps=(Step(1, "yearly"), Step(3, "weekly")))) == []  # no hours
    assert subjects(partnership_of([("A", "outcome", "x")], TIES)) == []  # nothing is known of B
    assert subjects(partnership_of([*WORKS, ("AB", "team", "Bus")], TIES)) == []
    assert subjects(partnership_of(WORKS, TIES, role={"A": "backbone"})) == []
    assert subjects(partnership_of(WORKS, TIES, strategies=[("Rides", "A; B")])) == []
    assert subjects(partnership_of([*WORKS, ("A", "asset", "Vans"), ("B", "need", "Vans")], TIES)) == []


def test_who_gives_more_hours_than_it_can() -> None:
    ours = partnership_of([], TIES)
    frames = {**ours.graph().frames}
    frames["organizations"] = frames["organizations"].assign(hours=["4", "", "30", "", "0.5", ""])
    graph = PartnerGraph(Wave("1"), ours.graph().layers, frames)
    asked = what_to_stop(Partnership("Ours", {"1": graph}, ours.lists))
    # A gives 10 of 4; E gives 1 of 0.5; C gives 2 of 30; the others did not say what they can give.
    assert [(could.kind, could.subjects, could.hours) for could in asked] == [
        ("budget", ("A",), 6.0),
        ("budget", ("E",), 0.5),
    ]


def test_where_all_ties_take_as_much_none_takes_much() -> None:
    assert subjects(partnership_of(WORKS, [(a, b, 3.0) for a, b, _ in TIES])) == [("A", "B")]  # both ends said so
    assert subjects(partnership_of(WORKS, [("A", "B", 3.0), ("C", "D", 3.0)])) == []


def test_a_partnership_with_nothing_has_no_question() -> None:
    assert what_to_stop(Partnership("P", {"1": PartnerGraph(Wave("1"), {}, {})}, {})) == ()
