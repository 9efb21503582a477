"""All that is known of each outcome: who carries it, who sits in its teams, of whom it is not known, what is tried."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from stakeholder_graph.frames import natural
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures._columns import NOT_KNOWN
from stakeholder_graph.measures.outcomes._affiliations import carried
from stakeholder_graph.measures.outcomes._charters import charters
from stakeholder_graph.measures.outcomes._funders import funders
from stakeholder_graph.measures.outcomes._strategies import Strategy, strategies
from stakeholder_graph.measures.representation._sector_lists import first_list
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.model.table import Row
from stakeholder_graph.text import N_

BOTH = N_("works on it and sits on its team")
NOT_SEATED = N_("works on it, not on its team")
NO_TEAM = N_("works on it")
NOT_NAMED = N_("on its team, does not name it")
NOT_LISTED = N_("on its team, not listed as working on it")
NOT_HEARD = N_("on its team, whether it works on it is not known")
NOBODY = N_("nobody")
#: What says who works on an outcome.
LIST, ANSWERS = N_("a list of everybody"), N_("answers")
#: A sector or place has nobody only where at least this share of it answered.
HEARD = 0.5


@dataclass(frozen=True, eq=False)
class OutcomeFacts:
    """What lists and answers of one wave say of each outcome.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.
    partnership : Partnership
        Its lists.
    """

    graph: PartnerGraph
    partnership: Partnership

    @cached_property
    def work(self) -> pd.DataFrame:
        """Organizations by outcomes: who carries which."""
        return carried(self.graph, self.partnership, "outcome")

    @cached_property
    def seats(self) -> pd.DataFrame:
        """Organizations by teams: who sits in which."""
        return carried(self.graph, self.partnership, "team")

    @cached_property
    def named(self) -> bool:
        """Whether anything says who works on what."""
        return bool(self.work.to_numpy().any())

    @cached_property
    def by_list(self) -> bool:
        """Whether a list says it of everybody, and no answer; so do lists where nobody was asked."""
        frame = self.graph["affiliations"]
        return not self.partnership.info.surveyed or bool(
            (frame.loc[frame["kind"] == "outcome", "source"] == "list").all()
        )

    @cached_property
    def heard(self) -> "pd.Series[bool]":
        """Of which organizations it is known what they work on: of those that answered, or by a list of all."""
        everyone = np.ones(len(self.graph.names), dtype=bool)
        return pd.Series(everyone if self.by_list else self.graph.answered, index=list(self.graph.names))

    @cached_property
    def chartered(self) -> dict[str, tuple[str, ...]]:
        """The teams of each outcome."""
        return dict(charters(self.partnership))

    @cached_property
    def tried(self) -> tuple[Strategy, ...]:
        """All strategies that are there for an outcome."""
        return tuple(strategy for strategy in strategies(self.partnership) if strategy.outcome)

    @cached_property
    def released(self) -> dict[str, int | None] | None:
        """The outcomes that a copy beyond the desk may name, and how many strategies it names for each; else None.

        Such a copy has a list `outcomes`: its list `items` holds only kinds of which it shows who has them. Where it
        says nothing of strategies there may be some.
        """
        frame = self.partnership.lists.get("outcomes")
        if frame is None:
            return None
        rows = zip(frame["outcome"].astype(str), frame["strategies"], strict=True)
        return {outcome: None if np.isnan(tried) else int(tried) for outcome, tried in rows}

    @cached_property
    def outcomes(self) -> tuple[str, ...]:
        """Outcomes that are listed or carried, or that a team or a strategy is there for."""
        others = {strategy.outcome for strategy in self.tried} | set(self.chartered) | set(self.released or ())
        return tuple(sorted({*map(str, self.work.columns), *others}, key=natural))

    @cached_property
    def charters_stated(self) -> bool:
        """Whether it is said of any team which outcome it is there for; if of none, one may be there for each."""
        return bool(self.chartered)

    @cached_property
    def funders(self) -> "pd.Series[bool]":
        """Which organizations are funders."""
        return pd.Series(funders(self.graph), index=list(self.graph.names))

    @cached_property
    def sectors(self) -> "pd.Series[str]":
        """The sector of each organization."""
        return self.graph.organizations.set_index("organization")["sector"].astype(str)

    def works(self, outcome: str) -> "pd.Series[bool]":
        """Which organizations carry an outcome."""
        return self.work.get(outcome, self._none)

    def teams_of(self, outcome: str) -> tuple[str, ...]:
        """The teams that are there for an outcome."""
        return self.chartered.get(outcome, ())

    def seats_of(self, team: str) -> "pd.Series[bool]":
        """Which organizations sit in a team."""
        return self.seats.get(team, self._none)

    def sits(self, outcome: str) -> "pd.Series[bool]":
        """Which organizations sit in a team of an outcome."""
        return sum((self.seats_of(team) for team in self.teams_of(outcome)), self._none).astype(bool)

    def strategies_for(self, outcome: str) -> list[Strategy]:
        """What is tried for an outcome."""
        return [strategy for strategy in self.tried if strategy.outcome == outcome]

    def count_strategies(self, outcome: str) -> tuple[int | None, int | None]:
        """How many strategies there are for an outcome, and how many of these stand still; None for what is not said.

        Parameters
        ----------
        outcome : str
            One of `outcomes`.
        """
        if self.released is not None:
            return self.released.get(outcome), None
        tried = self.strategies_for(outcome)
        return len(tried), sum(strategy.stands_still for strategy in tried)

    def groups(self, attribute: str) -> "pd.Series[str]":
        """The sector or place of each organization; NaN where it is not stated."""
        people = self.graph.organizations.set_index("organization")
        if attribute not in people:
            return pd.Series(np.nan, index=people.index, dtype=object)
        values = people[attribute].astype(object).where(people[attribute].notna(), "").astype(str).str.strip()
        return values.mask(values.isin(["", NO_SECTOR]))

    def known_groups(self, attribute: str) -> list[str]:
        """The sectors that should be there, or the places that are there."""
        if attribute == "sector":
            return first_list(self.graph, self.partnership).sectors
        return sorted(self.groups(attribute).dropna().unique(), key=natural)

    def silence_of(self, attribute: str, group: str) -> str:
        """That it is not known whether anybody of a sector or place works on something; blank where it is known."""
        members = (self.groups(attribute) == group).to_numpy()
        return NOT_KNOWN if members.any() and self.heard.to_numpy()[members].mean() < HEARD else ""

    def standing(self, outcome: str, *, works: bool, sits: bool, heard: bool) -> str:
        """How somebody stands to an outcome who works on it, or sits on its team.

        Parameters
        ----------
        outcome : str
            One of `outcomes`.
        works, sits, heard : bool
            Whether it works on it, whether it sits on a team of it, and whether it is known what it works on.
        """
        if works:
            return (BOTH if sits else NOT_SEATED) if self.teams_of(outcome) else NO_TEAM
        if not self.named or not heard:
            return NOT_HEARD
        return NOT_LISTED if self.by_list else NOT_NAMED

    @property
    def assets(self) -> Iterator[Row]:
        """What those who work on an outcome can offer for it."""
        assets, items = carried(self.graph, self.partnership, "asset"), self.partnership.lists.get("items")
        meant = {}
        if items is not None and "outcome" in items:
            listed = items[items["kind"] == "asset"]
            meant = dict(zip(listed["item"].astype(str), listed["outcome"].astype(str), strict=True))
        for outcome in self.outcomes:
            works = self.works(outcome)
            for asset in assets:
                if meant.get(str(asset)) not in (None, "", outcome):
                    continue
                whose = assets[asset] & (works | (meant.get(str(asset)) == outcome))
                for name in whose.index[whose]:
                    yield {"outcome": outcome, "organization": str(name), "asset": str(asset)}

    @cached_property
    def _none(self) -> "pd.Series[bool]":
        return pd.Series(False, index=list(self.graph.names))
