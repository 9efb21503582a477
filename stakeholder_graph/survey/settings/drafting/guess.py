"""Guesses what the questions of an export are about, and says why; what is not clear is marked unsure.

The rules stand here, the words in `words`, the order of answers in `ladder`.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from stakeholder_graph.survey.exports.columns import parts_of
from stakeholder_graph.survey.formats import Column, Responses
from stakeholder_graph.survey.names.variants import plain_words
from stakeholder_graph.survey.settings.drafting.answer_order import Ladder, no_tie
from stakeholder_graph.survey.settings.drafting.question import MOSTLY, Asked, alike, forms
from stakeholder_graph.survey.settings.drafting.respondent import who_answers
from stakeholder_graph.survey.settings.drafting.vocabulary import (
    ATTRIBUTES,
    LAYERS,
    LISTS,
    MISSING,
    NAMES,
    ORGANIZATION_WORDS,
    PARTNERS,
    PERSON,
    RATED,
    RATES,
    WHO_ANSWERS,
)
from stakeholder_graph.survey.settings.model import Question


@dataclass(frozen=True, slots=True)
class Guess:
    """What one question is taken for.

    Parameters
    ----------
    question : Question
        Its `decided` is False where the guess is unsure; a question of which nothing is known is ignored, undecided.
    reason : str
        Why, in plain words; it quotes the question and never an answer.
    items : tuple of str
        Its rows or options.
    scale : Ladder or None
        What its answers are called, where they are steps.
    """

    question: Question
    reason: str
    items: tuple[str, ...] = ()
    scale: Ladder | None = None


def guess_questions(responses: Responses, known: Collection[str] = ()) -> tuple[Guess, ...]:
    """Guess what each question of an export is about.

    Parameters
    ----------
    responses : Responses
        The export.
    known : collection of str
        Organizations that are known already, such as those of a roster.

    Returns
    -------
    tuple of Guess
        Who answers first, where that can be told; then in the order of the export. A question with several boxes
        for each partner has a guess for each box.
    """
    parts = parts_of(responses)
    asked = [Asked(part, name, columns) for part in parts for name, columns in _questions(part.columns).items()]
    grids = [each for each in asked if len(each.items) >= 3 and each.kind != "text"]
    who = who_answers(parts[0], [each for each in asked if each.part is parts[0]], grids, known)
    organizations = forms([*known]) | (who.names if who else frozenset())
    guesses = [Guess(who.question, who.reason)] if who else []
    taken: dict[str, int] = {}
    for each in asked:
        if who and each.id == who.question.question:
            continue
        for guess in _guess(each, organizations, asked):
            guesses.append(_own_layer(guess, each, taken))
    return tuple(guesses)


def _questions(columns: Sequence[Column]) -> dict[str, tuple[Column, ...]]:
    found: dict[str, list[Column]] = {}
    for column in columns:
        if column.kind != "meta":
            found.setdefault(column.question, []).append(column)
    return {name: tuple(group) for name, group in found.items()}


def _guess(asked: Asked, organizations: frozenset[str], others: Sequence[Asked]) -> list[Guess]:
    if re.search(MISSING, asked.words):
        return [_left_out(asked, "It asks who is not here, which is no tie.", sure=True)]
    if asked.part.repeated:
        return [_repeated(asked, others)]
    if len(asked.items) >= 3 and asked.kind != "text":
        known = _rows_known(asked, organizations)
        if known or _sound_like(asked.items):
            return _partners(asked, known)
    if asked.kind == "text":
        return [_written(asked, organizations)]
    if asked.kind == "many":
        return [_ticked(asked)]
    return [_single(asked)]


def _rows_known(asked: Asked, organizations: frozenset[str]) -> int:
    """How many of the rows are known organizations, where that is most of the rows or most who are known are there."""
    rows = forms(asked.items)
    shown = len(rows & organizations) / max(1, len(organizations))
    like = alike(asked.items, organizations)
    return round(like * len(asked.items)) if max(like, shown) >= MOSTLY else 0


def _partners(asked: Asked, known: int) -> list[Guess]:
    """A grid or a list of organizations is a tie."""
    count = len(asked.items)
    why = (
        f"{known} of its {count} rows are organizations that answer or are on the list."
        if known
        else f"Its {count} rows read like organizations."
    )
    layer, word = _match(LAYERS, asked.words)
    if asked.choices:
        return [_box(asked, choice, why) for choice in asked.choices]
    told = f' The question says "{word}".' if word else " Nothing says which kind of tie; give it a name."
    question = _question(asked, "tie", bool(known and word), layer=layer or asked.short)
    return [Guess(question, why + told, asked.items, asked.tie_scale)]


def _box(asked: Asked, choice: str, why: str) -> Guess:
    """Of a grid with several boxes for each partner each may be a kind of tie; "none of these" is not."""
    if no_tie(choice):
        question = _question(asked, "ignore", True, choice=choice)
        return Guess(question, "A box for none of these; it is no kind of tie itself.", asked.items)
    layer = " ".join(choice.split()[:6]).casefold()
    question = _question(asked, "tie", False, choice=choice, layer=layer)
    return Guess(question, f"{why} Each box may be a kind of tie of its own: keep those you want to map.", asked.items)


def _repeated(asked: Asked, others: Sequence[Asked]) -> Guess:
    """In a part filled in once for each partner, one question names the partner and the others speak of it."""
    within = [each for each in others if each.part is asked.part]
    asks = re.compile(f"{NAMES}|{WHO_ANSWERS}|\\bname\\b|nombre")
    naming = next((each for each in within if asks.search(each.words)), None)
    if naming is None:
        return _left_out(asked, "It was filled in several times; nothing tells what for.", sure=False)
    if asked is naming:
        if any(each.scale for each in within if each is not naming):
            return _left_out(asked, "It names the partner that the other questions of this part speak of.", sure=True)
        layer, word = _match(LAYERS, asked.words)
        question = _question(asked, "tie", bool(word), partners=asked.id, layer=layer or asked.short)
        return Guess(question, "Respondents name a partner in each round of this part.")
    if asked.scale:
        layer, word = _match(LAYERS, asked.words)
        question = _question(asked, "tie", bool(word), partners=naming.id, layer=layer or asked.short)
        return Guess(question, f'It is asked of each partner named in "{naming.wording}".', (), asked.tie_scale)
    return _left_out(asked, "Nothing tells what it says of the partner.", sure=False)


def _written(asked: Asked, organizations: frozenset[str]) -> Guess:
    texts = asked.texts
    if re.search(PERSON, asked.words) or any("@" in text for text in texts):
        return _left_out(asked, "It is about the person who answers.", sure=True)
    found = alike(sorted(set(texts)), organizations)
    asks = re.search(NAMES, asked.words)
    if asks or (found >= MOSTLY and len(set(texts)) > 1):
        layer, _ = _match(LAYERS, asked.words)
        limit = len(asked.columns) if len(asked.columns) > 1 else None
        sure = bool(asks) and (found >= MOSTLY or len(asked.columns) > 2)
        why = f'It asks for names ("{asks[0]}").' if asks else "Most of what is written are names of organizations."
        question = _question(asked, "tie", sure, partners=asked.id, layer=layer or "collaboration", limit=limit)
        return Guess(question, why, asked.items)
    if _own_codes(texts):
        return _left_out(asked, "It is a number or a code of its own for each respondent.", sure=True)
    if not texts:
        return _left_out(asked, "Nobody answered it.", sure=True)
    if _long(texts):
        return _left_out(asked, "Answers in people's own words are not used.", sure=True)
    attribute, word = _match(ATTRIBUTES, asked.words)
    if word:
        return Guess(_question(asked, "attribute", False, item=attribute), f'The question says "{word}".')
    return _left_out(asked, "Short answers in people's own words; nothing tells what they are about.", sure=False)


def _ticked(asked: Asked) -> Guess:
    """A list of which several can be ticked."""
    fit = {kind: found[0] for kind, words in LISTS.items() if (found := re.search(words, asked.words))}
    partners = re.search(PARTNERS, asked.words)
    if partners and not fit:
        layer, _ = _match(LAYERS, asked.words)
        why = f'Several can be ticked, and the question says "{partners[0]}".'
        return Guess(_question(asked, "tie", False, layer=layer or asked.short), why, asked.items)
    if not fit:
        return _left_out(asked, "Several can be ticked; nothing tells what they are.", sure=False)
    kind, word = next(iter(fit.items()))
    why = f'Several can be ticked, and the question says "{word}"'
    also = [f'"{other}"' for other in list(fit.values())[1:]]
    why += f"; it also says {' and '.join(also)}." if also else "."
    question = (
        _question(asked, "attribute", not also, item="sector") if kind == "sector" else _question(asked, kind, not also)
    )
    return Guess(question, why, asked.items)


def _single(asked: Asked) -> Guess:
    texts = asked.texts
    if _own_codes(texts):
        return _left_out(asked, "It is a number or a code of its own for each respondent.", sure=True)
    if re.search(PERSON, asked.words):
        return _left_out(asked, "It is about the person who answers.", sure=True)
    if _long(texts) and not asked.scale:
        return _left_out(asked, "Answers in people's own words are not used.", sure=True)
    attribute, word = _match(ATTRIBUTES, asked.words)
    if word and not asked.items:
        return Guess(_question(asked, "attribute", True, item=attribute), f'The question says "{word}".')
    rates, scale = re.search(RATES, asked.words), asked.scale
    if scale and (rates or scale.name in ("for or against", "how much", "how good") or asked.items):
        about = next((name for name, words in RATED.items() if re.search(words, asked.words)), "statement")
        item = "" if asked.items else asked.short
        sure = bool(rates and scale.ordered) or scale.name == "for or against"
        why = f'The question says "{rates[0]}".' if rates else f"Its answers are steps ({scale.name or 'unordered'})."
        return Guess(_question(asked, "rating", sure, item=item, about=about), why, asked.items, scale)
    few = 1 < len(set(texts)) <= max(2, len(texts) // 2)
    if few and not asked.items:
        return _left_out(
            asked, f"One of few answers ({len(set(texts))}); it may describe the organization.", sure=False
        )
    return _left_out(asked, "Nothing tells what it is about.", sure=False)


def _question(asked: Asked, kind: str, sure: bool, **more: object) -> Question:
    told = {"kind": kind, "question": asked.id, "wording": asked.wording, "decided": sure, **more}
    return Question.model_validate({key: value for key, value in told.items() if value not in ("", None)})


def _left_out(asked: Asked, why: str, sure: bool) -> Guess:
    return Guess(_question(asked, "ignore", sure), why, asked.items, asked.scale)


def _own_layer(guess: Guess, asked: Asked, taken: dict[str, int]) -> Guess:
    """Two questions are two kinds of tie, so the second needs another name."""
    if guess.question.kind != "tie":
        return guess
    name = guess.question.layer
    if name in taken and asked.short not in taken:
        name = asked.short
    taken[name] = taken.get(name, 0) + 1
    if taken[name] > 1:
        name = f"{name} {taken[name]}"
    return Guess(guess.question.model_copy(update={"layer": name}), guess.reason, guess.items, guess.scale)


def _match(words: Mapping[str, str], text: str) -> tuple[str, str]:
    """The first name whose words the text has, and the word; both blank where there is none."""
    return next(((name, found[0]) for name, word in words.items() if (found := re.search(word, text))), ("", ""))


def _sound_like(items: Sequence[str]) -> bool:
    found = sum(bool(re.search(ORGANIZATION_WORDS, " ".join(plain_words(item)))) for item in items)
    return len(items) >= 4 and found / len(items) >= MOSTLY


def _long(texts: Sequence[str]) -> bool:
    """Whether answers are sentences rather than a word or a few."""
    return bool(texts) and sum(text.count(" ") + 1 for text in texts) / len(texts) > 6


def _own_codes(texts: Sequence[str]) -> bool:
    """Whether everyone has a number or code of their own."""
    return len(texts) > 3 and len(set(texts)) == len(texts) and all(re.fullmatch(r"\S*\d\S*", text) for text in texts)
