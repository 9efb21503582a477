"""What is said of communities side by side: what others could learn, and what cannot be said."""

from collections.abc import Iterator

from stakeholder_graph.communities.aspects import ASPECTS
from stakeholder_graph.communities.community_wave import CommunityWave
from stakeholder_graph.communities.fingerprint import Fingerprint
from stakeholder_graph.communities.side_by_side import SideBySide
from stakeholder_graph.communities.standard_words import in_language
from stakeholder_graph.communities.standing import FEWEST, CommunityFunnel
from stakeholder_graph.editions.declared_words import DECLARED_WORDS
from stakeholder_graph.text import N_, _, _n, listing, number, percent, translate

NOT_SHARED = N_("not shared")
NOT_KNOWN = "–"
#: Shares are written in points of 100.
POINTS = 100.0


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
            names = [
                _with_share(wave, standing.aspect, standing.about)
                for wave in together.latest
                if wave.name in standing.to_learn_from
            ]
            yield _("To learn {how}, ask {names}.", how=learn, names=listing(names))


def what_was_tested(together: SideBySide) -> Iterator[str]:
    """Say how many were held against each other, and what it means that somebody is not named.

    Parameters
    ----------
    together : SideBySide
        Any.
    """
    if not together.latest:
        yield _("All of them share a fingerprint alone: nothing is compared, and none is named as one to learn from.")
        return
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
        "{count} comparison was tested. Not to be named says nothing good or bad of a community: it lies within what "
        "is usual, or below it, or too little is known of it. Who lies below is never named.",
        "{count} comparisons were tested together. Not to be named says nothing good or bad of a community: it lies "
        "within what is usual, or below it, or too little is known of it. Who lies below is never named.",
        tests,
    )


def beside_own_chance(together: SideBySide) -> Iterator[str]:
    """Say of what too few communities have to show what is usual how they stand to their own chance.

    Parameters
    ----------
    together : SideBySide
        Any.

    Yields
    ------
    str
        A sentence for those that lie above, by name, and one that counts those that lie below.
    """
    for said in together.own_chances:
        title = title_of(said.aspect, said.about)
        if said.above:
            above = [wave for wave in together.latest if wave.name in said.above]
            names = listing(_with_share(wave, said.aspect, said.about) for wave in above)
            yield _("{title}: clearly more than chance gives in {names}.", title=title, names=names)
        if said.below:
            yield _n(
                "{title}: clearly less than chance gives in {count} of {all} communities.",
                "{title}: clearly less than chance gives in {count} of {all} communities.",
                said.below,
                title=title,
                all=said.communities,
            )
        if not said.above and not said.below:
            yield _n(
                "{title}: what chance gives there explains what {count} community has.",
                "{title}: what chance gives there explains what each of {count} communities has.",
                said.communities,
                title=title,
            )


def words_of_fingerprint(fingerprint: Fingerprint) -> list[str]:
    """Its numbers and its verdicts in words.

    Its numbers count lines between all on its list, those of a folder connections that somebody was asked about: they
    are not comparable, so they stand in sentences and not in the table.

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
    verdicts = [_filled(DECLARED_WORDS[word.id].text, word.about) for word in fingerprint.words]
    return [*_numbers(fingerprint), *verdicts]


def _numbers(fingerprint: Fingerprint) -> Iterator[str]:
    if fingerprint.density is not None:
        yield _("{share} of all pairs on its list have a line.", share=percent(fingerprint.density))
    within = fingerprint.within_less_usual
    if within is None:
        return
    points = number(abs(round(POINTS * within)))
    if within > 0:
        yield _(
            "Lines within sectors: {points} percentage points more than by chance, to the nearest 5.", points=points
        )
    elif within < 0:
        yield _(
            "Lines within sectors: {points} percentage points less than by chance, to the nearest 5.", points=points
        )
    else:
        yield _("Lines within sectors: as many as by chance, to the nearest 5 percentage points.")


def of_standing(standing: CommunityFunnel) -> str:
    """Title of a funnel, with what its numbers are."""
    return _("{title}: more or less than usual, in percentage points", title=title_of(standing.aspect, standing.about))


def _with_share(wave: CommunityWave, aspect: str, about: tuple[str, ...]) -> str:
    """Its name, and what it has beside what chance would give there."""
    compared = wave.comparable(aspect, about)
    if compared is None:
        return wave.name
    if compared.expected is None:
        return _("{name} ({share})", name=wave.name, share=percent(compared.value))
    return _(
        "{name} ({share}; by chance {expected})",
        name=wave.name,
        share=percent(compared.value),
        expected=percent(compared.expected),
    )


def _filled(message: str, about: tuple[str, ...]) -> str:
    fields = dict(zip(("one", "other"), map(in_language, about), strict=False))
    return _(message, **fields) if about else translate(message)
