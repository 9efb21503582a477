"""How many of us are connected at all: what anybody can count on the map, where no finding has more to say."""

from stakeholder_graph.text import _
from stakeholder_graph.views.present.screens.guesses import FEWEST, guess_of
from stakeholder_graph.views.present.screens.room import Room
from stakeholder_graph.views.present.screens.screen import NOTE_HOW, Screen, SpeakerNote

_HUNDRED = 100


def connected(room: Room) -> Screen | None:
    """How many pairs of a hundred have a line.

    Parameters
    ----------
    room : Room
        What the room sees.

    Returns
    -------
    Screen or None
        None where no lines are drawn, or hardly any.
    """
    scene, size = room.scene, len(room.scene.dots)
    share = round(_HUNDRED * len(scene.threads) / (size * (size - 1) / 2)) if size >= FEWEST else 0
    if not share:
        return None
    how = _(
        "The lines are counted on the map itself: pairs of organizations of which at least one named the other, each "
        "pair once."
    )
    title = _("Of 100 pairs of us, {count} have a connection ({layer})", count=share, layer=scene.layer)
    question = _("Think of 100 pairs of us. How many of them have a connection ({layer})?", layer=scene.layer)
    asks = (
        _("With whom should you work and do not yet, and what would it take?"),
        _("Who here could bring the two of you together?"),
    )
    notes = (SpeakerNote(_(NOTE_HOW), how), room.silent_note())
    guess = guess_of(question, share, _HUNDRED, room.key("connected"))
    return room.screen("connected", title, asks, notes, asks=asks, shows="map", guess=guess)
