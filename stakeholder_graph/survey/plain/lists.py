"""Lists that stand by themselves: rosters, sectors, indicators, strategies, evidence, and what a meeting leaves."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from stakeholder_graph.frames.rows import SurveyRows
from stakeholder_graph.model.survey import COLUMNS, RATED
from stakeholder_graph.survey.context import ReadingContext
from stakeholder_graph.survey.indicator_columns import (
    OTHER_HEADERS,
    further_cells,
    note_contradictions,
    read_places,
    with_usual_headers,
)
from stakeholder_graph.survey.plain.duplicates import settled
from stakeholder_graph.survey.plain.evidence.read_evidence import read_evidence
from stakeholder_graph.survey.plain.improvement.forecasts import read_forecasts
from stakeholder_graph.survey.plain.improvement.strategies import read_changes, read_strategies
from stakeholder_graph.survey.plain.items import Items, read_affiliations, read_ratings, step_rows
from stakeholder_graph.survey.plain.meetings.commitments import read_commitments
from stakeholder_graph.survey.plain.meetings.corrections import read_corrections
from stakeholder_graph.survey.plain.sectors_apart import advise_on_sectors_apart
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.survey.settings.workbook.sheets import EVIDENCE_SHEET
from stakeholder_graph.tabular.source_table import SourceTable

#: What the list of sectors in the settings is called.
REFERENCE = "reference"

#: What every list of indicators may say, without what `further_cells` reads.
_FIGURES = frozenset({"indicator", "period", "value", "subgroup", "place", "n", "good", "outcome", "unit"})
_NOTHING_FURTHER = (float("nan"), float("nan"), "", "", "", False)
#: What rows say of an indicator, a period, a group, a place and a series.
_SAID_OF_FIGURES = ("value", "n", "good", "outcome", "target", "matters", "role", "baseline", "reference", "unit")

#: The lists that may say what they expect, and in which columns.
_WITH_FORECASTS, _OF_FORECASTS = frozenset({"indicators", "strategies", "commitments"}), {"expected", "expected_by"}

Columns = dict[str, list[Any]]
"""Columns of a frame of a `Survey`, all of one length."""


def add_lists(
    tables: Mapping[str, SourceTable], items: Items, settings: Settings, rows: SurveyRows, context: ReadingContext
) -> None:
    """Read every plain file that is not about ties into the rows of a survey.

    Parameters
    ----------
    tables : mapping of str to SourceTable
        The plain files, by name without ending.
    items : Items
        The lists of items.
    settings : Settings
        They may list sectors.
    rows : SurveyRows
        Takes the rows.
    context : ReadingContext
        Names and waves.
    """
    if "sectors" in tables or settings.sectors:
        rows.add("sectors", read_sectors(tables.get("sectors"), settings, context))
        advise_on_sectors_apart(tables, settings, context.inspection)
    if "rosters" in tables:
        rows.add("rosters", read_rosters(tables["rosters"], context))
    for family, read in (("affiliations", read_affiliations), ("ratings", read_ratings)):
        if family in tables:
            answers = read(tables[family], items, context)
            rows.add(family, {name: [getattr(answer, name) for answer in answers] for name in COLUMNS[family]})
    if "ratings" in tables:
        rows.add("steps", step_rows(items.steps(RATED)))
    if "indicators" in tables:
        rows.add("indicators", read_indicators(tables["indicators"], items, context))
    if "places" in tables:
        rows.add("places", read_places(tables["places"], context))
    if "strategies" in tables:
        rows.add("strategies", read_strategies(tables["strategies"], items, context, tables.get("indicators")))
    if "changes" in tables:
        rows.add("changes", read_changes(tables["changes"], tables.get("strategies"), items, context))
    if not tables.keys().isdisjoint({"evidence", EVIDENCE_SHEET}):
        rows.add("evidence", read_evidence(tables.get("evidence"), tables.get(EVIDENCE_SHEET), context))
    if "commitments" in tables:
        rows.add("commitments", read_commitments(tables["commitments"], items, context))
    if any(tables[family].headers.keys() & _OF_FORECASTS for family in _WITH_FORECASTS & tables.keys()):
        rows.add_records("forecasts", COLUMNS["forecasts"], read_forecasts(tables, items, context))
    if "corrections" in tables:
        rows.add("corrections", read_corrections(tables["corrections"], context))


def read_rosters(table: SourceTable, context: ReadingContext) -> Columns:
    """Read rosters.csv: the organizations on each named roster.

    Parameters
    ----------
    table : SourceTable
        The file.
    context : ReadingContext
        The names.
    """
    table.require_text(context.inspection, "roster", "organization")
    members = context.names.checked(table, "organization", context.inspection)
    return _columns("rosters", dict.fromkeys(zip(table.texts("roster"), members, strict=True)))


def read_sectors(table: SourceTable | None, settings: Settings, context: ReadingContext) -> Columns:
    """Read sectors.csv and the sectors of the settings: reference lists, with shares where they are known.

    Parameters
    ----------
    table : SourceTable or None
        The file.
    settings : Settings
        Their sectors come first.
    context : ReadingContext
        Takes problems and advice.
    """
    nan = float("nan")
    rows: list[tuple[Any, ...]] = [
        (REFERENCE, name, nan if share is None else share) for name, share in settings.sectors.items()
    ]
    if table is not None:
        table.require_text(context.inspection, "list", "sector")
        shares = table.numbers("share", context.inspection, least=0)
        cells = zip(table.texts("list"), table.texts("sector"), shares, strict=True)
        rows += _once(list(zip(table.rows, cells, strict=True)), "sectors", ("share",), table, context)
    return _columns("sectors", rows)


def read_indicators(table: SourceTable, items: Items, context: ReadingContext) -> Columns:
    """Read indicators.csv; a blank value is a period without a figure.

    Parameters
    ----------
    table : SourceTable
        The file.
    items : Items
        Where indicators may be listed.
    context : ReadingContext
        Takes problems and advice.
    """
    inspection, further = context.inspection, {header.casefold() for header in table.columns} - _FIGURES
    if further & OTHER_HEADERS.keys():
        table = with_usual_headers(table)
    table.require(inspection, "value")
    table.require_text(inspection, "indicator", "period")
    cells = list(
        zip(
            items.resolved(table, "indicator", ("indicator",), inspection),
            table.texts("period"),
            table.numbers("value", inspection),
            table.texts("subgroup"),
            table.texts("place"),
            table.numbers("n", inspection, least=0),
            table.words("good", ("up", "down"), inspection),
            items.resolved(table, "outcome", ("outcome",), inspection),
            strict=True,
        )
    )
    stated = further_cells(table, inspection) if further else [_NOTHING_FURTHER] * len(cells)
    rows = zip(table.rows, cells, stated, table.texts("unit"), strict=True)
    legible = [(row, (*cell, *more, unit)) for row, cell, more, unit in rows if cell[0] and cell[1]]
    if further or len({(cell[0], cell[6]) for _row, cell in legible if cell[6]}) > len(
        {cell[0] for _r, cell in legible}
    ):
        note_contradictions(legible, table.file, inspection)
    return _columns("indicators", _once(legible, "indicators", _SAID_OF_FIGURES, table, context))


def _once(
    rows: Sequence[tuple[int, tuple[Any, ...]]],
    family: str,
    answers: Sequence[str],
    table: SourceTable,
    context: ReadingContext,
) -> list[tuple[Any, ...]]:
    """Each row once: its cells in the order of its frame's columns, of which some are answers."""
    names = COLUMNS[family]
    kept = settled(
        [row for row, _cells in rows],
        [tuple(cell for name, cell in zip(names, cells, strict=True) if name not in answers) for _row, cells in rows],
        {name: [cells[names.index(name)] for _row, cells in rows] for name in answers},
        table.file,
        context.inspection,
    )
    return [rows[place][1] for place in kept]


def _columns(family: str, rows: Iterable[tuple[Any, ...]]) -> Columns:
    listed = list(rows)
    return {name: [row[place] for row in listed] for place, name in enumerate(COLUMNS[family])}
