"""Pajek: sections, relations, lists, matrices, partitions, and what is wrong in a line."""

from pathlib import Path

from tests.exchange.reading import pairs, read_text, said

THREE = '*Vertices 3\n1 "Gem" 0.1 0.2 0.5\n2 "Ada"\n3 "Kay West" box ic Red\n'


def test_arcs_run_one_way_and_edges_both(tmp_path: Path) -> None:
    graph, _ = read_text(tmp_path, "a.net", f"% a comment\n{THREE}*Arcs\n1 2 3\n*Edges\n2 3\n")
    assert graph is not None
    assert [(e.origin, e.target, e.row, e.directed, e.attributes) for e in graph.edges] == [
        ("Gem", "Ada", 7, True, {"weight": ("3",)}),
        ("Ada", "Kay West", 9, False, {}),
    ]
    assert [node.attributes for node in graph.nodes] == [{}, {}, {}]


def test_lists_and_matrices(tmp_path: Path) -> None:
    listed, _ = read_text(tmp_path, "a.net", f"{THREE}*Arcslist\n1 2 3\n*Edgeslist\n2 3\n")
    assert pairs(listed) == [("Gem", "Ada"), ("Gem", "Kay West"), ("Ada", "Kay West")]
    square, _ = read_text(tmp_path, "a.net", f"{THREE}*Matrix\n0 1 0\n0 0 2\n0 0 0\n")
    assert pairs(square) == [("Gem", "Ada"), ("Ada", "Kay West")]


def test_relations_are_kinds_of_tie_by_name_and_by_number(tmp_path: Path) -> None:
    graph, _ = read_text(tmp_path, "a.net", f'{THREE}*Arcs :1 "funds"\n1 2 1\n*Arcs :7\n2 3 1\n')
    assert graph is not None
    assert [edge.attributes["relation"] for edge in graph.edges] == [("funds",), ("7",)]


def test_partitions_and_vectors_describe_nodes(tmp_path: Path) -> None:
    text = f"*Network x.net\n{THREE}*Edges\n1 2\n\n*Partition sector.clu\n*Vertices 3\n1\n1\n2\n"
    text += "*Vector size\n*Vertices 3\n.5\n1\n2\n"
    graph, _ = read_text(tmp_path, "a.paj", text)
    assert graph is not None
    assert [node.attributes for node in graph.nodes] == [
        {"sector": ("1",), "size": (".5",)},
        {"sector": ("1",), "size": ("1",)},
        {"sector": ("2",), "size": ("2",)},
    ]
    assert "relation" not in graph.edges[0].attributes


def test_nodes_without_a_line_are_called_by_their_number(tmp_path: Path) -> None:
    graph, _ = read_text(tmp_path, "a.net", "*vertices 3\n*arcs\n1 3\n")
    assert graph is not None
    assert [node.name for node in graph.nodes] == ["1", "2", "3"]


def test_a_node_that_is_not_there_is_said_with_its_line(tmp_path: Path) -> None:
    _, inspection = read_text(tmp_path, "a.net", f"{THREE}*Arcs\n1 9 1\n1 x\n4\n")
    assert said(inspection) == [
        (6, "“9” is not the number of a node of the network."),
        (7, "“x” is not the number of a node of the network."),
        (8, "“4” is not the number of a node of the network."),
    ]


def test_two_modes_are_no_ties(tmp_path: Path) -> None:
    _, inspection = read_text(tmp_path, "a.net", '*Vertices 3 1\n1 "Gem"\n2 "Team A"\n3 "Team B"\n*Edges\n1 2\n')
    assert said(inspection)[0] == (1, "This is a network of two modes, such as people and events.")


def test_a_number_of_nodes_beyond_all_bounds_is_refused_at_once(tmp_path: Path) -> None:
    _, inspection = read_text(tmp_path, "a.net", "*Vertices 99999999999\n*Arcs\n1 2\n")
    assert said(inspection) == [(None, "The network has more than 200,000 nodes or 1,000,000 edges.")]
