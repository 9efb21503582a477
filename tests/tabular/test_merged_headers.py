"""Headers that are merged over several columns."""

import io
from collections.abc import Sequence

import openpyxl
import pytest

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.tabular.workbook import workbook_rows


def rows_of(rows: Sequence[Sequence[object]], *merged: str) -> list[list[str]]:
    """A sheet with these cells merged, as it is read."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    for cells in merged:
        book.active.merge_cells(cells)
    stream = io.BytesIO()
    book.save(stream)
    sheets = workbook_rows(stream.getvalue(), "x.xlsx", Inspection())
    assert sheets is not None
    return [list(row) for row in next(iter(sheets.values()))]


def test_a_header_over_two_columns_counts_for_both() -> None:
    rows: list[list[object]] = [["Organization", "Contact", ""], ["Elm", "Ann", "ann@example.org"]]
    assert rows_of(rows, "B1:C1")[0] == ["Organization", "Contact", "Contact (2)"]


@pytest.mark.parametrize("merged", [("C1:D1",), ("A1:A2", "B1:B2", "C1:D1")])
def test_two_rows_of_headers_become_one(merged: tuple[str, ...]) -> None:
    rows: list[list[object]] = [
        ["Organization", "Sector", "Meets", ""],
        ["", "", "Elm", "Fir"],
        ["Elm", "Health", "", "often"],
    ]
    read = rows_of(rows, *merged)
    assert read[0] == []
    assert read[1] == ["Organization", "Sector", "Meets [Elm]", "Meets [Fir]"]
    assert read[2] == ["Elm", "Health", "", "often"]


def test_two_questions_over_the_same_partners() -> None:
    rows: list[list[object]] = [
        ["Organization", "Meets", "", "Funds", ""],
        ["", "Elm", "Fir", "Elm", "Fir"],
        ["Elm", "", 1, "", 0],
    ]
    read = rows_of(rows, "B1:C1", "D1:E1")
    assert read[1] == ["Organization", "Meets [Elm]", "Meets [Fir]", "Funds [Elm]", "Funds [Fir]"]


def test_a_title_is_no_header() -> None:
    rows: list[list[object]] = [
        ["Partners, spring 2025", "", ""],
        ["Organization", "Sector", "Size"],
        ["Elm", "Health", 3],
    ]
    assert rows_of(rows, "A1:C1")[:2] == [["Partners, spring 2025"], ["Organization", "Sector", "Size"]]


def test_merged_cells_below_the_headers_are_left_alone() -> None:
    numbers: list[list[object]] = [[1, 2, 3]] * 6
    rows: list[list[object]] = [["a", "b", "c"], *numbers, ["note", "", "x"]]
    assert rows_of(rows, "A8:B8")[7] == ["note", "", "x"]
