"""QAP: whether ties go with what pairs of organizations have in common, where dyads depend on each other.

Null model: what pairs have in common is dealt out anew, organizations taking each other's place; the ties and who was
asked about whom stay [1]_. Reference software moves the dyads that are not observed instead, so that each permutation
has other dyads; on complete data the two are the same.

References
----------
.. [1] Krackhardt, D. (1988). Predicting with networks: Nonparametric multiple regression analysis of dyadic data.
   Social Networks, 10(4), 359-381.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.inference.dyad_permutation import PermutedDyads
from stakeholder_graph.inference.early_stopping import until_clear
from stakeholder_graph.inference.p_values import two_sided
from stakeholder_graph.inference.replicates import replicated


@dataclass(frozen=True, eq=False)
class Correlation:
    """The correlation of two square matrices.

    Parameters
    ----------
    value : float
        Pearson's correlation over the dyads; NaN where one matrix has the same value everywhere.
    simulated : ndarray of float, shape (b,)
        The same under permutations.
    """

    value: float
    simulated: NDArray[np.float64]

    @property
    def p(self) -> float:
        """Two-sided, in (0, 1]."""
        return float(two_sided(np.array(self.value), self.simulated))


def qap(
    y: NDArray[np.float64], x: NDArray[np.float64], dyads: PermutedDyads, *, permutations: int = 9999, seed: int = 0
) -> Correlation:
    """Correlate two square matrices, and again with the organizations of one permuted [1]_.

    Parameters
    ----------
    y, x : ndarray of float, shape (n, n)
        Such as ties and what pairs share; symmetric where dyads are unordered. `x` is known of all pairs, also of those
        that were not asked about.
    dyads : PermutedDyads
        Where `y` is known.
    permutations, seed : int
        How many at most, and the seed; draws stop early by the rule of `early_stopping`.

    Returns
    -------
    Correlation

    Notes
    -----
    The mean and the deviation of `y` are the same under all permutations, and so are those of `x` where everybody was
    asked about everybody. Else the permuted `x` has its own on the observed dyads. Its sums there are those on all
    dyads, which no permutation changes, less those on the dyads that are not observed; or they are taken directly where
    fewer are observed.

    References
    ----------
    .. [1] Krackhardt, D. (1988). Predicting with networks: Nonparametric multiple regression analysis of dyadic data.
       Social Networks, 10(4), 359-381.

    Examples
    --------
    >>> ties = np.array([[0, 1, 0], [1, 0, 0], [0, 0, 0]], dtype=float)
    >>> correlation = qap(ties, ties, PermutedDyads.among(np.ones((3, 3), dtype=bool)), permutations=99)
    >>> round(correlation.value, 6)
    1.0
    """
    y_values, x_values = dyads.of(y), dyads.of(x)
    count = len(y_values)
    y_mean, y_deviation = (y_values.mean(), y_values.std()) if count else (0.0, 0.0)
    spread = y_deviation * x_values.std() if count else 0.0
    if not spread > 0:
        return Correlation(np.nan, np.full(permutations, np.nan))
    tied = np.flatnonzero(y_values)
    rows, columns, weights = dyads.rows[tied], dyads.columns[tied], y_values[tied]
    flat = np.ascontiguousarray(x, dtype=np.float64).ravel()
    moving = _Moving.of(flat, dyads)
    value = float((y_values @ x_values / count - y_mean * x_values.mean()) / spread)

    def correlations(permuted: NDArray[np.intp]) -> NDArray[np.float64]:
        products = flat.take(_positions(permuted, rows, columns), mode="clip") @ weights
        mean, deviation = moving.of_permuted(permuted)
        covariance = products / count - y_mean * mean
        # Where the permuted values are all alike they go with nothing.
        apart = y_deviation * deviation
        return np.asarray(np.divide(covariance, apart, out=np.zeros_like(covariance), where=apart > 0))

    batches = dyads.permutations(permutations, seed, len(tied) + len(moving.rows))
    return Correlation(value, until_clear(np.array(value), replicated(correlations, batches)))


def _positions(permuted: NDArray[np.intp], rows: NDArray[np.intp], columns: NDArray[np.intp]) -> NDArray[np.intp]:
    """Where a permuted matrix, written out, has the values of some dyads, shape (b, dyads)."""
    # Within range by what they are: not to look is quicker.
    positions: NDArray[np.intp] = (permuted * permuted.shape[1]).take(rows, axis=1, mode="clip")
    positions += permuted.take(columns, axis=1, mode="clip")
    return positions


@dataclass(frozen=True, eq=False)
class _Moving:
    """Mean and deviation of the permuted values on the observed dyads."""

    flat: NDArray[np.float64]
    count: int
    #: The dyads that are looked at: none where everybody was asked about everybody.
    rows: NDArray[np.intp]
    columns: NDArray[np.intp]
    #: Sums of values and of squares that no permutation changes, and whether to take away or to add what is looked at.
    fixed: NDArray[np.float64]
    sign: int

    @classmethod
    def of(cls, flat: NDArray[np.float64], dyads: PermutedDyads) -> "_Moving":
        fewer = len(dyads.missing[0]) <= len(dyads.rows)
        ends = dyads.missing if fewer else (dyads.rows, dyads.columns)
        fixed = np.zeros(2)
        if fewer:
            for rows, columns in ((dyads.rows, dyads.columns), dyads.missing):
                fixed += _sums(flat.take(rows * dyads.n + columns)[None])[0]
        return cls(flat, len(dyads.rows), *ends, fixed, -1 if fewer else 1)

    def of_permuted(self, permuted: NDArray[np.intp]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        sums = self.fixed + self.sign * _sums(
            self.flat.take(_positions(permuted, self.rows, self.columns), mode="clip")
        )
        mean, squares = (sums / self.count).T
        variance = squares - mean**2
        # What is left of equal values by rounding is nothing.
        return mean, np.sqrt(np.where(variance > 1e-12 * np.maximum(squares, 1e-300), variance, 0.0))


def _sums(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Sums of values and of their squares, shape (b, m) to (b, 2)."""
    return np.stack([values.sum(axis=1), np.square(values).sum(axis=1)], axis=-1)
