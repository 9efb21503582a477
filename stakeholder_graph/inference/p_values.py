"""p-values of permutation tests, and their correction for multiple testing.

Tests count the observed network among the permuted ones, so that no p is 0. A p of B permutations is a share of B, and
another run would give another: where two standard errors reach across .05 more permutations could turn the verdict.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.model.finding import LEVEL

#: Simulations needed for each test of a family: the least two-sided p, 2/(1 + B), times the size of the family has to
#: stay below .05.
DRAWS_A_TEST = 40


def two_sided(observed: NDArray[np.float64], simulated: NDArray[np.float64]) -> NDArray[np.float64]:
    """Compute two-sided permutation p-values: min(1, 2 x the smaller tail), each tail (1 + k)/(1 + B) [1]_.

    Parameters
    ----------
    observed : ndarray of float, shape (...)
        What was observed.
    simulated : ndarray of float, shape (B, ...)
        Values under the null model.

    Returns
    -------
    ndarray of float, shape (...)
        In (0, 1]; NaN where the observed value is undefined.

    References
    ----------
    .. [1] Phipson, B., & Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical Applications in
       Genetics and Molecular Biology, 9(1), 39.

    Examples
    --------
    >>> two_sided(np.array([3.0]), np.array([[1.0], [2.0], [2.0]]))
    array([0.5])
    """
    near = 1e-12 * np.maximum(1.0, np.abs(observed))
    replicates = len(simulated)
    below = (1 + (simulated <= observed + near).sum(axis=0)) / (1 + replicates)
    above = (1 + (simulated >= observed - near).sum(axis=0)) / (1 + replicates)
    p = np.minimum(1.0, 2 * np.minimum(below, above))
    return np.where(np.isnan(observed), np.nan, p)


def max_t(
    observed: NDArray[np.float64], simulated: NDArray[np.float64], expected: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Compute p-values of many cells at once, corrected by the largest standardized deviation anywhere [1]_.

    Parameters
    ----------
    observed, expected : ndarray of float, shape (k,)
        What was observed, and the mean under the null model.
    simulated : ndarray of float, shape (B, k)
        Values under the null model.

    Returns
    -------
    ndarray of float, shape (k,)
        Family-wise corrected p; NaN for a cell that never varies.

    References
    ----------
    .. [1] Westfall, P. H., & Young, S. S. (1993). Resampling-based multiple testing. Wiley.

    Examples
    --------
    >>> max_t(np.array([9.0, 1.0]), np.array([[1.0, 1.0], [2.0, 2.0], [3.0, 3.0]]), np.array([2.0, 2.0]))
    array([0.25, 0.75])
    """
    sd = simulated.std(axis=0)
    varies = sd > 0
    deviation = np.abs(observed - expected)[varies] / sd[varies]
    largest = np.max(np.abs(simulated - expected)[:, varies] / sd[varies], axis=1, initial=0.0)
    exceed = (largest[:, None] >= deviation - 1e-12).sum(axis=0)
    p = np.full(len(observed), np.nan)
    p[varies] = (1 + exceed) / (1 + len(simulated))
    return p


def min_p(observed: NDArray[np.float64], simulated: NDArray[np.float64]) -> NDArray[np.float64]:
    """Compute p-values of many cells at once, corrected step-down by the smallest p anywhere [1]_.

    Parameters
    ----------
    observed : ndarray of float, shape (k,)
        What was observed.
    simulated : ndarray of float, shape (B, k)
        Values under the null model.

    Returns
    -------
    ndarray of float, shape (k,)
        Family-wise corrected p, never below the two-sided p of the cell; NaN for a cell that never varies.

    Notes
    -----
    Each cell of each arrangement, the observed one included, gets its two-sided p among all of them. A cell that can
    only fall a little below its mean and rise far above it is then as likely to stand out on either side, which the
    largest standardized deviation is not: it does not see a cell of 1 where 18 are expected beside one that varies
    upwards. The smallest p is compared with the smallest of all cells, the next with the smallest of the rest [2]_.

    p cannot fall below 2/(1 + B), and k cells reach that about k times as often: to tell anything at .05 there should
    be 40 k arrangements or more.

    References
    ----------
    .. [1] Westfall, P. H., & Young, S. S. (1993). Resampling-based multiple testing. Wiley.
    .. [2] Ge, Y., Dudoit, S., & Speed, T. P. (2003). Resampling-based multiple testing for microarray data analysis.
       Test, 12(1), 1-77.

    Examples
    --------
    >>> simulated = np.array([[float(i), float(i % 2)] for i in range(99)])
    >>> min_p(np.array([200.0, 1.0]), simulated).round(2)
    array([0.02, 1.  ])
    """
    pooled = np.vstack([observed, simulated])
    varies = np.ptp(pooled, axis=0) > 0
    corrected = np.full(len(observed), np.nan)
    if not varies.any():
        return corrected
    p = np.column_stack([_two_sided_of_each(column) for column in pooled[:, varies].T])
    order = np.argsort(p[0], kind="stable")
    # Of this cell and all that are less clear, the smallest p in each arrangement.
    smallest = np.minimum.accumulate(p[:, order[::-1]], axis=1)[:, ::-1]
    stepped = np.maximum.accumulate((smallest <= p[0, order] + 1e-12).mean(axis=0))
    in_place = np.empty_like(stepped)
    in_place[order] = np.maximum(stepped, p[0, order])
    corrected[varies] = in_place
    return corrected


