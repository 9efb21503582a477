# ruff: noqa: E501
"""Exports of SurveyMonkey."""

from tests.front_door.files import Book, Table
from tests.front_door.layout import layout
from tests.front_door.layouts.forms import UNSEEN
from tests.front_door.partnership import NAMES, SECTORS, Rows, answers, partners

META = [
    "Respondent ID",
    "Collector ID",
    "Start Date",
    "End Date",
    "IP Address",
    "Email Address",
    "First Name",
    "Last Name",
    "Custom Data 1",
]
ASKED = "How often do you work with each of these organizations?"
SCALE = {"contact": 10}
TICKS = "Which of these organizations do you work with?"


def noted(number: int) -> list[object]:
    """What the tool writes of a respondent."""
    return [
        f"1100000000{number}",
        "400",
        "03/01/2025 09:00:00 AM",
        "03/01/2025 09:10:00 AM",
        "192.0.2.1",
        "",
        "",
        "",
        "",
    ]


def expanded(cells: dict[str, list[object]], asked: str, more: str = "") -> Rows:
    """Two rows of headers, a column for each row or option."""
    blank = [""] * (len(NAMES) - 1)
    return [
        [*META, "Which organization do you answer for?", asked, *blank, *([""] if more else []), "What is your sector?", ""],
        [*[""] * len(META), "Open-Ended Response", *NAMES, *([more] if more else []), "Response", "Other (please specify)"],
        *([*noted(n), a, *cells[a], *([""] if more else []), SECTORS[a], ""] for n, a in enumerate(NAMES)),
    ]  # fmt: skip


CONDENSED: Rows = [
    [*META, "Which organization do you answer for?", TICKS, "What is your sector?"], [""] * (len(META) + 3),
    *([*noted(n), a, ", ".join(partners(a)), SECTORS[a]] for n, a in enumerate(NAMES)),
]  # fmt: skip
TICKED: dict[str, list[object]] = {a: [b if b in partners(a) else "" for b in NAMES] for a in NAMES}

layout("SurveyMonkey, expanded CSV", {"survey.csv": Table(expanded(answers(), ASKED), heads=2)}, ties=SCALE)
layout(
    "SurveyMonkey, expanded workbook",
    {"survey.xlsx": Book({"Sheet": expanded(answers(), ASKED)}, shuffled=False)},
    ties=SCALE,
)
layout(
    "SurveyMonkey, partners ticked",
    {"survey.csv": Table(expanded(TICKED, TICKS), heads=2)},
    ties={"collaboration": 10},
    possible=42,
)
layout(
    "SurveyMonkey, partners ticked and others written in",
    {"survey.csv": Table(expanded(TICKED, TICKS, "Other (please specify)"), heads=2)},
    ties={"collaboration": 10},
    possible=42,
)
layout(
    "SurveyMonkey, condensed",
    {"survey.csv": Table(CONDENSED, heads=2)},
    ties={"collaboration": 10},
    possible=UNSEEN,
    varied="no commas",
)
