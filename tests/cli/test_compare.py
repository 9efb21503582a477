"""The command compare as its users meet it."""

import csv
import io
import json
import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from click.testing import CliRunner, Result

from stakeholder_graph.cli import main

WREN = Path(__file__).resolve().parents[2] / "surveys" / "wren-county"
QUICK = ("--permutations", "999", "--draws", "20", "--quiet")
NAMES = [f"Organization {k:02d}" for k in range(22)]


def run(*args: object) -> Result:
    return CliRunner().invoke(main, ["compare", *(str(arg) for arg in args), *QUICK], catch_exceptions=False)


@cache
def document() -> dict[str, Any]:
    result = run(WREN, "--waves", "2024", "2025", "--format", "json")
    assert result.exit_code == 0
    loaded: dict[str, Any] = json.loads(result.stdout)
    return loaded


def folder(path: Path, waves: Sequence[str] = ("",), names: Sequence[str] = NAMES, asked: str = "yes") -> Path:
    """A plain survey; ties are drawn alike in each wave."""
    path.mkdir()
    rng = random.Random(1)
    pairs = [(a, b) for a in names for b in names if a != b and rng.random() < 0.2]
    write = {
        "organizations.csv": ["organization,sector", *(f"{name},s{k % 2}" for k, name in enumerate(names))],
        "ties.csv": ["from,to,wave", *(f"{a},{b},{wave}" for wave in waves for a, b in pairs)],
        "asked.csv": ["organization,wave,answered", *(f"{name},{wave},{asked}" for wave in waves for name in names)],
    }
    for file, lines in write.items():
        if asked or file != "asked.csv":
            (path / file).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def test_json_has_what_others_build_on() -> None:
    data = document()
    assert (data["before"], data["after"]) == ("2024", "2025")
    assert {name: len(data["organizations"][name]) for name in ("joined", "left", "both")} == {
        "joined": 7, "left": 0, "both": 54,
    }  # fmt: skip
    assert all({"layer", "from", "to", "change"} == tie.keys() for tie in data["ties"])
    assert {tie["change"] for tie in data["ties"]} <= {
        "kept", "gained", "ended", "no longer named", "newly named", "not known",
    }  # fmt: skip
    wanted = {"name", "layer", "on", "before", "after", "change", "se", "p", "p_adjusted", "range", "verdict"}
    assert all(wanted <= row.keys() for row in data["measures"])
    assert {row["on"] for row in data["measures"]} == {"all", "panel"}
    assert [difference["about"] for difference in data["survey"]] == ["roster", "response"]


def test_the_apparent_loss_vanishes_in_the_panel() -> None:
    rows = {(row["name"], row["layer"], row["on"]): row for row in document()["measures"]}
    assert rows["density", "collaboration", "all"]["change"] < -0.05
    assert rows["density", "collaboration", "all"]["verdict"] == "not tested"
    panel = rows["density", "collaboration", "panel"]
    assert (round(panel["change"], 4), panel["verdict"]) == (0.0086, "about the same")
    said = [change["says"] for change in document()["changes"] if change["layer"] == "collaboration"]
    assert said[0] == (
        "Among the 31 who answered both times, 215 mentions became 223: about the same. The apparent loss (24 to 18 in "
        "100) is one of answers, not of connections."
    )
    assert "Mentions from Early Years to Health rose from 12 to 24." in said


def test_what_is_not_tested_has_no_p_and_what_is_has_one_that_is_corrected() -> None:
    data = document()
    for row in data["measures"]:
        assert (row["p"] is None) == (row["verdict"] == "not tested") == (row["p_adjusted"] is None)
        assert row["p"] is None or row["p_adjusted"] >= row["p"]
    tested = sum(row["p"] is not None for row in data["measures"])
    assert data["tests"]["count"] == tested + 2  # the pairs of groups of two kinds of tie


def test_the_table_says_changes_first_and_says_that_nothing_else_changed() -> None:
    lines = run(WREN, "2024", "2025", "--layer", "contact").stdout.splitlines()
    assert lines[0] == "Wren County Cradle to Career: 2024 and 2025"
    assert lines[2].startswith(
        "contact: Among the 31 who answered both times, 240 mentions became 248: about the same."
    )
    assert "Mentions from Early Years to Health rose from 12 to 24." in "\n".join(lines[:8])
    assert any(line.startswith("Nothing else changed by more than luck would do;") for line in lines)


