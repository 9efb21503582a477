"""Where each organization stands: computed once, the same in every wave and in every edition.

A force-directed layout [1]_ alone piles a dense network up in its middle. Here it starts from a ring of groups,
pulls harder inside them, draws outliers in and spreads the middle out; then the boxes of symbols and names are
pushed apart inside a frame of the shape of a screen, until none lies on another.

References
----------
.. [1] T. M. J. Fruchterman and E. M. Reingold (1991), "Graph Drawing by Force-directed Placement", Software:
   Practice and Experience 21(11), 1129-1164.
"""

from collections.abc import Iterable, Sequence

import networkx as nx
import numpy as np
from scipy.spatial import KDTree

from stakeholder_graph.views.layout.forces import Pairs, Points, draw_together

#: The part of a screen of 1440 x 900 that is left for the map.
SCREEN = np.array([1120.0, 680.0])
#: How much of the frame boxes cover: at least the first, so that few stand large, and at most the second.
SPARSE, DENSE = 0.3, 0.6
#: Free space between boxes, across and down.
GAP = np.array([12.0, 9.0])

#: A tie inside a group pulls that much harder than one between groups.
INSIDE = 4.0
#: More than these push each other by cells of at most so many.
CROWD, CELL = 600, 300
#: Power of the distance from the middle: below 1, outliers come closer.
PULL = 0.75
#: How much of each coordinate is its rank: 1 would spread all evenly.
EVEN = 0.55


def arrange(ties: Pairs, sizes: Points, *, seed: int = 0) -> Points:
    """Arrange organizations so that those who are tied stand together.

    Parameters
    ----------
    ties : ndarray of int, shape (m, 2)
        Unordered pairs; one given several times pulls that much more.
    sizes : ndarray, shape (n, 2)
        Width and height of the box of each organization.
    seed : int
        Of the search for groups.

    Returns
    -------
    ndarray, shape (n, 2)
        Centres of the boxes around (0, 0), y downwards. No box overlaps another; organizations without ties
        stand in rows of their own below the rest.

    Examples
    --------
    >>> centres = arrange(np.array([[0, 1], [1, 2]]), np.full((4, 2), [80.0, 40.0]))
    >>> bool(centres[3, 1] > centres[:3, 1].max() + 40)
    True
    """
    n = len(sizes)
    centres = np.zeros((n, 2))
    tied = np.zeros(n, dtype=bool)
    tied[ties.ravel()] = True
    if tied.any():
        centres[tied] = _arrange_tied(ties, np.flatnonzero(tied), sizes[tied], seed)
    if not tied.all():
        alone = np.flatnonzero(~tied)
        centres[alone] = rows(sizes[alone], _width(centres[tied], sizes[tied]))
        if tied.any():
            floor = (centres[tied] + sizes[tied] / 2)[:, 1].max()
            ceiling = (centres[alone] - sizes[alone] / 2)[:, 1].min()
            centres[alone, 1] += floor - ceiling + 4 * GAP[1]
    return centred(centres, sizes)


