"""Outcome sheets: Wren County counted by plain loops over its files, and small partnerships by hand."""

import csv
from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pytest

from stakeholder_graph.graph import PartnerGraph, Partnership, to_partnership
from stakeholder_graph.measures.outcomes._charters import charters
from stakeholder_graph.measures.outcomes._strategies import strategies
from stakeholder_graph.measures.outcomes.outcome_sheets import outcome_sheets
from stakeholder_graph.model.finding import Measured
from stakeholder_graph.model.survey import LayerInfo, SurveyInfo, Wave
from stakeholder_graph.model.table import Row
from stakeholder_graph.survey.read import read_partnership

WREN = Path(__file__).resolve().parents[3] / "surveys" / "wren-county"
PEOPLE = {"A": ("Schools", "North"), "B": ("Schools", "South"), "C": ("Clinics", "North"), "D": ("Funders", "South")}


def rows_of(file: str) -> list[dict[str, str]]:
    with (WREN / file).open(newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def facts(
    work: Mapping[str, str],
    teams: Mapping[str, str] | None = None,
    charter: Mapping[str, str] | None = None,
    *,
    silent: str = "",
    people: Mapping[str, tuple[str, str]] = PEOPLE,
    source: str = "answer",
    lists: Mapping[str, pd.DataFrame] | None = None,
    surveyed: bool = True,
) -> Measured:
    """Outcomes as ``{"Math": "AB"}``, teams likewise; the outcome of each team as ``{"Math crew": "Math"}``."""
    carried = [(name, "outcome", item, source) for item, names in work.items() for name in names]
    carried += [(name, "team", team, "list") for team, names in (teams or {}).items() for name in names]
    items = [("outcome", item, "") for item in work] + [("team", team, to) for team, to in (charter or {}).items()]
    frames = {
        "organizations": pd.DataFrame(
            [(name, *where) for name, where in people.items()], columns=["organization", "sector", "place"]
        ),
        "affiliations": pd.DataFrame(carried, columns=["organization", "kind", "item", "source"]).assign(value=1.0),
        "asked": pd.DataFrame(
            [("work", name, name not in silent) for name in people], columns=["layer", "organization", "answered"]
        ),
    }
    graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)
    listed = {"items": pd.DataFrame(items, columns=["kind", "item", "outcome"])} | dict(lists or {})
    return outcome_sheets(graph, Partnership(SurveyInfo("P", surveyed=surveyed), {"1": graph}, listed))


def table(found: Measured, name: str = "") -> list[Row]:
    whole = found.tables.get(name) if name else found.table
    return [] if whole is None else [dict(row) for row in whole.rows]


def of(found: Measured, outcome: str, name: str = "") -> list[Row]:
    return [row for row in table(found, name) if row["outcome"] == outcome]


@pytest.fixture(scope="module")
def wren() -> Measured:
    partnership = to_partnership(read_partnership(WREN))
    return outcome_sheets(partnership.graph(), partnership)


def test_wren_county_is_what_loops_over_its_files_count(wren: Measured) -> None:
    affiliations = [row for row in rows_of("affiliations.csv") if row["wave"] == "2025"]
    people = {row["organization"]: row for row in rows_of("organizations.csv")}
    heard = {row["organization"] for row in rows_of("asked.csv") if row["wave"] == "2025" and row["answered"] == "yes"}
    items = rows_of("items.csv")
    for row in table(wren):
        outcome = row["outcome"]
        works = {a["organization"] for a in affiliations if (a["kind"], a["item"]) == ("outcome", outcome)}
        teams = {item["item"] for item in items if item["kind"] == "team" and item["outcome"] == outcome}
        sits = {a["organization"] for a in affiliations if a["kind"] == "team" and a["item"] in teams}
        tried = [strategy for strategy in rows_of("strategies.csv") if strategy["outcome"] == outcome]
        assert row["organizations"] == len(works)
        assert row["sectors"] == len({people[name]["sector"] for name in works})
        assert (row["teams"], row["seats"], row["seated"]) == (len(teams), len(sits), len(works & sits))
        assert row["funders"] == sum(people[name]["sector"] == "Funders" for name in works)
        assert (row["strategies"], row["standing_still"]) == (
            len(tried), sum(strategy["status"] == "paused" for strategy in tried)
        )  # fmt: skip
        assert {person["organization"] for person in of(wren, str(outcome), "organizations")} == works | sits
        there = {people[name]["sector"] for name in works}
        for lacking in of(wren, str(outcome), "missing_sectors"):
            assert lacking["sector"] not in there
            members = [name for name in people if people[name]["sector"] == lacking["sector"]]
            few = bool(members) and sum(name in heard for name in members) / len(members) < 0.5
            assert lacking["state"] == ("not known" if few else "nobody")
    assert wren.value == sum(
        item["kind"] == "outcome" and all(team["outcome"] != item["item"] for team in items if team["kind"] == "team")
        for item in items
    )


