"""Boxes of symbols with their names: pushed apart until none lies on another, put in rows, centred."""

from collections.abc import Sequence

import numpy as np
from scipy.spatial import KDTree

from stakeholder_graph.views.layout.force_directed import Points

#: The part of a screen of 1440 x 900 that is left for the map.
SCREEN = np.array([1120.0, 680.0])
#: How much of the frame boxes cover: at least the first, so that few stand large, and at most the second.
SPARSE, DENSE = 0.3, 0.6
#: Free space between boxes, across and down.
GAP = np.array([12.0, 9.0])


def spread(centres: Points, sizes: Points, frame: Points | None = None) -> Points:
    """Push boxes apart inside a frame, which grows until all fit.

    Parameters
    ----------
    centres, sizes : ndarray, shape (n, 2)
        The boxes. What the centres say is only who stands where, not how far apart.
    frame : ndarray, shape (2,), optional
        Width and height to begin with; the shape of a screen unless given.

    Returns
    -------
    ndarray, shape (n, 2)
        New centres; boxes are at least `GAP` apart.

    Examples
    --------
    >>> sizes = np.full((2, 2), [80.0, 40.0])
    >>> a, b = spread(np.array([[0.0, 0.0], [1.0, 0.0]]), sizes)
    >>> bool(b[0] - a[0] >= 80 + GAP[0])
    True
    """
    padded = sizes + GAP
    if frame is None:
        covered = padded.prod(axis=1).sum()
        area = np.clip(SCREEN.prod(), covered / DENSE, covered / SPARSE)
        frame = SCREEN * np.sqrt(area / SCREEN.prod())
    frame = np.maximum(frame, padded.max(axis=0))
    extent = np.ptp(centres, axis=0)
    unit = (centres - centres.min(axis=0)) / np.where(extent > 0, extent, 1.0) - 0.5
    unit[:, extent == 0] = 0.0
    placed = unit * (frame - padded.max(axis=0))
    while True:
        placed, free = push_apart(placed, padded, frame)
        if free:
            return placed
        placed, frame = placed * 1.03, frame * 1.03


def push_apart(centres: Points, sizes: Points, frame: Points, rounds: int = 80) -> tuple[Points, bool]:
    """Push overlapping boxes apart the shorter way, inside a frame around (0, 0).

    Parameters
    ----------
    centres, sizes : ndarray, shape (n, 2)
        The boxes.
    frame : ndarray, shape (2,)
        Width and height.
    rounds : int
        How long to try.

    Returns
    -------
    tuple of (ndarray, bool)
        The new centres, and False if some boxes still overlap.

    Examples
    --------
    >>> push_apart(np.array([[0.0, 0.0], [1.0, 0.0]]), np.full((2, 2), 10.0), np.array([50.0, 50.0]))[1]
    True
    """
    centres = centres.copy()
    room = np.maximum((frame - sizes) / 2, 0.0)
    reach = sizes.max(axis=0)
    for _ in range(rounds):
        centres = np.clip(centres, -room, room)
        pairs = KDTree(centres / reach).query_pairs(1.0, p=np.inf, output_type="ndarray")
        a, b = pairs[:, 0], pairs[:, 1]
        apart = centres[b] - centres[a]
        overlap = (sizes[a] + sizes[b]) / 2 - np.abs(apart)
        hit = (overlap > 1e-6).all(axis=1)
        if not hit.any():
            return centres, True
        a, b, apart, overlap = a[hit], b[hit], apart[hit], overlap[hit]
        axis = np.argmin(overlap / frame, axis=1)
        index = np.arange(len(a))
        way = np.where(apart[index, axis] >= 0, 1.0, -1.0)
        step = np.zeros_like(apart)
        step[index, axis] = way * (overlap[index, axis] * 0.5 + 0.01) * 0.7
        np.add.at(centres, b, step)
        np.add.at(centres, a, -step)
    return centres, False


