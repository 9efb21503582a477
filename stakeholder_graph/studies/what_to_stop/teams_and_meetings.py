"""Teams with much the same members, and meetings of those who work together anyway."""

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from stakeholder_graph.frames import natural
from stakeholder_graph.frames.arrays import Flags
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures.outcomes._affiliations import carried
from stakeholder_graph.measures.outcomes._charters import charters
from stakeholder_graph.model.finding import Message
from stakeholder_graph.model.survey import HOURS
from stakeholder_graph.studies.in_common.known_ties import heard_about, open_layers, partners_of
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
#: So many meetings are asked about, at most.
MOST_MEETINGS = 10


def teams_alike(graph: PartnerGraph, partnership: Partnership) -> list[Candidate]:
    """Teams with much the same members that are not there for different outcomes.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.
    partnership : Partnership
        Its list of items says which outcome a team is there for.
    """
    seats, takes = carried(graph, partnership, "team"), _hours_of_each(partnership, "team")
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
        # Once they meet as one, whoever sits in both gives the hours of the larger only.
        less = min(takes[first], takes[second]) * both if first in takes and second in takes else None
        alike.append((-both, Candidate("teams", (first, second), question, members, less)))
    return [candidate for _count, candidate in sorted(alike, key=lambda row: row[0])]


def meetings_of_partners(graph: PartnerGraph, partnership: Partnership) -> list[Candidate]:
    """Meetings of those who work together anyway, the steering committee aside.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.
    partnership : Partnership
        Its list of items says which meetings steer.
    """
    attended, takes = carried(graph, partnership, "meeting"), _hours_of_each(partnership, "meeting")
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
        spent = takes[meeting] * len(names) if meeting in takes else None
        asked.append(Candidate("meeting", (meeting,), Message("stop_meeting", fields), names, spent))
    asked.sort(key=lambda candidate: (-len(candidate.organizations), natural(candidate.subjects[0])))
    return asked[:MOST_MEETINGS]


def _hours_of_each(partnership: Partnership, kind: str) -> dict[str, float]:
    """Hours a month that taking part takes of each, by team or meeting, where the list of items says so."""
    items = partnership.lists.get("items")
    if items is None or HOURS not in items:
        return {}
    rows = items.loc[(items["kind"] == kind) & (items[HOURS].astype(str) != ""), ["item", HOURS]]
    return {str(item): float(hours) for item, hours in rows.itertuples(index=False)}


def _steering(partnership: Partnership) -> set[str]:
    items = partnership.lists.get("items")
    if items is None or "steering" not in items:
        return set()
    return set(items.loc[(items["kind"] == "meeting") & items["steering"].astype(bool), "item"])


def _tied(graph: PartnerGraph, layers: list[str]) -> Flags:
    place = {name: number for number, name in enumerate(graph.names)}
    tied = np.zeros((len(place), len(place)), dtype=bool)
    for name, partners in partners_of(graph, layers).items():
        tied[place[name], [place[partner] for partner in partners if partner in place]] = True
    return tied
