"""The path of an answer through reading stays short: no frame on the way, and no module more."""

import shutil
from pathlib import Path

import pytest

from stakeholder_graph.model.survey import COLUMNS
from tools.reading_path import reading_path

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "tests" / "survey" / "formats" / "samples"
SETTINGS = """
name = "Gem County"
[[question]]
kind = "identity"
file = "{file}"
question = "{identity}"
[[question]]
kind = "tie"
file = "{file}"
question = "{tie}"
layer = "contact"
promise = "named"
scale = ["never", "yearly", "monthly", "weekly"]
"""


def partnership(folder: Path, sample: str, identity: str, tie: str) -> Path:
    export = SAMPLES / sample
    shutil.copyfile(export, folder / export.name)
    (folder / "partnership.toml").write_text(SETTINGS.format(file=export.name, identity=identity, tie=tie))
    return folder


@pytest.mark.parametrize(
    ("sample", "identity", "tie", "most"),
    # One module looks for headers that ask for leave to be named, one counts how far reading is.
    # The first holds an answer that Qualtrics takes for spam, which two modules see to; one looks for evidence.
    [("qualtrics/choice_text.csv", "org", "contact", 42), ("plain/roster.csv", "organization", "roster", 34)],
)
def test_an_answer_of_an_export(tmp_path: Path, sample: str, identity: str, tie: str, most: int) -> None:
    path = reading_path(partnership(tmp_path, sample, identity, tie))
    assert "stakeholder_graph.survey.exports.answer_matrix" in path.modules
    assert "stakeholder_graph.survey.formats.kobo" not in path.modules  # its signature is data
    assert len(path.modules) <= most
    assert path.frames.total() == len(COLUMNS)


def test_an_answer_of_plain_files() -> None:
    path = reading_path(ROOT / "surveys" / "wren-county")
    # Three modules look at the headers of organizations.csv: for what organizations take part in, and for consent. One
    # reads the list of places, and what the list of indicators says besides figures; two look for what is on file, and
    # two read what is tried: the list, and the words that say how a strategy stands. One counts how far reading is.
    assert len(path.modules) <= 38
    assert path.frames == {"stakeholder_graph.frames.rows": len(COLUMNS)}
    # The lists of what is offered, needed and tried, and of what changed, have some sixty rows;
    # scales.csv has five more, with hours.
    assert path.changes.total() <= 6_700