def test_the_story_of_attendance(wren: Measured) -> None:
    """README of the example: nine name it, two of them sit on its team of five, its test is paused, no funder."""
    (row,) = of(wren, "Attendance")
    assert (row["organizations"], row["seats"], row["seated"]) == (9, 5, 2)
    assert (row["funders"], row["funders_known"], row["standing_still"]) == (0, 3, 1)
    standing: dict[str, set[str]] = {}
    for person in of(wren, "Attendance", "organizations"):
        standing.setdefault(str(person["standing"]), set()).add(str(person["organization"]))
    assert standing["works on it and sits on its team"] == {"Millrace Middle School", "Wrenfield Youth Clubs"}
    assert standing["on its team, does not name it"] == {"Wren County School District"}
    assert standing["on its team, whether it works on it is not known"] == {
        "Eastgate Community Center", "Wrenfield Parks and Recreation"
    }  # fmt: skip
    (tried,) = of(wren, "Attendance", "strategies")
    assert (tried["strategy"], tried["status"], tried["stands_still"]) == (
        "Bus passes for absent students", "paused", True
    )  # fmt: skip
    assert [row["organization"] for row in of(wren, "Attendance", "strategy_partners")] == [
        "Wren Transit Authority", "Wren County School District"
    ]  # fmt: skip
    (indicator,) = of(wren, "Attendance", "indicators")
    figures = [
        row for row in rows_of("indicators.csv") if row["indicator"] == "Chronic absence" and not row["subgroup"]
    ]
    assert indicator["last"] == float(max(figures, key=lambda row: row["period"])["value"])


def test_who_works_and_who_sits_by_hand() -> None:
    found = facts({"Math": "AB", "Reading": "C"}, {"Math crew": "BCD"}, {"Math crew": "Math"}, silent="D")
    assert [(row["organization"], row["standing"]) for row in of(found, "Math", "organizations")] == [
        ("A", "works on it, not on its team"),
        ("B", "works on it and sits on its team"),
        ("C", "on its team, does not name it"),
        ("D", "on its team, whether it works on it is not known"),
    ]
    assert [(row["organization"], row["standing"]) for row in of(found, "Reading", "organizations")] == [
        ("C", "works on it")
    ]
    assert found.value == 1
    # Of the one funder nothing is known.
    assert [row["funders_known"] for row in table(found)] == [0, 0]
    assert [(row["sector"], row["state"]) for row in of(found, "Math", "missing_sectors")] == [
        ("Clinics", "nobody"), ("Funders", "not known")
    ]  # fmt: skip
    assert [(row["place"], row["state"]) for row in of(found, "Reading", "missing_places")] == [("South", "nobody")]


def test_two_teams_for_one_outcome_and_a_team_for_none() -> None:
    found = facts(
        {"Math": "AB"},
        {"First": "A", "Second": "AC", "Data": "BCD"},
        {"First": "Math", "Second": "Math", "Data": ""},
    )
    (row,) = table(found)
    assert (row["teams"], row["seats"], row["seated"]) == (2, 2, 1)
    assert [(row["team"], row["seats"], row["seated"]) for row in table(found, "teams")] == [
        ("First", 1, 1), ("Second", 2, 1)
    ]  # fmt: skip
    assert found.value == 0
    # Where that is stated of no team, one may be there for any of them.
    assert facts({"Math": "AB"}, {"Data": "BCD"}, {"Data": ""}).value is None
    assert facts({"Math": "AB", "Reading": ""}, {"Data": "BCD"}, {"Data": "Math"}).value == 1


def test_a_team_whose_name_holds_the_whole_name_of_an_outcome_is_there_for_it() -> None:
    items = pd.DataFrame(
        [
            ("outcome", "Math", ""),
            ("outcome", "Work", ""),
            ("team", "MATH crew", ""),
            ("team", "Network", ""),
            ("team", "Math teachers", "Work"),
        ],
        columns=["kind", "item", "outcome"],
    )
    assert charters(Partnership("P", {}, {"items": items})) == {"Math": ("MATH crew",), "Work": ("Math teachers",)}


