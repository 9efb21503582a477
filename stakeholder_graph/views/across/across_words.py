"""What is said of communities side by side: what others could learn, and what cannot be said."""

from collections.abc import Iterator

from stakeholder_graph.communities.aspects import ASPECTS
from stakeholder_graph.communities.fingerprint import Fingerprint
from stakeholder_graph.communities.side_by_side import SideBySide
from stakeholder_graph.communities.standard_words import in_language
from stakeholder_graph.communities.standing import FEWEST, CommunityFunnel
from stakeholder_graph.editions.declared_words import DECLARED_WORDS
from stakeholder_graph.text import N_, _, _n, listing, translate

NOT_SHARED = N_("not shared")
NOT_KNOWN = "–"


def title_of(aspect: str, about: tuple[str, ...]) -> str:
    """What is compared, in words.

    Parameters
    ----------
    aspect : str
        A key of `ASPECTS`.
    about : tuple of str
        Standard outcome or sectors, in English.

    Examples
    --------
    >>> title_of("two_sectors", ("Health", "Schools"))
    'Connections between Health and Schools'
    """
    return _filled(ASPECTS[aspect].title, about)


def to_learn(together: SideBySide) -> Iterator[str]:
    """Say from which communities others could learn what; in the order of aspects, and of names.

    Parameters
    ----------
    together : SideBySide
        Any.

    Yields
    ------
    str
        A sentence for each aspect in which somebody stands out.
    """
    for standing in together.standings:
        if standing.to_learn_from:
            learn = _filled(ASPECTS[standing.aspect].learn, standing.about)
            yield _("To learn {how}, ask {names}.", how=learn, names=listing(standing.to_learn_from))


def what_was_tested(together: SideBySide) -> Iterator[str]:
    """Say how many were held against each other, and what it means that somebody is not named.

    Parameters
    ----------
    together : SideBySide
        Any.
    """
    tests = sum(position.p is not None for standing in together.standings for position in standing.positions)
    if len(together.latest) < FEWEST:
        yield _n(
            "{count} community shares its survey. Fewer than {fewest} do not show what is usual, so none is named "
            "as one to learn from.",
            "{count} communities share their surveys. Fewer than {fewest} do not show what is usual, so none is named "
            "as one to learn from.",
            len(together.latest),
            fewest=FEWEST,
        )
        return
    if not any(standing.to_learn_from for standing in together.standings):
        yield _("No community stands out by more than luck and size explain.")
    yield _n(
        "{count} comparison was tested. A community that is not named does no worse: it lies within what is usual, or "
        "too little is known of it.",
        "{count} comparisons were tested together. A community that is not named does no worse: it lies within "
        "what is usual, or too little is known of it.",
        tests,
    )


def words_of_fingerprint(fingerprint: Fingerprint) -> list[str]:
    """Its verdicts in words.

    Parameters
    ----------
    fingerprint : Fingerprint
        Any.

    Examples
    --------
    >>> from stakeholder_graph.communities.fingerprint import SaidWord
    >>> words_of_fingerprint(Fingerprint("20-49", words=(SaidWord("sectors_apart", ("Health", "Schools")),)))
    ['Health and Schools have fewer connections with each other than usual.']
    """
    return [_filled(DECLARED_WORDS[word.id].text, word.about) for word in fingerprint.words]


def of_standing(standing: CommunityFunnel) -> str:
    """Title of a funnel, with what its numbers are."""
    return _("{title}: more or less than usual, in percentage points", title=title_of(standing.aspect, standing.about))


def _filled(message: str, about: tuple[str, ...]) -> str:
    fields = dict(zip(("one", "other"), map(in_language, about), strict=False))
    return _(message, **fields) if about else translate(message)
