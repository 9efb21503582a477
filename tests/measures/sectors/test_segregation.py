"""Measures of how ties fall on sectors, against published values and the definitions."""

from collections.abc import Iterator
from functools import partial

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stakeholder_graph.graph import Layer, Partnership, from_networkx
from stakeholder_graph.graph.mixing import mixing_of
from stakeholder_graph.inference.label_permutation import under_labels
from stakeholder_graph.measures._registry import find_measure
from stakeholder_graph.measures.sectors import assortativity as newman
from stakeholder_graph.measures.sectors import coleman_homophily as coleman
from stakeholder_graph.measures.sectors import freeman_segregation as freeman
from stakeholder_graph.measures.sectors import modularity as groups
from stakeholder_graph.measures.sectors import odds_ratio as odds
from stakeholder_graph.model.finding import Finding, Scope, Test
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from tests.known import karate, knoki

QUICK = MeasureSettings(permutations=199, draws=10)
#: Newman, M. E. J. (2003), table I: sexual partnerships by race, Catania et al. (1992).
CATANIA = np.array([[506, 32, 26, 69], [23, 308, 38, 114], [10, 14, 32, 47], [26, 46, 68, 599]])


def found(name: str, graph: nx.Graph, settings: MeasureSettings = QUICK) -> Finding:  # type: ignore[type-arg]
    return assess(Partnership("P", {"1": from_networkx(graph)}, {}), [name], settings=settings)[0]


def labelled(layer: Layer) -> nx.Graph:  # type: ignore[type-arg]
    graph: nx.Graph[int] = nx.DiGraph() if layer.directed else nx.Graph()
    graph.add_nodes_from((i, {"sector": layer.sectors[code]}) for i, code in enumerate(layer.sector_codes))
    graph.add_edges_from(zip(*(ends.tolist() for ends in layer.edge_index), strict=True))
    return graph


def random_layers() -> Iterator[Layer]:
    for seed in range(6):
        graph = nx.gnp_random_graph(12, 0.3, seed=seed, directed=seed % 2 == 0)
        nx.set_node_attributes(graph, {i: f"S{i % 3}" for i in graph}, "sector")
        yield from_networkx(graph).layer("collaboration")


def test_karate_as_networkx_and_igraph_have_it() -> None:
    assert newman.assortativity(karate()).value == pytest.approx(0.717531, abs=5e-7)
    assert groups.modularity(karate()).value == pytest.approx(0.358235, abs=5e-7)
    assert freeman.freeman_segregation(karate()).value == pytest.approx(0.726244, abs=5e-7)


def test_karate_modularity_of_the_split_and_the_optimum() -> None:
    layer = karate()
    labels = layer.sector_codes.copy()
    moved = layer.organizations.index("8")
    labels[moved] = 1 - labels[moved]
    assert sorted(np.bincount(labels)) == [16, 18]
    split = groups.of_mixing(layer, mixing_of(labels, layer.edge_index, 2, directed=False))
    assert float(split) == pytest.approx(0.371466, abs=5e-7)
    # Brandes, U., et al. (2008). IEEE Transactions on Knowledge and Data Engineering, 20(2): the optimum, four groups.
    best, number = groups.best_found(layer)
    assert best == pytest.approx(0.419790, abs=5e-7)
    assert number == 4


def test_newman_s_matrix() -> None:
    assert float(newman.of_mixing(knoki(), CATANIA)) == pytest.approx(0.621, abs=5e-4)


def test_coleman_by_hand() -> None:
    ties, inside = coleman.counts(knoki(), np.array([[45, 15], [20, 20]]))
    found = coleman.index(ties, inside, np.array([59 / 99, 39 / 99]))
    assert found == pytest.approx([0.38125, 0.175], abs=5e-6)


def test_coleman_below_chance_is_measured_against_none_inside() -> None:
    # Ten ties, by chance four inside, one is: (1 - 4) / 4.
    assert coleman.index(np.array([10.0]), np.array([1.0]), np.array([0.4])) == pytest.approx([-0.75])


def test_share_by_chance_is_that_of_sizes_with_everything_observed() -> None:
    for layer in (knoki(), knoki("either"), karate()):
        sizes = np.bincount(layer.sector_codes)
        assert coleman.share_by_chance(layer) == pytest.approx((sizes - 1) / (layer.n - 1))


def test_odds_ratio_by_hand() -> None:
    # KNOKI: 13 of 24 dyads within a sector (4 * 3 + 3 * 2 + 3 * 2) and 36 of 66 across.
    assert odds.odds_ratio(knoki()).value == pytest.approx(13 * 30 / (36 * 11))


@pytest.mark.parametrize("layer", [knoki(), knoki("either"), karate(), *random_layers()])
def test_as_networkx_has_it(layer: Layer) -> None:
    graph = labelled(layer)
    sectors = [set(np.flatnonzero(layer.sector_codes == code).tolist()) for code in range(len(layer.sectors))]
    assert newman.of_layer(layer) == pytest.approx(nx.attribute_assortativity_coefficient(graph, "sector"))
    assert groups.of_layer(layer) == pytest.approx(nx.community.modularity(graph, sectors))


def test_freeman_s_index_is_0_on_average_over_labels() -> None:
    for layer in (knoki(), karate()):
        simulated = under_labels(layer, partial(freeman.of_mixing, layer), 4000, seed=3)
        assert simulated.mean() == pytest.approx(0, abs=0.01)


