"""Inputs that once ended in a traceback, a hang or a full memory: each is said in plain words, and nothing is lost."""

import io
import json
import time
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest

from stakeholder_graph.model.problems import Inspection, Problem, SurveyError
from stakeholder_graph.survey import Survey, read_partnership
from stakeholder_graph.survey.formats import Responses, read_export
from stakeholder_graph.survey.settings.drafting.from_files import draft_settings
from stakeholder_graph.survey.settings.workbook.sheets import ESSENTIAL, SHEETS
from stakeholder_graph.survey.settings.workbook.write import write_workbook
from stakeholder_graph.tabular import delimited, files, xlsx

Files = Mapping[str, str | bytes]
Reads = Callable[[Files], Survey]
Problems = Callable[[Files], tuple[Problem, ...]]

SETTINGS = """
[[question]]
kind = "identity"
file = "export.csv"
respondent = "Who"
[[question]]
kind = "tie"
file = "export.csv"
layer = "contact"
question = "How often"
scale = [{value = 0, name = "Never", tie = false}, {value = 1, name = "Weekly"}]
"""
EXPORT = "Who,How often [A],How often [B]\nA,,Weekly\nB,Never,\n"


def opened(folder: Path, data: bytes, name: str = "export.csv") -> tuple[Responses | None, list[str]]:
    (folder / name).write_bytes(data)
    inspection = Inspection()
    responses = read_export(folder / name, name, inspection)
    return responses, [str(problem) for problem in inspection.problems]


EMPTY = "export.csv: The file is empty. Download it again, or remove it if it is not needed."
BLANK = (
    "export.csv, row {}: The row of headers is blank: it holds only codes for a space, such as &nbsp;. "
    "Give each column a header."
)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"sep=;", EMPTY),
        (b"sep=;\n", EMPTY),
        (b"sep=,\n\n,,\n", EMPTY),
        (b"&nbsp;", BLANK.format(1)),
        (b"\n&nbsp;,&nbsp;\n1,2\n", BLANK.format(2)),
        (b"<b></b>,<br/>\n1,2\n", BLANK.format(1)),
        (b",b\n1,2\n", "export.csv, row 2: Column 1 has answers but no header. Give the column a header."),
    ],
)
def test_a_table_without_headers_is_said(tmp_path: Path, data: bytes, said: str) -> None:
    assert opened(tmp_path, data) == (None, [said])


@pytest.mark.parametrize(
    "data",
    [
        b"a",
        b"a,b\r1,2\r",
        b"a,b\n1\r2,3\n",
        b"a1,a" + b"9" * 5000 + b"\n1,2\n",
        b"a,b\n" + b"9" * 5000 + b",2\n",
        b"a,b\x00\n1\x00,2\n",
        b"[" * 20_000 + b"\n1\n",
    ],
)
def test_odd_tables_are_read(tmp_path: Path, data: bytes) -> None:
    responses, said = opened(tmp_path, data)
    assert responses is not None
    assert not said


def graph(label: object, **also: object) -> bytes:
    elements = [{"label": label, **also}, {"label": "B"}]
    return json.dumps({"elements": elements, "connections": [{"from": "B", "to": "B"}]}).encode()


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        (graph("A\ud800\x00"), "A"),
        (graph("A", tags=json.loads("[" * 900 + "1" + "]" * 900)), "A"),
        (graph("A").replace(b'"A"', b"9" * 5000), "9" * 5000),
    ],
)
def test_odd_values_of_a_json_file_are_read(tmp_path: Path, data: bytes, shown: str) -> None:
    responses, said = opened(tmp_path, data, "project.json")
    assert not said
    assert responses is not None
    assert responses.table.cells["label"].tolist() == [shown, "B"]


@pytest.mark.parametrize("data", [b"[" * 100_000, b"[" * 1000 + b"]" * 1000, b'{"elements": [1]'])
def test_json_of_another_kind_is_said(tmp_path: Path, data: bytes) -> None:
    responses, said = opened(tmp_path, data, "project.json")
    assert responses is None
    assert len(said) == 1
    assert said[0].startswith("project.json: The file ") or "JSON" in said[0]


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
@pytest.mark.parametrize("at", [50, 55])
def test_a_damaged_archive_is_said_whatever_packed_it(tmp_path: Path, method: int, at: int) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        archive.writestr("export.csv", "Who,How often [A]\n" * 9)
    data = bytearray(stream.getvalue())
    data[at] ^= 0xFF
    responses, said = opened(tmp_path, bytes(data), "export.zip")
    assert responses is None
    assert said == ["export.zip: “export.csv” in the archive cannot be unpacked. Download the archive again."]


