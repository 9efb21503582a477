"""Groups of a large network on a ring: circles as large as groups have members, and the members beside them.

On a ring no line between two circles runs through a third. Members stand outside, so that a group that is opened covers
no other; its circle then stands for those that are counted only.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np

from stakeholder_graph.views.layout.force_directed import Points
from stakeholder_graph.views.layout.frame import Frame, overlap
from stakeholder_graph.views.layout.positions import NAME_WIDTH, Position
from stakeholder_graph.views.layout.sector_layout import in_neighborly_order

#: The ring is so many times wider than high, as a screen is; the circle of the largest group has radius 1.
WIDER, STEP = 1.7, 1.08
#: The ring grows at most so many times, and is gone round in so many steps.
GROWTHS, TURN = 40, 360
#: No radius is less, so that a group of few is seen; its area then says too much, which the map says in words.
LEAST = 0.07
#: The map on a screen, and the title of a group there, in pixels.
SCREEN, TITLE = (1100.0, 590.0), (180.0, 90.0)
#: How far a symbol reaches from its middle, in radii: the corners of a triangle farther than a circle.
SYMBOL = 1.15
#: The largest circle by the lesser side of the largest block of members.
CIRCLE = 0.25
#: Free space around blocks of members.
GAP = 60.0


@dataclass(frozen=True, slots=True)
class GroupPlace:
    """Where a group stands.

    Parameters
    ----------
    x, y, radius : float
        Its circle.
    members_x, members_y : float
        The middle of the block of its members.
    """

    x: float
    y: float
    radius: float
    members_x: float
    members_y: float


def drawn_larger_below(sizes: Sequence[int]) -> int:
    """Of fewer members than this a group is drawn larger than its share; 0 where none is so small.

    Parameters
    ----------
    sizes : sequence of int
        How many members each has.

    Examples
    --------
    >>> drawn_larger_below([1000, 400, 3]), drawn_larger_below([1000, 400, 5])
    (5, 0)
    """
    least = ceil(LEAST**2 * max(sizes, default=0))
    return least if any(size < least for size in sizes) else 0


def beside_circles(
    where: Mapping[str, Position], group_of: Mapping[str, int], sizes: Sequence[int], shared: Points
) -> tuple[list[GroupPlace], dict[str, tuple[float, float]]]:
    """Put groups on a ring, and beside their circles those members that stand by themselves.

    Parameters
    ----------
    where : mapping of str to Position
        As these are arranged by group; every group has some.
    group_of : mapping of str to int
        The group of each.
    sizes, shared
        As `ring_of_groups` takes them.

    Returns
    -------
    tuple of (list of GroupPlace, dict of str to (float, float))
        Where groups stand, and the middle of the symbol of each organization.

    Examples
    --------
    >>> at = {"a": Position(0, 0, 0, 0, ("a",), 8.0), "b": Position(0, 0, 50, 0, ("b",), 8.0)}
    >>> (group,), places = beside_circles(at, {"a": 0, "b": 0}, [9], np.zeros((1, 1)))
    >>> group.x < places["a"][0] < places["b"][0]
    True
    """
    lows, extents = [], []
    for k in range(len(sizes)):
        at = np.array([(p.sector_x, p.sector_y) for name, p in where.items() if group_of[name] == k])
        lows.append(at.min(axis=0))
        extents.append(np.ptp(at, axis=0))
    ring = ring_of_groups(sizes, shared, np.array(extents) + NAME_WIDTH)
    places = {}
    for name, position in where.items():
        k = group_of[name]
        low, extent, group = lows[k], extents[k], ring[k]
        x = position.sector_x - low[0] - extent[0] / 2 + group.members_x
        y = position.sector_y - low[1] - extent[1] / 2 + group.members_y
        places[name] = (round(float(x), 1), round(float(y), 1))
    return ring, places


def ring_of_groups(sizes: Sequence[int], shared: Points, blocks: Points) -> list[GroupPlace]:
    """Put groups on a ring, next to each other those that share many connections.

    Parameters
    ----------
    sizes : sequence of int
        How many members each has: areas of circles follow them.
    shared : ndarray, shape (groups, groups)
        How many connections each two share.
    blocks : ndarray, shape (groups, 2)
        Width and height of the block in which its members stand.

    Returns
    -------
    list of GroupPlace
        Around (0, 0), y downwards. No circle overlaps another, nor does any block.

    Examples
    --------
    >>> a, b = ring_of_groups([400, 100], np.zeros((2, 2)), np.full((2, 2), [200.0, 100.0]))
    >>> (a.radius, b.radius), a.x < b.x
    ((25.0, 12.5), True)
    """
    order = in_neighborly_order(np.array(shared, dtype=float))
    radii = np.maximum(np.sqrt(np.array(sizes) / max(1, *sizes)), LEAST)
    centres = _on_ring(radii, order)
    lesser = blocks[int(np.argmax(blocks.prod(axis=1)))].min()
    unit = CIRCLE * float(lesser)
    middles = _outside(centres * unit, radii * unit, blocks)
    return [
        GroupPlace(*(round(float(value), 1) for value in (x, y, radius, *middle)))
        for (x, y), radius, middle in zip(centres * unit, radii * unit, middles, strict=True)
    ]


def _on_ring(radii: Points, order: Sequence[int]) -> Points:
    """Centres on the smallest ring on which no circle with its title lies on another, as far as titles fit at all."""
    if len(radii) == 1:
        return np.zeros((1, 2))
    height = 1.0
    for _ in range(GROWTHS):
        centres = _one_after_another(radii, order, height)
        if centres is not None:
            return centres
        height *= STEP
    centres = np.zeros((len(radii), 2))
    centres[list(order)] = height * _ring_points(2 * np.pi * np.arange(len(radii)) / len(radii))
    return centres


def _one_after_another(radii: Points, order: Sequence[int], height: float) -> Points | None:
    """Each group as soon after the last as it has room, and then all as far apart as the ring allows."""
    pixel = max(2 * (WIDER * height + SYMBOL) / SCREEN[0], 2 * (height + SYMBOL) / (SCREEN[1] - TITLE[1]))
    wide = np.maximum(2 * SYMBOL * radii, TITLE[0] * pixel)

    def frame(k: int, x: float, y: float) -> Frame:
        high = 2 * SYMBOL * radii[k] + TITLE[1] * pixel
        return (x - wide[k] / 2, y - SYMBOL * radii[k], float(wide[k]), float(high))

    def free(angles: Sequence[float]) -> bool:
        frames = [
            frame(k, *at) for k, at in zip(order, (height * _ring_points(np.array(angles))).tolist(), strict=False)
        ]
        return not any(overlap(a, b) for n, a in enumerate(frames) for b in frames[:n])

    angles: list[float] = []
    for angle in np.linspace(0, 2 * np.pi, TURN, endpoint=False).tolist():
        if len(angles) < len(order) and free([*angles, angle]):
            angles.append(angle)
    if len(angles) < len(order):
        return None
    even = (np.array(angles) * 2 * np.pi * (len(order) - 1) / len(order) / angles[-1]).tolist()
    centres = np.zeros((len(radii), 2))
    centres[list(order)] = height * _ring_points(np.array(even if free(even) else angles))
    return centres


def _ring_points(angles: Points) -> Points:
    """Points of a ring of height 1, from the left clockwise; its corners are rounder than those of a screen."""
    sides = np.column_stack([-np.cos(angles), -np.sin(angles)])
    return np.asarray(np.sign(sides) * np.sqrt(np.abs(sides)) * [WIDER, 1.0])


def _outside(centres: Points, radii: Points, blocks: Points) -> Points:
    """Middles of blocks, each as near to its circle as it can stand outside of the ring, on nothing else."""
    taken: list[Frame] = [
        (x - r, y - r, 2 * r, 2 * r) for (x, y), r in zip(centres.tolist(), radii.tolist(), strict=True)
    ]
    middles = np.zeros_like(centres)
    for k in np.argsort(-blocks.prod(axis=1), kind="stable").tolist():
        length = float(np.linalg.norm(centres[k]))
        out = centres[k] / length if length else np.array([1.0, 0.0])
        wide, high = blocks[k] + GAP
        distance = float(radii[k])
        while True:
            x, y = (centres[k] + distance * out).tolist()
            frame = (x - wide / 2, y - high / 2, wide, high)
            if not any(overlap(frame, other) for other in taken):
                break
            distance += GAP
        taken.append(frame)
        middles[k] = x, y
    return middles
