"""The sheet Organizations beside a list that is switched on later, and a backbone by its abbreviation."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from stakeholder_graph.cli import main
from stakeholder_graph.survey import read_partnership

TIES = "From,To\nElm House,Fir Hall\nFir Hall,Gum Tree\nGum Tree,Ivy Lane\n"
LIST = (
    "No.,Organization,Abbr.,Sector\n1,Elm House,EH,arts\n2,Fir Hall,FH,arts\n3,Gum Tree,GT,health\n4,Ivy Lane,IL,law\n"
)


def start(folder: Path, *answers: str) -> str:
    given = "\n".join([*answers, *[""] * 9])
    started = CliRunner().invoke(main, ["start", str(folder)], input=given, catch_exceptions=False)
    assert started.exit_code == 0, started.output
    return started.output


def sectors(folder: Path) -> dict[str, str]:
    table = read_partnership(folder)["organizations"]
    return dict(zip(table["organization"], table["sector"], strict=True))


@pytest.mark.parametrize(("given", "wanted"), [("", "health"), ("housing", "housing")])
@pytest.mark.parametrize("more", [0, 1])
def test_a_list_that_is_switched_on_fills_the_sheet_and_says_so(
    given: str, wanted: str, more: int, tmp_path: Path
) -> None:
    (tmp_path / "links.csv").write_text(TIES)
    (tmp_path / "list.csv").write_text(LIST + "5,Kay Court,KC,law\n" * more)
    start(tmp_path, "2 not used")
    book = load_workbook(tmp_path / "partnership.xlsx")
    for cells in book["Organizations"].iter_rows(min_row=2):
        if cells[0].value == "Gum Tree" and given:
            cells[1].value = given
    files = book["Files"]
    next(cells for cells in files.iter_rows(min_row=2) if cells[0].value == "list.csv")[2].value = "organizations"
    book.save(tmp_path / "partnership.xlsx")
    everybody = {"Elm House": "arts", "Fir Hall": "arts", "Gum Tree": wanted, "Ivy Lane": "law"}
    assert sectors(tmp_path) == everybody | ({"Kay Court": "law"} if more else {})
    said = " ".join(note.what for note in read_partnership(tmp_path).info.advice)
    assert "the two are put together" in said


@pytest.mark.parametrize("written", ["GT", "gt", "Gum Tree", "gum  tree", "3"])
def test_start_takes_the_backbone_by_name_abbreviation_or_id(written: str, tmp_path: Path) -> None:
    (tmp_path / "links.csv").write_text(TIES)
    (tmp_path / "list.csv").write_text(LIST)
    start(tmp_path, "", "", written)
    table = read_partnership(tmp_path)["organizations"]
    assert list(table.loc[table["role"] == "backbone", "organization"]) == ["Gum Tree"]


def test_check_takes_an_abbreviation_from_the_workbook_and_speaks_of_the_workbook(tmp_path: Path) -> None:
    (tmp_path / "links.csv").write_text(TIES)
    (tmp_path / "list.csv").write_text(LIST)
    start(tmp_path)
    _write(tmp_path, "FH")
    table = read_partnership(tmp_path)["organizations"]
    assert list(table.loc[table["role"] == "backbone", "organization"]) == ["Fir Hall"]
    _write(tmp_path, "Nobody Inc")
    said = " ".join(CliRunner().invoke(main, ["check", str(tmp_path)]).output.split())
    assert "“Start here”" in said
    assert ".csv, or" not in said


def test_start_says_that_a_backbone_is_not_in_the_list(tmp_path: Path) -> None:
    (tmp_path / "links.csv").write_text(TIES)
    (tmp_path / "list.csv").write_text(LIST)
    assert "“Zoo” is not in the list of organizations." in start(tmp_path, "", "", "Zoo")


def _write(folder: Path, backbone: str) -> None:
    book = load_workbook(folder / "partnership.xlsx")
    sheet = book["Start here"]
    next(cells for cells in sheet.iter_rows() if cells[0].value == "Backbone organization")[1].value = backbone
    book.save(folder / "partnership.xlsx")
