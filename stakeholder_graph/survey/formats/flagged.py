"""Answers that a survey tool, or whoever keeps it, does not count: a person decides, so that they are kept apart."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from stakeholder_graph.tabular.columns import CodedTexts

if TYPE_CHECKING:
    from stakeholder_graph.survey.formats.responses import AnswerTable, Responses

#: Reasons to set an answer aside that may be wrong: somebody has answered. A preview or a test is no answer.
DOUBTFUL = ("spam", "not approved", "rejected")


@dataclass(frozen=True, eq=False)
class FlaggedAnswers:
    """Answers that came and that the survey tool does not count.

    Parameters
    ----------
    tables : tuple of AnswerTable
        The main table with these rows only, then the repeated parts.
    reasons : mapping of int to str
        One of `DOUBTFUL`, by row of the main table.
    unfinished : frozenset of int
        Those whose respondents did not come to the end.
    """

    tables: "tuple[AnswerTable, ...]"
    reasons: Mapping[int, str]
    unfinished: frozenset[int]


def with_flagged(responses: "Responses") -> "Responses":
    """Put the answers that are set aside back among the others, in the order of their rows.

    Parameters
    ----------
    responses : Responses
        An export.

    Returns
    -------
    Responses
        The same where no answer is flagged; else `flagged` still says which rows these are.
    """
    flagged = responses.flagged
    if flagged is None:
        return responses
    main, *repeats = (_joined(*tables) for tables in zip(responses.tables, flagged.tables, strict=True))
    unfinished = responses.unfinished | flagged.unfinished
    return replace(responses, table=main, repeats=tuple(repeats), unfinished=unfinished)


def _joined(table: "AnswerTable", more: "AnswerTable") -> "AnswerTable":
    order = sorted(range(len(table) + len(more)), key=[*table.rows, *more.rows].__getitem__)
    cells = {
        header: CodedTexts.of([joined[place] for place in order])
        for header, texts in table.cells.items()
        for joined in [[*texts, *more.cells[header]]]
    }
    rows, respondents = [*table.rows, *more.rows], [*table.respondents, *more.respondents]
    return replace(
        table, cells=cells, rows=[rows[place] for place in order], respondents=[respondents[place] for place in order]
    )
