"""Which pairs of one wave are chosen, and what limits the choice."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from statistics import median

import numpy as np
import pandas as pd

from stakeholder_graph.frames.arrays import Ints
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.graph.hours import Hours, hours_of
from stakeholder_graph.studies.introductions.capacity import Capacity, capacities
from stakeholder_graph.studies.introductions.matching import WeightedPairs, heaviest_pairs
from stakeholder_graph.studies.introductions.weights import PairWeights


@dataclass(frozen=True, eq=False)
class PairChoice:
    """The pairs of one wave that could be introduced, and how often each organization can be.

    Parameters
    ----------
    graph : PartnerGraph
        The wave.
    partnership : Partnership
        Its lists.
    holes : frozenset of frozenset of str
        Pairs of sectors that hardly work together.
    """

    graph: PartnerGraph
    partnership: Partnership
    holes: frozenset[frozenset[str]] = frozenset()

    @cached_property
    def weights(self) -> PairWeights:
        """What speaks for each pair."""
        return PairWeights(self.graph, self.partnership, self.holes)

    @cached_property
    def hours(self) -> Hours | None:
        """Hours of ties, in the order of the graph."""
        return hours_of(self.graph)

    @cached_property
    def order(self) -> Ints:
        """Where each organization stands in the graph, in the order of the weights."""
        return self.graph.index.get_indexer(pd.Index(self.weights.names)).astype(np.intp)

    @cached_property
    def partners(self) -> Ints:
        """How many partners each has, in the order of the weights."""
        return np.diff(self.weights.tied.indptr).astype(np.intp)

    @cached_property
    def usual(self) -> float:
        """How many partners are usual among those who answered."""
        counts = self.partners[self.graph.answered[self.order]]
        return float(median(counts.tolist())) if len(counts) else 0.0

    @cached_property
    def capacity(self) -> Capacity:
        """How often each may be introduced, in the order of the weights."""
        back = np.argsort(self.order)
        in_graph = capacities(self.partners[back], self.usual, self.hours)
        return Capacity(in_graph.pairs[self.order], in_graph.by)

    def heaviest(self, at_most: int) -> WeightedPairs:
        """The pairs whose weights add up to most.

        Parameters
        ----------
        at_most : int
            How many.

        Examples
        --------
        >>> import networkx as nx
        >>> from stakeholder_graph.graph import from_networkx
        >>> graph = from_networkx(nx.path_graph(3))
        >>> chosen = PairChoice(graph, Partnership("P", {"1": graph}, {})).heaviest(5)
        >>> chosen.first.tolist(), chosen.second.tolist(), chosen.weight.tolist()
        ([0], [2], [0.25])
        """
        return self._heaviest(at_most, self.capacity.pairs)

    def once_each(self, at_most: int, without: Collection[str] = ()) -> WeightedPairs:
        """The same where nobody is in two pairs, and some are in none.

        Parameters
        ----------
        at_most : int
            How many.
        without : collection of str
            Organizations that are introduced to somebody already.
        """
        once = np.minimum(self.capacity.pairs, 1)
        once[[self.weights.place[name] for name in without if name in self.weights.place]] = 0
        return self._heaviest(at_most, once)

    def _heaviest(self, at_most: int, capacity: Ints) -> WeightedPairs:
        return heaviest_pairs(self.weights.heaviest(2 * at_most - 1, capacity > 0), capacity, at_most)
