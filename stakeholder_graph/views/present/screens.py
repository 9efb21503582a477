"""The story for a room, in at most eight screens: the page, the posters and the slides show the same ones."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from stakeholder_graph.editions.release import Release
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.model.table import Cell, Table
from stakeholder_graph.studies.headlines import Learned, story
from stakeholder_graph.views.present.scene import Joins, Scene, scene
from stakeholder_graph.views.present.wording import told
from stakeholder_graph.views.report.opening import opening
from stakeholder_graph.views.sure import how_sure, standing
from stakeholder_graph.views.words import count, headline, say

#: Screens, and lines on one of them.
MOST_SCREENS, MOST_LINES = 8, 3
#: Questions for the room, and rows of a tally.
MOST_QUESTIONS, MOST_ROWS = 3, 10
#: Longer titles are cut where their first clause ends, unless hardly anything follows.
LONGEST_TITLE, SHORTEST_LINE = 75, 30

#: Whose questions are asked again at the end, the first first.
QUESTIONS_OF = ("missing", "meet", "across", "strength")

#: The measure that tells of groups.
GROUPS = "outcome_clusters"

Shows = Literal["map", "tally", "words"]


@dataclass(frozen=True, slots=True)
class Row:
    """A bar: whose it is, how long, and what is written at its end. Those of sectors have the sector's look."""

    name: str
    long: int
    said: str


@dataclass(frozen=True, slots=True)
class Note:
    """A heading and what the speaker may say under it."""

    heading: str
    text: str


@dataclass(frozen=True)
class Screen:
    """One thing to say to a room.

    Parameters
    ----------
    id : str
        What it is about.
    kind : str
        The same in words, to stand above the title.
    title : str
        A sentence.
    lines : tuple of str
        At most `MOST_LINES`; of a screen of words, each is one of the things to talk about.
    notes : tuple of Note
        For the speaker.
    asks : tuple of str
        Questions that stand beside it on a poster.
    shows : {"map", "tally", "words"}
        What stands beside the words; ``words``: nothing.
    lit : frozenset of int or None
        The organizations of the map it speaks of; None for all.
    ties : {"", "across", "within"}
        Which lines stand out: those that join two sectors, those that stay within one, or none.
    tally : tuple of Row
        Bars: sectors and how many organizations they have, or what a finding counts.
    large : str
        A number to stand above the bars in very large type; they are then of a hundred.
    caption : str
        What the bars count, where nothing else on the screen says so.
    """

    id: str
    kind: str
    title: str
    lines: tuple[str, ...]
    notes: tuple[Note, ...]
    asks: tuple[str, ...] = ()
    shows: Shows = "words"
    lit: frozenset[int] | None = None
    ties: Joins = ""
    tally: tuple[Row, ...] = ()
    large: str = ""
    caption: str = ""

    @property
    def longest(self) -> int:
        """How long a bar can be."""
        return 100 if self.large else max([1, *(row.long for row in self.tally)])

    @property
    def numbered(self) -> bool:
        """Whether its lines are things to do, one after another."""
        return self.id in ("questions", "next")


@dataclass(frozen=True)
class Deck:
    """The screens of an edition and the map they speak of: what page, posters and slides are made from."""

    release: Release
    scene: Scene
    screens: tuple[Screen, ...]


def deck(release: Release) -> Deck:
    """Tell the story of an edition, as far as there is something to say.

    Parameters
    ----------
    release : Release
        What a room may see; nothing else is in the deck.

    Returns
    -------
    Deck
        With screens in this order: us, how to read the map, a strength, links across sectors, who is missing, groups
        that could meet, questions, next steps.

    Raises
    ------
    ValueError
        If the edition is the backbone's, which is not to be shown to a room.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.editions import release_for
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> release = release_for("partners", Partnership("P", {"1": from_networkx(nx.path_graph(3))}, {}), [], "1")
    >>> [screen.id for screen in deck(release).screens]
    ['us', 'read', 'next']
    """
    if release.confidential:
        raise ValueError("the backbone's edition is not to be presented")
    learned = story(release.findings, at_most=len(release.findings))
    drawn = scene(release)
    room = _Room(release, drawn)
    # The strength that page one tells; the rest is told of whatever page one has no room for, too.
    strength = next((one for one in story(release.findings) if one.strength), None)
    rest = [one for one in learned if strength is None or one.finding is not strength.finding]
    found = [
        room.strength(strength),
        room.across(_first(rest, "silos")),
        room.missing(_first((one for one in rest if _tone(one) == "concern"), "missing")),
        room.meet(next((one for one in rest if one.finding.name == GROUPS and one.finding.value), None)),
    ]
    questions = room.questions(filter(None, found))
    told_of = [room.us(), room.read(), *found, questions, room.next(choose=questions is not None)]
    return Deck(release, drawn, tuple(filter(None, told_of)))


