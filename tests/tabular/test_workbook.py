"""A workbook is read as a person sees it, and what a person does not see is said."""

import datetime as dt
import io
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.tabular.source_table import SourceTable, read_table

SAMPLES = Path(__file__).parent / "samples"
LIST: list[list[object]] = [
    ["organization", "sector", "size"],
    ["Alder House", "Health", "11-50"],
    ["Birch School", "Schools", "51-200"],
    ["Cedar Fund", "Funders", "11-50"],
    ["Elm Academy", "Schools", "1-10"],
]


def read(path: Path, *headers: str) -> tuple[list[list[str]], Inspection]:
    inspection = Inspection()
    table = read_table(path, path.name, inspection, headers=headers)
    return rows_of(table), inspection


def rows_of(table: SourceTable | None) -> list[list[str]]:
    return [list(row) for row in zip(*table.columns.values(), strict=True)] if table else []


def saved(folder: Path, change: Callable[[Worksheet], object], name: str = "list.xlsx") -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "List"
    for row in LIST:
        sheet.append(row)
    change(sheet)
    book.save(folder / name)
    return folder / name


def with_sheet(title: str, state: str, rows: list[list[object]], place: int = 0) -> Callable[[Worksheet], object]:
    def change(sheet: Worksheet) -> None:
        assert sheet.parent is not None
        other = sheet.parent.create_sheet(title, place)
        for row in rows:
            other.append(row)
        other.sheet_state = state

    return change


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
@pytest.mark.parametrize("headers", [(), ("organization",)])
def test_a_hidden_sheet_before_the_list_is_passed_over(tmp_path: Path, state: str, headers: tuple[str, ...]) -> None:
    path = saved(tmp_path, with_sheet("lists", state, [["Health"], ["Schools"]]))
    rows, inspection = read(path, *headers)
    assert rows == LIST[1:]
    assert not inspection.advice + inspection.problems


def test_a_page_of_notes_before_the_list_is_passed_over_and_said(tmp_path: Path) -> None:
    path = saved(tmp_path, with_sheet("Read me", "visible", [["Filled in by Ann"], ["in May"]]))
    rows, inspection = read(path, "organization")
    assert rows == LIST[1:]
    assert [note.what for note in inspection.advice] == ["The sheet “List” is read; the sheet “Read me” is not."]


def test_a_blank_sheet_is_no_sheet(tmp_path: Path) -> None:
    rows, inspection = read(saved(tmp_path, with_sheet("Sheet1", "visible", [])))
    assert rows == LIST[1:]
    assert not inspection.advice


@pytest.mark.parametrize(
    ("title", "headers"),
    [
        (["Partners of 2025"], ()),
        (["Wren County", "", ""], ("organization",)),
        (["Partners", None, "draft"], ("organization",)),
    ],
)
def test_a_title_above_the_headers(tmp_path: Path, title: list[object], headers: tuple[str, ...]) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.insert_rows(1, 2)
        for column, text in enumerate(title, start=1):
            sheet.cell(1, column, str(text) if text else None)

    rows, inspection = read(saved(tmp_path, change), *headers)
    assert rows == LIST[1:]
    assert [(note.row, "headers stand in this row" in note.what) for note in inspection.advice] == [(3, True)]
    assert not inspection.problems


