"""The first screen of the next meeting: what was taken on, with thanks for what is done."""

from collections.abc import Sequence

from stakeholder_graph.editions.release import Commitment
from stakeholder_graph.text import _, _n, listing
from stakeholder_graph.views.present.screens.room import Room
from stakeholder_graph.views.present.screens.screen import MOST_LISTED, NOTE_DO, Screen, SpeakerNote


def promised(room: Room) -> Screen | None:
    """What partners took on last time.

    Those who did it are named. Of what is still open the wall says how many there are, and whose only where the
    partnership wants that: a name on the wall would keep people from promising, and from coming.

    Parameters
    ----------
    room : Room
        What the room sees.

    Returns
    -------
    Screen or None
        None where nobody took anything on.
    """
    release = room.copy.release
    made = release.commitments if release else ()
    if not made:
        return None
    done = [commitment for commitment in made if commitment.done]
    still = [commitment for commitment in made if not commitment.done]
    named = bool(release and release.open_named)
    do = _("Thank those who did what they took on. Ask who would like help with the rest; do not ask whose it is.")
    listed = [
        *map(_in_words, done),
        *(_("Still open: {what}", what=_in_words(commitment)) for commitment in still if named),
    ]
    return room.screen(
        "promised", _title(len(done), len(made)), _lines(still), (SpeakerNote(_(NOTE_DO), do),), listed=_few(listed)
    )


def _title(done: int, made: int) -> str:
    if done == made:
        return _n("We did what we took on: {count} of {all}", "We did all {count} things we took on", done, all=made)
    if done:
        return _n("{count} of the {all} things we took on is done", "{count} of the {all} things we took on are done",
                  done, all=made)  # fmt: skip
    return _n(
        "We took on {count} thing: how far along is it?", "We took on {count} things: how far along are they?", made
    )


def _lines(still: Sequence[Commitment]) -> tuple[str, ...]:
    if not still:
        return (_("Thank you. What made it work?"),)
    outcomes = listing(dict.fromkeys(commitment.outcome for commitment in still if commitment.outcome))
    count = (
        _n("{count} is still open ({outcomes}).", "{count} are still open ({outcomes}).", len(still),
           outcomes=outcomes)
        if outcomes
        else _n("{count} is still open.", "{count} are still open.", len(still))
    )  # fmt: skip
    return count, _("What would help? Say so, and somebody here may have it.")


def _in_words(made: Commitment) -> str:
    """Who did what with whom."""
    if not made.partners:
        return _("{who}: {step}", who=made.who, step=made.step)
    return _("{who} with {partners}: {step}", who=made.who, partners=listing(made.partners, "and"), step=made.step)


def _few(texts: Sequence[str]) -> tuple[str, ...]:
    more = len(texts) - MOST_LISTED
    if more <= 0:
        return tuple(texts)
    return (*texts[:MOST_LISTED], _n("and {count} more", "and {count} more", more))
