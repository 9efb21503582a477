"""The canonical order: whoever stands where on the roster, rewired networks are the same."""

from dataclasses import replace

import networkx as nx
import numpy as np
import pytest
from numpy.typing import NDArray

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.graph.observed import among
from stakeholder_graph.inference.canonical_order import canonical_order, in_canonical_order
from stakeholder_graph.inference.imputation.dyads import without_answers
from stakeholder_graph.inference.rewiring import rewire
from tests.calibration.networks import asked_about_their_own, layer_of, network
from tests.oracles.masked import VIEWS, masked


def shuffled(layer: Layer, order: NDArray[np.intp]) -> Layer:
    return replace(
        layer,
        organizations=tuple(layer.organizations[i] for i in order),
        sector_codes=layer.sector_codes[order],
        strength=among(layer.strength, order),
        observed=layer.observed.subset(order),
    )


def pictured(layer: Layer) -> tuple[object, ...]:
    """All that a layer says, without names."""
    return layer.adjacency.toarray().tolist(), layer.observed.mask().tolist(), layer.sector_codes.tolist()


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("seed", range(3))
def test_the_order_does_not_depend_on_the_roster(view: str, seed: int) -> None:
    layer, _ = masked(seed, view)
    for number in range(5):
        order = np.random.default_rng(number).permutation(layer.n)
        assert pictured(in_canonical_order(shuffled(layer, order))) == pictured(in_canonical_order(layer))


@pytest.mark.parametrize(
    "graph",
    [nx.petersen_graph(), nx.cycle_graph(8), nx.disjoint_union(nx.star_graph(4), nx.star_graph(4)), nx.empty_graph(6)],
    ids=["Petersen", "ring", "two stars", "no ties"],
)
def test_where_many_could_change_places_it_does_not_matter_who_is_singled_out(graph: "nx.Graph[int]") -> None:
    layer = layer_of(nx.to_numpy_array(graph) > 0, np.zeros(len(graph), dtype=np.intp), directed=False)
    for number in range(6):
        order = np.random.default_rng(number).permutation(layer.n)
        assert pictured(in_canonical_order(shuffled(layer, order))) == pictured(in_canonical_order(layer))


@pytest.mark.parametrize("kind", ["complete", "silent", "own rosters"])
def test_rewired_networks_are_the_same(kind: str) -> None:
    rng = np.random.default_rng(3)
    tied, sector = network(rng, n=40)
    layer = layer_of(tied, sector)
    if kind == "silent":
        layer = without_answers(layer, np.arange(40) % 5 == 0)
    elif kind == "own rosters":
        layer = asked_about_their_own(layer, 0.5, rng)
    one = rewire(layer, 20)
    two = rewire(shuffled(layer, rng.permutation(40)), 20)
    assert np.array_equal(one.mixing, two.mixing)
    assert np.array_equal(one.ties, two.ties)
    assert one.moves == two.moves


def test_it_is_an_order() -> None:
    layer, _ = masked(0, "reported")
    assert sorted(canonical_order(layer)) == list(range(layer.n))
