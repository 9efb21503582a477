"""Bounds without assumptions: by every way in which the silent might answer, on networks small enough to try all."""

from itertools import product

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array

from stakeholder_graph.graph import Layer
from stakeholder_graph.inference.imputation.dyads import without_answers
from stakeholder_graph.measures.network import density
from stakeholder_graph.measures.ties import reciprocity
from tests.calibration.networks import layer_of


def ways(layer: Layer) -> list[Layer]:
    """The layer completed in every way."""
    open_rows, open_columns = np.nonzero(~layer.observed.mask() & ~np.eye(layer.n, dtype=bool))
    found = []
    for answers in product([False, True], repeat=len(open_rows)):
        tied = layer.adjacency.toarray() > 0
        tied[open_rows, open_columns] |= np.array(answers, dtype=bool)
        found.append(layer.completed(csr_array(tied.astype(float))))
    return found


def network(tied: list[bool], silent: list[bool]) -> Layer:
    square = np.array(tied).reshape(4, 4)
    return without_answers(layer_of(square, np.zeros(4, dtype=np.intp)), np.array(silent))


flags = st.lists(st.booleans(), min_size=16, max_size=16)


@settings(max_examples=30)
@given(flags, st.sampled_from([[0, 0, 0, 0], [0, 0, 0, 1], [0, 1, 0, 1], [1, 1, 1, 0]]))
def test_bounds_are_the_least_and_the_greatest_of_all_ways(tied: list[bool], silent: list[int]) -> None:
    layer = network(tied, [bool(one) for one in silent])
    every = ways(layer)
    shares = [density.share_of_dyads(each) for each in every]
    assert density.certain(layer) == pytest.approx((min(shares), max(shares)))
    returned = [share for each in every if not np.isnan(share := reciprocity.returned_share(each))]
    bounds = reciprocity.certain(layer)
    assert (bounds is None) == (not returned)
    if bounds:
        assert bounds == pytest.approx((min(returned), max(returned)))


def test_density_between_no_tie_and_all_of_the_silent() -> None:
    # By hand: six ties reported by eight of ten; two silent could add eighteen of ninety.
    tied = np.zeros((10, 10), dtype=bool)
    tied[range(6), range(1, 7)] = True
    layer = without_answers(layer_of(tied, np.zeros(10, dtype=np.intp)), np.arange(10) >= 8)
    assert density.certain(layer) == pytest.approx((6 / 90, (6 + 2 * 9) / 90))


def test_without_direction_no_tie_is_returned() -> None:
    square = nx.to_numpy_array(nx.path_graph(4)) > 0
    layer = layer_of(square, np.zeros(4, dtype=np.intp), directed=False)
    assert reciprocity.certain(layer) is None
    assert density.certain(layer) == (0.5, 0.5)
