"""Matrices of text and of tables: names at their sides or none, blanks or commas, row numbers, sheets."""

from pathlib import Path

import openpyxl
import pytest

from stakeholder_graph.exchange import GRAPH_FORMATS
from stakeholder_graph.exchange.network_source import open_network
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.networks.locate import format_of
from stakeholder_graph.tabular.files import open_file
from tests.exchange.reading import pairs, read_text, said

PAIRS = [("Gem", "Ada"), ("Kay W", "Gem")]
LAYOUTS = {
    "corner.csv": ",Gem,Ada,Kay W\nGem,0,1,0\nAda,0,0,0\nKay W,1,0,0\n",
    "semicolons.csv": ";Gem;Ada;Kay W\nGem;0;1;0\nAda;0;0;0\nKay W;1;0;0\n",
    "other order.csv": ",Gem,Ada,Kay W\nKay W,1,0,0\nGem,0,1,0\nAda,0,0,0\n",
    "row numbers.csv": ",,Gem,Ada,Kay W\n0,Gem,0,1,0\n1,Ada,0,0,0\n2,Kay W,1,0,0\n",
    "blank diagonal.csv": ",Gem,Ada,Kay W\nGem,,1,0\nAda,0,,0\nKay W,1,0,\n",
    "r.txt": '"Gem" "Ada" "Kay W"\n"Gem" 0 1 0\n"Ada" 0 0 0\n"Kay W" 1 0 0\n',
    "blanks.txt": '      "Gem"   "Ada"  "Kay W"\n\n"Gem"    0 1 0\n"Ada"   0 0 0\n"Kay W"  1 0 0\n',
}


@pytest.mark.parametrize("name", list(LAYOUTS))
def test_layouts(name: str, tmp_path: Path) -> None:
    graph, inspection = read_text(tmp_path, name, LAYOUTS[name])
    assert not inspection.problems
    assert not inspection.undecided
    assert pairs(graph) == PAIRS
    assert graph is not None
    assert {edge.directed for edge in graph.edges} == {True}


def test_numbers_alone_are_called_by_their_place(tmp_path: Path) -> None:
    graph, _ = read_text(tmp_path, "a.dat", " 0 1 0\n 0 0 1\n 0 0 0\n")
    assert pairs(graph) == [("1", "2"), ("2", "3")]


def test_a_symmetric_matrix_has_no_direction_and_counts_each_pair_once(tmp_path: Path) -> None:
    graph, _ = read_text(tmp_path, "a.csv", ",A,B,C\nA,0,2,0\nB,2,0,1\nC,0,1,0\n")
    assert graph is not None
    assert [(e.origin, e.target, e.directed) for e in graph.edges] == [("A", "B", False), ("B", "C", False)]


def test_names_above_alone(tmp_path: Path) -> None:
    graph, _ = read_text(tmp_path, "a.txt", "Gem Ada Kay\n0 1 0\n0 0 1\n1 0 0\n")
    assert pairs(graph) == [("Gem", "Ada"), ("Ada", "Kay"), ("Kay", "Gem")]


def test_zeros_throughout_one_half_leave_the_direction_open(tmp_path: Path) -> None:
    graph, _ = read_text(tmp_path, "a.csv", ",A,B,C\nA,0,1,0\nB,0,0,2\nC,0,0,0\n")
    assert graph is not None
    assert {edge.directed for edge in graph.edges} == {None}


def test_one_half_of_a_matrix_has_no_direction(tmp_path: Path) -> None:
    graph, _ = read_text(tmp_path, "a.csv", ",A,B,C\nA,,,\nB,2,,\nC,0,1,\n")
    assert graph is not None
    assert {(frozenset((e.origin, e.target)), e.directed) for e in graph.edges} == {
        (frozenset("AB"), False),
        (frozenset("BC"), False),
    }


def test_blanks_among_zeros_are_an_open_decision(tmp_path: Path) -> None:
    _, inspection = read_text(tmp_path, "a.csv", ",A,B,C\nA,0,1,\nB,0,0,\nC,1,0,0\n")
    assert [decision.what for decision in inspection.undecided] == [
        "2 cells of the matrix are blank, while others are 0; they count as no tie."
    ]


def test_sheets_of_a_workbook_are_kinds_of_tie(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, cell in (("funds", 1), ("trust", 3)):
        sheet = book.create_sheet(title)
        for row in ([None, "A", "B", "C"], ["A", 0, cell, 0], ["B", 0, 0, cell], ["C", 0, 0, 0]):
            sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    inspection = Inspection()
    opened = open_file(tmp_path / "a.xlsx", "a.xlsx", inspection)
    assert opened is not None
    assert format_of(opened) is GRAPH_FORMATS["matrix"]
    graph = GRAPH_FORMATS["matrix"].read(opened, inspection)
    assert [edge.attributes["relation"][0] for edge in graph.edges] == ["funds", "funds", "trust", "trust"]


@pytest.mark.parametrize(
    "content",
    [
        "organization,A,B,C\nA,0,1,0\nB,0,0,0\nC,1,0,0\n",  # a survey's roster: its corner says who answers
        ",A,B,C\nA,0,1,0\nB,0,0,0\n",
        ",A,B,C\nA,0,1,0\nB,0,x,0\nC,1,0,0\n",
        "1,2,3\n4,5,6\n7,8,9\n",
        "a few words\nof plain text\nin a file\n",
        "1 2\n3 4\n",
    ],
)
def test_what_is_no_matrix(content: str, tmp_path: Path) -> None:
    graph, _ = read_text(tmp_path, "a.csv", content)
    assert graph is None


def test_a_row_of_the_wrong_length_is_said(tmp_path: Path) -> None:
    _, inspection = read_text(tmp_path, "a.txt", "   A B C\nA 0 1 0\nB 0 0 0\nC 1 0 0\nD 1 0\n")
    assert said(inspection) == [(5, "The row has 3 cells; a square of 3 organizations needs 4.")]


@pytest.mark.parametrize("name", ["مركز النور", "Łódź Fund", "à Paris", "N/A Housing", "St. Mary's “Old” School"])
def test_a_matrix_with_blanks_between_is_known_whatever_letters_its_names_have(name: str, tmp_path: Path) -> None:
    names = [name, "Gem", "Ada"]
    rows = [
        " ".join(f'"{name}"' for name in names),
        *(f'"{name}" {"0 1 1" if not k else "1 0 0"}' for k, name in enumerate(names)),
    ]
    path = tmp_path / "matrix.txt"
    path.write_text("\n".join(rows) + "\n", "utf-8")
    inspection = Inspection()
    opened = open_network(path, path.name, inspection)
    assert opened is not None
    assert opened.program == "matrix"
    graph = GRAPH_FORMATS["matrix"].read(opened, inspection)
    assert {node.name for node in graph.nodes} == set(names)
