"""Draws with exact counts: what is planted holds by construction, not on average."""

from collections.abc import Sequence

import numpy as np

from stakeholder_graph.frames.arrays import Floats, Ints


def pick(weight: Floats, count: int, rng: np.random.Generator) -> Ints:
    """Draw without replacement, heavier ones likelier (an exponential race [1]_).

    Parameters
    ----------
    weight : array of shape (n,)
        At least 0; what weighs 0 is never drawn.
    count : int
        How many to draw.
    rng : numpy.random.Generator

    Returns
    -------
    array of shape (count,)
        Positions in the order drawn.

    Raises
    ------
    ValueError
        If fewer than `count` weigh more than 0.

    References
    ----------
    .. [1] Efraimidis, P. S., & Spirakis, P. G. (2006). Weighted random sampling with a reservoir. Information
       Processing Letters, 97(5), 181-185.

    Examples
    --------
    >>> pick(np.array([0.0, 1.0, 1.0]), 2, np.random.default_rng(0)).tolist()
    [2, 1]
    """
    positive = int((weight > 0).sum())
    if count > positive:
        raise ValueError(f"cannot draw {count} of {positive}")
    waits = -np.log1p(-rng.random(len(weight)))
    finish = np.divide(waits, weight, out=np.full(len(weight), np.inf), where=weight > 0)
    return np.argsort(finish, kind="stable")[:count]


def grade(latent: Floats, shares: Sequence[float]) -> Ints:
    """Cut a ranking into steps of a scale, so that each step holds its stated share.

    Parameters
    ----------
    latent : array of shape (n,)
        Low to high.
    shares : sequence of float
        Share of each step, lowest first; they need not add up to 1.

    Returns
    -------
    array of shape (n,)
        Steps from 1 to ``len(shares)``.

    Examples
    --------
    >>> grade(np.array([0.3, 9.0, -1.0, 2.0]), [1, 2, 1]).tolist()
    [2, 3, 1, 2]
    """
    below = np.cumsum(shares) / np.sum(shares)
    tops = np.rint(below * len(latent)).astype(np.int64)
    steps = np.empty(len(latent), dtype=np.int64)
    steps[np.argsort(latent, kind="stable")] = 1 + np.searchsorted(tops, np.arange(len(latent)), side="right")
    return steps


def apportion(weight: Floats, total: int) -> Ints:
    """Divide a whole number by weights, so that the parts add up to it (largest remainders).

    Parameters
    ----------
    weight : array of shape (n,)
        Above 0 in sum.
    total : int
        What the parts add up to.

    Returns
    -------
    array of shape (n,)

    Examples
    --------
    >>> apportion(np.array([1.0, 1.0, 2.0]), 7).tolist()
    [2, 2, 3]
    """
    exact = weight * total / weight.sum()
    parts: Ints = np.floor(exact).astype(np.int64)
    rest = np.argsort(parts - exact, kind="stable")[: total - int(parts.sum())]
    parts[rest] += 1
    return parts
