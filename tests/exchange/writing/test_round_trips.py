"""What is written for other tools is read back: each format keeps all that its table says it keeps."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given

from stakeholder_graph.exchange import GraphFile
from stakeholder_graph.exchange.graph_format import RELATION
from stakeholder_graph.exchange.network import NetworkEdge, NetworkFile, as_text
from stakeholder_graph.exchange.writing import NETWORK_WRITERS
from tests.exchange.reading import read_text
from tests.exchange.writing.networks import MULTILAYER, networks

#: Formats of one file that our own readers take; those of two tables are in test_tables.py.
ONE_FILE = ("cx2", "cytoscape", "gexf", "gml", "graphml", "json", "kumu", "kumu-json", "nodexl")
EVERY = pytest.mark.parametrize("key", ONE_FILE)

#: What a format calls the kind of tie, the strength and the sector.
LAYERS = ("layer", RELATION, "Type", "type", "Relationship", "key")
WEIGHTS = ("weight", "Strength", "strength", "Edge Weight")
#: Columns that a format adds of its own.
ADDED = {
    "id",
    "ID",
    "Label",
    "label",
    "Vertex",
    "name",
    "Direction",
    "direction",
    "directed",
    "color",
    "colour",
    "Color",
    "x",
    "y",
}
ADDED |= {"X", "Y", "From", "To", "from", "to", "Vertex 1", "Vertex 2", "wave", "graphics", "source", "target"}


def again(network: NetworkFile, key: str, folder: Path) -> GraphFile:
    files = NETWORK_WRITERS[key].files(network, "network")
    (name,) = files
    graph, inspection = read_text(folder, name, files[name])
    assert graph is not None
    assert not inspection.problems
    return graph


def spelled(text: str) -> str:
    """A text as readers keep it: on one line; what spreadsheets would compute has an apostrophe."""
    return {"yes": "true", "no": "false"}.get(text.casefold(), " ".join(text.split()))


def first(attributes: dict[str, str], names: tuple[str, ...]) -> str:
    return next((attributes[name] for name in names if name in attributes), "")


def numbers_as_one(text: str) -> str:
    try:
        return f"{float(text):.9g}"
    except ValueError:
        return spelled(text)


def known(graph: GraphFile) -> tuple[dict[str, dict[str, str]], list[tuple[str, str, str, str, bool | None]]]:
    nodes = {}
    for node in graph.nodes:
        texts = {name: numbers_as_one(" ".join(values)) for name, values in node.attributes.items()}
        called = {{"Type": "sector", "type": "sector"}.get(name, name): text for name, text in texts.items()}
        nodes[spelled(node.name)] = {name: text for name, text in called.items() if text and name not in ADDED}
    edges = []
    for edge in graph.edges:
        texts = {name: " ".join(values) for name, values in edge.attributes.items()}
        weight = first(texts, WEIGHTS)
        ends = spelled(edge.origin), spelled(edge.target)
        edges.append((*ends, first(texts, LAYERS), weight and f"{float(weight):.9g}", edge.directed))
    return nodes, sorted(edges, key=str)


def meant(
    network: NetworkFile, *, mixed: bool = True
) -> tuple[dict[str, dict[str, str]], list[tuple[str, str, str, str, bool | None]]]:
    nodes = {
        spelled(node.name): {name: numbers_as_one(as_text(value)) for name, value in node.attributes.items()}
        for node in network.nodes
    }
    one_way = network.directions != {False}

    def said(edge: NetworkEdge, *, back: bool = False) -> tuple[str, str, str, str, bool | None]:
        ends = [spelled(network.nodes[place].name) for place in (edge.origin, edge.target)]
        origin, target = reversed(ends) if back else ends
        weight = "" if edge.weight is None else f"{edge.weight:.9g}"
        return origin, target, edge.layer, weight, edge.directed if mixed else one_way

    edges = [said(edge) for edge in network.edges]
    if not mixed and one_way:
        edges += [said(edge, back=True) for edge in network.edges if not edge.directed]
    return nodes, sorted(edges, key=str)


@EVERY
def test_several_kinds_of_tie_and_all_that_is_hard_to_write(key: str, tmp_path: Path) -> None:
    assert known(again(MULTILAYER, key, tmp_path)) == meant(MULTILAYER, mixed=NETWORK_WRITERS[key].mixed_direction)


@EVERY
@given(network=networks())
def test_any_network(key: str, network: NetworkFile) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert known(again(network, key, Path(folder))) == meant(network, mixed=NETWORK_WRITERS[key].mixed_direction)
