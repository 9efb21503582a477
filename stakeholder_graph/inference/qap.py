"""QAP: whether ties go with what pairs of organizations have in common, where dyads depend on each other.

References
----------
.. [1] Krackhardt, D. (1988). Predicting with networks: Nonparametric multiple regression analysis of dyadic data.
   Social Networks, 10(4), 359-381.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.inference.dyad_permutation import PermutedDyads
from stakeholder_graph.inference.p_values import two_sided


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
        Such as ties and what pairs share; symmetric where dyads are unordered.
    dyads : PermutedDyads
        Where both are known.
    permutations, seed : int
        How many, and the seed.

    Returns
    -------
    Correlation

    Notes
    -----
    Means and deviations are the same under all permutations, so that only the sum of products is computed again, over
    the dyads at which `y` is not 0.

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
    spread = y_values.std() * x_values.std() if count else 0.0
    if not spread > 0:
        return Correlation(np.nan, np.full(permutations, np.nan))
    tied = np.flatnonzero(y_values)
    rows, columns, weights = dyads.rows[tied], dyads.columns[tied], y_values[tied]
    flat = np.ascontiguousarray(x, dtype=np.float64).ravel()
    products = []
    for permuted in dyads.permutations(permutations, seed, len(tied)):
        positions = np.take(permuted * dyads.n, rows, axis=1)
        positions += np.take(permuted, columns, axis=1)
        products.append(flat.take(positions) @ weights)
    centre = y_values.mean() * x_values.mean()
    value = float((y_values @ x_values / count - centre) / spread)
    return Correlation(value, (np.concatenate(products) / count - centre) / spread)