def benjamini_hochberg(p: NDArray[np.float64], family: NDArray[np.bool_] | None = None) -> NDArray[np.float64]:
    """Correct the p of some rows together, by Benjamini and Hochberg's procedure [1]_.

    Parameters
    ----------
    p : ndarray of float, shape (k,)
        NaN where there is none.
    family : ndarray of bool, shape (k,), optional
        Which are corrected together; by default all.

    Returns
    -------
    ndarray of float, shape (k,)
        NaN outside the family. A row without a p counts as one that says nothing.

    References
    ----------
    .. [1] Benjamini, Y., & Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the Royal Statistical
       Society B, 57(1), 289-300.

    Examples
    --------
    >>> benjamini_hochberg(np.array([0.01, 0.04, 0.5]), np.array([True, True, False]))
    array([0.02, 0.04,  nan])
    """
    corrected = np.full(len(p), np.nan)
    rows = np.arange(len(p)) if family is None else np.flatnonzero(family)
    order = rows[np.argsort(np.nan_to_num(p[rows], nan=1.0), kind="stable")]
    # The largest p is as it is; each smaller one is at most what any larger one comes to.
    scaled = np.nan_to_num(p[order], nan=1.0) * (len(rows) / np.arange(1, len(rows) + 1))
    corrected[order] = np.clip(np.minimum.accumulate(scaled[::-1])[::-1], 0.0, 1.0)
    return np.where(np.isnan(p), np.nan, corrected)


def error_of(
    p: Any, permutations: int | NDArray[np.intp], adjusted: Any = None, *, two_sided: bool = True
) -> NDArray[np.float64]:
    """The standard error of simulated p-values [1]_.

    Parameters
    ----------
    p : array_like, shape (...)
        Simulated.
    permutations : int, or ndarray of int, shape (...)
        How many there were; of each where they stopped early.
    two_sided : bool
        Whether p is twice the share of permutations in the smaller tail, so that its error is twice that of the share.
        Not so where it was corrected by the largest statistic or the smallest p of each permutation.
    adjusted : array_like, shape (...), optional
        The same corrected by Benjamini and Hochberg's procedure, whose error is then meant: as much larger as it is.

    Returns
    -------
    ndarray of float, shape (...)
        2 sqrt(p/2 (1 - p/2) / B), or sqrt(p (1 - p) / B) for a share of permutations; NaN where there is no p.

    References
    ----------
    .. [1] Ojala, M., & Garriga, G. C. (2010). Permutation tests for studying classifier performance. Journal of
       Machine Learning Research, 11, 1833-1863.

    Examples
    --------
    >>> error_of(0.05, 999).round(4), error_of(0.05, 999, two_sided=False).round(4)
    (np.float64(0.0099), np.float64(0.0069))
    """
    p = np.asarray(p, dtype=float)
    error = np.sqrt(p * ((2 if two_sided else 1) - p) / permutations)
    return np.asarray(error if adjusted is None else error * np.asarray(adjusted, dtype=float) / p)


def could_turn(p: Any, error: Any) -> NDArray[np.bool_]:
    """Whether two standard errors reach across .05.

    Parameters
    ----------
    p, error : array_like, shape (...)
        NaN where there is none.

    Returns
    -------
    ndarray of bool, shape (...)

    Examples
    --------
    >>> could_turn([0.05, 0.001], [0.007, 0.001]).tolist()
    [True, False]
    """
    return np.asarray(np.abs(np.asarray(p, dtype=float) - LEVEL) <= 2 * np.asarray(error, dtype=float))


def needed(tests: int) -> int:
    """How many simulations a family of corrected tests needs to tell anything at .05.

    Parameters
    ----------
    tests : int
        How many are corrected together.

    Examples
    --------
    >>> needed(44)
    1760
    """
    return DRAWS_A_TEST * tests


def _two_sided_of_each(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """The two-sided p of each value among all of them."""
    # Cells count ties, so that thousands of values are few different ones.
    different, place, times = np.unique(values, return_inverse=True, return_counts=True)
    up_to = np.append(0, np.cumsum(times))
    near = 1e-12 * np.maximum(1.0, np.abs(different))
    below = up_to[np.searchsorted(different, different + near, side="right")]
    above = len(values) - up_to[np.searchsorted(different, different - near, side="left")]
    p = np.minimum(1.0, 2 * np.minimum(below, above) / len(values))
    return np.asarray(p[place])
