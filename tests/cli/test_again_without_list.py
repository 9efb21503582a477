"""Running again over settings that read a plain list as answers and keep no list of organizations."""

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

import stakeholder_graph as sg
from stakeholder_graph.cli import main

LIST = "From,To\nElm Library,Fir Trust\nElm Libary,Gem House\nFir Trust,Elm Library\nGem House,Fir Trust\n"
SETTINGS = """
name = "Ours"
[[wave]]
name = "1"
files = ["list.csv"]
[[question]]
kind = "identity"
file = "list.csv"
question = "From"
[[question]]
kind = "tie"
file = "list.csv"
question = "To"
partners = "To"
layer = "work"
promise = "named"
"""


#: Sheets with nothing below their headers.
HEADERS = {
    "Organizations": ["organization", "sector", "role"],
    "Names": ["written", "proposal", "score", "why", "decision"],
}


def run(*args: object, answers: str = "") -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], input=answers, catch_exceptions=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of which a workbook decides that its list holds answers, and whose list of organizations is empty."""
    (tmp_path / "list.csv").write_text(LIST)
    (tmp_path / "partnership.toml").write_text(SETTINGS)
    converted = run("codebook", tmp_path / "partnership.toml", "--to", "workbook")
    assert converted.exit_code == 0, converted.output
    for leftover in tmp_path.glob("partnership*.toml"):
        leftover.unlink()
    book = openpyxl.load_workbook(tmp_path / "partnership.xlsx")
    if "Drafted" in book.sheetnames:
        del book["Drafted"]  # as versions before it had no such sheet
    for sheet, headers in HEADERS.items():
        if sheet in book.sheetnames:
            del book[sheet]
        book.create_sheet(sheet).append(headers)
    book.save(tmp_path / "partnership.xlsx")
    return tmp_path


def test_a_list_that_is_read_as_answers_is_not_read_a_second_time_as_ties(folder: Path) -> None:
    started = run("start", folder, answers="\n" * 9)
    assert started.exit_code == 0, started.output
    book = openpyxl.load_workbook(folder / "partnership.xlsx")
    assert "Files" not in book.sheetnames or book["Files"].max_row == 1
    assert run("check", folder).exit_code == 0


def test_names_near_to_each_other_have_a_row_to_be_decided_in(folder: Path) -> None:
    run("start", folder, answers="\n" * 9)
    book = openpyxl.load_workbook(folder / "partnership.xlsx")
    names = [row[:2] for row in book["Names"].iter_rows(min_row=2, values_only=True)]
    assert names == [("Elm Libary", "Elm Library")]
    book["Names"].cell(2, 5).value = "yes"
    book.save(folder / "partnership.xlsx")
    assert len(sg.read(folder).graph().names) == 3
