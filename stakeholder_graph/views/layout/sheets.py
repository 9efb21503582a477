"""A map over one or several sheets that hang side by side, so that every symbol has room for its name."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.views.layout.boxes import GAP, push_apart
from stakeholder_graph.views.layout.force_directed import Points
from stakeholder_graph.views.symbols import Point

#: How much of each coordinate is its rank: paper is filled more evenly than a screen that can be zoomed.
EVEN = 0.75
#: Boxes that would cover more of a sheet than this are not tried: pushed apart, and in rows.
LOOSE, FULL = 0.6, 0.92
#: Rounds of pushing before a sheet counts as too small.
ROUNDS = 240


@dataclass(frozen=True, slots=True)
class MapSheet:
    """Who stands on a sheet, by number, and the middle of each one's box from the sheet's upper left corner."""

    numbers: tuple[int, ...]
    middles: tuple[Point, ...]


def on_sheets(
    points: Sequence[Point],
    sizes: Sequence[tuple[float, float]],
    frame: tuple[float, float],
    count: int,
    *,
    in_rows: bool = False,
) -> tuple[MapSheet, ...] | None:
    """Lay boxes on sheets of one size, from left to right, with none on another.

    Parameters
    ----------
    points : sequence of tuple of float
        Who stands where on the map.
    sizes : sequence of tuple of float
        Width and height of each box.
    frame : tuple of float
        Width and height of a sheet.
    count : int
        Of sheets; each has about as many boxes.
    in_rows : bool
        Whether to put them in rows, which need less room, but only say who stands above whom and left of whom.

    Returns
    -------
    tuple of MapSheet or None
        None where some sheet has no room for its boxes.

    Examples
    --------
    >>> points, sizes = [(0, 0), (1, 0), (2, 0)], [(60, 20)] * 3
    >>> [sheet.numbers for sheet in on_sheets(points, sizes, (150, 50), 2)]
    [(0, 1), (2,)]
    >>> on_sheets(points, sizes, (70, 40), 1) is None
    True
    """
    where, boxes = np.array(points, dtype=float), np.array(sizes, dtype=float) + GAP
    order = np.lexsort((where[:, 1], where[:, 0]))
    sheets = []
    for part in np.array_split(order, count):
        placed = _placed(where[part], boxes[part], np.array(frame, dtype=float), in_rows=in_rows)
        if placed is None:
            return None
        middles = ((float(x), float(y)) for x, y in np.round(placed + np.array(frame) / 2, 1))
        sheets.append(MapSheet(tuple(map(int, part)), tuple(middles)))
    return tuple(sheets)


def _placed(points: Points, boxes: Points, frame: Points, *, in_rows: bool) -> Points | None:
    """The middles of boxes around that of the frame; None if they do not fit."""
    if (boxes.max(axis=0) > frame).any() or boxes.prod(axis=1).sum() > (FULL if in_rows else LOOSE) * frame.prod():
        return None
    if in_rows:
        return _in_rows(points, boxes, frame)
    placed = _even(points) * (frame - boxes.max(axis=0)) / 2
    centres, free = push_apart(placed, boxes, frame, ROUNDS)
    return centres if free else None


def _in_rows(points: Points, boxes: Points, frame: Points) -> Points | None:
    """The same in rows, which take less room: from top to bottom, and in each row from left to right."""
    order = np.argsort(points[:, 1], kind="stable")
    before = np.cumsum(boxes[order, 0]) - boxes[order, 0] / 2
    total = boxes[:, 0].sum()
    for count in range(int(np.ceil(total / frame[0])), len(points) + 1):
        which = np.minimum((before * count / total).astype(int), count - 1)
        rows = [order[which == k] for k in range(count)]
        rows = [row[np.argsort(points[row, 0], kind="stable")] for row in rows if len(row)]
        heights = np.array([boxes[row, 1].max() for row in rows])
        if heights.sum() > frame[1]:
            return None
        if all(boxes[row, 0].sum() <= frame[0] for row in rows):
            return _justified(rows, heights, boxes, frame)
    return None


def _justified(rows: Sequence[NDArray[np.intp]], heights: Points, boxes: Points, frame: Points) -> Points:
    """Rows over the whole height of the frame, and boxes over its whole width, with even space between them."""
    centres = np.zeros((len(boxes), 2))
    free = (frame[1] - heights.sum()) / len(rows)
    top = -frame[1] / 2
    for row, high in zip(rows, heights, strict=True):
        space = (frame[0] - boxes[row, 0].sum()) / len(row)
        ends = np.cumsum(boxes[row, 0] + space)
        centres[row, 0] = ends - (boxes[row, 0] + space) / 2 - frame[0] / 2
        centres[row, 1] = top + free / 2 + boxes[row, 1] / 2
        top += high + free
    return centres


def _even(points: Points) -> Points:
    """The same neighbours, spread over a square from -1 to 1."""
    low, extent = points.min(axis=0), np.ptp(points, axis=0)
    linear = 2 * (points - low) / np.where(extent > 0, extent, 1.0) - 1
    ranks = np.argsort(np.argsort(points, axis=0, kind="stable"), axis=0)
    even = 2 * (ranks + 0.5) / len(points) - 1
    mixed: Points = np.where(extent > 0, (1 - EVEN) * linear + EVEN * even, even)
    return mixed
