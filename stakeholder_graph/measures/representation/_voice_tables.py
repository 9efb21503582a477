"""Tables of voices: where they have a seat, which teams, outcomes and places have none of them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from stakeholder_graph.frames import natural
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures._columns import NOT_KNOWN
from stakeholder_graph.measures.representation._voices import VOICES, Voice
from stakeholder_graph.measures.representation.sector_coverage import steering_seats
from stakeholder_graph.model.table import Column, Disclosure, Row, Table
from stakeholder_graph.text import N_

NOBODY, THERE = N_("none of them"), N_("some of them")
#: What those who answered do not carry is not known where a smaller share of them did.
MOST = 0.5

VOICES_THERE = Column("voices", N_("Residents, parents or youth"), "count")
OF = Column("of", N_("Of so many"), "count")
STATE = Column("state", N_("How it stands"), "term")
VOICE = Column(
    "voice",
    N_("Stands for"),
    "term",
    labels={"residents": N_("residents"), "parents": N_("parents"), "youth": N_("youth")},
)


@dataclass(frozen=True, eq=False)
class Seats:
    """Who of the voices sits where.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.
    partnership : Partnership
        Its list `items` says which teams there are, and which steer.
    voices : mapping of str to tuple of str
        By organization, for whom it stands.
    """

    graph: PartnerGraph
    partnership: Partnership
    voices: Mapping[str, tuple[Voice, ...]]

    @cached_property
    def rows(self) -> pd.DataFrame:
        """Affiliations of the roster."""
        frame = self.graph["affiliations"]
        return frame[(frame["value"] != 0) & frame["organization"].isin(self.graph.names)]

    @cached_property
    def steering(self) -> pd.DataFrame | None:
        """Those that steer; None where nothing says what does, or nobody is known to sit there."""
        held = steering_seats(self.rows, self.partnership)
        return None if held is None or held.empty else held

    @cached_property
    def teams(self) -> dict[str, set[str]]:
        """By team that does not steer, who sits there; those of which nobody is known are left out."""
        rows = self.rows[self.rows["kind"] == "team"]
        steer = set() if self.steering is None else set(self.steering.loc[self.steering["kind"] == "team", "item"])
        return {team: held for team, held in _by_item(rows).items() if team not in steer}

    @cached_property
    def outcomes(self) -> dict[str, set[str]]:
        """By outcome, listed or named, who works on it; empty where nobody says of any."""
        rows = self.rows[self.rows["kind"] == "outcome"]
        if rows.empty:
            return {}
        listed = self.partnership.lists.get("items")
        items: list[str] = (
            [] if listed is None else listed.loc[listed["kind"] == "outcome", "item"].astype(str).tolist()
        )
        named = _by_item(rows)
        return {item: named.get(item, set()) for item in sorted({*items, *named}, key=natural)}

    @cached_property
    def places(self) -> dict[str, set[str]]:
        """By place, which organizations are listed there."""
        people = self.graph.organizations
        if "place" not in people:
            return {}
        places = people["place"].fillna("").astype(str).str.strip()
        frame = pd.DataFrame({"organization": people["organization"], "item": places})
        return _by_item(frame[places != ""])

    def heard(self, kind: str) -> bool:
        """Whether it is known of the voices what they carry: a list of everybody says it, or most of them answered.

        Parameters
        ----------
        kind : str
            Of affiliation.
        """
        sources = self.rows.loc[self.rows["kind"] == kind, "source"]
        if not self.partnership.info.surveyed or (sources == "list").all():
            return True
        answered = dict(zip(self.graph.names, self.graph.answered, strict=True))
        spoke = [bool(answered[name]) for name in self.voices]
        return sum(spoke) >= MOST * len(spoke)

    def state(self, there: Collection[str], heard: bool) -> str:
        """Whether any of the voices is among some organizations.

        Parameters
        ----------
        there : collection of str
            These.
        heard : bool
            Whether a voice that is not there is known not to be.
        """
        return THERE if self.voices.keys() & set(there) else NOBODY if heard else NOT_KNOWN

    def tables(self) -> dict[str, Table]:
        """Each team, outcome, place and steering body, as far as there are any."""
        steering = {} if self.steering is None else _by_item(self.steering)
        parts = (
            ("teams", "team", N_("Team"), self.teams, self.heard("team")),
            ("steering", "body", N_("Steering"), steering, True),
            ("outcomes", "outcome", N_("Outcome"), self.outcomes, self.heard("outcome")),
            ("places", "place", N_("Place"), self.places if len(self.places) > 1 else {}, True),
        )
        return {
            name: Table.from_rows(
                (Column(column, label, "text"), VOICES_THERE, OF, STATE),
                self._by(column, there, heard),
                Disclosure.SECTOR,
            )
            for name, column, label, there, heard in parts
            if there
        }

    def by_voice(self, voice: Voice | None) -> dict[str, int | None]:
        """In how many teams somebody sits who stands for residents, parents or youth, and how many steer.

        Parameters
        ----------
        voice : str or None
            One of `VOICES`; None for all of them.
        """
        who = {name for name, voices in self.voices.items() if voice is None or voice in voices}
        held = sum(bool(who & there) for there in self.teams.values())
        steering = None if self.steering is None else len(who & set(self.steering["organization"]))
        return {"teams": held if self.teams and (held or self.heard("team")) else None, "steering": steering}

    def _by(self, column: str, items: Mapping[str, set[str]], heard: bool) -> Iterator[Row]:
        for item, there in items.items():
            voices = len(self.voices.keys() & there)
            known = voices or heard
            yield {
                column: item,
                "voices": voices if known else None,
                "of": len(there),
                "state": self.state(there, heard),
            }


def without(tables: Mapping[str, Table], name: str) -> Sequence[str]:
    """The items of a table that none of the voices has to do with.

    Parameters
    ----------
    tables : mapping of str to Table
        As of `Seats.tables`.
    name : str
        Of the table.
    """
    rows = tables[name].rows if name in tables else ()
    return [str(next(iter(row.values()))) for row in rows if row["state"] == NOBODY]


def voice_rows(seats: Seats, persons: Collection[str]) -> Iterator[Row]:
    """One row for residents, parents and youth: how many stand for them, how many are persons, where they sit.

    Parameters
    ----------
    seats : Seats
        Who sits where.
    persons : collection of str
        Those on the roster who are no organization.
    """
    answered = {name for name, yes in zip(seats.graph.names, seats.graph.answered, strict=True) if yes}
    for voice in VOICES:
        who = {name for name, voices in seats.voices.items() if voice in voices}
        counts = {"organizations": len(who), "persons": len(who & set(persons)), "answered": len(who & answered)}
        yield {"voice": voice, **counts, **seats.by_voice(voice)}


def _by_item(rows: pd.DataFrame) -> dict[str, set[str]]:
    grouped = rows.groupby("item")["organization"]
    return {str(item): set(map(str, names)) for item, names in sorted(grouped, key=lambda pair: natural(str(pair[0])))}
