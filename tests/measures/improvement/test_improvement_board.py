"""The board of strategies, worked out by hand: how they stand, what waits, what happened within twelve months."""

import pandas as pd
import pytest

from stakeholder_graph.editions import make_copy
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures.improvement._within_a_year import WaveDate
from stakeholder_graph.measures.improvement.improvement_board import improvement_board
from stakeholder_graph.model.finding import Measured
from stakeholder_graph.model.survey import COLUMNS, Wave
from stakeholder_graph.studies.assess import assess
from tests.editions.hand_made import partnership as surveyed

TRIED = [
    ("Tutors", "Reading", "scaled up", "2024", "25; more than 50", "", "2025-05-02"),
    ("Buses", "Attendance", "en prueba", "2025-01", "", "September 2025", ""),
    ("Nurses", "Health", "testing", "2025-03", "12", "", ""),
    ("Calls", "Graduation", "in progress", "2023", "", "2026", ""),
    ("Texts", "Graduation", "", "2022", "", "10/1/2025", ""),
    ("Meals", "Attendance", "paused", "2024", "", "", ""),
    ("Prizes", "Attendance", "stopped", "2021", "", "", "2023-11"),
    ("Books", "Reading", "adapted", "2025-02", "", "", ""),
    ("Camp", "Reading", "ended", "2020", "", "", ""),
    ("Radio", "Health", "completed", "2020", "", "", ""),
]
CHANGES = [
    ("2025-08-25", "School starts at nine", "policy", "Attendance", "", "Board minutes"),
    ("2024", "Nurses on every form", "practice", "Health", "Nurses", ""),
    ("2025-02", "Bus passes in the budget", "money", "Attendance", "Buses", "Budget"),
    ("2025-03", "Something else", "", "", "", ""),
]


def partnership(
    tried: list[tuple[str, ...]] | None = None, changes: list[tuple[str, ...]] | None = None, date: str = "2025-10-21"
) -> Partnership:
    names = ["strategy", "outcome", "status", "started", "reach", "decide_by", "decided_on"]
    lists = {
        "strategies": pd.DataFrame(TRIED if tried is None else tried, columns=names),
        "changes": pd.DataFrame(CHANGES if changes is None else changes, columns=list(COLUMNS["changes"])),
        "items": pd.DataFrame([("team", "Riders", "Attendance")], columns=["kind", "item", "outcome"]),
    }
    graph = PartnerGraph(Wave("1", date), {}, {})
    return Partnership("P", {"1": graph}, lists)


def board(of: Partnership) -> Measured:
    return improvement_board(of.graph(), of)


def counted(found: Measured) -> dict[str, tuple[object, ...]]:
    assert found.table is not None
    return {
        str(row["happened"]): (row.get("recent"), row.get("earlier"), row.get("undated")) for row in found.table.rows
    }


def test_what_happened_within_twelve_months_of_the_survey() -> None:
    found = board(partnership())
    # Tutors in May, and Books, which began in February and has been shifted since; Prizes two years ago; Camp some day.
    assert found.value == 2
    assert counted(found) == {
        "test": (2, None, None),
        "scale": (1, 0, 0),
        "shift": (1, 0, 0),
        "stop": (0, 1, 1),
        "policy": (1, 0, 0),
        # All of 2024 does not lie within the twelve months.
        "practice": (0, 1, 0),
        "money": (1, 0, 0),
        "": (1, 0, 0),
    }
    assert [(caveat.id, dict(caveat.fields)) for caveat in found.caveats] == [
        ("decisions_undated", {"count": 1}),
        ("statuses_open", {"count": 2}),
    ]


def test_what_was_tested_and_never_decided() -> None:
    rows = [dict(row) for row in board(partnership()).tables["waiting"].rows]
    assert [(row["strategy"], row["status"], row["decision"]) for row in rows] == [
        ("Buses", "test", "the date to decide by has passed"),
        ("Nurses", "test", "no date to decide by"),
        # 10/1 is January at the earliest, and the first of October at the latest.
        ("Texts", None, "the date to decide by has passed"),
    ]
    decisions = {row["strategy"]: row["decision"] for row in board(partnership()).tables["board"].rows}
    assert decisions["Calls"] == "the date to decide by is ahead"
    assert decisions["Prizes"] == decisions["Tutors"] == "decided"
    assert decisions["Meals"] is decisions["Radio"] is None


