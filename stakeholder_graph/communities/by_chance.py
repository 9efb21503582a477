"""What chance alone would give, in closed form: ties within groups and between them, and ties that are returned.

No permutation is drawn, so that many groups in many networks cost next to nothing; tests compare with all permutations
of small networks.
"""

from math import prod
from typing import NamedTuple

import numpy as np

from stakeholder_graph.frames.arrays import Floats, Ints
from stakeholder_graph.graph.layer import Layer


class ByChance(NamedTuple):
    """The mean and the standard deviation of a count under a null model."""

    expected: float
    sd: float


def ties_between(degrees: Ints, first: int, second: int) -> ByChance:
    """Ties between two groups that share nobody, if it were chance who is in which [1]_.

    Parameters
    ----------
    degrees : ndarray of int, shape (n,)
        How many ties each organization has; a tie has no direction, and there is one between two organizations at most.
    first, second : int
        How many organizations each group has.

    Returns
    -------
    ByChance
        Over all ways of choosing the groups; ties stay.

    References
    ----------
    .. [1] Cliff, A. D., & Ord, J. K. (1981). Spatial Processes. Pion.

    Examples
    --------
    >>> ties_between(np.array([1, 2, 1]), 1, 1).expected  # a path of three, two of whose three pairs are tied
    0.6666666666666666
    """
    n = len(degrees)
    tied = _share(2 * first * second, n, 2)
    joined = _share(first * second * (first + second - 2), n, 3)
    apart = _share(4 * _ordered(first, 2) * _ordered(second, 2), n, 4)
    return _moments(degrees, tied, joined, apart)


def ties_within(degrees: Ints, size: int) -> ByChance:
    """Ties among the organizations of one group, if it were chance who is in it.

    Parameters
    ----------
    degrees : ndarray of int, shape (n,)
        As of `ties_between`.
    size : int
        How many organizations the group has.

    Examples
    --------
    >>> ties_within(np.array([2, 2, 2]), 2)  # three that are all tied: whoever is chosen, the two are
    ByChance(expected=1.0, sd=0.0)
    """
    n = len(degrees)
    return _moments(degrees, *(_share(_ordered(size, k), n, k) for k in (2, 3, 4)))


def returned_ties(layer: Layer) -> ByChance:
    """Pairs that both sides name, if everybody who answered named as many as they did, chosen at random [1]_.

    Parameters
    ----------
    layer : Layer
        Directed. Each organization chooses among those that it was asked about; pairs in which only one side was asked
        are no pairs.

    Returns
    -------
    ByChance
        Exact: rows are independent, and what one row says of two partners is not.

    References
    ----------
    .. [1] Katz, L., & Powell, J. H. (1955). Measurement of the tendency toward reciprocation of choice. Sociometry,
       18(4), 403-409.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> pair = from_networkx(nx.DiGraph([("a", "b"), ("b", "c"), ("c", "a")])).layer("collaboration")
    >>> returned_ties(pair).expected  # each of three pairs with probability 1/2 * 1/2
    0.75
    """
    asked = np.asarray(layer.observed.row_counts(), dtype=float)
    named = np.bincount(layer.edge_index[0], minlength=layer.n).astype(float)
    chosen = np.divide(named, asked, out=np.zeros(layer.n), where=asked > 0)
    pairs_of_choices = asked * (asked - 1)
    both_chosen = np.divide(named * (named - 1), pairs_of_choices, out=np.zeros(layer.n), where=pairs_of_choices > 0)
    mask = layer.observed.mask()
    both = (mask & mask.T).astype(float)
    joint = np.outer(chosen, chosen)
    expected = float((both * joint).sum() / 2)
    # Two pairs that share an organization go together through what that one says of both partners.
    around = (both @ chosen) ** 2 - both @ chosen**2
    variance = float((both * joint * (1 - joint)).sum() / 2 + ((both_chosen - chosen**2) * around).sum())
    return ByChance(expected, float(np.sqrt(max(variance, 0.0))))


def _ordered(n: int, k: int) -> int:
    """In how many ways k of n can be chosen one after another."""
    return prod(range(n - k + 1, n + 1)) if n >= k else 0


def _share(ways: int, n: int, k: int) -> float:
    """Of all ways to choose k of n; 0 where there are too few to choose from, and no such ties either."""
    return ways / _ordered(n, k) if n >= k else 0.0


def _moments(degrees: Floats | Ints, tied: float, joined: float, apart: float) -> ByChance:
    """Of a count of ties, from the probabilities that one, two that share an end, and two that do not, count."""
    ties = float(degrees.sum()) / 2
    sharing = float((degrees * (degrees - 1)).sum())
    expected = ties * tied
    second_moment = expected + sharing * joined + (ties * (ties - 1) - sharing) * apart
    return ByChance(expected, float(np.sqrt(max(second_moment - expected**2, 0.0))))
