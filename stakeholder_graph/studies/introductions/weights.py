"""What speaks for introducing two organizations: shared outcomes, an offer that meets a need, a hole, a common partner.

The weight of a pair is a sum. It counts outcomes that both work on (Jaccard similarity, up to 1), what one offers and
the other needs (1, or half for the need of a team or an outcome), two sectors that hardly work together (half), and a
common partner beside the backbone (a quarter). Where anything is known of outcomes or needs, only pairs that share an
outcome or a need count: nobody is introduced for the sake of a tie.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from stakeholder_graph.frames import natural
from stakeholder_graph.frames.arrays import Flags, Floats
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures.outcomes._affiliations import carried
from stakeholder_graph.studies.in_common.known_ties import heard_about, open_layers, partners_of
from stakeholder_graph.studies.in_common.offers import MeetingOffers
from stakeholder_graph.studies.introductions.matching import WeightedPairs, heaviest_of_each

#: How much each reason counts, at most.
OUTCOMES, NEED, SHARED_NEED, HOLE, COMMON = 1.0, 1.0, 0.5, 0.5, 0.25
#: So many rows of all pairs are looked at together: memory grows with the number of organizations, not its square.
_ROWS = 256


@dataclass(frozen=True, eq=False)
class PairWeights:
    """The pairs of a wave that are not tied, and what speaks for each.

    No tie of the main kind is reported between the two, and at least one of them answered about the other. The backbone
    is in no pair: its ties are its work.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.
    partnership : Partnership
        Its lists.
    holes : collection of frozenset of str
        Pairs of sectors that hardly work together.
    """

    graph: PartnerGraph
    partnership: Partnership
    holes: Collection[frozenset[str]] = ()

    @cached_property
    def names(self) -> list[str]:
        """The organizations, in the order of all arrays here."""
        return sorted(self.graph.names, key=natural)

    @cached_property
    def place(self) -> dict[str, int]:
        """Where each stands."""
        return {name: place for place, name in enumerate(self.names)}

    @cached_property
    def tied(self) -> csr_array:
        """Shape (n, n): of whom a tie of the main kind is reported, by whichever of the two."""
        return self._ties_of(open_layers(self.graph)[:1])

    @cached_property
    def heard(self) -> Flags:
        """Shape (n, n): which organization said of which whether it works with it."""
        order = self.graph.index.get_indexer(pd.Index(self.names))
        heard = heard_about(self.graph, answered_known=self.partnership.info.answered_known)
        return np.asarray(heard[np.ix_(order, order)])

    @cached_property
    def outcomes(self) -> pd.DataFrame:
        """Organizations by outcomes: who works on which."""
        return carried(self.graph, self.partnership, "outcome").loc[self.names]

    @cached_property
    def seats(self) -> pd.DataFrame:
        """Organizations by teams: who sits on which."""
        return carried(self.graph, self.partnership, "team").loc[self.names]

    @cached_property
    def offers(self) -> MeetingOffers:
        """Who offers what another needs."""
        return MeetingOffers(self.graph, self.partnership, self.names)

    @cached_property
    def sectors(self) -> list[str]:
        """The sector of each organization."""
        people = self.graph.organizations.set_index("organization")["sector"]
        return [str(people[name]) for name in self.names]

    @cached_property
    def aims_known(self) -> bool:
        """Whether anybody works on an outcome, or offers what another needs."""
        return bool(self.outcomes.to_numpy().any()) or bool(self.offers.met)

    def heaviest(self, at_least: int, free: Flags) -> WeightedPairs:
        """The pairs for which most speaks, among those who are free.

        Parameters
        ----------
        at_least : int
            So many of each organization.
        free : ndarray of bool, shape (n,)
            Who can be introduced to anybody.

        Returns
        -------
        WeightedPairs
            Heaviest first.
        """
        blocks = list(self._blocks(at_least, free))
        if not blocks:
            empty = np.array([], dtype=np.intp)
            return WeightedPairs(empty, empty, np.array([]))
        first, second = (np.concatenate([getattr(block, name) for block in blocks]) for name in ("first", "second"))
        whole = WeightedPairs(first, second, np.concatenate([block.weight for block in blocks])).heaviest_first()
        return heaviest_of_each(whole, at_least)

    def of_rows(self, rows: slice) -> Floats:
        """The weights of some organizations with all others; 0 for pairs that are not to be introduced.

        Parameters
        ----------
        rows : slice
            Which organizations.

        Returns
        -------
        ndarray of float, shape (k, n)
        """
        similar, needs = self.similarity(rows), self.needs(rows)
        weight = OUTCOMES * similar + needs + HOLE * self._across(rows) + COMMON * self.two_steps(rows)
        able = (self.heard[rows] | self.heard[:, rows].T) & ~self._tied_rows(rows)
        if self.aims_known:
            able &= (similar > 0) | (needs > 0)
        weight[~able] = 0
        weight[np.arange(len(weight)), np.arange(len(self.names))[rows]] = 0
        if self.graph.backbone in self.place:
            backbone = self.place[str(self.graph.backbone)]
            weight[:, backbone] = 0
            weight[np.arange(len(self.names))[rows] == backbone] = 0
        return np.asarray(np.round(weight, 9))

    def similarity(self, rows: slice) -> Floats:
        """How far outcomes are shared: of those that either works on, those that both do; shape (k, n).

        Parameters
        ----------
        rows : slice
            Which organizations.
        """
        work = self._work
        both = work[rows] @ work.T
        either = self._sizes[rows][:, None] + self._sizes - both
        return np.asarray(np.divide(both, either, out=np.zeros_like(both), where=either > 0))

    def needs(self, rows: slice) -> Floats:
        """What an offer that meets a need counts; shape (k, n).

        Parameters
        ----------
        rows : slice
            Which organizations.
        """
        own, shared = ((offering[rows] @ using.T > 0) | (using[rows] @ offering.T > 0) for offering, using in self._met)
        return np.where(own, NEED, np.where(shared, SHARED_NEED, 0.0))

    def two_steps(self, rows: slice) -> Flags:
        """Which have a partner in common beside the backbone; shape (k, n).

        Parameters
        ----------
        rows : slice
            Which organizations.
        """
        return np.asarray((self._beside[rows] @ self._beside).toarray() > 0)

    def common(self, a: int, b: int) -> int:
        """How many partners two have in common beside the backbone.

        Parameters
        ----------
        a, b : int
            The two.
        """
        return int((self._beside[[a]] @ self._beside[:, [b]]).toarray()[0, 0])

    def in_hole(self, a: int, b: int) -> bool:
        """Whether the sectors of two hardly work together.

        Parameters
        ----------
        a, b : int
            The two.
        """
        return frozenset({self.sectors[a], self.sectors[b]}) in self.holes

    @cached_property
    def _met(self) -> list[tuple[Floats, Floats]]:
        """Who offers and who would use what, shape (n, needs): first what organizations need, then what others do."""
        sides = []
        for shared in (False, True):
            met = [met for met in self.offers.met if (met.need is not None) == shared]
            empty = np.zeros((len(self.names), 0))
            sides.append(
                (
                    np.column_stack([empty, *(need.offering for need in met)]).astype(np.float64),
                    np.column_stack([empty, *(need.using for need in met)]).astype(np.float64),
                )
            )
        return sides

    @cached_property
    def _work(self) -> Floats:
        return self.outcomes.to_numpy(dtype=np.float64)

    @cached_property
    def _sizes(self) -> Floats:
        return np.asarray(self._work.sum(axis=1))

    @cached_property
    def _beside(self) -> csr_array:
        """Ties that do not run to the backbone, which has nearly everybody."""
        kept = np.ones(len(self.names))
        if self.graph.backbone in self.place:
            kept[self.place[str(self.graph.backbone)]] = 0
        return csr_array(self.tied * kept[None, :]) if not kept.all() else self.tied

    def _across(self, rows: slice) -> Flags:
        names = sorted(set(self.sectors))
        codes = np.array([names.index(sector) for sector in self.sectors], dtype=np.intp)
        hole = np.zeros((len(names), len(names)), dtype=bool)
        for pair in self.holes:
            known = [names.index(sector) for sector in sorted(pair) if sector in names]
            if len(known) == len(pair) == 2:
                hole[known[0], known[1]] = hole[known[1], known[0]] = True
        return np.asarray(hole[codes[rows]][:, codes])

    def _tied_rows(self, rows: slice) -> Flags:
        return np.asarray(self.tied[rows].toarray() > 0)

    def _ties_of(self, layers: list[str]) -> csr_array:
        pairs = [
            (self.place[a], self.place[b])
            for a, partners in partners_of(self.graph, layers).items()
            for b in partners
            if a in self.place and b in self.place
        ]
        ends = np.array(sorted(pairs), dtype=np.intp).reshape(-1, 2)
        return csr_array((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(len(self.names), len(self.names)))

    def _blocks(self, at_least: int, free: Flags) -> Iterator[WeightedPairs]:
        """Of each organization its heaviest pairs with those that stand behind it, at least."""
        n = len(self.names)
        for start in range(0, n, _ROWS):
            weight = self.of_rows(slice(start, min(start + _ROWS, n)))
            weight[~free[start : start + _ROWS]] = 0
            weight[:, ~free] = 0
            if at_least < n:
                least = np.partition(weight, n - at_least, axis=1)[:, n - at_least]
                weight[weight < least[:, None]] = 0
            row, column = np.nonzero(weight)
            first = row + start
            below = first < column
            # A pair is heaviest of both its ends only if it is of each, so that one row of the two is enough.
            yield WeightedPairs(first[below], column[below].astype(np.intp), weight[row[below], column[below]])