def spread(centres: Points, sizes: Points, frame: Points | None = None) -> Points:
    """Push boxes apart inside a frame, which grows until all fit.

    Parameters
    ----------
    centres, sizes : ndarray, shape (n, 2)
        The boxes. What the centres say is only who stands where, not how far apart.
    frame : ndarray, shape (2,), optional
        Width and height to begin with; the shape of a screen unless told.

    Returns
    -------
    ndarray, shape (n, 2)
        New centres; boxes are at least `GAP` apart.
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
        placed, free = _push(placed, padded, frame)
        if free:
            return placed
        placed, frame = placed * 1.03, frame * 1.03


def _arrange_tied(ties: Pairs, index: Pairs, sizes: Points, seed: int) -> Points:
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(index)))
    pairs, times = np.unique(np.sort(np.searchsorted(index, ties), axis=1), axis=0, return_counts=True)
    graph.add_weighted_edges_from(np.column_stack([pairs, times]).tolist())
    groups = _ring(graph, nx.community.louvain_communities(graph, seed=seed))
    where = np.empty(len(index), dtype=np.intp)
    for k, group in enumerate(groups):
        where[group] = k
    inside = where[pairs[:, 0]] == where[pairs[:, 1]]
    pull = np.log1p(times) * np.where(inside, INSIDE, 1.0)
    points = draw_together(_start(groups), pairs, pull, _cells(groups), rounds=_rounds(len(index)))
    return spread(_evened(points), sizes)


def _rounds(n: int) -> int:
    """More for small networks, where they cost nothing."""
    return int(np.clip(15_000 // n, 50, 150))


def _cells(groups: Sequence[Sequence[int]]) -> list[Pairs]:
    """Organizations that push each other one by one: all of them, or in a large network parts of a group."""
    if sum(len(group) for group in groups) <= CROWD:
        return [np.concatenate([np.array(group, dtype=np.intp) for group in groups])]
    return [np.array(group[at : at + CELL], dtype=np.intp) for group in groups for at in range(0, len(group), CELL)]


def _ring(graph: "nx.Graph[int]", communities: Iterable[set[int]]) -> list[list[int]]:
    """Groups in an order in which neighbours share many ties, the largest first."""
    left = sorted((sorted(group) for group in communities), key=lambda group: (-len(group), group))
    ring = [left.pop(0)]
    while left:
        last = set(ring[-1])
        between = [nx.cut_size(graph, last, group, weight="weight") for group in left]
        ring.append(left.pop(int(np.argmax(between))))
    return ring


def _start(groups: Sequence[Sequence[int]]) -> Points:
    """Each group a small ring, the groups on a large one."""
    total = sum(len(group) for group in groups)
    start = np.zeros((total, 2))
    before = 0
    for group in groups:
        middle = 2 * np.pi * (before + len(group) / 2) / total
        radius = 0.5 * np.sqrt(len(group) / total) if len(groups) > 1 else 1.0
        centre = _on_circle(middle) if len(groups) > 1 else np.zeros(2)
        angles = middle + 2 * np.pi * np.arange(len(group)) / len(group)
        start[group] = centre + radius * _on_circle(angles).T
        before += len(group)
    return start


def _on_circle(angle: float | Points) -> Points:
    return np.array([np.cos(angle), np.sin(angle)])


def _evened(points: Points) -> Points:
    """The same neighbours on more even ground: outliers closer, the middle wider."""
    points = points - np.median(points, axis=0)
    radius = np.linalg.norm(points, axis=1, keepdims=True)
    points = points * np.where(radius > 0, radius, 1.0) ** (PULL - 1)
    # The longer way of the network lies across, as on a screen.
    _, _, axes = np.linalg.svd(points - points.mean(axis=0), full_matrices=False)
    axes *= np.where(axes[:, :1] < 0, -1.0, 1.0)
    points = (points - points.mean(axis=0)) @ axes.T
    points /= np.maximum(np.abs(points).max(axis=0), 1e-12)
    ranks = np.argsort(np.argsort(np.round(points, 9), axis=0, kind="stable"), axis=0)
    even = 2 * (ranks + 0.5) / len(points) - 1
    return np.asarray((1 - EVEN) * points + EVEN * even)


def _push(centres: Points, sizes: Points, frame: Points, rounds: int = 80) -> tuple[Points, bool]:
    """Push overlapping boxes apart the shorter way, inside the frame; False if some still overlap."""
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
        which = np.arange(len(a))
        way = np.where(apart[which, axis] >= 0, 1.0, -1.0)
        step = np.zeros_like(apart)
        step[which, axis] = way * (overlap[which, axis] * 0.5 + 0.01) * 0.7
        np.add.at(centres, b, step)
        np.add.at(centres, a, -step)
    return centres, False


def _width(centres: Points, sizes: Points) -> float:
    if not len(centres):
        return float(SCREEN[0])
    return float(np.ptp(np.vstack([centres - sizes / 2, centres + sizes / 2])[:, 0]))


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
    """
    lines: list[list[int]] = [[]]
    taken = 0.0
    for k, (wide, _) in enumerate(sizes + GAP):
        if lines[-1] and taken + wide > width:
            lines.append([])
            taken = 0.0
        lines[-1].append(k)
        taken += wide
    centres = np.zeros((len(sizes), 2))
    top = 0.0
    for row in lines:
        ends = np.cumsum(sizes[row, 0] + GAP[0])
        centres[row, 0] = ends - (sizes[row, 0] + GAP[0]) / 2 - ends[-1] / 2
        centres[row, 1] = top + sizes[row, 1] / 2
        top += sizes[row, 1].max() + GAP[1]
    return centres


def centred(centres: Points, sizes: Points) -> Points:
    """Move boxes so that the middle of them all is (0, 0), rounded to tenths of a pixel.

    Parameters
    ----------
    centres, sizes : ndarray, shape (n, 2)
        The boxes.
    """
    if not len(centres):
        return centres
    low, high = (centres - sizes / 2).min(axis=0), (centres + sizes / 2).max(axis=0)
    return np.asarray(np.round(centres - (low + high) / 2, 1))
