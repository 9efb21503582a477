"""What lists and answers say of each team: who sits there, for which outcomes, from which sectors."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.frames import natural
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures.outcomes._outcome_facts import OutcomeFacts
from stakeholder_graph.measures.outcomes._strategies import Strategy
from stakeholder_graph.measures.representation._sector_lists import SectorList, first_list

#: A team crosses sectors where organizations of so many of them sit in it.
SEVERAL_SECTORS = 3

Members = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class TeamFacts:
    """The teams of one wave.

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
    def outcome_facts(self) -> OutcomeFacts:
        """What is known of each outcome."""
        return OutcomeFacts(self.graph, self.partnership)

    @cached_property
    def outcomes(self) -> dict[str, tuple[str, ...]]:
        """By team, the outcomes that it is there for; teams of which nothing says it are left out."""
        served: dict[str, list[str]] = {}
        for outcome, teams in self.outcome_facts.chartered.items():
            for team in teams:
                served.setdefault(team, []).append(outcome)
        return {team: tuple(sorted(outcomes, key=natural)) for team, outcomes in served.items()}

    @cached_property
    def teams(self) -> tuple[str, ...]:
        """All that are listed, that anybody sits in, or that are there for an outcome."""
        return tuple(sorted({*map(str, self.outcome_facts.seats.columns), *self.outcomes}, key=natural))

    @cached_property
    def steering(self) -> frozenset[str]:
        """Those that the list of items marks as steering."""
        items = self.partnership.lists.get("items")
        if items is None:
            return frozenset()
        return frozenset(items.loc[(items["kind"] == "team") & items["steering"].astype(bool), "item"].astype(str))

    @cached_property
    def involved(self) -> Members:
        """Who sits in any team, works on its outcome or is in a strategy for it."""
        groups = [group(team) for team in self.teams for group in (self.members, self.works, self.tries)]
        return np.asarray(np.any([*groups, np.zeros(len(self.graph.names), dtype=bool)], axis=0), dtype=bool)

    @cached_property
    def by_list(self) -> bool:
        """Whether who sits where is known from a list of everybody, and from no answer."""
        frame = self.graph["affiliations"]
        return not self.partnership.info.surveyed or bool(
            (frame.loc[frame["kind"] == "team", "source"] == "list").all()
        )

    @cached_property
    def whole(self) -> bool:
        """Whether nobody else can sit in a team: a list says it of everybody, or everybody answered."""
        return self.by_list or bool(self.graph.answered.all())

    @cached_property
    def reference(self) -> SectorList:
        """The list of sectors that should be at the table."""
        return first_list(self.graph, self.partnership)

    @cached_property
    def sectors(self) -> "NDArray[np.object_]":
        """Shape (n,): the sector of each organization, None where it is not stated."""
        stated = self.outcome_facts.groups("sector")
        return np.array([None if sector != sector else sector for sector in stated], dtype=object)

    def members(self, team: str) -> Members:
        """Which organizations of the roster sit in a team.

        Parameters
        ----------
        team : str
            One of `teams`.
        """
        return np.asarray(self.outcome_facts.seats_of(team), dtype=bool)

    def off_roster(self, team: str) -> int:
        """How many members of a team this wave's roster does not have.

        Parameters
        ----------
        team : str
            One of `teams`.
        """
        frame = self.graph["affiliations"]
        named = frame.loc[(frame["kind"] == "team") & (frame["item"] == team) & (frame["value"] != 0), "organization"]
        return len(set(named) - set(self.graph.names))

    def sectors_in(self, team: str) -> set[str]:
        """The stated sectors of those who sit in a team.

        Parameters
        ----------
        team : str
            One of `teams`.
        """
        return set(self.sectors[self.members(team)]) - {None}

    def crosses(self, team: str) -> bool | None:
        """Whether a team crosses sectors; None where members, or their sectors, are not known well enough to say no.

        Parameters
        ----------
        team : str
            One of `teams`.
        """
        members = self.members(team)
        if not members.any():
            return None
        there = len(self.sectors_in(team))
        if there >= SEVERAL_SECTORS:
            return True
        unstated = sum(sector is None for sector in self.sectors[members]) + self.off_roster(team)
        return None if there + unstated >= SEVERAL_SECTORS or not self.whole else False

    def works(self, team: str) -> Members:
        """Which organizations work on an outcome of a team.

        Parameters
        ----------
        team : str
            One of `teams`.
        """
        works = [np.asarray(self.outcome_facts.works(outcome), dtype=bool) for outcome in self.outcomes.get(team, ())]
        return np.asarray(np.any([*works, np.zeros(len(self.graph.names), dtype=bool)], axis=0), dtype=bool)

    def tried(self, team: str) -> list[Strategy]:
        """The strategies for the outcomes of a team.

        Parameters
        ----------
        team : str
            One of `teams`.
        """
        outcomes = self.outcomes.get(team, ())
        return [strategy for strategy in self.outcome_facts.tried if strategy.outcome in outcomes]

    def tries(self, team: str) -> Members:
        """Which organizations of the roster are partners in a strategy for an outcome of a team.

        Parameters
        ----------
        team : str
            One of `teams`.
        """
        partners = {name for strategy in self.tried(team) for name in strategy.partners}
        return np.array([name in partners for name in self.graph.names], dtype=bool)
