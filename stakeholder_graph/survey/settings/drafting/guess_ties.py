"""Guesses which questions are about ties: grids and lists of organizations, boxes, and names that people write down."""

import re
from collections.abc import Sequence

from stakeholder_graph.survey.names.normalization import plain_words
from stakeholder_graph.survey.settings.drafting.answer_order import no_tie
from stakeholder_graph.survey.settings.drafting.profile import MOSTLY, QuestionProfile, alike, forms, names_nobody
from stakeholder_graph.survey.settings.drafting.question_guess import (
    QuestionGuess,
    first_match,
    left_out,
    question_as,
)
from stakeholder_graph.survey.settings.drafting.vocabulary import LAYERS, NAMES, ORGANIZATION_WORDS, WHO_ANSWERS
from stakeholder_graph.text import _, _n

#: A grid has at least so many rows; fewer may be a list of anything.
FEWEST_ROWS = 3
#: So many rows that sound like organizations are no chance.
_FEWEST_SOUNDING = 4
#: Kinds of tie that judge a partner.
_JUDGE = ("trust", "perceived value")
#: So many words of a box name its kind of tie.
_WORDS = 6


def guess_partner_rows(profile: QuestionProfile, organizations: frozenset[str]) -> list[QuestionGuess]:
    """Take a question for one about ties where its rows or options are organizations.

    Parameters
    ----------
    profile : QuestionProfile
        What can be seen of it.
    organizations : frozenset of str
        Spellings of those that are known.

    Returns
    -------
    list of QuestionGuess
        One, or one for each box of the grid; none where its rows are no organizations.
    """
    if profile.unnamed and profile.kind != "text":
        return _loop(profile)
    total = len(profile.partners)
    if total < FEWEST_ROWS or profile.kind == "text":
        return []
    known = _known_rows(profile, organizations)
    if not known and not _sound_like_organizations(profile.partners):
        return []
    if known:
        why = _n(
            "{count} of its {total} rows is an organization that answers or is listed.",
            "{count} of its {total} rows are organizations that answer or are listed.",
            known,
            total=total,
        )
    else:
        why = _("Its {total} rows read like organizations.", total=total)
    if profile.choices:
        return [_box(profile, choice, why) for choice in profile.choices]
    layer, word = first_match(LAYERS, profile.words)
    more = (
        _("The question says “{word}”.", word=word)
        if word
        else _("Nothing says which kind of tie it is; give it a name.")
    )
    blank = "no tie?" if _blank_may_be_no_tie(profile) else ""
    question = question_as(profile, "tie", bool(known and word), layer=layer or profile.short, blank=blank)
    return [QuestionGuess(question, f"{why} {more}", profile.partners, profile.tie_scale)]


def guess_judged_rows(profile: QuestionProfile) -> list[QuestionGuess]:
    """Take a question for one about ties where it asks how far its rows are trusted, and these read like names.

    Parameters
    ----------
    profile : QuestionProfile
        What can be seen of it; nothing says that its rows are organizations.

    Returns
    -------
    list of QuestionGuess
        At most one, for a person to confirm: a statement that is agreed with is a rating.
    """
    layer, word = first_match({name: LAYERS[name] for name in _JUDGE}, profile.words)
    if not word or len(profile.partners) < FEWEST_ROWS or profile.kind != "single" or profile.choices:
        return []
    if not all(_reads_like_a_name(row) for row in profile.partners):
        return []
    why = _(
        "The question says “{word}”, and its rows read like names; if they are organizations, it is a tie.", word=word
    )
    question = question_as(profile, "tie", False, layer=layer)
    return [QuestionGuess(question, why, profile.partners, profile.tie_scale)]


def _reads_like_a_name(row: str) -> bool:
    words = row.split()
    return 0 < len(words) <= _WORDS and row[:1].isupper() and not row.rstrip().endswith((".", "?", "!"))


def _loop(profile: QuestionProfile) -> list[QuestionGuess]:
    """A question that was asked once for each partner, where the export does not say who they are."""
    layer, word = first_match(LAYERS, profile.words)
    if not word:
        return []
    why = _n(
        "It was asked in {count} loop, and the export does not say about whom: say so with the names.",
        "It was asked in {count} loops, and the export does not say about whom: say so with the names.",
        len(profile.unnamed),
    )
    if profile.choices:
        return [_box(profile, choice, why) for choice in profile.choices]
    more = _("The question says “{word}”.", word=word)
    question = question_as(profile, "tie", False, layer=layer)
    return [QuestionGuess(question, f"{why} {more}", (), profile.tie_scale)]


def _blank_may_be_no_tie(profile: QuestionProfile) -> bool:
    """Whether no answer of a grid says "no tie", and more is blank than what respondents skip of themselves."""
    boxes = profile.kind == "many" and bool(profile.choices)
    said = profile.choices if boxes else profile.answers
    if not (profile.kind == "single" or boxes) or not profile.texts or any(map(no_tie, said)):
        return False
    rows = {column.item: column for column in profile.columns} if boxes else dict(enumerate(profile.columns))
    return sum(profile.part.cells[column.header].count("") for column in rows.values()) > len(profile.part)


