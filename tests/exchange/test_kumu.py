"""Kumu's workbook and project: nodes, edges and the attributes of both."""

import json
from pathlib import Path

import openpyxl
import pytest

from stakeholder_graph.exchange import GRAPH_FORMATS, GraphFile
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.tabular.files import open_file

SAMPLES = Path(__file__).resolve().parents[1] / "survey" / "formats" / "samples"
KUMU = GRAPH_FORMATS["Kumu"]


def read(path: Path) -> tuple[GraphFile, Inspection]:
    inspection = Inspection()
    opened = open_file(path, path.name, inspection)
    assert opened is not None
    assert KUMU.recognize(opened)
    return KUMU.read(opened, inspection), inspection


def project(folder: Path, elements: list[dict[str, object]], connections: list[dict[str, object]]) -> Path:
    path = folder / "project.json"
    path.write_text(json.dumps({"elements": elements, "connections": connections}))
    return path


def test_both_spellings_of_the_sample_are_one_graph() -> None:
    graphs = [read(SAMPLES / "kumu" / name)[0] for name in ("project.xlsx", "project.json")]
    nodes = [{node.name for node in graph.nodes} for graph in graphs]
    assert all({"Gem", "Ada"} <= names for names in nodes)
    for graph, names in zip(graphs, nodes, strict=True):
        assert {end for edge in graph.edges for end in (edge.origin, edge.target)} - names <= {
            edge.target for edge in graph.edges
        }
        assert len(graph.nodes) == len(names)


def test_ids_become_labels_and_attributes_keep_all_their_values(tmp_path: Path) -> None:
    graph, _ = read(
        project(
            tmp_path,
            [{"id": "e1", "label": "Gem", "tags": ["lead", "urban"]}, {"id": "e2", "label": "Ada", "tags": None}],
            [{"from": "e1", "to": "e2", "attributes": {"strength": 3}}],
        )
    )
    assert [(node.name, node.attributes["tags"]) for node in graph.nodes] == [("Gem", ("lead", "urban")), ("Ada", ())]
    (edge,) = graph.edges
    assert (edge.origin, edge.target, edge.attributes["strength"]) == ("Gem", "Ada", ("3",))


def test_several_names_in_a_cell_are_several_edges_and_unknown_ones_are_nodes(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    elements = book.worksheets[0]
    elements.append(["Label", "Type"])
    elements.append(["Gem", "Nonprofit"])
    connections = book.create_sheet("Connections")
    connections.append(["From", "To", "Type"])
    connections.append(["Gem", "Ada | Elm", "contact"])
    connections.append(["Ada", "Gem", "contact"])
    book.save(tmp_path / "map.xlsx")
    graph, _ = read(tmp_path / "map.xlsx")
    assert [(edge.origin, edge.target, edge.row) for edge in graph.edges] == [
        ("Gem", "Ada", 2),
        ("Gem", "Elm", 2),
        ("Ada", "Gem", 3),
    ]
    # Ada reports, so that it is a node, after the last row of the elements.
    assert [(node.name, node.row) for node in graph.nodes] == [("Gem", 2), ("Ada", 3)]
    assert graph.headers == ("Label", "From", "To")


def test_labels_that_are_blank_or_stand_twice_are_noted(tmp_path: Path) -> None:
    _, inspection = read(project(tmp_path, [{"label": "Gem"}, {"label": ""}, {"label": "Gem"}], []))
    assert [(advice.row, advice.what) for advice in inspection.advice] == [
        (2, "The element has no label and is left out.")
    ]
    assert [(problem.row, problem.what) for problem in inspection.problems] == [(3, "Two elements are called “Gem”.")]


@pytest.mark.parametrize("sample", ["plain/roster.csv", "qualtrics/choice_text.xlsx", "kobo"])
def test_other_files_are_none_of_kumu(sample: str) -> None:
    paths = [SAMPLES / sample] if "." in sample else sorted((SAMPLES / sample).glob("*.xlsx"))
    for path in paths:
        opened = open_file(path, path.name, Inspection())
        assert opened is not None
        assert not any(graph_format.recognize(opened) for graph_format in GRAPH_FORMATS.values())


def test_ids_in_the_workbook_become_labels(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    elements = book.worksheets[0]
    connections = book.create_sheet("Connections")
    for row in (["Label", "ID"], ["Gem", "e1"], ["Ada", "e2"], ["Kay", "e3"]):
        elements.append(row)
    for row in (["From", "To"], ["e1", "e2 | Kay"], ["Ada", "e1"]):
        connections.append(row)
    book.save(tmp_path / "map.xlsx")
    graph, inspection = read(tmp_path / "map.xlsx")
    assert not inspection.problems
    assert [(edge.origin, edge.target) for edge in graph.edges] == [("Gem", "Ada"), ("Gem", "Kay"), ("Ada", "Gem")]
    assert {node.name for node in graph.nodes} == {"Gem", "Ada", "Kay"}


def test_an_id_that_no_element_has_is_a_problem(tmp_path: Path) -> None:
    _, inspection = read(project(tmp_path, [{"_id": "a", "attributes": {"label": "Gem"}}], [{"from": "a", "to": "zz"}]))
    assert [(problem.row, problem.what) for problem in inspection.problems] == [
        (1, "A connection names “zz”, and no element has this id or label.")
    ]
