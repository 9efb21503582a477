"""What cannot be read says so, and what to do; never a traceback, never the whole memory."""

import io
import tracemalloc
import zipfile
from pathlib import Path

import openpyxl
import pytest

from stakeholder_graph.model.problems import Inspection, Problem
from stakeholder_graph.survey.formats import read_export
from stakeholder_graph.tabular import files
from stakeholder_graph.tabular import xlsx as sheets


def problems(folder: Path, data: bytes, name: str = "export.csv") -> list[Problem]:
    (folder / name).write_bytes(data)
    inspection = Inspection()
    responses = read_export(folder / name, name, inspection)
    assert bool(inspection.problems) or responses is not None
    for problem in inspection.problems:
        assert problem.file.startswith(name)
        assert problem.todo
    return inspection.problems


def sole(folder: Path, data: bytes, name: str = "export.csv") -> str:
    (problem,) = problems(folder, data, name)
    return problem.what


def workbook(rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def rewritten(data: bytes, **parts: bytes) -> bytes:
    """A workbook with some of its parts replaced; the names of parts are their last words."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            word = name.rpartition("/")[2].removesuffix(".xml")
            new.writestr(name, parts.get(word, old.read(name)))
    return stream.getvalue()


WORKBOOK = workbook([["organization", "Gem", "Ada"], ["Gem", None, 1], ["Ada", 2, None]])


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf", b",,,\n,,,\n", b"\xff\xfe"])
def test_an_empty_file(tmp_path: Path, data: bytes) -> None:
    assert sole(tmp_path, data) == "The file is empty."
    assert sole(tmp_path, data, "export.tsv") == "The file is empty."


def test_an_empty_workbook(tmp_path: Path) -> None:
    assert sole(tmp_path, workbook([]), "export.xlsx") == "The file is empty."


def test_a_web_page_called_csv(tmp_path: Path) -> None:
    assert "web page" in sole(tmp_path, b"\xef\xbb\xbf\r\n<!DOCTYPE html><html><body>Log in</body></html>")
    assert "web page" in sole(tmp_path, b"<html>", "export.tsv")


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9, 0.99])
def test_a_truncated_workbook(tmp_path: Path, share: float) -> None:
    assert "damaged or incomplete" in sole(tmp_path, WORKBOOK[: int(len(WORKBOOK) * share)], "export.xlsx")


def test_a_workbook_with_a_damaged_sheet(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(WORKBOOK)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml")
    assert "damaged" in sole(tmp_path, rewritten(WORKBOOK, sheet1=sheet[:-30]), "export.xlsx")
    assert "damaged" in sole(tmp_path, rewritten(WORKBOOK, workbook=b"<workbook/>"), "export.xlsx")
    beyond = b'<worksheet><sheetData><row><c t="s"><v>99</v></c></row></sheetData></worksheet>'
    assert "damaged" in sole(tmp_path, rewritten(WORKBOOK, sheet1=beyond), "export.xlsx")


def test_a_workbook_with_a_password(tmp_path: Path) -> None:
    """Excel wraps an encrypted workbook into an OLE container."""
    assert "password" in sole(tmp_path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "export.xlsx")
    assert "password" in sole(tmp_path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "export.csv")


def test_an_archive_with_a_password(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr("export.csv", "a,b\n1,2\n")
    data = bytearray(stream.getvalue())
    data[data.index(b"PK\x03\x04") + 6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "password" in sole(tmp_path, bytes(data), "export.zip")


@pytest.mark.parametrize("name", ["export.xlsx", "export.zip", "export.csv"])
def test_a_zip_bomb_is_not_unpacked(tmp_path: Path, name: str) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        if name == "export.xlsx":
            packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("export.csv", bytes(50_000_000))
    data = stream.getvalue()
    assert len(data) < 100_000
    tracemalloc.start()
    what = sole(tmp_path, data, name)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "would unpack to 50 MB" in what
    assert peak < 2_000_000


def test_an_archive_that_lies_about_its_size(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("export.csv", bytes(20_000_000))
    data = stream.getvalue().replace((20_000_000).to_bytes(4, "little"), (200).to_bytes(4, "little"))
    assert "cannot be unpacked" in sole(tmp_path, data, "export.zip")


def test_a_workbook_that_defines_entities(tmp_path: Path) -> None:
    """A billion laughs: nothing is expanded, the document type alone is refused."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    cell = '<c t="str"><v>&l9;</v></c>'
    sheet = f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]><worksheet><sheetData><row>{cell}</row></sheetData></worksheet>'
    assert "damaged" in sole(tmp_path, rewritten(WORKBOOK, sheet1=sheet.encode()), "export.xlsx")


