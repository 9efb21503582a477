"""Guesses what questions ask that are not about ties: lists to tick, ratings, attributes, people's own words."""

import re
from collections.abc import Sequence

from stakeholder_graph.survey.names.consent_words import agrees, asks_for_consent, is_turned
from stakeholder_graph.survey.names.normalization import plain_words
from stakeholder_graph.survey.settings.drafting.profile import QuestionProfile
from stakeholder_graph.survey.settings.drafting.question_guess import (
    QuestionGuess,
    first_match,
    left_out,
    question_as,
)
from stakeholder_graph.survey.settings.drafting.vocabulary import (
    ATTRIBUTES,
    LAYERS,
    LISTS,
    PARTNERS,
    PERSON,
    RATED,
    RATED_AGREEMENT,
    RATES,
)
from stakeholder_graph.text import N_, _, listing

_OWN_CODE = N_("Each respondent has a number or a code of their own here.")
_ABOUT_PERSON = N_("It is about the person who answers.")
_OWN_WORDS = N_("We do not use answers in people's own words.")
#: Known scales by which people rate; how often somebody does something is none.
_RATING_SCALES = ("for or against", "how much", "how good")
#: Answers of more words than this, on average, are sentences.
_SENTENCE = 6
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.\w+")


def is_about_person(profile: QuestionProfile) -> bool:
    """Whether a question asks for the name or the address of the person who answers.

    Parameters
    ----------
    profile : QuestionProfile
        What can be seen of it; answered in people's own words.
    """
    return bool(re.search(PERSON, profile.words)) or _holds_addresses(profile.texts)


def guess_own_words(profile: QuestionProfile) -> QuestionGuess:
    """Guess what a question in people's own words is about.

    Parameters
    ----------
    profile : QuestionProfile
        What can be seen of it; it asks for no names.
    """
    texts = profile.texts
    if _own_codes(texts):
        return left_out(profile, _(_OWN_CODE), sure=True)
    if not texts:
        return left_out(profile, _("Nobody answered it."), sure=True)
    if _long(texts):
        return left_out(profile, _(_OWN_WORDS), sure=True)
    attribute, word = first_match(ATTRIBUTES, profile.words)
    if word:
        question = question_as(profile, "attribute", False, item=attribute)
        return QuestionGuess(question, _("The question says “{word}”.", word=word))
    return left_out(profile, _("Short answers in people's own words; nothing says what they are about."), sure=False)


def guess_ticked(profile: QuestionProfile) -> QuestionGuess:
    """Guess what a list is about of which several options can be ticked.

    Parameters
    ----------
    profile : QuestionProfile
        What can be seen of it.
    """
    fitting = {kind: match[0] for kind, words in LISTS.items() if (match := re.search(words, profile.words))}
    partners = re.search(PARTNERS, profile.words)
    if partners and not fitting:
        layer, _word = first_match(LAYERS, profile.words)
        why = _("Several can be ticked, and the question says “{word}”.", word=partners[0])
        question = question_as(profile, "tie", False, layer=layer or profile.short)
        return QuestionGuess(question, why, profile.partners)
    if not fitting:
        return left_out(profile, _("Several can be ticked; nothing says what they are."), sure=False)
    (kind, word), *others = fitting.items()
    why = _("Several can be ticked, and the question says “{word}”.", word=word)
    if others:
        quoted = listing(_("“{name}”", name=other) for _kind, other in others)
        why = " ".join((why, _("It also says {words}.", words=quoted)))
    question = (
        question_as(profile, "attribute", not others, item="sector")
        if kind == "sector"
        else question_as(profile, kind, not others)
    )
    return QuestionGuess(question, why, profile.items)


