"""A small drawing of a community's network: where its organizations stand and which are connected, and no name.

It is drawn from the same network that everything is measured on: those that answered, and the connections among them.
It belongs to the desk, as all that is kept of a folder does; a fingerprint has none.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import triu

from stakeholder_graph.frames.arrays import Floats, Ints
from stakeholder_graph.graph import Layer
from stakeholder_graph.model.survey import NO_SECTOR

#: Of more organizations or connections nothing could be made out in a drawing of this size.
MOST_POINTS, MOST_LINES = 300, 1500
#: How wide and high it is, in units of which positions are whole numbers.
WIDE, HIGH = 480, 300

#: Takes pairs of numbers, shape (m, 2), and how many there are; gives positions, shape (n, 2).
Arrange = Callable[[Ints, int], Floats]
NumberPairs = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class SmallDrawing:
    """A network without names.

    Parameters
    ----------
    points : tuple of (int, int)
        Positions from left to right, so that their order tells nothing; within `WIDE` and `HIGH`, y downwards.
    across, others : tuple of (int, int)
        Lines between two sectors, and all others, by numbers of their points.
    """

    points: NumberPairs
    across: NumberPairs = ()
    others: NumberPairs = ()

    @property
    def has_lines(self) -> bool:
        """Whether there is anything to see: points alone say nothing."""
        return bool(self.across or self.others)

    @classmethod
    def from_plain(cls, content: dict[str, Any]) -> "SmallDrawing":
        """Make it of what JSON gives back, with lists for tuples.

        Parameters
        ----------
        content : dict
            A value of each field.

        Examples
        --------
        >>> SmallDrawing.from_plain({"points": [[0, 0], [9, 9]], "across": [[0, 1]], "others": []}).across
        ((0, 1),)
        """
        return cls(**{field: tuple((int(a), int(b)) for a, b in pairs) for field, pairs in content.items()})


def small_drawing(paired: Layer, arrange: Arrange) -> SmallDrawing | None:
    """Draw a network.

    Parameters
    ----------
    paired : Layer
        Without direction.
    arrange : callable
        Says where points stand.

    Returns
    -------
    SmallDrawing or None
        None where there are too few or too many to draw.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.path_graph(3)
    >>> nx.set_node_attributes(path, {0: "Health", 1: "Health", 2: "Schools"}, "sector")
    >>> paired = from_networkx(path).layer("collaboration")
    >>> small_drawing(paired, lambda pairs, count: np.column_stack([np.arange(count)[::-1], np.zeros(count)]))
    SmallDrawing(points=((0, 150), (240, 150), (480, 150)), across=((0, 1),), others=((1, 2),))
    """
    if not 2 <= paired.n <= MOST_POINTS or paired.n_ties > MOST_LINES:
        return None
    half = triu(paired.adjacency, k=1, format="coo")
    pairs = np.column_stack([half.row, half.col]).astype(np.intp)
    placed = _fitted(arrange(pairs, paired.n))
    order = np.lexsort((placed[:, 1], placed[:, 0]))
    number = np.empty(paired.n, dtype=np.intp)
    number[order] = np.arange(paired.n)
    sector = paired.sector_codes[pairs]
    stated = np.array([name != NO_SECTOR for name in paired.sectors], dtype=bool)[sector].all(axis=1)
    between = stated & (sector[:, 0] != sector[:, 1])
    return SmallDrawing(_plain(placed[order]), _lines(number[pairs[between]]), _lines(number[pairs[~between]]))


def _fitted(positions: Floats) -> Ints:
    """Whole numbers that fill the drawing; what has no extent stands in its middle."""
    low, extent = positions.min(axis=0), np.ptp(positions, axis=0)
    share = np.divide(positions - low, extent, out=np.full(positions.shape, 0.5), where=extent > 0)
    return np.asarray(np.rint(share * [WIDE, HIGH]), dtype=np.intp)


def _lines(pairs: Ints) -> NumberPairs:
    return tuple(sorted(_plain(np.sort(pairs, axis=1))))


def _plain(pairs: Ints) -> NumberPairs:
    return tuple((int(a), int(b)) for a, b in pairs.tolist())
