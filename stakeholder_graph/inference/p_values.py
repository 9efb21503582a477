"""p-values of permutation tests, and their correction for multiple testing.

Tests count the observed network among the permuted ones, so that no p is 0.
"""

import numpy as np
from numpy.typing import NDArray


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
