"""Brokerage: published counts, and chance against every network there is."""

from collections.abc import Iterator
from itertools import combinations, permutations, product

import networkx as nx
import numpy as np
import pytest
from numpy.typing import NDArray

from stakeholder_graph.graph import Layer, Partnership, from_networkx
from stakeholder_graph.inference.label_permutation import under_relabelling
from stakeholder_graph.measures.bridges._brokerage_chance import ROLES, of_network, of_organizations, roles_of
from stakeholder_graph.measures.bridges._open_triples import counts_of, relabelled
from stakeholder_graph.measures.bridges.brokerage import brokerage
from stakeholder_graph.model.finding import Measured, Ties
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from tests.known import KNOKI_NAMES, karate, knoki

#: R sna::brokerage on KNOKI: coordinator, itinerant, representative, gatekeeper, liaison; MAYR is what
#: the others leave of its network totals.
KNOKI = {
    "COUN": (0, 0, 0, 2, 0),
    "COMM": (0, 6, 7, 3, 5),
    "EDUC": (0, 2, 1, 1, 5),
    "INDU": (0, 1, 1, 0, 0),
    "MAYR": (5, 2, 7, 7, 6),
    "WRO": (0, 1, 0, 0, 0),
    "NEWS": (0, 0, 0, 5, 1),
    "UWAY": (0, 0, 0, 0, 0),
    "WELF": (0, 0, 0, 1, 1),
    "WEST": (0, 1, 0, 0, 0),
}
AS_SNA = ("coordinator", "itinerant", "representative", "gatekeeper", "liaison")


def network(found: Measured) -> dict[str, dict[str, float]]:
    return {str(row["role"]): dict(row) for row in found.tables["network"].rows}  # type: ignore[arg-type]


def test_knoki_counts_are_those_of_sna() -> None:
    found = brokerage(knoki())
    assert found.value == 71
    assert found.table is not None
    rows = {str(row["organization"]): row for row in found.table.rows}
    for name in KNOKI_NAMES:
        assert tuple(rows[name][role] for role in AS_SNA) == KNOKI[name], name
        assert rows[name]["total"] == sum(float(rows[name][role] or 0) for role in AS_SNA)
    assert [network(found)[role]["observed"] for role in (*AS_SNA, "total")] == [5, 13, 16, 19, 18, 71]


def test_knoki_expectation_and_spread_of_the_network() -> None:
    found = network(brokerage(knoki()))
    expected = [found[role]["expected"] for role in (*AS_SNA, "total")]
    assert expected == pytest.approx([4.8613, 21.0656, 21.0656, 21.0656, 29.1677, 97.2257], abs=5e-5)
    spread = [found[role]["sd"] for role in (*AS_SNA, "total")]
    assert spread == pytest.approx([2.0561, 7.4157, 5.3564, 5.3564, 5.3782, 11.3854], abs=5e-5)


def layer_of(graph: nx.Graph, sectors: str) -> Layer:  # type: ignore[type-arg]
    nx.set_node_attributes(graph, dict(zip(graph, sectors, strict=True)), "sector")
    graph = nx.relabel_nodes(graph, {node: f"{node:02}" for node in graph})
    return from_networkx(graph).layer("collaboration")


def by_hand(layer: Layer) -> NDArray[np.float64]:
    ties = layer.adjacency.toarray() > 0
    roles = roles_of(len(layer.sectors))
    counts = np.zeros((len(ROLES), layer.n))
    for a, b, c in permutations(range(layer.n), 3):
        if ties[a, b] and ties[b, c] and not ties[a, c]:
            where = tuple(layer.sector_codes[[a, b, c]])
            counts[:, b] += [roles[role][where] for role in ROLES]
    return counts


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("directed", [True, False])
def test_counts_and_relabelled_counts_are_those_of_every_triple(seed: int, directed: bool) -> None:
    graph = nx.gnp_random_graph(14, 0.3, seed=seed, directed=directed)
    layer = layer_of(graph, "xxxxxxyyyyzzzw")
    expected = by_hand(layer)
    assert np.array([counts_of(layer)[role] for role in ROLES]) == pytest.approx(expected)
    assert relabelled(layer, layer.sector_codes[None])[0] == pytest.approx(expected.sum(axis=1))
    dealt = np.random.default_rng(seed).permutation(layer.sector_codes)
    other = layer_of(graph, "".join(layer.sectors[code] for code in dealt))
    assert relabelled(layer, dealt[None])[0] == pytest.approx(by_hand(other).sum(axis=1))


def every_network(sectors: str, *, directed: bool) -> Iterator[tuple[int, NDArray[np.float64]]]:
    """Ties and counts of all networks of this many organizations."""
    n = len(sectors)
    labels = np.unique(list(sectors), return_inverse=True)[1]
    roles = roles_of(labels.max() + 1)
    dyads = list(permutations(range(n), 2)) if directed else list(combinations(range(n), 2))
    rows, columns = np.array(dyads).T
    every = np.array(list(product((0, 1), repeat=len(dyads))), dtype=bool)
    ties = np.zeros((len(every), n, n), dtype=bool)
    ties[:, rows, columns] = every
    if not directed:
        ties[:, columns, rows] = every
    counts = np.zeros((len(every), len(ROLES), n))
    for a, b, c in permutations(range(n), 3):
        opened = ties[:, a, b] & ties[:, b, c] & ~ties[:, a, c]
        for place, role in enumerate(ROLES):
            if roles[role][labels[a], labels[b], labels[c]]:
                counts[:, place, b] += opened
    yield from zip(every.sum(axis=1).tolist(), counts, strict=True)