NESTED = (
    "partnership.toml: The settings are nested more than 20 levels deep. Look for a square bracket or a dot too many; "
    "no setting needs more than 4 levels."
)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("a = " + "[" * 1000 + "]" * 1000, NESTED),
        ("a = " + "[" * 100_000, NESTED),
        (".".join("a" * 2000) + " = 1", NESTED),
        (
            "a = " + "9" * 5000,
            "partnership.toml: The settings hold a number with more digits than can be read. Correct the number.",
        ),
        (
            SETTINGS.replace("tie = false", "colour = 1"),
            "partnership.toml, question 2, scale 1: There is no setting “colour”. Remove it, or use one of value, "
            "name, tie, hours.",
        ),
        (
            SETTINGS + "limit = " + "9" * 400,
            f"partnership.toml, question 2, limit: This setting cannot be “{'9' * 60}…”. "
            "Write a number of 1,000,000 or less.",
        ),
    ],
)
def test_odd_settings_are_said(problems: Problems, settings: str, said: str) -> None:
    assert said in [str(problem) for problem in problems({"partnership.toml": settings, "export.csv": EXPORT})]


def test_a_list_that_no_column_is_on_leaves_each_name_to_decide(read: Reads) -> None:
    listed = 'organization\n"North, Ada"\n"South, Ben"\n'
    export = EXPORT.replace("A", "Ada North").replace("B", "Ben South")
    survey = read({"partnership.toml": SETTINGS, "export.csv": export, "organizations.csv": listed})
    waiting = [problem.what for problem in survey.info.undecided]
    assert any("“Ada North” may be “North, Ada”" in what for what in waiting)
    assert any("“Ben South” may be “South, Ben”" in what for what in waiting)
    assert not len(survey.frames["ties"])


def test_headers_without_answers_are_a_survey_that_nobody_has_answered(read: Reads) -> None:
    survey = read({"partnership.toml": SETTINGS, "export.csv": EXPORT.splitlines()[0] + "\n"})
    assert not survey.frames["asked"]["answered"].any()


def drafted(folder: Path) -> Path:
    """A folder with an export and the workbook drafted from it."""
    names = ("Harbor Clinic", "City Library", "First Church", "Wren Schools")
    lines = [",".join(["Timestamp", "Your organization", *(f"How often do you meet? [{name}]" for name in names)])]
    lines += [f"2025/03/0{day} 10:00:00 AM EST,{name},Never,Weekly,Never,Weekly" for day, name in enumerate(names, 1)]
    (folder / "export.csv").write_text("\n".join(lines))
    write_workbook(folder / "partnership.xlsx", draft_settings([folder / "export.csv"], folder))
    return folder / "partnership.xlsx"


@pytest.mark.parametrize("change", ["renamed", "deleted"])
@pytest.mark.parametrize(
    ("sheet", "column"),
    # A draft without layers has no sheet of them, and one of an export none of files.
    [(sheet, name) for sheet in ESSENTIAL if sheet not in ("Layers", "Files") for name in sorted(ESSENTIAL[sheet])],
)
def test_a_column_of_the_workbook_that_is_gone_is_said(tmp_path: Path, sheet: str, column: str, change: str) -> None:
    path = drafted(tmp_path)
    book = openpyxl.load_workbook(path)
    header = next(field.header for field in SHEETS[sheet] if field.name == column)
    place = next(cell.column for cell in book[sheet][1] if cell.value == header)
    if change == "renamed":
        book[sheet].cell(1, place).value = "xyz"
    else:
        book[sheet].delete_cols(place)
    book.save(path)
    said = f"partnership.xlsx, sheet “{sheet}”, row 1: There is no column “{header}”. Bring it back."
    for reads in (lambda: read_partnership(tmp_path), lambda: draft_settings([tmp_path / "export.csv"], tmp_path)):
        with pytest.raises(SurveyError) as caught:
            reads()
        assert said in [str(problem) for problem in caught.value.problems]