def rows(sizes: Points, width: float) -> Points:
    """Put boxes side by side in centred rows.

    Parameters
    ----------
    sizes : ndarray, shape (n, 2)
        The boxes.
    width : float
        No row is wider, unless one box is.

    Returns
    -------
    ndarray, shape (n, 2)
        Centres, from 0 downwards.

    Examples
    --------
    >>> rows(np.full((3, 2), [80.0, 40.0]), 200)[:, 1].tolist()
    [20.0, 20.0, 69.0]
    """
    in_rows: list[list[int]] = [[]]
    taken = 0.0
    for k, wide in enumerate((sizes[:, 0] + GAP[0]).tolist()):
        if in_rows[-1] and taken + wide > width:
            in_rows.append([])
            taken = 0.0
        in_rows[-1].append(k)
        taken += wide
    centres = np.zeros((len(sizes), 2))
    top = 0.0
    for row in in_rows:
        ends = np.cumsum(sizes[row, 0] + GAP[0])
        centres[row, 0] = ends - (sizes[row, 0] + GAP[0]) / 2 - ends[-1] / 2
        centres[row, 1] = top + sizes[row, 1] / 2
        top += sizes[row, 1].max() + GAP[1]
    return centres


def rows_as_they_stand(centres: Points, sizes: Points, width: float) -> Points:
    """Put boxes side by side in rows, in each of which they keep to the side on which they stand.

    Parameters
    ----------
    centres, sizes : ndarray, shape (n, 2)
        The boxes. Who stands high is in an upper row, who stands left is on the left of it.
    width : float
        About how wide rows are; every second one stands a little to the right, so that fewer lines run through names.

    Returns
    -------
    ndarray, shape (n, 2)
        Centres in centred rows, from 0 downwards; boxes are at least `GAP` apart.

    Examples
    --------
    >>> rows_as_they_stand(np.array([[9.0, 0.0], [0.0, 1.0], [0.0, 9.0]]), np.full((3, 2), [80.0, 40.0]), 150).tolist()
    [[46.0, 20.0], [-46.0, 20.0], [12.0, 69.0]]
    """
    padded = sizes + GAP
    count = int(np.clip(np.rint(padded[:, 0].sum() / max(width, padded[:, 0].max())), 1, len(sizes)))
    placed = np.zeros_like(sizes)
    top = 0.0
    for k, row in enumerate(np.array_split(np.argsort(centres[:, 1], kind="stable"), count)):
        row = row[np.argsort(centres[row, 0], kind="stable")]
        ends = np.cumsum(padded[row, 0])
        placed[row, 0] = ends - padded[row, 0] / 2 - ends[-1] / 2 + (k % 2) * GAP[0]
        placed[row, 1] = top + sizes[row, 1] / 2
        top += padded[row, 1].max()
    return placed


def centred(centres: Points, sizes: Points) -> Points:
    """Move boxes so that the middle of them all is (0, 0), rounded to tenths of a pixel.

    Parameters
    ----------
    centres, sizes : ndarray, shape (n, 2)
        The boxes.

    Examples
    --------
    >>> centred(np.array([[10.0, 10.0], [30.0, 10.0]]), np.full((2, 2), 4.0)).tolist()
    [[-10.0, 0.0], [10.0, 0.0]]
    """
    if not len(centres):
        return centres
    low, high = (centres - sizes / 2).min(axis=0), (centres + sizes / 2).max(axis=0)
    return np.asarray(np.round(centres - (low + high) / 2, 1))


def nearest_distance(points: Sequence[tuple[float, float]]) -> float:
    """How far apart the two nearest of at least two points are.

    Parameters
    ----------
    points : sequence of tuple of float
        At least two.

    Examples
    --------
    >>> nearest_distance([(0, 0), (3, 4), (10, 10)])
    5.0
    """
    at = np.array(points, dtype=float)
    return float(np.min(np.asarray(KDTree(at).query(at, k=2)[0])[:, 1]))
