"""The command profile as its users meet it."""

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from stakeholder_graph.cli import main

WREN = Path(__file__).resolve().parents[2] / "surveys" / "wren-county"


def run(*args: object) -> Result:
    return CliRunner().invoke(main, ["profile", *(str(arg) for arg in args)], catch_exceptions=False)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("profiles")
    assert run(WREN, "-o", output, "--quiet").exit_code == 0
    return output


def test_everybody_gets_a_page_and_the_desk_gets_a_sheet(written: Path) -> None:
    assert len(list((written / "profiles-to-send").glob("*.html"))) == 61
    assert [path.name for path in (written / "profiles-backbone-only").glob("[!.]*")] == ["mail-merge.xlsx"]


def test_the_sheet_says_who_gets_which_file_and_who_has_not_answered(written: Path) -> None:
    """43 of the 61 organizations of the example answered."""
    sheet = openpyxl.load_workbook(written / "profiles-backbone-only" / "mail-merge.xlsx").worksheets[0]
    header, *rows = sheet.iter_rows(values_only=True)
    assert header == ("Organization", "Contact", "E-mail", "File", "Status", "Answer by")
    assert sum(row[header.index("Status")] == "has answered" for row in rows) == 43
    assert sum(row[header.index("Status")] == "not yet" for row in rows) == 18
    for row in rows:
        assert (written / "profiles-backbone-only" / str(row[header.index("File")])).resolve().is_file()


def test_one_page_alone_is_one_file_with_the_same_bytes(written: Path, tmp_path: Path) -> None:
    result = run(WREN, "bethel ame church", "-o", tmp_path, "--quiet")
    page = tmp_path / "bethel-ame-church.html"
    assert result.stdout.splitlines() == [str(page)]
    assert list(tmp_path.iterdir()) == [page]
    assert page.read_bytes() == (written / "profiles-to-send" / page.name).read_bytes()


def test_a_name_that_is_not_on_the_list_is_refused_with_the_nearest(tmp_path: Path) -> None:
    result = run(WREN, "Bethel AME Chruch", "-o", tmp_path, "--quiet")
    assert result.exit_code == 2
    assert "“Bethel AME Chruch” is not on the list of 2025. Did you mean “Bethel AME Church”?" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_contact_and_deadline_stand_beside_who_has_not_answered(tmp_path: Path) -> None:
    survey = tmp_path / "survey"
    survey.mkdir()
    (survey / "organizations.csv").write_text(
        "organization,answered,email\nZoo,no,zoo@zoo.example\n=Park,yes,\nMuseum,yes,\n", encoding="utf-8"
    )
    (survey / "ties.csv").write_text("from,to\n=Park,Museum\n", encoding="utf-8")
    assert run(survey, "-o", tmp_path / "out", "--quiet").exit_code == 0
    sheet = openpyxl.load_workbook(tmp_path / "out" / "profiles-backbone-only" / "mail-merge.xlsx").worksheets[0]
    rows = {row[0].value: row for row in sheet.iter_rows(min_row=2)}
    assert [cell.value for cell in rows["Zoo"]][2:5] == ["zoo@zoo.example", "../profiles-to-send/zoo.html", "not yet"]
    assert rows["=Park"][0].data_type == "s"  # text, never a formula
