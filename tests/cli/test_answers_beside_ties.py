"""Answers of a survey, in a table of any name, beside tables of ties: asked about, and read in one step of `start`."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from stakeholder_graph.cli import main
from stakeholder_graph.survey import read_partnership

LINKS = "From,To,Strength\nHarbor,Elm,2\nElm,Fir,1\nFir,Elm,3\nHarbor,Fir,1\n"
ANSWERS = "Organization,Trust in Harbor,Trust in Elm,How are you?\nHarbor,,3,good\nElm,2,,fine\nFir,1,2,ok\n"
LISTED = "organization,sector\nHarbor,health\nElm,school\nFir,faith\n"


def start(folder: Path, answers: str = "") -> str:
    result = CliRunner().invoke(main, ["start", str(folder)], input=answers, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def unread(folder: Path) -> list[str]:
    return [p.todo for p in read_partnership(folder).info.undecided if "which are not read" in p.what]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "links.csv").write_text(LINKS)
    (tmp_path / "survey.csv").write_text(ANSWERS)
    return tmp_path


def test_it_is_an_open_decision_with_the_step_that_settles_it(folder: Path) -> None:
    (todo,) = unread(folder)
    assert todo.startswith("Run this, and write the number of the table and “answers” to read them")
    assert "They are not read. To read them, too, write “2 answers”." in start(folder)
    assert len(unread(folder)) == 1  # nobody has said anything yet
    assert len(read_partnership(folder)["ties"]) == 4


def test_corrected_by_number_they_are_read_beside_the_ties(folder: Path) -> None:
    said = start(folder, "2 answers\n")
    assert "Which file is the export of your survey?" in said
    assert "[survey.csv]" in said
    assert "links.csv: ties, from “From” to “To”" in said
    assert not unread(folder)
    survey = read_partnership(folder)
    assert len(survey["ties"]) == 4
    waiting = [problem.what for problem in survey.info.undecided]
    assert any("“Trust in Harbor”" in what for what in waiting)  # its questions are there to be decided
    assert "To read them, too" not in start(folder)  # nor is it asked again
    assert not unread(folder)


def test_left_out_by_number_they_stay_out(folder: Path) -> None:
    start(folder, "2 not used\n")
    for _again in range(2):
        assert not unread(folder)
        assert not read_partnership(folder).info.draft
        start(folder)


def test_ties_under_their_usual_name_are_never_proposed_as_the_export(tmp_path: Path) -> None:
    (tmp_path / "ties.csv").write_text(LINKS.replace("From,To,Strength", "from,to,value"))
    (tmp_path / "organizations.csv").write_text(LISTED)
    (tmp_path / "survey.csv").write_text(ANSWERS)
    said = start(tmp_path)
    assert "[survey.csv]" in said
    survey = read_partnership(tmp_path)
    assert (len(survey["organizations"]), len(survey["ties"])) == (3, 4)
    assert any("“Trust in Harbor”" in problem.what for problem in survey.info.undecided)