@pytest.mark.parametrize(("sectors", "directed"), [("xxyy", True), ("xxyz", True), ("xxxyy", False), ("xxyyz", False)])
def test_mean_and_variance_are_exact_over_every_network(sectors: str, directed: bool) -> None:
    d, labels = 0.3, np.unique(list(sectors), return_inverse=True)[1]
    ties, counts = (np.array(part) for part in zip(*every_network(sectors, directed=directed), strict=True))
    dyads = len(sectors) * (len(sectors) - 1) // (1 if directed else 2)
    weight = d**ties * (1 - d) ** (dyads - ties)
    sizes = np.bincount(labels).astype(float)
    each = of_organizations(sizes, 0 * sizes, d, directed=directed)
    whole = of_network(sizes, 0 * sizes, d, directed=directed)
    for place, role in enumerate(ROLES):
        of_role = counts[:, place]
        mean = weight @ of_role
        assert each[role].mean[labels] == pytest.approx(mean), role
        assert each[role].variance[labels] == pytest.approx(weight @ of_role**2 - mean**2), role
        total = of_role.sum(axis=1)
        assert whole[role].mean == pytest.approx(weight @ total), role
        assert whole[role].variance == pytest.approx(weight @ total**2 - (weight @ total) ** 2), role


def test_mean_and_variance_are_exact_where_some_did_not_answer() -> None:
    """Five organizations of which the last two send nothing: their rows are not looked at."""
    d, labels, n = 0.4, np.array([0, 0, 1, 1, 0]), 5
    roles = roles_of(2)
    dyads = [(a, c) for a, c in permutations(range(n), 2) if a < 3]
    every = np.array(list(product((0, 1), repeat=len(dyads))), dtype=bool)
    tied = {dyad: every[:, place] for place, dyad in enumerate(dyads)}
    counts = np.zeros((len(every), len(ROLES), n))
    for a, b, c in permutations(range(n), 3):
        if a < 3 and b < 3:
            opened = tied[a, b] & tied[b, c] & ~tied[a, c]
            counts[:, [roles[role][labels[a], labels[b], labels[c]] for role in ROLES], b] += opened[:, None]
    weight = d ** every.sum(axis=1) * (1 - d) ** (~every).sum(axis=1)
    answering, silent = np.array([2.0, 1.0]), np.array([1.0, 1.0])
    each = of_organizations(answering, silent, d, directed=True)
    whole = of_network(answering, silent, d, directed=True)
    for place, role in enumerate(ROLES):
        of_role = counts[:, place, :3]
        mean = weight @ of_role
        assert each[role].mean[labels[:3]] == pytest.approx(mean)
        assert each[role].variance[labels[:3]] == pytest.approx(weight @ of_role**2 - mean**2)
        total = of_role.sum(axis=1)
        assert whole[role].mean == pytest.approx(weight @ total)
        assert whole[role].variance == pytest.approx(weight @ total**2 - (weight @ total) ** 2)


def test_the_label_null_is_dealt_apart_and_its_total_never_moves() -> None:
    simulated = under_relabelling(knoki(), relabelled, 500, seed=3)
    assert (simulated[:, -1] == 71).all()
    assert simulated[:, :5].sum(axis=1) == pytest.approx(np.full(500, 71.0))
    # Any three organizations in order make a coordinator as often as a sector holds all three.
    assert simulated[:, 0].mean() == pytest.approx(71 * (4 * 3 * 2 + 2 * 3 * 2 * 1) / (10 * 9 * 8), abs=0.4)


def test_the_runner_adds_a_corrected_p_to_each_role() -> None:
    ends = knoki().edge_index
    graph: nx.DiGraph[int] = nx.DiGraph(list(zip(*(end.tolist() for end in ends), strict=True)))
    nx.set_node_attributes(graph, {i: str(code) for i, code in enumerate(knoki().sector_codes)}, "sector")
    partnership = Partnership("P", {"1": from_networkx(graph)}, {})
    (found,) = assess(partnership, ["brokerage"], settings=MeasureSettings(permutations=199, draws=5))
    rows = found.tables["network"].rows
    assert all(0 < float(row["p"] or 0) <= float(row["p_adjusted"] or 0) + 1e-9 or row["p"] == 1 for row in rows[:5])
    assert rows[-1]["p"] is None
    assert found.range == (71, 71)


@pytest.mark.parametrize("ties", ["either", "both"])
def test_without_direction_a_triple_counts_once_in_each(ties: Ties) -> None:
    found = network(brokerage(knoki(ties)))
    assert found["gatekeeper"]["observed"] == found["representative"]["observed"]
    assert found["total"]["observed"] % 2 == 0


def test_karate_open_triples_are_two_paths_less_triangles() -> None:
    graph = nx.karate_club_graph()
    paths = sum(degree * (degree - 1) for _, degree in graph.degree())
    triangles = sum(map(len, nx.all_triangles(graph))) // 3
    assert brokerage(karate()).value == paths - 6 * triangles


def test_a_sector_too_small_for_a_role_is_not_known() -> None:
    found = brokerage(layer_of(nx.path_graph(4, create_using=nx.DiGraph), "xxyz"))
    assert found.table is not None
    assert [row["coordinator"] for row in found.table.rows] == [None] * 4
    assert network(found)["coordinator"]["observed"] is None
    assert network(found)["liaison"]["observed"] == 1
