"""The last line of ``check`` is the one thing to do next, and a command in it runs as it stands."""

import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from stakeholder_graph.cli import main
from stakeholder_graph.model.problems import Problem
from stakeholder_graph.survey.next_step import next_step
from tests.survey.follow_advice import accept
from tests.survey.settings.made_exports import HOW_OFTEN, ORG, grid, qualtrics


def check(folder: Path) -> str:
    lines = CliRunner().invoke(main, ["check", str(folder)]).stdout.splitlines()
    assert sum(line.startswith("Next:") for line in lines) == 1
    return lines[-1]


def command(line: str) -> list[str]:
    words = shlex.split(line[line.index("stakeholder-graph") :])
    assert words[0] == "stakeholder-graph"
    return words[1:]


@pytest.mark.parametrize("name", ["wren", "our survey", "Bob's $5", "umlaut ä"])
def test_from_problems_over_decisions_to_the_report(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    odd = [["", "so so", "very", "hardly"], ["very", "", "so so", "hardly"]] * 2
    qualtrics(folder / "survey.csv", [ORG, *grid("often", "How often are you in contact with", HOW_OFTEN),
                                      *grid("apt", "How apt is your work with", odd)])  # fmt: skip
    CliRunner().invoke(main, ["start", str(folder)])
    assert "yellow cell" in check(folder)
    assert "of partnership.xlsx, save and close it, then run: stakeholder-graph check" in check(folder)
    assert command(check(folder)) == ["check", str(folder)]
    accept(folder / "partnership.xlsx")
    assert "on the sheet Promise" in check(folder)
    CliRunner().invoke(main, ["start", str(folder)], input="\n\n\n\nnamed\n")
    assert check(folder).startswith("Next: stakeholder-graph report ")
    assert command(check(folder)) == ["report", str(folder)]


def test_the_yellow_cells_of_the_sheet_are_counted(tmp_path: Path) -> None:
    remark = [(f"remark{n}", f"Anything else {n}?", ("red", "blue", "red", "tall")) for n in (1, 2)]
    qualtrics(tmp_path / "s.csv", [ORG, *grid("often", "How often are you in contact with", HOW_OFTEN), *remark])
    CliRunner().invoke(main, ["start", str(tmp_path)])
    assert check(tmp_path).startswith("Next: decide the 2 yellow cells on the sheet Questions of partnership.xlsx")


def test_a_problem_comes_first_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "organizations.csv").write_text("organization\nAlder\nBirch\n")
    (tmp_path / "ties.csv").write_text("from,to\nAlder,Brich\n")
    line = check(tmp_path)
    assert "ties.csv, row 2, column “to”" in line
    assert command(line) == ["check", str(tmp_path)]


def test_in_the_text_the_place_and_the_advice_are_said(tmp_path: Path) -> None:
    qualtrics(tmp_path / "s.csv", [ORG, *grid("often", "How often are you in contact with", HOW_OFTEN)])
    CliRunner().invoke(main, ["codebook", str(tmp_path / "s.csv"), "--to", "toml"])
    line = check(tmp_path)
    assert line.startswith("Next: write what you promised into its [[question]]: promise = and one of ")
    assert "(partnership.toml, row " in line


def test_advice_that_is_a_command_stands_alone() -> None:
    problem = Problem("The table is in a folder inside.", "Run: stakeholder-graph start data", "x")
    assert next_step(Path("x"), (), [problem]) == "Next: stakeholder-graph start data"
