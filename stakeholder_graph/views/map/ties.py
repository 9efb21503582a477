"""The ties of one wave and layer as lines between two organizations."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.graph import Layer

#: Who named a tie: both ends; one end while the other answered and did not; one end while it is not known what
#: the other would say.
Named = Literal["both", "one", "unknown"]


@dataclass(frozen=True, slots=True)
class Line:
    """A tie between two organizations.

    Parameters
    ----------
    a, b : int
        Places in the layer's organizations; `a` named the tie where only one end did.
    strength : float or None
        The stronger of two reports; None where not known.
    named : {"both", "one", "unknown"} or None
        None where ties have no direction.
    """

    a: int
    b: int
    strength: float | None
    named: Named | None


def lines(layer: Layer) -> Iterator[Line]:
    """Each tied pair once.

    Parameters
    ----------
    layer : Layer
        With ties as reported.

    Yields
    ------
    Line
        In the order of the layer's organizations.
    """
    senders, receivers = layer.edge_index
    coo = layer.strength.tocoo()
    value = dict(zip(zip(coo.row.tolist(), coo.col.tolist(), strict=True), coo.data.tolist(), strict=True))
    other_known = layer.observed.contains(receivers, senders)
    for a, b, known in zip(senders.tolist(), receivers.tolist(), other_known.tolist(), strict=True):
        returned = layer.directed and (b, a) in value
        if returned and b < a:
            continue
        strengths = [value[a, b]] + ([value[b, a]] if returned else [])
        strongest = max((s for s in strengths if not np.isnan(s)), default=None)
        named: Named | None = None
        if layer.directed:
            named = "both" if returned else "one" if known else "unknown"
        yield Line(a, b, strongest, named)


def could_show(found: Sequence[Line], layer: Layer, other: Layer) -> NDArray[np.bool_]:
    """Whether another wave would show each line, had its tie been there.

    Only then is a line that is missing in the other wave a tie gained or lost; else it is not known.

    Parameters
    ----------
    found : sequence of Line
        Lines of `layer`.
    layer, other : Layer
        The same kind of tie in two waves.

    Returns
    -------
    ndarray of bool, shape (m,)
        True where each end was asked about the other, and answered, in `other` too: a line joins two of whom at least
        one named the other, so one end's "no" leaves open what the other would have said. Where ties have no
        direction either end answers for both.
    """
    place = {name: k for k, name in enumerate(other.organizations)}
    pairs = [[place.get(layer.organizations[end], -1) for end in (line.a, line.b)] for line in found]
    ends = np.array(pairs, dtype=np.intp).reshape(-1, 2)
    known = np.zeros(len(found), dtype=bool)
    listed = (ends >= 0).all(axis=1)
    there, back = (other.observed.contains(*ends[listed].T[::way]) for way in (1, -1))
    known[listed] = there | back if other.pairing == "one end" else there & back
    return known