def test_a_title_above_the_headers_of_delimited_text(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text(
        "Partners of 2025\n\norganization,sector\nAlder House,Health\nBirch School,Schools\n"
    )
    rows, inspection = read(tmp_path / "x.csv")
    assert rows == [["Alder House", "Health"], ["Birch School", "Schools"]]
    assert inspection.advice[0].row == 3


@pytest.mark.parametrize("second", [["as of March"], ["as of", "March 2025"], [None, "draft"]])
@pytest.mark.parametrize("headers", [(), ("organization",), ("name",)])
def test_two_lines_above_the_headers(tmp_path: Path, second: list[str | None], headers: tuple[str, ...]) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.insert_rows(1, 2)
        sheet["A1"] = "Partners of Wren County"
        for column, text in enumerate(second, start=1):
            sheet.cell(2, column, text)

    rows, inspection = read(saved(tmp_path, change), *headers)
    assert rows == LIST[1:]
    assert [(note.row, "headers stand in this row" in note.what) for note in inspection.advice] == [(3, True)]
    assert not inspection.problems


def test_hidden_rows_are_read_and_said(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        for row in (3, 5, 9):
            sheet.row_dimensions[row].hidden = True

    rows, inspection = read(saved(tmp_path, change))
    assert rows == LIST[1:]
    (note,) = inspection.advice
    assert (note.row, note.what.endswith("were read: rows 3 and 5.")) == (3, True)


def test_hidden_columns_are_read_and_said(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.column_dimensions.group("B", "C", hidden=True)
        sheet.column_dimensions["F"].hidden = True  # blank

    rows, inspection = read(saved(tmp_path, change))
    assert rows == LIST[1:]
    (note,) = inspection.advice
    assert note.what == "2 columns are hidden and were read: B (“sector”) and C (“size”)."


def test_one_hidden_column_under_a_title(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.insert_rows(1, 2)
        sheet["A1"] = "Partners"
        sheet.column_dimensions["C"].hidden = True

    _rows, inspection = read(saved(tmp_path, change))
    assert [note.what for note in inspection.advice if "hidden" in note.what] == [
        "1 column is hidden and was read: C (“size”)."
    ]


@pytest.mark.parametrize("state", ["visible", "hidden"])
def test_hidden_columns_of_a_sheet_that_is_not_read_are_not_said(tmp_path: Path, state: str) -> None:
    def change(sheet: Worksheet) -> None:
        with_sheet("notes", state, [["a", "b"], ["c", "d"]], 1)(sheet)
        assert sheet.parent is not None
        sheet.parent["notes"].column_dimensions["B"].hidden = True

    rows, inspection = read(saved(tmp_path, change), "organization")
    assert rows == LIST[1:]
    assert not any("column is hidden" in note.what for note in inspection.advice)


def test_cells_merged_downwards_count_for_each_row_and_those_across_once(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.merge_cells("B2:B4")
        sheet.merge_cells("A7:C7")
        sheet["A7"] = "Grove Trust"

    rows, inspection = read(saved(tmp_path, change))
    assert [row[1] for row in rows] == ["Health", "Health", "Health", "Schools", ""]
    assert rows[-1] == ["Grove Trust", "", ""]
    assert [note.what for note in inspection.advice] == ["Cells that are merged (B2:B4) count for each of their rows."]


def test_headers_over_two_merged_rows_are_headers_once(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.insert_rows(2)
        for letter in "ABC":
            sheet.merge_cells(f"{letter}1:{letter}2")

    assert read(saved(tmp_path, change))[0] == LIST[1:]


@pytest.mark.parametrize(
    ("number", "code", "shown"),
    [(7, "000", "007"), (12, '"ORG-"000', "ORG-012"), (3, '0" people"', "3 people"), (7, "0", "7"), (0.5, "0%", "0.5")],
)
def test_numbers_with_zeros_and_texts_before_them(tmp_path: Path, number: float, code: str, shown: str) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["C2"] = number
        sheet["C2"].number_format = code

    assert read(saved(tmp_path, change))[0][0][2] == shown


def test_a_range_that_became_a_date_is_said(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["C5"] = dt.date(2025, 1, 10)
        sheet["C5"].number_format = "d-mmm"

    _rows, inspection = read(saved(tmp_path, change))
    (note,) = inspection.advice
    assert (note.row, note.column) == (5, "size")
    assert "C5: 2025-01-10" in note.what
    assert "11-50" in note.what


def test_a_column_of_dates_is_one(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        for row in range(2, 6):
            sheet[f"C{row}"] = dt.date(2025, 1, row)

    assert not read(saved(tmp_path, change))[1].advice


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (["B3"], "The formula in cell B3 has no value"),
        (["B3", "C4"], "2 formulas have no value, since no spreadsheet has computed them: cells B3 and C4."),
        (["A2", "A3", "A4", "B2", "B3", "C2"], "cells A2, B2, C2, A3 and B3 and others."),
    ],
)
def test_formulas_without_a_value_are_one_problem_with_their_cells(tmp_path: Path, cells: list[str], said: str) -> None:
    def change(sheet: Worksheet) -> None:
        for cell in cells:
            sheet[cell] = "=VLOOKUP(A4,lists!A:B,2,FALSE)"

    (problem,) = read(saved(tmp_path, change))[1].problems
    assert said in problem.what


def test_a_formula_without_a_value_on_a_sheet_that_is_not_used(tmp_path: Path) -> None:
    assert not read(saved(tmp_path, with_sheet("Sums", "hidden", [["=1+1"]])))[1].problems


_CONTENT = """<?xml version="1.0" encoding="UTF-8"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:spreadsheet>{}
</office:spreadsheet></office:body></office:document-content>"""  # fmt: skip


def ods(rows: list[list[object]]) -> bytes:
    def cell(value: object) -> str:
        if isinstance(value, bool):
            kind = f'office:value-type="boolean" office:boolean-value="{str(value).lower()}"'
        elif isinstance(value, int | float):
            kind = f'office:value-type="float" office:value="{value}"'
        else:
            kind = 'office:value-type="string"'
        return f"<table:table-cell {kind}><text:p>{value}</text:p></table:table-cell>"

    lines = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:'
                         'xmlns:manifest:1.0"/>')  # fmt: skip
        archive.writestr("content.xml", _CONTENT.format(f'<table:table table:name="List">{lines}</table:table>'))
    return stream.getvalue()


@pytest.mark.parametrize("name", ["list.ods", "list.csv", "list.xlsx"])
def test_an_opendocument_sheet_under_whatever_name(tmp_path: Path, name: str) -> None:
    pytest.importorskip("python_calamine")
    (tmp_path / name).write_bytes(
        ods([["organization", "size", "member"], ["Peña House", 12, True], ["Elm", 2.5, False]])
    )
    rows, inspection = read(tmp_path / name)
    assert rows == [["Peña House", "12", "yes"], ["Elm", "2.5", "no"]]
    assert not inspection.problems


@pytest.mark.parametrize("name", ["list.xls", "list.csv", "list.xlsx"])
def test_an_old_workbook_under_whatever_name(tmp_path: Path, name: str) -> None:
    pytest.importorskip("python_calamine")
    shutil.copyfile(SAMPLES / "list.xls", tmp_path / name)
    rows, inspection = read(tmp_path / name)
    assert rows == [
        ["Peña House", "Health", "2019-05-01", "yes", "12"],
        ["Łódź Fund", "Funders", "2020-01-02", "no", "2.5"],
    ]
    assert not inspection.problems


@pytest.mark.parametrize("name", ["list.ods", "list.xls", "list.csv"])
@pytest.mark.parametrize("data", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ods([])])
def test_what_cannot_be_read_has_one_remedy(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    (problem,) = read(tmp_path / name)[1].problems
    assert problem.todo == "Open it in a spreadsheet and save it as .xlsx."
