"""Screens that every room sees first: who we are, and how to read the map."""

from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.text import _, _n
from stakeholder_graph.views.in_short.bars import MOST_BARS, Bar
from stakeholder_graph.views.in_short.first_lines import verdict_of_change
from stakeholder_graph.views.present.screens.room import Room
from stakeholder_graph.views.present.screens.screen import MOST_LINES, NOTE_DO, Screen, SpeakerNote
from stakeholder_graph.views.present.screens.tables import FEWEST_TABLES
from stakeholder_graph.views.sentences import count
from stakeholder_graph.views.undrawn_lines import why_no_lines


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
    notes = (*notes, _before_they_come(room))
    tally = bars[:MOST_BARS] if scene.by_sector else ()
    draft = (
        [_("This is a draft: some decisions about the survey are still open.")]
        if room.copy.partnership.info.draft
        else []
    )
    changed = list(filter(None, [verdict_of_change(room.copy)]))
    lines = (*room.answered_lines()[: MOST_LINES - len(draft) - len(changed)], *changed, *draft)
    # Nothing that a room could answer by naming who has not answered.
    asks = (
        _("What do you notice first about who we are?"),
        _("Is there a kind of organization whose voice we are missing altogether?"),
    )
    return room.screen("us", title, lines, notes, asks=asks, shows="tally" if tally else "map", tally=tally)


def _before_they_come(room: Room) -> SpeakerNote:
    """What has to lie and hang in the room: whoever calls the meeting reads it here the week before, and prints it."""
    sheets = (
        _("Lay the sheet of each outcome on a table of its own.")
        if len(room.outcomes) >= FEWEST_TABLES
        else _("Lay a sheet “What we take on” on each table; print as many as you have tables.")
    )
    print_them = _(
        "Print stations.pdf on A3. Hang the map where everybody can stand in front of it, and the other stations along "
        "a wall, with pens and the sheet “This is wrong” beside them."
    )
    ask = _(
        "Ask one to watch the clock and one to type; in the page present.html, N opens these notes in a window of "
        "their own, for a second screen."
    )
    return SpeakerNote(_("Before they come"), " ".join((print_them, sheets, ask)))


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
        "Point at one symbol and one line, and say in words what they mean; near the edge does not mean less "
        "important. Then everyone goes to the poster, finds their organization, and marks what is wrong on it or on "
        "the sheet “This is wrong”. Whoever does not find it: in the page present.html, a click on a letter below the "
        "map and one on a name show it."
    )
    notes = (SpeakerNote(_(NOTE_DO), do),)
    lines = (
        *([_("Colour and shape show the sector.")] if room.scene.by_sector else []),
        _(
            "A line joins two who work together ({layer}): at least one of them named the other.",
            layer=room.scene.layer,
        ),
        _("Find yourself on the poster, and mark what is wrong."),
    )
    asks = (expected, _("Which line is missing here that you know of?"))
    return room.screen(
        "read", _("Each symbol is one of us, each line a connection"), lines, notes, asks=asks, shows="map"
    )
