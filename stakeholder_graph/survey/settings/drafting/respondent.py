"""Which column, or which two columns, say who answers."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from stakeholder_graph.survey.exports.columns import Part
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.settings.drafting.question import MOSTLY, Asked, alike, forms
from stakeholder_graph.survey.settings.drafting.vocabulary import ATTRIBUTES, LISTS, MISSING, PERSON, RATES, WHO_ANSWERS
from stakeholder_graph.survey.settings.model import Question

#: From this share on, there is no doubt.
SURELY = 0.8
#: Of so many columns at the start any two may be joined.
MOST_PAIRED = 12


@dataclass(frozen=True)
class Who:
    """Who answers.

    Parameters
    ----------
    question : Question
        Of the kind ``identity``: a question, or columns that are joined.
    reason : str
        Why, in plain words.
    names : frozenset of str
        The spellings of those who answered.
    """

    question: Question
    reason: str
    names: frozenset[str]


def who_answers(part: Part, asked: Sequence[Asked], grids: Sequence[Asked], known: Collection[str]) -> Who | None:
    """Find the column, or the two columns, whose answers name the rows of a grid; else the question that asks for it.

    Parameters
    ----------
    part : Part
        The main table.
    asked : sequence of Asked
        Its questions.
    grids : sequence of Asked
        Questions with rows or options that may be organizations.
    known : collection of str
        Organizations that are known already.

    Returns
    -------
    Who or None
        None where nothing tells.
    """
    lists = [("the organizations that are known", forms(known))] if known else []
    lists += [(f'the rows of "{grid.wording}"', forms(grid.items)) for grid in grids]
    best = _best(_candidates(part), lists) or (_best(_pairs(part), lists) if grids else None)
    if best:
        share, spelled, why, distinct = best
        return _identified(part, spelled, share >= SURELY, why, distinct)
    asking = [
        (each, found[0])
        for each in asked
        if len(each.columns) == 1
        and each.kind in ("text", "single")
        and (found := re.search(WHO_ANSWERS, each.words))
        and not re.search(f"{LISTS['sector']}|{RATES}|{ATTRIBUTES['staff']}|{PERSON}|{MISSING}", each.words)
        and each.texts
    ]
    if not asking:
        return None
    each, word = max(asking, key=lambda pair: len(set(pair[0].texts)))
    why = f'The question says "{word}".' + (" Others may be meant, too." if len(asking) > 1 else "")
    return _identified(part, each.id, len(asking) == 1, why, sorted(set(each.texts)))


def _identified(part: Part, spelled: str, sure: bool, why: str, names: Sequence[str]) -> Who:
    columns = part.question(spelled)
    if columns and columns[0].kind != "meta":
        first = columns[0]
        question = Question(kind="identity", question=first.question, wording=first.wording, decided=sure)
    else:
        question = Question(kind="identity", respondent=spelled, wording="Who answers", decided=sure)
    return Who(question, why, forms(names))


def _best(
    candidates: Iterable[tuple[str, list[str]]], lists: Sequence[tuple[str, frozenset[str]]]
) -> tuple[float, str, str, list[str]] | None:
    """The candidate most of whose answers are on one of the lists: share, columns, reason, answers."""
    best: tuple[float, str, str, list[str]] | None = None
    for spelled, texts in candidates:
        distinct = sorted(set(filter(None, texts)))
        for called, listed in lists:
            share = alike(distinct, listed)
            if len(distinct) > 1 and share >= MOSTLY and (best is None or share > best[0]):
                count = f"{round(share * len(distinct))} of {len(distinct)}"
                best = (share, spelled, f"{count} who answered it are among {called}.", distinct)
    return best


def _alone(part: Part) -> dict[str, list[str]]:
    """The answers of each column that is a question by itself, by header."""
    alone = [column for column in part.columns if not column.item and not column.choice and column.kind != "many"]
    return {column.header: part.texts(column).tolist() for column in alone}


def _candidates(part: Part) -> list[tuple[str, list[str]]]:
    """Columns with one answer, and first and last names joined, each with its texts."""
    texts = _alone(part)
    first = [header for header in texts if re.search(r"first ?name|given ?name", header, re.IGNORECASE)]
    last = [header for header in texts if re.search(r"last ?name|surname|family ?name", header, re.IGNORECASE)]
    pairs = [(one, other) for one, other in zip(first[:1], last[:1], strict=False)]
    return [*texts.items(), *(_joined(texts, *pair) for pair in [*pairs, *(pair[::-1] for pair in pairs)])]


def _pairs(part: Part) -> Iterator[tuple[str, list[str]]]:
    """Any two columns joined, as in "Clinic_North", where there are not too many."""
    texts = {header: cells for header, cells in _alone(part).items() if any(cells)}
    items = {normal(column.item) for column in part.columns}
    for one, other in permutations(list(texts)[:MOST_PAIRED], 2):
        joined = [_joined(texts, one, other, between) for between in (" ", "_", "-")]
        yield max(joined, key=lambda each: sum(normal(text) in items for text in each[1]))


def _joined(texts: Mapping[str, list[str]], one: str, other: str, between: str = " ") -> tuple[str, list[str]]:
    rows = zip(texts[one], texts[other], strict=True)
    return f"{{{one}}}{between}{{{other}}}", [f"{a}{between}{b}" if a and b else "" for a, b in rows]
