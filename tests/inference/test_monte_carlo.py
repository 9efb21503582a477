"""How exact simulated p-values are: against the spread that runs of a simulation really have."""

import numpy as np
import pytest

from stakeholder_graph.inference.monte_carlo import could_turn, error_of, needed
from stakeholder_graph.inference.p_values import min_p, two_sided


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
