"""The script of a meeting of 45 minutes: how long each screen takes, and what its speaker does."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from stakeholder_graph.text import _
from stakeholder_graph.views.present.screens.screen import NOTE_DO, Screen, SpeakerNote

#: How long it takes in all, each screen before and after what was found, and each of those; what is left goes to the
#: tables.
ALL = 45
MINUTES = {"promised": 3, "us": 2, "read": 10, "questions": 0, "next": 7}
FOUND = 3
#: So long before they end, tables write down what they take on.
TO_WRITE = 5
#: For a guess with one, two or three fingers.
GUESS = 1


def timed(screens: Sequence[Screen]) -> list[Screen]:
    """Give each screen its minutes, and its speaker what to do in them.

    Parameters
    ----------
    screens : sequence of Screen
        In their order.

    Returns
    -------
    list of Screen
        Their minutes add up to `ALL`; the first note of each says when it comes.

    Examples
    --------
    >>> [screen.minutes for screen in timed([Screen("us", "", "", (), ()), Screen("next", "", "", (), ())])]
    [2, 43]
    """
    lasting = [MINUTES.get(screen.id, FOUND) + (GUESS if screen.guess else 0) for screen in screens]
    ids = [screen.id for screen in screens]
    lasting[ids.index("questions" if "questions" in ids else ids[-1])] += ALL - sum(lasting)
    ends = list(accumulate(lasting))
    return [
        replace(screen, minutes=minutes, notes=_with_time(screen, end - minutes, end))
        for screen, minutes, end in zip(screens, lasting, ends, strict=True)
    ]


def _with_time(screen: Screen, start: int, end: int) -> tuple[SpeakerNote, ...]:
    heading = _("{what}: minutes {start} to {end} of {all}", what=_(NOTE_DO), start=start, end=end, all=ALL)
    first = screen.notes[0] if screen.notes else None
    if first and first.heading == _(NOTE_DO):
        text = f"{first.text} {_to_write(end)}" if screen.id == "questions" else first.text
        return (SpeakerNote(heading, text), *screen.notes[1:])
    return (SpeakerNote(heading, _reveal(screen)), *screen.notes)


def _to_write(end: int) -> str:
    return _(
        "At minute {minute} ask every table to write down its first step: who, with whom, by when.",
        minute=end - TO_WRITE,
    )


def _reveal(screen: Screen) -> str:
    """What to do with a screen that tells a finding."""
    pairs = _("Then two minutes in pairs: {question}", question=screen.asks[0]) if screen.asks else ""
    if screen.guess is None:
        return " ".join(filter(None, (_("Read the sentence aloud, and give it a moment."), pairs)))
    ask = _(
        "The question comes first: everyone shows one, two or three fingers. Then go on to the answer, and do not ask "
        "who was right."
    )
    return " ".join(filter(None, (ask, pairs)))