def test_an_emptied_sheet_of_the_workbook_is_a_sheet_without_rows(tmp_path: Path) -> None:
    path = drafted(tmp_path)
    for sheet in ("Scales", "Organizations", "Names", "Sectors", "Rounds"):
        book = openpyxl.load_workbook(path)
        book[sheet].delete_rows(1, 99)
        book.save(path)
    write_workbook(path, draft_settings([tmp_path / "export.csv"], tmp_path))
    assert read_partnership(tmp_path).info.undecided


def test_a_column_of_the_workbook_with_a_typing_error_is_noticed(tmp_path: Path) -> None:
    path = drafted(tmp_path)
    book = openpyxl.load_workbook(path)
    place = next(cell for cell in book["Questions"][1] if cell.value == "answers like a blank")
    place.value = "answers lik a blank"
    book.save(path)
    said = [str(problem) for problem in read_partnership(tmp_path).info.advice]
    assert (
        "partnership.xlsx, sheet “Questions”, row 1: There is no column “answers like a blank”. Did you mean “answers "
        "lik a blank”? Then rename it."
    ) in said


@pytest.mark.parametrize("encoding", ["big5", "shift_jis", "utf-7", "klingon", "idna"])
def test_xml_in_a_foreign_encoding_is_said(tmp_path: Path, encoding: str) -> None:
    path = drafted(tmp_path)
    stream = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            is_book = name == "xl/workbook.xml"
            new.writestr(name, f'<?xml version="1.0" encoding="{encoding}"?>'.encode() + data if is_book else data)
    responses, said = opened(tmp_path, stream.getvalue(), "export.xlsx")
    assert responses is None
    assert said == [
        "export.xlsx: The workbook is damaged or incomplete and cannot be opened. Download it again, or open it and "
        "save it as .xlsx."
    ]


def test_a_mistake_of_our_own_is_not_called_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = drafted(tmp_path)

    def mistaken(*_: object) -> str:
        raise KeyError("a mistake")

    monkeypatch.setattr(xlsx, "_shown", mistaken)
    with pytest.raises(KeyError):
        opened(tmp_path, path.read_bytes(), "export.xlsx")


def sheet_of(row: str) -> bytes:
    """A workbook of one cell, in that row."""
    book = openpyxl.Workbook()
    book.active.append(["a"])
    stream, changed = io.BytesIO(), io.BytesIO()
    book.save(stream)
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            is_sheet = name.endswith("sheet1.xml")
            new.writestr(name, data.replace(b'r="1"', f'r="{row}"'.encode()) if is_sheet else data)
    return changed.getvalue()


def test_a_cell_below_the_last_row_of_any_sheet_is_said(tmp_path: Path) -> None:
    assert opened(tmp_path, sheet_of("19999998"), "export.xlsx") == (
        None,
        [
            "export.xlsx: The workbook has a cell in row 19,999,998, and a sheet has no more than 1,048,576 rows. "
            "Delete whatever stands below the table, or save the table as CSV."
        ],
    )


def test_the_bounds_on_rows_and_on_filled_up_rows_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "_MOST_ROWS", 5)
    monkeypatch.setattr(files, "MOST_CELLS", 50)
    assert opened(tmp_path, b"a\n" + b"1\n" * 90) == (
        None,
        [
            "export.csv, row 6: The table has more than 5 rows. Check that this is the right file, or export one wave "
            "at a time."
        ],
    )
    assert opened(tmp_path, b"a" + b",a" * 20 + b"\n1\n1\n") == (
        None,
        [
            "export.csv: One row is so long that the table would have more than 50 cells. Delete whatever stands "
            "beside and below the table."
        ],
    )


def test_thousands_of_unknown_names_are_said_in_seconds(problems: Problems) -> None:
    listed = "organization\n" + "".join(f"Harbor Clinic {number}\n" for number in range(2000))
    ties = "from,to\n" + "".join(f"Harbor Clinic 1,City Library {number}\n" for number in range(3000))
    before = time.process_time()
    said = problems({"organizations.csv": listed, "ties.csv": ties})
    assert time.process_time() - before < 20
    assert len(said) == 101
    assert str(said[-1]) == (
        "ties.csv, row 102, column “to”: 2,900 more texts in this column are wrong in the same way. Correct those that "
        "are listed and read again; at most 100 are listed."
    )
