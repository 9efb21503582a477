"""Ties within teams and between them: of how many pairs it is known, and how many of these work together."""

from collections.abc import Iterator, Sequence
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


def within_teams(teams: TeamFacts, contexts: Sequence[StudyContext]) -> Table:
    """Of the pairs of members of each team, those that work together; one row a kind of tie and team.

    Parameters
    ----------
    teams : TeamFacts
        Who sits where.
    contexts : sequence of StudyContext
        The layers.

    Returns
    -------
    Table
        Teams with fewer than two members are left out.
    """
    rows: list[Row] = []
    for context in contexts:
        pairs = pairs_of(context)
        for team in teams.teams:
            members = np.flatnonzero(teams.members(team))
            if len(members) > 1:
                first, second = members[np.array(np.triu_indices(len(members), 1))]
                rows.append({"layer": context.name, "team": team, **_counted(pairs, first, second)})
    return Table.from_rows((LAYER, TEAM, *OF_PAIRS), rows)


def between_teams(teams: TeamFacts, contexts: Sequence[StudyContext]) -> Table:
    """The same of pairs of a member of one team and a member of another, neither of whom sits in both.

    Parameters
    ----------
    teams, contexts
        As of `within_teams`.

    Returns
    -------
    Table
        Pairs of teams without such members are left out.
    """
    rows: list[Row] = []
    for context in contexts:
        pairs = pairs_of(context)
        for team, other in combinations(teams.teams, 2):
            first, second = _across(teams.members(team), teams.members(other))
            if len(first):
                counts = _counted(pairs, first, second)
                rows.append({"layer": context.name, "team": team, "other_team": other, **counts})
    return Table.from_rows((LAYER, TEAM, OTHER_TEAM, *OF_PAIRS), rows)


def partners_in(pairs: PairsOfLayer, members: Members, asked: NDArray[np.intp]) -> Iterator[tuple[int, int, int]]:
    """With how many others of a team organizations work, of how many it is known, and how many others there are.

    Parameters
    ----------
    pairs : PairsOfLayer
        Of the main kind of tie.
    members : ndarray of bool, shape (n,)
        Who sits in the team.
    asked : ndarray of int, shape (m,)
        Indices of the organizations.

    Yields
    ------
    tuple of int
        In the order of `asked`.
    """
    team = np.flatnonzero(members)
    index, other = np.repeat(np.arange(len(asked)), len(team)), np.tile(team, len(asked))
    apart = asked[index] != other
    index, other = index[apart], other[apart]
    first, second = np.minimum(asked[index], other), np.maximum(asked[index], other)
    known = pairs.known(first, second)
    counts = (pairs.together(first, second) & known, known, np.ones_like(known))
    columns = (np.bincount(index, weights=count, minlength=len(asked)).astype(int).tolist() for count in counts)
    yield from zip(*columns, strict=True)


def pairs_of(context: StudyContext) -> PairsOfLayer:
    """The pairs of a layer, counted as the settings count ties.

    Parameters
    ----------
    context : StudyContext
        Of the layer.
    """
    return PairsOfLayer.of(context.reports, context.settings.ties)


def _across(team: Members, other: Members) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    only, other_only = np.flatnonzero(team & ~other), np.flatnonzero(other & ~team)
    first, second = np.repeat(only, len(other_only)), np.tile(other_only, len(only))
    return np.minimum(first, second), np.maximum(first, second)


def _counted(pairs: PairsOfLayer, first: NDArray[np.intp], second: NDArray[np.intp]) -> dict[str, int | float | None]:
    """Of pairs, the lower index first: how many, known, and tied of those known.

    One side's yes is enough to know that two work together, while only both sides tell that they do not: the share of
    those known would be too high. So the share is of the pairs that both answered about.
    """
    known, together = pairs.known(first, second), pairs.together(first, second)
    asked = known
    if pairs.layer.directed:
        observed = pairs.layer.observed
        asked = observed.contains(first, second) & observed.contains(second, first)
    both, tied = int(asked.sum()), int((together & asked).sum())
    return {
        "pairs": len(first),
        "known": int(known.sum()),
        "together": int((together & known).sum()),
        "both_answered": both,
        "both_answered_together": tied,
        "share": tied / both if both else None,
    }
