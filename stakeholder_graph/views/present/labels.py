"""Where names stand: beside their symbols, or further off with a line that leads to them, and never on another."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

#: Left, top, width and height.
Frame = tuple[float, float, float, float]
#: Directions in which a place is tried, the first below the symbol.
DIRECTIONS = 16
#: How far off a name may stand, in tries.
TRIES = 6
#: Free space around a name, in heights of a line; how much further off each further try is.
FREE, STEP = 0.15, 0.7
#: A line that runs behind a name is as bad as standing so many tries further off.
BEHIND = 0.8


@dataclass(frozen=True, slots=True)
class Name:
    """A name that wants a place: whose, its symbol's middle and reach, its own width and height, of which one line."""

    number: int
    x: float
    y: float
    reach: float
    wide: float
    high: float
    line: float


@dataclass(frozen=True, slots=True)
class Spot:
    """The place of a name: the middle of its upper edge; `led` if a line should lead there."""

    number: int
    x: float
    top: float
    led: bool = False


def spots(
    names: Sequence[Name],
    frame: Frame,
    taken: Sequence[Frame],
    ties: NDArray[np.float64],
    tries: int = TRIES,
    behind: float = BEHIND,
) -> tuple[Spot, ...]:
    """Find a place for each name, the first first.

    Parameters
    ----------
    names : sequence of Name
        In the order of their importance.
    frame : tuple of float
        No name reaches beyond.
    taken : sequence of tuple of float
        Where no name may stand: the symbols that it may not cover.
    ties : array of float, shape (lines, 4)
        The ends of lines, which names avoid where they can.
    behind : float
        How much worse a name stands for each line that runs behind it, in tries.
    tries : int
        How far off a name may stand; with one it stands beside its symbol or nowhere.

    Returns
    -------
    tuple of Spot
        By number. Names without room have none.

    Examples
    --------
    >>> one = Name(0, 50, 50, 5, 30, 10, 10)
    >>> spots([one], (0, 0, 100, 100), [(45, 45, 10, 10)], np.empty((0, 4)))
    (Spot(number=0, x=50.0, top=56.5, led=False),)
    >>> spots([one], (0, 0, 20, 20), [], np.empty((0, 4)))
    ()
    """
    boxes = [tuple(map(float, box)) for box in taken]
    found = []
    for name in names:
        left, top, far = _candidates(name, tries)
        box = np.column_stack([left, top, np.full_like(left, name.wide), np.full_like(left, name.high)])
        free = (left >= frame[0]) & (left + name.wide <= frame[0] + frame[2])
        free &= (top >= frame[1]) & (top + name.high <= frame[1] + frame[3])
        if boxes:
            free &= ~_on_any(box, np.array(boxes), FREE * name.line)
        if not free.any():
            continue
        cost = np.where(free, far + behind * _behind(box, ties), np.inf)
        best = int(np.argmin(cost))
        boxes.append(tuple(map(float, box[best])))
        middle = round(float(left[best] + name.wide / 2), 1)
        found.append(Spot(name.number, middle, round(float(top[best]), 1), bool(far[best] >= 1)))
    return tuple(sorted(found, key=lambda spot: spot.number))


def _candidates(name: Name, tries: int) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Left and top of the places around a symbol, nearer ones first, and how far off they are, in tries."""
    ring, turn = np.divmod(np.arange(tries * DIRECTIONS), DIRECTIONS)
    angle = np.pi / 2 + 2 * np.pi * turn / DIRECTIONS
    off = name.reach + FREE * name.line + STEP * name.line * ring
    across, down = np.cos(angle).round(12), np.sin(angle).round(12)
    x = name.x + across * (off + name.wide / 2)
    y = name.y + down * (off + name.high / 2)
    # Below is where one looks first, then above.
    return x - name.wide / 2, y - name.high / 2, ring + 0.3 * (1 - np.abs(down)) + 0.1 * (down < 0)


def _on_any(boxes: NDArray[np.float64], taken: NDArray[np.float64], free: float) -> NDArray[np.bool_]:
    meets: NDArray[np.bool_] = np.ones((len(boxes), len(taken)), dtype=bool)
    for k in (0, 1):
        before = boxes[:, None, k] < taken[:, k] + taken[:, k + 2] + free * k
        meets = meets & before & (taken[:, k] < boxes[:, None, k] + boxes[:, None, k + 2] + free * k)
    return np.asarray(meets.any(axis=1))


def _behind(boxes: NDArray[np.float64], ties: NDArray[np.float64]) -> NDArray[np.float64]:
    """How many lines run behind each box, by clipping them at its edges."""
    enter, leave = np.zeros((len(boxes), len(ties))), np.ones((len(boxes), len(ties)))
    for k in (0, 1):
        start, along = ties[:, k], ties[:, k + 2] - ties[:, k]
        along = np.where(along == 0, 1e-9, along)
        low, high = (boxes[:, None, k] - start) / along, (boxes[:, None, k] + boxes[:, None, k + 2] - start) / along
        enter, leave = np.maximum(enter, np.minimum(low, high)), np.minimum(leave, np.maximum(low, high))
    crossed: NDArray[np.float64] = (enter < leave).sum(axis=1).astype(float)
    return crossed
