"""Corrected p-values: beside plain loops over all arrangements and cells."""

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.stats import false_discovery_control

from stakeholder_graph.inference.p_values import (
    benjamini_hochberg,
    could_turn,
    error_of,
    max_t,
    min_p,
    needed,
    two_sided,
)


def by_loops(observed: NDArray[np.float64], simulated: NDArray[np.float64]) -> list[float]:
    """Step-down min-P as Westfall and Young (1993, algorithm 2.8) write it, with every p counted out."""
    every = [list(map(float, row)) for row in np.vstack([observed, simulated])]
    total, cells = len(every), len(observed)

    def p_of(row: int, cell: int) -> float:
        below = sum(other[cell] <= every[row][cell] for other in every)
        above = sum(other[cell] >= every[row][cell] for other in every)
        return min(1.0, 2 * min(below, above) / total)

    p = [[p_of(row, cell) for cell in range(cells)] for row in range(total)]
    order = sorted(range(cells), key=lambda cell: p[0][cell])
    corrected, last = [0.0] * cells, 0.0
    for step, cell in enumerate(order):
        rest = order[step:]
        as_small = sum(min(p[row][other] for other in rest) <= p[0][cell] + 1e-12 for row in range(total))
        last = max(last, as_small / total)
        corrected[cell] = max(last, p[0][cell])
    return corrected


@pytest.mark.parametrize("seed", range(5))
def test_min_p_is_what_loops_count(seed: int) -> None:
    rng = np.random.default_rng(seed)
    simulated = rng.poisson([2.0, 18.0, 5.0, 9.0], (199, 4)).astype(float)
    observed = np.array([4.0, 4.0, 5.0, 17.0])
    corrected = min_p(observed, simulated)
    assert corrected == pytest.approx(by_loops(observed, simulated))
    assert (corrected >= two_sided(observed, simulated) - 1e-12).all()


def test_two_independent_cells_are_corrected_as_sidak_would() -> None:
    # Exactly known: of two independent cells the smaller p is at most .02 with chance 1 - .98 ** 2 = .0396.
    rng = np.random.default_rng(0)
    simulated = rng.normal(size=(9999, 2))
    observed = np.array([np.quantile(simulated[:, 0], 0.99), 0.0])
    assert two_sided(observed, simulated)[0] == pytest.approx(0.02, abs=0.001)
    assert min_p(observed, simulated)[0] == pytest.approx(1 - 0.98**2, abs=0.003)


def test_a_hole_beside_a_cell_that_varies_upwards_is_seen() -> None:
    # Beside cells that rise far, a low cell does not stand out by its standardized deviation, and does by its p.
    rng = np.random.default_rng(1)
    simulated = np.column_stack([rng.poisson(12.0, 4999), *(rng.exponential(5.0, (8, 4999)))]).astype(float)
    observed = np.array([1.0, *[5.0] * 8])
    assert max_t(observed, simulated, simulated.mean(axis=0))[0] > 0.05
    assert min_p(observed, simulated)[0] < 0.02


def test_a_cell_that_never_varies_has_no_p() -> None:
    assert np.isnan(min_p(np.array([2.0]), np.full((9, 1), 2.0)))[0]


def test_the_error_is_the_spread_of_p_over_runs() -> None:
    # 2,000 runs of 999 draws each; a two-sided p is twice the smaller tail, and so is its error.
    rng = np.random.default_rng(0)
    p = np.array([two_sided(np.array(1.5), rng.normal(size=999)) for _ in range(2000)])
    assert p.std() == pytest.approx(float(error_of(p.mean(), 999)), rel=0.05)
    assert error_of(0.1, 999) == pytest.approx(2 * error_of(0.05, 999, two_sided=False))


def test_a_corrected_p_has_as_much_more_error_as_it_is_larger() -> None:
    assert error_of(0.01, 99, adjusted=0.05) == pytest.approx(5 * error_of(0.01, 99))
    assert np.isnan(error_of(np.nan, 99))


def test_only_what_is_near_could_turn() -> None:
    # sqrt(.04 1.96 / 99) = .028: .04 is within two of .05; with 9,999 draws, .0028, it is not.
    assert could_turn([0.04, 0.2], error_of([0.04, 0.2], 99)).tolist() == [True, False]
    assert not could_turn(0.04, error_of(0.04, 9999))
    assert not could_turn(np.nan, np.nan)


@pytest.mark.parametrize("tests", [5, 20])
def test_fewer_permutations_than_needed_cannot_tell_anything(tests: int) -> None:
    """A cell that no permutation reaches: with 40 a test its corrected p is about .05, with a quarter of that never."""
    rng = np.random.default_rng(1)

    def least(permutations: int) -> float:
        simulated = rng.normal(size=(permutations, tests))
        return float(min_p(np.array([99.0] + [0.0] * (tests - 1)), simulated)[0])

    assert least(2 * needed(tests)) <= 0.05
    assert least(needed(tests) // 4) > 0.05


@pytest.mark.parametrize("size", [1, 2, 9, 60])
def test_benjamini_hochberg_is_that_of_scipy(size: int) -> None:
    p = np.random.default_rng(size).choice([0.0, 0.001, 0.02, 0.02, 0.3, 1.0], size)
    assert benjamini_hochberg(p) == pytest.approx(false_discovery_control(p), rel=1e-15)


def test_of_no_tests_none_is_corrected() -> None:
    assert len(benjamini_hochberg(np.array([]))) == 0
    assert np.isnan(benjamini_hochberg(np.array([0.01]), np.array([False]))).all()
