import io
from pathlib import Path

import openpyxl
import pytest

from stakeholder_graph.model.problems import Inspection, Problem
from stakeholder_graph.tabular.source_table import SourceTable, read_table


def table_of(folder: Path, data: bytes, name: str = "x.csv") -> tuple[SourceTable | None, list[Problem]]:
    (folder / name).write_bytes(data)
    inspection = Inspection()
    return read_table(folder / name, name, inspection), inspection.problems


def good(folder: Path, data: bytes, name: str = "x.csv") -> SourceTable:
    table, problems = table_of(folder, data, name)
    assert not problems
    assert table is not None
    return table


def rows_of(table: SourceTable) -> list[list[str]]:
    return [list(row) for row in zip(*table.columns.values(), strict=True)]


def sole(folder: Path, data: bytes, name: str = "x.csv") -> Problem:
    (problem,) = table_of(folder, data, name)[1]
    return problem


def workbook(rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_separators_and_line_ends(tmp_path: Path, encoding: str, separator: str, end: str) -> None:
    text = f"name{separator}a; b or c{end}" if separator == "," else f"name{separator}a, b or c{end}"
    rows = [["Café", "1"], ["Ñandú", "2"]]
    text += end.join(separator.join(row) for row in rows)
    assert rows_of(good(tmp_path, text.encode(encoding))) == rows


def test_text_is_composed_trimmed_and_without_control_characters(tmp_path: Path) -> None:
    table = good(tmp_path, " Name \n  Cafe\u0301\x07\u200b \n".encode())
    assert table.texts("NAME") == ["Caf\u00e9"]


def test_only_a_semicolon_allows_a_decimal_comma(tmp_path: Path) -> None:
    assert good(tmp_path, b"a;b\n1;2,5").decimal_comma
    assert not good(tmp_path, b"a,b\n1,2").decimal_comma


def test_a_header_may_hold_more_of_another_separator(tmp_path: Path) -> None:
    header = "organization,Which do you offer: meals; beds; rides"
    table = good(tmp_path, f"{header}\nLibrary,rides\n".encode())
    assert list(table.columns) == header.split(",")


def test_rows_keep_the_numbers_a_spreadsheet_gives_them(tmp_path: Path) -> None:
    table = good(tmp_path, b'a,b\n1,"two\nlines"\n\n,,\n5,x\n')
    assert table.rows == [2, 5]
    assert table.texts("b") == ["two\nlines", "x"]


def test_a_row_that_is_not_utf8_as_the_others_are(tmp_path: Path) -> None:
    data = 'a,b\nCafé,1\n"x\ny",2\n'.encode() + "Ñandú,3\n".encode("cp1252") + b"plain,4\n"
    table, problems = table_of(tmp_path, data)
    assert [(p.file, p.row) for p in problems] == [("x.csv", 4)]
    assert table is not None
    assert table.texts("b") == ["1", "2", "3", "4"]  # read on, for the other problems


def test_bytes_that_make_words_in_no_encoding(tmp_path: Path) -> None:
    assert sole(tmp_path, b"a\nx\nB\x81\x8d\x01\x98c\xd7D\n").row == 3


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty"),
        (b" \n,,\n", "empty"),
        (b"a,A\n1,2\n", "Two columns"),
        (b"a,b\n1,2,3\n", "more cells (3) than there are headers (2)"),
        (b"a,,c\n1,2,3\n", "Column 2 has answers but no header"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html></html>", "web page"),
        (b"  <html><body>Please log in</body></html>", "web page"),
        (b"PK\x03\x04rest", "damaged or incomplete"),
        (b'a,b\n"never closed,2\n3,4\n', "cannot be split into cells"),
    ],
)
def test_what_cannot_be_a_table(tmp_path: Path, data: bytes, told: str) -> None:
    problem = sole(tmp_path, data)
    assert told in problem.what
    assert problem.todo
    assert problem.file == "x.csv"


def test_short_rows_and_trailing_separators_are_no_problem(tmp_path: Path) -> None:
    assert rows_of(good(tmp_path, b"a,b,\n1\n2,3,,,\n")) == [["1", ""], ["2", "3"]]


def test_a_workbook_as_a_person_sees_it(tmp_path: Path) -> None:
    import datetime as dt

    rows: list[list[object]] = [
        ["n", "x", "when", "sure"],
        [3, 2.5, dt.date(2025, 3, 31), True],
        [None] * 4,
        [4.0, 0.1 + 0.2, dt.datetime(2025, 3, 31, 9, 30), False],
    ]
    table = good(tmp_path, workbook(rows), "x.xlsx")
    assert rows_of(table) == [
        ["3", "2.5", "2025-03-31", "yes"],
        ["4", "0.3", "2025-03-31 09:30:00", "no"],
    ]
    assert table.rows == [2, 4]


def test_a_cell_that_begins_like_a_formula_stays_text(tmp_path: Path) -> None:
    assert good(tmp_path, b"a\n=HYPERLINK(1)\n").texts("a") == ["=HYPERLINK(1)"]


def test_a_damaged_and_a_locked_workbook(tmp_path: Path) -> None:
    rows: list[list[object]] = [[str(number)] for number in range(500)]
    whole = workbook(rows)
    assert "damaged" in sole(tmp_path, whole[: len(whole) // 2], "x.xlsx").what
    assert "password" in sole(tmp_path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "x.xlsx").what
    assert "damaged" in sole(tmp_path, b"", "x.xlsx").what


@pytest.mark.parametrize(
    ("text", "header", "rows"),
    [
        ('a,"How often; or\nnever;; do you?",c\n1,2,3\n', "How often; or\nnever;; do you?", [["1", "2", "3"]]),
        ('"a, b, c",d;"e, f",g\n1,2;3,4\n', "a, b, c", None),
        ('a;"b, c, d, e";f\n1;2;3\n4;5;6\n', "b, c, d, e", [["1", "2", "3"], ["4", "5", "6"]]),
        ('a\t"say ""x; y; z"" here"\n1\t2\n', 'say "x; y; z" here', [["1", "2"]]),
        ('"only, one"\n"x, y"\n', "only, one", [["x, y"]]),
    ],
)
def test_quotation_marks_come_before_separators(
    tmp_path: Path, text: str, header: str, rows: list[list[str]] | None
) -> None:
    table, _problems = table_of(tmp_path, text.encode())
    assert table is not None
    assert header in table.columns
    assert rows is None or rows_of(table) == rows
