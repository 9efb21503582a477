"""Small drawings hold the network that is measured, and nothing by which an organization could be known."""

from pathlib import Path

import networkx as nx
import numpy as np
import pytest

import stakeholder_graph as sg
from stakeholder_graph.communities.small_drawing import HIGH, MOST_LINES, MOST_POINTS, WIDE, small_drawing
from stakeholder_graph.graph import Layer, from_networkx
from stakeholder_graph.views.across import across_json
from stakeholder_graph.views.layout.unnamed_layout import arranged
from tests.communities.made import community


def paired(graph: "nx.Graph[int]") -> Layer:
    return from_networkx(graph).layer("collaboration").among_answered()


def test_its_lines_are_the_connections_among_those_that_answered(tmp_path: Path) -> None:
    towns = [community(tmp_path / name, seed, n=20, waves=2) for seed, name in enumerate(("East", "West"))]
    together = sg.across(towns, waves="all", permutations=99)
    for wave in together.waves:
        # Earlier surveys are in the table alone.
        assert (wave.drawing is None) is not wave.latest
    # The drawing is for the page; who wants the network as data has the folder.
    assert "points" not in across_json(together)
    for town, wave in zip(towns, together.latest, strict=True):
        layer = sg.read(town).graph().layer("collaboration", "either").among_answered()
        assert wave.drawing is not None
        assert len(wave.drawing.points) == layer.n == wave.answered
        assert len(wave.drawing.across) + len(wave.drawing.others) == layer.n_ties
        share = wave.comparable("across_sectors")
        assert share is not None
        assert len(wave.drawing.across) / layer.n_ties == pytest.approx(share.value)


def test_the_order_of_points_is_that_of_places_and_not_of_names() -> None:
    names = [f"{letter} organization" for letter in "hgfedcba"]
    graph = nx.relabel_nodes(nx.gnp_random_graph(8, 0.4, seed=3), dict(enumerate(names)))
    drawing = small_drawing(paired(graph), arranged)
    assert drawing is not None
    assert list(drawing.points) == sorted(drawing.points)
    assert {min(x) for x in zip(*drawing.points, strict=True)} == {0}
    assert tuple(max(x) for x in zip(*drawing.points, strict=True)) == (WIDE, HIGH)


def test_what_could_not_be_made_out_is_not_drawn() -> None:
    def nowhere(pairs: object, count: int) -> "np.ndarray[tuple[int, ...], np.dtype[np.float64]]":
        return np.zeros((count, 2))

    dense = nx.complete_graph(56)
    assert dense.number_of_edges() > MOST_LINES
    for graph in (nx.empty_graph(1), nx.empty_graph(MOST_POINTS + 1), dense):
        assert small_drawing(paired(graph), nowhere) is None
    drawn = small_drawing(paired(nx.empty_graph(2)), nowhere)
    assert drawn is not None
    assert drawn.points == ((WIDE // 2, HIGH // 2),) * 2
