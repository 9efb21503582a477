"""A report that is written again keeps what people filled in, each folder its own."""

import io
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from stakeholder_graph.cli import main
from tests.folders import files_in

FILES = {
    "organizations.csv": "organization,sector,answered\nAda,x,yes\nBen,y,no\nCem,y,yes\nDan,x,no\n",
    "ties.csv": "from,to\nAda,Ben\nAda,Cem\n",
}
CALLS, CORRECTIONS = "outputs/backbone-only/call-list.xlsx", "outputs/for-the-room/corrections.xlsx"


def write(folder: Path) -> str:
    options = ["--permutations", "99", "--draws", "20", "--quiet"]
    result = CliRunner().invoke(main, ["report", str(folder), "-o", str(folder / "outputs"), *options])
    assert result.exit_code == 0, result.output
    return result.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def test_what_is_filled_in_stays(folder: Path) -> None:
    write(folder)
    assert write(folder) == ""
    calls = openpyxl.load_workbook(folder / CALLS)
    column = {cell.value: cell.column for cell in calls.active[1]}
    row_of = {row[1].value: row[0].row for row in calls.active.iter_rows(min_row=2)}
    calls.active.cell(row_of["Ben"], column["Who calls"], "Zoe of the backbone")
    calls.active.cell(row_of["Dan"], column["Contact"], "555 1234")
    calls.save(folder / CALLS)
    corrections = openpyxl.load_workbook(folder / CORRECTIONS)
    corrections["corrections"]["A2"], corrections["corrections"]["B2"] = "connection", "Cem"
    corrections.save(folder / CORRECTIONS)
    # Ben answers, and so is on the list no longer, at least not to be heard from.
    (folder / "organizations.csv").write_text(FILES["organizations.csv"].replace("Ben,y,no", "Ben,y,yes"))
    for _run in range(2):
        said = write(folder)
        assert "backbone-only/call-list.xlsx: what people wrote in it stands in the new file too." in said
        assert "for-the-room/corrections.xlsx: what people wrote" in said
        calls = openpyxl.load_workbook(folder / CALLS)
        now = {row[1].value: [cell.value for cell in row] for row in calls.worksheets[0].iter_rows(min_row=2)}
        assert "555 1234" in now["Dan"]
        (earlier,) = calls["Earlier calls"].iter_rows(min_row=2, values_only=True)
        assert {"Ben", "Zoe of the backbone"} <= set(earlier)
        noted = openpyxl.load_workbook(folder / CORRECTIONS)["corrections"]
        assert [cell.value for cell in noted[2]][:2] == ["connection", "Cem"]
    room = [path.read_bytes() for path in files_in(folder / "outputs" / "for-the-room")]
    texts = [
        str(book["corrections"]["A1"].value)
        for book in (openpyxl.load_workbook(io.BytesIO(data)) for data in room if data[:2] == b"PK" and b"xl/" in data)
        if "corrections" in book
    ]
    assert texts == ["about", "about"]  # as it was written, and as it is now
    assert not (folder / "outputs" / "for-the-room" / "call-list.xlsx").exists()