def test_a_workbook_whose_cells_are_far_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_CELLS", 100_000)
    row = '<row r="{0}"><c r="XFD{0}"><v>1</v></c></row>'
    sheet = "".join(row.format(number) for number in range(1, 50))
    data = rewritten(WORKBOOK, sheet1=f"<worksheet><sheetData>{sheet}</sheetData></worksheet>".encode())
    assert "more than" in sole(tmp_path, data, "export.xlsx")
    far = b'<worksheet><sheetData><row r="9000000"><c r="A9000000"><v>1</v></c></row></sheetData></worksheet>'
    assert "more than" in sole(tmp_path, rewritten(WORKBOOK, sheet1=far), "export.xlsx")


def test_a_large_csv_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    with path.open("wb") as stream:
        stream.truncate(200_000_000)  # sparse: takes no room
    inspection = Inspection()
    tracemalloc.start()
    assert read_export(path, path.name, inspection) is None
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1_000_000
    assert "200 MB; not more than 100 MB" in inspection.problems[0].what
    assert files.MOST_BYTES == 100_000_000


def test_mixed_encodings_are_a_problem_at_that_row(tmp_path: Path) -> None:
    data = "who,to\nCafé,Ada\n".encode() + "Cañón,Gem\n".encode("cp1252") + b"Elm,Oak\n"
    (problem,) = problems(tmp_path, data)
    assert problem.row == 3


def test_duplicate_headers(tmp_path: Path) -> None:
    assert sole(tmp_path, b"who,Ada,ada\nGem,1,2\n") == "Two columns have the header “ada”."
    ids = ",".join(f'"{{""ImportId"":""{name}""}}"' for name in ("_recordId", "QID1", "QID2"))
    qualtrics = f"ResponseId,Q1,Q1\nResponse ID,Same words,Same words\n{ids}\nR_1234567,a,b\n".encode()
    assert sole(tmp_path, qualtrics) == "Two columns have the header “Q1”."
    assert not problems(tmp_path, qualtrics.replace(b"Q1,Q1", b"Q1,Q2"))


def test_a_quotation_mark_that_is_never_closed(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, b'who,Ada\nGem,"1\nElm,2\n')
    assert (problem.row, "cannot be split" in problem.what) == (2, True)


def test_an_archive_without_or_with_several_tables(tmp_path: Path) -> None:
    def packed(*names: str) -> bytes:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as packing:
            for name in names:
                packing.writestr(name, WORKBOOK if name.endswith("xlsx") else "who,Ada\nGem,1\n")
        return stream.getvalue()

    assert "holds no table" in sole(tmp_path, packed("photo.png"), "export.zip")
    assert "several tables" in sole(tmp_path, packed("a.xlsx", "b.xlsx"), "export.zip")
    assert "several tables" in sole(tmp_path, packed("a.csv", "b.csv"), "export.zip")
    assert not problems(tmp_path, packed("a.xlsx"), "export.zip")


def test_a_missing_file(tmp_path: Path) -> None:
    inspection = Inspection()
    assert read_export(tmp_path / "none.csv", "none.csv", inspection) is None
    assert "cannot be read" in inspection.problems[0].what


def test_json_that_is_no_project(tmp_path: Path) -> None:
    assert "not of a kind that is known" in sole(tmp_path, b'{"a": [1, 2]}', "export.json")
    assert "breaks off" in sole(tmp_path, b'{"elements": [', "export.json")


def test_deep_json_is_no_traceback(tmp_path: Path) -> None:
    assert sole(tmp_path, b"[" * 200_000, "export.json")
