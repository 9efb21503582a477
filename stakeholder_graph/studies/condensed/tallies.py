"""Counts of the connections of a condensed network that no page draws as lines of their own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from stakeholder_graph.studies.condensed.condense import Condensed


@dataclass(frozen=True, slots=True)
class Tally:
    """How many connections there are between two ends, of which one at least is the counted part of a group.

    Parameters
    ----------
    a, b : int
        Nodes, the lower one first; both the same for connections within the counted part.
    wave, layer : str
        Of which survey, and of which kind.
    counts : tuple of int
        How many are of unknown strength, and how many of each step of the scale; no zeros at the end.
    """

    a: int
    b: int
    wave: str
    layer: str
    counts: tuple[int, ...]


def tallies(condensed: Condensed, order: Sequence[str], steps: Mapping[str, Sequence[float]]) -> Iterator[Tally]:
    """Count connections with organizations that are not held one by one.

    Parameters
    ----------
    condensed : Condensed
        The network.
    order : sequence of str
        Those that are held, in the order of their nodes; the counted parts of groups follow, in the order of groups.
    steps : mapping of str to sequence of float
        The least strength of each step of a layer's scale, the weakest first; weaker ones count as of the weakest.

    Yields
    ------
    Tally
        In the order of kinds, waves and nodes.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> from stakeholder_graph.studies.condensed.condense import Condensed, LayerPairs
    >>> ours = Partnership("P", {"1": from_networkx(nx.path_graph("abcd"))}, {})
    >>> held, codes = np.array([True, False, False, False]), np.zeros(4, dtype=np.intp)
    >>> layer = LayerPairs("1", "work", np.array([[0, 1], [1, 2], [2, 3]]), np.full(3, np.nan))
    >>> condensed = Condensed("sector", ours, ours, tuple("abcd"), held, ("x",), codes, (layer,))
    >>> [(tally.a, tally.b, tally.counts) for tally in tallies(condensed, ["a"], {})]
    [(0, 1, (1,)), (1, 1, (2,))]
    """
    number = {name: k for k, name in enumerate(order)}
    own = np.array([number.get(name, -1) for name in condensed.names], dtype=np.intp)
    nodes = np.where(condensed.one_by_one, own, len(number) + condensed.codes)
    for pairs in condensed.pairs:
        ends = pairs.ends[~condensed.one_by_one[pairs.ends].all(axis=1)]
        strength = pairs.strength[~condensed.one_by_one[pairs.ends].all(axis=1)]
        reached = np.searchsorted(np.array(steps.get(pairs.layer, ())), strength, side="right")
        column = np.where(np.isnan(strength), 0, np.maximum(reached, 1))
        rows, numbers = np.unique(
            np.column_stack([np.sort(nodes[ends], axis=1), column]).reshape(-1, 3), axis=0, return_counts=True
        )
        counts: dict[tuple[int, int], list[int]] = {}
        for (a, b, at), count in zip(rows.tolist(), numbers.tolist(), strict=True):
            row = counts.setdefault((a, b), [])
            row += [0] * (at - len(row)) + [count]
        for (a, b), row in counts.items():
            yield Tally(a, b, pairs.wave, pairs.layer, tuple(row))
