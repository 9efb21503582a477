"""Unordered pairs: two ends, the lower one first."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Ends = TypeVar("Ends", bound=np.generic)


def fold(senders: NDArray[Ends], receivers: NDArray[Ends]) -> tuple[NDArray[Ends], NDArray[Ends]]:
    """Leave out the direction of dyads.

    Parameters
    ----------
    senders, receivers : ndarray, shape (m,)
        The ends, as indices or as names.

    Returns
    -------
    tuple of ndarray, shape (m,)
        The lower end of each dyad, and the higher.

    Examples
    --------
    >>> fold(np.array([2, 0]), np.array([1, 3]))
    (array([1, 0]), array([2, 3]))
    """
    return np.minimum(senders, receivers), np.maximum(senders, receivers)


def distinct_pairs(senders: NDArray[np.intp], receivers: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Give each unordered pair once.

    Parameters
    ----------
    senders, receivers : ndarray of int, shape (m,)
        The ends of dyads, in any direction and any number of times.

    Returns
    -------
    tuple of ndarray of int, shape (p,)
        The lower ends, ascending, and the higher.

    Examples
    --------
    >>> distinct_pairs(np.array([1, 0, 2]), np.array([0, 1, 1]))
    (array([0, 1]), array([1, 2]))
    """
    low, high = fold(senders, receivers)
    # One number a pair: to sort numbers takes a fifth of the time that rows of two take.
    ends = int(high.max(initial=0)) + 1
    low, high = np.divmod(np.unique(low * ends + high), ends)
    return low, high
