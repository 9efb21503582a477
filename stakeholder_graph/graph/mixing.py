"""The mixing matrix: ties counted by the sectors of their ends."""

import numpy as np
from numpy.typing import NDArray

#: Ties counted at a time when there are many labellings: as many as stay in the cache.
CACHED = 100_000
#: The same where ties within sectors are counted, in one byte each; how many labellings stand side by side; and the
#: most ties that a count of two bytes holds.
CACHED_BYTES, SIDE_BY_SIDE, COUNTED = 200_000, 1_000, 65_535


def mixing_of(
    labels: NDArray[np.intp],
    edge_index: tuple[NDArray[np.intp], NDArray[np.intp]],
    sectors: int,
    *,
    directed: bool,
) -> NDArray[np.intp]:
    """Count ties by the labels of their ends.

    Parameters
    ----------
    labels : ndarray of int, shape (..., n)
        One labelling, or many.
    edge_index : pair of ndarray of int, shape (m,)
        The ties.
    sectors : int
        Number of labels S.
    directed : bool
        If False the lower label stands first, so that the lower triangle is 0.

    Returns
    -------
    ndarray of int, shape (..., S, S)

    Examples
    --------
    >>> mixing_of(np.array([0, 0, 1]), (np.array([0, 2]), np.array([1, 1])), 2, directed=True)
    array([[1, 0],
           [1, 0]])
    """
    senders, receivers = edge_index
    flat, cells = labels.reshape(-1, labels.shape[-1]), sectors * sectors
    counts = np.empty((len(flat), cells), dtype=np.intp)
    size = max(1, CACHED // max(len(senders), 1))
    for start in range(0, len(flat), size):
        # One column for each labelling, so that a tie reads a row that is contiguous in memory.
        batch = np.ascontiguousarray(flat[start : start + size].T)
        first = np.arange(batch.shape[1]) * cells
        codes = np.take(batch * sectors + first, senders, axis=0, mode="clip")
        codes += np.take(batch, receivers, axis=0, mode="clip")
        tally = np.bincount(codes.ravel(), minlength=len(first) * cells)
        counts[start : start + size] = tally.reshape(-1, cells)
    mixing = counts.reshape(*labels.shape[:-1], sectors, sectors)
    if directed:
        return mixing
    return np.triu(mixing) + np.triu(np.swapaxes(mixing, -1, -2), 1)


def inside_and_across(
    labels: NDArray[np.intp], edge_index: tuple[NDArray[np.intp], NDArray[np.intp]]
) -> NDArray[np.intp]:
    """Count ties within sectors and across, where it does not matter which: many times faster than `mixing_of`.

    Parameters
    ----------
    labels, edge_index
        As of `mixing_of`.

    Returns
    -------
    ndarray of int, shape (..., 2, 2)
        A mixing matrix with the same trace and the same sum: ties within in its first cell, ties across in its second.

    Examples
    --------
    >>> inside_and_across(np.array([0, 0, 1]), (np.array([0, 2]), np.array([1, 1])))
    array([[1, 1],
           [0, 0]])
    """
    senders, receivers = edge_index
    flat = labels.reshape(-1, labels.shape[-1])
    counts = np.zeros((len(flat), 2, 2), dtype=np.intp)
    small = np.min_scalar_type(int(labels.max(initial=0)))
    for start in range(0, len(flat), SIDE_BY_SIDE):
        # One column for each labelling, so that many are compared at once.
        batch = np.ascontiguousarray(flat[start : start + SIDE_BY_SIDE].T, dtype=small)
        inside = counts[start : start + SIDE_BY_SIDE, 0, 0]
        size = min(COUNTED, max(1, CACHED_BYTES // batch.shape[1]))
        for tie in range(0, len(senders), size):
            ends = (np.take(batch, side[tie : tie + size], axis=0, mode="clip") for side in (senders, receivers))
            inside += np.equal(*ends).sum(axis=0, dtype=np.uint16)
    counts[:, 0, 1] = len(senders) - counts[:, 0, 0]
    return counts.reshape(*labels.shape[:-1], 2, 2)
