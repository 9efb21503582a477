"""Which outcomes organizations work on: clusters of organizations around clusters of outcomes, or none."""

import numpy as np

from stakeholder_graph.frames.arrays import Flags, Ints

#: Chance to carry an outcome of the own cluster, and another one.
OWN, OTHER = 0.8, 0.07
#: Chance to carry any outcome where nothing is planted.
ANY = 0.25


def profiles(n: int, outcomes: int, clusters: int, rng: np.random.Generator) -> tuple[Flags, Ints]:
    """Draw who carries which outcome.

    Parameters
    ----------
    n : int
        Organizations.
    outcomes : int
    clusters : int
        Planted clusters; with 0 nothing is planted, all outcomes are equally likely for all.
    rng : numpy.random.Generator

    Returns
    -------
    carries : array of bool, shape (n, outcomes)
    cluster : array of int, shape (n,)
        The planted cluster, -1 where nothing is planted.

    Examples
    --------
    >>> carries, cluster = profiles(300, 8, 4, np.random.default_rng(0))
    >>> bool(carries[cluster == 1][:, [1, 5]].mean() > 0.7 > 0.2 > carries[cluster == 0][:, [1, 5]].mean())
    True
    """
    draws = rng.random((n, outcomes))
    if not clusters:
        return draws < ANY, np.full(n, -1, dtype=np.int64)
    cluster = np.floor(rng.random(n) * clusters).astype(np.int64)
    own = cluster[:, None] == np.arange(outcomes)[None, :] % clusters
    return draws < np.where(own, OWN, OTHER), cluster
