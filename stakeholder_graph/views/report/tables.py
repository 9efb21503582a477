"""A finding's tables as a page shows them: columns a reader needs, in an order that ranks nobody."""

from dataclasses import dataclass
from typing import Literal

from stakeholder_graph.measures._registry import MeasureInfo, measures
from stakeholder_graph.model.finding import Cell, Part, Row
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.text import number
from stakeholder_graph.views.words import SHARES, amount, column

#: Columns for the evaluator only.
EVALUATORS = ("p", "p_adjusted", "sd", "z", "by_chance", "within_z", "efficiency", "difference")
#: Tables longer than this are folded.
LONG = 12

Kind = Literal["name", "sector", "number", "text"]


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
    kind: Kind
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


def table_view(part: Part, caption: str, *, evaluator: bool = False) -> TableView | None:
    """Make a table ready to be shown.

    Parameters
    ----------
    part : Part
        As the finding has it.
    caption : str
        What it lists.
    evaluator : bool
        True to keep the columns that speak of tests, under their own names and with their digits.

    Returns
    -------
    TableView or None
        Rows by name, so that nobody is ranked; where the first column is a number, as they come. None for a table
        without rows, or by sector where no sector is stated.
    """
    if not part.rows:
        return None
    every = dict.fromkeys(name for row in part.rows for name in row)
    if not evaluator and all(row.get("sector") == NO_SECTOR for row in part.rows):
        # Where nobody's sector is stated there is nothing to tell by sector.
        if not {"organization", "from", "to"} & set(every):
            return None
        del every["sector"]
    names = [name for name in every if evaluator or not for_evaluator(name)]
    kinds = {name: _kind(name, [row.get(name) for row in part.rows]) for name in names}
    by_name = [name for name in names if kinds[name] in ("name", "sector", "text")]
    counted = kinds[names[0]] == "number" if names else False
    rows = part.rows if counted else sorted(part.rows, key=lambda row: [_folded(row, name) for name in by_name])
    return TableView(
        caption,
        tuple(Shown(name if evaluator else column(name), kinds[name]) for name in names),
        tuple(tuple(_shown(row, name, kinds[name], evaluator=evaluator) for name in names) for row in rows),
    )


def _folded(row: Row, name: str) -> str:
    return str(row.get(name)).casefold()


def for_evaluator(name: str) -> bool:
    """Whether a column is for the evaluator only: what speaks of tests and of standard deviations.

    Examples
    --------
    >>> for_evaluator("liaison_z"), for_evaluator("liaison")
    (True, False)
    """
    return name in EVALUATORS or name.endswith("_z")


def _kind(name: str, cells: list[Cell]) -> Kind:
    if name == "organization":
        return "name"
    if name in ("sector", "from_sector", "to_sector"):
        return "sector"
    numeric = all(cell is None or (isinstance(cell, int | float) and not isinstance(cell, bool)) for cell in cells)
    return "number" if numeric else "text"


def _shown(row: Row, name: str, kind: Kind, *, evaluator: bool) -> Shown:
    if name not in row:
        return Shown("not shown", kind, unknown=True)
    cell = row[name]
    if cell is None:
        others = [value for value in row.values() if isinstance(value, int | float)]
        return Shown("–" if others else number(None), kind, unknown=True)
    if isinstance(cell, float) and evaluator:
        return Shown(f"{cell:.4g}".replace("-", "−"), kind)
    if name in SHARES and isinstance(cell, float):
        return Shown(f"{100 * cell:.0f}%", kind)
    info = measures().get(str(row.get("measure")))
    if info is None:
        return Shown(column(str(cell)) if name == "measure" else number(cell), kind)
    if name == "measure":
        return Shown(_with_scale(info), kind)
    return Shown(amount(cell, info.unit) if isinstance(cell, int | float) else number(cell), kind)


def _with_scale(info: MeasureInfo) -> str:
    """What is measured, and what its numbers mean; shares are percentages, which say it themselves."""
    if info.unit == "share" or info.unit in info.title:
        return info.title
    means = zip(info.bounds, map(info.words.get, ("low_end", "high_end")), strict=True)
    ends = [f"{number(end)}: {text}" for end, text in means if end is not None and text]
    return f"{info.title} ({'; '.join(ends) or info.unit})"
