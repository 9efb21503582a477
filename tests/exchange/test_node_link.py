"""JSON of nodes and edges in the spelling of several programs: one graph, whoever wrote it."""

import json
from collections.abc import Mapping
from pathlib import Path

import networkx as nx
import pytest

from stakeholder_graph.exchange import GRAPH_FORMATS, GraphFile
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.tabular.files import open_file

FORMAT = GRAPH_FORMATS["JSON"]
SECTORS = {"Gem": "arts", "Ada": "health", "Kay": "arts"}
EDGES = [("Gem", "Ada", 3), ("Ada", "Kay", 1)]


def read(folder: Path, content: object) -> tuple[GraphFile, Inspection]:
    path = folder / "graph.json"
    path.write_text(json.dumps(content))
    inspection = Inspection()
    opened = open_file(path, path.name, inspection)
    assert opened is not None
    assert FORMAT.recognize(opened)
    return FORMAT.read(opened, inspection), inspection


def ours() -> "nx.DiGraph[str]":
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from((name, {"sector": sector}) for name, sector in SECTORS.items())
    graph.add_weighted_edges_from(EDGES)
    return graph


PLACE = {name: number for number, name in enumerate(SECTORS)}
SPELLINGS: Mapping[str, object] = {
    "networkx, links": nx.node_link_data(ours(), edges="links"),
    "networkx, edges": nx.node_link_data(ours(), edges="edges"),
    "networkx, Cytoscape": nx.cytoscape_data(ours()),
    "D3, by place": {
        "nodes": [{"name": name, "sector": sector, "x": 1.5} for name, sector in SECTORS.items()],
        "links": [{"source": PLACE[a], "target": PLACE[b], "weight": w} for a, b, w in EDGES],
    },
    "D3, after drawing": {
        "nodes": [{"id": name, "sector": sector, "index": 0, "vx": 0} for name, sector in SECTORS.items()],
        "links": [{"source": {"id": a, "x": 2}, "target": {"id": b}, "weight": w, "index": 0} for a, b, w in EDGES],
    },
    "vis.js": {
        "nodes": [{"id": PLACE[name], "label": name, "sector": sector} for name, sector in SECTORS.items()],
        "edges": [{"from": PLACE[a], "to": PLACE[b], "weight": w} for a, b, w in EDGES],
    },
    "sigma": {
        "nodes": [{"id": f"n{PLACE[name]}", "label": name, "sector": sector} for name, sector in SECTORS.items()],
        "edges": [
            {"id": f"e{a}", "source": f"n{PLACE[a]}", "target": f"n{PLACE[b]}", "weight": w} for a, b, w in EDGES
        ],
    },
    "graphology": {
        "options": {"type": "directed"},
        "nodes": [{"key": name, "attributes": {"sector": sector}} for name, sector in SECTORS.items()],
        "edges": [{"key": f"{a}{b}", "source": a, "target": b, "attributes": {"weight": w}} for a, b, w in EDGES],
    },
    "JSON Graph Format": {
        "graph": {
            "directed": True,
            "nodes": {name: {"label": name, "metadata": {"sector": sector}} for name, sector in SECTORS.items()},
            "edges": [{"source": a, "target": b, "metadata": {"weight": w}} for a, b, w in EDGES],
        }
    },
    "Cytoscape, one list": {
        "elements": [
            *({"data": {"id": name, "sector": sector}} for name, sector in SECTORS.items()),
            *({"data": {"source": a, "target": b, "weight": w}} for a, b, w in EDGES),
        ]
    },
}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_spelling_holds_the_same_graph(spelling: str, tmp_path: Path) -> None:
    graph, inspection = read(tmp_path, SPELLINGS[spelling])
    assert not inspection.problems
    assert {node.name: node.attributes["sector"] for node in graph.nodes} == {n: (s,) for n, s in SECTORS.items()}
    assert [(edge.origin, edge.target, edge.attributes["weight"]) for edge in graph.edges] == [
        (origin, target, (str(weight),)) for origin, target, weight in EDGES
    ]


@pytest.mark.parametrize(
    ("content", "directed"),
    [
        (nx.node_link_data(ours(), edges="links"), True),
        (nx.node_link_data(ours().to_undirected(), edges="links"), False),
        ({"nodes": [{"id": "a"}, {"id": "b"}], "links": [{"source": "a", "target": "b"}]}, None),
        ({"nodes": [{"id": "a"}, {"id": "b"}], "links": [{"source": "a", "target": "b", "directed": False}]}, False),
    ],
)
def test_direction_is_what_the_file_says_or_not_known(content: object, directed: bool | None, tmp_path: Path) -> None:
    assert {edge.directed for edge in read(tmp_path, content)[0].edges} == {directed}


def test_parallel_edges_keep_their_kind(tmp_path: Path) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_edge("Gem", "Ada", key="funds")
    graph.add_edge("Gem", "Ada", key="refers to")
    edges = read(tmp_path, nx.node_link_data(graph, edges="links"))[0].edges
    assert [edge.attributes["relation"] for edge in edges] == [("funds",), ("refers to",)]


def test_an_edge_to_nobody_is_a_problem_of_that_edge(tmp_path: Path) -> None:
    content = {"nodes": [{"id": "Gem"}, {"id": "Ada"}], "links": [{"source": "Gem", "target": "Adda"}]}
    _graph, inspection = read(tmp_path, content)
    assert [problem.what for problem in inspection.problems] == ["An edge names “Adda”, and no node has this id."]


@pytest.mark.parametrize(
    "content",
    [
        {"nodes": "many", "links": []},
        {"nodes": [], "links": []},
        {"nodes": [{"id": "a"}], "links": [{"a": "b"}]},
        {"answers": [{"id": 1}]},
        {"elements": [], "connections": []},
        [1, 2],
    ],
)
def test_other_json_is_not_taken_for_a_graph(content: object, tmp_path: Path) -> None:
    path = tmp_path / "graph.json"
    path.write_text(json.dumps(content))
    opened = open_file(path, path.name, Inspection())
    assert opened is not None
    assert not FORMAT.recognize(opened)


@pytest.mark.parametrize(
    "content",
    [
        {"nodes": [None, 3, {"id": []}], "links": [None, {"source": None, "target": {}}]},
        {"nodes": [{"id": {"id": {"id": 1}}}], "links": [{"source": [[]], "target": True, "data": {"data": {}}}]},
        {"graph": {"nodes": {"a": None, "": {}}, "edges": [{"source": "a", "target": "a", "metadata": 3}]}},
    ],
)
def test_odd_values_end_in_problems(content: object, tmp_path: Path) -> None:
    read(tmp_path, content)
