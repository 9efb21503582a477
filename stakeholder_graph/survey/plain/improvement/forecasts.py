"""Reads what is expected: the columns ``expected`` and ``expected_by`` of indicators, strategies and commitments."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from math import isnan, nan
from typing import Any, NamedTuple

from stakeholder_graph.model.days import days_of
from stakeholder_graph.survey.context import ReadingContext, split_names
from stakeholder_graph.survey.names.roster import Names
from stakeholder_graph.survey.plain.items import Items
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.tabular.texts.formula_guard import unguarded
from stakeholder_graph.text import _

EXPECTED, BY = "expected", "expected_by"


class Forecast(NamedTuple):
    """What one row expects.

    Of an indicator or a strategy `value` is what the indicator is expected to be by then; of a commitment it is 1 or 0,
    that `who` and `partner` are connected by then, or that they are not.
    """

    about: str
    name: str
    indicator: str = ""
    subgroup: str = ""
    place: str = ""
    who: str = ""
    partner: str = ""
    value: float = nan
    expected_by: str = ""


def read_forecasts(tables: Mapping[str, SourceTable], items: Items, context: ReadingContext) -> list[Forecast]:
    """Read what indicators.csv, strategies.csv and commitments.csv expect.

    Parameters
    ----------
    tables : mapping of str to SourceTable
        The plain files, by name without ending.
    items : Items
        Where indicators may be listed.
    context : ReadingContext
        Names and waves; takes problems.

    Returns
    -------
    list of Forecast
        Of an indicator by the period of its own row unless ``expected_by`` names another; of a strategy by the date of
        its decision unless it does; of a commitment by the next survey unless it does.

    Examples
    --------
    >>> from stakeholder_graph.model.problems import Inspection
    >>> from stakeholder_graph.survey.plain.items import NO_ITEMS
    >>> cells = {"indicator": ["Reading"], "period": ["2026"], "value": [""], "expected": ["65"]}
    >>> context = ReadingContext(Names([]), ("1",), {}, Inspection())
    >>> read = read_forecasts({"indicators": SourceTable("indicators.csv", cells, [2])}, NO_ITEMS, context)
    >>> read[0].value, read[0].expected_by
    (65.0, '2026')
    """
    readers: dict[str, Callable[[SourceTable], Iterable[tuple[int, Forecast]]]] = {
        "indicators": lambda table: _of_indicators(table, items, context),
        "strategies": lambda table: _of_strategies(table, tables.get("indicators"), items, context),
        "commitments": lambda table: _of_commitments(table, context),
    }
    forecasts: list[Forecast] = []
    for family, read in readers.items():
        table = tables.get(family)
        if table is not None and EXPECTED in table:
            forecasts += _once(read(table), table, context)
        elif table is not None and BY in table:
            _note(table, (row for row, text in table.items(BY) if text), BY, _nothing_expected(), context)
    return forecasts


def _nothing_expected() -> tuple[str, str]:
    return _("The row says by when, and not what is expected."), _("Write it under “expected”, or leave both blank.")


def _of_indicators(table: SourceTable, items: Items, context: ReadingContext) -> Iterator[tuple[int, Forecast]]:
    names = items.names("indicator")
    columns = (table.texts(name) for name in ("indicator", "period", "subgroup", "place"))
    for row, value, by, indicator, period, subgroup, place in _dated(table, columns, context):
        if indicator and period:
            name = names.find(indicator) or indicator
            yield row, Forecast("indicator", name, name, subgroup, place, value=value, expected_by=by or period)


def _of_strategies(
    table: SourceTable, indicators: SourceTable | None, items: Items, context: ReadingContext
) -> Iterator[tuple[int, Forecast]]:
    names = items.names("indicator")
    if not names.shown and indicators is not None:
        names = Names(filter(None, indicators.texts("indicator")))
    columns = (table.texts(name) for name in ("strategy", "indicator", "decide_by"))
    for row, value, by, strategy, indicator, decide_by in _dated(table, columns, context):
        if not indicator:
            what = _("Something is expected of the strategy, which names no indicator.")
            _note(table, [row], "indicator", (what, _("Name the indicator that the number is of.")), context)
        if not by and not days_of(decide_by):
            what = _("Something is expected of the strategy, and nothing says by when.")
            _note(table, [row], BY, (what, _("Write a day, a month or a year, such as 2026.")), context)
        name = names.find(indicator) or indicator
        yield row, Forecast("strategy", strategy, name, value=value, expected_by=by or decide_by)


def _of_commitments(table: SourceTable, context: ReadingContext) -> Iterator[tuple[int, Forecast]]:
    connected = table.yes_or_no(EXPECTED, context.inspection)
    bys = _bys(table, context, waves=True)
    cells = (table.texts(name) for name in ("who", "with whom", "first step"))
    rows = zip(table.items(EXPECTED), connected, bys, *cells, strict=True)
    for (row, text), yes, by, who, whom, step in rows:
        if not text:
            continue
        partners = [name for name in map(context.names.find, split_names(unguarded(whom), context.names)) if name]
        if not partners:
            what = _("A connection is expected, and nobody named here is in the list of organizations.")
            _note(table, [row], "with whom", (what, _("Name a listed organization, or leave it out.")), context)
        for partner in partners:
            first = context.names.find(who)
            yield (
                row,
                Forecast("commitment", unguarded(step), who=first, partner=partner, value=float(yes), expected_by=by),
            )


def _dated(table: SourceTable, columns: Iterable[list[str]], context: ReadingContext) -> Iterator[tuple[Any, ...]]:
    """The number of each row that expects something, what, by when, and some of its cells."""
    values = table.numbers(EXPECTED, context.inspection)
    undue: list[int] = []
    for (row, text), value, by, *cells in zip(
        table.items(EXPECTED), values, _bys(table, context), *columns, strict=True
    ):
        if by and not text:
            undue.append(row)
        if text and not isnan(value):
            yield (row, value, by, *cells)
    _note(table, undue, BY, _nothing_expected(), context)


def _bys(table: SourceTable, context: ReadingContext, *, waves: bool = False) -> list[str]:
    """By when, as it is written; of commitments it may be a wave."""
    known = set(context.waves) if waves else set()
    context.inspection.wrong_texts(
        ((row, text) for row, text in table.items(BY) if text and text not in known and days_of(text) is None),
        table.file,
        BY,
        lambda text: _("“{text}” is not a date.", text=text),
        lambda text: _("Write a day, a month or a year, such as 2025-03-31, 2025-03 or 2025."),
    )
    return table.texts(BY)


def _note(table: SourceTable, rows: Iterable[int], column: str, said: tuple[str, str], context: ReadingContext) -> None:
    for row in rows:
        context.inspection.wrong(*said, table.file, row, column)


def _once(rows: Iterable[tuple[int, Forecast]], table: SourceTable, context: ReadingContext) -> list[Forecast]:
    """Each forecast once; two different ones of the same thing contradict each other."""
    first: dict[Forecast, tuple[int, Forecast]] = {}
    for row, forecast in rows:
        earlier, said = first.setdefault(forecast._replace(value=0.0), (row, forecast))
        if said.value != forecast.value:
            what = _("Row {row} expects something else of the same.", row=str(earlier))
            _note(table, [row], EXPECTED, (what, _("Leave one of the two blank.")), context)
    return [forecast for _row, forecast in first.values()]
