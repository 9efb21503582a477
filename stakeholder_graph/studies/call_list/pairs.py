"""Pairs to connect: organizations that are not tied and share something that they could work on."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from stakeholder_graph.frames import natural
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures.outcomes._affiliations import carried
from stakeholder_graph.measures.outcomes._charters import charters
from stakeholder_graph.measures.outcomes._strategies import Strategy, strategies
from stakeholder_graph.model.finding import Message
from stakeholder_graph.studies.in_common.known_ties import heard_about, open_layers, partners_of
from stakeholder_graph.studies.in_common.offers import OWN, MeetingOffers

#: Pairs on one strategy that are listed.
FURTHER = 10
#: Beyond so many organizations pairs are not looked at one by one.
LARGEST = 2000
#: So many partners in common count; more make no difference.
_COMMON = 63
_STRATEGIES = 7

Pair = tuple[str, str, Message]
PairMask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class PairsToConnect:
    """The pairs of a wave that are not tied, ranked by what they share.

    A pair counts where no tie of the main kind is reported between the two, and at least one of them answered about the
    other. First come pairs on a strategy both are on, of these first where it stands still, then those of which one
    offers what the other needs, then those that work on the same outcome, of these first those of which one alone sits
    on a team for it, then those at the same place, then those that work on the outcome whose pairs work together least,
    then those with most partners in common beside the backbone, then those of which both answered, then by name. The
    backbone is in no pair: its ties are its work.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.
    partnership : Partnership
        Its lists of strategies and of teams.
    """

    graph: PartnerGraph
    partnership: Partnership

    def best_partner(self, whom: str, without: Collection[str] = ()) -> Pair | None:
        """The organization to connect somebody with, and why.

        Parameters
        ----------
        whom : str
            An organization of the wave.
        without : collection of str
            Those that could not help, since they know few themselves; one on the same strategy is taken all the same.

        Returns
        -------
        (str, str, Message) or None
            None where it shares nothing with anybody whom it is not tied to.
        """
        if whom not in self._place or not self._small:
            return None
        row = self._place[whom]
        rank = self._rank[row].copy()
        few = [self._place[name] for name in without if name in self._place]
        rank[few] = np.where(self._together[row, few], rank[few], -1)
        best = int(np.argmax(rank))
        return (whom, self._names[best], self._reason(row, best)) if rank[best] >= 0 else None

    def on_one_strategy(self) -> list[Pair]:
        """The pairs on one strategy that are not tied, up to `FURTHER`; those on one that stands still first."""
        if not self._small:
            return []
        first, second = np.nonzero(np.triu(self._rank >= 0, 1) & self._together)
        order = np.argsort(-self._rank[first, second], kind="stable")[:FURTHER]
        return [
            (self._names[a], self._names[b], self._reason(a, b))
            for a, b in zip(first[order].tolist(), second[order].tolist(), strict=True)
        ]

    @cached_property
    def _names(self) -> list[str]:
        return sorted(self.graph.names, key=natural)

    @cached_property
    def _place(self) -> Mapping[str, int]:
        return {name: place for place, name in enumerate(self._names)}

    @property
    def _small(self) -> bool:
        return len(self._names) <= LARGEST

    @cached_property
    def _tied(self) -> PairMask:
        tied = np.zeros((len(self._names), len(self._names)), dtype=bool)
        for name, partners in partners_of(self.graph, open_layers(self.graph)[:1]).items():
            tied[self._place[name], [self._place[partner] for partner in partners if partner in self._place]] = True
        return tied

    @cached_property
    def _heard(self) -> PairMask:
        order = self.graph.index.get_indexer(pd.Index(self._names))
        heard = heard_about(self.graph, answered_known=self.partnership.info.answered_known)
        return np.asarray(heard[np.ix_(order, order)])

    @cached_property
    def _work(self) -> pd.DataFrame:
        return carried(self.graph, self.partnership, "outcome").loc[self._names]

    @cached_property
    def _strategies(self) -> list[tuple[Strategy, list[int]]]:
        return [
            (strategy, sorted({self._place[name] for name in strategy.partners if name in self._place}))
            for strategy in strategies(self.partnership)
        ]

    @cached_property
    def _offers(self) -> MeetingOffers:
        return MeetingOffers(self.graph, self.partnership, self._names)

    @cached_property
    def _on_one_strategy(self) -> NDArray[np.int64]:
        shared = np.zeros(self._tied.shape, dtype=np.int64)
        for _strategy, members in self._strategies:
            shared[np.ix_(members, members)] += 1
        return shared

    @cached_property
    def _stalled(self) -> PairMask:
        """Pairs on a strategy that stands still."""
        stalled = np.zeros(self._tied.shape, dtype=bool)
        for strategy, members in self._strategies:
            stalled[np.ix_(members, members)] |= strategy.stands_still
        return stalled

    @property
    def _together(self) -> PairMask:
        return self._on_one_strategy > 0

    @cached_property
    def _outcomes(self) -> list[str]:
        """Outcomes, the one whose pairs work together least first."""
        shares = {str(outcome): self._share_tied(self._work[outcome].to_numpy()) for outcome in self._work}
        return sorted(shares, key=lambda outcome: (shares[outcome], natural(outcome)))

    def _share_tied(self, members: PairMask) -> float:
        """The share of the known pairs of an outcome that are tied."""
        inside = np.triu(np.outer(members, members), 1)
        known = inside & (self._heard | self._heard.T | self._tied)
        return float((inside & self._tied).sum() / known.sum()) if known.any() else 1.0

    def _teams_with_one_of(self, outcome: str) -> Iterator[tuple[str, PairMask]]:
        """The teams of an outcome, and the pairs that work on it of which one alone sits there."""
        work = self._work[outcome].to_numpy()
        for team in self._charters.get(outcome, ()):
            if team in self._seats:
                sits = self._seats[team].to_numpy()
                yield team, np.outer(work, work) & (sits[:, None] != sits[None, :])

    @cached_property
    def _seats(self) -> pd.DataFrame:
        return carried(self.graph, self.partnership, "team").loc[self._names]

    @cached_property
    def _charters(self) -> Mapping[str, tuple[str, ...]]:
        return charters(self.partnership)

    @cached_property
    def _seat(self) -> NDArray[np.int64]:
        """For each pair the place in `_teams` of a team on which one alone sits; -1 for none."""
        seat = np.full(self._tied.shape, -1, dtype=np.int64)
        for number, (_outcome, _team, pairs) in reversed(list(enumerate(self._teams))):
            seat[pairs] = number
        return seat

    @cached_property
    def _teams(self) -> list[tuple[str, str, PairMask]]:
        return [
            (outcome, team, pairs) for outcome in self._outcomes for team, pairs in self._teams_with_one_of(outcome)
        ]

    @cached_property
    def _best_outcome(self) -> NDArray[np.int64]:
        """For each pair the place in `_outcomes` of the outcome that speaks for it; -1 where they share none."""
        best = np.full(self._tied.shape, -1, dtype=np.int64)
        for number, outcome in reversed(list(enumerate(self._outcomes))):
            work = self._work[outcome].to_numpy()
            best[np.outer(work, work)] = number
        of_team = np.array([self._outcomes.index(outcome) for outcome, _team, _pairs in self._teams], dtype=np.int64)
        return np.where(self._seat >= 0, of_team[self._seat], best) if len(of_team) else best

    @cached_property
    def _places(self) -> NDArray[np.object_]:
        people = self.graph.organizations.set_index("organization").loc[self._names]
        column = next((name for name in people if str(name).strip().casefold() == "place"), None)
        if column is None:
            return np.full(len(people), "", dtype=object)
        return np.array(people[column].fillna("").astype(str).str.strip().to_numpy(), dtype=object)

    @cached_property
    def _at_one_place(self) -> PairMask:
        return np.asarray((self._places[:, None] == self._places[None, :]) & (self._places != "")[:, None])

    @cached_property
    def _common(self) -> NDArray[np.int64]:
        """How many partners each two have in common, beside the backbone, which has nearly all."""
        tied = self._tied.astype(np.float32)
        if self.graph.backbone in self._place:
            tied[:, self._place[str(self.graph.backbone)]] = 0
        return np.minimum((tied @ tied.T).astype(np.int64), _COMMON)

    @cached_property
    def _rank(self) -> NDArray[np.int64]:
        """How high each pair stands; -1 for those that are tied, of which nothing is known, or that share nothing."""
        outcome, n_outcomes = self._best_outcome, len(self._outcomes)
        rank = np.minimum(self._on_one_strategy, _STRATEGIES)
        for part, most in (
            (self._stalled, 1),
            (self._offers.level, OWN),
            (outcome >= 0, 1),
            (self._seat >= 0, 1),
            (self._at_one_place, 1),
            (np.where(outcome >= 0, n_outcomes - outcome, 0), n_outcomes),
            (self._common, _COMMON),
        ):
            rank = rank * (most + 1) + part
        both = self._heard & self._heard.T
        eligible = (rank > 0) & (self._heard | self._heard.T) & ~self._tied
        np.fill_diagonal(eligible, val=False)
        if self.graph.backbone in self._place:
            backbone = self._place[str(self.graph.backbone)]
            eligible[backbone], eligible[:, backbone] = False, False
        return np.where(eligible, rank * 2 + both, -1)

    def _reason(self, a: int, b: int) -> Message:
        if self._together[a, b]:
            of_both = [strategy for strategy, members in self._strategies if {a, b} <= set(members)]
            strategy = next((strategy for strategy in of_both if strategy.stands_still), of_both[0])
            known = {"strategy": strategy.name} | ({"status": strategy.status} if strategy.status else {})
            return Message("pair_strategy_status" if strategy.status else "pair_strategy", known)
        if self._offers.matched[a, b]:
            return self._offers.reason(a, b)
        if self._seat[a, b] >= 0:
            outcome, team, _pairs = self._teams[self._seat[a, b]]
            seats = carried(self.graph, self.partnership, "team")[team]
            sits, other = (a, b) if seats[self._names[a]] else (b, a)
            fields = {"outcome": outcome, "team": team, "sits": self._names[sits], "other": self._names[other]}
            return Message("pair_team", fields)
        if self._best_outcome[a, b] >= 0:
            return Message("pair_outcome", {"outcome": self._outcomes[self._best_outcome[a, b]]})
        if self._at_one_place[a, b]:
            return Message("pair_place", {"place": self._places[a]})
        return Message("pair_common", {"count": int(self._common[a, b])})
