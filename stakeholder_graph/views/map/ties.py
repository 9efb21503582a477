"""The ties of one wave and layer as lines between two organizations."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

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
    senders, receivers = layer.ends
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
