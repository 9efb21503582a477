"""The second half of a meeting: tables by outcome, and what is taken on there, read aloud."""

from collections.abc import Iterable, Sequence

from stakeholder_graph.text import _, _n
from stakeholder_graph.views.present.screens.room import Room
from stakeholder_graph.views.present.screens.screen import MOST_LISTED, NOTE_DO, Screen, SpeakerNote

#: Questions at the tables: one where tables are by outcome, else two, as page one has.
BY_OUTCOME, WITHOUT = 1, 2
#: Whose questions are asked again at the end, the first first.
QUESTIONS_OF = ("meet", "missing", "across")
#: Of fewer outcomes there is nothing to choose a table by.
FEWEST_TABLES = 2


def questions(room: Room, shown: Iterable[Screen], asked_first: Sequence[str] = ()) -> Screen:
    """A table for each outcome, with its sheet; without outcomes, tables of six.

    They talk about what page one asks and no screen before did, then about what the screens asked.

    Parameters
    ----------
    room : Room
        What the room sees.
    shown : iterable of Screen
        The screens before, whose questions are asked again.
    asked_first : sequence of str
        The questions of page one.
    """
    outcomes = room.outcomes[:MOST_LISTED]
    shown = list(shown)
    new = [question for question in asked_first if not any(question in screen.asks for screen in shown)]
    by_outcome = len(outcomes) >= FEWEST_TABLES
    asks = tuple(dict.fromkeys([*new, *_asked_again(shown)]))[: BY_OUTCOME if by_outcome else WITHOUT]
    step = _("Agree on one first step: who, with whom, and by when.")
    if by_outcome:
        do = _(
            "Put a sheet for each outcome on a table of its own. Who works on several chooses one; who works on none "
            "sits where a new view helps. With more than eight at a table, make it two. Somebody at each table writes."
        )
        lines = (_("Take the sheet of your outcome. Who is here, and who is not?"), *asks, step)
        title, listed = _("Sit down at the table of your outcome"), outcomes
    else:
        do = _("Six to eight at a table. Somebody at each table writes: names, not numbers.")
        asked = asks or (_("Whom here would you like to know better, and what for?"),)
        lines, title, listed = (*asked, step), _("Talk about it at your table"), ()
    return room.screen("questions", title, lines, (SpeakerNote(_(NOTE_DO), do),), listed=listed)


def _asked_again(shown: Sequence[Screen]) -> tuple[str, ...]:
    order = sorted(shown, key=lambda screen: [screen.id == id for id in QUESTIONS_OF], reverse=True)
    asks = [
        _("What works well here: where else could we do the same?") if screen.id == "strength" else screen.asks[0]
        for screen in order
        if screen.asks
    ]
    return tuple(dict.fromkeys(asks))


def next_steps(room: Room) -> Screen:
    """What is taken on, read aloud.

    Parameters
    ----------
    room : Room
        What the room sees.
    """
    steps = [
        _("One of each table reads aloud: who does what, with whom, and by when."),
        _("Something is wrong on the map? Write it on the sheet “This is wrong”."),
    ]
    if room.silent:
        steps.append(
            _n(
                "Not answered yet? It is not too late: one answer is still to come.",
                "Not answered yet? It is not too late: {count} answers are still to come.",
                room.silent,
            )
        )
    do = _(
        "Less than a minute a table. Somebody types each commitment as it is read: it then stands on the wall. Collect "
        "the sheets before people leave. Save the file at the end, and put it into the folder of the partnership as "
        "commitments.csv: the next meeting begins with it."
    )
    return room.screen("next", _("What we take on"), tuple(steps), (SpeakerNote(_(NOTE_DO), do),))
