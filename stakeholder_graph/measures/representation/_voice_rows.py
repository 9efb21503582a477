"""Rows of community voice: all who stand for residents, parents or youth together, and one by one."""

from collections.abc import Mapping

import numpy as np

from stakeholder_graph.measures._columns import ORGANIZATION, ORGANIZATIONS, SECTOR, VERDICT
from stakeholder_graph.measures.representation._connected import CONNECTED, FEW_TIES, Connected
from stakeholder_graph.measures.representation._voice_tables import OF, STATE, VOICE, Seats, voice_rows
from stakeholder_graph.model.table import ABSENT, Cell, Column, Disclosure, Row, Table
from stakeholder_graph.text import N_

PERSONS = Column("persons", N_("Of these persons"), "count")
ANSWERED = Column("answered", N_("Answered"), "count")
CONNECTED_COUNT = Column("connected", N_("Connected as others are"), "count")
TEAMS, STEERING = Column("teams", N_("Teams they sit in"), "count"), Column("steering", N_("On steering"), "count")
BY_VOICE = (VOICE, ORGANIZATIONS, PERSONS, ANSWERED, TEAMS, STEERING)
NETWORK = (
    ORGANIZATIONS,
    Column("persons", N_("Persons on the list"), "count"),
    Column("persons_named", N_("Persons who agreed to be named"), "count"),
    ANSWERED,
    CONNECTED_COUNT,
    Column("few_ties", N_("At the table, few ties"), "count"),
    Column("not_known", N_("Not known yet"), "count"),
    TEAMS,
    Column("of_teams", N_("Teams whose members are known"), "count"),
    STEERING,
    Column("of_steering", N_("Seats on steering"), "count"),
    Column("median", N_("Share of others that the median of them works with"), "share"),
    Column("median_low", N_("At least, whatever the silent would say"), "share"),
    Column("median_high", N_("At most"), "share"),
    Column("lowest_quarter", N_("The same of the lowest quarter of the others"), "share"),
    Column("others", N_("Others that answered"), "count"),
    VERDICT,
)
PEOPLE = (
    ORGANIZATION,
    SECTOR,
    VOICE,
    Column("person", N_("A person"), "flag"),
    Column("answered", N_("Answered"), "flag"),
    Column("ties", N_("Partners"), "count"),
    OF,
    Column("share", N_("Share"), "share"),
    TEAMS,
    Column("steers", N_("On steering"), "flag"),
    STATE,
)


def by_voice(seats: Seats, agreed: Mapping[str, bool]) -> Table:
    """One row for residents, parents and youth.

    Parameters
    ----------
    seats : Seats
        Who sits where.
    agreed : mapping of str to bool
        Persons on the roster, and whether each agreed to be named.
    """
    columns = [column for column in BY_VOICE if seats.partnership.info.surveyed or column is not ANSWERED]
    return _stated(Table.from_rows(columns, voice_rows(seats, agreed), Disclosure.SECTOR))


def all_together(seats: Seats, connected: Connected | None, agreed: Mapping[str, bool]) -> Table:
    """All of them in one row.

    Parameters
    ----------
    seats, agreed
        As of `by_voice`.
    connected : Connected or None
        None where nobody was asked about ties.
    """
    return _stated(Table.from_rows(NETWORK, [_network(seats, connected, agreed)], Disclosure.SECTOR))


def one_by_one(seats: Seats, connected: Connected | None, agreed: Mapping[str, bool]) -> Table:
    """One row for each of them, for the desk alone.

    Parameters
    ----------
    seats, connected, agreed
        As of `all_together`.
    """
    return _stated(Table.from_rows(PEOPLE, _people(seats, connected, agreed)))


def _network(seats: Seats, connected: Connected | None, agreed: Mapping[str, bool]) -> Row:
    who, graph = seats.voices, seats.graph
    answered = {name for name, yes in zip(graph.names, graph.answered, strict=True) if yes}
    of_steering = None if seats.steering is None else int(seats.steering["organization"].nunique())
    row: dict[str, Cell] = {
        "organizations": len(who),
        "persons": len(agreed),
        "persons_named": sum(agreed.values()),
        "answered": len(who.keys() & answered) if seats.partnership.info.surveyed else None,
        **seats.by_voice(None),
        "of_teams": len(seats.teams) or None,
        "of_steering": of_steering,
    }
    if connected is None:
        return row
    states = [connected.state(k) for k in np.flatnonzero(connected.chosen).tolist()]
    low, high = connected.median_range or (None, None)
    return row | {
        "connected": states.count(CONNECTED),
        "few_ties": states.count(FEW_TIES),
        "not_known": len(states) - states.count(CONNECTED) - states.count(FEW_TIES),
        "median": connected.median,
        "median_low": low,
        "median_high": high,
        "lowest_quarter": connected.lowest_quarter,
        "others": len(connected.others),
        "verdict": connected.verdict,
    }


def _people(seats: Seats, connected: Connected | None, agreed: Mapping[str, bool]) -> list[Row]:
    graph = seats.graph
    sectors = dict(zip(graph.names, graph.organizations["sector"].astype(str), strict=True))
    steers = None if seats.steering is None else set(seats.steering["organization"])
    rows: list[Row] = []
    for k, name in enumerate(graph.names):
        if name not in seats.voices:
            continue
        row: dict[str, Cell] = {
            "organization": name,
            "sector": sectors[name],
            "voice": ", ".join(seats.voices[name]) if len(seats.voices[name]) > 1 else seats.voices[name][0],
            "person": name in agreed,
            "answered": bool(graph.answered[k]) if seats.partnership.info.surveyed else None,
            "teams": sum(name in there for there in seats.teams.values()) if seats.teams else None,
            "steers": None if steers is None else name in steers,
        }
        if connected is not None:
            ties, known = connected.counts
            share = None if np.isnan(connected.shares[k]) else float(connected.shares[k])
            row |= {"ties": int(ties[k]) if known[k] else None, "of": int(known[k])}
            row |= {"share": share, "state": connected.state(k)}
        rows.append(row)
    return rows


def _stated(table: Table) -> Table:
    """The table without columns of which nothing is known."""
    cells = {column: list(table[column.name]) for column in table.columns}
    kept = [column for column, values in cells.items() if any(value not in (None, "", ABSENT) for value in values)]
    return Table.from_rows(kept, table.rows, table.discloses)
