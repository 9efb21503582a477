"""Network files on the command line: report, check, measure, start and codebook need no settings."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import stakeholder_graph as sg
from stakeholder_graph.cli import main
from tests.exchange.make_samples import FOLDER

QUICK = ("--permutations", "99", "--draws", "20")
UNSAID = "Source,Target\nGem,Ada\nGem,Kay\nAda,Kay\nKay,Lee\nLee,Max\n"


def run(*args: object, answers: str = "") -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], input=answers, catch_exceptions=False)


def density(path: Path, layer: str) -> float:
    result = run("measure", path, "density", "--layer", layer, "--format", "json", *QUICK)
    assert result.exit_code == 0, result.output
    return float(json.loads(result.stdout)["findings"][0]["value"])


@pytest.mark.parametrize("sample", ["igraph.graphml", "nodexl.xlsx", "gephi"])
def test_check_and_measure(sample: str) -> None:
    checked = run("check", FOLDER / sample)
    assert checked.exit_code == 0
    assert "This is a map of 6 organizations: nobody was asked." in checked.stdout
    assert "answered" not in checked.stdout
    assert density(FOLDER / sample, "refers to") == pytest.approx(4 / 30, abs=1e-4)
    assert density(FOLDER / sample, "plans with") == pytest.approx(2 / 15, abs=1e-4)


def test_a_report_of_a_file_alone(tmp_path: Path) -> None:
    result = run("report", FOLDER / "igraph.graphml", "-o", tmp_path, *QUICK, "--quiet")
    assert result.exit_code == 0, result.output
    desk = (tmp_path / "backbone-only" / "report.html").read_text()
    assert "This is a map of 6 organizations. Nobody was asked, so no answer is missing." in desk
    assert "may simply not have answered" not in desk
    assert (tmp_path / "for-the-room" / "map.html").exists()


@pytest.mark.parametrize("given", ["folder", "file"])
def test_start_shows_the_first_ties_and_drafts_a_workbook_that_reads(tmp_path: Path, given: str) -> None:
    shutil.copy(FOLDER / "kumu.json", tmp_path)
    started = run("start", tmp_path if given == "folder" else tmp_path / "kumu.json", answers="\nOurs\n\nnamed\n\n")
    assert started.exit_code == 0, started.output
    assert "Kinds of tie are in “type”: “refers to” (one way) and “plans with” (both ways)." in started.output
    assert "  Mill Street Clinic → Hope Pantry: refers to, 3\n" in started.output
    checked = run("check", tmp_path)
    assert "Ours, wave 1: no problems." in checked.stdout
    assert "Nothing says what respondents were promised" not in checked.output
    assert density(tmp_path, "plans with") == pytest.approx(2 / 15, abs=1e-4)


def test_start_asks_for_a_direction_that_nobody_can_tell(tmp_path: Path) -> None:
    (tmp_path / "edges.csv").write_text(UNSAID)
    started = run("start", tmp_path, answers="\nOurs\nyes\n\nlater\n\n")
    assert "Does “collaboration” run one way, from one organization to another?" in started.output
    checked = run("check", tmp_path)
    assert "no problems" in checked.stdout
    assert "open decision" not in checked.stdout
    assert density(tmp_path, "collaboration") == pytest.approx(5 / 20, abs=1e-4)


def test_a_sector_given_in_the_workbook_counts_and_stays(tmp_path: Path) -> None:
    import openpyxl

    shutil.copy(FOLDER / "corner.csv", tmp_path / "matrix.csv")
    assert run("codebook", tmp_path / "matrix.csv").exit_code == 0
    book = openpyxl.load_workbook(tmp_path / "partnership.xlsx")
    for number, row in enumerate(book["Organizations"].iter_rows(min_row=2)):
        row[1].value = ("health", "schools")[number % 2]
    book.save(tmp_path / "partnership.xlsx")
    for _time in range(2):
        checked = run("check", tmp_path)
        assert "health" in checked.stdout
        assert run("codebook", tmp_path / "matrix.csv").exit_code == 0


def test_codebook_leaves_a_direction_open_that_nobody_can_tell_in_either_spelling(tmp_path: Path) -> None:
    for spelling, remedy in (("toml", "[layers.collaboration]"), ("workbook", "column “has a direction”")):
        folder = tmp_path / spelling
        folder.mkdir()
        (folder / "edges.csv").write_text(UNSAID)
        assert run("codebook", folder / "edges.csv", "--to", spelling).exit_code == 0
        checked = run("check", folder)
        assert "1 open decision" in checked.stdout
        (decision,) = sg.read(folder).info.undecided
        assert remedy in decision.todo


def test_codebook_in_text_reads_back(tmp_path: Path) -> None:
    shutil.copy(FOLDER / "gephi.gexf", tmp_path)
    assert run("codebook", tmp_path / "gephi.gexf", "--to", "toml").exit_code == 0
    assert 'file = "gephi.gexf"' in (tmp_path / "partnership.toml").read_text()
    assert density(tmp_path, "plans with") == pytest.approx(2 / 15, abs=1e-4)


def test_a_damaged_file_is_one_problem_and_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "cut.graphml").write_bytes((FOLDER / "igraph.graphml").read_bytes()[:-40])
    for command in ("check", "report", "measure", "start"):
        result = run(command, tmp_path / "cut.graphml", *(("-o", tmp_path / "o") if command == "report" else ()))
        assert result.exit_code == 2, (command, result.output)
        assert "damaged" in result.output
        assert "Traceback" not in result.output
