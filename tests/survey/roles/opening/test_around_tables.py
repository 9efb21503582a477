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


@pytest.mark.parametrize(
    "note",
    [
        "22 organizations, 17 answered", "N = 6", "Answered: 5 of 6", "6 partners in all", "5 of 6 responded",
        "Number of organizations: 6", "Yellow rows were reminded twice before the end of November.",
    ],
)  # fmt: skip
@pytest.mark.parametrize("gap", [True, False])
@pytest.mark.parametrize("column", [0, 1])
def test_a_count_or_a_sentence_below_a_list_is_no_organization(
    note: str, gap: bool, column: int, tmp_path: Path
) -> None:
    names = sorted({end for tie in TIES for end in tie})
    rows = [f"{number},{name},school" for number, name in enumerate(names, start=1)]
    foot = ["", "", ""]
    foot[column] = f'"{note}"'
    (tmp_path / "list.csv").write_text("\n".join(["#,Organization,Sector", *rows, *[""] * gap, ",".join(foot)]))
    (tmp_path / "links.csv").write_text("\n".join(["From,To", *LINES]))
    survey = read_partnership(tmp_path)
    assert sorted(survey["organizations"]["organization"]) == names
    assert note[:50] in " ".join(advice.what for advice in survey.info.advice)


@pytest.mark.parametrize("name", ["4 Paws Rescue", "211 Helpline", "City Library", "Area 51: Youth Center"])
def test_an_organization_without_more_at_the_end_of_a_list_is_no_note(name: str, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(
        "#,Organization,Sector\n1,Ada,school\n2,Gem,school\n3,Kay,health\n4,Lee,health\n5,Max,arts\n6,Ivy,arts\n,"
        + name + ",\n"
    )  # fmt: skip
    (tmp_path / "links.csv").write_text("\n".join(["From,To", *LINES]))
    assert name in set(read_partnership(tmp_path)["organizations"]["organization"])
