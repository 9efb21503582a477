"""Pairs that are tied inside groups, held against rewired networks: the one test of whether a group is tied as usual.

Everybody keeps as many partners, and ties stay where somebody was asked about them; only who is tied to whom changes.
So neither busy members nor unequal rosters make a group look tied or apart. Rewired networks are counted. Where fewer
than `ENOUGH` of them go as far as the observed one, counting cannot tell how small p is, and a few hundred networks
could never name one group among many. There the tail is that of a binomial count with the mean of the rewired networks
over the pairs that could be tied: of all sums of independent ties with that mean none has a heavier one [1]_, and fixed
numbers of partners make ties inside a group vary less still.

References
----------
.. [1] Hoeffding, W. (1956). On the distribution of the number of successes in independent trials. Annals of
   Mathematical Statistics, 27(3), 713-721.
"""

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.frames.arrays import Flags, Floats, Ints
from stakeholder_graph.inference.p_values import error_of, two_sided
from stakeholder_graph.inference.rates.binomial import binomial_tails
from stakeholder_graph.inference.rewiring import RewiredMixing

#: With so many rewired networks on the smaller side their share is p.
ENOUGH = 10


def tied_inside(networks: RewiredMixing, groups: Flags, *, both: bool = False) -> Ints:
    """How many pairs of organizations are tied inside each group, in each rewired network.

    Parameters
    ----------
    networks : RewiredMixing
        B networks of n organizations.
    groups : ndarray of bool, shape (n, k)
        Who is in each, in the order of the layer of `networks`.
    both : bool
        Whether a pair is tied only where each names the other.

    Returns
    -------
    ndarray of int, shape (B, k)
        A pair that names each other counts once.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> from stakeholder_graph.inference.rewiring import rewire
    >>> networks = rewire(from_networkx(nx.cycle_graph(6)).layer("collaboration"), 9)
    >>> tied_inside(networks, np.ones((6, 1), dtype=bool)).ravel().tolist()
    [6, 6, 6, 6, 6, 6, 6, 6, 6]
    """
    n = networks.layer.n
    counts = np.zeros((len(networks.ties), groups.shape[1]), dtype=np.intp)
    for row, ties in zip(counts, networks.ties, strict=True):
        senders, receivers = np.divmod(ties.astype(np.intp), n)
        ends = np.minimum(senders, receivers) * n + np.maximum(senders, receivers)
        pairs, named = np.unique(ends, return_counts=True)
        if both and networks.layer.directed:
            pairs = pairs[named > 1]
        first, second = np.divmod(pairs, n)
        row[:] = (groups[first] & groups[second]).sum(axis=0)
    return counts


def p_inside(observed: NDArray[np.float64], simulated: NDArray[np.float64], possible: Ints) -> tuple[Floats, Floats]:
    """Two-sided p of how many pairs are tied inside each group, and its standard error.

    Parameters
    ----------
    observed : ndarray of float, shape (k,)
        Pairs that are tied.
    simulated : ndarray of float, shape (B, k)
        The same in rewired networks.
    possible : ndarray of int, shape (k,)
        Pairs of each group that could be tied.

    Returns
    -------
    tuple of ndarray of float, shape (k,)
        p, and its Monte Carlo standard error.

    Examples
    --------
    >>> p, error = p_inside(np.array([3.0, 0.0]), np.full((99, 2), 5.0) + np.arange(99)[:, None] % 5 - 2, [10, 10])
    >>> [round(float(value), 3) for value in p]
    [0.42, 0.002]
    """
    replicates = len(simulated)
    p = two_sided(observed, simulated)
    mean = simulated.mean(axis=0)
    few = p < 2 * (1 + ENOUGH) / (1 + replicates)
    fitted = _binomial(observed, mean, possible)
    refined = few & (fitted < p)
    off = simulated.std(axis=0) / np.sqrt(replicates)
    shift = np.abs(_binomial(observed, mean + off, possible) - _binomial(observed, mean - off, possible)) / 2
    return np.where(refined, fitted, p), np.where(refined, shift, error_of(p, replicates))


def _binomial(observed: Floats, mean: Floats, possible: Ints) -> Floats:
    """Two-sided p of a binomial count of so many pairs with this mean; 1 where the mean is all or nothing."""
    pairs = np.maximum(np.asarray(possible), 1)
    share = np.clip(mean / pairs, 0.0, 1.0)
    tails = binomial_tails(observed, pairs, share)
    return np.asarray(np.minimum(1.0, 2 * np.minimum(*tails)), dtype=np.float64)
