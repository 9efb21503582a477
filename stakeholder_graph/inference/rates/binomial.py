"""Exact tests and intervals of a share, on the functions of scipy.special.

They are those of ``scipy.stats``, which takes as long to load as all that a short command does. Tests compare the two.
"""

import numpy as np
from scipy.special import bdtr, bdtrc, betaincinv, gammaln, xlog1py, xlogy

from stakeholder_graph.frames.arrays import Floats, Ints
from stakeholder_graph.model.finding import Interval

#: Probabilities this close count as equal: floating-point numbers of the two tails are not.
_NEAR = 1 + 1e-7


def binomial_p(count: int, among: int, share: float) -> float:
    """Compute the two-sided p of a count: of all counts that are no more probable, the probability [1]_.

    Parameters
    ----------
    count, among : int
        How many, of how many.
    share : float
        The share that is held against them, from 0 to 1.

    Returns
    -------
    float
        In (0, 1].

    References
    ----------
    .. [1] Clopper, C. J., & Pearson, E. S. (1934). The use of confidence or fiducial limits illustrated in the case of
       the binomial. Biometrika, 26(4), 404-413.

    Examples
    --------
    >>> round(binomial_p(3, 15, 0.1), 4)
    0.1841
    """
    probable = binomial_probabilities(among, share)
    counts_in = probable <= probable[count] * _NEAR
    if counts_in.all():
        return 1.0
    # They are the first so many counts, and the last.
    first, last = int(np.argmin(counts_in)), int(np.argmin(counts_in[::-1]))
    below = bdtr(first - 1, among, share) if first else 0.0
    above = bdtrc(among - last, among, share) if last else 0.0
    return float(min(1.0, below + above))


def binomial_interval(count: int, among: int, confidence: float) -> Interval:
    """Compute the exact interval of a share, after Clopper and Pearson.

    Parameters
    ----------
    count, among : int
        How many, of how many.
    confidence : float
        Of both ends together.

    Examples
    --------
    >>> [round(end, 4) for end in binomial_interval(3, 15, 0.95)]
    [0.0433, 0.4809]
    """
    tail = (1 - confidence) / 2
    low = float(betaincinv(count, among - count + 1, tail)) if count else 0.0
    high = float(betaincinv(count + 1, among - count, 1 - tail)) if count < among else 1.0
    return low, high


def binomial_probabilities(among: int, share: float) -> Floats:
    """Compute how probable each count is, shape (among + 1,).

    Parameters
    ----------
    among : int
        How many there are.
    share : float
        With what probability each counts.

    Examples
    --------
    >>> binomial_probabilities(2, 0.5)
    array([0.25, 0.5 , 0.25])
    """
    counts = np.arange(among + 1)
    ways = gammaln(among + 1) - gammaln(counts + 1) - gammaln(among - counts + 1)
    return np.asarray(np.exp(ways + xlogy(counts, share) + xlog1py(among - counts, -share)), dtype=np.float64)


def binomial_tails(count: Floats, among: Ints, share: Floats) -> tuple[Floats, Floats]:
    """Compute how probable it is that no more count, and that no fewer do.

    Parameters
    ----------
    count, among : ndarray, shape (k,)
        Whole numbers.
    share : ndarray of float, shape (k,)
        With what probability each counts.

    Examples
    --------
    >>> [float(tail.round(4)[0]) for tail in binomial_tails(np.array([1.0]), np.array([2]), np.array([0.5]))]
    [0.75, 0.75]
    """
    below = bdtr(np.floor(count), among, share)
    # No fewer than none: all.
    above = np.where(count < 1, 1.0, bdtrc(np.maximum(np.floor(count) - 1, 0), among, share))
    return np.asarray(below, dtype=np.float64), np.asarray(above, dtype=np.float64)
