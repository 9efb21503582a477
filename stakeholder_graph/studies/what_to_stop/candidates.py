"""What could stop: teams with much the same members, meetings of those who work together, and ties that take much."""

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from stakeholder_graph.frames import natural
from stakeholder_graph.frames.arrays import Flags
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.graph.hours import hours_of
from stakeholder_graph.measures.outcomes._affiliations import carried
from stakeholder_graph.measures.outcomes._charters import charters
from stakeholder_graph.measures.outcomes._strategies import strategies
from stakeholder_graph.model.finding import Message
from stakeholder_graph.studies.in_common.known_ties import heard_about, open_layers, partners_of
from stakeholder_graph.studies.in_common.offers import MeetingOffers
from stakeholder_graph.studies.what_to_stop.candidate import Candidate

if TYPE_CHECKING:
    from stakeholder_graph.model.table import Cell

#: Two teams are much the same where so many of those who sit in either sit in both.
SAME_MEMBERS = 0.5
#: Members of a team, or attendees of a meeting, that are worth a question.
FEWEST = 3
#: Attendees work together anyway where so many of their pairs do, of those of which it is known, and it is known of so
#: many.
TIED, KNOWN = 0.8, 0.5
#: A tie takes much where both ends together give as much as the quarter of ties that take most, and more than half do.
MUCH, USUAL = 0.75, 0.5
#: So many meetings and ties are asked about, at most.
MOST_MEETINGS, MOST_TIES = 10, 10


def what_to_stop(partnership: Partnership, wave: str | None = None) -> tuple[Candidate, ...]:
    """List what takes time and may do little that is not done otherwise.

    Parameters
    ----------
    partnership : Partnership
        Everything.
    wave : str, optional
        Which wave; by default the latest.

    Returns
    -------
    tuple of Candidate
        Teams first, those with most members in common first; then meetings, those with most attendees first; then ties,
        those that take most hours first. None of ties where no scale states hours: none are invented.

        Teams are asked about that share half or more of their members, three at least, and are not there for different
        outcomes. Meetings are asked about where four of five pairs of attendees work together, of those of which it is
        known, the steering committee aside. Ties are asked about that are among the quarter that take most hours, where
        both name outcomes and share none, and share no team, no strategy and no need that the other meets.

    Examples
    --------
    >>> import pandas as pd
    >>> from stakeholder_graph.model.survey import LayerInfo, Wave
    >>> seats = [(name, "team", team) for team in ("Reading", "Books") for name in "ABC"]
    >>> frames = {
    ...     "organizations": pd.DataFrame({"organization": list("ABC")}),
    ...     "affiliations": pd.DataFrame(seats, columns=["organization", "kind", "item"]),
    ... }
    >>> graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)
    >>> [(could.kind, could.subjects) for could in what_to_stop(Partnership("P", {"1": graph}, {}))]
    [('teams', ('Books', 'Reading'))]
    """
    graph = partnership.graph(wave)
    return (*_teams(graph, partnership), *_meetings(graph, partnership), *_ties(graph, partnership))


def _teams(graph: PartnerGraph, partnership: Partnership) -> list[Candidate]:
    seats = carried(graph, partnership, "team")
    outcomes_of: dict[str, set[str]] = {}
    for outcome, teams in charters(partnership).items():
        for team in teams:
            outcomes_of.setdefault(team, set()).add(outcome)
    alike = []
    for first, second in combinations(map(str, seats.columns), 2):
        sits, also = seats[first].to_numpy(dtype=bool), seats[second].to_numpy(dtype=bool)
        both, either = int((sits & also).sum()), int((sits | also).sum())
        aims, others = outcomes_of.get(first, set()), outcomes_of.get(second, set())
        if both < FEWEST or both < SAME_MEMBERS * either or (aims and others and not aims & others):
            continue
        same = sorted(aims & others, key=natural)
        fields: dict[str, Cell] = {"team": first, "other": second, "both": both, "either": either}
        question = Message("stop_teams_of", {**fields, "outcome": same[0]}) if same else Message("stop_teams", fields)
        members = tuple(sorted(seats.index[sits & also], key=natural))
        alike.append((-both, Candidate("teams", (first, second), question, members)))
    return [candidate for _count, candidate in sorted(alike, key=lambda row: row[0])]


def _meetings(graph: PartnerGraph, partnership: Partnership) -> list[Candidate]:
    attended = carried(graph, partnership, "meeting")
    steering = _steering(partnership)
    layers = open_layers(graph)[:1]
    if attended.empty or not layers:
        return []
    tied = _tied(graph, layers)
    heard = heard_about(graph, answered_known=partnership.info.answered_known)
    known = heard | heard.T | tied
    asked = []
    for meeting in map(str, attended.columns):
        comes = attended[meeting].to_numpy(dtype=bool)
        if meeting in steering or comes.sum() < FEWEST:
            continue
        pairs = np.triu(np.outer(comes, comes), 1)
        heard_of, working = int((pairs & known).sum()), int((pairs & tied).sum())
        if heard_of < KNOWN * pairs.sum() or working < TIED * heard_of:
            continue
        fields: dict[str, Cell] = {"meeting": meeting, "count": int(comes.sum()), "tied": working, "known": heard_of}
        names = tuple(sorted(attended.index[comes], key=natural))
        asked.append(Candidate("meeting", (meeting,), Message("stop_meeting", fields), names))
    asked.sort(key=lambda candidate: (-len(candidate.organizations), natural(candidate.subjects[0])))
    return asked[:MOST_MEETINGS]


def _steering(partnership: Partnership) -> set[str]:
    items = partnership.lists.get("items")
    if items is None or "steering" not in items:
        return set()
    return set(items.loc[(items["kind"] == "meeting") & items["steering"].astype(bool), "item"])


def _ties(graph: PartnerGraph, partnership: Partnership) -> list[Candidate]:
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


def _tied(graph: PartnerGraph, layers: list[str]) -> Flags:
    place = {name: number for number, name in enumerate(graph.names)}
    tied = np.zeros((len(place), len(place)), dtype=bool)
    for name, partners in partners_of(graph, layers).items():
        tied[place[name], [place[partner] for partner in partners if partner in place]] = True
    return tied
