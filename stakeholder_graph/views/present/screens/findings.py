"""Screens that tell a finding: a strength, links across sectors, who is missing, groups that could meet."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import Finding, Tone
from stakeholder_graph.studies.page_one.story import Learned, Standing
from stakeholder_graph.text import N_, _, listing, translate
from stakeholder_graph.views.certainty import how_sure, standing
from stakeholder_graph.views.in_short.bars import bars_of, group_bars, sector_bars, tally
from stakeholder_graph.views.in_short.title import title_of
from stakeholder_graph.views.present.screens.room import Room
from stakeholder_graph.views.present.screens.screen import MOST_LINES, NOTE_HOW, Screen, SpeakerNote
from stakeholder_graph.views.sentences import also as says_also
from stakeholder_graph.views.sentences import how_to_read

#: What the speaker says when somebody asks whether a finding is more than chance.
CHANCE: Mapping[Standing, str] = {
    "clear": N_("Yes. Luck would rarely do this."),
    "counted": N_("It is counted; luck does not come into it."),
    "even": N_("Luck could do this, so do not make more of it."),
    "close": N_("It is too close to call, so do not make more of it."),
}


def strength(room: Room, learned: Learned | None) -> Screen | None:
    """What works well.

    Parameters
    ----------
    room : Room
        What the room sees.
    learned : Learned or None
        The finding that is shown; None where there is none.

    Returns
    -------
    Screen or None
        None where there is nothing to show.
    """
    if learned is None:
        return None
    alone = "map" if learned.finding.scope.layers and room.scene.threads else "words"
    asks = (_("What made this work, and whom do we thank for it?"), _("Where else could we do the same?"))
    return _finding_screen(room, "strength", learned, asks=asks, **(bars_of(learned.finding) or {"shows": alone}))


def across(room: Room, learned: Learned | None) -> Screen | None:
    """Links across sectors, or what ties run along instead; without a finding, the lines that the map has.

    Parameters
    ----------
    room : Room
        What the room sees.
    learned : Learned or None
        The finding that is shown; None where there is none.

    Returns
    -------
    Screen or None
        None where there is nothing to show.
    """
    scene = room.scene
    counts: Mapping[str, int] = {"across": len(scene.across), "all": len(scene.threads)}
    if learned is None:
        return _counted_across(room, counts) if scene.across else None
    bars = bars_of(learned.finding)
    sectors = _of_sectors(learned.finding)
    own: dict[str, Any] = {}
    if _tone(learned) != "concern":  # its own questions take for granted that something is amiss
        asks = (
            _("Which sector would be worth one more contact for each of us?")
            if sectors and scene.by_sector
            else _("Which kinds of organizations should know each other better?")
        )
        own["asks"] = (asks,)
    if not sectors:
        return replace(_finding_screen(room, "across", learned, **bars, **own), kind=_("What connections run along"))
    if scene.across:
        inside = learned.finding.reading is not None and "inside" in learned.finding.reading.fields
        line = (
            _("On the map, the lines that stay within a sector are in colour.")
            if inside
            else _("On the map, the lines that join two sectors are in colour.")
        )
        return _finding_screen(
            room, "across", learned, [line], counts, shows="map", ties="within" if inside else "across", **own
        )
    return _finding_screen(room, "across", learned, **bars, **own)


def missing(room: Room, learned: Learned | None) -> Screen | None:
    """Which sectors are not at the table.

    Parameters
    ----------
    room : Room
        What the room sees.
    learned : Learned or None
        The finding that is shown; None where there is none.

    Returns
    -------
    Screen or None
        None where there is nothing to show.
    """
    if learned is None:
        return None
    bars = sector_bars(learned.finding.table) if learned.finding.table else ()
    return _finding_screen(room, "missing", learned, shows="tally" if bars else "words", tally=bars)


def meet(room: Room, learned: Learned | None) -> Screen | None:
    """Groups that work on the same outcomes.

    Parameters
    ----------
    room : Room
        What the room sees.
    learned : Learned or None
        The finding that is shown; None where there is none.

    Returns
    -------
    Screen or None
        None where there is nothing to show.
    """
    if learned is None or learned.standing not in ("clear", "counted"):
        return None
    caption = _("Each bar: a group that works on the same outcomes, and how many organizations are in it.")
    return _finding_screen(room, "meet", learned, **tally(group_bars(learned.finding), caption=caption))


def _counted_across(room: Room, counts: Mapping[str, int]) -> Screen:
    how = _(
        "The lines are counted on the map itself: pairs of organizations of which at least one named the other, each "
        "pair once."
    )
    notes = (SpeakerNote(_(NOTE_HOW), how), room.silent_note())
    title = _("{across} of the {all} lines on this map join two sectors", **counts)
    return room.screen("across", title, (), notes, shows="map", ties="across")


def _finding_screen(
    room: Room,
    id: str,
    learned: Learned,
    also: Iterable[str] = (),
    counts: Mapping[str, int] | None = None,
    **shown: Any,
) -> Screen:
    finding, info = learned.finding, measures()[learned.finding.name]
    layer = listing(finding.scope.layers)
    how_firm = standing(learned, surveyed=room.copy.partnership.info.surveyed)
    stands = _("{standing} ({layer}).", standing=how_firm, layer=layer) if layer else f"{how_firm}."
    asks = shown.pop("asks", tuple(translate(question) for question in info.questions))
    asked = asks if id != "across" or not also else ()
    notes = [_how_found(room, finding)]
    if sure := how_sure(finding):
        notes.append(SpeakerNote(_("How sure we are"), " ".join(sure)))
    if counts:
        notes.append(_what_is_counted(room, counts))
    notes.append(SpeakerNote(_("If asked: is that more than luck?"), _(CHANCE[learned.standing])))
    notes.append(room.silent_note())
    title, further = title_of(finding)
    lines = [*[*further, *also, *says_also(finding, _tone(learned)), *asked][: MOST_LINES - 1], stands]
    return room.screen(id, title, tuple(lines), tuple(notes), asks=asks, **shown)


def _how_found(room: Room, finding: Finding) -> SpeakerNote:
    info = measures()[finding.name]
    said = [
        f"{translate(info.title)}.",
        translate(info.question),
        how_to_read(finding, info, lists_only=room.lists_only),
    ]
    layer, several = listing(finding.scope.layers), len(room.copy.partnership.graphs) > 1
    if layer and several:
        said.append(_("It was asked about {layer}, {wave}.", layer=layer, wave=room.copy.wave))
    elif layer:
        said.append(_("It was asked about {layer}.", layer=layer))
    return SpeakerNote(_(NOTE_HOW), " ".join(filter(None, said)))


def _what_is_counted(room: Room, counts: Mapping[str, int]) -> SpeakerNote:
    said = _(
        "The sentence and the map count the same, each pair once: {across} of {all} lines join two sectors.",
        **counts,
    )
    return SpeakerNote(_("What is counted"), said)


def _tone(learned: Learned) -> Tone:
    return learned.finding.reading.tone if learned.finding.reading else "neutral"


def _of_sectors(finding: Finding) -> bool:
    """Whether it compares sectors, so that lines across and within them show what it says."""
    fields = finding.reading.fields if finding.reading else {}
    return measures()[finding.name].group or fields.get("what") == "sector"
