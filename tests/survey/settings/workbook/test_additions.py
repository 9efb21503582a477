"""Sheets, columns and comments of their own that people added to the workbook are never gone."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from openpyxl.comments import Comment
from openpyxl.workbook import Workbook

from stakeholder_graph.cli import main
from tests.survey.settings.made_exports import HOW_OFTEN, ORG, grid, qualtrics

Add = Callable[[Workbook], object]


def codebook(export: Path) -> str:
    result = CliRunner().invoke(main, ["codebook", str(export)])
    assert result.exit_code == 0, result.output
    return result.stderr


@pytest.fixture
def made(tmp_path: Path) -> Path:
    export = qualtrics(tmp_path / "survey.csv", [ORG, *grid("Q1", "How often do you work together?", HOW_OFTEN)])
    codebook(export)
    return export


def earlier(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.earlier*"))


@pytest.mark.parametrize(
    "add",
    [
        lambda book: book.create_sheet("mine").__setitem__("A1", "my notes"),
        lambda book: book["Questions"].cell(1, book["Questions"].max_column + 1, "who decides"),
        lambda book: book["Questions"].cell(2, book["Questions"].max_column + 2, "no header"),
        lambda book: setattr(book["Questions"]["A2"], "comment", Comment("ask her", "me")),
        lambda book: book["Start here"].__setitem__("D3", "a remark"),
        lambda book: book["Questions"].__setitem__("B2", "=1+1"),
    ],
)
def test_they_stand_beside_the_new_workbook(made: Path, add: Add) -> None:
    target = made.parent / "partnership.xlsx"
    book = openpyxl.load_workbook(target)
    add(book)
    book.save(target)
    filled_in = target.read_bytes()
    assert "partnership.earlier.xlsx is the earlier workbook" in codebook(made)
    assert (made.parent / "partnership.earlier.xlsx").read_bytes() == filled_in
    assert "earlier" not in codebook(made)
    assert earlier(made.parent) == ["partnership.earlier.xlsx"]
    result = CliRunner().invoke(main, ["check", str(made.parent)])
    assert "earlier" not in result.output


def test_decisions_alone_need_no_second_workbook(made: Path) -> None:
    target = made.parent / "partnership.xlsx"
    book = openpyxl.load_workbook(target)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if str(cell.value).endswith("?"):
                    cell.value = str(cell.value).removesuffix("?")
    book.save(target)
    codebook(made)
    assert earlier(made.parent) == []
