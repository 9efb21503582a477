"""Gephi Lite's own readers take GEXF and GraphML."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.exchange.writing.second_readers.written import NETWORKS, files, in_order, network, plain, ties
from tools import scripts

READER = Path(__file__).with_name("graphology.cjs")


@pytest.fixture(scope="module", autouse=True)
def _installed() -> None:
    scripts.install()


def read(path: Path) -> dict[str, Any]:
    graph: dict[str, Any] = json.loads(scripts.node(READER, scripts.TOOLS, path))
    return graph


def ends(graph: dict[str, Any], kind: str) -> Any:
    """Ties as they were written, whatever the reader calls the kind."""
    for edge in graph["edges"]:
        known = edge["attributes"]
        yield int(edge["source"][1:]), int(edge["target"][1:]), known[kind], known.get("weight")


@pytest.mark.parametrize("which", NETWORKS)
def test_gexf_is_kept_whole(which: str, tmp_path: Path) -> None:
    written = network(which)
    (path,) = files(which, "gexf", tmp_path)
    graph = read(path)
    for node, found in zip(written.nodes, graph["nodes"], strict=True):
        known = found["attributes"]
        assert node.x is not None
        assert node.y is not None
        red, green, blue = (int(node.colour[at : at + 2], 16) for at in (1, 3, 5))
        drawn = {"x": node.x, "y": -node.y, "z": 0, "color": f"rgb({red},{green},{blue})"}
        attributes = {name: plain(value) for name, value in node.attributes.items()}
        assert known == {"label": node.name, **attributes, **drawn}
    assert in_order(ends(graph, "kind")) == ties(written)
    for edge, found in zip(written.edges, graph["edges"], strict=True):
        assert found.get("undirected", False) != edge.directed
        assert {name: found["attributes"][name] for name in edge.attributes} == {
            name: plain(value) for name, value in edge.attributes.items()
        }


@pytest.mark.parametrize("which", NETWORKS)
def test_graphml_is_kept_but_for_the_direction_of_single_edges(which: str, tmp_path: Path) -> None:
    written = network(which)
    (path,) = files(which, "graphml", tmp_path)
    graph = read(path)
    for node, found in zip(written.nodes, graph["nodes"], strict=True):
        drawn = {"x": node.x, "y": node.y, "color": node.colour}
        attributes = {name: plain(value) for name, value in node.attributes.items()}
        assert found["attributes"] == {"label": node.name, **attributes, **drawn}
    assert in_order(ends(graph, "layer")) == ties(written)
