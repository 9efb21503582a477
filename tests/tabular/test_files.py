"""Files of tables: what their bytes are, and how far they are read."""

import io
import json
import zipfile
from pathlib import Path

import openpyxl
import pytest

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.tabular.files import TableFile, open_file, open_plain_file


def opened(folder: Path, data: bytes, name: str = "x.csv", most_rows: int | None = None) -> TableFile:
    (folder / name).write_bytes(data)
    inspection = Inspection()
    table_file = open_file(folder / name, name, inspection, most_rows)
    assert not inspection.problems
    assert table_file is not None
    return table_file


def workbook(**sheets: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_bytes_tell_what_a_file_is(tmp_path: Path) -> None:
    assert opened(tmp_path, b"a,b\n1,2\n").spelling == "CSV"
    assert opened(tmp_path, b"a\tb\n1\t2\n").spelling == "TSV"
    assert opened(tmp_path, b"a;b\n1;2,5\n").decimal_comma
    assert opened(tmp_path, json.dumps({"a": [1]}).encode()).data == {"a": ["1"]}  # as it is written
    assert opened(tmp_path, workbook(One=[["a"], [1]], Two=[["b"]])).sheets == {"One": [["a"], ["1"]], "Two": [["b"]]}


def test_of_a_long_text_only_the_start_is_read_where_only_that_is_wanted(tmp_path: Path) -> None:
    damaged = b"a,b\n" + b"1,2\n" * 100_000 + b'"never closed,2\n'
    head = opened(tmp_path, damaged, most_rows=20)
    assert 20 < len(head.rows) < 60_000
    assert head.rows[-1] == ["1", "2"]
    inspection = Inspection()
    assert open_file(tmp_path / "x.csv", "x.csv", inspection) is None
    assert [problem.row for problem in inspection.problems] == [100_002]


def test_of_a_workbook_only_so_many_rows_are_read(tmp_path: Path) -> None:
    data = workbook(One=[[number] for number in range(50)], Two=[["x"]])
    assert opened(tmp_path, data, "x.xlsx", most_rows=2).sheets == {"One": [["0"], ["1"]], "Two": [["x"]]}


def test_the_head_of_json_is_the_whole(tmp_path: Path) -> None:
    content = {"elements": [{"label": f"Organization {number}"} for number in range(20_000)]}
    assert opened(tmp_path, json.dumps(content, indent=1).encode(), "x.json", most_rows=20).data == content


@pytest.mark.parametrize("inside", ["x.csv", "My survey/x.csv"])
def test_an_archive_with_one_table_is_that_table(tmp_path: Path, inside: str) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(inside, "a,b\n1,2\n")
        archive.writestr("__MACOSX/._x.csv", b"\x00")
    table_file = opened(tmp_path, stream.getvalue(), "x.zip")
    assert (table_file.file, table_file.headers, table_file.rows[1]) == ("x.zip", ["a", "b"], ["1", "2"])


def test_a_plain_file_is_what_its_bytes_are_whatever_its_name(tmp_path: Path) -> None:
    for name, data in (("ties.csv", workbook(One=[["a", "b"], [1, 2]])), ("ties.xlsx", b"a,b\n1,2\n")):
        (tmp_path / name).write_bytes(data)
        inspection = Inspection()
        table_file = open_plain_file(tmp_path / name, name, inspection)
        assert table_file is not None
        assert table_file.rows == [["a", "b"], ["1", "2"]]
        assert not inspection.problems
