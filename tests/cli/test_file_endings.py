"""A file is what its name says: commands write the form of its ending, or refuse before anything is read."""

import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import stakeholder_graph as sg
from stakeholder_graph.cli import main
from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.errors import UnknownNameError
from stakeholder_graph.storage.file_forms import FileFormError

WREN = Path(__file__).resolve().parents[2] / "surveys" / "wren-county"
QUICK = ("--permutations", "99", "--draws", "20", "--quiet")
COMMANDS = {
    "measure": ("measure", WREN, "density", *QUICK),
    "maturity": ("maturity", WREN, "--rubric", "theory-of-action", *QUICK),
    "compare": ("compare", WREN, "--permutations", "99", "--draws", "20", "--quiet"),
    "whatif": ("whatif", WREN, "--connect", "Wren Forward", "Wren Transit Authority", "--measure", "density", *QUICK),
    "introductions": ("introductions", WREN, "3", "--permutations", "99", "--quiet"),
    "across": ("across", WREN, WREN, "--permutations", "99", "--quiet"),
    "map": ("map", WREN, "--quiet"),
    "names": ("names", WREN, "--quiet"),
}


@pytest.fixture(scope="module")
def wren() -> Partnership:
    return sg.read(WREN)


def run(command: str, *args: object) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in (*COMMANDS[command], *args)], catch_exceptions=False)


def kind_of(file: Path) -> str:
    """What a program that opens the file would find."""
    if zipfile.is_zipfile(file):
        return "workbook"
    text = file.read_text(encoding="utf-8-sig")
    if text.startswith("<!doctype html>"):
        return "page"
    if text.startswith(("{", "[")):
        return "json" if json.loads(text) else ""
    return "csv" if text.startswith(("id,", "rubric,", "written,")) else "text"


@pytest.mark.parametrize(
    ("command", "name", "kind"),
    [
        ("measure", "d.csv", "csv"),
        ("measure", "d.JSON", "json"),
        ("measure", "d.xlsx", "workbook"),
        ("measure", "d.txt", "text"),
        ("measure", "d", "text"),
        ("measure", "Spring 2.0", "text"),
        ("maturity", "m.csv", "csv"),
        ("maturity", "m.json", "json"),
        ("maturity", "m.txt", "text"),
        ("maturity", "m", "text"),
        ("map", "m.htm", "page"),
        ("names", "n.CSV", "csv"),
    ],
)
def test_the_ending_decides(tmp_path: Path, command: str, name: str, kind: str) -> None:
    result = run(command, "-o", tmp_path / name)
    assert (result.exit_code, result.stdout.strip()) == (0, str(tmp_path / name))
    assert kind_of(tmp_path / name) == kind


@pytest.mark.parametrize("command", ["measure", "maturity"])
def test_the_form_is_that_of_a_name_without_an_ending(tmp_path: Path, command: str) -> None:
    for name, form in (("a", "json"), ("a.json", "json"), ("wren.2025", "csv")):
        assert run(command, "-o", tmp_path / name, "--format", form).exit_code == 0
        assert kind_of(tmp_path / name) == form


@pytest.mark.parametrize(
    ("command", "name", "there"),
    [
        ("measure", "d.pdf", ".txt, .csv, .json or .xlsx."),
        ("measure", "d.csv.gz", ".txt, .csv, .json or .xlsx."),
        ("measure", "d.html", ".txt, .csv, .json or .xlsx."),
        ("maturity", "m.xlsx", ".txt, .csv or .json."),
        ("compare", "c.xlsx", ".html, .csv or .json, or name a folder."),
        ("whatif", "w.xlsx", ".html, .csv or .json, or name a folder."),
        ("introductions", "i.xlsx", ".html, .csv or .json, or name a folder."),
        ("across", "a.xlsx", ".html, .csv or .json, or name a folder."),
        ("map", "m.png", ".html."),
        ("names", "n.xlsx", ".csv."),
    ],
)
def test_another_ending_is_refused_with_those_there_are(tmp_path: Path, command: str, name: str, there: str) -> None:
    result = run(command, "-o", tmp_path / name)
    assert result.exit_code == 2
    assert f"No {Path(name).suffix} file is written. End the name in {there}" in " ".join(result.stderr.split())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["measure", "maturity", "compare", "whatif", "introductions", "across"])
def test_an_ending_that_contradicts_the_form_is_refused(tmp_path: Path, command: str) -> None:
    result = run(command, "-o", tmp_path / "d.csv", "--format", "json")
    assert result.exit_code == 2
    wanted = "The file d.csv does not agree with the format json. End its name in .json, or choose the format csv."
    assert wanted in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_form_of_a_survey_is_what_its_name_says(tmp_path: Path) -> None:
    for form, name, said in (
        ("xlsform", "q.html", "End its name in .xlsx, or choose the format print or invitation."),
        ("print", "q.xlsx", "End its name in .html, or choose the format xlsform."),
        ("qualtrics", "q.csv", "No .csv file is written. End the name in .txt."),
    ):
        wanted = ["questionnaire", str(WREN), "--to", form, "-o", str(tmp_path / name), "--quiet"]
        for more in ((), *([("--shorten", "10")] if form == "xlsform" else [])):
            result = CliRunner().invoke(main, [*wanted, *more])
            assert (result.exit_code, said in result.stderr) == (2, True), (form, more)
    assert list(tmp_path.iterdir()) == []


def test_in_python_too(tmp_path: Path, wren: Partnership) -> None:
    found = sg.measure(wren, "density", permutations=99, draws=20)
    written = {name: kind_of(found.write(tmp_path / name)) for name in ("f", "f.txt", "f.csv", "f.json", "f.xlsx")}
    assert written == {"f": "text", "f.txt": "text", "f.csv": "csv", "f.json": "json", "f.xlsx": "workbook"}
    with pytest.raises(FileFormError, match=r"^No \.pdf file is written\. End the name in \.txt, \.csv, "):
        found.write(tmp_path / "g.pdf")
    with pytest.raises(FileFormError, match=r"^The file g\.xlsx does not agree with the format csv\. "):
        found.write(str(tmp_path / "g.xlsx"), "csv")
    with pytest.raises(UnknownNameError, match="Choose from: table, csv, json, xlsx"):
        found.write(tmp_path / "g", "yaml")  # type: ignore[arg-type]
    for draw in (sg.draw_map, sg.draw_departures):
        with pytest.raises(FileFormError, match=r"^No \.svg file is written\. End the name in \.html\.$"):
            draw(wren, tmp_path / "g.svg")
    assert not list(tmp_path.glob("g*"))
