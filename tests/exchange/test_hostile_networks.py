"""Network files made to harm, and damaged ones: each is said in words, with its line, at once."""

import time
from pathlib import Path

import pytest

from stakeholder_graph.exchange import graph_builder
from tests.exchange.reading import read_text, said

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
GRAPHML = '<graphml><graph edgedefault="directed">{}</graph></graphml>'
HOSTILE: dict[str, str | bytes] = {
    "laughs.graphml": f'<?xml version="1.0"?><!DOCTYPE graphml [<!ENTITY l0 "ha">{LAUGHS}]>'
    '<graphml><graph><node id="&l9;"/></graph></graphml>',
    "file.graphml": '<!DOCTYPE graphml [<!ENTITY f SYSTEM "file:///etc/passwd">]><graphml><graph><node id="&f;"/>'
    "</graph></graphml>",
    "parameter.gexf": '<!DOCTYPE gexf [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]><gexf><graph/></gexf>',
    "deep.graphml": "<graphml>" + "<graph><node id='a'>" * 100_000,
    "deep.gml": "graph [ " + "a [ " * 1_000_000,
    "cut.graphml": GRAPHML.format('<node id="a"/><node id="b"')[:-26],
    "cut.gexf": '<gexf><graph><nodes><node id="a" label="A"/>',
    "cut.gml": 'graph [\n node [\n id 1\n label "A',
    "closed.gml": "graph [ node ] ]",
    "no value.gml": "graph [ node [ id ] ]",
    "words.gml": 'graph [ "a" "b" ]',
    "encoding.graphml": '<?xml version="1.0" encoding="x-none"?><graphml><graph/></graphml>',
    "bytes.graphml": b"<graphml><graph><node id='\xff\xfe'/></graph></graphml>",
    "zero.graphml": "<graphml><graph><node id='\x00'/></graph></graphml>",
    "many.dl": "dl n=999999999\ndata:\n1 1\n",
    "many.net": "*Vertices 999999999\n",
    "names.net": "*Vertices x\n*Arcs\n1 2\n",
    "hyper.graphml": GRAPHML.format('<node id="a"/><hyperedge><endpoint node="a"/></hyperedge>'),
}


@pytest.mark.parametrize("name", list(HOSTILE))
def test_is_refused_in_words_and_at_once(name: str, tmp_path: Path) -> None:
    began = time.perf_counter()
    _, inspection = read_text(tmp_path, name, HOSTILE[name])
    assert inspection.problems
    assert all(problem.todo and problem.file == name for problem in inspection.problems)
    assert time.perf_counter() - began < 5


def test_a_document_type_that_defines_nothing_is_no_harm(tmp_path: Path) -> None:
    text = '<!DOCTYPE graphml SYSTEM "http://example.org/x.dtd">' + GRAPHML.format('<node id="a"/>')
    graph, inspection = read_text(tmp_path, "a.graphml", text)
    assert graph is not None
    assert ([node.name for node in graph.nodes], inspection.problems) == (["a"], [])


def test_utf16_is_read(tmp_path: Path) -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?>' + GRAPHML.format('<node id="Öst"/>')
    graph, inspection = read_text(tmp_path, "a.graphml", text.encode("utf-16"))
    assert not inspection.problems
    assert graph is not None
    assert [node.name for node in graph.nodes] == ["Öst"]


def test_the_line_of_a_mistake_is_said(tmp_path: Path) -> None:
    lines = GRAPHML.format('\n<node id="a"/>\n<node id="a"/>\n<edge source="a" target="zz"/>\n')
    assert said(read_text(tmp_path, "a.graphml", lines)[1]) == [
        (3, "The id “a” stands for two nodes."),
        (4, "An edge names “zz”, and no node has this id."),
    ]


def test_labels_that_stand_twice_are_a_problem(tmp_path: Path) -> None:
    text = 'graph [\nnode [ id 1 label "Gem" ]\nnode [ id 2 label "Gem" ]\n]'
    _, inspection = read_text(tmp_path, "a.gml", text)
    (problem,) = inspection.problems
    assert (problem.row, problem.what) == (3, "Two nodes are called “Gem”: the ids are “1” and “2”.")
    assert 'name = "id"' in problem.todo


def test_there_are_bounds_on_nodes_and_edges(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graph_builder, "MOST_NODES", 2)
    text = GRAPHML.format("".join(f'<node id="{n}"/>' for n in range(3)))
    assert said(read_text(tmp_path, "a.graphml", text)[1])[0][1].startswith("The network has more than 2 nodes")
    monkeypatch.setattr(graph_builder, "MOST_EDGES", 1)
    text = GRAPHML.format('<node id="a"/><edge source="a" target="a"/><edge source="a" target="a"/>')
    assert "1 edges" in said(read_text(tmp_path, "a.graphml", text)[1])[0][1]


@pytest.mark.parametrize("head", ["<!-- a -->" * 1500, "# a\n" * 4000, "%\n \n" * 4000, '"a" ' * 4000])
def test_a_long_beginning_is_told_apart_quickly(head: str, tmp_path: Path) -> None:
    began = time.perf_counter()
    read_text(tmp_path, "a.txt", head + "nothing")
    assert time.perf_counter() - began < 2
