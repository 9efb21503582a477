"""The command whatif as its users meet it."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from stakeholder_graph.cli import main

FOLDER = {
    "organizations.csv": "organization,sector,role\nHub,Backbone,backbone\nClinic,Health,\nLibrary,City,\n=Zoo,City,\n",
    "ties.csv": "from,to\nHub,Clinic\nClinic,Hub\nHub,Library\nLibrary,Hub\nLibrary,=Zoo\n=Zoo,Library\n",
    "partnership.toml": "directed = true\n",
}
QUICK = ("--permutations", "99", "--draws", "20", "--quiet")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    target = tmp_path / "survey"
    target.mkdir()
    for name, text in FOLDER.items():
        (target / name).write_text(text, "utf-8")
    return target


def run(*args: object) -> Result:
    return CliRunner().invoke(main, ["whatif", *map(str, args), *QUICK], catch_exceptions=False)


def test_what_changes_first_comes_first(folder: Path) -> None:
    result = run(folder, "--without", "hub", "--measure", "density")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "Without Hub"
    assert "Without Hub, 1 organization has no connection left: Clinic." in lines
    assert "Connections of any kind: 3 before, 1 after (−2)." in lines
    assert any(line.split()[-2:] == ["50%", "33%"] for line in lines)
    assert "No p-value is given" in lines[-1]


def test_json_has_what_others_build_on(folder: Path) -> None:
    document = json.loads(run(folder, "--without", "Hub", "--format", "json").stdout)
    assert document["without"] == ["Hub"]
    assert all({"id", "before", "after"} <= row.keys() for row in document["findings"])
    values = {row["id"]: (row["before"], row["after"]) for row in document["findings"]}
    assert values["density/collaboration/1"] == (0.5, 0.333333333)
    assert document["consequences"]["alone"] == ["Clinic"]


def test_csv_is_a_line_a_measure_and_safe_in_a_spreadsheet(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "out" / "whatif.csv"
    result = run(folder, "--connect", "Clinic", "=Zoo", "--format", "csv", "-o", target)
    assert result.stdout.strip() == str(target)
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(target.read_text("utf-8")))}
    assert float(rows["density/collaboration/1"]["change"]) == pytest.approx(1 / 6)
    assert not any(cell.startswith(("=", "+", "@")) for row in rows.values() for cell in row.values())


def test_without_a_change_everybody_leaves_in_turn(folder: Path) -> None:
    lines = run(folder).stdout.splitlines()
    first_words = [line.split()[0] for line in lines if line.strip()]
    assert [word for word in first_words if word in ("Hub", "Library", "=Zoo", "Clinic")] == [
        "Hub", "Library", "=Zoo", "Clinic",
    ]  # fmt: skip
    assert any(line.startswith("As it is") for line in lines)


def test_data_need_a_change(folder: Path) -> None:
    result = run(folder, "--format", "json")
    assert result.exit_code == 2
    assert "Say what changes" in result.stderr


def test_everything_wrong_is_said_at_once_and_nothing_is_written(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    result = run(folder, "--without", "Libary", "--disconnect", "Hub", "=Zoo", "--join", "Hub", "Sports", "-o", target)
    assert result.exit_code == 2
    assert not target.exists()
    for said in (
        "There are 4 problems",
        "Did you mean “Library”?",
        "are not connected",
        "cannot join",
        "“Sports” is not",
    ):
        assert said in result.stderr


def test_who_joins_and_what_ends_stand_in_the_title(folder: Path) -> None:
    result = run(
        folder, "--join", "Food Pantry", "health", "--connect", "Food Pantry", "Hub", "--disconnect", "Hub", "Library",
        "--measure", "density",
    )  # fmt: skip
    assert result.stdout.splitlines()[0] == (
        "Food Pantry (Health) joins; Food Pantry and Hub connected; Hub and Library no longer connected"
    )
    assert "2 organizations stay connected with each other and lose their way to the others: =Zoo and Library." in (
        result.stdout
    )


WREN = Path(__file__).resolve().parents[2] / "surveys" / "wren-county"


def test_answers_that_come_in_have_a_range() -> None:
    lines = run(WREN, "--answers", "Valley Savings Bank").stdout.splitlines()
    assert lines[:2] == ["If Valley Savings Bank answers", "2025, collaboration"]
    assert len([line for line in lines if line.startswith("How many")]) == 2
    document = json.loads(run(WREN, "--answers", "Valley Savings Bank", "--format", "json").stdout)
    assert document["answers"] == ["Valley Savings Bank"]
    row = next(row for row in document["findings"] if row["id"] == "density/collaboration/2025")
    assert row["after"] is None
    assert row["after_range"][0] <= row["after_range"][1]


def test_answers_stand_by_themselves(folder: Path) -> None:
    assert run(folder, "--answers", "Hub", "--without", "Clinic").exit_code == 2
    result = run(folder, "--answers", "Hub")
    assert "“Hub” has answered already." in result.stderr


def test_answers_have_a_csv_and_a_page(tmp_path: Path) -> None:
    table, page = tmp_path / "answers.csv", tmp_path / "answers.html"
    asked = ("--answers", "Valley Savings Bank")
    assert run(WREN, *asked, "-o", table).exit_code == 0
    document = json.loads(run(WREN, *asked, "--format", "json").stdout)
    written = {row["id"]: row for row in csv.DictReader(io.StringIO(table.read_text("utf-8")))}
    for row in document["findings"]:
        ends = [float(written[row["id"]][column]) for column in ("after_low", "after_high")]
        assert ends == row["after_range"]
    assert run(WREN, *asked, "-o", page).stdout.strip() == str(page)
    held = json.loads(page.read_text("utf-8").split('id="data">')[1].split("</script>")[0])
    assert held["change"]["title"] == "If Valley Savings Bank answers"
    values = {title: (before, after) for title, _layer, before, after in held["change"]["values"]}
    before, after = values["How many connections there are"]
    assert before == "18%"
    low, high = (int(end.rstrip("%")) for end in (after.split(" to ") if " to " in after else (after, after)))
    assert low <= 18 <= high
    assert held["change"]["gone"] == []


def test_a_value_is_what_compare_says_of_it() -> None:
    """78 of 100 mentions across sectors, not the index of .57 behind it."""
    supposed = run(WREN, "--without", "Wren Forward", "--measure", "ei_index", "--layer", "collaboration").stdout
    line = next(line for line in supposed.splitlines() if line.startswith("Connections across sectors"))
    assert "78" in line.split()
    assert "of 100 mentions across sectors" in line
    compared = CliRunner().invoke(main, ["compare", str(WREN), "--layer", "collaboration", *QUICK]).stdout
    assert "80 78 74 74" in " ".join(compared.split())  # all in 2024 and 2025, then those who answered both times


def test_a_part_of_a_name_is_understood() -> None:
    said = run(WREN, "--without", "Famly").stderr
    near = "“Harlan Family Fund”, “First in the Family” or “Family Services of Wren County”"
    assert f"Did you mean {near}?" in " ".join(said.split())
