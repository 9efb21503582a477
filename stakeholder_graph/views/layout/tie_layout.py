"""Arranged by ties: tied organizations stand together, computed once for all waves and editions.

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

from stakeholder_graph.inference.louvain import louvain_communities
from stakeholder_graph.views.layout.boxes import GAP, SCREEN, centred, rows, spread
from stakeholder_graph.views.layout.force_directed import Indices, Points, draw_together

#: A tie inside a group pulls that much harder than one between groups.
INSIDE = 4.0
#: More than these push each other by cells of at most so many.
CROWD, CELL = 600, 300
#: Power of the distance from the middle: below 1, outliers come closer.
PULL = 0.75
#: How much of each coordinate is its rank: 1 would spread all evenly.
EVEN = 0.55


def arrange_by_ties(ties: Indices, sizes: Points, *, seed: int = 0) -> Points:
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
    >>> centres = arrange_by_ties(np.array([[0, 1], [1, 2]]), np.full((4, 2), [80.0, 40.0]))
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


def _arrange_tied(ties: Indices, index: Indices, sizes: Points, seed: int) -> Points:
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(index)))
    pairs, times = np.unique(np.sort(np.searchsorted(index, ties), axis=1), axis=0, return_counts=True)
    graph.add_weighted_edges_from(np.column_stack([pairs, times]).tolist())
    groups = _ring(graph, louvain_communities(graph, "weight", seed))
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


def _cells(groups: Sequence[Sequence[int]]) -> list[Indices]:
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


def _width(centres: Points, sizes: Points) -> float:
    if not len(centres):
        return float(SCREEN[0])
    return float(np.ptp(np.vstack([centres - sizes / 2, centres + sizes / 2])[:, 0]))
