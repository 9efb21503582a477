"""Which rows of an export say the same, which say nothing, and which contradict each other, column by column."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.survey.exports.questions import LocatedQuestion
from stakeholder_graph.survey.formats import AnswerTable

_MASK = (1 << 64) - 1


def digests(questions: Sequence[LocatedQuestion], rows: Sequence[int]) -> dict[int, int]:
    """Give a number for what each of some rows says: equal for the same answers, 0 for none.

    Parameters
    ----------
    questions : sequence of LocatedQuestion
        Of one export.
    rows : sequence of int
        Of its main table.

    Returns
    -------
    dict of int to int
        By row. An option that is not ticked says nothing, and rows of a repeated part may stand in any order.
    """
    ordered = np.array(sorted(rows), dtype=np.int64)
    total = np.zeros(len(ordered), dtype=np.uint64)
    for table, header, nothing in _columns(questions, not_ticked=False):
        places, at = _places(table, ordered)
        column = table.cells[header]
        said = [0 if text in nothing else hash((header, text)) & _MASK for text in column.different]
        values = np.array(said, dtype=np.uint64)[column.codes[places]]
        if table.repeated:
            values *= np.array([hash(about) & _MASK | 1 for about in _about(table, places)], dtype=np.uint64)
        np.add.at(total, at, values)
    return dict(zip(ordered.tolist(), total.tolist(), strict=True))


def contradict(questions: Sequence[LocatedQuestion], groups: Sequence[Sequence[int]]) -> bool:
    """Whether any rows of one group answer the same question differently.

    Parameters
    ----------
    questions : sequence of LocatedQuestion
        Of one export.
    groups : sequence of sequence of int
        Rows of its main table. Who ticked other options has left out an option.
    """
    group_of = {row: number for number, rows in enumerate(groups) for row in rows}
    ordered = np.array(sorted(group_of), dtype=np.int64)
    group = np.array([group_of[row] for row in ordered.tolist()], dtype=np.intp)
    for table, header, nothing in _columns(questions, not_ticked=True):
        if table.repeated:
            continue  # who is named in one answer and not in the other was added
        places, at = _places(table, ordered)
        column = table.cells[header]
        said = column[places].among(text not in nothing for text in column.different)
        codes, groups_said = column.codes[places][said].astype(np.intp), group[at[said]]
        low, high = np.full(len(groups), len(column.different)), np.full(len(groups), -1)
        np.minimum.at(low, groups_said, codes)
        np.maximum.at(high, groups_said, codes)
        if (low < high).any():
            return True
    return False


def _columns(
    questions: Sequence[LocatedQuestion], *, not_ticked: bool
) -> Iterator[tuple[AnswerTable, str, frozenset[str]]]:
    """Each column with answers once, with the texts that say nothing."""
    seen: set[tuple[str, str]] = set()
    for located in questions:
        table = located.table
        partners = table.question(located.question.partners) if located.question.partners else ()
        for column in (*partners, *located.columns):
            if (table.name, column.header) not in seen:
                seen.add((table.name, column.header))
                left_out = column.kind == "many" and not not_ticked
                yield table, column.header, frozenset({"", "0"} if left_out else {""})


def _places(table: AnswerTable, rows: NDArray[np.int64]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Where rows of the main table stand in a table, and which of them each is."""
    respondents = np.array(table.respondents, dtype=np.int64)
    places = np.flatnonzero(np.isin(respondents, rows))
    return places, np.searchsorted(rows, respondents[places])


def _about(table: AnswerTable, places: NDArray[np.intp]) -> list[tuple[str, ...]]:
    """All that was answered in some rows of a repeated part: what is said of one partner is told from another."""
    headers = [column.header for column in table.columns if column.kind != "meta"]
    return list(zip(*(table.cells[header][places].tolist() for header in headers), strict=True))
