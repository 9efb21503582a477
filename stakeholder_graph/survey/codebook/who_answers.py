"""Which column, or which two columns, say who answers."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from stakeholder_graph.survey.codebook.asked import MOSTLY, Asked, forms
from stakeholder_graph.survey.codebook.words import ATTRIBUTES, LISTS, MISSING, PERSON, RATES, WHO_ANSWERS
from stakeholder_graph.survey.parts import Part
from stakeholder_graph.survey.settings import Question


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
    best: tuple[float, str, str, list[str]] | None = None
    for spelled, texts in _candidates(part):
        distinct = sorted(set(filter(None, texts)))
        for called, listed in lists:
            share = sum(not forms([text]).isdisjoint(listed) for text in distinct) / max(1, len(distinct))
            if len(distinct) > 1 and share >= MOSTLY and (best is None or share > best[0]):
                count = f"{round(share * len(distinct))} of {len(distinct)}"
                best = (share, spelled, f"{count} who answered it are among {called}.", distinct)
    if best:
        share, spelled, why, distinct = best
        return _identified(part, spelled, share >= 0.8, why, distinct)
    asking = [
        (each, found[0])
        for each in asked
        if len(each.columns) == 1
        and each.kind in ("text", "single")
        and (found := re.search(WHO_ANSWERS, each.words))
        and not re.search(f"{LISTS['sector']}|{RATES}|{ATTRIBUTES['staff']}|{PERSON}|{MISSING}", each.words)
        and len(set(each.texts)) > 1
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


def _candidates(part: Part) -> list[tuple[str, list[str]]]:
    """Columns with one answer, and first and last names joined, each with its texts."""
    alone = [column for column in part.columns if not column.item and not column.choice and column.kind != "many"]
    texts = {column.header: list(part.texts(column)) for column in alone}
    first = [header for header in texts if re.search(r"first ?name|given ?name", header, re.IGNORECASE)]
    last = [header for header in texts if re.search(r"last ?name|surname|family ?name", header, re.IGNORECASE)]
    found = list(texts.items())
    for one, other in [(a, b) for a in first[:1] for b in last[:1]] + [(b, a) for a in first[:1] for b in last[:1]]:
        rows = zip(texts[one], texts[other], strict=True)
        found.append((f"{{{one}}} {{{other}}}", [f"{a} {b}" if a and b else "" for a, b in rows]))
    return found
