"""Ties within teams and between them: of how many pairs it is known, and how many of these work together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.measures._columns import LAYER
from stakeholder_graph.model.table import Column, Row, Table
from stakeholder_graph.studies.context import StudyContext
from stakeholder_graph.studies.outcomes._pairs import PairsOfLayer
from stakeholder_graph.studies.outcomes._team_facts import Members, TeamFacts
from stakeholder_graph.text import N_

TEAM, OTHER_TEAM = Column("team", N_("Team"), "text"), Column("other_team", N_("Other team"), "text")
PAIRS = Column("pairs", N_("Pairs"), "count")
KNOWN = Column("known", N_("Pairs of which it is known"), "count")
TOGETHER = Column("together", N_("Pairs that work together"), "count")
BOTH_ANSWERED = Column("both_answered", N_("Pairs that both answered about"), "count")
TIED = Column("both_answered_together", N_("Of these work together"), "count")
SHARE_TOGETHER = Column("share", N_("Share of these"), "share")
OF_PAIRS = (PAIRS, KNOWN, TOGETHER, BOTH_ANSWERED, TIED, SHARE_TOGETHER)


#: Of more organizations than this no pairs are looked at.
LARGEST = 4000


@dataclass(frozen=True, eq=False)
class PairStates:
    """What is known of every pair of some organizations, in one kind of tie.

    One side's yes is enough to know that two work together, while only both sides tell that they do not: the share of
    those known would be too high. So shares are of the pairs that both answered about.

    Parameters
    ----------
    layer : str
        The kind of tie.
    place : ndarray of int, shape (n,)
        The row of each organization of the layer; -1 for those that are not looked at.
    known, together, both_answered : ndarray of bool, shape (m, m)
        Symmetric, False on the diagonal.
    """

    layer: str
    place: NDArray[np.intp]
    known: NDArray[np.bool_]
    together: NDArray[np.bool_]
    both_answered: NDArray[np.bool_]

    @classmethod
    def of(cls, context: StudyContext, among: Members) -> "PairStates":
        """Look at the pairs of some organizations, counted as the settings count ties.

        Parameters
        ----------
        context : StudyContext
            Of the layer.
        among : ndarray of bool, shape (n,)
            Which organizations.
        """
        return cls.of_pairs(context.name, PairsOfLayer.of(context.reports, context.settings.ties), among)

    @classmethod
    def of_pairs(cls, name: str, pairs: PairsOfLayer, among: Members) -> "PairStates":
        """The same of pairs that are at hand.

        Parameters
        ----------
        name : str
            Of the layer.
        pairs : PairsOfLayer
            Its pairs.
        among : ndarray of bool, shape (n,)
            Which organizations.
        """
        who = np.flatnonzero(among)
        place = np.full(len(among), -1)
        place[who] = np.arange(len(who))
        rows, columns = np.triu_indices(len(who), 1)
        first, second = who[rows], who[columns]
        known = pairs.known(first, second)
        asked = known
        if pairs.layer.directed:
            observed = pairs.layer.observed
            asked = observed.contains(first, second) & observed.contains(second, first)

        def both_ways(state: NDArray[np.bool_]) -> NDArray[np.bool_]:
            matrix = np.zeros((len(who), len(who)), dtype=bool)
            matrix[rows, columns] = matrix[columns, rows] = state
            return matrix

        together = pairs.together(first, second) & known
        return cls(name, place, both_ways(known), both_ways(together), both_ways(asked))

    def across(self, team: Members, other: Members) -> dict[str, int | float | None]:
        """Count pairs of a member of one group and a member of another, who have nobody in common.

        Parameters
        ----------
        team, other : ndarray of bool, shape (n,)
            Among those that are looked at.
        """
        return self._counts(self.place[team], self.place[other], 1)

    def within(self, team: Members) -> dict[str, int | float | None]:
        """Count pairs of members of a group.

        Parameters
        ----------
        team : ndarray of bool, shape (n,)
            Among those that are looked at.
        """
        return self._counts(self.place[team], self.place[team], 2)

    def partners(self, who: NDArray[np.intp], team: Members) -> Iterator[tuple[int, int, int]]:
        """With how many others of a group organizations work, of how many it is known, and how many others there are.

        Parameters
        ----------
        who : ndarray of int, shape (k,)
            Indices of the organizations.
        team : ndarray of bool, shape (n,)
            The group.

        Yields
        ------
        tuple of int
            In the order of `who`.
        """
        cells = np.ix_(self.place[who], self.place[team])
        counts = self.together[cells].sum(axis=1), self.known[cells].sum(axis=1), team.sum() - team[who]
        yield from zip(*(count.astype(int).tolist() for count in counts), strict=True)

    def _counts(self, rows: NDArray[np.intp], columns: NDArray[np.intp], times: int) -> dict[str, int | float | None]:
        cells = np.ix_(rows, columns)
        both, tied = self.both_answered[cells], self.together[cells]
        pairs = len(rows) * len(columns) - (len(rows) if times > 1 else 0)
        asked, of_these = int(both.sum()) // times, int((both & tied).sum()) // times
        return {
            "pairs": pairs // times,
            "known": int(self.known[cells].sum()) // times,
            "together": int(tied.sum()) // times,
            "both_answered": asked,
            "both_answered_together": of_these,
            "share": of_these / asked if asked else None,
        }


def within_teams(teams: TeamFacts, states: Sequence[PairStates]) -> Table:
    """Of the pairs of members of each team, those that work together; one row a kind of tie and team.

    Parameters
    ----------
    teams : TeamFacts
        Who sits where.
    states : sequence of PairStates
        One for each kind of tie.

    Returns
    -------
    Table
        Teams with fewer than two members are left out.
    """
    rows: list[Row] = [
        {"layer": state.layer, "team": team, **state.within(members)}
        for state in states
        for team in teams.teams
        if (members := teams.members(team)).sum() > 1
    ]
    return Table.from_rows((LAYER, TEAM, *OF_PAIRS), rows)


def between_teams(teams: TeamFacts, states: Sequence[PairStates]) -> Table:
    """The same of pairs of a member of one team and a member of another, neither of whom sits in both.

    Parameters
    ----------
    teams, states
        As of `within_teams`.

    Returns
    -------
    Table
        Pairs of teams without such members are left out.
    """
    seats = {team: teams.members(team) for team in teams.teams}
    rows: list[Row] = []
    for state in states:
        for team, other in combinations(seats, 2):
            only, other_only = seats[team] & ~seats[other], seats[other] & ~seats[team]
            if only.any() and other_only.any():
                counts = state.across(only, other_only)
                rows.append({"layer": state.layer, "team": team, "other_team": other, **counts})
    return Table.from_rows((LAYER, TEAM, OTHER_TEAM, *OF_PAIRS), rows)
