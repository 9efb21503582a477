"""One screen: one thing to say to a room."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from stakeholder_graph.studies.reported_pairs import Joins
from stakeholder_graph.text import N_
from stakeholder_graph.views.in_short.bars import Bar
from stakeholder_graph.views.scene import Scene

#: Lines on one screen.
MOST_LINES = 3
#: Names and the like in a list beside them.
MOST_LISTED = 12

Shows = Literal["map", "tally", "seats", "words"]

#: What stands above the title of each screen, by its id.
KINDS: Mapping[str, str] = {
    "promised": N_("What we took on last time"),
    "us": N_("Who we are"),
    "read": N_("The map"),
    "connected": N_("How we are connected"),
    "strength": N_("A strength"),
    "across": N_("Across sectors"),
    "missing": N_("Who is missing"),
    "meet": N_("Who could meet"),
    "questions": N_("Now it is our turn"),
    "next": N_("Next steps"),
}
#: The heading of notes that say what the speaker and the room can do.
NOTE_DO = N_("What to do here")
#: The heading of notes on how a number came about.
NOTE_HOW = N_("How it was found")
#: The heading of notes on who has not answered.
NOTE_SILENT = N_("If asked: and what about those who did not answer?")


@dataclass(frozen=True, slots=True)
class SpeakerNote:
    """A heading and what the speaker may say under it."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Guess:
    """What the room guesses, each with one, two or three fingers, before a screen tells it.

    Parameters
    ----------
    question : str
        What is asked.
    ranges : tuple of (str, str, str)
        Three answers, of which one holds.
    """

    question: str
    ranges: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Seat:
    """A place at the table: whose it is, and whether anybody sits there."""

    name: str
    taken: bool


@dataclass(frozen=True)
class Screen:
    """One thing to say to a room.

    Parameters
    ----------
    id : str
        What it is about: a key of `KINDS`.
    kind : str
        The same in words, to stand above the title.
    title : str
        A sentence.
    lines : tuple of str
        At most `MOST_LINES`; of a screen of words, each is one of the things to talk about.
    notes : tuple of SpeakerNote
        For the speaker.
    asks : tuple of str
        Questions that stand beside it on a poster.
    shows : {"map", "tally", "seats", "words"}
        What stands beside the words; ``words``: nothing.
    lit : frozenset of int or None
        The organizations of the map it speaks of; None for all.
    ties : {"", "across", "within"}
        Which lines stand out: those that join two sectors, those that stay within one, or none.
    tally : tuple of Bar
        Sectors and how many organizations they have, or what a finding counts.
    large : str
        A number to stand above the bars in very large type; they are then of a hundred.
    caption : str
        What the bars count, where nothing else on the screen says so.
    bright : frozenset of int or None
        The lines of the map that stand out, by number, where neither `lit` nor `ties` says which.
    by_sector : bool
        Whether its map is arranged by sector.
    seats : tuple of Seat
        Who is expected at the table, those that are missing first.
    listed : tuple of str
        Names, outcomes or commitments, in a list.
    guess : Guess or None
        What the room guesses before the screen is shown.
    minutes : int
        How long it takes, the guess included.
    """

    id: str
    kind: str
    title: str
    lines: tuple[str, ...]
    notes: tuple[SpeakerNote, ...]
    asks: tuple[str, ...] = ()
    shows: Shows = "words"
    lit: frozenset[int] | None = None
    ties: Joins = ""
    tally: tuple[Bar, ...] = ()
    large: str = ""
    caption: str = ""
    bright: frozenset[int] | None = None
    by_sector: bool = False
    seats: tuple[Seat, ...] = ()
    listed: tuple[str, ...] = ()
    guess: Guess | None = None
    minutes: int = 0

    @property
    def longest(self) -> int:
        """How long a bar can be."""
        return 100 if self.large else max([1, *(bar.length for bar in self.tally)])

    @property
    def numbered(self) -> bool:
        """Whether its lines are things to do, one after another."""
        return self.id in ("questions", "next")

    @property
    def apart(self) -> bool:
        """Whether some lines of its map stand out from the others."""
        return bool(self.ties) or self.lit is not None or self.bright is not None

    def stands_out(self, drawn: Scene) -> frozenset[int]:
        """The numbers of the lines that stand out on its map."""
        return drawn.bright(self.lit, self.ties) if self.bright is None else self.bright

    def arranged(self, drawn: Scene) -> Scene:
        """The map as it arranges it."""
        return drawn.arranged_by_sector if self.by_sector and drawn.by_sector else drawn
