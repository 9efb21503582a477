"""Other programs read what is written: networkx its formats, and every file what its own tool asks for."""

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import numpy as np
import openpyxl
import pytest

from stakeholder_graph.exchange.network import NetworkEdge, NetworkFile, NetworkNode
from stakeholder_graph.exchange.writing import NETWORK_WRITERS
from tests.exchange.reading import pairs, read_text
from tests.exchange.writing.networks import MULTILAYER

NAMES = [node.name for node in MULTILAYER.nodes]
#: Layer, origin, target and strength of each edge; without direction they stand once.
TIES = [
    ("contact", 0, 1, 2.0),
    ("contact", 1, 0, None),
    ("contact", 1, 2, 0.5),
    ("contact", 0, 1, 1.0),
    ("data sharing", 0, 1, 3.0),
    ("data sharing", 2, 0, None),
]


def one_file(key: str) -> str:
    ((_, content),) = NETWORK_WRITERS[key].files(MULTILAYER, "network").items()
    assert isinstance(content, str)
    return content


def test_networkx_reads_gml() -> None:
    graph = nx.parse_gml(one_file("gml"))
    assert list(graph) == NAMES
    assert graph.nodes[NAMES[0]]["staff"] == 12
    # One file has one direction: what has none stands both ways.
    both = [*TIES, ("data sharing", 1, 0, 3.0), ("data sharing", 0, 2, None)]
    read = [(d["layer"], NAMES.index(a), NAMES.index(b), d.get("weight")) for a, b, d in graph.edges(data=True)]
    assert sorted(read, key=str) == sorted(both, key=str)


def test_networkx_reads_one_layer_of_graphml_with_its_types(tmp_path: Path) -> None:
    edges = tuple(edge for edge in MULTILAYER.edges if edge.layer == "contact")
    network = NetworkFile("Ours", MULTILAYER.nodes, edges, ("contact",), ("2025",))
    (content,) = NETWORK_WRITERS["graphml"].files(network, "network").values()
    assert isinstance(content, str)
    graph = nx.parse_graphml(content)
    known = {data["label"]: data for _, data in graph.nodes(data=True)}
    assert list(known) == NAMES
    assert (known[NAMES[0]]["open"], known[NAMES[0]]["staff"], known[NAMES[1]]["share"]) == (True, 12, 0.25)
    assert known["=1+1"]["note"] == 'first line\nsecond line; "quoted"'
    assert graph.is_directed()
    assert sorted(data.get("weight", 0.0) for _, _, data in graph.edges(data=True)) == [0.0, 0.5, 1.0, 2.0]


def test_networkx_reads_node_link_json() -> None:
    graph = nx.node_link_graph(json.loads(one_file("json")), edges="links")
    read = [(d["layer"], NAMES.index(a), NAMES.index(b), d.get("weight")) for a, b, d in graph.edges(data=True)]
    assert sorted(read, key=str) == sorted(TIES, key=str)


def test_gexf_has_kinds_a_slice_and_places() -> None:
    root = ET.fromstring(one_file("gexf"))
    space = {"g": "http://gexf.net/1.3", "viz": "http://gexf.net/1.3/viz"}
    graph = root.find("g:graph", space)
    assert graph is not None
    assert (graph.get("mode"), graph.get("timestamp")) == ("slice", "2025")
    assert [edge.get("kind") for edge in graph.findall("g:edges/g:edge", space)] == [layer for layer, *_ in TIES]
    places = [(where.get("x"), where.get("y")) for where in graph.findall("g:nodes/g:node/viz:position", space)]
    assert places[0] == ("10.5", "3")  # Gephi's y runs upwards


def test_cx2_declares_what_it_holds_and_counts_it() -> None:
    aspects = json.loads(one_file("cx2"))
    by_name = {name: aspect for part in aspects for name, aspect in part.items()}
    assert {entry["name"]: entry["elementCount"] for entry in by_name["metaData"]} == {
        "attributeDeclarations": 1,
        "networkAttributes": 1,
        "nodes": 4,
        "edges": 6,
    }
    (declared,) = by_name["attributeDeclarations"]
    assert declared["nodes"]["staff"] == {"d": "long"}
    assert {name for node in by_name["nodes"] for name in node["v"]} == set(declared["nodes"])
    assert by_name["status"] == [{"success": True}]


def test_kumu_has_an_id_for_every_connection_and_a_sheet_it_ignores() -> None:
    (content,) = NETWORK_WRITERS["kumu"].files(MULTILAYER, "network").values()
    assert isinstance(content, bytes)
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["Elements", "Connections", "About (ignore)"]
    head, *rows = book["Connections"].iter_rows(values_only=True)
    assert list(head[:5]) == ["From", "To", "ID", "direction", "Type"]
    assert len({row[2] for row in rows}) == 6
    # What begins with = is text.
    assert book["Elements"]["A4"].data_type == "s"


