"""UCINET DL: the layouts that its manual shows, and what is wrong in them."""

from pathlib import Path

import pytest

from tests.exchange.reading import pairs, read_text, said

PAIRS = [("Gem", "Ada"), ("Gem", "Kay"), ("Kay", "Gem")]
LAYOUTS = {
    "whole": "dl n = 3\nformat = fullmatrix\nlabels:\nGem,Ada,Kay\ndata:\n0 1 1\n0 0 0\n1 0 0\n",
    "no format": "DL N=3\nLABELS:\nGem, Ada\nKay\nDATA:\n0 1 1 0 0 0 1 0 0\n",
    "labels embedded": "dl n=3\nlabels embedded\ndata:\n Gem Ada Kay\nGem 0 1 1\nAda 0 0 0\nKay 1 0 0\n",
    "one line": "DL N=3 FORMAT=FULLMATRIX LABELS EMBEDDED DATA:\n Gem Ada Kay\nGem 0 1 1\nAda 0 0 0\nKay 1 0 0\n",
    "as UCINET exports": 'DL\nNR=3, NC=3\nFORMAT = FULLMATRIX DIAGONAL PRESENT\nROW LABELS:\n"Gem"\n"Ada"\n"Kay"\n'
    'COLUMN LABELS:\n"Gem"\n"Ada"\n"Kay"\nDATA:\n0 1 1\n0 0 0\n1 0 0\n',
    "no diagonal": "dl n=3 diagonal absent\nlabels:\nGem,Ada,Kay\ndata:\n1 1\n0 0\n1 0\n",
    "edge list": "dl n=3\nformat = edgelist1\nlabels:\nGem Ada Kay\ndata:\n1 2 1\n1 3 1\n3 1 1\n",
    "edge list by name": "dl n=3\nformat = edgelist1\nlabels embedded:\ndata:\nGem Ada\nGem Kay\nKay Gem\n",
    "node list": "dl n=3\nformat = nodelist1\nlabels:\nGem,Ada,Kay\ndata:\n1 2 3\n3 1\n",
    "counted node list": "dl n=3\nformat = nodelist1b\nlabels:\nGem,Ada,Kay\ndata:\n2 2 3\n0\n1 1\n",
}


@pytest.mark.parametrize("layout", list(LAYOUTS))
def test_layouts(layout: str, tmp_path: Path) -> None:
    graph, inspection = read_text(tmp_path, "a.dl", LAYOUTS[layout])
    assert not inspection.problems
    assert pairs(graph) == PAIRS
    assert graph is not None
    assert {node.name for node in graph.nodes} == {"Gem", "Ada", "Kay"}


@pytest.mark.parametrize("text", ["dl n=3\nformat = lowerhalf\nlabels:\nA,B,C\ndata:\n0\n1 0\n0 1 0\n",
                                  "dl n=3\nformat = upperhalf\nlabels:\nA,B,C\ndata:\n0 1 0\n0 1\n0\n"])  # fmt: skip
def test_half_a_matrix_has_no_direction(text: str, tmp_path: Path) -> None:
    graph, _ = read_text(tmp_path, "a.dl", text)
    assert graph is not None
    assert {frozenset((edge.origin, edge.target)) for edge in graph.edges} == {frozenset("AB"), frozenset("BC")}
    assert {edge.directed for edge in graph.edges} == {False}


def test_several_matrices_are_kinds_of_tie(tmp_path: Path) -> None:
    text = 'dl n=2 nm=2\nlabels:\nA,B\nmatrix labels:\n"funds",trust\ndata:\n0 1\n0 0\n\n0 0\n4 0\n'
    graph, _ = read_text(tmp_path, "a.dl", text)
    assert graph is not None
    assert [(e.origin, e.attributes["relation"], e.attributes["weight"]) for e in graph.edges] == [
        ("A", ("funds",), ("1",)),
        ("B", ("trust",), ("4",)),
    ]


def test_what_is_wrong_is_said_with_its_line(tmp_path: Path) -> None:
    few = "dl n=3\nlabels:\nA,B,C\ndata:\n0 1 0\n0 1\n"
    assert said(read_text(tmp_path, "a.dl", few)[1]) == [
        (6, "The matrix has more or fewer cells than 3 organizations need.")
    ]
    word = "dl n=2\nlabels:\nA,B\ndata:\n0 x\n0 0\n"
    assert said(read_text(tmp_path, "a.dl", word)[1]) == [(5, "“x” is not a number.")]
    end = "dl n=2\nformat=edgelist1\ndata:\n1 5\n"
    assert said(read_text(tmp_path, "a.dl", end)[1]) == [(4, "The line names no pair of nodes: “1 5”.")]
    two = "dl nr=2 nc=3\nformat=fullmatrix\ndata:\n0 1 0\n0 0 0\n"
    assert said(read_text(tmp_path, "a.dl", two)[1]) == [
        (None, "This is a network of two modes, such as people and events.")
    ]
    other = "dl n=2\nformat=blockmatrix\ndata:\n0\n"
    assert said(read_text(tmp_path, "a.dl", other)[1]) == [(None, "The layout “blockmatrix” is not known.")]
    assert said(read_text(tmp_path, "a.dl", "dl n=2\nlabels:\nA,B\n")[1]) == [(None, "There is no line “data:”.")]
