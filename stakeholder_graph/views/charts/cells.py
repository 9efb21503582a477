"""What a cell says on a chart."""

from stakeholder_graph.model.table import Cell, Column
from stakeholder_graph.text import number, percent
from stakeholder_graph.views.sentences import term


def said(cell: Cell, column: Column) -> str:
    """A cell in words: a share as a percentage, a text or number of the survey, or a term of ours.

    Parameters
    ----------
    cell : Cell
        What stands in the table.
    column : Column
        What its column holds.

    Examples
    --------
    >>> said(0.24, Column("share", kind="share")), said("year_founded", Column("attribute", kind="text"))
    ('24%', 'year founded')
    """
    if column.kind in ("term", "verdict") or cell in column.labels:
        return term(column.labels.get(str(cell), str(cell)))
    if isinstance(cell, float) and column.kind == "share":
        return percent(cell)
    return number(cell).replace("_", " ")