#: Attributes that are called like columns of formats, and like one another, but for case.
ALIKE = {
    name: n for n, name in enumerate(["staff", "Staff", "Direction", "Type", "vertex", "strength", "Organization"])
}


@pytest.mark.parametrize("key", ["csv", "kumu", "nodexl", "powerbi", "xlsx"])
def test_no_two_columns_differ_in_case_alone_and_none_is_lost(key: str) -> None:
    nodes = tuple(NetworkNode(name, ALIKE | {"sector": "Arts"}) for name in ("A", "B"))
    edge = NetworkEdge(0, 1, "contact", "2025", directed=True, weight=4.0, attributes=ALIKE)
    network = NetworkFile("Ours", nodes, (edge,), ("contact",), ("2025",))
    tables = [table for content in NETWORK_WRITERS[key].files(network, "ours").values() for table in tables_of(content)]
    for heads, *_ in tables:
        assert len({head.casefold() for head in heads}) == len(heads)
    numbers = set(map(str, ALIKE.values()))
    assert sum(numbers <= {cell.removesuffix(".0") for row in table for cell in row} for table in tables) == 2


def tables_of(content: str | bytes) -> list[list[list[str]]]:
    """Rows of each sheet from its headers on; NodeXL's stand below a row of groups."""
    if isinstance(content, str):
        return [list(csv.reader(io.StringIO(content)))]
    sheets = [list(sheet.iter_rows(values_only=True)) for sheet in openpyxl.load_workbook(io.BytesIO(content))]
    tables = [rows[1:] if None in rows[0] else rows for rows in sheets]
    return [[["" if cell is None else str(cell) for cell in row] for row in rows] for rows in tables]


def test_kumus_json_keeps_attributes_called_like_its_own() -> None:
    nodes = (NetworkNode("A", ALIKE), NetworkNode("B"))
    edge = NetworkEdge(0, 1, "contact", "2025", directed=True, weight=9.0, attributes=ALIKE)
    network = NetworkFile("Ours", nodes, (edge,), ("contact",), ("2025",))
    (content,) = NETWORK_WRITERS["kumu-json"].files(network, "ours").values()
    project = json.loads(content)
    (record,) = project["connections"]
    assert (record["strength"], record["strength_"], record["direction"], record["type"]) == (
        9,
        5,
        "directed",
        "contact",
    )
    for record in (*project["elements"], *project["connections"]):
        assert len({name.casefold() for name in record}) == len(record)


def test_pajek_keeps_kinds_and_groups(tmp_path: Path) -> None:
    files = NETWORK_WRITERS["pajek"].files(MULTILAYER, "network")
    graph, inspection = read_text(tmp_path, "network.net", files["network.net"])
    assert not inspection.problems
    called = [name.replace('"', "''") for name in NAMES]
    assert pairs(graph) == [(called[a], called[b]) for _, a, b, _ in TIES]
    assert graph is not None
    assert [edge.directed for edge in graph.edges] == [True] * 4 + [False] * 2
    assert files["network-sector.clu"] == "*Vertices 4\n1\n2\n0\n0\n"
    assert files["network-sector.csv"] == 'number,sector\n1,"Arts, culture"\n2,Schools\n'


def test_ucinet_has_a_file_for_each_kind(tmp_path: Path) -> None:
    files = NETWORK_WRITERS["ucinet"].files(MULTILAYER, "network")
    assert list(files) == ["network-contact.dl", "network-data-sharing.dl"]
    graph, inspection = read_text(tmp_path, "network.dl", files["network-data-sharing.dl"])
    assert not inspection.problems
    called = [name.replace('"', "''") for name in NAMES]
    assert pairs(graph) == [(called[a], called[b]) for a, b in ((0, 1), (1, 0), (2, 0), (0, 2))]


def test_a_matrix_tells_what_was_not_asked() -> None:
    cells = np.array([[np.nan, 2, 0, 0], [1, np.nan, 0.5, np.nan], [np.nan] * 4, [0, 0, 0, np.nan]])
    network = NetworkFile(
        "Ours", MULTILAYER.nodes, (), ("contact",), ("2025",), matrices={("2025", "contact"): lambda: cells}
    )
    (content,) = NETWORK_WRITERS["matrix"].files(network, "network").values()
    assert isinstance(content, str)
    assert content.splitlines()[2:4] == ["Größe – Ñandú 学校,1,0,0.5,NA", "'=1+1,NA,NA,0,NA"]


@pytest.mark.parametrize("key", list(NETWORK_WRITERS))
def test_nothing_at_all_can_be_written(key: str) -> None:
    nodes = (NetworkNode("A"), NetworkNode("B"))
    empty = {("2025", "contact"): lambda: np.zeros((2, 2))}
    network = NetworkFile("Ours", nodes, (), ("contact",), ("2025",), matrices=empty)
    assert NETWORK_WRITERS[key].files(network, "network")
