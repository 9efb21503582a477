"""``start`` asks which column is the sector where none is recognized, and takes none unasked."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from stakeholder_graph.cli import main
from stakeholder_graph.survey import read_partnership

TIES = "from,to\nA,B\nB,A\nA,C\nC,D\n"
ASKED = "Which column is the sector?"
#: What stands before the question: tables, name, direction (asked only where in doubt), backbone.
BEFORE = "\nOurs\n\n"


def start(folder: Path, header: str, columns: str, answers: str) -> str:
    rows = zip("ABCD", columns.split(), strict=True)
    (folder / "organizations.csv").write_text(f"organization,{header}\n" + "".join(f"{a},{b}\n" for a, b in rows))
    (folder / "ties.csv").write_text(TIES)
    result = CliRunner().invoke(main, ["start", str(folder)], input=answers, catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


def sectors(folder: Path) -> list[str]:
    return list(read_partnership(folder)["organizations"]["sector"])


@pytest.mark.parametrize("header", ["agency_type", "tipo"])
def test_enter_takes_the_one_that_is_proposed_and_it_stays(tmp_path: Path, header: str) -> None:
    said = start(tmp_path, header, "Health Health Schools Schools", BEFORE + "\n\n\n")
    assert f"{ASKED} (“{header}”, or write “none”) [{header}]" in said
    assert sectors(tmp_path) == ["Health", "Health", "Schools", "Schools"]
    assert ASKED not in start(tmp_path, header, "Health Health Schools Schools", "")
    assert sectors(tmp_path) == ["Health", "Health", "Schools", "Schools"]


def test_without_an_answer_none_is_taken(tmp_path: Path) -> None:
    # With a real stdin: the runner of click 8.2.0 goes on answering with Enter where input ends.
    (tmp_path / "organizations.csv").write_text("organization,agency_type\nA,Health\nB,Health\nC,Schools\nD,Schools\n")
    (tmp_path / "ties.csv").write_text(TIES)
    command = [sys.executable, "-m", "stakeholder_graph", "start", str(tmp_path)]
    assert ASKED in subprocess.run(command, input="", check=True, capture_output=True, text=True).stdout
    assert set(sectors(tmp_path)) == {"Not stated"}


def test_of_two_none_is_proposed_and_a_slip_is_asked_again(tmp_path: Path) -> None:
    columns = "Health,Big Health,Big Schools,Small Schools,Big"
    said = start(tmp_path, "org_type,class", columns, BEFORE + "colour\nORG TYPE\n\n\n")
    assert f"{ASKED} (“org_type” or “class”, or write “none”):" in said
    assert "There is no column “colour” in the list of organizations." in said
    assert sectors(tmp_path) == ["Health", "Health", "Schools", "Schools"]


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        ("agency_type", "Clinic School Shelter Library"),
        ("sector", "Health Health Schools Schools"),
        ("sector,kind", "Health,Big Health,Big Schools,Small Schools,Big"),
    ],
)
def test_it_does_not_ask_where_nothing_is_to_be_chosen(tmp_path: Path, header: str, columns: str) -> None:
    assert ASKED not in start(tmp_path, header, columns, "")
