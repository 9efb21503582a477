"""Guesses which column, or which two columns, say who answers."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from stakeholder_graph.survey.formats import AnswerTable, is_other
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.settings.drafting.guess_answers import guess_consent
from stakeholder_graph.survey.settings.drafting.profile import MOSTLY, QuestionProfile, alike, forms, names_nobody
from stakeholder_graph.survey.settings.drafting.vocabulary import ATTRIBUTES, LISTS, MISSING, PERSON, RATES, WHO_ANSWERS
from stakeholder_graph.survey.settings.model import QuestionSettings
from stakeholder_graph.text import _

#: From this share on, there is no doubt.
SURELY = 0.8
#: Of so many columns at the start any two may be joined.
MOST_PAIRED = 12
#: Of two columns of which one is filled each has at least this share of the rows.
_LEAST_EITHER = 0.1


@dataclass(frozen=True)
class IdentityGuess:
    """What is taken to say who answers.

    Parameters
    ----------
    question : QuestionSettings
        Of the kind ``identity``: a question, or columns that are joined.
    reason : str
        Why, in plain words.
    names : frozenset of str
        The spellings of those who answered.
    """

    question: QuestionSettings
    reason: str
    names: frozenset[str]


def guess_identity(
    part: AnswerTable, profiles: Sequence[QuestionProfile], grids: Sequence[QuestionProfile], known: Collection[str]
) -> IdentityGuess | None:
    """Find the column, or the two columns, whose answers name the rows of a grid; else the question that asks for it.

    Parameters
    ----------
    part : AnswerTable
        The main table.
    profiles : sequence of QuestionProfile
        Its questions.
    grids : sequence of QuestionProfile
        Questions with rows or options that may be organizations.
    known : collection of str
        Organizations that are known already.

    Returns
    -------
    IdentityGuess or None
        None where nothing tells.
    """
    grids = [grid for grid in grids if not names_nobody(grid.items)]
    lists = [(_("the organizations that are listed"), forms(known))] if known else []
    lists += [(_("the rows of “{question}”", question=grid.wording), forms(grid.items)) for grid in grids]
    best = _best([*_candidates(part), *_either(part)], lists) or (_best(_pairs(part), lists) if grids else None)
    if best:
        share, spelled, why, distinct = best
        return _identified(part, spelled, share >= SURELY, why, distinct)
    asking = [
        (profile, match[0])
        for profile in profiles
        if len(profile.columns) == 1
        and profile.kind in ("text", "single")
        and (match := re.search(WHO_ANSWERS, profile.words))
        and not re.search(f"{LISTS['sector']}|{RATES}|{ATTRIBUTES['staff']}|{PERSON}|{MISSING}", profile.words)
        and not names_nobody(set(profile.texts))
        and not guess_consent(profile)
    ]
    if not asking:
        return None
    if either := _either(part, {profile.columns[0].header for profile, _word in asking}):
        spelled, texts = either[0]
        why = _("Who answers stands in one of two columns.")
        return _identified(part, spelled, False, why, sorted({text for text in texts if text}))
    profile, word = max(asking, key=lambda pair: len(set(pair[0].texts)))
    why = _("The question says “{word}”.", word=word)
    if len(asking) > 1:
        why += " " + _("Other questions may be meant, too.")
    return _identified(part, profile.id, len(asking) == 1, why, sorted(set(profile.texts)))


def _identified(part: AnswerTable, spelled: str, sure: bool, why: str, names: Sequence[str]) -> IdentityGuess:
    columns = part.question(spelled)
    if columns and columns[0].kind != "meta":
        first = columns[0]
        question = QuestionSettings(kind="identity", question=first.question, wording=first.wording, decided=sure)
    else:
        question = QuestionSettings(kind="identity", respondent=spelled, wording="Who answers", decided=sure)
    return IdentityGuess(question, why, forms(names))


def _best(
    candidates: Iterable[tuple[str, list[str]]], lists: Sequence[tuple[str, frozenset[str]]]
) -> tuple[float, str, str, list[str]] | None:
    """The candidate that names the most rows by one of the lists: share of its answers, columns, reason, answers."""
    best: tuple[float, str, str, list[str]] | None = None
    most = 0.0
    for spelled, texts in candidates:
        distinct = sorted(set(filter(None, texts)))
        if names_nobody(distinct):
            continue
        for called, listed in lists:
            share = alike(distinct, listed)
            named = share * sum(map(bool, texts))
            if len(distinct) > 1 and share >= MOSTLY and named > most:
                most = named
                why = _(
                    "{count} of {total} who answered it are among {list}.",
                    count=round(share * len(distinct)),
                    total=len(distinct),
                    list=called,
                )
                best = (share, spelled, why, distinct)
    return best


def _alone(part: AnswerTable) -> dict[str, list[str]]:
    """The answers of each column that is a question by itself, by header."""
    alone = [column for column in part.columns if not column.item and not column.choice and column.kind != "many"]
    return {column.header: part.texts(column).tolist() for column in alone}


def _candidates(part: AnswerTable) -> list[tuple[str, list[str]]]:
    """Columns with one answer, and first and last names joined, each with its texts."""
    texts = _alone(part)
    first = [header for header in texts if re.search(r"first ?name|given ?name", header, re.IGNORECASE)]
    last = [header for header in texts if re.search(r"last ?name|surname|family ?name", header, re.IGNORECASE)]
    pairs = list(zip(first[:1], last[:1], strict=False))
    return [*texts.items(), *(_joined(texts, *pair) for pair in [*pairs, *(pair[::-1] for pair in pairs)])]


def _pairs(part: AnswerTable) -> Iterator[tuple[str, list[str]]]:
    """Any two columns joined, as in "Clinic_North", where there are not too many."""
    texts = {header: cells for header, cells in _alone(part).items() if any(cells)}
    items = {normal(column.item) for column in part.columns}
    for first, second in permutations(list(texts)[:MOST_PAIRED], 2):
        joined = [_joined(texts, first, second, between) for between in (" ", "_", "-")]
        yield max(joined, key=lambda candidate: sum(normal(text) in items for text in candidate[1]))


def _either(part: AnswerTable, among: Collection[str] = ()) -> list[tuple[str, list[str]]]:
    """Two columns of which one is filled, or the second where the first says "other", as one candidate each."""
    texts = {header: cells for header, cells in _alone(part).items() if any(cells)}
    either = []
    for first, second in combinations(list(texts)[:MOST_PAIRED], 2):
        if among and not {first, second} <= set(among):
            continue
        rows = [
            ("" if is_other(a) else a, "" if is_other(b) else b)
            for a, b in zip(texts[first], texts[second], strict=True)
        ]
        filled = [a or b for a, b in rows]
        apart = not any(a and b for a, b in rows)
        least = len(rows) * _LEAST_EITHER
        if (
            apart
            and all(sum(map(bool, column)) >= least for column in zip(*rows, strict=True))
            and sum(map(bool, filled)) >= SURELY * len(rows)
        ):
            either.append((f"{{{first}}}{{{second}}}", filled))
    return either


def _joined(texts: Mapping[str, list[str]], first: str, second: str, between: str = " ") -> tuple[str, list[str]]:
    rows = zip(texts[first], texts[second], strict=True)
    return f"{{{first}}}{between}{{{second}}}", [f"{a}{between}{b}" if a and b else "" for a, b in rows]
