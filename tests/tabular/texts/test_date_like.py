"""Ranges that a spreadsheet took for dates and saved as text are said; other dates and other columns are not."""

import pytest

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.tabular.texts.date_like import note_dates_as_text


def said(texts: list[str]) -> list[tuple[int | None, str]]:
    inspection = Inspection()
    note_dates_as_text("size", texts, list(range(2, 2 + len(texts))), "x.csv", inspection)
    return [(note.row, note.what) for note in inspection.advice]


@pytest.mark.parametrize(
    "date",
    ["10-Jan", "Jan-10", "10. Jan", "5. Okt", "10-ene", "1-déc.", "10/jan", "5-Oct", "Okt 12", "10.01.2025", "1/10/25",
     "12-dic", "10. Jan."],
)  # fmt: skip
def test_a_date_among_ranges(date: str) -> None:
    ((row, what),) = said(["11-50", date, "51-200", "", "201–500"])
    assert row == 3
    assert what.startswith(f"1 cell of this column reads as a date (“{date}”) where the others are ranges")


def test_several_are_one_note_at_the_first() -> None:
    ((row, what),) = said(["10-Jan", "11-50", "10-Jan", "51-200", "5-Oct"])
    assert row == 2
    assert what.startswith("3 cells of this column read as dates (“10-Jan” and “5-Oct”)")


@pytest.mark.parametrize(
    "texts",
    [
        ["10-Jan", "5-Feb", "7-Mar"],  # a column of dates
        ["1-10", "11-50", "51-200"],
        ["10-Jan", "Arts", "Health"],
        ["10 Marches", "11-50", "51-200"],
        ["Mayor", "11-50", "51-200"],
        ["10-Jan", "5-Feb", "11-50"],  # more dates than ranges
        [],
    ],
)
def test_what_is_no_range_turned_into_a_date(texts: list[str]) -> None:
    assert said(texts) == []
