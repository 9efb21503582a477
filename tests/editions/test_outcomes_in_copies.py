"""What copies say of outcomes: who works on one only from a list that the backbone keeps of everybody."""

import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from stakeholder_graph.editions import make_copy
from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.editions.room_release import room_release
from stakeholder_graph.graph import Partnership, to_partnership
from stakeholder_graph.model.finding import Finding, Message
from stakeholder_graph.model.table import Row
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.studies.outcomes.sheets import outcome_pages
from stakeholder_graph.survey.read import read_partnership
from stakeholder_graph.views.community import draw_community
from stakeholder_graph.views.outcomes.handout import draw_outcome_sheets
from stakeholder_graph.views.outcomes.sheets import outcome_sheets_of
from stakeholder_graph.views.report.report_page import draw_report
from tests.editions.hand_made import affiliations, partnership

WREN = Path(__file__).resolve().parents[2] / "surveys" / "wren-county"
NAMES = ["outcome_sheets", "outcome_ties", "outcome_coverage", "outcome_clusters"]
QUICK = MeasureSettings(permutations=99, draws=2)
ITEMS = pd.DataFrame(
    [("outcome", "Math", ""), ("outcome", "Reading", ""), ("team", "Crew", "Math"), ("team", "Data", "")],
    columns=["kind", "item", "outcome"],
).assign(scale="", steering=False, public=False)
STRATEGIES = pd.DataFrame(
    [("Breakfast club", "Math", "Health 0; Schools 1", "2024", "paused", "Nobody came before eight", "")],
    columns=["strategy", "outcome", "partners", "started", "status", "learned", "indicator"],
)
#: Five that answered say that they work on Math, one on Reading; the team is on the backbone's list.
WORKS = [("Health 0", "Math"), ("Health 1", "Math"), ("Health 2", "Math"), ("Schools 0", "Math"), ("Schools 1", "Math")]


def surveyed(source: str, **info: Any) -> Partnership:
    rows = [(name, "outcome", item, source) for name, item in [*WORKS, ("Schools 2", "Reading")]]
    rows += [(name, "team", "Crew", "list") for name in ("Health 0", "Faith 1")]
    lists = {"items": ITEMS, "strategies": STRATEGIES}
    return partnership(frames=affiliations(*rows), lists=lists, **info)


def copy_of(edition: Any, source: str, **info: Any) -> Copy:
    whole = surveyed(source, **info)
    return make_copy(edition, whole, assess(whole, NAMES, settings=QUICK), "1", NAMES)


def test_answers_are_counts_of_five_and_more_in_the_room_and_teams_come_from_charters() -> None:
    room = copy_of("partners", "answer")
    assert [(sheet.title, sheet.story) for sheet in outcome_sheets_of(room)] == [
        ("Reading", "No team is there for it."),
        ("Math", "Five organizations name it. Two organizations sit on a team for it (Crew)."),
    ]
    _, sheet = outcome_pages(room.findings)
    people = [str(row["organization"]) for rows in sheet.people.values() for row in rows]
    assert people == ["Faith 1", "Health 0"]
    assert room.find("outcome_ties") is None
    assert room.partnership.graph()["affiliations"]["kind"].unique().tolist() == ["team"]


@pytest.mark.parametrize("tried", [True, False], ids=["strategies listed", "no list of strategies"])
def test_the_finding_of_the_room_says_of_teams_and_strategies_what_its_sheets_say(tried: bool) -> None:
    items = ITEMS.assign(public=ITEMS["item"] == "Math")
    whole = surveyed("answer")
    lists = {"items": items} | ({"strategies": STRATEGIES} if tried else {})
    whole = Partnership(whole.info, whole.graphs, lists)
    room = make_copy("partners", whole, assess(whole, NAMES, settings=QUICK), "1", NAMES)
    found, rows = sheets_finding(room)
    assert (found.value, found.reading) == (1, Message("without_team", {"outcomes": "Reading"}))
    # Whether Reading, which is not public, has strategies is not said, nor how those of Math stand.
    told = [(row["outcome"], row["teams"], row["strategies"], row["standing_still"]) for row in rows]
    assert told == [("Math", 1, 1 if tried else None, None), ("Reading", 0, None, None)]
    assert agrees_with_its_sheets(room) == {"Reading"}


def test_the_finding_of_the_room_agrees_with_its_sheets_on_the_example() -> None:
    whole = to_partnership(read_partnership(WREN))
    names = ["outcome_sheets", "outcome_coverage"]
    desk = assess(whole, names, settings=QUICK)
    room = make_copy("partners", whole, desk, whole.latest, names)
    without = agrees_with_its_sheets(room)
    # As items.csv has it: no team says that it is there for these; strategies.csv has nine, none for the second.
    assert without == {"Eighth-grade math", "Working at 24"}
    found, rows = sheets_finding(room)
    assert found.value == next(finding.value for finding in desk if finding.name == "outcome_sheets") == 2
    assert len(rows) == 8
    assert sum(int(row["strategies"] or 0) for row in rows) == 9
    assert [row["outcome"] for row in rows if row["strategies"] is None] == ["Working at 24"]


