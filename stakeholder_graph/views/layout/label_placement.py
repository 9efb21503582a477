"""Where names stand: beside their symbols, or further off with a line that leads to them, and never on another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.views.layout.frame import Frame

#: The ends of a straight line: x and y of one, x and y of the other.
Segment = tuple[float, float, float, float]
#: Left, top, right and bottom.
Edges = tuple[float, float, float, float]
#: Directions in which a position is tried, the first below the symbol.
DIRECTIONS = 16
#: How far off a name may stand, in tries.
TRIES = 6
#: Free space around a name, in heights of a line; how much further off each further try is.
FREE, STEP = 0.15, 0.7
#: A line that runs behind a name is as bad as standing so many tries further off.
BEHIND = 0.8
#: Positions times what they may meet that are looked at in one go.
CELLS = 1 << 18


@dataclass(frozen=True, slots=True)
class Label:
    """A name to place: whose, its symbol's middle and reach, its own width and height, and the height of one line."""

    number: int
    x: float
    y: float
    reach: float
    wide: float
    high: float
    line: float


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """Where a name stands: the middle of its upper edge; `led` if a line should lead there."""

    number: int
    x: float
    top: float
    led: bool = False


def place_labels(
    labels: Sequence[Label],
    frame: Frame,
    taken: Sequence[Frame],
    lines: Sequence[Segment],
    tries: int = TRIES,
    behind: float = BEHIND,
) -> tuple[PlacedLabel, ...]:
    """Find a position for each name, the first first.

    Parameters
    ----------
    labels : sequence of Label
        In the order of their importance.
    frame : tuple of float
        No name reaches beyond.
    taken : sequence of tuple of float
        Where no name may stand: the symbols that it may not cover.
    lines : sequence of tuple of float
        Lines of the drawing, which names avoid where they can.
    behind : float
        How much worse a name stands for each line that runs behind it, in tries.
    tries : int
        How far off a name may stand; with one it stands beside its symbol or nowhere.

    Returns
    -------
    tuple of PlacedLabel
        By number. Names without room have none.

    Examples
    --------
    >>> label = Label(0, 50, 50, 5, 30, 10, 10)
    >>> place_labels([label], (0, 0, 100, 100), [(45, 45, 10, 10)], [])
    (PlacedLabel(number=0, x=50.0, top=56.5, led=False),)
    >>> place_labels([label], (0, 0, 20, 20), [], [])
    ()
    """
    where = np.array([(label.x, label.y, label.reach, label.wide, label.high, label.line) for label in labels])
    where = where.reshape(-1, 6)
    directions, far = _directions(tries)
    symbols, ends = np.array(taken, dtype=float).reshape(-1, 4), np.array(lines, dtype=float).reshape(-1, 4)
    at_once = max(1, CELLS // (len(far) * max(len(symbols), len(ends), 1)))
    names: list[Edges] = []
    placed = []
    for begin in range(0, len(labels), at_once):
        batch = where[begin : begin + at_once]
        boxes = _candidates(batch, directions)
        free = _within(boxes, frame) & ~_on_any(boxes, symbols, FREE * batch[:, 5])
        cost = np.full(free.shape, np.inf)
        cost[free] = far[np.nonzero(free)[1]] + behind * _behind(boxes[free], ends)
        best = np.argsort(cost, axis=1, kind="stable")
        n_free = free.sum(axis=1).tolist()
        for k, label in enumerate(labels[begin : begin + at_once]):
            for at in best[k, : n_free[k]].tolist():
                left, top, wide, high = boxes[k, at].tolist()
                name = (left, top, left + wide, top + high)
                # Only names that were placed before may still be in the way.
                if not _on_any_name(name, names, FREE * label.line):
                    names.append(name)
                    led = bool(far[at] >= 1)
                    placed.append(PlacedLabel(label.number, round(left + label.wide / 2, 1), round(top, 1), led))
                    break
    return tuple(sorted(placed, key=lambda label: label.number))


@cache
def _directions(tries: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Of the positions around a symbol, nearer ones first: across, down and ring; and how far off, in tries."""
    ring, turn = np.divmod(np.arange(tries * DIRECTIONS), DIRECTIONS)
    angle = np.pi / 2 + 2 * np.pi * turn / DIRECTIONS
    across, down = np.cos(angle).round(12), np.sin(angle).round(12)
    # Below is where one looks first, then above.
    return np.stack([across, down, ring]), ring + 0.3 * (1 - np.abs(down)) + 0.1 * (down < 0)


def _candidates(where: NDArray[np.float64], directions: NDArray[np.float64]) -> NDArray[np.float64]:
    """The boxes around each symbol, shape (labels, positions, 4)."""
    x, y, reach, wide, high, line = where.T[:, :, None]
    across, down, ring = directions
    off = reach + FREE * line + STEP * line * ring
    boxes = np.empty((*off.shape, 4))
    boxes[..., 0] = x + across * (off + wide / 2) - wide / 2
    boxes[..., 1] = y + down * (off + high / 2) - high / 2
    boxes[..., 2], boxes[..., 3] = wide, high
    return boxes


def _within(boxes: NDArray[np.float64], frame: Frame) -> NDArray[np.bool_]:
    begin, size = np.array(frame[:2]), np.array(frame[2:])
    inside = (boxes[..., :2] >= begin) & (boxes[..., :2] + boxes[..., 2:] <= begin + size)
    return np.asarray(inside[..., 0] & inside[..., 1])


def _on_any(boxes: NDArray[np.float64], taken: NDArray[np.float64], free: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Whether boxes of labels, shape (labels, positions, 4), are on any that is taken, or above or below too near."""
    meets: NDArray[np.bool_] = np.ones((*boxes.shape[:2], len(taken)), dtype=bool)
    for k in (0, 1):
        room = free[:, None, None] * k
        begin, end = boxes[:, :, None, k], boxes[:, :, None, k] + boxes[:, :, None, k + 2]
        meets &= begin < taken[:, k] + taken[:, k + 2] + room
        meets &= taken[:, k] < end + room
    return np.asarray(meets.any(axis=2))


def _on_any_name(name: Edges, others: Iterable[Edges], free: float) -> bool:
    left, top, right, bottom = name
    return any(
        left < other[2] and other[0] < right and top < other[3] + free and other[1] < bottom + free for other in others
    )


def _behind(boxes: NDArray[np.float64], ends: NDArray[np.float64]) -> NDArray[np.float64]:
    """How many lines run behind each box, by clipping them at its edges."""
    enter, leave = np.zeros((len(boxes), len(ends))), np.ones((len(boxes), len(ends)))
    for k in (0, 1):
        start, along = ends[:, k], ends[:, k + 2] - ends[:, k]
        along = np.where(along == 0, 1e-9, along)
        low, high = (boxes[:, None, k] - start) / along, (boxes[:, None, k] + boxes[:, None, k + 2] - start) / along
        enter, leave = np.maximum(enter, np.minimum(low, high)), np.minimum(leave, np.maximum(low, high))
    crossed: NDArray[np.float64] = (enter < leave).sum(axis=1).astype(float)
    return crossed
