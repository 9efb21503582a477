"""Memberships in somebody's own file count as answers until somebody decides that they are a list for everybody."""

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from stakeholder_graph.cli import main
from stakeholder_graph.model.survey import Survey
from stakeholder_graph.survey import read_partnership
from tests.survey.follow_advice import accept

TIES = "From,To\nHarbor,Elm\nElm,Fir\nFir,Elm\nOak,Elm\n"


def start(folder: Path) -> None:
    assert CliRunner().invoke(main, ["start", str(folder)], input="", catch_exceptions=False).exit_code == 0


def sources(survey: Survey) -> set[str]:
    return set(survey["affiliations"]["source"])


def choose(workbook: Path, word: str) -> None:
    """Confirm what the tables are and choose where memberships are known from, in the sheet Files."""
    accept(workbook)
    book = openpyxl.load_workbook(workbook)
    sheet = book["Files"]
    headers = [cell.value for cell in sheet[1]]
    column = headers.index("source") + 1
    for row in range(2, sheet.max_row + 1):
        if str(sheet.cell(row, headers.index("what it is") + 1).value).startswith("what they take part in"):
            sheet.cell(row, column).value = word
    book.save(workbook)


COLUMN = {
    "members.csv": "name,sector,Teams\nHarbor,health,Reading; Food\nElm,school,Reading\nFir,faith,Food\nOak,,{oak}\n"
}
OUTCOMES = {"list.csv": "Organization,Outcomes\nHarbor,Reading|Health\nElm,Reading\nFir,Health\nOak,{oak}\n"}
SHEET = {"members.csv": "name,sector\nHarbor,health\nElm,school\nFir,faith\nOak,\n",
         "teams.csv": "organization,team\nHarbor,Reading\nElm,Reading\nFir,Food\n{oak}"}  # fmt: skip


@pytest.mark.parametrize("files", [COLUMN, OUTCOMES, SHEET], ids=["column", "outcomes", "table of its own"])
def test_where_one_has_no_entry_they_are_answers_until_somebody_decides(tmp_path: Path, files: dict[str, str]) -> None:
    (tmp_path / "links.csv").write_text(TIES)
    for name, text in files.items():
        (tmp_path / name).write_text(text.format(oak=""))
    assert sources(read_partnership(tmp_path)) <= {"answer"}  # before there are any settings
    start(tmp_path)
    survey = read_partnership(tmp_path)
    assert sources(survey) == {"answer"}
    assert any("is a list that you keep for every organization" in problem.what for problem in survey.info.undecided)
    choose(tmp_path / "partnership.xlsx", "list")
    survey = read_partnership(tmp_path)
    assert (sources(survey), survey.info.undecided) == ({"list"}, ())
    choose(tmp_path / "partnership.xlsx", "answer")
    survey = read_partnership(tmp_path)
    assert (sources(survey), survey.info.undecided) == ({"answer"}, ())


@pytest.mark.parametrize("files", [COLUMN, OUTCOMES], ids=["column", "outcomes"])
def test_where_all_have_an_entry_nothing_is_given_away_and_nobody_is_asked(
    tmp_path: Path, files: dict[str, str]
) -> None:
    (tmp_path / "links.csv").write_text(TIES)
    for name, text in files.items():
        (tmp_path / name).write_text(text.format(oak="Reading"))
    start(tmp_path)
    survey = read_partnership(tmp_path)
    assert sources(survey) == {"list"}
    assert not any("is a list that you keep" in problem.what for problem in survey.info.undecided)


def test_where_somebody_may_not_be_named_they_are_answers_even_if_all_have_an_entry(tmp_path: Path) -> None:
    (tmp_path / "links.csv").write_text(TIES)
    (tmp_path / "members.csv").write_text(
        "name,Teams,May be named\nHarbor,Reading,yes\nElm,Reading,yes\nFir,Food,no\nOak,Food,yes\n"
    )
    start(tmp_path)
    survey = read_partnership(tmp_path)
    assert sources(survey) == {"answer"}
    assert any("is a list that you keep for every organization" in problem.what for problem in survey.info.undecided)


def test_settings_as_a_text_say_it_too(tmp_path: Path) -> None:
    (tmp_path / "links.csv").write_text(TIES)
    (tmp_path / "members.csv").write_text(COLUMN["members.csv"].format(oak=""))
    entry = '[[table]]\nfile = "{}"\nrole = "{}"\ncolumns = {}\n'
    tables = (
        entry.format("links.csv", "ties", '{from = "From", to = "To"}')
        + entry.format("members.csv", "organizations", '{organization = "name", sector = "sector"}')
        + entry.format("members.csv", "affiliations", '{organization = "name", item = "Teams"}')
        + 'kind = "team"\n'
    )
    (tmp_path / "partnership.toml").write_text(tables)
    survey = read_partnership(tmp_path)
    assert sources(survey) == {"answer"}
    assert [problem.todo for problem in survey.info.undecided] == [
        'Write source = "list" or source = "answer" into its [[table]].'
    ]
    (tmp_path / "partnership.toml").write_text(f'{tables}source = "list"\n')
    survey = read_partnership(tmp_path)
    assert (sources(survey), survey.info.undecided) == ({"list"}, ())
