"""The mixing matrix: ties counted by the sectors of their ends."""

import numpy as np
from numpy.typing import NDArray

#: Ties counted at a time when there are many labellings: as many as stay in the cache.
CACHED = 100_000


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
