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
    low, high = np.divmod(distinct_keys(low * ends + high), ends)
    return low, high


def distinct_keys(keys: NDArray[np.intp]) -> NDArray[np.intp]:
    """Sort numbers, and give each of them once.

    Parameters
    ----------
    keys : ndarray of int, shape (m,)
        In any order. `numpy.unique` looks each of them up in a table, which takes several times as long for many.

    Returns
    -------
    ndarray of int, shape (p,)

    Examples
    --------
    >>> distinct_keys(np.array([4, 1, 4]))
    array([1, 4])
    """
    ordered = np.sort(keys)
    return ordered[np.append(True, ordered[1:] != ordered[:-1])] if len(ordered) else ordered


def among_keys(keys: NDArray[np.int64], sorted_keys: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Say which numbers are among others that are sorted already.

    Parameters
    ----------
    keys : ndarray of int, shape (m,)
        Such as a pair's lower end times n plus its higher.
    sorted_keys : ndarray of int, shape (k,)
        Ascending. `numpy.isin` would sort them anew each time.

    Returns
    -------
    ndarray of bool, shape (m,)

    Examples
    --------
    >>> among_keys(np.array([3, 4, 9]), np.array([1, 4])).tolist()
    [False, True, False]
    """
    if not len(sorted_keys):
        return np.zeros(len(keys), dtype=bool)
    place = np.minimum(np.searchsorted(sorted_keys, keys), len(sorted_keys) - 1)
    return np.asarray(sorted_keys[place] == keys)
