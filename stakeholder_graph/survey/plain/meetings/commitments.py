"""Reads commitments.csv: who takes on what, with whom, and by when."""

from collections.abc import Iterable
from typing import Any

from stakeholder_graph.model.survey import COLUMNS
from stakeholder_graph.survey.context import ReadingContext
from stakeholder_graph.survey.plain.items import Items
from stakeholder_graph.survey.plain.meetings.with_whom import with_whom
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.tabular.texts.formula_guard import unguarded


def read_commitments(table: SourceTable, items: Items, context: ReadingContext) -> dict[str, list[Any]]:
    """Read commitments.csv: who takes on what, with whom, and by when.

    Parameters
    ----------
    table : SourceTable
        The file.
    items : Items
        Where outcomes may be listed.
    context : ReadingContext
        The names.

    Returns
    -------
    dict of str to list
        ``with whom`` comes back separated by ``"; "``; who commits is on the roster, with whom
        need not be. A row that stands twice counts once.

    Examples
    --------
    >>> from stakeholder_graph.model.problems import Inspection
    >>> from stakeholder_graph.survey.names.roster import Names
    >>> from stakeholder_graph.survey.plain.items import NO_ITEMS
    >>> cells = {"who": ["the LIBRARY"], "with whom": ["Clinic"], "first step": ["Call"], "done": ["yes"]}
    >>> context = ReadingContext(Names(["The Library", "Clinic"]), ("1",), {}, Inspection())
    >>> read_commitments(SourceTable("commitments.csv", cells, [2]), NO_ITEMS, context)["who"]
    ['The Library']
    """
    inspection = context.inspection
    table.require_text(inspection, "who", "first step")
    cells = zip(
        context.names.checked(table, "who", inspection),
        with_whom(table, context.names, inspection),
        items.resolved(table, "outcome", ("outcome",), inspection),
        list(map(unguarded, table.texts("first step"))),
        list(map(unguarded, table.texts("by when"))),
        table.yes_or_no("done", inspection),
        strict=True,
    )
    rows = list(zip(*_latest(row for row in cells if row[0]), strict=True)) or [()] * len(COLUMNS["commitments"])
    return {name: list(column) for name, column in zip(COLUMNS["commitments"], rows, strict=True)}


def _latest(rows: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Each commitment once; it is done where any row says so."""
    done: dict[tuple[Any, ...], bool] = {}
    for *promised, kept in rows:
        done[tuple(promised)] = done.get(tuple(promised), False) or kept
    return [(*promised, kept) for promised, kept in done.items()]
