"""The picture that page one has of a finding, on a screen: its bars, or the lines of the map that it speaks of."""

from typing import Any

from stakeholder_graph.measures._registry import measures
from stakeholder_graph.measures._sections import section_title
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.studies.page_one.story import Learned
from stakeholder_graph.text import _, translate
from stakeholder_graph.views.in_short.bars import bars_of, tally
from stakeholder_graph.views.in_short.finding_bars import finding_bars
from stakeholder_graph.views.present.screens.finding_screen import fields_of, finding_screen
from stakeholder_graph.views.present.screens.guesses import guess_of
from stakeholder_graph.views.present.screens.room import Room
from stakeholder_graph.views.present.screens.screen import Guess, Screen
from stakeholder_graph.views.scene.drawn_finding import drawn

#: What is guessed and shown by the hundred.
HUNDRED = 100


def picture_of(room: Room, finding: Finding) -> dict[str, Any]:
    """The fields of a `Screen` that show the point of a finding.

    A map on which nothing stands out shows the point of none.

    Parameters
    ----------
    room : Room
        What the room sees.
    finding : Finding
        Any, as the room may see it.

    Returns
    -------
    dict
        Empty where nothing but words can tell it.

    Examples
    --------
    >>> from stakeholder_graph.model.finding import Message, Scope
    >>> reading = Message("mutual", {"of_hundred": 66}, "strength")
    >>> picture_of(None, Finding("reciprocity", Scope(("1",)), 0.66, "share", (0, 1), reading=reading))["shows"]
    'tally'
    """
    of_hundred = bars_of(finding)
    if of_hundred.get("large"):
        return of_hundred
    bars, caption = finding_bars(finding)
    if bars:
        return tally(bars, caption=caption)
    on_map = drawn(finding, room.scene, room.copy)
    # Where it speaks of organizations by name, a wall is not the place to point at them.
    bright = on_map.lines if not on_map.organizations else frozenset()
    return {"shows": "map", "bright": bright} if 0 < len(bright) < len(room.scene.threads) else {}


def pictured(room: Room, learned: Learned) -> Screen:
    """A finding that has no screen made for it, with the picture that page one shows.

    Parameters
    ----------
    room : Room
        What the room sees.
    learned : Learned
        The finding.

    Returns
    -------
    Screen
        Its kind is the section of the report; without a picture, its words.
    """
    finding = learned.finding
    info = measures()[finding.name]
    picture = picture_of(room, finding)
    also = (
        [_("In colour: the lines between two that have this in common.")]
        if picture.get("bright") and info.on_map == "alike"
        else []
    )
    guess = guess_of_hundred(room, learned, finding.name) if picture.get("large") else None
    kind = translate(section_title(info.section, aims_asked=room.copy.aims_asked))
    return finding_screen(room, finding.name, learned, also, kind=kind, guess=guess, **picture)


def guess_of_hundred(room: Room, learned: Learned, id: str) -> Guess | None:
    """The number of a hundred that a finding tells, to be guessed.

    Parameters
    ----------
    room : Room
        What the room sees.
    learned : Learned
        The finding.
    id : str
        Its screen.

    Returns
    -------
    Guess or None
        None where it tells no such number.
    """
    fields = fields_of(learned.finding)
    questions = {
        "inside": _("Of 100 connections between us, how many stay within one sector?") if "chance" in fields else "",
        "across": _("Of 100 connections between us, how many join two sectors?") if "chance" in fields else "",
        "of_hundred": translate(guess) if (guess := measures()[learned.finding.name].guess) else "",
    }
    key = next((key for key, question in questions.items() if question and isinstance(fields.get(key), int)), None)
    return guess_of(questions[key], fields[key], HUNDRED, room.key(id)) if key else None