def guess_single_choice(profile: QuestionProfile) -> QuestionGuess:
    """Guess what a question, or a grid, with one answer each is about.

    Parameters
    ----------
    profile : QuestionProfile
        What can be seen of it; its rows are no organizations.
    """
    texts = profile.texts
    if _own_codes(texts):
        return left_out(profile, _(_OWN_CODE), sure=True)
    if re.search(PERSON, profile.words):
        return left_out(profile, _(_ABOUT_PERSON), sure=True)
    if _long(texts) and not profile.scale:
        return left_out(profile, _(_OWN_WORDS), sure=True)
    attribute, word = first_match(ATTRIBUTES, profile.words)
    if word and not profile.items:
        question = question_as(profile, "attribute", True, item=attribute)
        return QuestionGuess(question, _("The question says “{word}”.", word=word))
    rates, scale = re.search(RATES, profile.words), profile.scale
    if scale and (rates or scale.name in _RATING_SCALES or profile.items):
        about = next((name for name, words in RATED.items() if re.search(words, profile.words)), "statement")
        item = "" if profile.items else _item(profile)
        sure = bool(rates and scale.ordered) or scale.name == "for or against"
        question = question_as(profile, "rating", sure, item=item, about=about)
        return QuestionGuess(question, _why_rating(rates, scale.name), profile.items, scale)
    different = len(set(texts))
    if 1 < different <= max(2, len(texts) // 2) and not profile.items:
        why = _("It has {count} different answers and may describe the organization.", count=different)
        return left_out(profile, why, sure=False)
    return left_out(profile, _("Nothing says what it is about."), sure=False)


def guess_consent(profile: QuestionProfile) -> QuestionGuess | None:
    """Guess whether a question asks if the organization may be named.

    Parameters
    ----------
    profile : QuestionProfile
        What can be seen of it.

    Returns
    -------
    QuestionGuess or None
        Always one that is not decided: who is named where depends on it.
    """
    if not asks_for_consent(profile.wording):
        return None
    said = {" ".join(plain_words(text)) for text in {*profile.texts, *profile.answers}} - {""}
    if profile.kind == "many":
        said = {" ".join(plain_words(item)) for item in profile.items} or {"yes"}
        if len(said) > 2:
            return None
    elif not any(agrees(text) is not None or text in ("x", "1", "0") for text in said):
        return None
    if len(said) > 4 or len(profile.items) > 2 or any(re.search(RATED_AGREEMENT, text) for text in said):
        return None
    agree = [text for text in profile.answers if agrees(text) is False] if is_turned(profile.wording) else []
    why = _(
        "“{wording}” seems to ask for leave to be named: who has not agreed is not shown to others.",
        wording=profile.wording,
    )
    question = question_as(profile, "consent", False)
    return QuestionGuess(question.model_copy(update={"agree": tuple(agree)}), why, profile.items)


def about_person(profile: QuestionProfile) -> QuestionGuess:
    """Leave out a question about the person who answers.

    Parameters
    ----------
    profile : QuestionProfile
        What can be seen of it.
    """
    return left_out(profile, _(_ABOUT_PERSON), sure=bool(re.search(PERSON, profile.words)))


def _holds_addresses(texts: Sequence[str]) -> bool:
    """Whether most answers are addresses of mail; one of many is a name with a sign in it."""
    return sum(bool(_ADDRESS.fullmatch(text)) for text in texts) > len(texts) / 2


def _item(profile: QuestionProfile) -> str:
    """What a single rating is about: the whole question, since the first words of several are often the same."""
    return " ".join(profile.wording.split()).rstrip("?:. ") or profile.short


def _why_rating(rates: re.Match[str] | None, scale: str) -> str:
    if rates:
        return _("The question says “{word}”.", word=rates[0])
    if scale:
        return _("Its answers are steps (they say {scale}).", scale=scale)
    return _("Its answers are steps, and nothing says in which order.")


def _long(texts: Sequence[str]) -> bool:
    """Whether answers are sentences rather than a word or a few."""
    return bool(texts) and sum(text.count(" ") + 1 for text in texts) / len(texts) > _SENTENCE


def _own_codes(texts: Sequence[str]) -> bool:
    """Whether everyone has a number or code of their own."""
    return len(texts) > 3 and len(set(texts)) == len(texts) and all(re.fullmatch(r"\S*\d\S*", text) for text in texts)