def test_without_teams_sectors_or_places() -> None:
    blank = dict.fromkeys(PEOPLE, ("Not stated", ""))
    found = facts({"Math": "AB", "Reading": ""}, people=blank)
    assert found.value is None
    assert set(found.tables) == {"organizations"}
    assert [(row["outcome"], row["organizations"], row["sectors"]) for row in table(found)] == [
        ("Math", 2, 0), ("Reading", 0, 0)
    ]  # fmt: skip


def test_where_everybody_is_silent_nothing_is_said_of_who_works_on_it() -> None:
    found = facts({"Math": ""}, {"Crew": "AB"}, {"Crew": "Math"}, silent="ABCD")
    (row,) = table(found)
    assert (row["organizations"], row["seats"], row["seated"], row["funders"]) == (None, 2, None, None)
    assert "organizations" not in found.tables
    assert [(row["team"], row["organization"]) for row in table(found, "members")] == [("Crew", "A"), ("Crew", "B")]
    assert "missing_sectors" not in found.tables
    assert [caveat.id for caveat in found.caveats] == ["not_named"]


def test_without_outcomes_there_is_nothing() -> None:
    found = facts({}, {"Crew": "AB"}, {"Crew": ""})
    assert (found.value, found.table, dict(found.tables)) == (None, None, {})
    assert [caveat.id for caveat in found.caveats] == ["no_outcomes"]


@pytest.mark.parametrize("how", [{"source": "list"}, {"surveyed": False}])
def test_what_a_list_says_of_everybody_is_known_of_the_silent_too(how: dict[str, object]) -> None:
    found = facts({"Math": "A"}, {"Crew": "D"}, {"Crew": "Math"}, silent="BCD", **how)  # type: ignore[arg-type]
    (row,) = table(found)
    assert (row["known_from"], row["funders_known"]) == ("a list of everybody", 1)
    assert [row["standing"] for row in table(found, "organizations")] == [
        "works on it, not on its team", "on its team, not listed as working on it"
    ]  # fmt: skip
    assert {row["state"] for row in table(found, "missing_sectors")} == {"nobody"}


def test_strategies_with_names_that_hold_semicolons_and_outcomes_of_their_own() -> None:
    people = {"Ñandú; Niños": ("Schools", "x"), "B": ("Schools", "x"), "C": ("Clinics", "x")}
    tried = pd.DataFrame(
        [("Lunch", "Health", "Ñandú; Niños; B", "2024", "En pausa", "", ""), ("Old", "", "B", "", "", "", "")],
        columns=["strategy", "outcome", "partners", "started", "status", "learned", "indicator"],
    )
    found = facts({"Math": "B"}, people=people, lists={"strategies": tried})
    assert [row["outcome"] for row in table(found)] == ["Health", "Math"]
    assert [row["organization"] for row in of(found, "Health", "strategy_partners")] == ["Ñandú; Niños", "B"]
    assert [row["standing_still"] for row in table(found)] == [1, 0]


def test_a_status_that_goes_on_does_not_stand_still() -> None:
    words = {"going on": False, "test": False, "scale": False, "Paused": True, "stopped": True, "on hold": True}
    columns = ["strategy", "outcome", "partners", "started", "status", "learned", "indicator"]
    frame = pd.DataFrame([("S", "O", "", "", status, "", "") for status in words], columns=columns)
    found = strategies(Partnership("P", {}, {"strategies": frame}))
    assert [strategy.stands_still for strategy in found] == list(words.values())


def test_what_those_who_work_on_it_can_offer() -> None:
    items = pd.DataFrame(
        [("outcome", "Math", ""), ("outcome", "Reading", ""), ("asset", "Room", ""), ("asset", "Books", "Reading")],
        columns=["kind", "item", "outcome"],
    )
    graph = PartnerGraph(
        Wave("1"),
        {"work": LayerInfo("work")},
        {
            "organizations": pd.DataFrame({"organization": ["A", "B"], "sector": "x"}),
            "affiliations": pd.DataFrame(
                [("A", "outcome", "Math"), ("A", "asset", "Room"), ("A", "asset", "Books"), ("B", "asset", "Room")],
                columns=["organization", "kind", "item"],
            ),
        },
    )
    found = outcome_sheets(graph, Partnership("P", {"1": graph}, {"items": items}))
    assert [(row["outcome"], row["organization"], row["asset"]) for row in table(found, "assets")] == [
        ("Math", "A", "Room"), ("Reading", "A", "Books")
    ]  # fmt: skip
