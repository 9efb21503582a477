"""Reads strategies.csv, what is tried for each outcome, and changes.csv: policies, practices and money that changed."""

from collections.abc import Sequence
from typing import Any

from stakeholder_graph.model.days import days_of
from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.model.strategies import KINDS, STATUSES, kind_of_change, status_of
from stakeholder_graph.model.survey import COLUMNS
from stakeholder_graph.survey.context import ReadingContext
from stakeholder_graph.survey.names.roster import Names
from stakeholder_graph.survey.plain.items import Items
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import _


def read_strategies(
    table: SourceTable, items: Items, context: ReadingContext, indicators: SourceTable | None = None
) -> dict[str, list[Any]]:
    """Read strategies.csv; partners are separated by ``;`` or ``|`` and come back separated by ``"; "``.

    Parameters
    ----------
    table : SourceTable
        The file. A status stays as it is written; one that says none of `STATUSES` is a decision that is open.
    items : Items
        Where outcomes, indicators and teams may be listed.
    context : ReadingContext
        The names.
    indicators : SourceTable, optional
        The list of indicators: where no list of items has any, it holds every indicator that a strategy names.

    Returns
    -------
    dict of str to list
        The columns of the frame; a row that stands twice counts once.
    """
    inspection = context.inspection
    table.require(inspection, "outcome", "partners", "started", "status", "learned")
    table.require_text(inspection, "strategy")
    _ask_about_statuses(table, inspection)
    columns = {
        **{name: table.texts(name) for name in ("strategy", "started", "status", "learned", "reach")},
        **{name: _dates(table, name, inspection) for name in ("decide_by", "decided_on")},
        "outcome": items.resolved(table, "outcome", ("outcome",), inspection),
        "indicator": (
            items.resolved(table, "indicator", ("indicator",), inspection)
            if indicators is None or items.names("indicator").shown
            else _known(table, "indicator", indicators.texts("indicator"), "indicators", inspection)
        ),
        "team": items.resolved(table, "team", ("team",), inspection),
        "partners": context.partners(table, "partners"),
    }
    return _once("strategies", columns)


def read_changes(
    table: SourceTable, strategies: SourceTable | None, items: Items, context: ReadingContext
) -> dict[str, list[Any]]:
    """Read changes.csv: policies, practices and money that changed, when, and what shows it.

    Parameters
    ----------
    table : SourceTable
        The file.
    strategies : SourceTable or None
        The list of strategies; where there is one, it holds every strategy that a change names.
    items : Items
        Where outcomes may be listed.
    context : ReadingContext
        Takes problems and advice.

    Returns
    -------
    dict of str to list
        The columns of the frame; ``kind`` is one of `KINDS`. A row that stands twice counts once.

    Examples
    --------
    >>> from stakeholder_graph.survey.plain.items import NO_ITEMS
    >>> cells = {"date": ["May 2025"], "what": ["Free bus passes"], "kind": ["Funding"]}
    >>> context = ReadingContext(Names([]), ("1",), {}, Inspection())
    >>> read = read_changes(SourceTable("changes.csv", cells, [2]), None, NO_ITEMS, context)
    >>> read["kind"], context.inspection.problems
    (['money'], [])
    """
    inspection = context.inspection
    table.require_text(inspection, "date", "what")
    columns = {
        **{name: table.texts(name) for name in ("what", "evidence")},
        "date": _dates(table, "date", inspection),
        "kind": _kinds(table, inspection),
        "outcome": items.resolved(table, "outcome", ("outcome",), inspection),
        "strategy": (
            table.texts("strategy")
            if strategies is None
            else _known(table, "strategy", strategies.texts("strategy"), "strategies", inspection)
        ),
    }
    return _once("changes", columns)


def _ask_about_statuses(table: SourceTable, inspection: Inspection) -> None:
    """Ask about each status that says none of those there are: the report is a draft until it says one."""
    first: dict[str, int] = {}
    for row, text in table.items("status"):
        if text and not status_of(text):
            first.setdefault(text, row)
    for text, row in first.items():
        inspection.decide(
            _("“{text}” does not say how the strategy stands.", text=text),
            _("Write one of {words}.", words=", ".join(STATUSES)),
            table.file,
            row,
            "status",
            about="answers",
        )


def _dates(table: SourceTable, column: str, inspection: Inspection) -> list[str]:
    """Give a column of dates as they are written, noting those that are none."""
    inspection.wrong_texts(
        ((row, text) for row, text in table.items(column) if text and days_of(text) is None),
        table.file,
        column,
        lambda text: _("“{text}” is not a date.", text=text),
        lambda text: _("Write a day, a month or a year, such as 2025-03-31, 2025-03 or 2025."),
    )
    return table.texts(column)


def _kinds(table: SourceTable, inspection: Inspection) -> list[str]:
    words = ", ".join(KINDS)
    inspection.wrong_texts(
        ((row, text) for row, text in table.items("kind") if text and not kind_of_change(text)),
        table.file,
        "kind",
        lambda text: _("“{text}” is not one of {words}.", text=text, words=words),
        lambda text: suggestion(text, list(KINDS), _("Write one of {words}.", words=words)),
    )
    return [kind_of_change(text) for text in table.texts("kind")]


def _known(table: SourceTable, column: str, listed: Sequence[str], family: str, inspection: Inspection) -> list[str]:
    """A column that names rows of another file, as they are written there, noting those that the file lacks."""
    names, file = Names(filter(None, listed)), inspection.list_name(family)
    inspection.wrong_texts(
        ((row, text) for row, text in table.items(column) if text and not names.find(text)),
        table.file,
        column,
        lambda text: _("{items} lists no {kind} “{item}”.", items=file, kind=column, item=text),
        lambda text: suggestion(text, list(names.shown.values()), _("Add it to {items}, or correct it.", items=file)),
    )
    return [names.find(text) if text else "" for text in table.texts(column)]


def _once(family: str, columns: dict[str, list[Any]]) -> dict[str, list[Any]]:
    names = COLUMNS[family]
    rows = list(dict.fromkeys(zip(*(columns[name] for name in names), strict=True)))
    return {name: [row[place] for row in rows] for place, name in enumerate(names)}
