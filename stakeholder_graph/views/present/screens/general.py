"""Screens that every room sees: who we are, how to read the map, questions, next steps."""

from collections.abc import Iterable

from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.text import _, _n
from stakeholder_graph.views.in_short.bars import MOST_BARS, Bar
from stakeholder_graph.views.present.screens.room import Room
from stakeholder_graph.views.present.screens.screen import MOST_LINES, NOTE_DO, Screen, SpeakerNote
from stakeholder_graph.views.sentences import count
from stakeholder_graph.views.undrawn_lines import why_no_lines

#: Questions for the room.
MOST_QUESTIONS = 3
#: Whose questions are asked again at the end, the first first.
QUESTIONS_OF = ("missing", "meet", "across", "strength")


def who_we_are(room: Room) -> Screen:
    """Who is there, by sector, and how many answered.

    Parameters
    ----------
    room : Room
        What the room sees.
    """
    scene = room.scene
    stated = len(set(scene.sectors) - {NO_SECTOR})
    if scene.by_sector:
        title = _n(
            "We are {count} organization from {sectors} sectors",
            "We are {count} organizations from {sectors} sectors",
            len(scene.dots),
            sectors=count(stated),
        )
    else:
        title = _n("We are {count} organization", "We are {count} organizations", len(scene.dots))
    listed = sorted(scene.sectors.items(), key=lambda sector: -sector[1])
    bars = tuple(Bar(sector, size, str(size)) for sector, size in listed)
    do = _("Thank everyone who answered. Do not ask who did not: nobody is named on any of these screens.")
    notes = (SpeakerNote(_(NOTE_DO), do), room.silent_note()) if room.copy.partnership.info.surveyed else ()
    tally = bars[:MOST_BARS] if scene.by_sector else ()
    draft = (
        [_("This is a draft: some decisions about the survey are still open.")]
        if room.copy.partnership.info.draft
        else []
    )
    lines = (*room.answered_lines()[: MOST_LINES - len(draft)], *draft)
    # Nothing that a room could answer by naming who has not answered.
    asks = (
        _("What do you notice first about who we are?"),
        _("Is there a kind of organization whose voice we are missing altogether?"),
    )
    return room.screen("us", title, lines, notes, asks=asks, shows="tally" if tally else "map", tally=tally)


def how_to_read(room: Room) -> Screen:
    """What symbols and lines of the map mean.

    Parameters
    ----------
    room : Room
        What the room sees.
    """
    expected = _("Is your organization where you expected it?")
    if hidden := why_no_lines(room.copy):
        do = _(
            "Point at one symbol, and say in words what it means. Then give everyone a minute to find themselves: in "
            "the page present.html, a click on a letter below the map and one on a name do it."
        )
        title, notes = _("Each symbol is one of us"), (SpeakerNote(_(NOTE_DO), do),)
        return room.screen("read", title, (hidden,), notes, asks=(expected,), shows="map")
    do = _(
        "Point at one symbol and one line, and say in words what they mean. Then give everyone a minute to find "
        "themselves: in the page present.html, a click on a letter below the map and one on a name do it."
    )
    notes = (SpeakerNote(_(NOTE_DO), do),)
    lines = (
        *([_("Colour and shape show the sector.")] if room.scene.by_sector else []),
        _(
            "A line joins two who work together ({layer}): at least one of them named the other.",
            layer=room.scene.layer,
        ),
        _("Near the edge does not mean less important."),
    )
    asks = (expected, _("Which line is missing here that you know of?"))
    return room.screen(
        "read", _("Each symbol is one of us, each line a connection"), lines, notes, asks=asks, shows="map"
    )


def questions(room: Room, shown: Iterable[Screen]) -> Screen | None:
    """What the screens before it ask, worries first; nothing that no screen spoke of.

    Parameters
    ----------
    room : Room
        What the room sees.
    shown : iterable of Screen
        The screens whose questions are asked again.

    Returns
    -------
    Screen or None
        None where they ask nothing.
    """
    order = sorted(shown, key=lambda screen: QUESTIONS_OF.index(screen.id))
    asks = [
        _("What works well here: where else could we do the same?") if screen.id == "strength" else screen.asks[0]
        for screen in order
        if screen.asks
    ]
    asked = tuple(dict.fromkeys(asks))[:MOST_QUESTIONS]
    do = _("Two minutes in pairs, five at the table, then hear from three tables. Write down names, not numbers.")
    notes = (SpeakerNote(_(NOTE_DO), do),)
    title = _("Talk about it with the person next to you")
    return room.screen("questions", title, asked, notes) if asked else None


def next_steps(room: Room, *, choose: bool) -> Screen:
    """What happens next; `choose` where there are questions to choose from.

    Parameters
    ----------
    room : Room
        What the room sees.
    choose : bool
        Whether there are questions to choose from.
    """
    steps = [
        _("Find your organization on the map. Is it right?"),
        _("Something is wrong? Write it on the sheet “This is wrong”."),
    ]
    if room.silent:
        steps[0] = _n(
            "Not answered yet? It is not too late: one answer is still to come.",
            "Not answered yet? It is not too late: {count} answers are still to come.",
            room.silent,
        )
    if choose:
        steps.append(_("Choose one question, and say who takes it on, and by when."))
    do = _(
        "Do not leave without a name and a date for each step. Point at the sheet “This is wrong”: what is written "
        "there is put right before the map is shown again."
    )
    return room.screen("next", _("What happens next"), tuple(steps), (SpeakerNote(_(NOTE_DO), do),))
