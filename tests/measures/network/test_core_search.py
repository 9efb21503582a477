"""Cores that are searched for side by side are those that are found one at a time."""

from itertools import chain, combinations

import numpy as np
import pytest
from numpy.typing import NDArray

from stakeholder_graph.measures.network import _core_search
from stakeholder_graph.measures.network._core_search import best_cores


def networks(n: int, count: int) -> list[NDArray[np.intp]]:
    """Directed ones, sparse and dense, whose organizations differ in how many they name."""
    rng = np.random.default_rng(n)
    made = []
    for number in range(count):
        ties = rng.random((n, n)) < (0.1 + 0.6 * number / count) * rng.random((n, 1)) * 2
        np.fill_diagonal(ties, 0)
        made.append(np.array(np.nonzero(ties), dtype=np.intp))
    return made


def correlation(n: int, ends: NDArray[np.intp], core: NDArray[np.bool_]) -> float:
    """Of ties with the ideal, the plain way: over all ordered pairs."""
    apart = ~np.eye(n, dtype=bool)
    ties = np.zeros((n, n))
    ties[tuple(ends)] = 1
    ideal = (core[:, None] | core[None, :])[apart]
    return float(np.corrcoef(ties[apart], ideal)[0, 1])


@pytest.mark.parametrize("n", [5, 9, 40])
def test_the_fit_is_the_correlation_with_the_ideal_of_its_core(n: int) -> None:
    made = networks(n, 12)
    for fit, core, ends in zip(*best_cores(n, n * (n - 1), made), made, strict=True):
        assert fit == pytest.approx(correlation(n, ends, core), abs=1e-12)


def test_among_few_organizations_no_core_fits_better() -> None:
    """Every core of seven organizations is tried."""
    n, made = 7, networks(7, 12)
    every = chain.from_iterable(combinations(range(n), size) for size in range(1, n - 1))
    cores = [np.isin(np.arange(n), chosen) for chosen in every]
    for fit, ends in zip(best_cores(n, n * (n - 1), made)[0], made, strict=True):
        assert fit == pytest.approx(max(correlation(n, ends, core) for core in cores), abs=1e-12)


@pytest.mark.parametrize("cells", [1, 40 * 40 * 5])
def test_how_many_are_looked_at_together_changes_nothing(monkeypatch: pytest.MonkeyPatch, cells: int) -> None:
    made = networks(40, 12)
    fits, cores = best_cores(40, 40 * 39, made)
    monkeypatch.setattr(_core_search, "_CELLS", cells)
    again, same = best_cores(40, 40 * 39, made)
    assert (fits == again).all()
    assert (cores == same).all()


def test_a_sparse_table_gives_the_same_as_a_dense_one(monkeypatch: pytest.MonkeyPatch) -> None:
    made = networks(40, 6)
    fits, cores = best_cores(40, 40 * 39, made)
    monkeypatch.setattr(_core_search, "DENSE", 10)
    monkeypatch.setattr(_core_search, "_CELLS", 1)
    again, same = best_cores(40, 40 * 39, made)
    assert (fits == again).all()
    assert (cores == same).all()
