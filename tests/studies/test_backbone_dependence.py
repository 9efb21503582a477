"""With the backbone and without it: by hand, by networkx, and on the example, where eight hang on it."""

from functools import cache
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stakeholder_graph.editions import make_copy
from stakeholder_graph.graph import PartnerGraph, Partnership, from_networkx, to_partnership
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.survey import LayerInfo, Wave
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.backbone_dependence import _how_many, _only_through
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.survey import read_partnership
from stakeholder_graph.views.sentences import headline

SPOKES = {
    "Millrace Technical Institute",
    "North Fork Food Pantry",
    "Kinship Caregivers of Wren County",
    "First Baptist Church",
    "Millrace Housing Authority",
    "Harbor Flats Town Council",
    "Harlan Family Fund",
    "Harbor Flats Neighborhood Association",
}


@cache
def wren() -> Partnership:
    return to_partnership(read_partnership(Path(__file__).resolve().parents[2] / "surveys" / "wren-county"))


@cache
def of_wren() -> Finding:
    name, layers = "backbone_dependence", ["collaboration"]
    return assess(wren(), [name], layers=layers, settings=MeasureSettings(permutations=99, draws=20))[0]


def of(graph: "nx.Graph[int]", backbone: int | None) -> Finding:
    if backbone is not None:
        graph.nodes[backbone]["role"] = "backbone"
    whole = Partnership("P", {"1": from_networkx(graph)}, {})
    return assess(whole, ["backbone_dependence"], settings=MeasureSettings(permutations=99, draws=20))[0]


def table(finding: Finding) -> dict[str, tuple[float | None, float | None]]:
    assert finding.table is not None
    return {str(row["measure"]): (row["with_backbone"], row["without_backbone"]) for row in finding.table.rows}  # type: ignore[misc]


def test_in_the_example_eight_reach_others_only_through_the_backbone() -> None:
    assert of_wren().value == 8
    assert headline(of_wren()) == "Among those who answered, 8 organizations reach others only through Wren Forward."
    assert {row["organization"] for row in of_wren().tables["only_through"].rows} == SPOKES
    assert table(of_wren())["largest"] == (43, 34)


def test_the_room_sees_how_many_lines_lead_over_the_backbone_and_no_names() -> None:
    room = make_copy("partners", wren(), [of_wren()], "2025", ["backbone_dependence"]).find("backbone_dependence")
    assert room is not None
    assert headline(room) == "On the map, 8 organizations reach others only through the backbone."
    # Of the lines that anybody can count: all 61 organizations hang together, and not the 43 that answered.
    assert table(room)["largest"] == (61, 52)
    assert not room.tables


def test_too_few_answers_are_no_good_news() -> None:
    names = list("ABCDE")
    for answered, value, tone in ((names, 0, "strength"), (["B", "C"], 0, "unknown"), ([], None, None)):
        people = pd.DataFrame({"organization": names, "role": ["backbone", "", "", "", ""]})
        ties = pd.DataFrame({"from": answered[:1], "to": ["C"][: len(answered)], "layer": "work", "value": 1.0})
        asked = pd.DataFrame({"organization": names, "layer": "work", "answered": [one in answered for one in names]})
        frames = {"organizations": people, "ties": ties, "asked": asked}
        whole = Partnership("P", {"1": PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)}, {})
        (found,) = assess(whole, ["backbone_dependence"], settings=MeasureSettings(permutations=99, draws=20))
        assert found.value == value
        assert (found.reading and found.reading.tone) == tone


def wheel(*, silent: bool) -> Finding:
    """A hub tied both ways to each of twelve others, who name nobody else; the hub has the role of backbone."""
    names = ["Hub", *(f"O{i:02}" for i in range(12))]
    people = pd.DataFrame({"organization": names, "role": ["backbone", *[""] * 12]})
    pairs = [(name, "Hub") for name in names[1:]] + ([] if silent else [("Hub", name) for name in names[1:]])
    ties = pd.DataFrame(pairs, columns=["from", "to"]).assign(layer="work", value=1.0)
    asked = pd.DataFrame({"organization": names, "layer": "work", "answered": [not silent, *[True] * 12]})
    frames = {"organizations": people, "ties": ties, "asked": asked}
    whole = Partnership("P", {"1": PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)}, {})
    return assess(whole, ["backbone_dependence"], settings=MeasureSettings(permutations=99, draws=20))[0]


