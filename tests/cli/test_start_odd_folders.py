"""``start`` says what a folder holds and gives one step, and never that there is nothing where there is something."""

import os
import shlex
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import stakeholder_graph as sg
from stakeholder_graph.cli import main
from stakeholder_graph.survey import read_partnership

TIES = "From,To,How often\nAlder,Birch,weekly\nBirch,Alder,monthly\nCedar,Alder,weekly\n"


def start(path: Path, answers: str = "") -> Result:
    return CliRunner().invoke(main, ["start", str(path)], input=answers, catch_exceptions=False)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (("report.pdf",), "report.pdf (a PDF)"),
        (("notes.docx", "photo.jpg"), "notes.docx (a text) and photo.jpg (a picture)"),
        (("talk.pptx", "film.mov"), "film.mov (a file of another kind) and talk.pptx (slides)"),
    ],
)  # fmt: skip
def test_files_without_a_table_are_named_with_what_is_needed(tmp_path: Path, files: tuple[str, ...], said: str) -> None:
    for name in files:
        (tmp_path / name).write_bytes(b"\xff\xd8x")
    result = start(tmp_path)
    assert result.exit_code == 2
    assert f"The folder holds no table, but {said}." in result.output
    assert "as CSV or Excel" in result.output
    assert not (tmp_path / "partnership.xlsx").exists()


def test_an_empty_folder(tmp_path: Path) -> None:
    result = start(tmp_path)
    assert "The folder is empty." in result.output
    assert "stakeholder-graph presets NAME -o" in result.output
    assert "Put the export of your survey" in result.output


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "survey.csv").write_text("")
    result = start(tmp_path)
    assert "survey.csv" in result.output
    assert "The file is empty." in result.output


@pytest.mark.parametrize("inner", ["data", "2025/raw", "our data"])
def test_tables_in_a_folder_inside_are_found_and_the_step_works(tmp_path: Path, inner: str) -> None:
    (tmp_path / inner).mkdir(parents=True)
    (tmp_path / inner / "links.csv").write_text(TIES)
    result = start(tmp_path)
    assert result.exit_code == 2
    assert f"{inner}/links.csv" in result.output
    command = next(line for line in result.output.splitlines() if "Run: " in line).partition("Run: ")[2]
    words = shlex.split(command)
    assert words[:2] == ["stakeholder-graph", "start"]
    assert start(Path(words[2])).exit_code == 0


def test_a_file_may_be_named_instead_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "links.csv").write_text(TIES)
    (tmp_path / "older.csv").write_text(TIES)
    result = start(tmp_path / "links.csv")
    assert "older.csv: not used: You named links.csv." in result.output
    assert len(read_partnership(tmp_path)["ties"]) == 3


def test_an_export_may_be_named_instead_of_its_folder(tmp_path: Path) -> None:
    rows = "Timestamp,Your organization,Which team?\n2025-03-31,Elm Library,A\n2025-03-31,Fir Church,B\n"
    (tmp_path / "form.csv").write_text(rows)
    assert start(tmp_path / "form.csv").exit_code == 0
    assert (tmp_path / "partnership.xlsx").exists()


def test_the_settings_may_be_named(tmp_path: Path) -> None:
    (tmp_path / "links.csv").write_text(TIES)
    assert start(tmp_path).exit_code == 0
    assert start(tmp_path / "partnership.xlsx").exit_code == 0


def test_a_file_without_a_table_that_is_named(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(b"%PDF-1.4")
    result = start(tmp_path / "report.pdf")
    assert result.exit_code == 2
    assert "No table can be read from report.pdf (a PDF)." in result.output


def test_a_folder_that_cannot_be_written_to_is_said_before_anything_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "links.csv").write_text(TIES)
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    result = start(tmp_path)
    assert result.exit_code == 2
    assert "The folder cannot be written to" in result.output
    assert "called?" not in result.output


@pytest.mark.parametrize("mark", [lambda name: f"~${name}", lambda name: f".~lock.{name}#"])
def test_the_mark_of_an_open_file_is_no_table(tmp_path: Path, mark: Callable[[str], str]) -> None:
    (tmp_path / mark("links.csv")).write_bytes(b"x")
    result = start(tmp_path)
    assert "links.csv open, not links.csv itself" in result.output
    (tmp_path / "links.csv").write_text(TIES)
    result = start(tmp_path)
    assert result.exit_code == 0
    assert "links.csv is open in a spreadsheet: what is not saved there is not read." in result.output
    assert len(read_partnership(tmp_path)["ties"]) == 3


def test_lists_without_ties_are_named_with_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "organizations.csv").write_text("organization\nA\n")
    (tmp_path / "codes.csv").write_text("variable,description\na,b\nc,d\n")
    result = start(tmp_path)
    assert "Nothing in the folder says who works with whom or who takes part in what." in result.output
    assert "organizations.csv (organizations)" in result.output
    assert "codes.csv (a list of what columns mean)" in result.output


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("edges.csv.gz", b"\x1f\x8bx", "Unpack the archive into the folder, and start again."),
        ("export.7z", b"7z\xbc", "Unpack the archive into the folder, and start again."),
        ("net.sif", b"Ada\tworks with\tGem\n", "Save the network as GraphML"),
        ("net.dot", b"digraph G { a -> b; }", "Save the network as GraphML"),
        (
            "partners.xls",
            b"<html><table><tr><th>From</th><th>To</th></tr><tr><td>Ada</td><td>Gem</td></tr></table></html>",
            "Open it in Excel or LibreOffice, and save it as .xlsx.",
        ),
    ],
)
def test_what_cannot_be_read_comes_with_one_step_that_works(
    tmp_path: Path, file: str, content: bytes, said: str
) -> None:
    (tmp_path / file).write_bytes(content)
    result = start(tmp_path)
    assert result.exit_code == 2
    assert said in result.output


def test_a_table_in_an_archive_is_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        archive.writestr("partners.csv", "From,To\nAda,Gem\nGem,Kay\nKay,Ada\nAda,Kay\n")
    assert start(tmp_path, "\n" * 9).exit_code == 0
    assert sg.read(tmp_path).graph().layer("collaboration").n_ties == 4
