"""Measures of the whole network, against published values and the definitions."""

from itertools import product

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stakeholder_graph.graph import Layer, Partnership, from_networkx
from stakeholder_graph.measures.network.connectedness import connected_share, connectedness
from stakeholder_graph.measures.network.core_periphery import best_core, core_periphery, fit
from stakeholder_graph.measures.network.distance import distance, mean_distance
from stakeholder_graph.measures.network.hierarchy import hierarchy, one_way_share
from stakeholder_graph.measures.network.transitivity import closed_share, transitivity
from stakeholder_graph.measures.ties.confirmation import confirmation
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from tests.calibration.networks import layer_of as plain_layer
from tests.known import karate, knoki, knoki_graph

NAMES = ["transitivity", "connectedness", "hierarchy", "distance", "core_periphery", "confirmation"]


def layer_of(graph: nx.Graph) -> Layer:  # type: ignore[type-arg]
    return from_networkx(graph).layer("collaboration")


def directed(layer: Layer) -> "nx.DiGraph[int]":
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(layer.n))
    graph.add_edges_from(zip(*(ends.tolist() for ends in layer.edge_index), strict=True))
    return graph


def test_karate_transitivity_as_networkx_and_igraph_have_it() -> None:
    assert transitivity(karate()).value == pytest.approx(0.255682, abs=5e-7)


def test_knoki_distances_are_the_published_ones() -> None:
    found = distance(knoki())
    assert found.value == pytest.approx(1.533, abs=5e-4)
    assert found.tables["network"].rows[0]["diameter"] == 3


def test_confirmation_is_the_published_dyad_reciprocity() -> None:
    found = confirmation(knoki(), knoki_graph())
    assert found.value == pytest.approx(0.531, abs=5e-4)
    assert found.table is not None
    # By hand from the matrix: United Way names six, two of which name it; nobody else does.
    united = next(row for row in found.table.rows if row["organization"] == "UWAY")
    assert (united["pairs"], united["named_by_both"], united["share"]) == (6, 2, 1 / 3)
    assert sum(row["named_by_both"] for row in found.table.rows) / 2 == 17  # type: ignore[misc]


def test_directed_transitivity_by_enumeration() -> None:
    ties = knoki().adjacency.toarray() > 0
    ways = [(a, b, c) for a, b, c in product(range(10), repeat=3) if a != c and ties[a, b] and ties[b, c]]
    assert transitivity(knoki()).value == pytest.approx(np.mean([ties[a, c] for a, b, c in ways]))


def test_krackhardt_s_extremes() -> None:
    # Krackhardt (1994): the out-tree has connectedness 1 and hierarchy 1; a cycle has hierarchy 0.
    tree = layer_of(nx.DiGraph([(0, 1), (0, 2), (1, 3), (1, 4)]))
    assert connectedness(tree).value == hierarchy(tree).value == 1
    assert hierarchy(layer_of(nx.cycle_graph(5, create_using=nx.DiGraph))).value == 0


def test_connectedness_counts_parts_and_those_without_ties() -> None:
    graph = nx.Graph([(0, 1), (1, 2), (3, 4)])
    graph.add_node(5)
    found = connectedness(layer_of(graph))
    assert found.value == pytest.approx((3 + 1) / 15)
    assert dict(found.tables["network"].rows[0]) == {"organizations": 6, "parts": 3, "largest": 3}


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 9), st.floats(0, 0.5), st.integers(0, 10_000))
def test_as_networkx_has_it(n: int, density: float, seed: int) -> None:
    graph = nx.gnp_random_graph(n, density, seed=seed, directed=True)
    layer = layer_of(graph)
    reach = np.array([[nx.has_path(graph, a, b) for b in graph] for a in graph])
    either, both = np.triu(reach | reach.T, 1).sum(), np.triu(reach & reach.T, 1).sum()
    assert one_way_share(layer) == pytest.approx(1 - both / either if either else np.nan, nan_ok=True)
    whole = graph.to_undirected()
    joined = [nx.has_path(whole, a, b) for a in graph for b in graph if a != b]
    assert connected_share(layer) == pytest.approx(np.mean(joined))
    pairs = layer_of(whole)
    share = closed_share(pairs)
    assert (0 if np.isnan(share) else share) == pytest.approx(nx.transitivity(whole))
    largest = max(nx.connected_components(whole), key=len)
    if sum(len(part) == len(largest) for part in nx.connected_components(whole)) == 1 and len(largest) > 1:
        expected = nx.average_shortest_path_length(whole.subgraph(largest))
        assert mean_distance(pairs) == pytest.approx(expected)


