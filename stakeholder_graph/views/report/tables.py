"""A finding's tables as a page shows them: columns a reader needs, in an order that ranks nobody."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from stakeholder_graph.measures._registry import MeasureInfo, measures
from stakeholder_graph.model.large_networks import MOST_ROWS_SHOWN, shown_of
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.model.table import ABSENT, Column, Row, Table
from stakeholder_graph.text import _, day, number, translate
from stakeholder_graph.views.amounts import amount
from stakeholder_graph.views.sentences import term

#: Tables longer than this are folded.
LONG = 12

CellStyle = Literal["name", "sector", "number", "text"]


@dataclass(frozen=True, slots=True)
class Shown:
    """One cell as it is shown.

    Parameters
    ----------
    text : str
        In words, not yet escaped.
    kind : {"name", "sector", "number", "text"}
        How it is set.
    unknown : bool
        True where there is nothing to show.
    """

    text: str
    kind: CellStyle
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class TableView:
    """One table as it is shown.

    Parameters
    ----------
    caption : str
        What it lists.
    headings : tuple of Shown
        Of its columns.
    rows : tuple of tuple of Shown
        Its cells.
    """

    caption: str
    headings: tuple[Shown, ...]
    rows: tuple[tuple[Shown, ...], ...]

    @property
    def long(self) -> bool:
        """Whether it is better folded away."""
        return len(self.rows) > LONG


def table_view(table: Table, caption: str, *, evaluator: bool = False) -> TableView | None:
    """Make a table ready to be shown.

    Parameters
    ----------
    table : Table
        As the finding has it.
    caption : str
        What it lists.
    evaluator : bool
        True to keep the columns that are for the evaluator, all with their names in files beside their headings, and
        with their digits.

    Returns
    -------
    TableView or None
        Rows by name, so that nobody is ranked; where the first column is a number or in order, as they come; of very
        many the first, and the caption says so. None
        for a table without rows, or by sector where no sector is stated.
    """
    if not table:
        return None
    columns = list(table.columns)
    if not evaluator and "sector" in table and all(sector == NO_SECTOR for sector in table["sector"]):
        # Where nobody's sector is stated there is nothing to tell by sector.
        if not any(column.kind == "organization" for column in columns):
            return None
        columns = [column for column in columns if column.name != "sector"]
    columns = [column for column in columns if evaluator or not column.for_evaluator]
    by_name = [column.name for column in columns if not column.numeric]
    in_order = bool(columns) and (columns[0].numeric or columns[0].ordered)
    shown = shown_of(len(table), MOST_ROWS_SHOWN)
    order = range(len(table)) if in_order else _by_name(table, by_name)
    kinds_of = [(column, _kind(column)) for column in columns]
    if shown < len(table):
        caption = _(
            "{caption} (the first {shown:,} of {rows:,}; the CSV files have them all)",
            caption=caption,
            shown=shown,
            rows=len(table),
        )
    return TableView(
        caption,
        tuple(Shown(_heading(column, evaluator=evaluator), kind) for column, kind in kinds_of),
        tuple(
            tuple([_shown(row, column, kind, evaluator=evaluator) for column, kind in kinds_of])
            for row in table.take(order[:shown]).rows
        ),
    )


def _by_name(table: Table, names: Sequence[str]) -> Sequence[int]:
    """The positions of its rows, ordered by the texts of some columns; rows that nobody sees are never made."""
    texts = [["none" if cell is ABSENT else str(cell).casefold() for cell in table[name]] for name in names]
    keys = list(zip(*texts, strict=True))
    return sorted(range(len(table)), key=keys.__getitem__) if keys else range(len(table))


def _heading(column: Column, *, evaluator: bool) -> str:
    heading = _(column.heading)
    return f"{heading} ({column.name})" if evaluator else heading


def _kind(column: Column) -> CellStyle:
    if column.kind == "organization":
        return "name"
    if column.kind == "sector":
        return "sector"
    return "number" if column.numeric else "text"


def _shown(row: Row, column: Column, kind: CellStyle, *, evaluator: bool) -> Shown:
    if column.name not in row:
        return Shown("–", kind, unknown=True)
    cell = row[column.name]
    if cell is None:
        others = [value for value in row.values() if isinstance(value, int | float)]
        return Shown("–" if others else number(None), kind, unknown=True)
    if isinstance(cell, float) and evaluator:
        return Shown(f"{cell:.4g}".replace("-", "−"), kind)
    if column.kind == "share" and isinstance(cell, float):
        return Shown(amount(cell, "share"), kind)
    info = measures().get(str(row["measure"])) if "measure" in row else None
    if column.kind == "measure" and info is not None:
        return Shown(_with_scale(info), kind)
    if column.kind in ("term", "verdict", "measure") or cell in column.labels:
        return Shown(term(column.labels.get(str(cell), str(cell))), kind)
    if info is not None and isinstance(cell, int | float):
        return Shown(amount(cell, info.unit), kind)
    return Shown(day(cell) if isinstance(cell, str) else number(cell), kind)


def _with_scale(info: MeasureInfo) -> str:
    """What is measured, and what its numbers mean; shares are percentages, which say it themselves."""
    if info.unit == "share" or info.unit in info.title:
        return translate(info.title)
    means = zip(info.bounds, map(info.messages.get, ("low_end", "high_end")), strict=True)
    ends = [f"{number(end)}: {translate(text)}" for end, text in means if end is not None and text]
    return f"{translate(info.title)} ({'; '.join(ends) or translate(info.unit)})"
