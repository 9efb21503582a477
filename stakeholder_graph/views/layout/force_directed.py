"""A force-directed layout that stays fast where there are thousands of organizations.

Tied organizations pull each other and all push each other [1]_, while what moves in a round cools down. Pushes are
reckoned pair by pair inside a cell; another cell pushes as a whole, from its middle [2]_.

References
----------
.. [1] T. M. J. Fruchterman and E. M. Reingold (1991), "Graph Drawing by Force-directed Placement", Software:
   Practice and Experience 21(11), 1129-1164.
.. [2] J. Barnes and P. Hut (1986), "A hierarchical O(N log N) force-calculation algorithm", Nature 324, 446-449.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

Points = NDArray[np.float64]
Indices = NDArray[np.intp]

#: The distance at which a tie and a push balance, over what an even spread would give.
APART = 1.6
#: Nothing is nearer than this when a push is reckoned.
NEAREST = 0.01
#: Pushes that are reckoned in one go.
AT_ONCE = 1 << 15


def draw_together(start: Points, pairs: Indices, pull: Points, cells: Sequence[Indices], rounds: int) -> Points:
    """Move points until those that are tied are near each other.

    Parameters
    ----------
    start : ndarray, shape (n, 2)
        Where they stand at first, about 1 from the middle.
    pairs : ndarray of int, shape (m, 2)
        Tied ones, each pair once.
    pull : ndarray, shape (m,)
        How strongly each pair is tied.
    cells : sequence of ndarray of int
        Each point in one of them; one cell with all makes the pushes exact.
    rounds : int
        How often all move.

    Returns
    -------
    ndarray, shape (n, 2)

    Examples
    --------
    >>> corners = np.array([[0.0, 0.0], [1.0, 0.1], [0.0, 1.0]])
    >>> moved = draw_together(corners, np.array([[0, 1]]), np.ones(1), [np.arange(3)], 50)
    >>> bool(np.linalg.norm(moved[0] - moved[1]) < np.linalg.norm(moved[0] - moved[2]))
    True
    """
    n = len(start)
    apart = APART / np.sqrt(n)
    ends = np.concatenate([pairs, pairs[:, ::-1]])
    tied = csr_array((np.tile(pull, 2), (ends[:, 0], ends[:, 1])), shape=(n, n))
    points = start.astype(np.float64)
    heat = 0.1 * float(np.ptp(start, axis=0).max())
    for left in range(rounds, 0, -1):
        move = pushes(points, cells) * apart**2 + _pulls(points, tied) / apart
        length = np.maximum(np.linalg.norm(move, axis=1, keepdims=True), NEAREST)
        points = points + move * (heat * left / rounds / length)
    return points


def _pulls(points: Points, tied: csr_array) -> Points:
    """Towards each partner, with the strength of the tie times the square of the distance."""
    senders = np.repeat(np.arange(len(points)), np.diff(tied.indptr))
    way = points[tied.indices] - points[senders]
    force = way * (tied.data * np.linalg.norm(way, axis=1))[:, None]
    return np.column_stack([np.bincount(senders, force[:, k], len(points)) for k in range(2)])


def pushes(points: Points, cells: Sequence[Indices]) -> Points:
    """Push each point away from those of its own cell and from the middles of other cells, by their sizes.

    Parameters
    ----------
    points : ndarray, shape (n, 2)
        Where they stand.
    cells : sequence of ndarray of int
        Each point in one of them.

    Returns
    -------
    ndarray, shape (n, 2)
        Directions, each push as long as 1 over the distance.

    Examples
    --------
    >>> apart = pushes(np.array([[0.0, 0.0], [1.0, 0.0]]), [np.array([0, 1])])
    >>> apart.tolist()
    [[-1.0, 0.0], [1.0, 0.0]]
    """
    middles = np.array([points[cell].mean(axis=0) for cell in cells])
    counts = np.array([len(cell) for cell in cells], dtype=np.float64)
    pushed = _away(points, middles, counts)
    for k, cell in enumerate(cells):
        pushed[cell] += _away(points[cell], points[cell], np.ones(len(cell)))
        pushed[cell] -= _away(points[cell], middles[k : k + 1], counts[k : k + 1])
    return pushed


def _away(points: Points, others: Points, counts: Points) -> Points:
    away = np.empty_like(points)
    across, down = np.ascontiguousarray(others.T)
    # So few at a time that what is computed of them stays near the processor.
    at_once = max(1, AT_ONCE // max(len(others), 1))
    for begin in range(0, len(points), at_once):
        x, y = (points[begin : begin + at_once, k, None] - other for k, other in enumerate((across, down)))
        strength = x * x
        strength += y * y
        np.maximum(strength, NEAREST**2, out=strength)
        np.divide(counts, strength, out=strength)
        x *= strength
        y *= strength
        away[begin : begin + at_once, 0] = x.sum(axis=1)
        away[begin : begin + at_once, 1] = y.sum(axis=1)
    return away
