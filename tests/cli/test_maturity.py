"""The command maturity as its users meet it."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from stakeholder_graph.cli import main

WREN = Path(__file__).resolve().parents[2] / "surveys" / "wren-county"
QUICK = ("--permutations", "99", "--draws", "20", "--quiet")


def run(*args: object) -> Result:
    return CliRunner().invoke(main, ["maturity", *(str(arg) for arg in args)], catch_exceptions=False)


def test_the_table_begins_with_counts() -> None:
    result = run(WREN, "--rubric", "theory-of-action", *QUICK)
    assert result.exit_code == 0
    assert " of 19 shown, " in result.stdout.splitlines()[2]


def test_json_has_what_others_build_on() -> None:
    document = json.loads(run(WREN, "--rubric", "theory-of-action", "--format", "json", *QUICK).stdout)
    assert document["rubric"] == "theory-of-action"
    rows = {row["id"]: row for row in document["rows"]}
    wanted = {
        "id", "condition", "gateway", "asked", "finding", "value", "range", "threshold", "status", "source", "verdict",
        "decided_by", "decided_on", "settles",
    }  # fmt: skip
    assert all(wanted <= row.keys() for row in rows.values())
    assert rows["data-agreement"]["verdict"] == "not met"
    assert rows["data-agreement"]["decided_by"] == "data team"
    assert sum(document["counts"][verdict] for verdict in ("shown", "not met", "too close")) <= len(rows)


def test_csv_is_a_line_a_row(tmp_path: Path) -> None:
    path = tmp_path / "ledger.csv"
    assert run(WREN, "--rubric", "theory-of-action", "--format", "csv", "-o", path, *QUICK).exit_code == 0
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))
    assert len(rows) == 19
    assert rows[0]["id"] == "accountability-agreement"


def test_a_rubric_that_is_not_there_is_said_with_those_that_are() -> None:
    result = run(WREN, "--rubric", "five", *QUICK)
    assert result.exit_code == 2
    assert "five-conditions" in result.stderr


def test_a_decision_for_no_row_is_noted(tmp_path: Path) -> None:
    (tmp_path / "organizations.csv").write_text("organization\nAlpha\nBeta\n", "utf-8")
    (tmp_path / "ties.csv").write_text("from,to\nAlpha,Beta\n", "utf-8")
    header = "rubric,benchmark,status,evidence,by,date\n"
    (tmp_path / "evidence.csv").write_text(f"{header}five-conditions,agenda-writen,met,x,Kay,2026-01-01\n", "utf-8")
    result = run(tmp_path, "--permutations", "99", "--draws", "20")
    assert result.exit_code == 0
    assert "evidence.csv, row 2, column “benchmark”" in result.stderr
    assert "agenda-written" in result.stderr


LISTS = {
    "items.csv": "kind,item,outcome\noutcome,Reading,\nteam,Crew,Reading\n",
    "strategies.csv": "strategy,outcome,partners,started,status,learned\nTutors,Reading,Alpha,2024,test,\n",
}
PEOPLE = {"organizations.csv": "organization,sector\nAlpha,Schools\nBeta,Clinics\n"}


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "Add organizations.csv"),
        ({"ties.csv": "from,to\nAlpha,Beta\n"}, "Add organizations.csv"),
        # A list of another kind is no mistyped ties.csv.
        (LISTS | PEOPLE, "Add ties.csv or, where nobody was asked whom they work with, affiliations.csv"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_judged(tmp_path: Path, files: dict[str, str], said: str) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    result = run(tmp_path, *QUICK)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "rename" not in result.stderr


@pytest.mark.parametrize(
    "files",
    [
        PEOPLE | {"ties.csv": "from,to\nAlpha,Beta\n"},
        PEOPLE | LISTS | {"ties.csv": "from,to\n"},
        PEOPLE | LISTS | {"affiliations.csv": "organization,kind,item\nAlpha,team,Crew\n"},
        {"organizations.csv": "organization,sector\nAlpha,Schools\n", "ties.csv": "from,to\n"},
    ],
)
@pytest.mark.parametrize("rubric", ["five-conditions", "theory-of-action", "drug-free-communities", "empty"])
def test_every_shipped_rubric_judges_folders_of_few_files(tmp_path: Path, files: dict[str, str], rubric: str) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    for form in ("table", "json", "csv"):
        result = run(tmp_path, "--rubric", rubric, "--format", form, *QUICK)
        assert result.exit_code == 0
        assert "nan" not in result.stdout.split()


@pytest.mark.parametrize("command", ["check", "report"])
def test_a_broken_rubric_of_ones_own_is_said_before_anything_is_computed(tmp_path: Path, command: str) -> None:
    for name, text in (PEOPLE | {"ties.csv": "from,to\nAlpha,Beta\n"}).items():
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "rubrics").mkdir()
    (tmp_path / "rubrics" / "ours.toml").write_text('id = "ours"\nrow = 1\n', "utf-8")
    where = ["-o", str(tmp_path / "out")] if command == "report" else []
    result = CliRunner().invoke(main, [command, str(tmp_path), *where])
    assert result.exit_code == 2
    assert "The rubric has no list of rows." in result.output
    assert not (tmp_path / "out").exists()
