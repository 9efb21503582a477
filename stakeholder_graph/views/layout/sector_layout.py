"""Arranged by sector: a block for each, neighbours being those that share many ties."""

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_array

from stakeholder_graph.views.layout.boxes import GAP, SCREEN, centred, rows, rows_as_they_stand
from stakeholder_graph.views.layout.force_directed import Indices, Points

#: How much of a block boxes cover: of these the one that leaves all largest on a screen.
COVERED = (0.6, 0.68, 0.76, 0.84, 0.92, 1.0)
#: Free space between blocks, across and down, where a title finds room.
BETWEEN = np.array([40.0, 76.0])


def arrange_by_sector(centres: Points, sizes: Points, block: Indices, ties: Indices) -> Points:
    """Arrange organizations so that those of one sector stand together.

    Parameters
    ----------
    centres, sizes : ndarray, shape (n, 2)
        The boxes as arranged by ties: inside its block each keeps to the side of its partners. Without any ties
        they stand in rows.
    block : ndarray of int, shape (n,)
        The block of each organization, from 0 on.
    ties : ndarray of int, shape (m, 2)
        Unordered pairs.

    Returns
    -------
    ndarray, shape (n, 2)
        Centres of the boxes around (0, 0), y downwards. No box overlaps another and no two blocks do.

    Examples
    --------
    >>> sizes = np.full((4, 2), [80.0, 40.0])
    >>> x = arrange_by_sector(np.zeros((4, 2)), sizes, np.array([0, 1, 0, 1]), np.array([[0, 1]]))[:, 0]
    >>> bool(x[[0, 2]].max() < x[[1, 3]].min())
    True
    """
    if not len(sizes):
        return np.zeros((0, 2))
    count = int(block.max()) + 1
    members = [np.flatnonzero(block == k) for k in range(count)]
    order = in_neighborly_order(_shared_ties(block, ties, count))
    tries = [_arranged(centres, sizes, members, order, covered, tied=len(ties) > 0) for covered in COVERED]
    return max(tries, key=lambda placed: _fits(placed, sizes))


def _arranged(
    centres: Points, sizes: Points, members: Sequence[Indices], order: Sequence[int], covered: float, *, tied: bool
) -> Points:
    padded = sizes + GAP
    areas = np.array([padded[group].prod(axis=1).sum() for group in members]) / covered
    placed = np.zeros_like(sizes)
    floor = 0.0
    width = np.sqrt(areas.sum() * SCREEN[0] / SCREEN[1])
    for k, row in enumerate(_in_rows(order, areas, width)):
        height = areas[row].sum() / width
        right = ceiling = 0.0
        for sector in row[:: -1 if k % 2 else 1]:  # to and fro, so that the end of a row is near the next one's start
            group = members[sector]
            wide = areas[sector] / height
            inside = rows_as_they_stand(centres[group], sizes[group], wide) if tied else rows(sizes[group], wide)
            low = (inside - sizes[group] / 2).min(axis=0)
            high = (inside + sizes[group] / 2).max(axis=0)
            placed[group] = inside - low + [right, floor]
            right += high[0] - low[0] + BETWEEN[0]
            ceiling = max(ceiling, high[1] - low[1])
        whole = np.concatenate([members[sector] for sector in row])
        placed[whole, 0] -= (right - BETWEEN[0]) / 2
        floor += ceiling + BETWEEN[1]
    return centred(placed, sizes)


def _fits(placed: Points, sizes: Points) -> float:
    """How large all can be drawn on a screen."""
    extent = np.ptp(np.vstack([placed - sizes / 2, placed + sizes / 2]), axis=0)
    return float(np.min(SCREEN / extent))


def _shared_ties(block: Indices, ties: Indices, count: int) -> Points:
    """The number of ties between each two blocks."""
    a, b = block[ties[:, 0]], block[ties[:, 1]]
    ones = np.ones(len(ties))
    counted = csr_array((ones, (a, b)), shape=(count, count)).toarray()
    return np.asarray(counted + counted.T)


def in_neighborly_order(shared: Points) -> list[int]:
    """Put blocks in an order in which neighbours share many ties.

    Parameters
    ----------
    shared : ndarray, shape (blocks, blocks)
        How many ties each two share; its diagonal is set to 0.

    Returns
    -------
    list of int
        From the one that shares the most.

    Examples
    --------
    >>> in_neighborly_order(np.array([[0.0, 1.0, 0.0], [1.0, 0.0, 5.0], [0.0, 5.0, 0.0]]))
    [1, 2, 0]
    """
    np.fill_diagonal(shared, 0)
    order = [int(np.argmax(shared.sum(axis=1)))]
    left = [k for k in range(len(shared)) if k != order[0]]
    while left:
        order.append(left.pop(int(np.argmax(shared[order[-1], left]))))
    return order


def _in_rows(order: Sequence[int], areas: Points, width: float) -> list[list[int]]:
    """The order cut into rows of about equal area, as many as make blocks about as wide as high."""
    tall = np.sqrt(areas.mean())
    count = int(np.clip(np.rint(areas.sum() / width / tall), 1, len(order)))
    middles = np.cumsum(areas[order]) - areas[order] / 2
    row = np.minimum((middles / areas.sum() * count).astype(int), count - 1)
    return [[k for k, at in zip(order, row, strict=True) if at == number] for number in np.unique(row)]