def _known_rows(profile: QuestionProfile, organizations: frozenset[str]) -> int:
    """How many of the rows are known organizations, where that is most of the rows or most who are known are there."""
    rows = forms(profile.partners)
    shown = len(rows & organizations) / max(1, len(organizations))
    like = alike(profile.partners, organizations)
    return round(like * len(profile.partners)) if max(like, shown) >= MOSTLY else 0


def _sound_like_organizations(items: Sequence[str]) -> bool:
    sounding = sum(bool(re.search(ORGANIZATION_WORDS, " ".join(plain_words(item)))) for item in items)
    return len(items) >= _FEWEST_SOUNDING and sounding / len(items) >= MOSTLY


def _box(profile: QuestionProfile, choice: str, why: str) -> QuestionGuess:
    """Of a grid with several boxes for each partner each may be a kind of tie; "none of these" is not."""
    if no_tie(choice):
        question = question_as(profile, "ignore", True, choice=choice)
        return QuestionGuess(question, _("A box for none of these; it is no kind of tie itself."), profile.partners)
    layer = " ".join(choice.split()[:_WORDS]).casefold()
    blank = "no tie?" if _blank_may_be_no_tie(profile) else ""
    question = question_as(profile, "tie", False, choice=choice, layer=layer, blank=blank)
    more = _("Each box may be a kind of tie of its own: keep those you want to map.")
    return QuestionGuess(question, f"{why} {more}", profile.partners)


def guess_repeated(profile: QuestionProfile, others: Sequence[QuestionProfile]) -> QuestionGuess:
    """Take a question of a part that is filled in once for each partner for what it says of the partner.

    Parameters
    ----------
    profile : QuestionProfile
        What can be seen of it.
    others : sequence of QuestionProfile
        All questions of the export: one of the same part names the partner.
    """
    within = [other for other in others if other.part is profile.part]
    asks = re.compile(f"{NAMES}|{WHO_ANSWERS}|\\bname\\b|nombre")
    naming = next((other for other in within if asks.search(other.words)), None)
    if naming is None:
        return left_out(profile, _("It was filled in several times; nothing says what for."), sure=False)
    layer, word = first_match(LAYERS, profile.words)
    if profile is naming:
        if any(other.scale for other in within if other is not naming):
            why = _("It names the partner that the other questions of this part are about.")
            return left_out(profile, why, sure=True)
        question = question_as(profile, "tie", bool(word), partners=profile.id, layer=layer or profile.short)
        return QuestionGuess(question, _("Respondents name a partner in each round of this part."))
    if profile.scale:
        question = question_as(profile, "tie", bool(word), partners=naming.id, layer=layer or profile.short)
        why = _("It is asked of each partner named in “{question}”.", question=naming.wording)
        return QuestionGuess(question, why, (), profile.tie_scale)
    return left_out(profile, _("Nothing says what it asks about the partner."), sure=False)


def guess_chosen_partners(profile: QuestionProfile, organizations: frozenset[str]) -> QuestionGuess | None:
    """Take a question whose answers repeat for one that asks for partners where these are names of organizations.

    Parameters
    ----------
    profile : QuestionProfile
        What can be seen of it; few different answers look like steps, but names are never steps of a scale.
    organizations : frozenset of str
        Spellings of those that are known.

    Returns
    -------
    QuestionGuess or None
        None where its answers are no names, or say nothing of partners.
    """
    if profile.kind != "single" or profile.choices or profile.part.repeated:
        return None
    named = {text for text in profile.texts if not names_nobody([text])}
    if len(named) < FEWEST_ROWS or names_nobody(named) or any(column.labels for column in profile.columns):
        return None
    numbered = bool(profile.items) and all(item.isdecimal() for item in profile.items)
    if alike(sorted(named), organizations) >= MOSTLY and (numbered or not profile.items):
        return guess_named_partners(profile, organizations)
    return guess_named_partners(profile, organizations) if numbered and re.search(NAMES, profile.words) else None


def guess_named_partners(profile: QuestionProfile, organizations: frozenset[str]) -> QuestionGuess | None:
    """Take a question for one that asks respondents to write down partners.

    Parameters
    ----------
    profile : QuestionProfile
        What can be seen of it; answered in people's own words.
    organizations : frozenset of str
        Spellings of those that are known.

    Returns
    -------
    QuestionGuess or None
        None where nothing points to names.
    """
    different = sorted(set(profile.texts))
    share = alike(different, organizations)
    numbered = bool(profile.items) and all(item.isdecimal() for item in profile.items)
    asks = re.search(NAMES, profile.words)
    if not asks and numbered and share >= MOSTLY:
        asks = re.search(LAYERS["collaboration"], profile.words)
    if not asks and (share < MOSTLY or len(different) < 2):
        return None
    layer, _word = first_match(LAYERS, profile.words)
    limit = len(profile.columns) if len(profile.columns) > 1 else None
    sure = bool(asks) and (share >= MOSTLY or len(profile.columns) > 2)
    why = (
        _("It asks for names (“{words}”).", words=asks[0])
        if asks
        else _("Most of what people wrote are names of organizations.")
    )
    question = question_as(profile, "tie", sure, partners=profile.id, layer=layer or "collaboration", limit=limit)
    return QuestionGuess(question, why, profile.items)
