"""igraph reads GraphML, GML, Pajek and UCINET DL, each as far as it knows the format."""

import math
import re
import warnings
from html import unescape
from pathlib import Path

import igraph
import pytest

from stakeholder_graph.exchange.network import as_text
from tests.exchange.writing.second_readers.written import NETWORKS, Tie, files, in_order, network, plain, ties

BOTH = pytest.mark.parametrize("which", NETWORKS)


def read(path: Path, form: str) -> igraph.Graph:
    # What igraph warns of becomes an error inside its C code, which ends the process.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return getattr(igraph.Graph, f"Read_{form}")(str(path))


def known(value: object) -> object:
    """A value as it was written: igraph has NaN, a blank or False for what is not known."""
    return None if value == "" or (isinstance(value, float) and math.isnan(value)) else value


def one_word(label: str) -> str:
    return re.sub(r"[\s,]+", "_", label)


def ties_of(graph: igraph.Graph, layer: str = "") -> list[Tie]:
    weighted = "weight" in graph.es.attributes()
    return in_order(
        (*edge.tuple, layer or edge["layer"], known(edge["weight"]) if weighted else None) for edge in graph.es
    )


@BOTH
def test_graphml_is_kept_whole(which: str, tmp_path: Path) -> None:
    written = network(which)
    (path,) = files(which, "graphml", tmp_path)
    graph = read(path, "GraphML")
    assert ties_of(graph) == ties(written)
    for node, vertex in zip(written.nodes, graph.vs, strict=True):
        assert (vertex["label"], vertex["x"], vertex["y"], vertex["color"]) == (node.name, node.x, node.y, node.colour)
        for name in graph.vs.attributes():
            if name not in ("id", "label", "x", "y", "color"):
                meant = plain(node.attributes[name]) if name in node.attributes else None
                assert known(vertex[name]) == meant or (meant is None and vertex[name] is False), name
    for number, edge in enumerate(written.edges):
        for name in edge.attributes:
            assert graph.es[number][name] == plain(edge.attributes[name])


@BOTH
def test_gml_is_kept_but_for_letters_beyond_ascii(which: str, tmp_path: Path) -> None:
    # igraph puts back quotation marks and ampersands, and leaves other references as GML writes them.
    written = network(which)
    (path,) = files(which, "gml", tmp_path)
    graph = read(path, "GML")
    assert ties_of(graph) == ties(written, both_ways=written.directions != {False})
    assert [unescape(vertex["label"]) for vertex in graph.vs] == [node.name for node in written.nodes]
    assert all(v["label"] == n.name for v, n in zip(graph.vs, written.nodes, strict=True) if n.name.isascii())
    for node, vertex in zip(written.nodes, graph.vs, strict=True):
        for name, value in node.attributes.items():
            if name.isalpha() and name.isascii():
                numeric = isinstance(value, int | float) and not isinstance(value, bool)
                found = vertex[name]
                assert (found if numeric else unescape(found)) == (value if numeric else as_text(value))


@BOTH
def test_pajek_is_kept_one_kind_of_tie_at_a_time(which: str, tmp_path: Path) -> None:
    # igraph knows neither relations nor arcs and edges in one file: it gets each kind as if it were alone.
    written = network(which)
    text = files(which, "pajek", tmp_path)[0].read_text("utf-8")
    head, *sections = re.split(r"^(?=\*(?:Arcs|Edges) )", text, flags=re.MULTILINE)
    assert len(sections) == len(written.layers)
    for layer, section in zip(written.layers, sections, strict=True):
        path = tmp_path / "alone.net"
        path.write_text(head + re.sub(r" :.*", "", section, count=1), "utf-8")
        graph = read(path, "Pajek")
        assert graph.is_directed() == section.startswith("*Arcs")
        assert graph.vs["name"] == [" ".join(node.name.replace('"', "''").split()) for node in written.nodes]
        assert [(t[:2] if graph.is_directed() else sorted(t[:2]), t[3]) for t in ties_of(graph, layer)] == [
            (t[:2] if graph.is_directed() else sorted(t[:2]), t[3]) for t in ties(written, layer=layer)
        ]


@BOTH
def test_ucinet_dl_is_kept_but_for_labels_of_several_words(which: str, tmp_path: Path) -> None:
    written = network(which)
    paths = files(which, "ucinet", tmp_path)
    assert len(paths) == len(written.layers)
    for layer, path in zip(written.layers, paths, strict=True):
        # igraph splits a label at its blanks and commas, in quotes or not.
        text = re.sub(r'^"(.*)"$', lambda label: one_word(label[1]), path.read_text("utf-8"), flags=re.MULTILINE)
        path.write_text(text, "utf-8")
        graph = read(path, "DL")
        assert graph.vs["name"] == [one_word(node.name.replace('"', "''")) for node in written.nodes]
        assert ties_of(graph, layer) == ties(written, both_ways=True, layer=layer)
