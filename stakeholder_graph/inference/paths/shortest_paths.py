"""Shortest paths from many organizations of many networks side by side: each step is one product of matrices.

A sparse matrix holds the ties, of several small networks block by block; a dense one holds how many shortest paths
lead from each beginning to each organization. Going back over the same steps adds up what depends on whom [1]_.

References
----------
.. [1] Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical Sociology, 25(2),
   163-177.
"""

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_array

from stakeholder_graph.frames.arrays import Flags, Floats
from stakeholder_graph.inference.paths.side_by_side import side_by_side

#: So many cells of dense tables are held together: they stay in the cache.
_CELLS = 32_000
#: So many searches at least go side by side, whatever the size: of fewer the calls would take the time.
_FEWEST = 16
#: Fewer paths are counted exactly in single precision.
_EXACT = 2**24


def followed(back: csr_array, begins: Flags, most: float = np.inf) -> tuple[list[Flags], Floats]:
    """Follow ties step by step from several organizations.

    Parameters
    ----------
    back : csr_array of float, shape (n, n)
        Ties, from receivers to senders.
    begins : ndarray of bool, shape (n, b)
        Where each of b searches begins.
    most : float
        After how many steps to stop.

    Returns
    -------
    list of ndarray of bool, shape (n, b)
        Who is reached in 0, 1, 2, ... steps and no fewer.
    ndarray of float, shape (n, b)
        Over how many shortest paths, in the precision of `back`.

    Examples
    --------
    >>> star = csr_array([[0.0, 1.0, 1.0], [1.0, 0.0, 0.0], [1.0, 0.0, 0.0]])
    >>> [wave.ravel().tolist() for wave in followed(star, np.array([[False], [True], [False]]))[0]]
    [[False, True, False], [True, False, False], [False, False, True]]
    """
    reached, unseen = [begins], ~begins
    fresh = begins.astype(back.dtype)
    paths = fresh.copy()
    while len(reached) <= most and unseen.any():
        fresh = back @ fresh
        fresh *= unseen
        wave = fresh > 0
        if not wave.any():
            break
        reached.append(wave)
        paths += fresh
        unseen ^= wave
    return reached, paths


def passing(networks: Sequence[csr_array], most: float = np.inf) -> list[Floats] | None:
    """Count the shortest paths that lead through each organization.

    Parameters
    ----------
    networks : sequence of csr_array, shape (n, n)
        1.0 for each tie, of the same n organizations.
    most : float
        How many steps are followed at most.

    Returns
    -------
    list of ndarray of float, shape (n,), or None
        For each network, from every organization to every other; None where some path is longer than `most`.

    Examples
    --------
    >>> path = csr_array([[0.0, 1.0, 0.0], [1.0, 0.0, 1.0], [0.0, 1.0, 0.0]])
    >>> [passed.tolist() for passed in passing([path])], passing([path], most=1)
    ([[0.0, 2.0, 0.0]], None)
    """
    n = networks[0].shape[0]
    at_once = max(1, _CELLS // max(n, 1) ** 2)
    passed: list[Floats] = []
    for first in range(0, len(networks), at_once):
        several = networks[first : first + at_once]
        through = _passing(side_by_side(several), n, most)
        if through is None:
            return None
        passed += list(through.reshape(len(several), n))
    return passed


def _passing(forth: csr_array, n: int, most: float) -> Floats | None:
    """The same of one network whose parts of n organizations each have nothing to do with each other."""
    # Half the room holds as many paths as there usually are, and is filled in less time.
    back, passed = csr_array(forth.T).astype(np.float32), np.zeros(forth.shape[0])
    number, at_once = np.arange(forth.shape[0]) % n, max(_FEWEST, _CELLS // forth.shape[0])
    for first in range(0, n, at_once):
        begins = number[:, None] == np.arange(first, min(first + at_once, n))
        reached, paths = followed(back, begins, most + 1)
        if len(reached) > most + 1:
            return None
        paths = paths.astype(float) if paths.max() < _EXACT else followed(back.astype(float), begins)[1]
        # What depends on an organization is told for each shortest path to it.
        share, beyond = 1 / np.maximum(paths, 1.0), np.zeros_like(paths)
        depends = beyond.copy()
        for wave, before in zip(reached[:1:-1], reached[-2:0:-1], strict=True):
            beyond += share * wave
            beyond = forth @ beyond
            beyond *= before
            depends += beyond
        passed += np.einsum("ij,ij->i", depends, paths)
    return passed
