"""``start`` proposes the sector that stands in the names of organizations, and takes it only once somebody said so."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from stakeholder_graph.cli import main
from stakeholder_graph.survey import read_partnership

PLACES = ("Austria", "Belgium", "Croatia", "Denmark")
NAMES = [f"{sector}_{place}" for sector in ("Archive", "Museum") for place in PLACES]
FROM_COLUMNS = "The names are put together from “Kind” and more. Is “Kind” the sector?"
FROM_NAMES = "The names begin alike, up to “_”. Is that the sector?"
#: An export asks for file, name, round and backbone first, a matrix for what it is, name and backbone: Enter for each.
EXPORT, MATRIX = "\n\n\n\n", "\n\n\n"


def export(folder: Path, names: list[str], *, apart: bool = False, also: tuple[str, list[str]] | None = None) -> None:
    """A row and a column for each, of which each works with the next; names stand in one column or two."""
    head = ["Kind", "Land"] if apart else ["Your organization"]
    rows = []
    for k, name in enumerate(names):
        own = name.split("_") if apart else [name]
        ticks = ["3" if other == (k + 1) % len(names) else "0" for other in range(len(names))]
        rows.append([*own, *([also[1][k]] if also else []), *ticks])
    table = [[*head, *([also[0]] if also else []), *names], *rows]
    (folder / "answers.csv").write_text("\n".join(",".join(row) for row in table) + "\n", "utf-8")


def start(folder: Path, answers: str, *, apart: bool = False) -> str:
    before = EXPORT if apart else MATRIX
    result = CliRunner().invoke(main, ["start", str(folder)], input=before + answers, catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


def sectors(folder: Path) -> set[str]:
    return set(read_partnership(folder)["organizations"]["sector"])


@pytest.mark.parametrize(("apart", "asked"), [(True, FROM_COLUMNS), (False, FROM_NAMES)])
def test_what_stands_in_the_names_is_proposed_with_its_groups(tmp_path: Path, apart: bool, asked: str) -> None:
    export(tmp_path, NAMES, apart=apart)
    said = start(tmp_path, "yes\n\n\n\n", apart=apart)
    assert asked + " (Archive and Museum; yes or no) [yes]" in said
    assert sectors(tmp_path) == {"Archive", "Museum"}
    # What is decided is not asked again.
    assert asked not in start(tmp_path, "")
    assert sectors(tmp_path) == {"Archive", "Museum"}


@pytest.mark.parametrize("apart", [True, False])
def test_who_says_no_has_none(tmp_path: Path, apart: bool) -> None:
    export(tmp_path, NAMES, apart=apart)
    said = start(tmp_path, "perhaps\nno\n\n\n\n", apart=apart)
    assert "Write yes or no." in said
    assert sectors(tmp_path) == {"Not stated"}


def test_without_an_answer_none_is_taken(tmp_path: Path) -> None:
    export(tmp_path, NAMES, apart=True)
    command = [sys.executable, "-m", "stakeholder_graph", "start", str(tmp_path)]
    assert FROM_COLUMNS in subprocess.run(command, input="", check=True, capture_output=True, text=True).stdout
    assert sectors(tmp_path) == {"Not stated"}


@pytest.mark.parametrize(
    "names",
    [
        [name.replace("_", " ") for name in NAMES],  # a space is in most names
        [name.replace("_", "") for name in NAMES],
        [f"{place}_{k}" for k, place in enumerate((*PLACES, "Estonia", "Finland", "Greece", "Hungary"))],  # all differ
        [f"Archive_{k}" for k in range(8)],  # all are alike
        [f"{k % 2}_{place}{k}" for k, place in enumerate((*PLACES, *PLACES))],  # numbers are no sectors
        NAMES[:4],  # too few to tell
    ],
)
def test_names_that_say_no_groups_are_not_asked_about(tmp_path: Path, names: list[str]) -> None:
    export(tmp_path, names)
    assert "the sector?" not in start(tmp_path, "\n\n\n")


def test_who_asked_about_the_sector_is_not_asked_about_names(tmp_path: Path) -> None:
    export(tmp_path, NAMES, apart=True, also=("Which sector is your organization in?", ["Health", "Schools"] * 4))
    assert "the sector? (Archive" not in start(tmp_path, "\n\n\n", apart=True)
    assert sectors(tmp_path) == {"Health", "Schools"}
