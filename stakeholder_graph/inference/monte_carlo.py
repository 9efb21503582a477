"""How exact simulated p-values are, and how many simulations a family of tests needs.

A p of B permutations is a share of B, and another run would give another. Where two standard errors reach across .05
more permutations could turn the verdict, and tables say so.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.model.finding import LEVEL

#: Simulations needed for each test of a family: the least two-sided p, 2/(1 + B), times the size of the family has to
#: stay below .05.
DRAWS_A_TEST = 40


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
