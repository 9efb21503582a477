"""NDEx's own client reads CX2."""

import json
from pathlib import Path

import pytest
from ndex2.cx2 import RawCX2NetworkFactory

from tests.exchange.writing.second_readers.written import NETWORKS, files, in_order, network, plain, ties


@pytest.mark.parametrize("which", NETWORKS)
def test_cx2_is_kept_whole(which: str, tmp_path: Path) -> None:
    written = network(which)
    (path,) = files(which, "cx2", tmp_path)
    graph = RawCX2NetworkFactory().get_cx2network(json.loads(path.read_text("utf-8")))
    for node, read in zip(written.nodes, graph.get_nodes().values(), strict=True):
        known = {name: plain(value) for name, value in node.attributes.items()}
        assert read["v"] == {**known, "name": node.name, "colour": node.colour}
        assert [type(read["v"][name]) for name in known] == [type(value) for value in known.values()]
        assert (read["x"], read["y"]) == (node.x, node.y)
    edges = graph.get_edges().values()
    found = ((edge["s"], edge["t"], edge["v"]["interaction"], edge["v"].get("weight")) for edge in edges)
    assert in_order(found) == ties(written)
    for edge, read in zip(written.edges, edges, strict=True):
        assert read["v"]["directed"] == edge.directed
        assert {name: read["v"][name] for name in edge.attributes} == {n: plain(v) for n, v in edge.attributes.items()}