def test_many_matrices_at_once_are_each_alone() -> None:
    rng = np.random.default_rng(1)
    mixing = np.triu(rng.integers(1, 9, (5, 2, 2)))
    for of in (newman.of_mixing, groups.of_mixing, freeman.of_mixing, coleman.cells_of, odds.cells_of):
        assert of(karate(), mixing) == pytest.approx(np.array([of(karate(), one) for one in mixing]))


def test_karate_differs_from_chance_by_every_measure() -> None:
    for name in ("assortativity", "modularity", "freeman_segregation"):
        test = found(name, labelled(karate())).test
        assert test is not None
        assert test.p == pytest.approx(2 / 200)
    table = found("odds_ratio", labelled(karate())).table
    assert table is not None
    assert [row["p"] for row in table.rows] == [pytest.approx(2 / 200)] * 2
    kept = found("coleman_homophily", labelled(karate()))
    assert kept.value == 2
    assert kept.reading is not None
    assert kept.reading.id == "keeps"


def two_sectors(ties: list[tuple[int, int]]) -> nx.Graph:  # type: ignore[type-arg]
    graph: nx.Graph[int] = nx.Graph(ties)
    graph.add_nodes_from((i, {"sector": "xy"[i % 2]}) for i in range(6))
    return graph


def test_odds_ratio_without_an_upper_limit_is_no_value_and_says_so() -> None:
    infinite = found("odds_ratio", two_sectors([(0, 2), (2, 4), (1, 3)]))
    assert infinite.value is None
    assert [caveat.id for caveat in infinite.caveats] == ["unbounded"]
    assert infinite.table is not None
    assert infinite.table.rows[0]["p"] is not None
    assert found("odds_ratio", two_sectors([(0, 1), (2, 3)])).value == 0


def test_all_ties_within_one_sector() -> None:
    one = two_sectors([(0, 2), (2, 4)])
    assert [caveat.id for caveat in found("assortativity", one).caveats] == ["one_sector_tied"]
    assert found("freeman_segregation", one).value == 1


@pytest.mark.parametrize(
    "name", ["assortativity", "modularity", "freeman_segregation", "odds_ratio", "coleman_homophily"]
)
@pytest.mark.parametrize(
    ("graph", "caveats"),
    [
        (nx.empty_graph(0), ["one_sector"]),
        (nx.empty_graph(1), ["one_sector"]),
        (nx.complete_graph(4), ["one_sector"]),
        (two_sectors([]), ["no_ties"]),
    ],
    ids=["nobody", "one", "one sector", "no ties"],
)
def test_undefined_is_none_and_says_why(name: str, graph: nx.Graph, caveats: list[str]) -> None:  # type: ignore[type-arg]
    finding = found(name, graph)
    assert finding.value is None
    assert finding.reading is None
    assert [caveat.id for caveat in finding.caveats] == caveats


def test_all_ties_tell_nothing_of_sectors() -> None:
    full = two_sectors([(a, b) for a in range(6) for b in range(a)])
    assert found("odds_ratio", full).value is None
    assert found("freeman_segregation", full).value == pytest.approx(0)
    assert found("coleman_homophily", full).value == 0
    table = found("coleman_homophily", full).table
    assert table is not None
    assert [row["index"] for row in table.rows] == pytest.approx([0, 0])


def test_two_organizations_of_two_sectors() -> None:
    pair = two_sectors([(0, 1)]).subgraph([0, 1])
    assert found("assortativity", pair).value == -1
    assert found("freeman_segregation", pair).value == 0
    assert found("odds_ratio", pair).value is None
    assert found("coleman_homophily", pair).value == 0


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=20), st.permutations(range(6)))
def test_names_and_order_of_organizations_change_nothing(ties: list[tuple[int, int]], order: list[int]) -> None:
    graph = two_sectors([(a, b) for a, b in ties if a != b])
    layer = from_networkx(graph).layer("collaboration")
    renamed = from_networkx(nx.relabel_nodes(graph, dict(enumerate(order)))).layer("collaboration")
    for of in (newman.of_layer, groups.of_layer, freeman.of_layer, odds.of_layer):
        assert of(layer) == pytest.approx(of(renamed), nan_ok=True)
        value = of(layer)
        assert np.isnan(value) or of is odds.of_layer or value <= 1 + 1e-12


@pytest.mark.parametrize(("p", "id"), [(0.14, "as_chance"), (0.05, "missing")])
def test_ties_are_missing_only_where_the_test_says_so(p: float, id: str) -> None:
    # The case that was found: "5 are missing" beside p .14.
    test = Test("labels", 999, 0.0, 0.03, p, 0)
    finding = Finding("freeman_segregation", Scope(("1",), ("contact",)), 0.05, "index", (None, 1), test=test)
    reading = find_measure("freeman_segregation").reading(finding)
    assert reading is not None
    assert (reading.id, reading.fields["of_hundred"]) == (id, 5)


def test_in_a_large_network_no_better_groups_are_looked_for_and_the_sectors_have_the_same_value(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = groups.modularity(karate())
    monkeypatch.setattr(groups, "MOST_TIES", 77)  # Zachary's club has 78
    found = groups.modularity(karate())
    assert found.value == whole.value == pytest.approx(0.358235, abs=1e-6)
    assert [row["groups"] for row in whole.tables["groups"].rows] == ["sectors", "best found"]
    assert [row["groups"] for row in found.tables["groups"].rows] == ["sectors"]
    assert [(caveat.id, caveat.fields["most"]) for caveat in found.caveats] == [("not_searched", 77)]
