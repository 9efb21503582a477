"""Pairs of organizations with a tie, and who reported it: both sides, one side, or nobody knows about the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.frames.pairs import fold
from stakeholder_graph.graph import Layer
from stakeholder_graph.model.survey import NO_SECTOR

#: Who named a tie: both sides; one side, while the other answered and did not; or one side, while it is not known
#: what the other would say.
NamedBy = Literal["both", "one", "unknown"]
#: Whether a tie joins two sectors or stays within one; blank where an organization's sector is not stated.
Joins = Literal["", "across", "within"]


@dataclass(frozen=True, slots=True)
class ReportedPair:
    """A tie between two organizations.

    Parameters
    ----------
    a, b : int
        Indices into the layer's organizations; where only one side named the tie, `a` did.
    strength : float or None
        The stronger of the two reports; None where not known.
    named_by : {"both", "one", "unknown"} or None
        None where ties have no direction.
    """

    a: int
    b: int
    strength: float | None
    named_by: NamedBy | None


def reported_pairs(layer: Layer) -> Iterator[ReportedPair]:
    """List each pair of organizations with a tie once.

    Parameters
    ----------
    layer : Layer
        With ties as reported.

    Yields
    ------
    ReportedPair
        In the order of the layer's organizations.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> layer = from_networkx(nx.DiGraph([("a", "b"), ("b", "a"), ("c", "b")])).layer("collaboration")
    >>> [(pair.a, pair.b, pair.named_by) for pair in reported_pairs(layer)]
    [(0, 1, 'both'), (2, 1, 'one')]
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
        named_by: NamedBy | None = None
        if layer.directed:
            named_by = "both" if returned else "one" if known else "unknown"
        yield ReportedPair(a, b, strongest, named_by)


def connected_pairs(layer: Layer) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """List each pair of organizations with a tie once, as arrays: who reported it is left out.

    Parameters
    ----------
    layer : Layer
        With ties as reported.

    Returns
    -------
    tuple of ndarray
        The ends, shape (m, 2), the lower index first and pairs in their order; and the stronger of the two reports,
        NaN where neither is known.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> layer = from_networkx(nx.DiGraph([("a", "b"), ("b", "a"), ("c", "b")])).layer("collaboration")
    >>> connected_pairs(layer)[0].tolist()
    [[0, 1], [1, 2]]
    """
    coo = layer.strength.tocoo()
    low, high = fold(coo.row.astype(np.int64), coo.col.astype(np.int64))
    order = np.argsort(low * layer.n + high, kind="stable")
    low, high, strength = low[order], high[order], coo.data[order]
    first = np.flatnonzero(np.append(True, (np.diff(low) != 0) | (np.diff(high) != 0))[: len(low)])
    strongest = np.fmax.reduceat(strength, first) if len(first) else strength
    return np.column_stack([low[first], high[first]]).astype(np.intp), strongest


def would_be_known(pairs: Sequence[ReportedPair], layer: Layer, other: Layer) -> NDArray[np.bool_]:
    """Say of each pair whether another wave would show its tie, had there been one.

    Only then is a tie that is missing in the other wave gained or ended; else nobody knows.

    Parameters
    ----------
    pairs : sequence of ReportedPair
        Pairs of `layer`.
    layer, other : Layer
        The same kind of tie in two waves.

    Returns
    -------
    ndarray of bool, shape (m,)
        True where both sides were asked about each other in `other` too, and answered. One side's "no" is not enough:
        a tie is there if at least one side named it, so the other side's answer could still show it. Where ties have
        no direction, either side answers for both.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> then = from_networkx(nx.DiGraph([("a", "b"), ("b", "c")])).layer("collaboration")
    >>> now = from_networkx(nx.DiGraph([("a", "d"), ("d", "b")])).layer("collaboration")
    >>> would_be_known(list(reported_pairs(then)), then, now).tolist()
    [True, False]
    """
    index = {name: k for k, name in enumerate(other.organizations)}
    indices = [[index.get(layer.organizations[end], -1) for end in (pair.a, pair.b)] for pair in pairs]
    ends = np.array(indices, dtype=np.intp).reshape(-1, 2)
    known = np.zeros(len(pairs), dtype=bool)
    listed = (ends >= 0).all(axis=1)
    there, back = (other.observed.contains(*ends[listed].T[::way]) for way in (1, -1))
    known[listed] = there | back if other.pairing == "one end" else there & back
    return known


def joins_sectors(pairs: Sequence[ReportedPair], layer: Layer) -> list[Joins]:
    """Say of each pair whether its tie joins two sectors or stays within one.

    Parameters
    ----------
    pairs : sequence of ReportedPair
        Pairs of `layer`.
    layer : Layer
        It knows the sectors.

    Returns
    -------
    list of {"", "across", "within"}
        Blank where the sector of either organization is not stated.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> graph = nx.path_graph(4)
    >>> nx.set_node_attributes(graph, {0: "x", 1: "x", 2: "y"}, "sector")
    >>> layer = from_networkx(graph).layer("collaboration")
    >>> joins_sectors(list(reported_pairs(layer)), layer)
    ['within', 'across', '']
    """
    sectors = [layer.sectors[code] for code in layer.sector_codes]
    joins: list[Joins] = []
    for pair in pairs:
        a, b = sectors[pair.a], sectors[pair.b]
        joins.append("" if NO_SECTOR in (a, b) else "within" if a == b else "across")
    return joins
