"""What becomes of the answers of an organization: who sees what, as it was promised with each question."""

from collections.abc import Iterator, Mapping

from stakeholder_graph.editions.profile import ProfileRelease, Question
from stakeholder_graph.text import N_, _, _n, listing, number, translate

#: What an organization may work on, sit in, offer and the like: as a heading, and within a sentence.
KINDS: Mapping[str, str] = {
    "outcome": N_("Outcomes you work on"),
    "indicator": N_("Figures you use"),
    "activity": N_("What you do"),
    "team": N_("Your teams"),
    "meeting": N_("Meetings you attend"),
    "asset": N_("What you can offer"),
    "need": N_("What you need"),
}
IN_SENTENCES: Mapping[str, str] = {
    "outcome": N_("your outcomes"),
    "indicator": N_("the figures you use"),
    "activity": N_("what you do"),
    "team": N_("your teams"),
    "meeting": N_("the meetings you attend"),
    "asset": N_("what you can offer"),
    "need": N_("what you need"),
}


def kind_called(kind: str) -> str:
    """What a kind of item is called on a profile.

    Parameters
    ----------
    kind : str
        One of `KINDS`, or the survey's own word.

    Examples
    --------
    >>> kind_called("asset"), kind_called("hobby")
    ('What you can offer', 'hobby')
    """
    return translate(KINDS[kind]) if kind in KINDS else kind


def becomes_of(release: ProfileRelease) -> tuple[str, ...]:
    """Say what becomes of the answers.

    Parameters
    ----------
    release : ProfileRelease
        Of one organization that answered.

    Returns
    -------
    tuple of str
        A sentence or two for each question, those with the same promise together.
    """
    return tuple(_sentences(release))


def _sentences(release: ProfileRelease) -> Iterator[str]:
    own = release.own
    if own.respondents > 1:
        yield _n(
            "{count} person answered for you.",
            "{count} people answered for you. Where they differ we took one answer by the same rule for everybody.",
            own.respondents,
            count=number(own.respondents),
        )
    if own.refused:
        yield _("You did not agree to be named: nothing that you answered is shown, drawn or counted outside our desk.")
        return
    by_fate: dict[str, list[str]] = {}
    for question in own.questions:
        fate = _fate(question, release)
        by_fate.setdefault(fate, []).append(_called(question))
    for fate, questions in by_fate.items():
        yield _("{fate}: {questions}.", fate=translate(fate), questions=listing(questions))
    hidden = sum(question.answers for question in own.questions if not question.printed)
    if hidden:
        yield _not_printed(hidden, itself=release.is_backbone)


def _not_printed(hidden: int, *, itself: bool) -> str:
    """Say how many answers are not printed; the backbone, on its own page, need not ask itself for them."""
    said = _n(
        "{count} answer of yours is not printed here, since this page may be passed on.",
        "{count} answers of yours are not printed here, since this page may be passed on.",
        hidden,
        count=number(hidden),
    )
    if itself:
        return said
    ask = _n("Ask us if you want to see it.", "Ask us if you want to see them.", hidden)
    return f"{said} {ask}"


_BACKBONE = N_("Read by the backbone only")
_COUNTED = N_("Counted together with the answers of others, never shown by name")
_LINES = N_("Drawn as lines on the map of the room, which does not say who named whom")
_CLOSER = N_(
    "Drawn as lines on the map of the room, with the closer of the two answers; it does not say who named whom"
)
_NOT_DRAWN = N_("Not drawn on the map of the room this time, since the lines could show who has not answered")
_NAMED = N_("Shown in the room with your name")
_NOT_NOW = N_(
    "Partners may see these with your name; in this round's copy for the room they are at most counted together with "
    "the answers of others"
)
_NUMBERED = N_("Shown in the room with the number that stands there instead of your name")


def _fate(question: Question, release: ProfileRelease) -> str:
    """What the room's copy does with the answers, and what the promise allows beyond it."""
    if question.promise == "backbone":
        return _BACKBONE
    if question.promise == "aggregate":
        return _COUNTED
    wave, unnamed = release.room.of_wave(), release.own.called in release.unnamed
    if question.asks != "ties":
        # The room holds no ratings by name, and of items only kinds that it may show whole.
        if question.asks == "items" and question.about in wave.kinds:
            return _NUMBERED if unnamed else _NAMED
        return _COUNTED if unnamed else _NOT_NOW
    if wave.lines is None:
        return _NOT_DRAWN
    return _CLOSER if question.promise == "named with strength" else _LINES


def _called(question: Question) -> str:
    if question.asks == "ties":
        return question.about
    if question.asks == "ratings":
        return _("how you see the partnership")
    return translate(IN_SENTENCES[question.about]) if question.about in IN_SENTENCES else question.about