def test_ways_that_lead_nowhere_are_left_out_and_said() -> None:
    found = distance(layer_of(nx.DiGraph([(0, 1), (1, 2)])))
    assert found.value == pytest.approx(4 / 3)
    assert [caveat.id for caveat in found.caveats] == ["no_way_found"]


def best_by_enumeration(layer: Layer) -> float:
    ties, others = layer.adjacency.toarray(), ~np.eye(layer.n, dtype=bool)
    fits = []
    for core in product([False, True], repeat=layer.n):
        ideal = np.logical_or.outer(core, core)[others].astype(float)
        if ideal.std() > 0:
            fits.append(float(np.corrcoef(ties[others], ideal)[0, 1]))
    return max(fits)


@pytest.mark.parametrize("layer", [knoki(), knoki("either"), knoki("both")], ids=["reported", "either", "both"])
def test_the_best_of_all_cores_is_found(layer: Layer) -> None:
    assert core_periphery(layer).value == pytest.approx(best_by_enumeration(layer))


def test_an_ideal_core_is_found() -> None:
    # Borgatti & Everett (1999), equation 2: core and periphery as they should be.
    graph: nx.Graph[int] = nx.Graph((a, b) for a in range(3) for b in range(a + 1, 10))
    fitted, core = best_core(layer_of(graph))
    assert fitted == pytest.approx(1)
    assert core.tolist() == [True] * 3 + [False] * 7
    # No other network has these degrees, so that no core is claimed beyond them.
    finding = of("core_periphery", graph)
    assert finding.value == pytest.approx(1)
    assert (finding.reading, finding.rewired, finding.table) == (None, None, None)
    assert "rewire_one" in {caveat.id for caveat in finding.caveats}


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("seed", range(20))
def test_with_more_starts_the_best_of_all_cores_is_found(seed: int, directed: bool) -> None:
    # With four starts 3 of 100 such networks missed it, by up to a quarter.
    layer = layer_of(unequal(seed, 9, 0.3, directed=directed))
    assert fit(layer) == pytest.approx(best_by_enumeration(layer))


def unequal(seed: int, n: int, density: float, *, directed: bool = True) -> nx.Graph:  # type: ignore[type-arg]
    """Some are busier than others, and nothing else: no core, though ties at random would fit one less well."""
    rng = np.random.default_rng(seed)
    activity = rng.normal(0, 0.8, n)
    odds = density / (1 - density) * np.exp(activity[:, None] + activity)
    tied = (rng.random((n, n)) < odds / (1 + odds)) & ~np.eye(n, dtype=bool)
    graph: nx.Graph[int] = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(range(n))
    graph.add_edges_from(zip(*np.nonzero(tied if directed else np.triu(tied)), strict=True))
    return graph


def test_no_core_is_claimed_where_some_are_only_busier() -> None:
    findings = [of("core_periphery", unequal(seed, 30, 0.15, directed=seed % 2 == 0)) for seed in range(12)]
    claimed = [finding.reading is not None and finding.reading.id == "core" for finding in findings]
    # At .025, the upper tail, three or more of twelve would turn up in 1 of 250 such tests.
    assert sum(claimed) <= 2
    for finding, claim in zip(findings, claimed, strict=True):
        assert claim or finding.table is None or (finding.rewired and finding.rewired.p <= 0.05)


