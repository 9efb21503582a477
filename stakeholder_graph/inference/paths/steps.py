"""How many organizations each one reaches in one step, two, three ...: whom each reaches stands in a row of bits.

With every step an organization reaches whomever those reach that it is tied to: the union of their rows.
"""

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_array

from stakeholder_graph.frames.arrays import Flags, Ints
from stakeholder_graph.inference.paths.side_by_side import side_by_side

#: So many pairs of organizations are held together: their bits stay in the cache.
_PAIRS = 125_000
_WORD = 64


def reached_within(networks: Sequence[csr_array], gone: Flags | None = None, *, both_ways: bool = False) -> list[Ints]:
    """Count whom each organization reaches within so many steps.

    Parameters
    ----------
    networks : sequence of csr_array, shape (n, n)
        Of the same n organizations; what is stored is a tie.
    gone : ndarray of bool, shape (k, n), optional
        Who has left each of k networks: no way leads through them or to them.
    both_ways : bool
        Whether ways lead against the direction of ties too.

    Returns
    -------
    list of ndarray of int, shape (steps, n)
        For each network, others reached within 0, 1, 2, ... steps, until nobody reaches anyone further.

    Examples
    --------
    >>> path = csr_array([[0, 1, 0], [1, 0, 1], [0, 1, 0]])
    >>> reached_within([path])[0].tolist()
    [[0, 0, 0], [1, 2, 1], [2, 2, 2]]
    >>> reached_within([path], np.array([[False, True, False]]))[0].tolist()
    [[0, 0, 0]]
    """
    n = networks[0].shape[0]
    at_once = max(1, _PAIRS // max(n, 1) ** 2)
    counts: list[Ints] = []
    left = np.zeros((len(networks), n), dtype=bool) if gone is None else gone
    for first in range(0, len(networks), at_once):
        here = slice(first, first + at_once)
        together = _reached(side_by_side(networks[here]), n, np.flatnonzero(left[here]), both_ways=both_ways)
        for alone in together.reshape(len(together), -1, n).transpose(1, 0, 2):
            last = int(np.argmax((alone == alone[-1]).all(axis=1)))
            counts.append(alone[: last + 1])
    return counts


def _reached(ties: csr_array, n: int, left: Ints, *, both_ways: bool) -> Ints:
    """The same of one network whose parts of n organizations each have nothing to do with each other."""
    everyone = np.arange(ties.shape[0])
    senders, receivers = np.repeat(everyone, np.diff(ties.indptr)), ties.indices.astype(np.intp)
    # Everyone reaches itself, so that no row is without a step.
    rows, steps = np.append(senders, everyone), np.append(receivers, everyone)
    if both_ways:
        rows, steps = np.append(rows, receivers), np.append(steps, senders)
    counted = np.bincount(rows, minlength=len(everyone))
    steps = np.sort(rows * len(everyone) + steps) - np.repeat(everyone * len(everyone), counted)
    begins = np.cumsum(counted) - counted
    bits = np.zeros((len(everyone), -(-n // _WORD) * _WORD // 8), dtype=np.uint8)
    own = everyone % n
    bits[everyone, own // 8] = 1 << (own % 8)
    bits[left] = 0
    there = np.ones(len(everyone), dtype=np.intp)
    there[left] = 0
    # Organizations lie side by side, so that unions are taken of long rows.
    reach = np.ascontiguousarray(bits.view(np.uint64).T)
    counts = [np.zeros(len(everyone), dtype=np.intp)]
    while True:
        reach = np.bitwise_or.reduceat(reach.take(steps, axis=1), begins, axis=1) if len(everyone) else reach
        reach[:, left] = 0
        now = np.bitwise_count(reach).sum(axis=0, dtype=np.intp) - there
        if np.array_equal(now, counts[-1]):
            return np.array(counts)
        counts.append(now)
