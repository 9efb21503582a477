"""What people filled in is in the new workbook, or nobody but a person puts the two together."""

import io
from collections.abc import Callable
from datetime import datetime

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.workbook import Workbook

from stakeholder_graph.tabular.filled_in.merge_xlsx import merge_workbooks
from stakeholder_graph.tabular.write_xlsx import workbook

HEAD = ["whom", "why", "who calls", "date"]
WRITTEN = workbook(
    {"calls": [HEAD, ["Ada", "new", "", ""], ["Ben", "2 ties", "", ""]], "add": [["a", "b"]], "read": [["x"]]}
)
FRESH = workbook(
    {"calls": [HEAD, ["Cem", "new", "", ""], ["Ada", "3 ties", "", ""]], "add": [["a", "b"]], "read": [["y"]]}
)
KEYS = {"calls": ["whom"], "add": []}
Change = Callable[[Workbook], object]


def saved(data: bytes, change: Change) -> bytes:
    """As somebody saves a workbook after changing something."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def merged(change: Change, fresh: bytes = FRESH, written: bytes = WRITTEN) -> Workbook:
    data = merge_workbooks(written, saved(written, change), fresh, KEYS, "Earlier")
    assert data is not None
    return openpyxl.load_workbook(io.BytesIO(data))


def rows(book: Workbook, sheet: str = "calls") -> list[tuple[object, ...]]:
    return [tuple(value or "" for value in row) for row in book[sheet].iter_rows(min_row=2, values_only=True)]


def test_what_nobody_changed_is_the_new_workbook_to_the_byte() -> None:
    assert merge_workbooks(WRITTEN, saved(WRITTEN, lambda book: None), FRESH, KEYS, "Earlier") == FRESH


def test_filled_in_cells_follow_their_row_and_ours_are_new() -> None:
    def change(book: Workbook) -> None:
        book["calls"]["C2"], book["calls"]["D2"] = "Zoe", datetime(2026, 5, 4)

    assert rows(merged(change)) == [("Cem", "new", "", ""), ("Ada", "3 ties", "Zoe", datetime(2026, 5, 4))]
    assert "Earlier" not in merged(change).sheetnames


def test_a_row_that_is_gone_or_says_something_else_stands_on_a_sheet_of_its_own() -> None:
    def change(book: Workbook) -> None:
        book["calls"]["C3"] = "Zoe"  # Ben is not in the new one
        book["calls"]["B2"] = "my own reason"  # and so is ours for Ada

    book = merged(change)
    assert rows(book) == [("Cem", "new", "", ""), ("Ada", "3 ties", "", "")]
    kept = {tuple(filter(None, row)) for row in rows(book, "Earlier")}
    assert kept == {("Ada", "my own reason"), ("Ben", "2 ties", "Zoe")}


def test_it_holds_over_several_runs() -> None:
    """What was carried over once is carried over again, once."""
    once = merge_workbooks(
        WRITTEN, saved(WRITTEN, lambda book: book["calls"].cell(3, 3, "Zoe")), FRESH, KEYS, "Earlier"
    )
    assert once is not None
    twice = merge_workbooks(FRESH, once, FRESH, KEYS, "Earlier")
    assert twice is not None
    (kept,) = rows(openpyxl.load_workbook(io.BytesIO(twice)), "Earlier")
    assert [text for text in kept if text] == ["Ben", "2 ties", "Zoe"]
    changed = saved(twice, lambda book: book["calls"].cell(2, 4, "soon"))
    third = merge_workbooks(FRESH, changed, WRITTEN, KEYS, "Earlier")
    assert third is not None
    book = openpyxl.load_workbook(io.BytesIO(third))
    assert [row[0] for row in rows(book, "Earlier")] == ["Ben", "Cem"]
    assert len(rows(book)) == 2


def test_sorting_own_columns_comments_and_colours() -> None:
    def change(book: Workbook) -> None:
        sheet = book["calls"]
        for column in range(1, 5):
            sheet.cell(2, column).value, sheet.cell(3, column).value = (
                sheet.cell(3, column).value,
                sheet.cell(2, column).value,
            )
        sheet["E1"], sheet["E3"], sheet["F3"] = "mood", "fine", "no header"
        sheet["A3"].comment = Comment("ask her", "me")
        sheet["B3"].fill = PatternFill("solid", start_color="FFFFFF00")

    sheet = merged(change)["calls"]
    assert [cell.value for cell in sheet[3]] == ["Ada", "3 ties", None, None, "fine", "no header"]
    assert sheet["A3"].comment.text.strip() == "ask her"
    assert sheet["E1"].value == "mood"


def test_a_colour_stays_where_the_text_is_the_same() -> None:
    def change(book: Workbook) -> None:
        book["calls"]["A2"].fill = PatternFill("solid", start_color="FFFFFF00")

    assert merged(change)["calls"]["A3"].fill.start_color.rgb == "FFFFFF00"


def test_added_rows_and_sheets() -> None:
    def change(book: Workbook) -> None:
        book["calls"].append(["Dan", "a friend", "Zoe"])
        book["add"].append(["1", "2"])
        book["add"].append(["1", "2"])
        book.create_sheet("mine")["B2"] = "=1+1 is text"
        book["mine"]["B2"].data_type = "s"

    book = merged(change)
    assert rows(book)[-1] == ("Dan", "a friend", "Zoe", "")
    assert rows(book, "add") == [("1", "2"), ("1", "2")]
    assert book["mine"]["B2"].value == "=1+1 is text"
    assert book["mine"]["B2"].data_type == "s"
    again = merge_workbooks(FRESH, saved(FRESH, change), FRESH, KEYS, "Earlier")
    assert again is not None
    assert rows(openpyxl.load_workbook(io.BytesIO(again)), "add") == [("1", "2"), ("1", "2")]


@pytest.mark.parametrize(
    "change",
    [
        lambda book: book["calls"].__setitem__("C2", "=A1"),
        lambda book: book["calls"].merge_cells("C2:D2"),
        lambda book: book["read"].__setitem__("A2", "a remark"),
        lambda book: book["calls"].__setitem__("A1", "who"),
        lambda book: book.create_chartsheet("picture"),
    ],
)
def test_what_is_not_safe_is_left_to_a_person(change: Change) -> None:
    assert merge_workbooks(WRITTEN, saved(WRITTEN, change), FRESH, KEYS, "Earlier") is None


@pytest.mark.parametrize("data", [b"", b"no workbook", WRITTEN[:200], b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_what_is_no_workbook_any_more_is_left_to_a_person(data: bytes) -> None:
    assert merge_workbooks(WRITTEN, data, FRESH, KEYS, "Earlier") is None
