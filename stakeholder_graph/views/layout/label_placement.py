"""Where names stand: beside their symbols, or further off with a line that leads to them, and never on another."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.views.layout.frame import Frame

#: The ends of a straight line: x and y of one, x and y of the other.
Segment = tuple[float, float, float, float]
#: Directions in which a position is tried, the first below the symbol.
DIRECTIONS = 16
#: How far off a name may stand, in tries.
TRIES = 6
#: Free space around a name, in heights of a line; how much further off each further try is.
FREE, STEP = 0.15, 0.7
#: A line that runs behind a name is as bad as standing so many tries further off.
BEHIND = 0.8


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
    boxes = [tuple(map(float, box)) for box in taken]
    ends = np.array(lines, dtype=float).reshape(-1, 4)
    placed = []
    for label in labels:
        left, top, far = _candidates(label, tries)
        box = np.column_stack([left, top, np.full_like(left, label.wide), np.full_like(left, label.high)])
        free = (left >= frame[0]) & (left + label.wide <= frame[0] + frame[2])
        free &= (top >= frame[1]) & (top + label.high <= frame[1] + frame[3])
        if boxes:
            free &= ~_on_any(box, np.array(boxes), FREE * label.line)
        if not free.any():
            continue
        cost = np.where(free, far + behind * _behind(box, ends), np.inf)
        best = int(np.argmin(cost))
        boxes.append(tuple(map(float, box[best])))
        middle = round(float(left[best] + label.wide / 2), 1)
        placed.append(PlacedLabel(label.number, middle, round(float(top[best]), 1), bool(far[best] >= 1)))
    return tuple(sorted(placed, key=lambda label: label.number))


def _candidates(label: Label, tries: int) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Left and top of the positions around a symbol, nearer ones first, and how far off they are, in tries."""
    ring, turn = np.divmod(np.arange(tries * DIRECTIONS), DIRECTIONS)
    angle = np.pi / 2 + 2 * np.pi * turn / DIRECTIONS
    off = label.reach + FREE * label.line + STEP * label.line * ring
    across, down = np.cos(angle).round(12), np.sin(angle).round(12)
    x = label.x + across * (off + label.wide / 2)
    y = label.y + down * (off + label.high / 2)
    # Below is where one looks first, then above.
    return x - label.wide / 2, y - label.high / 2, ring + 0.3 * (1 - np.abs(down)) + 0.1 * (down < 0)


def _on_any(boxes: NDArray[np.float64], taken: NDArray[np.float64], free: float) -> NDArray[np.bool_]:
    meets: NDArray[np.bool_] = np.ones((len(boxes), len(taken)), dtype=bool)
    for k in (0, 1):
        before = boxes[:, None, k] < taken[:, k] + taken[:, k + 2] + free * k
        meets = meets & before & (taken[:, k] < boxes[:, None, k] + boxes[:, None, k + 2] + free * k)
    return np.asarray(meets.any(axis=1))


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
