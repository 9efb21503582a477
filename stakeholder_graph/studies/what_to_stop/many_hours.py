"""Where many hours go: organizations that give more than they can, and ties without an outcome in common."""

from typing import TYPE_CHECKING

import numpy as np

from stakeholder_graph.frames import natural
from stakeholder_graph.frames.arrays import Flags
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.graph.hours import hours_of
from stakeholder_graph.measures.outcomes._affiliations import carried
from stakeholder_graph.measures.outcomes._strategies import strategies
from stakeholder_graph.model.finding import Message
from stakeholder_graph.studies.in_common.offers import MeetingOffers
from stakeholder_graph.studies.what_to_stop.candidate import Candidate

if TYPE_CHECKING:
    from stakeholder_graph.model.table import Cell

#: A tie takes much where both ends together give as much as the quarter of ties that take most, and more than half do.
MUCH, USUAL = 0.75, 0.5
#: So many ties are asked about, at most.
MOST_TIES = 10


def beyond_budget(graph: PartnerGraph) -> list[Candidate]:
    """Organizations that give more hours to their ties than the list says they can.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.
    """
    hours = hours_of(graph)
    if hours is None:
        return []
    asked = []
    for name, gives in zip(hours.organizations, hours.present.tolist(), strict=True):
        beyond = gives - hours.stated.get(name, gives)
        if beyond > 0:
            fields: dict[str, Cell] = {"name": name, "gives": gives, "budget": hours.stated[name]}
            asked.append(Candidate("budget", (name,), Message("stop_budget", fields), (name,), beyond))
    return sorted(asked, key=lambda candidate: (-(candidate.hours or 0), natural(candidate.subjects[0])))


def ties_of_many_hours(graph: PartnerGraph, partnership: Partnership) -> list[Candidate]:
    """Ties among the quarter that take most hours, where nothing is known that the two work on together.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.
    partnership : Partnership
        Its lists of strategies and needs.
    """
    hours = hours_of(graph)
    if hours is None:
        return []
    takes = hours.of_pairs.tocoo()
    upper = takes.row < takes.col
    rows, columns, amount = takes.row[upper], takes.col[upper], takes.data[upper]
    if not len(amount):
        return []
    much, usual = (float(np.quantile(amount, share)) for share in (MUCH, USUAL))
    bound = _bound_together(graph, partnership)
    named = carried(graph, partnership, "outcome").to_numpy(dtype=bool)
    says = np.asarray(named.any(axis=1))
    ties = []
    for a, b, spent in zip(rows.tolist(), columns.tolist(), amount.tolist(), strict=True):
        if spent < much or spent <= usual or bound[a, b] or not (says[a] and says[b]) or (named[a] & named[b]).any():
            continue
        if graph.backbone in (graph.names[a], graph.names[b]):
            continue
        two = tuple(sorted((graph.names[a], graph.names[b]), key=natural))
        question = Message("stop_tie", {"a": two[0], "b": two[1], "layer": hours.layer, "hours": spent})
        ties.append(Candidate("tie", two, question, two, float(spent)))
    ties.sort(key=lambda candidate: (-(candidate.hours or 0), [natural(name) for name in candidate.subjects]))
    return ties[:MOST_TIES]


def _bound_together(graph: PartnerGraph, partnership: Partnership) -> Flags:
    """Which two sit in one team, are on one strategy, or of which one offers what the other needs."""
    seats = carried(graph, partnership, "team").to_numpy(dtype=float)
    bound: Flags = np.array(seats @ seats.T > 0, dtype=np.bool_, ndmin=2)
    place = {name: number for number, name in enumerate(graph.names)}
    for strategy in strategies(partnership):
        members = [place[name] for name in strategy.partners if name in place]
        bound[np.ix_(members, members)] = True
    return np.asarray(bound | MeetingOffers(graph, partnership, graph.names).matched)
