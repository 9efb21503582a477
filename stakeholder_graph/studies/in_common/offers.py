"""Offers that meet a need, as reasons to connect two organizations."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures.outcomes._needs import OffersAndNeeds, SharedNeed
from stakeholder_graph.model.finding import Message

#: Whose need an offer meets: that of a team or an outcome, or an organization's own.
SHARED, OWN = 1, 2


class MetNeed(NamedTuple):
    """A need that somebody offers to meet: what it is, who offers it, who would use it, whose it is.

    It is an organization's own where `need` is None.
    """

    item: str
    offering: NDArray[np.bool_]
    using: NDArray[np.bool_]
    need: SharedNeed | None


@dataclass(frozen=True, eq=False)
class MeetingOffers:
    """The pairs of a wave of which one offers what the other needs, itself or for its team or outcome.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.
    partnership : Partnership
        Its list of items says what outcomes and teams need.
    names : sequence of str
        The organizations, in the order of rows and columns.
    """

    graph: PartnerGraph
    partnership: Partnership
    names: Sequence[str]

    @cached_property
    def level(self) -> NDArray[np.int64]:
        """Of each pair `OWN`, if one offers what the other needs, `SHARED`, if its team or outcome needs it, or 0."""
        level = np.zeros((len(self.names), len(self.names)), dtype=np.int64)
        for _item, offering, using, need in self.met:
            met = np.outer(offering, using)
            level = np.maximum(level, np.where(met | met.T, SHARED if need else OWN, 0))
        np.fill_diagonal(level, 0)
        return level

    @property
    def matched(self) -> NDArray[np.bool_]:
        """Pairs of which one offers what the other needs, whichever of the two it is; shape (n, n)."""
        return self.level > 0

    def reason(self, a: int, b: int) -> Message:
        """Who offers what, and who needs it: first what an organization needs itself.

        Parameters
        ----------
        a, b : int
            Two that are matched.
        """
        for item, offering, using, need in self.met:
            for offers, needs in ((a, b), (b, a)):
                if offering[offers] and using[needs]:
                    fields = {"item": item, "offers": self.names[offers], "needs": self.names[needs]}
                    if need is None:
                        return Message("pair_need", fields)
                    if need.team:
                        return Message("pair_need_team", {**fields, "team": need.team})
                    return Message("pair_need_outcome", {**fields, "outcome": need.outcome})
        raise ValueError("The two are not matched.")

    @cached_property
    def met(self) -> list[MetNeed]:
        """The needs that somebody offers to meet."""
        return list(self._met())

    def _met(self) -> Iterator[MetNeed]:
        both = OffersAndNeeds(self.graph, self.partnership)
        order = self.graph.index.get_indexer(pd.Index(list(self.names)))
        for key in both.needs:
            if both.needing(key).any() and both.offering(key).any():
                yield MetNeed(both.items[key], both.offering(key)[order], both.needing(key)[order], None)
        for need in both.shared:
            using = both.meant(need)
            # Whoever is there already needs nobody to take them there.
            offering = both.offering(need.key) & ~using
            if using.any() and offering.any() and both.of_nobody_else(need):
                yield MetNeed(both.items[need.key], offering[order], using[order], need)
