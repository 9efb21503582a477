"""What copies say of outcomes: who works on one only from a list that the backbone keeps of everybody."""

from typing import Any

import pandas as pd
import pytest

from stakeholder_graph.editions import make_copy
from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.editions.room_release import room_release
from stakeholder_graph.graph import Partnership
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.studies.outcomes.sheets import outcome_pages
from stakeholder_graph.views.community import draw_community
from stakeholder_graph.views.outcomes.sheets import outcome_sheets_of
from stakeholder_graph.views.report.report_page import draw_report
from tests.editions.hand_made import affiliations, partnership

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
        ("Math", "Five organizations name it. Two organizations sit on a team for it (Crew).")
    ]
    (sheet,) = outcome_pages(room.findings)
    people = [str(row["organization"]) for rows in sheet.people.values() for row in rows]
    assert people == ["Faith 1", "Health 0"]
    assert room.find("outcome_ties") is None
    assert room.partnership.graph()["affiliations"]["kind"].unique().tolist() == ["team"]


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
