"""From an export to a report without a settings file: the way of somebody who never opens a terminal twice."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from stakeholder_graph.cli import main
from stakeholder_graph.cli.launcher import write_launcher
from stakeholder_graph.graph import to_partnership
from stakeholder_graph.survey import read_partnership
from stakeholder_graph.tabular.files import TableFile, open_file

EXPORT = Path(__file__).resolve().parents[3] / "shared" / "data" / "exports" / "qualtrics" / "roster_matrix.csv"
SAMPLES = Path(__file__).resolve().parents[1] / "survey" / "formats" / "samples"
QUICK = ("--permutations", "99", "--draws", "20", "--quiet")
needs_export = pytest.mark.skipif(not EXPORT.exists(), reason="real exports are not here")


def run(*args: object, answers: str = "") -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], input=answers, catch_exceptions=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copyfile(EXPORT, tmp_path / EXPORT.name)
    return tmp_path


def fill_in(workbook: Path) -> None:
    """Choose as a person would who goes through the yellow cells."""
    book = openpyxl.load_workbook(workbook)
    heads = {cell.value: place for place, cell in enumerate(book["Questions"][1])}
    for row in book["Questions"].iter_rows(min_row=2):
        what = row[heads["what it is"]]
        if str(what.value).endswith("?"):
            what.value = "leave out"
        elif what.value == "unsure":
            what.value = "about the organization"
            row[heads["item"]].value = "position"
    for row in book["Scales"].iter_rows(min_row=2):
        if row[0].value == "contact":
            row[3].value = "no" if "don't know" in row[2].value or "no contact" in row[2].value else "yes"
    for row in book["Promise"].iter_rows(min_row=2):
        row[4].value = "named" if row[0].value == "contact" else "backbone"
    for number, row in enumerate(book["Organizations"].iter_rows(min_row=2)):
        row[1].value = ("health", "schools", "business")[number % 3]
    book.save(workbook)


@needs_export
def test_the_whole_way_from_an_export_to_two_report_folders(folder: Path) -> None:
    started = run("start", folder, answers="\nFellows network\n2019\nW Gonzalez\nlater\nresults\n")
    assert started.exit_code == 0, started.output
    workbook = folder / "partnership.xlsx"
    assert started.output.rstrip().splitlines()[-1].startswith("Next: open partnership.xlsx, look at its ")
    assert not list(folder.glob("*.toml"))
    fill_in(workbook)

    survey = read_partnership(folder)
    partnership = to_partnership(survey)
    layer = partnership.graph().layer("contact")
    assert survey.info.name == "Fellows network"
    assert [info.name for info in survey.layers] == ["contact"]
    assert survey.layers[0].promise == "named"
    assert int(partnership.graph().answered.sum()) == 23
    assert len(partnership.graph().organizations) == 26
    assert (layer.n_ties, layer.n_dyads) == (215, 575)
    assert not survey.info.undecided
    backbone = survey["organizations"].query("role == 'backbone'")
    assert backbone["organization"].tolist() == ["W Gonzalez"]

    made = run("report", folder, "-o", folder / "results", *QUICK)
    assert made.exit_code == 0, made.output
    assert {path.name for path in (folder / "results").iterdir()} == {"backbone-only", "for-the-room"}
    assert (folder / "results" / "for-the-room" / "report.html").is_file()


@needs_export
def test_what_to_double_click_runs_the_installed_tool(folder: Path) -> None:
    run("start", folder, answers="\n" * 6)
    launcher = next(folder.glob("Make report.*"))
    assert os.access(launcher, os.X_OK)
    (folder / "partnership.xlsx").write_bytes(b"no workbook")  # told by the tool itself, and quickly
    done = subprocess.run([str(launcher)], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    assert done.returncode == 2
    assert "damaged" in done.stderr


@needs_export
def test_answers_that_run_out_are_the_defaults_and_a_second_start_keeps_what_was_said(folder: Path) -> None:
    assert run("start", folder, answers="\nFellows\n2019\n").exit_code == 0
    again = run("start", folder, answers="\n\n\n\nnamed\n")
    assert "[Fellows]" in again.output
    assert "[2019]" in again.output
    survey = read_partnership(folder)
    assert (survey.info.name, survey.waves[0].name) == ("Fellows", "2019")
    assert {info.promise for info in survey.layers} == {"named"}


@needs_export
def test_a_backbone_that_is_not_listed_is_not_written(folder: Path) -> None:
    result = run("start", folder, answers="\n\n\nW Gonzales\n")
    assert "“W Gonzales” is not in the list of organizations. Did you mean W Gonzalez?" in result.output
    assert not read_partnership(folder)["organizations"]["role"].any()


def test_an_export_is_opened_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copyfile(SAMPLES / "google_forms" / "own_download.csv", tmp_path / "answers.csv")
    opened: list[str] = []

    def watched(path: Path, file: str, *others: Any) -> TableFile | None:
        opened.append(file)
        return open_file(path, file, *others)

    monkeypatch.setattr("stakeholder_graph.survey.formats.source.open_file", watched)
    assert run("start", tmp_path).exit_code == 0
    assert opened == ["answers.csv"]


def test_a_folder_without_an_export_is_told_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "organizations.csv").write_text("organization\nA\n")
    result = run("start", tmp_path, answers="\n")
    assert result.exit_code == 2
    assert "Nothing in the folder says who works with whom or who takes part in what." in result.output
    assert "organizations.csv (organizations)" in result.output
    assert "Put the export of your survey, a list of who works with whom, or a network file into" in result.output
    assert not (tmp_path / "partnership.xlsx").exists()


@pytest.mark.parametrize(
    ("platform", "name"), [("win32", "Make report.bat"), ("darwin", "Make report.command"), ("linux", "Make report.sh")]
)
def test_each_system_has_its_own_file_to_double_click(tmp_path: Path, platform: str, name: str) -> None:
    path = write_launcher(tmp_path, "out puts", platform)
    text = path.read_bytes().decode()
    assert path.name == name
    assert "-m stakeholder_graph report . -o" in text
    assert "out puts" in text
    assert ("\r\n" in text) == (platform == "win32")


def test_the_tool_runs_as_a_module() -> None:
    done = subprocess.run([sys.executable, "-m", "stakeholder_graph", "--version"], capture_output=True, text=True)
    assert done.stdout.startswith("stakeholder-graph, version ")