def _first(learned: Iterable[Learned], *sections: str) -> Learned | None:
    """The first thing learned of one of these sections of the report."""
    known = measures()
    return next((one for one in learned if known[one.finding.name].section in sections), None)


def _tone(one: Learned) -> str:
    return one.finding.reading.tone if one.finding.reading else "neutral"


def _of_sectors(finding: Finding) -> bool:
    """Whether it compares sectors, so that lines across and within them show what it tells."""
    fields = finding.reading.fields if finding.reading else {}
    return measures()[finding.name].group or fields.get("what") == "sector"


class _Room:
    """Makes screens of what an edition sees."""

    def __init__(self, release: Release, scene: Scene) -> None:
        self.release, self.scene = release, scene
        self.opening = opening(release)
        self.silent = self.opening.silent if self.opening else None
        # The room's own graph has ties without direction; what was reported had one where findings say so.
        self.directed = any(finding.name == "reciprocity" for finding in release.findings)

    def us(self) -> Screen:
        scene = self.scene
        stated = len(set(scene.sectors) - {NO_SECTOR})
        title = told(
            "us_sectors" if scene.by_sector else "us_listed", organizations=len(scene.dots), sectors=count(stated)
        )
        rows = tuple(
            Row(sector, listed, str(listed)) for sector, listed in sorted(scene.sectors.items(), key=lambda s: -s[1])
        )
        notes = (Note(told("note_do"), told("do_us")), Note(told("note_silent"), self._silent()))
        tally = rows[:MOST_ROWS] if scene.by_sector else ()
        draft = [told("us_draft")] if self.release.partnership.info.draft else []
        lines = (*self._answered()[: MOST_LINES - len(draft)], *draft)
        # Nothing that a room could answer by naming who has not answered.
        asks = (told("ask_us_1"), told("ask_us_2"))
        return self._screen("us", title, lines, notes, asks=asks, shows="tally" if tally else "map", tally=tally)

    def read(self) -> Screen:
        notes, asks = (Note(told("note_do"), told("do_read")),), (told("ask_read_1"), told("ask_read_2"))
        if not self.scene.layer:
            alone = (told("read_no_ties"),)
            return self._screen("read", told("read_title_no_ties"), alone, notes, asks=asks[:1], shows="map")
        sector = [told("read_sector")] if self.scene.by_sector else []
        lines = (*sector, told("read_line", layer=self.scene.layer), told("read_near"))
        return self._screen("read", told("read_title"), lines, notes, asks=asks, shows="map")

    def strength(self, one: Learned | None) -> Screen | None:
        if one is None:
            return None
        picture = _pictured(one.finding)
        alone = "map" if one.finding.scope.layers and self.scene.threads else "words"
        asks = (told("ask_strength_1"), told("ask_strength_2"))
        return self._found("strength", one, asks=asks, **(picture or {"shows": alone}))

    def across(self, one: Learned | None) -> Screen | None:
        scene = self.scene
        counts: Mapping[str, int] = {"across": len(scene.across), "all": len(scene.threads)}
        if one is not None:
            sectors = _of_sectors(one.finding)
            # Its own questions take for granted that something is amiss.
            asks = told("ask_sectors" if sectors and scene.by_sector else "ask_kinds")
            own: dict[str, Any] = {} if _tone(one) == "concern" else {"asks": (asks,)}
            if not sectors:
                return replace(self._found("across", one, **_pictured(one.finding), **own), kind=told("kind_along"))
            if scene.across:
                ties: Joins = "within" if one.finding.reading and "inside" in one.finding.reading.fields else "across"
                return self._found("across", one, [told(f"{ties}_line")], counts, shows="map", ties=ties, **own)
            return self._found("across", one, **_pictured(one.finding), **own)
        if not scene.across:
            return None
        notes = (Note(told("note_how"), told("do_counted_lines")), Note(told("note_silent"), self._silent()))
        return self._screen("across", told("across_counted", **counts), (), notes, shows="map", ties="across")

    def missing(self, one: Learned | None) -> Screen | None:
        if one is None:
            return None
        tally = _tally(one.finding.table) if one.finding.table else ()
        return self._found("missing", one, shows="tally" if tally else "words", tally=tally)

    def meet(self, one: Learned | None) -> Screen | None:
        if one is None or one.standing not in ("clear", "counted"):
            return None
        rows = one.finding.tables["clusters"].rows if "clusters" in one.finding.tables else ()
        bars = tuple(Row(str(row["outcomes"]), int(row["size"] or 0), str(row["size"])) for row in rows)[:MOST_ROWS]
        return self._found("meet", one, **_bars(bars, caption=told("bars_groups")))

    def questions(self, found: Iterable[Screen]) -> Screen | None:
        """What the screens before it ask, worries first; nothing that no screen spoke of."""
        order = sorted(found, key=lambda screen: QUESTIONS_OF.index(screen.id))
        asks = [told("ask_talk") if one.id == "strength" else one.asks[0] for one in order if one.asks]
        asked = tuple(dict.fromkeys(asks))[:MOST_QUESTIONS]
        notes = (Note(told("note_do"), told("do_questions")),)
        return self._screen("questions", told("questions_title"), asked, notes) if asked else None

    def next(self, *, choose: bool) -> Screen:
        steps = [told("next_own"), told("next_wrong")]
        if self.silent:
            steps[0] = told("next_answer_one" if self.silent == 1 else "next_answer", silent=self.silent)
        if choose:
            steps.append(told("next_who"))
        return self._screen("next", told("next_title"), tuple(steps), (Note(told("note_do"), told("do_next")),))

    def _found(
        self, id: str, one: Learned, also: Iterable[str] = (), counts: Mapping[str, int] | None = None, **shown: Any
    ) -> Screen:
        finding, info = one.finding, measures()[one.finding.name]
        layer = " and ".join(finding.scope.layers)
        how_firm = standing(one)
        stands = (
            told("standing", standing=how_firm, layer=layer) if layer else told("standing_alone", standing=how_firm)
        )
        asks = shown.pop("asks", info.questions)
        asked = asks if id != "across" or not also else ()
        found = told("found", title=info.title, question=info.question, how_to_read=info.how_to_read)
        notes = [Note(told("note_how"), f"{found} {self._asked_about(layer)}".strip())]
        if sure := how_sure(finding):
            notes.append(Note(told("note_sure"), " ".join(sure)))
        if counts:
            kind = "counted_ties" if self.directed else "counted_pairs"
            notes.append(Note(told("note_counted"), told(kind, **counts)))
        notes += [Note(told("note_chance"), told(f"chance_{one.standing}")), Note(told("note_silent"), self._silent())]
        title, further = _title(finding)
        lines = [*[*further, *also, *asked][: MOST_LINES - 1], stands]
        return self._screen(id, title, tuple(lines), tuple(notes), asks=asks, **shown)

    def _screen(self, id: str, title: str, lines: tuple[str, ...], notes: tuple[Note, ...], **rest: object) -> Screen:
        return Screen(id, told(f"kind_{id}"), title, lines, notes, **rest)  # type: ignore[arg-type]

    def _answered(self) -> tuple[str, ...]:
        response = self.release.find("response")
        if self.opening is None or response is None or response.reading is None:
            return ()
        if self.silent is None:
            return (told("us_assumed"),)
        if not self.silent:
            return (told("us_all"),)
        answered = int(response.reading.fields["answered"] or 0)
        still = told("us_still_one" if self.silent == 1 else "us_still", silent=self.silent)
        return (told("us_some", answered=answered, all=answered + self.silent), still, told("us_never_none"))

    def _silent(self) -> str:
        if self.opening is None:
            return told("silent_nothing")
        if self.silent is None:
            return told("silent_assumed")
        name = {0: "silent_none", 1: "silent_one"}.get(self.silent, "silent_some")
        return told(name, silent=self.silent)

    def _asked_about(self, layer: str) -> str:
        if not layer:
            return ""
        waves = self.release.partnership.graphs
        return (
            told("layer_wave", layer=layer, wave=self.release.wave)
            if len(waves) > 1
            else told("layer_only", layer=layer)
        )


