"""``start`` again: what was deleted stays away, what was edited stays, what is new is added and said."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from openpyxl.worksheet.worksheet import Worksheet

from stakeholder_graph.cli import main
from tests.front_door.partnership import pairs, text
from tests.survey.settings.made_exports import HOW_OFTEN, ORG, PARTNERS, grid, qualtrics, ticks

Edit = Callable[[Worksheet], object]
OFTEN = grid("often", "How often are you in contact with", HOW_OFTEN)


def start(folder: Path) -> str:
    result = CliRunner().invoke(main, ["start", str(folder)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def edit(folder: Path, sheet: str, change: Edit) -> None:
    book = openpyxl.load_workbook(folder / "partnership.xlsx")
    change(book[sheet])
    book.save(folder / "partnership.xlsx")


def rows(folder: Path, sheet: str) -> list[list[str]]:
    book = openpyxl.load_workbook(folder / "partnership.xlsx")
    lines = [["" if cell is None else str(cell) for cell in row] for row in book[sheet].iter_rows(values_only=True)]
    return [line for line in lines[1:] if any(line)]


def empty(sheet: Worksheet) -> None:
    sheet.delete_rows(2, sheet.max_row)


def stays(folder: Path) -> None:
    """Two further runs leave every sheet as the first of them found it, to the byte."""
    said = start(folder)
    assert "New since" not in said
    once = (folder / "partnership.xlsx").read_bytes()
    assert "New since" not in start(folder)
    assert (folder / "partnership.xlsx").read_bytes() == once


@pytest.fixture
def surveyed(tmp_path: Path) -> Path:
    """A survey with a list, a scale, names and sectors to decide on."""
    sector = ("sector", "Which sector are you in?", ("Health", "Schools", "Schools", "Faith"))
    who = (ORG[0], ORG[1], (*PARTNERS[:3], "Wren Schols"))
    qualtrics(tmp_path / "survey.csv", [who, sector, *OFTEN, *ticks("team", "Which teams are you in?", ("A", "B"))])
    start(tmp_path)
    return tmp_path


@pytest.mark.parametrize("sheet", ["Questions", "Scales", "Organizations", "Names"])
def test_a_sheet_that_was_emptied_stays_empty(surveyed: Path, sheet: str) -> None:
    assert rows(surveyed, sheet)
    edit(surveyed, sheet, empty)
    stays(surveyed)
    assert rows(surveyed, sheet) == []


@pytest.mark.parametrize("sheet", ["Questions", "Scales", "Organizations", "Names"])
def test_a_row_that_was_deleted_stays_away(surveyed: Path, sheet: str) -> None:
    before = rows(surveyed, sheet)
    edit(surveyed, sheet, lambda cells: cells.delete_rows(2))
    if sheet == "Organizations":
        assert "New since the last time: names to decide on: “Harbor Clinic”" in start(surveyed)
    stays(surveyed)
    assert [row[0] for row in rows(surveyed, sheet)] == [row[0] for row in before[1:]]


@pytest.mark.parametrize(
    ("sheet", "row", "column", "value"),
    [("Questions", 2, 6, "talk"), ("Scales", 2, 2, "7"), ("Organizations", 2, 2, "health"), ("Names", 2, 5, "nobody"),
     ("Sectors", 2, 3, "0.5"), ("Rounds", 2, 2, "2025-03"), ("Promise", 2, 5, "backbone")],
)  # fmt: skip
def test_a_cell_that_was_edited_stays(surveyed: Path, sheet: str, row: int, column: int, value: str) -> None:
    edit(surveyed, sheet, lambda cells: cells.cell(row, column, value))
    stays(surveyed)
    assert rows(surveyed, sheet)[row - 2][column - 1] == value


@pytest.mark.parametrize(
    ("sheet", "row"),
    [("Scales", ["mine", "0", "no", "no"]), ("Organizations", ["Elm House", "arts", ""]), ("Rounds", ["2019", "", ""]),
     ("Names", ["Wren S.", "", "", "", "Wren Schools"]), ("Sectors", ["reference", "Arts", ""])],
)  # fmt: skip
def test_a_row_of_ones_own_stays(surveyed: Path, sheet: str, row: list[str]) -> None:
    edit(surveyed, sheet, lambda cells: cells.append(row))
    stays(surveyed)
    assert row[0] in [line[0] for line in rows(surveyed, sheet)]


def test_a_renamed_organization_is_not_drafted_under_its_old_name(surveyed: Path) -> None:
    edit(surveyed, "Organizations", lambda cells: cells.cell(2, 1, "Harbor Clinic and Pharmacy"))
    assert "New since the last time: names to decide on: “Harbor Clinic”" in start(surveyed)
    stays(surveyed)
    listed = [row[0] for row in rows(surveyed, "Organizations")]
    assert "Harbor Clinic and Pharmacy" in listed
    assert "Harbor Clinic" not in listed
    assert ["Harbor Clinic", "Harbor Clinic and Pharmacy"] in [row[:2] for row in rows(surveyed, "Names")]


def test_only_what_is_new_since_then_is_added_and_said(surveyed: Path) -> None:
    edit(surveyed, "Organizations", lambda cells: cells.delete_rows(2))
    edit(surveyed, "Questions", lambda cells: cells.delete_rows(cells.max_row))
    start(surveyed)
    before = {sheet: rows(surveyed, sheet) for sheet in ("Questions", "Organizations", "Rounds")}
    trust = grid("trust", "How much do you trust", [["", "High", "Low", "High"]] * 4)
    qualtrics(surveyed / "survey_2027.csv", [ORG, *OFTEN, *trust], 2027)
    said = start(surveyed)
    assert "New since the last time: questions: “trust, 2027”" in said
    assert "New since the last time: rounds: “2027”" in said
    assert "organizations:" not in said
    stays(surveyed)
    assert rows(surveyed, "Organizations") == before["Organizations"]
    assert [row[0] for row in rows(surveyed, "Questions")] == [*(row[0] for row in before["Questions"]), "trust"]
    assert [row[0] for row in rows(surveyed, "Rounds")] == ["2025", "2027"]


def test_a_deleted_row_comes_back_once_the_record_of_it_is_deleted_too(surveyed: Path) -> None:
    edit(surveyed, "Organizations", lambda cells: cells.delete_rows(2))
    start(surveyed)

    def forget(cells: Worksheet) -> None:
        (row,) = [
            row[0].row
            for row in cells.iter_rows()
            if row[1].value == "Harbor Clinic" and row[0].value == "organizations"
        ]
        cells.delete_rows(row)

    edit(surveyed, "Drafted", forget)
    assert "organizations: “Harbor Clinic”" in start(surveyed)


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """Two lists of ties and what organizations take part in."""
    (tmp_path / "funding.csv").write_text(text(pairs("From", "To")))
    (tmp_path / "advice.csv").write_text(text(pairs("From", "To")))
    start(tmp_path)
    return tmp_path


@pytest.mark.parametrize("sheet", ["Files", "Layers", "Organizations"])
def test_emptied_sheets_of_tables_stay_empty(tables: Path, sheet: str) -> None:
    assert rows(tables, sheet)
    edit(tables, sheet, empty)
    stays(tables)
    assert rows(tables, sheet) == []


@pytest.mark.parametrize("sheet", ["Files", "Layers", "Organizations"])
def test_deleted_rows_of_tables_stay_away(tables: Path, sheet: str) -> None:
    before = rows(tables, sheet)
    edit(tables, sheet, lambda cells: cells.delete_rows(2))
    stays(tables)
    assert [row[0] for row in rows(tables, sheet)] == [row[0] for row in before[1:]]


def test_a_table_whose_row_was_deleted_is_shown_as_not_used_and_can_be_taken_in_by_number(tables: Path) -> None:
    edit(tables, "Files", lambda cells: cells.delete_rows(2))
    assert "1 advice.csv: not used: You deleted its row in the survey settings." in start(tables)
    result = CliRunner().invoke(main, ["start", str(tables)], input="2 kind money\n", catch_exceptions=False)
    assert "2 funding.csv: ties, from “From” to “To”, all of the kind “money” (sure)" in result.output
    stays(tables)
    (row,) = rows(tables, "Files")
    assert (row[0], row[2], "money" in row) == ("funding.csv", "ties", True)


def test_a_table_added_later_is_added_and_said(tables: Path) -> None:
    edit(tables, "Files", lambda cells: cells.delete_rows(2))
    (tables / "referrals.csv").write_text(text(pairs("From", "To")))
    said = start(tables)
    assert "New since the last time: files: “referrals.csv”" in said
    assert [row[0] for row in rows(tables, "Files")] == ["funding.csv", "referrals.csv"]
    stays(tables)


def test_a_question_that_nobody_has_confirmed_lists_no_organizations(tmp_path: Path) -> None:
    rows_of_grid = grid("often", "Statement", HOW_OFTEN)
    things = [(name, wording.replace(PARTNERS[0], "Use of space"), cells) for name, wording, cells in rows_of_grid]
    who = ("role", "Role", ("a", "b", "c", "d"))
    qualtrics(tmp_path / "survey.csv", [who, *things])
    start(tmp_path)
    undecided = [row[0] for row in rows(tmp_path, "Questions") if row[3].endswith("?") or row[3] == "unsure"]
    assert "often" in undecided
    assert rows(tmp_path, "Organizations") == []
