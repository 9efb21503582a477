"""Attendance counted by hand: meetings listed one by one, counted, or neither."""

import pandas as pd
import pytest

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures.representation._attendance import attendance_tables, series_name
from stakeholder_graph.model.survey import SurveyInfo, Wave
from stakeholder_graph.model.table import Table

NONE = float("nan")


def tables_of(
    meetings: list[tuple[str, str, float]],
    seats: dict[str, str] | None = None,
    *,
    source: str = "list",
    silent: str = "",
) -> dict[str, Table]:
    """Meetings as (organization, item, value) of the organizations A to F; seats as ``{"Reading": "AB"}``."""
    rows = [(name, "meeting", item, value) for name, item, value in meetings]
    rows += [(name, "team", team, NONE) for team, members in (seats or {}).items() for name in members]
    frames = {
        "organizations": pd.DataFrame({"organization": list("ABCDEF")}),
        "asked": pd.DataFrame({"organization": list("ABCDEF"), "answered": [name not in silent for name in "ABCDEF"]}),
        "affiliations": pd.DataFrame(rows, columns=["organization", "kind", "item", "value"]).assign(source=source),
    }
    graph = PartnerGraph(Wave("1"), {}, frames)
    return attendance_tables(graph, Partnership(SurveyInfo("P"), {"1": graph}, {}), list(seats or {}))


def came(tables: dict[str, Table]) -> dict[str, tuple[object, object]]:
    return {str(row["organization"]): (row["attended"], row["held"]) for row in tables["attendance"].rows}


DATES = ("2025-01-14", "2025-02-11", "2025-03-11", "2025-04-08")


def test_meetings_listed_one_by_one_with_members_who_never_came() -> None:
    """Four meetings: A came to all, B to two, C to one, D of the team to none; E came once without a seat."""
    who = {"A": DATES, "B": DATES[:2], "C": DATES[2:3], "E": DATES[:1]}
    tables = tables_of(
        [(name, f"Reading team {date}", NONE) for name, dates in who.items() for date in dates], {"Reading": "ABCD"}
    )
    assert came(tables) == {"A": (4, 4), "B": (2, 4), "C": (1, 4), "D": (0, 4), "E": (1, 4)}
    (meeting,) = tables["meetings"].rows
    assert (meeting["meeting"], meeting["team"], meeting["held"], meeting["listed_meetings"]) == (
        "Reading team", "Reading", 4, 4,
    )  # fmt: skip
    (overall,) = tables["attended_by"].rows
    assert tuple(overall.values()) == (5, 2, 0.4, 0.25, 1)  # shares 1, .5, .25, 0, .25; F has none


def test_counts_say_how_many_each_came_to_and_at_least_as_many_were_held() -> None:
    tables = tables_of([("A", "Reading", 6), ("B", "Reading", 3), ("C", "Reading", NONE)], {"Reading": "ABCD"})
    assert came(tables) == {"A": (6, 6), "B": (3, 6), "D": (0, 6)}  # of C nobody wrote how many
    assert tables["meetings"].rows[0]["listed_meetings"] == 0


def test_a_seat_says_nothing_of_attendance_until_meetings_are_listed() -> None:
    seats = [(name, "Steering committee", NONE) for name in "ABC"]
    assert not any(map(len, tables_of(seats).values()))
    held = [("A", "Steering committee, March 2025", NONE), ("A", "Steering committee, May 2025", NONE)]
    assert came(tables_of([*seats, *held])) == {"A": (2, 2), "B": (0, 2), "C": (0, 2)}


def test_ticks_and_a_single_meeting_say_nothing_of_attendance() -> None:
    assert not any(map(len, tables_of([("A", "Board", 1), ("B", "Board", 1)]).values()))
    assert not any(map(len, tables_of([("A", "Summit 2025", NONE)]).values()))


def test_of_who_has_not_answered_it_is_not_known_where_answers_say_who_came() -> None:
    held = [("A", f"Reading {date}", NONE) for date in DATES[:2]]
    assert came(tables_of(held, {"Reading": "ABC"}, source="answer", silent="C")) == {"A": (2, 2), "B": (0, 2)}


def test_the_median_is_over_all_meetings_of_an_organization_together() -> None:
    """A came to 4 of 4 and 0 of 2, which is 4 of 6; B to 2 of 2."""
    held = [("A", f"Board {date}", NONE) for date in DATES] + [("B", f"Reading {date}", NONE) for date in DATES[:2]]
    (overall,) = tables_of(held, {"Reading": "AB"})["attended_by"].rows
    assert overall["median"] == pytest.approx((4 / 6 + 1) / 2)


@pytest.mark.parametrize(
    ("item", "name"),
    [
        ("Reading team, 12 March 2025", "Reading team"),
        ("Equipo de lectura, 3 de mayo de 2025", "Equipo de lectura"),
        ("2025-03 Board", "Board"),
        ("Board Q2 2025", "Board"),
        ("Reunión 4", "Reunión"),
        ("Ward 2 council", "Ward 2 council"),
        ("0-3 committee", "0-3 committee"),
        ("March 2025", "March 2025"),
    ],
)
def test_a_date_or_the_number_of_a_meeting_sets_it_apart_and_nothing_else(item: str, name: str) -> None:
    assert series_name(item) == name
