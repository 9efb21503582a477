"""What networkx writes is read back: nodes, edges, attributes, direction, keys of multigraphs."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stakeholder_graph.exchange import GraphFile
from stakeholder_graph.exchange.network_source import open_network
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.networks.locate import format_of

Write = Callable[["nx.Graph[Any]", Any], None]
WRITERS: dict[str, Write] = {
    "graphml": lambda graph, path: nx.write_graphml_xml(graph, path),
    "gexf": lambda graph, path: nx.write_gexf(graph, path),
    "gml": lambda graph, path: nx.write_gml(graph, path),
    "net": lambda graph, path: nx.write_pajek(graph, path),
}
EVERY = pytest.mark.parametrize("ending", list(WRITERS))


def again(graph: "nx.Graph[Any]", ending: str, folder: Path) -> tuple[GraphFile, Inspection]:
    path = folder / f"network.{ending}"
    WRITERS[ending](graph, path)
    inspection = Inspection()
    opened = open_network(path, path.name, inspection)
    assert opened is not None
    graph_format = format_of(opened)
    assert graph_format is not None
    return graph_format.read(opened, inspection), inspection


@EVERY
@pytest.mark.parametrize("directed", [True, False])
def test_nodes_edges_and_direction(ending: str, directed: bool, tmp_path: Path) -> None:
    graph: nx.Graph[str] = nx.DiGraph() if directed else nx.Graph()
    graph.add_node("Mill Street Clinic", sector="Health & care", county="East")
    graph.add_node("Café Öst", sector="Business", county="West")
    graph.add_node("Alone", sector="Business", county="East")
    graph.add_edge("Mill Street Clinic", "Café Öst", weight=2.5, note="since 2010")
    read, inspection = again(graph, ending, tmp_path)
    assert not inspection.problems
    assert {node.name for node in read.nodes} == set(graph)
    assert {node.name: node.attributes["sector"] for node in read.nodes} == {
        name: (data["sector"],) for name, data in graph.nodes(data=True)
    }
    (edge,) = read.edges
    assert {edge.origin, edge.target} == {"Mill Street Clinic", "Café Öst"}
    assert (edge.directed, edge.attributes["weight"], edge.attributes["note"]) == (directed, ("2.5",), ("since 2010",))


@pytest.mark.parametrize("ending", ["graphml", "gml"])
def test_keys_of_a_multigraph_are_kinds_of_tie(ending: str, tmp_path: Path) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for origin, target in (("A", "B"), ("B", "C")):
        graph.add_edge(origin, target, key="funds")
        graph.add_edge(origin, target, key="refers to")
    read, _ = again(graph, ending, tmp_path)
    assert [edge.attributes["relation"] for edge in read.edges] == [("funds",), ("refers to",)] * 2


@pytest.mark.parametrize("ending", ["graphml", "gml", "gexf"])
def test_numbers_of_parallel_edges_are_no_kinds(ending: str, tmp_path: Path) -> None:
    graph: nx.MultiGraph[str] = nx.MultiGraph([("A", "B"), ("A", "B"), ("B", "C")])
    read, _ = again(graph, ending, tmp_path)
    assert len(read.edges) == 3
    assert not any("relation" in edge.attributes for edge in read.edges)


@EVERY
def test_known_networks(ending: str, tmp_path: Path) -> None:
    graph = nx.relabel_nodes(nx.karate_club_graph(), str)
    read, inspection = again(graph, ending, tmp_path)
    assert not inspection.problems
    assert len(read.nodes) == 34
    assert {frozenset((edge.origin, edge.target)) for edge in read.edges} == set(map(frozenset, graph.edges))
    assert {node.name: node.attributes["club"][0] for node in read.nodes} == dict(graph.nodes(data="club"))


#: What XML and the formats themselves can hold; Pajek has no way to write a quotation mark.
letters = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp"), exclude_characters='"')
names = st.text(letters, min_size=1, max_size=12).map(lambda text: " ".join(text.split())).filter(
    lambda text: text and not text.startswith(("*", "%", "[")) and text.isprintable()
)  # fmt: skip


@settings(deadline=None, max_examples=40)
@given(
    st.lists(names, min_size=2, max_size=6, unique_by=str.casefold),
    st.data(),
    st.sampled_from(["graphml", "gexf", "gml"]),
)
def test_any_names_and_any_edges(listed: list[str], data: st.DataObject, ending: str) -> None:
    from tempfile import TemporaryDirectory

    from stakeholder_graph.tabular.delimited import visible

    listed = list(dict.fromkeys(filter(None, map(visible, listed))))
    pairs = data.draw(st.sets(st.tuples(st.sampled_from(listed), st.sampled_from(listed)), max_size=10))
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(listed)
    graph.add_edges_from(pairs)
    with TemporaryDirectory() as folder:
        read, inspection = again(graph, ending, Path(folder))
    assert not inspection.problems
    assert [node.name for node in read.nodes] == listed
    assert {(edge.origin, edge.target) for edge in read.edges} == pairs
