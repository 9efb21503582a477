"""`report --verify`: what it says, and that it leaves every byte as it was."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from stakeholder_graph.cli import main
from tests.folders import files_in

QUICK = ("--permutations", "99", "--draws", "20", "--quiet")


def run(*args: object) -> Result:
    return CliRunner().invoke(main, ["report", *(str(arg) for arg in args)], catch_exceptions=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "organizations.csv").write_text("name,sector\nZoo,Arts\nYMCA,Youth\nLibrary,Arts\n")
    (tmp_path / "ours" / "ties.csv").write_text("from,to\nZoo,YMCA\nYMCA,Zoo\nLibrary,Zoo\n")
    assert run(tmp_path / "ours", "-o", tmp_path / "out", *QUICK, "--seed", 3).exit_code == 0
    return tmp_path


def test_a_report_comes_out_the_same_until_a_file_of_the_survey_changes(folder: Path) -> None:
    before = {path: path.read_bytes() for path in files_in(folder)}
    result = run(folder / "ours", "-o", folder / "out", "--verify", "--quiet")
    assert (result.exit_code, len(result.stdout.splitlines())) == (0, 1)
    assert "can be made again byte for byte" in result.stdout
    assert {path: path.read_bytes() for path in files_in(folder)} == before

    (folder / "ours" / "ties.csv").write_text("from,to\nZoo,YMCA\nYMCA,Zoo\n")
    (folder / "out" / "for-the-room" / "report.html").write_text("by hand")
    result = run(folder / "ours", "-o", folder / "out", "--verify", "--quiet")
    assert result.exit_code == 1
    said = result.stdout.splitlines()
    assert said[1] == "Changed since the report was written: ties.csv."
    assert said[2].startswith("These files come out otherwise, since files of the survey changed: backbone-only/")
    assert said[3] == "Somebody changed these files after they were written: for-the-room/report.html."


def test_the_manifest_says_how_and_without_one_there_is_nothing_to_compare(folder: Path) -> None:
    path = folder / "out" / "backbone-only" / "manifest.json"
    manifest = json.loads(path.read_text("utf-8"))
    assert manifest["options"]["seed"] == 3
    assert list(manifest["inputs"]) == ["organizations.csv", "ties.csv"]
    assert {folder.name for folder in (folder / "out").iterdir()} == set(manifest["outputs"])
    for name, files in manifest["outputs"].items():
        beside = {path.relative_to(folder / "out" / name).as_posix() for path in files_in(folder / "out" / name)}
        assert set(files) == {file for file in beside if not file.startswith(".as-written")} - (
            {"manifest.json"} if name == "backbone-only" else set()
        )
    path.write_text("{}")
    result = run(folder / "ours", "-o", folder / "out", "--verify")
    assert result.exit_code == 2
    assert "is no manifest of a report" in result.output
    result = run(folder / "ours", "-o", folder / "elsewhere", "--verify")
    assert result.exit_code == 2
    assert "Write the report again" in result.output
