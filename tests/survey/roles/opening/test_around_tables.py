"""Lists without headers, and notes and totals around tables: no row is lost, and nothing is left out without a word."""

from pathlib import Path

import pytest
from click.testing import CliRunner

import stakeholder_graph as sg
from stakeholder_graph.cli import main
from stakeholder_graph.graph import Partnership
from stakeholder_graph.survey import read_partnership

#: Ten ties among six organizations, each pair once.
TIES = [("Ada", "Gem"), ("Ada", "Kay"), ("Gem", "Ada"), ("Gem", "Max"), ("Kay", "Lee"), ("Lee", "Max"),
        ("Lee", "Ada"), ("Max", "Kay"), ("Max", "Ivy"), ("Ivy", "Ada")]  # fmt: skip
LINES = [f"{origin},{target}" for origin, target in TIES]
NEIGHBORS = ["Ada,Gem,Kay", "Gem,Ada,Max", "Kay,Lee", "Lee,Max,Ada", "Max,Kay,Ivy", "Ivy,Ada"]


def drafted(folder: Path, lines: list[str], file: str = "list.csv") -> Partnership:
    (folder / file).write_text("\n".join(lines) + "\n")
    started = CliRunner().invoke(main, ["start", str(folder)], input="\n" * 9, catch_exceptions=False)
    assert started.exit_code == 0, started.output
    return sg.read(folder)


@pytest.mark.parametrize(
    "lines",
    [
        LINES,
        [f"{line},{number % 3 + 1}" for number, line in enumerate(LINES)],
        [line.replace(",", ";") for line in LINES],
        LINES[::-1],
        NEIGHBORS,
        NEIGHBORS[::-1],
    ],
    ids=["pairs", "with a weight", "semicolons", "the other way round", "neighbors", "neighbors, longest last"],
)
def test_the_first_row_of_a_list_without_headers_is_a_tie(lines: list[str], tmp_path: Path) -> None:
    partnership = drafted(tmp_path, lines)
    graph = partnership.graph()
    layer = graph.layer("collaboration")
    assert (len(graph.names), layer.n_ties, layer.directed) == (6, 10, True)
    # Nobody can be sure what a list without headers is, so somebody is asked.
    assert partnership.info.draft


@pytest.mark.parametrize(
    "note",
    [
        ["", "Source: survey of 2024"],
        ["Source: survey of 2024"],
        ["", "Prepared by the evaluation team", "for the board"],
        ["* asked by telephone"],
    ],
)
def test_notes_below_a_table_are_left_out_and_said(note: list[str], tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("\n".join(["From,To", *LINES, *(f"{line}," if line else "," for line in note)]))
    survey = read_partnership(tmp_path)
    assert len(survey["organizations"]) == 6
    said = " ".join(advice.what for advice in survey.info.advice)
    assert "Left out, as totals or notes" in said
    assert all(line in said for line in note if line)


def test_an_organization_without_a_tie_at_the_end_is_no_note(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("\n".join(["From,To", *LINES, "Zoe,"]))
    assert "Zoe" in set(read_partnership(tmp_path)["organizations"]["organization"])