#: Where a clause ends that can stand alone: not at a colon before a name, since that is what the clause says.
_END = re.compile(r"\. |[:;] (?![\ue000-\uf8ff])")


def _title(finding: Finding) -> tuple[str, list[str]]:
    """What a finding says in a title's length, and the rest of it; names are never cut, whatever stands in them."""
    reading = finding.reading
    if reading is None:
        return headline(finding), []
    # While it is cut, a letter that no text uses stands in for each name.
    names = {key: value for key, value in reading.fields.items() if isinstance(value, str)}
    marks = {key: chr(0xE000 + k) for k, key in enumerate(names)}
    said = say(replace(reading, fields={**reading.fields, **marks}), finding.name)

    def filled(text: str) -> str:
        for key, mark in marks.items():
            text = text.replace(mark, names[key])
        return text

    end = _END.search(said)
    cut = end.start() if end else len(said)
    rest = said[cut + 2 :]
    if len(said) <= LONGEST_TITLE or len(rest) < SHORTEST_LINE:
        return filled(said.removesuffix(".")), []
    return filled(said[:cut]), [filled(rest[:1].upper() + rest[1:])]


def _pictured(finding: Finding) -> dict[str, Any]:
    """Bars, and a number of a hundred to write large if there is one; nothing where there is nothing to draw."""
    fields = finding.reading.fields if finding.reading else {}
    share = fields.get("across", fields.get("inside"))
    if share is not None and "chance" in fields:
        bars = _of_hundred(told("bar_here"), share), _of_hundred(told("bar_chance"), fields["chance"])
        return _bars(bars, large=told("of_hundred", count=share))
    if "of_hundred" in fields:
        bar = _of_hundred(measures()[finding.name].title, fields["of_hundred"])
        return _bars((bar,), large=told("of_hundred", count=fields["of_hundred"]))
    rows = finding.table.rows if finding.table else ()
    for row in rows:
        if row.get("predictor") and str(row["predictor"]) in str(fields.get("work", "")):
            bars = (
                _of_hundred(str(row["predictor"]), row["tied_alike"]),
                _of_hundred(told("bar_others"), row["tied_others"]),
            )
            return _bars(bars, large=told("of_hundred", count=row["tied_alike"]), caption=told("bars_pairs"))
    if rows and {"outcome", "organizations"} <= set(rows[0]):
        ranked = sorted(rows, key=lambda row: (-int(row["organizations"] or 0), str(row["outcome"])))
        found = (Row(str(row["outcome"]), int(row["organizations"] or 0), str(row["organizations"])) for row in ranked)
        return _bars(tuple(found)[:MOST_ROWS], caption=told("bars_outcomes"))
    return {}


def _bars(rows: tuple[Row, ...], **also: str) -> dict[str, Any]:
    return {"shows": "tally", "tally": rows, **also} if rows else {}


def _of_hundred(name: str, count: Cell) -> Row:
    return Row(name, int(count or 0), str(count))


def _tally(table: Table) -> tuple[Row, ...]:
    """Sectors with how they stand, the missing ones first; only those that are expected, where a list says so."""
    rows = [row for row in table.rows if "sector" in row and row.get("listed") is not None]
    if any(row.get("expected") for row in rows):
        rows = [row for row in rows if row["expected"]]
    tally = []
    for row in rows:
        listed = int(row["listed"] or 0)
        tally.append(Row(str(row["sector"]), listed, str(listed) if listed else told("none_there")))
    return tuple(sorted(tally, key=lambda row: (row.long, row.name)))[:MOST_ROWS]