def test_hubs_that_share_out_the_others_gather_more_ties_than_their_degrees_would() -> None:
    # Six hubs with eight partners each and no tie between hubs: with the same degrees some ties would join two hubs,
    # and so touch fewer pairs. All 48 ties touch the six, of 60 ties that there are.
    graph: nx.Graph[int] = nx.Graph((hub, 6 + 8 * hub + leaf) for hub in range(6) for leaf in range(8))
    graph.add_edges_from((6 + 4 * k, 8 + 4 * k) for k in range(12))
    finding = of("core_periphery", graph)
    assert finding.reading is not None
    assert finding.reading.id == "core"
    assert (finding.reading.fields["core"], finding.reading.fields["touching"]) == (6, 80)
    assert finding.table is not None
    assert finding.rewired is not None
    row = finding.tables["network"].rows[0]
    assert (row["expected"], row["p"]) == (finding.rewired.expected, finding.rewired.p)


@pytest.mark.parametrize("measure", [transitivity, connectedness, distance, core_periphery, hierarchy])
def test_names_of_organizations_change_nothing(measure) -> None:  # type: ignore[no-untyped-def]
    graph = directed(knoki())
    renamed = nx.relabel_nodes(graph, {i: 9 - i for i in graph})
    assert measure(layer_of(graph)).value == pytest.approx(measure(layer_of(renamed)).value)


def of(name: str, graph: nx.Graph) -> Finding:  # type: ignore[type-arg]
    quick = MeasureSettings(permutations=99, draws=10)
    return assess(Partnership("P", {"1": from_networkx(graph)}, {}), [name], settings=quick)[0]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("n", [0, 1, 2, 5])
def test_without_ties_undefined_is_none_and_says_why(name: str, n: int) -> None:
    finding = of(name, nx.empty_graph(n, create_using=nx.DiGraph))
    if name == "connectedness" and n >= 2:
        assert finding.value == 0
    else:
        assert finding.value is None
        assert finding.reading is None
        assert finding.caveats


def test_with_all_ties() -> None:
    values = {name: of(name, nx.complete_graph(5, create_using=nx.DiGraph)).value for name in NAMES}
    ones = dict.fromkeys(["transitivity", "connectedness", "distance", "confirmation"], 1)
    assert values == {**ones, "hierarchy": 0, "core_periphery": None}
    assert np.isnan(fit(layer_of(nx.complete_graph(5))))


def test_without_direction_nothing_can_be_returned_or_lead_back() -> None:
    for name in ("hierarchy", "confirmation"):
        assert [caveat.id for caveat in of(name, nx.path_graph(4)).caveats] == ["no_direction"]


@pytest.mark.parametrize("directed", [True, False])
def test_the_search_for_a_core_finds_the_best_of_all(directed: bool) -> None:
    """40 networks of ten with unequal activity: every core enumerated; without forced moves some were missed by 6 %."""
    for number in range(40):
        rng = np.random.default_rng([number, directed])
        activity = rng.normal(0, 1, 10)
        odds = activity[:, None] + activity / 2 - rng.uniform(-1, 3)
        layer = plain_layer(
            rng.random((10, 10)) < 1 / (1 + np.exp(-odds)), np.zeros(10, dtype=np.intp), directed=directed
        )
        if 0 < layer.n_ties < layer.n_possible_dyads:
            assert fit(layer) == pytest.approx(best_by_enumeration(layer)), number


def test_few_ties_among_many_are_not_said_to_be_none() -> None:
    """Three of 380 ordered pairs of twenty organizations, and one of 39,800 of two hundred."""
    for n, ends, hundred in ((20, [(0, 1), (1, 2), (2, 3)], 1), (200, [(0, 1)], 0.0025)):
        graph = nx.DiGraph(ends)
        graph.add_nodes_from(range(n))
        finding = assess(Partnership("P", {"1": from_networkx(graph)}, {}), ["density"])[0]
        assert finding.reading is not None
        assert finding.reading.fields["of_hundred"] == hundred
