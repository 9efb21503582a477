"""Why two are to be introduced, the reason that counts most first."""

from typing import TYPE_CHECKING

from stakeholder_graph.measures.outcomes._charters import charters
from stakeholder_graph.model.finding import Message
from stakeholder_graph.studies.introductions.weights import PairWeights

if TYPE_CHECKING:
    from stakeholder_graph.model.table import Cell


def shared_outcomes(weights: PairWeights, a: int, b: int) -> tuple[str, ...]:
    """The outcomes that two both work on.

    Parameters
    ----------
    weights : PairWeights
        Who works on what.
    a, b : int
        The two.
    """
    work = weights.outcomes.to_numpy(dtype=bool)
    return tuple(str(item) for item in weights.outcomes.columns[work[a] & work[b]])


def reasons(weights: PairWeights, a: int, b: int) -> tuple[Message, ...]:
    """Say why two are to be introduced.

    Parameters
    ----------
    weights : PairWeights
        What speaks for each pair.
    a, b : int
        The two.

    Returns
    -------
    tuple of Message
        What one offers and the other needs, the outcomes that both work on, a team for one of these on which one alone
        sits, their sectors where these hardly work together, and how many partners they have in common.
    """
    said = [weights.offers.reason(a, b)] if weights.needs(slice(a, a + 1))[0, b] > 0 else []
    if shared := shared_outcomes(weights, a, b):
        outcomes: dict[str, Cell] = {"outcomes": "; ".join(shared), "shared": len(shared)}
        said.append(Message("share_outcomes" if len(shared) > 1 else "share_outcome", outcomes))
        said += _sits_alone(weights, a, b, shared)
    if weights.in_hole(a, b):
        said.append(Message("sector_hole", {"sector": weights.sectors[a], "other": weights.sectors[b]}))
    if common := weights.common(a, b):
        said.append(Message("common_partners" if common > 1 else "common_partner", {"count": common}))
    return tuple(said)


def _sits_alone(weights: PairWeights, a: int, b: int, shared: tuple[str, ...]) -> list[Message]:
    """The first team for an outcome of both on which one of them alone sits."""
    seats, teams = weights.seats, charters(weights.partnership)
    for team in (team for outcome in shared for team in teams.get(outcome, ())):
        if team in seats and seats[team].iloc[a] != seats[team].iloc[b]:
            sits, other = (a, b) if seats[team].iloc[a] else (b, a)
            return [Message("sits_alone", {"sits": weights.names[sits], "other": weights.names[other], "team": team})]
    return []
