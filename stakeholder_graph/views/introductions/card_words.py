"""One introduction in words: why, through whom, what it takes, and how an e-mail could begin."""

from collections.abc import Mapping

from stakeholder_graph.studies.introductions import Introduced, Introduction
from stakeholder_graph.text import N_, _, _n, listing, number
from stakeholder_graph.views.amounts import hours_said
from stakeholder_graph.views.call_list.call_lines import WHY

#: How the e-mail to both begins, by the reason that counts most.
OPENINGS: Mapping[str, str] = {
    "pair_need": N_(
        "Dear {a}, dear {b}: {offers} can offer what {needs} is looking for, {item}, so I would like you to meet."
    ),
    "pair_need_team": N_(
        "Dear {a}, dear {b}: the team {team}, where {needs} sits, is looking for {item}, which {offers} can offer, so "
        "I would like you to meet."
    ),
    "pair_need_outcome": N_(
        "Dear {a}, dear {b}: for {outcome}, which {needs} works on, we are looking for {item}, which {offers} can "
        "offer, so I would like you to meet."
    ),
    "share_outcome": N_("Dear {a}, dear {b}: you both work on {outcomes}, so I would like you to meet."),
    "share_outcomes": N_("Dear {a}, dear {b}: you both work on {outcomes}, so I would like you to meet."),
}
#: Where no reason may be told to others.
PLAIN_OPENING = N_("Dear {a}, dear {b}: I think you have something to talk about, so I would like you to meet.")


def why_in_words(pair: Introduction) -> tuple[str, ...]:
    """Why two are to be introduced, a sentence each.

    Parameters
    ----------
    pair : Introduction
        Any.

    Examples
    --------
    >>> from stakeholder_graph.model.finding import Message
    >>> zoo, museum = Introduced("Zoo", "Arts", 3), Introduced("Museum", "Arts", 4)
    >>> why_in_words(Introduction(zoo, museum, 1.0, ("Reading",), (Message("share_outcome"),)))
    ('Both work on Reading.',)
    """
    shared = {"outcomes": listing(pair.shared)}
    said = [_(WHY[why.id], **{**why.fields, **shared}) for why in pair.why]
    return tuple(sentence if sentence.endswith((".", "!", "?")) else f"{sentence}." for sentence in said)


def through_in_words(pair: Introduction) -> str:
    """Who could introduce them.

    Parameters
    ----------
    pair : Introduction
        Any.

    Examples
    --------
    >>> zoo, museum = Introduced("Zoo", "Arts", 3), Introduced("Museum", "Arts", 4)
    >>> through_in_words(Introduction(zoo, museum, 1.0, (), (), ("Wren Forward",), by_backbone=True))
    'You yourselves (Wren Forward): nobody else who answered works with both.'
    """
    if pair.in_touch:
        return _("Nobody needs to: they are connected already by {layer}.", layer=pair.in_touch)
    if not pair.through:
        return _("Nobody who answered works with both: write to them yourselves.")
    names = listing(pair.through, "or")
    if pair.by_backbone:
        return _("You yourselves ({backbone}): nobody else who answered works with both.", backbone=names)
    return names if names.endswith(".") else f"{names}."


def load_in_words(pair: Introduction) -> str:
    """What the introduction takes, and what the two have to do already.

    Parameters
    ----------
    pair : Introduction
        Any.

    Examples
    --------
    >>> zoo, museum = Introduced("Zoo", "Arts", 3), Introduced("Museum", "Arts", 1)
    >>> load_in_words(Introduction(zoo, museum, 1.0, (), ()))
    'Zoo works with 3 others, and Museum with 1.'
    """
    if pair.hours is None:
        return _(
            "{a} works with {others_of_a}, and {b} with {others_of_b}.",
            a=pair.a.name,
            b=pair.b.name,
            others_of_a=_others(pair.a.connections),
            others_of_b=_count(pair.b.connections),
        )
    takes = _n(
        "About {hours} hour a month of each.", "About {hours} hours a month of each.",
        1 if pair.hours == 1 else 2, hours=hours_said(pair.hours),
    )  # fmt: skip
    return " ".join([takes, _given(pair.a), _given(pair.b)])


def silent_in_words(pair: Introduction) -> str:
    """Who did not say itself that the two do not work together; blank where both did.

    Parameters
    ----------
    pair : Introduction
        Any.
    """
    if not pair.silent:
        return ""
    return _("{names} did not say whether the two work together: ask first.", names=listing(pair.silent))


def opening(pair: Introduction) -> str:
    """How an e-mail to both could begin.

    Parameters
    ----------
    pair : Introduction
        Any.

    Returns
    -------
    str
        One sentence. Nothing of what the two answered stands in it where that was promised to stay with the backbone.

    Examples
    --------
    >>> from stakeholder_graph.model.finding import Message
    >>> zoo, museum = Introduced("Zoo", "Arts", 3), Introduced("Museum", "Arts", 1)
    >>> opening(Introduction(zoo, museum, 1.0, ("Reading",), (Message("share_outcome"),)))
    'Dear Zoo, dear Museum: you both work on Reading, so I would like you to meet.'
    """
    names = {"a": pair.a.name, "b": pair.b.name}
    first = next((why for why in pair.why if why.id in OPENINGS), None)
    if first is None or not pair.open:
        return _(PLAIN_OPENING, **names)
    return _(OPENINGS[first.id], **{**first.fields, **names, "outcomes": listing(pair.shared)})


def _others(count: int) -> str:
    if not count:
        return _("nobody else")
    return _n("{count} other", "{count} others", count)


def _count(count: int) -> str:
    return number(count) if count else _("nobody")


def _given(side: Introduced) -> str:
    if side.hours is None:
        return _("What {name} gives now is not known.", name=side.name)
    count = 1 if side.hours == 1 else 2
    if side.budget is None:
        return _n(
            "{name} gives {hours} hour now.", "{name} gives {hours} hours now.", count,
            name=side.name, hours=hours_said(side.hours),
        )  # fmt: skip
    return _n(
        "{name} gives {hours} hour now and can give {budget}.",
        "{name} gives {hours} hours now and can give {budget}.",
        count,
        name=side.name,
        hours=hours_said(side.hours),
        budget=hours_said(side.budget),
    )