def test_an_outcome_without_a_team_is_in_the_finding_of_the_room_where_no_team_may_be_named() -> None:
    found, rows = sheets_finding(copy_of("partners", "answer", promises={"team": "backbone"}))
    assert found.value is None
    assert [row["outcome"] for row in rows] == ["Math", "Reading"]


def sheets_finding(copy: Copy) -> tuple[Finding, list[Row]]:
    found = copy.find("outcome_sheets")
    assert found is not None
    assert found.table is not None
    return found, list(found.table.rows)


def agrees_with_its_sheets(room: Copy) -> set[str]:
    """The outcomes of which the printed sheets say that no team is there; whatever they say stands in the finding."""
    assert room.release is not None
    found, rows = sheets_finding(room)
    assert [row["outcome"] for row in rows] == [outcome for outcome, _ in room.release.outcomes]
    _, *parts = re.split(r">([^<>]+)</h2>", draw_outcome_sheets(room))
    sheets = dict(zip(parts[::2], parts[1::2], strict=True))
    for row in rows:
        tried = [strategy for outcome, strategy in room.release.strategies if outcome == row["outcome"]]
        assert (row["strategies"] or 0) == len(tried)
        assert all(strategy in sheets[str(row["outcome"])] for strategy in tried)
    without = {title for title, body in sheets.items() if "No team is there for it" in body}
    assert without == {row["outcome"] for row in rows if not row["teams"]}
    assert found.value == len(without)
    return without


@pytest.mark.parametrize("info", [{"who_answered": "named"}, {}])
def test_a_list_of_everybody_says_it_of_organizations(info: dict[str, Any]) -> None:
    room = copy_of("partners", "answer" if info else "list", **info)
    story = {sheet.title: sheet.story for sheet in outcome_sheets_of(room)}
    # Lines of the map: Health 0 with Health 1 and Schools 0; three of 120 pairs have one, two of them
    # at Health 0, which has two lines wherever they run.
    assert story["Math"].startswith("Five organizations work on it. 2 of their 10 pairs work together; about 2 would")
    assert "One of the five sits on a team for it (Crew)." in story["Math"]
    ties = room.find("outcome_ties")
    assert ties is not None
    assert ties.table is not None
    # Lines rewired are all that its test needs: whoever has the map can run it.
    assert {row["verdict"] for row in ties.table.rows} == {"too close to call"}
    assert ties.reading is not None
    assert ties.reading.id == "counted"


@pytest.mark.parametrize("source", ["answer", "list"])
@pytest.mark.parametrize("edition", ["partners", "community"])
def test_no_copy_beyond_the_desk_holds_strategies(edition: str, source: str) -> None:
    """The closed list of what a release may hold has none: who tries what, and what was learned, stays."""
    draw = draw_community if edition == "community" else draw_report
    html = draw(copy_of(edition, source))
    for text in ("Breakfast club", "Nobody came before eight", "(paused"):
        assert text not in html
    assert "Breakfast club" in draw_report(copy_of("backbone", source))


@pytest.mark.parametrize("source", ["answer", "list"])
def test_the_community_sees_no_sheet_of_some_of_those_who_work_on_it(source: str) -> None:
    assert outcome_sheets_of(copy_of("community", source)) == ()


def test_the_release_holds_which_team_is_there_for_which_outcome() -> None:
    whole = surveyed("answer")
    assert room_release(whole, (), "1").charters == (("Crew", "Math"),)
    assert room_release(surveyed("answer", promises={"outcome": "backbone"}), (), "1").charters == ()
    assert room_release(surveyed("answer", promises={"team": "backbone"}), (), "1").charters == ()


def test_an_outcome_that_one_alone_typed_is_no_outcome_of_a_team() -> None:
    """The name of a team may hold what somebody typed; that this is an outcome is for nobody to know."""
    items = pd.DataFrame([("team", "Sleep crew", "")], columns=["kind", "item", "outcome"])
    items = pd.concat([items, pd.DataFrame([("outcome", "Sleep", "")], columns=items.columns)], ignore_index=True)
    items = items.assign(scale="", steering=False, public=False)
    rows = [("Health 0", "outcome", "Sleep", "answer"), ("Health 0", "team", "Sleep crew", "list")]
    whole = partnership(frames=affiliations(*rows), lists={"items": items}, answered_kinds=("outcome",))
    assert room_release(whole, (), "1").charters == ()