def test_the_board_has_reach_and_team_beside_the_status() -> None:
    rows = {row["strategy"]: row for row in board(partnership()).tables["board"].rows}
    assert [rows["Tutors"][name] for name in ("reach", "reach_first", "reach_latest")] == ["25; more than 50", 25, 50]
    assert [rows["Nurses"][name] for name in ("reach_first", "reach_latest", "team")] == [12, 12, ""]
    assert (rows["Buses"]["team"], rows["Buses"]["written"], rows["Buses"]["status"]) == ("Riders", "en prueba", "test")


@pytest.mark.parametrize(
    ("date", "text", "recent", "passed"),
    [
        ("2025-10-21", "2024-10-21", True, True),
        ("2025-10-21", "2024-10-20", False, True),
        ("2025-10-21", "2025-10-21", True, False),
        ("2025-10-21", "2025-10", True, False),
        ("2025-10-21", "2026", True, False),
        ("2025", "2025", True, False),
        ("2025", "2024", False, True),
        ("2024-02-29", "2023-02-28", True, True),
        ("2025-10-21", "soon", None, None),
    ],
)
def test_dates_are_compared_with_the_survey_and_with_no_clock(
    date: str, text: str, recent: bool | None, passed: bool | None
) -> None:
    wave = WaveDate.of(PartnerGraph(Wave("any", date), {}, {}))
    assert wave is not None
    assert (wave.recent(text), wave.passed(text)) == (recent, passed)


def test_a_wave_is_dated_by_its_name_where_it_has_no_date() -> None:
    named = WaveDate.of(PartnerGraph(Wave("Fall 2025"), {}, {}))
    assert named is not None
    assert named.days.first.isoformat() == "2025-01-01"
    assert WaveDate.of(PartnerGraph(Wave("1"), {}, {})) is None


def test_without_a_date_of_the_survey_nothing_has_passed() -> None:
    found = board(partnership(date=""))
    assert found.value is None
    assert [row["strategy"] for row in found.tables["waiting"].rows] == ["Nurses"]
    assert {row["decision"] for row in found.tables["board"].rows} == {
        "decided",
        "not known",
        "no date to decide by",
        None,
    }
    assert found.caveats[0].id == "wave_undated"
    assert counted(found)["stop"] == (None, None, 2)


def test_no_strategies_or_no_changes_or_neither() -> None:
    neither = board(partnership([], []))
    assert (neither.value, neither.table, [caveat.id for caveat in neither.caveats]) == (None, None, ["no_strategies"])
    changes = board(partnership([]))
    assert (changes.value, list(changes.tables)) == (None, ["changes"])
    assert counted(changes)["policy"] == (1, 0, 0)
    tried = board(partnership(changes=[]))
    assert (tried.value, list(tried.tables)) == (2, ["board", "waiting"])
    assert list(counted(tried)) == ["test", "scale", "shift", "stop"]


def test_readings() -> None:
    (found,) = assess(partnership(), ["improvement_board"])
    assert found.reading is not None
    assert (found.reading.id, dict(found.reading.fields)) == (
        "counted", {"strategies": 10, "tests": 2, "waiting": 3, "decided": 2, "changes": 3},
    )  # fmt: skip
    (changes,) = assess(partnership([]), ["improvement_board"])
    assert changes.reading is not None
    assert dict(changes.reading.fields) == {"changes": 3}
    (undated,) = assess(partnership(date=""), ["improvement_board"])
    assert undated.reading is not None
    assert undated.reading.id == "no_date"


@pytest.mark.parametrize("edition", ["partners", "community"])
def test_no_copy_beyond_the_desk_has_a_board(edition: str) -> None:
    ours = partnership()
    whole = surveyed(lists=dict(ours.lists))
    copy = make_copy(edition, whole, assess(whole, ["improvement_board"]), "1", ["improvement_board"])  # type: ignore[arg-type]
    assert copy.findings == ()
