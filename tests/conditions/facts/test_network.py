"""Who reaches whom, counted by hand on small networks."""

import networkx as nx
import pytest

from stakeholder_graph.conditions.criterion import FindingField
from stakeholder_graph.conditions.facts import FACTS, FactContext
from stakeholder_graph.graph import Partnership, from_networkx
from stakeholder_graph.model.survey import SurveyInfo

MAIN = FindingField(layer="main")


def context(graph: "nx.Graph[int]", backbone: int | None = 0, sectors: dict[int, str] | None = None) -> FactContext:
    nx.set_node_attributes(graph, sectors or {}, "sector")
    if backbone is not None:
        graph.nodes[backbone]["role"] = "backbone"
    wave = from_networkx(graph)
    return FactContext(Partnership(SurveyInfo("P", surveyed=False), {"1": wave}, {}), wave)


def test_a_star_falls_apart_without_its_middle() -> None:
    star = context(nx.star_graph(6))
    assert FACTS["two_steps_of_backbone"](star, MAIN).value == 1.0
    assert FACTS["two_steps_without_backbone"](star, MAIN).value == 0.0
    # Each of the six others is a part of its own.
    assert FACTS["kept_without_backbone"](star, MAIN).value == pytest.approx(1 / 6)


def test_a_path_from_one_end() -> None:
    path = context(nx.path_graph(7))
    # Of six others two are within two steps of the end.
    assert FACTS["two_steps_of_backbone"](path, MAIN).value == pytest.approx(2 / 6)
    # The six that remain are a path: five pairs at one step and four at two, of fifteen.
    assert FACTS["two_steps_without_backbone"](path, MAIN).value == pytest.approx(9 / 15)
    assert FACTS["kept_without_backbone"](path, MAIN).value == 1.0
    # Without organization 3 the parts 0-1-2 and 4-5-6 remain: of six, three are cut off from the largest.
    assert FACTS["most_cut_off"](path, MAIN).value == pytest.approx(3 / 7)


def test_the_backbone_itself_is_no_other_organization() -> None:
    assert FACTS["most_cut_off"](context(nx.star_graph(6)), MAIN).value == 0.0
    assert FACTS["most_cut_off"](context(nx.star_graph(6), backbone=None), MAIN).value == pytest.approx(5 / 7)


def test_without_a_backbone_nothing_is_said_of_it() -> None:
    quantity = FACTS["kept_without_backbone"](context(nx.path_graph(8), backbone=None), MAIN)
    assert (quantity.value, quantity.absent) == (None, "no_backbone")
