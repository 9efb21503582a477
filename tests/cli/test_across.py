"""The command across as its users meet it."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from stakeholder_graph.cli import main
from tests.communities.made import communities, community


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve communities, of which the last works across sectors more than the others; measured once and kept."""
    folder = tmp_path_factory.mktemp("across")
    communities(folder / "towns", 12, 25)
    return folder


def run(folder: Path, *args: object, code: int = 0) -> Result:
    named = sorted((folder / "towns").iterdir())
    given = [
        "across",
        *map(str, named),
        *map(str, args),
        "--permutations",
        "99",
        "--cache",
        str(folder / "cache"),
        "--quiet",
    ]
    result = CliRunner().invoke(main, given, catch_exceptions=False)
    assert result.exit_code == code, result.output
    return result


def test_it_names_whom_to_learn_from_and_ranks_nobody(towns: Path) -> None:
    said = run(towns).stdout
    assert "To learn how to work across sectors, ask Town 11 (" in said
    rows = [line.split("  ")[0] for line in said.splitlines() if line.startswith("Town ")]
    assert rows == sorted(rows)
    assert len(rows) == 12


def test_json_and_csv_say_the_same(towns: Path) -> None:
    document = json.loads(run(towns, "--format", "json").stdout)
    (across,) = (found for found in document["standings"] if found["aspect"] == "across_sectors")
    assert across["learn_from"] == ["Town 11"]
    rows = list(csv.DictReader(io.StringIO(run(towns, "--format", "csv").stdout)))
    off = {row["community"]: float(row["off"]) for row in rows if row["aspect"] == "across_sectors"}
    assert off == {row["community"]: row["off"] for row in across["communities"]}
    assert {row["stands_out"] for row in rows if row["community"] == "Town 11"} >= {"true"}
    assert document["tests"]["count"] == sum(bool(row["p"]) for row in rows)


def test_a_folder_gets_a_page_and_both_files_a_path_a_line(towns: Path, tmp_path: Path) -> None:
    lines = run(towns, "-o", tmp_path / "out").stdout.splitlines()
    names = ["backbone-only-communities.html", "backbone-only-communities.csv", "backbone-only-communities.json"]
    assert lines == [str(tmp_path / "out" / name) for name in names]
    assert all(Path(line).stat().st_size for line in lines)
    assert run(towns, "-o", tmp_path / "one.csv").stdout.splitlines() == [str(tmp_path / "one.csv")]


@pytest.mark.parametrize("name", ["x.xlsx", "X.XLSX", "x.pdf", "x.docx"])
def test_no_folder_is_made_for_a_file_of_another_kind(towns: Path, tmp_path: Path, name: str) -> None:
    said = run(towns, "-o", tmp_path / name, code=2).output
    assert f"No {Path(name).suffix.lower()} file is written. End the name in .html, .csv or .json" in said
    assert list(tmp_path.iterdir()) == []


def test_a_folder_may_have_a_dot_in_its_name(towns: Path, tmp_path: Path) -> None:
    (tmp_path / "kept.xlsx").mkdir()
    for name in ("Spring 2.0", "kept.xlsx"):
        assert len(run(towns, "-o", tmp_path / name).stdout.splitlines()) == 3


def test_no_file_that_a_community_is_read_from_is_written_over(towns: Path) -> None:
    ties = towns / "towns" / "Town 03" / "ties.csv"
    before = ties.read_bytes()
    assert "is one of the files that your survey is read from" in run(towns, "-o", ties, code=2).output
    assert ties.read_bytes() == before
    absent = towns / "towns" / "Town 03" / "changes.csv"
    assert "would be read from" in run(towns, "-o", absent, code=2).output
    own = towns / "towns" / "Town 03" / "communities.csv"
    for _again in range(2):
        run(towns, "-o", own)


def test_what_is_wrong_is_said_of_all_without_a_traceback(tmp_path: Path, towns: Path) -> None:
    for name in ("East", "West"):
        (community(tmp_path / name, 1, n=20) / "ties.csv").write_text("from,to\nNobody,Organization 01\n")
    result = CliRunner().invoke(main, ["across", str(tmp_path / "East"), str(tmp_path / "West"), "--quiet"])
    assert result.exit_code == 2
    assert "There are 2 problems to correct" in result.output
    assert str(tmp_path / "West" / "ties.csv") in result.output
    assert "Traceback" not in result.output
