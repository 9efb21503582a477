"""A measure of another package is everywhere that measures are, with no line of ours changed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

MEASURE = '''
"""One measure, in a package of its own."""

import numpy as np

from stakeholder_graph.graph import Layer
from stakeholder_graph.measures import declare


def _reading(finding):
    return declare.Message("alone", {"count": finding.value}) if finding.value is not None else None


@declare.measure(
    section="toy_section",
    title="Who stands alone",
    question="How many organizations have no tie at all?",
    how_to_read="Standing alone is no failing.",
    formula="Organizations without a tie among those who answered.",
    undefined="For fewer than two organizations that answered.",
    unit="organizations",
    bounds=(0, None),
    references=("Toy, A. (2026). Standing alone. Journal of Toys, 1(1), 1-2.",),
    messages={"alone": "{count} organizations stand alone.", "displayed": "{value} stand alone"},
    reading=_reading,
    needs=(declare.organizations(2),),
    among_answered=True,
    statistic=lambda layer: float((layer.adjacency.sum(axis=0) + layer.adjacency.sum(axis=1) == 0).sum()),
    chart=declare.Chart("bars", {"label": "organization", "length": "toy_ties"}),
)
def standing_alone(layer: Layer) -> declare.Measured:
    """Count the organizations without a tie."""
    ties = (layer.adjacency.sum(axis=0) + layer.adjacency.sum(axis=1)).astype(int)
    table = declare.organization_table(layer, {declare.Column("toy_ties", "Ties of the toy", "count"): ties})
    return declare.Measured(float((ties == 0).sum()), table)
'''
ENTRY_POINTS = "[stakeholder_graph.measures]\ntoy = toy_measures\n"
TIES = "from,to\nA,B\nB,C\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("toy")
    (home / "site" / "toy_measures-1.0.dist-info").mkdir(parents=True)
    (home / "site" / "toy_measures.py").write_text(MEASURE)
    (home / "site" / "toy_measures-1.0.dist-info" / "METADATA").write_text("Name: toy-measures\nVersion: 1.0\n")
    (home / "site" / "toy_measures-1.0.dist-info" / "entry_points.txt").write_text(ENTRY_POINTS)
    survey = home / "survey"
    survey.mkdir()
    answered = {name: "no" if name == "E" else "yes" for name in "ABCDE"}
    lines = [f"{name},{yes}" for name, yes in answered.items()]
    (survey / "organizations.csv").write_text("\n".join(["organization,answered", *lines]) + "\n")
    (survey / "ties.csv").write_text(TIES)
    return home


def run(folder: Path, *arguments: str) -> str:
    path = os.pathsep.join([str(folder / "site"), *sys.path])
    done = subprocess.run(
        [sys.executable, "-m", "stakeholder_graph", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_is_explained(folder: Path) -> None:
    assert "standing_alone" in run(folder, "explain")
    explained = " ".join(run(folder, "explain", "standing_alone").split())
    for text in ("Who stands alone", "Standing alone is no failing.", "Journal of Toys", "from 0 to no limit"):
        assert text in explained


def test_it_is_computed_among_those_who_answered_with_a_row_for_all(folder: Path) -> None:
    document = json.loads(run(folder, "measure", str(folder / "survey"), "standing_alone", "--format", "json"))
    (finding,) = document["findings"]
    assert finding["value"] == 1
    assert finding["caveats"][0] == "answered_subgraph"
    assert finding["reading"] == "Among those who answered, 1 organizations stand alone."
    assert {row["organization"]: row["toy_ties"] for row in finding["table"]} == {
        "A": 1,
        "B": 2,
        "C": 1,
        "D": 0,
        "E": None,
    }


def test_it_stands_in_the_report_under_its_own_section(folder: Path) -> None:
    run(folder, "report", str(folder / "survey"), "-o", str(folder / "out"), "--permutations", "99", "--draws", "20")
    (page,) = [path for path in (folder / "out").glob("backbone-only/*.html") if "Toy section" in path.read_text()]
    text = page.read_text()
    for said in ("Who stands alone", "1 organizations stand alone", "Ties of the toy", "Journal of Toys"):
        assert said in text


def test_it_has_a_sheet_in_the_workbook(folder: Path) -> None:
    file = folder / "findings.xlsx"
    run(folder, "measure", str(folder / "survey"), "standing_alone", "density", "--format", "xlsx", "-o", str(file))
    book = openpyxl.load_workbook(file)
    rows = list(book["standing_alone"].values)
    assert rows[0] == ("Finding", "Organization", "Sector", "Ties of the toy")
    assert [row[3] for row in rows[1:]] == [1, 2, 1, 0, None]
    assert "standing_alone" in [row[0] for row in book["Measures"].values]
