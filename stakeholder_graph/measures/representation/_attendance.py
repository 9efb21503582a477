"""Attendance: how many of its meetings each organization came to, from meetings listed one by one or counted.

Affiliations of kind meeting come in three forms. Meetings may be listed one by one, each with its date or number, as in
"Reading team, March 2025": whoever has a row came. Or the value says how many of them an organization came to. A row
with neither is a seat, such as one on a steering committee, and says nothing of attendance.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

import pandas as pd

from stakeholder_graph.frames import natural
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures._columns import ORGANIZATION, ORGANIZATIONS, SHARE
from stakeholder_graph.model.table import Column, Row, Table
from stakeholder_graph.text import N_

_MONTHS = (
    r"jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|"
    r"dec(ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre"
)
_DAY = r"\d{1,2}(st|nd|rd|th)?"
_YEAR = r"(19|20)\d{2}"
#: A date, a month with or without day and year, a year, or a number after a word for meeting: each sets one meeting of
#: a series apart. A bare number does not: "Ward 2" and "Ward 10" are two bodies.
_WHEN = re.compile(
    rf"\b{_YEAR}[-./]\d{{1,2}}([-./]\d{{1,2}})?\b|\b\d{{1,2}}[-./]\d{{1,2}}[-./](\d{{4}}|\d{{2}})\b|"
    rf"\b({_DAY} (de )?)?({_MONTHS})\b\.?( {_DAY}\b(?!\d))?,?( (de )?{_YEAR}\b)?|"
    rf"\b[qt][1-4]\b|\b{_YEAR}\b|(?<=meeting )(no\.? ?|#)?\d+\b|(?<=session )(no\.? ?|#)?\d+\b|"
    r"(?<=reunión )(núm\.? ?|#)?\d+\b|(?<=sesión )(núm\.? ?|#)?\d+\b|#\d+\b",
    re.IGNORECASE,
)
_EDGES = " ,;:·–—-()[]/"
#: With fewer meetings than this attending says nothing.
SEVERAL = 2
#: Came to at least this share of its own meetings.
HALF = 0.5

MEETING, TEAM = Column("meeting", N_("Meetings"), "text"), Column("team", N_("Team"), "text")
ATTENDED, HELD = Column("attended", N_("Came to"), "count"), Column("held", N_("Held"), "count")
AT_HALF = Column("at_half", N_("Came to half or more"), "count")
MEDIAN = Column("median", N_("Share of its meetings that the median organization came to"), "share")
NOT_COUNTED = Column("not_counted", N_("Came to none and has no seat there"), "count")
ONE_BY_ONE = Column("listed_meetings", N_("Listed one by one"), "count")


@dataclass(frozen=True, slots=True)
class MeetingSeries:
    """Meetings of one body: how many were held, and how many each organization came to.

    Parameters
    ----------
    name, team : str
        What they are called, and the team whose they are; blank for none.
    held : int
        How many; where they are not listed one by one, the most that anybody came to.
    listed : int
        How many are listed one by one; 0 where only counts are known.
    came : mapping of str to int
        By organization whose meetings they are.
    """

    name: str
    team: str
    held: int
    listed: int
    came: Mapping[str, int]


def attendance_tables(graph: PartnerGraph, partnership: Partnership, teams: Sequence[str] = ()) -> dict[str, Table]:
    """Who came to how many meetings, for the desk alone.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.
    partnership : Partnership
        Says whether anybody was asked.
    teams : sequence of str
        Names of teams: meetings whose name holds one are that team's.

    Returns
    -------
    dict of str to Table
        ``attendance``, ``meetings`` and ``attended_by``; without rows where attendance is not known.

    Examples
    --------
    >>> from stakeholder_graph.model.survey import Wave
    >>> items = ["Board, May 2025", "Board, May 2025", "Board, June 2025"]
    >>> rows = pd.DataFrame({"organization": ["A", "B", "A"], "item": items})
    >>> people = pd.DataFrame({"organization": ["A", "B"]})
    >>> graph = PartnerGraph(Wave("1"), {}, {"organizations": people, "affiliations": rows.assign(kind="meeting")})
    >>> [tuple(row.values()) for row in attendance_tables(graph, Partnership("P", {"1": graph}, {}))["attendance"].rows]
    [('Board', '', 'A', 2, 2), ('Board', '', 'B', 1, 2)]
    """
    series = tuple(meetings_of(graph, partnership, teams))
    rows: list[Row] = [
        {"meeting": held.name, "team": held.team, "organization": name, "attended": came, "held": held.held}
        for held in series
        for name, came in held.came.items()
    ]
    own = list(own_shares(series).values())
    overall: list[Row] = [{**_shares(own), "not_counted": len(graph.names) - len(own)}] if own else []
    return {
        "attendance": Table.from_rows((MEETING, TEAM, ORGANIZATION, ATTENDED, HELD), rows),
        "meetings": Table.from_rows(
            (MEETING, TEAM, HELD, ONE_BY_ONE, ORGANIZATIONS, AT_HALF, MEDIAN), map(_of_series, series)
        ),
        "attended_by": Table.from_rows((ORGANIZATIONS, AT_HALF, SHARE, MEDIAN, NOT_COUNTED), overall),
    }


def own_shares(series: Iterable[MeetingSeries]) -> dict[str, float]:
    """What share of its own meetings each organization came to.

    Parameters
    ----------
    series : iterable of MeetingSeries
        All there are.

    Returns
    -------
    dict of str to float
        Over all its series together.

    Examples
    --------
    >>> own_shares([MeetingSeries("Board", "", 4, 4, {"A": 3}), MeetingSeries("Team", "", 2, 2, {"A": 0})])
    {'A': 0.5}
    """
    came: dict[str, int] = {}
    held: dict[str, int] = {}
    for body in series:
        for name, count in body.came.items():
            came[name] = came.get(name, 0) + count
            held[name] = held.get(name, 0) + body.held
    return {name: came[name] / held[name] for name in came}


def meetings_of(graph: PartnerGraph, partnership: Partnership, teams: Sequence[str] = ()) -> Iterator[MeetingSeries]:
    """The series of meetings of which it is known who came to how many.

    Parameters
    ----------
    graph, partnership, teams
        As of `attendance_tables`.

    Yields
    ------
    MeetingSeries
        By name. Those whose meetings they are: members of the team, those with a seat in the body, and whoever came;
        of those who have not answered, where answers alone say who came, only those of whom it is known.
    """
    frame = graph["affiliations"]
    frame = frame[(frame["kind"] == "meeting") & frame["organization"].isin(graph.names)]
    by_list = not partnership.info.surveyed or bool((frame["source"] == "list").all())
    heard = {name for name, yes in zip(graph.names, graph.answered, strict=True) if yes or by_list}
    bodies: dict[str, dict[str, pd.DataFrame]] = {}
    for item, rows in frame.groupby("item"):
        bodies.setdefault(series_name(str(item)).casefold(), {})[str(item)] = rows
    for items in sorted(bodies.values(), key=lambda items: natural(min(items))):
        events = {item: rows for item, rows in items.items() if series_name(item) != item}
        others = [rows for item, rows in items.items() if item not in events]
        name = series_name(min(items, key=natural))
        team = next((team for team in sorted(teams, key=len, reverse=True) if _holds(name, team)), "")
        came = _came(events, others)
        held = max(sum(bool((rows["value"] != 0).any()) for rows in events.values()), max(came.values(), default=0))
        if held < SEVERAL:
            continue
        of_team = set(_sitting(graph, team)) if team else set()
        seats = {organization for rows in others for organization in rows["organization"]}
        own = {*came, *((of_team | seats) & heard)} - (_unknown(others) - came.keys())
        listed = len(events)
        yield MeetingSeries(name, team, held, listed, {who: came.get(who, 0) for who in sorted(own, key=natural)})


def series_name(item: str) -> str:
    """The name of a meeting without its date or number.

    Parameters
    ----------
    item : str
        As listed.

    Examples
    --------
    >>> series_name("Reading team, March 2025"), series_name("Board 2025-03-12"), series_name("Steering committee")
    ('Reading team', 'Board', 'Steering committee')
    >>> series_name("Reunión de padres, 3 de mayo de 2025"), series_name("Meeting #4")
    ('Reunión de padres', 'Meeting')
    """
    if not _WHEN.search(item):
        return item
    return " ".join(_WHEN.sub(" ", item).split()).strip(_EDGES) or item


def _came(events: Mapping[str, pd.DataFrame], others: Sequence[pd.DataFrame]) -> dict[str, int]:
    """How many meetings each organization came to; of several counts of one organization the largest."""
    came: dict[str, int] = {}
    for rows in events.values():
        for organization in set(rows.loc[rows["value"] != 0, "organization"]):
            came[str(organization)] = came.get(str(organization), 0) + 1
    for rows in others if not events else ():
        for organization, value in rows.dropna(subset=["value"]).groupby("organization")["value"].max().items():
            came[str(organization)] = int(value)
    return came


def _unknown(others: Sequence[pd.DataFrame]) -> set[str]:
    """Who has a seat in a body of which others' counts are known, and whose own is not."""
    counted = [rows for rows in others if rows["value"].notna().any()]
    return {str(name) for rows in counted for name in rows.loc[rows["value"].isna(), "organization"]}


def _sitting(graph: PartnerGraph, team: str) -> Iterator[str]:
    frame = graph["affiliations"]
    seats = frame[(frame["kind"] == "team") & (frame["item"] == team) & (frame["value"] != 0)]
    yield from (name for name in map(str, seats["organization"]) if name in graph.index)


def _holds(name: str, team: str) -> bool:
    """Whether a team's name stands in that of a meeting as whole words."""
    return bool(re.search(rf"(?<!\w){re.escape(team.casefold())}(?!\w)", name.casefold()))


def _of_series(body: MeetingSeries) -> Row:
    shares = _shares([came / body.held for came in body.came.values()])
    shown = {name: shares[name] for name in ("organizations", "at_half", "median")}
    return {"meeting": body.name, "team": body.team, "held": body.held, "listed_meetings": body.listed, **shown}


def _shares(shares: Sequence[float]) -> dict[str, float | int]:
    at_half = sum(share >= HALF for share in shares)
    return {
        "organizations": len(shares),
        "at_half": at_half,
        "share": at_half / len(shares),
        "median": median(shares),
    }