def test_files_of_each_form(tmp_path: Path) -> None:
    two = folder(tmp_path / "two", ("2024", "2025"))
    run(two, "-o", tmp_path / "out")
    page = (tmp_path / "out" / "backbone-only-comparison.html").read_text(encoding="utf-8")
    assert "What changed from 2024 to 2025" in page
    assert "default-src 'none'" in page
    assert run(two, "-o", tmp_path / "changes.csv").exit_code == 0
    rows = list(csv.DictReader(io.StringIO((tmp_path / "changes.csv").read_text(encoding="utf-8"))))
    assert {"name", "on", "range_low", "verdict"} <= rows[0].keys()
    assert run(two, "-o", tmp_path / "out", "--format", "json").exit_code == 0
    assert json.loads((tmp_path / "out" / "backbone-only-comparison.json").read_text(encoding="utf-8"))["schema"] == 1
    assert run(two, "-o", tmp_path / "x.json", "--format", "csv").exit_code == 2
    assert run(two, "--format", "html").exit_code == 2


def test_two_folders_are_compared_by_name(tmp_path: Path) -> None:
    old, new = folder(tmp_path / "old", names=[f"The {name}" for name in NAMES]), folder(tmp_path / "new")
    data = json.loads(run(old, new, "--format", "json").stdout)
    assert (data["before"], data["after"]) == ("old", "new")
    assert len(data["organizations"]["both"]) == len(NAMES)
    assert {tie["change"] for tie in data["ties"]} == {"kept"}


def test_an_organization_that_may_have_been_renamed_is_asked_about(tmp_path: Path) -> None:
    old = folder(tmp_path / "old", names=["Harbor Flats Clinic", *NAMES])
    new = folder(tmp_path / "new", names=["Harbor Flats Health Clinic", *NAMES])
    said = run(old, new).stdout
    assert "Is “Harbor Flats Clinic” now called “Harbor Flats Health Clinic”" in said
    renamed = "written,organization\nHarbor Flats Clinic,Harbor Flats Health Clinic\n"
    (new / "names.csv").write_text(renamed, encoding="utf-8")
    decided = json.loads(run(old, new, "--format", "json").stdout)["organizations"]
    assert (decided["joined"], decided["left"], len(decided["both"])) == ([], [], len(NAMES) + 1)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("two", "2024", "2024"), ["Both waves are “2024”"]),
        (("two", "--waves", "2021", "2022"), ["There is no wave “2021”.", "There is no wave “2022”."]),
        (("two", "2025", "2024"), ["The wave “2025” is later than “2024”."]),
        (("one",), ["There is only one wave here"]),
        (("one", "strangers"), ["No organization is listed in both"]),
        (("one", "one"), ["a survey does not differ from itself"]),
        (("nowhere", "not-there"), ["nowhere", "not-there"]),
        (("two", "--layer", "friendship"), ["“friendship” was not asked about"]),
        (("two", "2024", "2025", "2026"), ["Name one partnership and two of its waves"]),
        (("one", "two", "--waves", "7", "8"), ["one has no wave “7”.", "two has no wave “8”."]),
    ],
)
def test_what_cannot_be_compared_is_said_all_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: Sequence[str], said: Sequence[str]
) -> None:
    folder(tmp_path / "one")
    folder(tmp_path / "two", ("2024", "2025"))
    folder(tmp_path / "strangers", names=[f"Somebody {k}" for k in range(9)])
    monkeypatch.chdir(tmp_path)
    result = run(*arguments)
    assert result.exit_code == 2
    assert all(words in result.stderr for words in said), result.stderr


def test_where_nothing_says_who_answered_no_change_is_tested(tmp_path: Path) -> None:
    result = run(folder(tmp_path / "plain", ("2024", "2025"), asked=""))
    assert result.exit_code == 0
    assert "No change was tested." in result.stdout
    assert "Nothing says who answered." in result.stdout


def test_the_settings_say_how_people_were_asked(tmp_path: Path) -> None:
    two = folder(tmp_path / "two", ("2024", "2025"))
    waves = [
        f'[[wave]]\nname = "{name}"\nmode = "{mode}"\n' for name, mode in (("2024", "online"), ("2025", "on paper"))
    ]
    (two / "partnership.toml").write_text("\n".join(waves), encoding="utf-8")
    assert "How people answered: online, then on paper." in run(two).stdout


def test_two_files_of_a_network_program_are_two_surveys(tmp_path: Path) -> None:
    karate = nx.karate_club_graph()
    nx.write_graphml(karate, tmp_path / "before.graphml")
    karate.remove_edges_from(list(karate.edges)[:10])
    nx.write_graphml(karate, tmp_path / "after.graphml")
    data = json.loads(run(tmp_path / "before.graphml", tmp_path / "after.graphml", "--format", "json").stdout)
    rows = {(row["name"], row["on"]): row for row in data["measures"]}
    assert (rows["tie_counts", "all"]["before"], rows["tie_counts", "all"]["after"]) == (78, 68)
    assert "nobody_asked" in {difference["about"] for difference in data["survey"]}
    assert data["tests"]["count"] == 0
    assert {row["on"] for row in data["measures"]} == {"all"}