def test_a_backbone_that_answered_is_compared() -> None:
    # 24 of 156 dyads, all with the hub: connected with it, nothing without it.
    assert table(wheel(silent=False))["density"] == pytest.approx((24 / 156, 0))
    assert table(wheel(silent=False))["connectedness"] == (1, 0)


def test_a_silent_backbone_is_not_compared_with_itself() -> None:
    # Among those who answered there is no hub: connectedness was 0 with it and 0 without it, where 1 and 0 are true.
    found = wheel(silent=True)
    assert found.table is None
    assert "backbone_silent" in {caveat.id for caveat in found.caveats}
    # What others reported of it still counts: of twelve that it holds together, one is the largest part left.
    assert found.value == 11
    assert found.reading is not None
    assert found.reading.tone == "concern"


def test_nobody_cut_off_by_a_silent_backbone_is_no_strength() -> None:
    names = ["Hub", *(f"O{i:02}" for i in range(12))]
    people = pd.DataFrame({"organization": names, "role": ["backbone", *[""] * 12]})
    ring = pd.DataFrame({"from": names[1:], "to": [*names[2:], names[1]], "layer": "work", "value": 1.0})
    asked = pd.DataFrame({"organization": names, "layer": "work", "answered": [False, *[True] * 12]})
    frames = {"organizations": people, "ties": ring, "asked": asked}
    whole = Partnership("P", {"1": PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)}, {})
    (found,) = assess(whole, ["backbone_dependence"], settings=MeasureSettings(permutations=99, draws=20))
    assert found.value == 0
    assert found.reading is not None
    assert (found.reading.id, found.reading.tone) == ("cannot_tell", "unknown")


def test_a_star_falls_apart() -> None:
    found = of(nx.star_graph(5), 0)
    # Of five parts of one, one is the largest.
    assert found.value == 4
    assert table(found)["centralization"] == (1, 0)
    assert table(found)["connectedness"] == (1, 0)
    assert table(found)["density"] == pytest.approx((5 / 15, 0))


def test_a_circle_holds() -> None:
    found = of(nx.cycle_graph(6), 0)
    assert found.value == 0
    assert found.reading is not None
    assert found.reading.tone == "strength"
    assert table(found)["largest"] == (6, 5)


@settings(max_examples=12)
@given(st.integers(0, 2**32 - 1), st.floats(0.1, 0.6))
def test_without_it_is_the_network_without_it(seed: int, share: float) -> None:
    graph = nx.gnp_random_graph(12, share, seed=seed)
    found = of(graph.copy(), 0)
    without = graph.subgraph(range(1, 12))
    assert table(found)["density"] == pytest.approx((nx.density(graph), nx.density(without)))
    assert table(found)["largest"][1] == max(map(len, nx.connected_components(without)))
    around = nx.node_connected_component(graph, 0) - {0}
    parts = [len(part) for part in nx.connected_components(graph.subgraph(around))]
    assert found.value == found.estimate == sum(parts) - max(parts, default=0)


@pytest.mark.parametrize("directed", [True, False])
def test_several_networks_are_looked_at_as_each_alone(directed: bool) -> None:
    graphs = [nx.gnp_random_graph(9, 0.12, seed=seed, directed=directed) for seed in range(12)]
    layers = [from_networkx(graph).layer("collaboration") for graph in graphs]
    for backbone in (0, 8):
        alone = [_only_through(layer, backbone).sum() for layer in layers]
        assert max(alone) > min(alone) == 0
        assert _how_many(layers, backbone) == alone


@pytest.mark.parametrize("graph", [nx.path_graph(5), nx.path_graph(3)])
def test_undefined_without_a_backbone_or_with_too_few_others(graph: "nx.Graph[int]") -> None:
    found = of(graph, None if len(graph) > 3 else 1)
    assert found.value is None
    assert found.caveats
