"""Columns that ask the same of different organizations are one question with a row for each."""

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.formats import Responses, read_export

NAMES = ("Alder House", "Birch, Inc.", "Cedar Fund", "Elm School", "Fir Trust")
OFTEN = (
    ("", "Weekly", "Never", "Yearly", "Never"), ("Never", "", "Weekly", "Weekly", "Never"),
    ("Weekly", "Never", "", "Never", "Yearly"), ("Yearly", "Weekly", "Never", "", "Never"),
    ("Never", "Never", "Yearly", "Never", ""),
)  # fmt: skip
STAMPS = [f"3/1/2025 9:0{n}:00" for n in range(5)]


def read(path: Path, rows: Sequence[Sequence[str]], known: tuple[str, ...] = ()) -> Responses:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)
    responses = read_export(path, path.name, Inspection(), known)
    assert responses is not None
    return responses


def form(headers: Sequence[str], answers: Sequence[Sequence[str]] = OFTEN) -> list[list[str]]:
    """A form of Google."""
    rows = [[stamp, name, *cells] for stamp, name, cells in zip(STAMPS, NAMES, answers, strict=True)]
    return [["Timestamp", "Your organization", *headers], *rows]


@pytest.mark.parametrize(
    ("asked", "question"),
    [
        ("How often did you work with {} this year?", "How often did you work with ... this year?"),
        ("Contact with {}", "Contact with"),
        ("{}: how often do you meet?", "... : how often do you meet?"),
        ("How often do you meet? {}", "How often do you meet?"),
        ("How often?.{}", "How often?"),
        ("contact/{}", "contact"),
        ("{}", "roster"),
    ],
)
def test_wordings_that_differ_in_a_name(tmp_path: Path, asked: str, question: str) -> None:
    table = read(tmp_path / "x.csv", form([asked.format(name) for name in NAMES])).table
    columns = [column for column in table.columns if column.item]
    assert [column.item for column in columns] == list(NAMES)
    assert len({column.question for column in columns}) == 1
    assert columns[0].question == question
    assert [table.texts(column)[0] for column in columns] == list(OFTEN[0])


def test_somebody_who_has_not_answered_is_a_row_too(tmp_path: Path) -> None:
    rows = form([f"How often do you work with {name}?" for name in NAMES])
    table = read(tmp_path / "x.csv", rows[:-1], NAMES[:3]).table
    assert [column.item for column in table.columns if column.item] == list(NAMES)


@pytest.mark.parametrize(
    "headers",
    [
        ["Sector", "County", "Size", "Since", "Kind"],  # no names
        ["How is Alder House?", "County", "Size", "Since", "Kind"],  # one name
        [
            "How is Alder House?",
            "Who is Cedar Fund?",
            "Where is Elm School?",
            "Since",
            "Kind",
        ],  # names, in other questions
    ],
)
def test_other_questions_stay_apart(tmp_path: Path, headers: list[str]) -> None:
    table = read(tmp_path / "x.csv", form(headers)).table
    assert [column.item for column in table.columns if column.item] == []


def test_other_answers_are_another_question(tmp_path: Path) -> None:
    words = iter(f"{place} {kind}" for place in ("North", "South", "East", "West", "Mid") for kind in "abcde")
    answers = [[next(words) for _name in NAMES] for _row in NAMES]
    table = read(tmp_path / "x.csv", form([f"Write of {name}" for name in NAMES], answers)).table
    assert [column.item for column in table.columns if column.item] == []
