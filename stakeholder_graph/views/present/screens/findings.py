"""Screens that tell a finding: a strength, and links across sectors or what connections run along instead."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from stakeholder_graph.studies.in_common.traits import OUTCOMES, SEATS
from stakeholder_graph.studies.page_one.story import Learned
from stakeholder_graph.text import _
from stakeholder_graph.views.in_short.bars import bars_of
from stakeholder_graph.views.present.screens.finding_screen import fields_of, finding_screen, of_sectors, tone
from stakeholder_graph.views.present.screens.guesses import guess_of
from stakeholder_graph.views.present.screens.pictured import HUNDRED, guess_of_hundred, picture_of
from stakeholder_graph.views.present.screens.room import Room
from stakeholder_graph.views.present.screens.screen import NOTE_HOW, Screen, SpeakerNote

#: What two organizations can have in common that lists say, and of which kind it is.
IN_COMMON: Mapping[str, str] = {SEATS: "team", OUTCOMES: "outcome"}


def strength(room: Room, learned: Learned) -> Screen:
    """What works well.

    Parameters
    ----------
    room : Room
        What the room sees.
    learned : Learned
        The finding that is shown.
    """
    asks = (_("What made this work, and whom do we thank for it?"), _("Where else could we do the same?"))
    if shared := _shared_lines(room, learned):
        return finding_screen(room, "strength", learned, asks=asks, **shared)
    picture = picture_of(room, learned.finding)
    guess = guess_of_hundred(room, learned, "strength") if picture.get("large") else None
    return finding_screen(room, "strength", learned, asks=asks, guess=guess, **picture)


def _shared_lines(room: Room, learned: Learned) -> dict[str, Any]:
    """The lines between organizations that share a team or an outcome, where lists say who does."""
    scene, kind = room.scene, IN_COMMON.get(str(fields_of(learned.finding).get("work", "")), "")
    held = room.held(kind) if kind else {}
    shared = frozenset(k for k, line in enumerate(scene.threads) if held.get(line.a, set()) & held.get(line.b, set()))
    if not shared:
        return {}
    names = range(len(scene.dots))
    pairs = sum(bool(held.get(a, set()) & held.get(b, set())) for a in names for b in range(a))
    others = len(names) * (len(names) - 1) // 2 - pairs
    alike = round(HUNDRED * len(shared) / pairs)
    different = round(HUNDRED * (len(scene.threads) - len(shared)) / others) if others else 0
    if kind == "team":
        said = _(
            "Of 100 pairs that sit on a team together, {alike} work together; of 100 other pairs, {different}.",
            alike=alike,
            different=different,
        )
        title = _("Those who sit on a team together are likelier to work together")
        question = _("Think of 100 pairs that sit on a team together. How many of them work together?")
        line = _("In colour: the lines between two that sit on a team together.")
    else:
        said = _(
            "Of 100 pairs that share an outcome, {alike} work together; of 100 other pairs, {different}.",
            alike=alike,
            different=different,
        )
        title = _("Those who share an outcome are likelier to work together")
        question = _("Think of 100 pairs that share an outcome. How many of them work together?")
        line = _("In colour: the lines between two that share an outcome.")
    if alike <= different:  # what all answers say, the map does not show
        return {}
    guess = guess_of(question, alike, HUNDRED, room.key("strength"))
    counted = _("Both are counted on the map: its lines, and who sits on which team or works on what by the lists.")
    shown = {"shows": "map", "bright": shared, "guess": guess}
    return {"also": [said, line], "counted": counted, "title": title, **shown}


def across(room: Room, learned: Learned) -> Screen:
    """Links across sectors, or what ties run along instead.

    Parameters
    ----------
    room : Room
        What the room sees.
    learned : Learned
        The finding that is shown.
    """
    scene = room.scene
    bars = bars_of(learned.finding)
    sectors = of_sectors(learned.finding)
    own: dict[str, Any] = {}
    if tone(learned) != "concern":  # its own questions take for granted that something is amiss
        asks = (
            _("Which sector would be worth one more contact for each of us?")
            if sectors and scene.by_sector
            else _("Which kinds of organizations should know each other better?")
        )
        own["asks"] = (asks,)
    if not sectors:
        return replace(finding_screen(room, "across", learned, **bars, **own), kind=_("What connections run along"))
    own["guess"] = guess_of_hundred(room, learned, "across")
    if not scene.across:
        return finding_screen(room, "across", learned, **bars, **own)
    inside = "inside" in fields_of(learned.finding)
    line = (
        _("On the map, the lines that stay within a sector are in colour.")
        if inside
        else _("On the map, the lines that join two sectors are in colour.")
    )
    return finding_screen(
        room,
        "across",
        learned,
        [line],
        _how_counted(room),
        _title_across(learned),
        shows="map",
        ties="within" if inside else "across",
        by_sector=True,
        **own,
    )


def _title_across(learned: Learned) -> str:
    """The number that was guessed, beside what it would be; blank where the finding says none."""
    fields = fields_of(learned.finding)
    if "chance" in fields and "inside" in fields:
        return _(
            "{inside} of 100 connections stay within one sector; {chance} would if sector made no difference", **fields
        )
    if "chance" in fields and "across" in fields:
        return _("{across} of 100 connections join two sectors; {chance} would if sector made no difference", **fields)
    return ""


def _how_counted(room: Room) -> str:
    return _(
        "The sentence and the map count the same, each pair once: {across} of {all} lines join two sectors.",
        across=len(room.scene.across),
        all=len(room.scene.threads),
    )


def counted_across(room: Room) -> Screen:
    """The lines of the map that join two sectors, where nothing was found about sectors.

    Parameters
    ----------
    room : Room
        What the room sees; its map has lines that join two sectors.
    """
    across, whole = len(room.scene.across), len(room.scene.threads)
    how = _(
        "The lines are counted on the map itself: pairs of organizations of which at least one named the other, each "
        "pair once."
    )
    notes = (SpeakerNote(_(NOTE_HOW), how), room.silent_note())
    title = _("{across} of the {all} lines on this map join two sectors", across=across, all=whole)
    question = _("Our map has {all} lines. How many of them join two sectors?", all=whole)
    guess = guess_of(question, across, whole, room.key("across"))
    return room.screen("across", title, (), notes, shows="map", ties="across", by_sector=True, guess=guess)
