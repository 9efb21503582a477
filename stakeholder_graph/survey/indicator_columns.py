"""What lists of indicators say besides figures (target, role, series, baseline), and what places have to work with."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.model.survey import COLUMNS
from stakeholder_graph.survey.context import ReadingContext
from stakeholder_graph.survey.plain.duplicates import settled
from stakeholder_graph.tabular.delimited import as_number
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import _

#: What others call our columns.
OTHER_HEADERS: Mapping[str, str] = {"year": "period", "group": "subgroup", "polarity": "good", "direction": "good"}
ROLES = ("core", "contributing")
#: What is said of an indicator as a whole, so that its rows agree.
_OF_INDICATOR = ("good", "outcome", "matters", "role", "baseline")

FurtherCells = tuple[float, float, str, str, str, bool]
"""Target, what change matters, role, series, baseline, and whether the group is the one others are compared with."""


def with_usual_headers(table: SourceTable) -> SourceTable:
    """Give the table with our headers, where it has others for them and not ours.

    Parameters
    ----------
    table : SourceTable
        The list of indicators.

    Examples
    --------
    >>> list(with_usual_headers(SourceTable("x.csv", {"Indicator": [], "Year": [], "Value": []}, [])).columns)
    ['Indicator', 'period', 'Value']
    """
    there = {header.casefold() for header in table.columns}
    columns: dict[str, list[str]] = {}
    for header, texts in table.columns.items():
        ours = OTHER_HEADERS.get(header.casefold(), header)
        columns[header if ours in there or ours in columns else ours] = texts
    return replace(table, columns=columns)


def further_cells(table: SourceTable, inspection: Inspection) -> list[FurtherCells]:
    """Read the columns that say more than figures.

    Parameters
    ----------
    table : SourceTable
        The list of indicators.
    inspection : Inspection
        Takes the problems.

    Returns
    -------
    list of tuple
        One a row.
    """
    reference = table.yes_or_no("reference", inspection) if "reference" in table else [False] * len(table)
    inspection.wrong_texts(
        (
            (row, "reference")
            for row, yes, group in zip(table.rows, reference, table.texts("subgroup"), strict=True)
            if yes and not group
        ),
        table.file,
        "reference",
        lambda text: _("The row is of everybody, and others are compared with a group only."),
        lambda text: _("Write yes in the rows of the group that others are compared with."),
    )
    return list(
        zip(
            table.numbers("target", inspection),
            table.numbers("matters", inspection, least=0),
            table.words("role", ROLES, inspection),
            table.texts("series"),
            table.texts("baseline"),
            reference,
            strict=True,
        )
    )


def read_places(table: SourceTable, context: ReadingContext) -> dict[str, list[str]]:
    """Read places.csv: what each place has to work with, in columns of any name, and the practices it follows.

    Parameters
    ----------
    table : SourceTable
        The file. Practices are separated by ``;``.
    context : ReadingContext
        Takes problems and advice.

    Returns
    -------
    dict of str to list of str
        The columns of the frame, then the others as they are written, their headers in lower case.
    """
    inspection = context.inspection
    if "year" in table and "period" not in table:
        table = with_usual_headers(table)
    table.require_text(inspection, "place", "period")
    about = list(zip(table.texts("place"), table.texts("period"), strict=True))
    others = [header for header in table.columns if header.casefold() not in COLUMNS["places"] and header.strip()]
    answers = {header: table.columns[header] for header in ("practices", *others) if header in table.columns}
    kept = settled(table.rows, about, answers, table.file, inspection)
    columns = {name: table.texts(name) for name in COLUMNS["places"]} | {name: table.columns[name] for name in others}
    _advise_on_numbers(table, others, inspection)
    return {name: [texts[place] for place in kept] for name, texts in columns.items()}


def _advise_on_numbers(table: SourceTable, headers: Iterable[str], inspection: Inspection) -> None:
    """Advise on a column that is numbers but for a few cells, since those places would be left out."""
    for header in headers:
        texts = [(row, text) for row, text in table.items(header) if text]
        odd = [(row, text) for row, text in texts if as_number(text, table.decimal_comma) is None]
        if 0 < len(odd) < len(texts) / 2:
            inspection.advise(
                _("“{text}” is not a number, so nothing is expected of this place.", text=odd[0][1]),
                _("Write a number, or leave the cell blank."),
                table.file,
                odd[0][0],
                header,
            )


def note_contradictions(rows: Sequence[tuple[int, tuple[Any, ...]]], file: str, inspection: Inspection) -> None:
    """Note what rows of one indicator say differently, and baselines of which there is no figure.

    Parameters
    ----------
    rows : sequence of (int, tuple)
        The number of each row, and its cells in the order of the frame.
    file : str
        For the problems.
    inspection : Inspection
        Takes the problems.
    """
    place = {name: position for position, name in enumerate(COLUMNS["indicators"])}
    for name in _OF_INDICATOR:
        first: dict[str, tuple[int, Any]] = {}
        for row, cells in rows:
            cell = cells[place[name]]
            if cell == "" or cell != cell:
                continue
            earlier, said = first.setdefault(cells[0], (row, cell))
            if said != cell:
                inspection.wrong(
                    _(
                        "“{indicator}” has “{cell}” here and “{said}” in row {row}.",
                        indicator=cells[0],
                        cell=_shown(cell),
                        said=_shown(said),
                        row=str(earlier),
                    ),
                    _("Write the same in all rows of the indicator, or leave all but one of them blank."),
                    file,
                    row,
                    name,
                )
    _note_baselines(rows, place["baseline"], file, inspection)
    _note_references(
        ((row, cells[0], cells[3]) for row, cells in rows if cells[place["reference"]] and cells[3]), file, inspection
    )


def _note_baselines(rows: Sequence[tuple[int, tuple[Any, ...]]], place: int, file: str, inspection: Inspection) -> None:
    periods: dict[str, dict[str, None]] = {}
    for _row, cells in rows:
        if cells[2] == cells[2]:
            periods.setdefault(cells[0], {})[cells[1]] = None
    noted = set()
    for row, cells in rows:
        indicator, baseline = cells[0], cells[place]
        if baseline and baseline not in periods.get(indicator, ()) and indicator not in noted:
            noted.add(indicator)
            inspection.wrong(
                _("“{indicator}” has no figure of “{period}”.", indicator=indicator, period=baseline),
                _(
                    "Write one of its periods as its baseline ({periods}), or add that figure.",
                    periods=", ".join(periods.get(indicator, ())),
                ),
                file,
                row,
                "baseline",
            )


def _note_references(marked: Iterable[tuple[int, str, str]], file: str, inspection: Inspection) -> None:
    first: dict[str, tuple[int, str]] = {}
    for row, indicator, group in marked:
        earlier, said = first.setdefault(indicator, (row, group))
        if said != group:
            inspection.wrong(
                _(
                    "“{indicator}” is compared with “{group}” here and with “{said}” in row {row}.",
                    indicator=indicator,
                    group=group,
                    said=said,
                    row=str(earlier),
                ),
                _("Write yes in the rows of one group only."),
                file,
                row,
                "reference",
            )


def _shown(cell: Any) -> str:
    return f"{cell:g}" if isinstance(cell, float) else str(cell)
