"""How far apart organizations are, and which new ties would bring them closest together.

Distance-weighted fragmentation [1]_ is 0 where everybody is tied to everybody and 1 where nobody is tied: one less the
mean of 1 / d over all pairs, d the number of ties on the shortest way between them. Ties that lower it most join those
who have many ties already, if nobody is held to a number of introductions.

References
----------
.. [1] Borgatti, S. P. (2006). Identifying sets of key players in a social network. Computational and Mathematical
   Organization Theory, 12(1), 21-34.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import shortest_path

from stakeholder_graph.frames.arrays import Floats, Ints
from stakeholder_graph.studies.introductions.matching import WeightedPairs

#: Beyond so many organizations nobody looks at what each possible tie would do.
LARGEST = 300
#: Gains that differ by less are equal: sums in another order do.
_EQUAL = 1e-12


def distances(tied: csr_array | NDArray[np.bool_]) -> Floats:
    """How many ties lie on the shortest way between each two.

    Parameters
    ----------
    tied : csr_array or ndarray of bool, shape (n, n)
        Who is tied to whom, in whichever direction.

    Returns
    -------
    ndarray of float, shape (n, n)
        Infinity where there is no way.
    """
    matrix = csr_array(tied)
    # Before SciPy 1.15 ways are looked for along indices of 32 bits only.
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)
    return np.asarray(shortest_path(matrix, directed=False, unweighted=True))


def fragmentation(ways: Floats) -> float:
    """Distance-weighted fragmentation of a network.

    Parameters
    ----------
    ways : ndarray of float, shape (n, n)
        As of `distances`.

    Returns
    -------
    float
        From 0 to 1; NaN for fewer than two organizations.

    Examples
    --------
    >>> import networkx as nx
    >>> round(fragmentation(distances(nx.to_scipy_sparse_array(nx.karate_club_graph()))), 6)
    0.507992
    """
    n = len(ways)
    return 1 - _closeness(ways) / (n * (n - 1)) if n > 1 else float("nan")


def _closeness(ways: Floats) -> float:
    with np.errstate(divide="ignore"):
        near = 1 / ways
    np.fill_diagonal(near, 0)
    return float(near.sum())


def with_tie(ways: Floats, a: int, b: int) -> Floats:
    """Distances once two more are tied.

    Parameters
    ----------
    ways : ndarray of float, shape (n, n)
        As of `distances`.
    a, b : int
        The two.

    Examples
    --------
    >>> import networkx as nx
    >>> with_tie(distances(nx.to_scipy_sparse_array(nx.path_graph(4))), 0, 3)[0].tolist()
    [0.0, 1.0, 2.0, 1.0]
    """
    through = np.minimum(ways[:, [a]] + 1 + ways[[b], :], ways[:, [b]] + 1 + ways[[a], :])
    return np.minimum(ways, through)


def closest_pairs(pairs: WeightedPairs, ways: Floats, capacity: Ints, at_most: int) -> WeightedPairs:
    """Choose the new ties that bring everybody closer together, one after another the best that is left.

    Parameters
    ----------
    pairs : WeightedPairs
        Those that could be chosen; their weights count only where two ties do as much.
    ways : ndarray of float, shape (n, n)
        As of `distances`, before.
    capacity : ndarray of int, shape (n,)
        In how many chosen pairs each organization may be.
    at_most : int
        How many pairs may be chosen.

    Returns
    -------
    WeightedPairs
        In the order in which they were chosen; none that does nothing. Not always the best choice of all: the first
        tie is, the others follow from it.

    Examples
    --------
    >>> import networkx as nx
    >>> ends = WeightedPairs(np.array([0, 0]), np.array([2, 4]), np.array([1.0, 1.0]))
    >>> ways = distances(nx.to_scipy_sparse_array(nx.path_graph(5)))
    >>> closest_pairs(ends, ways, np.ones(5, dtype=np.intp), 1).second.tolist()
    [4]
    """
    left, free = pairs.heaviest_first(), capacity.astype(np.int64)
    chosen: list[int] = []
    for _ in range(at_most):
        now = _closeness(ways)
        best, gain = -1, _EQUAL * max(now, 1.0)
        for place, (a, b) in enumerate(zip(left.first.tolist(), left.second.tolist(), strict=True)):
            if place in chosen or min(free[a], free[b]) < 1:
                continue
            more = _closeness(with_tie(ways, a, b)) - now
            if more > gain + _EQUAL * max(now, 1.0):
                best, gain = place, more
        if best < 0:
            break
        a, b = int(left.first[best]), int(left.second[best])
        ways = with_tie(ways, a, b)
        free[[a, b]] -= 1
        chosen.append(best)
    return left.take(np.array(chosen, dtype=np.intp))
