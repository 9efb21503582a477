"""Agreement among people who rate the same thing: the formulas, on plain arrays.

References
----------
.. [1] James, L. R., Demaree, R. G., & Wolf, G. (1984). Estimating within-group interrater reliability with and without
   response bias. Journal of Applied Psychology, 69(1), 85-98.
.. [2] Brown, R. D., & Hauenstein, N. M. A. (2005). Interrater agreement reconsidered: An alternative to the rwg
   indices. Organizational Research Methods, 8(2), 165-184.
.. [3] Burke, M. J., Finkelstein, L. M., & Dusig, M. S. (1999). On average deviation indices for estimating interrater
   agreement. Organizational Research Methods, 2(1), 49-68.
.. [4] van der Eijk, C. (2001). Measuring agreement in ordered rating scales. Quality & Quantity, 35(3), 325-341.
"""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import ArrayLike, NDArray

#: Sums of answers this close are the same.
NEAR = 1e-9


def r_wg(ratings: ArrayLike, steps: Sequence[float]) -> float:
    """How much less ratings vary than if every step were as likely, not clamped [1]_.

    Parameters
    ----------
    ratings : array_like, shape (k,)
        On the scale.
    steps : sequence of float
        The values of the scale's steps.

    Returns
    -------
    float
        1 - s^2 / sigma^2, at most 1, with sigma^2 the variance of the steps, (A^2 - 1)/12 for A whole numbers in a row.
        Below 0 where ratings vary more than that; custom then writes 0. NaN for fewer than two ratings or steps.

    Examples
    --------
    >>> round(r_wg([4, 4, 5, 3, 4, 5, 2], range(1, 6)), 4), round(r_wg([1, 1, 5, 5], range(1, 6)), 3)
    (0.4286, -1.667)
    """
    x = np.asarray(ratings, dtype=float)
    even = float(np.var(steps)) if len(steps) else 0.0
    return float(1 - x.var(ddof=1) / even) if len(x) > 1 and even else np.nan


def a_wg(ratings: ArrayLike, lowest: float, highest: float) -> float:
    """Agreement against the most that ratings with this mean could disagree [2]_.

    Parameters
    ----------
    ratings : array_like, shape (k,)
        On the scale.
    lowest, highest : float
        The ends of the scale, L and H.

    Returns
    -------
    float
        1 - 2 s^2 / {[(H + L) M - M^2 - H L] k / (k - 1)}, from -1 to 1; 1 where all agree. NaN for fewer than two
        ratings, and for means so near an end that k ratings could not disagree at all: outside
        L (k - 1) + H <= k M <= H (k - 1) + L.

    Examples
    --------
    >>> round(a_wg([4, 4, 5, 3, 4, 5, 2], 1, 5), 4), round(a_wg([1, 1, 5, 5], 1, 5), 4), a_wg([4, 4, 4, 5], 1, 5)
    (0.4, -1.0, nan)
    """
    x = np.asarray(ratings, dtype=float)
    k, total = len(x), float(x.sum())
    if k < 2:
        return np.nan
    if np.ptp(x) == 0:
        return 1.0
    if not lowest * (k - 1) + highest - NEAR <= total <= highest * (k - 1) + lowest + NEAR:
        return np.nan
    mean = total / k
    most = ((highest + lowest) * mean - mean**2 - highest * lowest) * k / (k - 1)
    return float(1 - 2 * x.var(ddof=1) / most)


def average_deviation(ratings: ArrayLike) -> float:
    """How far ratings lie from their mean on average, in steps of the scale [3]_.

    Parameters
    ----------
    ratings : array_like, shape (k,)
        Any.

    Returns
    -------
    float
        0 where all agree; NaN without ratings.

    Examples
    --------
    >>> round(average_deviation([4, 4, 5, 3, 4, 5, 2]), 4), average_deviation([1, 1, 5, 5])
    (0.7755, 2.0)
    """
    x = np.asarray(ratings, dtype=float)
    return float(np.abs(x - x.mean()).mean()) if len(x) else np.nan


def agreement_a(counts: ArrayLike) -> float:
    """Van der Eijk's A: 1 for one peak, 0 for even answers, -1 for two camps at the ends [4]_.

    Parameters
    ----------
    counts : array_like, shape (K,)
        How many answered at each step, lowest first.

    Returns
    -------
    float
        NaN without answers, or for fewer than two steps.

    Notes
    -----
    The counts are cut into layers in which each step is either empty or equally full. A layer of S full steps agrees
    by U (1 - (S - 1)/(K - 1)), with U from its triples of steps in order: those with both full ones side by side (110
    and 011) speak for one peak, those with a hole between (101) against it. A is the mean of the layers, weighted by
    the answers in them.

    Examples
    --------
    >>> round(agreement_a([30, 40, 210, 130, 530, 50, 10]), 6), agreement_a([1, 0, 0, 0, 1]), agreement_a([2, 2, 2])
    (0.611333, -1.0, 0.0)
    """
    left = np.asarray(counts, dtype=float).copy()
    total = left.sum()
    if len(left) < 2 or not total:
        return np.nan
    agreement = 0.0
    while left.max() > NEAR:
        full = left > NEAR
        height = left[full].min()
        agreement += height * full.sum() * _layer(full)
        left = np.where(full, left - height, 0.0)
    return float(agreement / total)


def _layer(full: NDArray[np.bool_]) -> float:
    steps, kept = len(full), int(full.sum())
    triples = list(combinations(full.tolist(), 3))
    peaked_triples = sum(triple in ((True, True, False), (False, True, True)) for triple in triples)
    split_triples = triples.count((True, False, True))
    peaked = 1.0
    if counted := peaked_triples + split_triples:
        peaked = ((steps - 2) * peaked_triples - (steps - 1) * split_triples) / ((steps - 2) * counted)
    return float(peaked * (1 - (kept - 1) / (steps - 1)))
