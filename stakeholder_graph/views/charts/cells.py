"""What a cell says on a chart."""

from stakeholder_graph.model.table import Cell, Column
from stakeholder_graph.text import _, number, percent
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


def of_known(count: float, known: float, pairs: float) -> str:
    """How many of those of which something is known: the others are neither yes nor no.

    Parameters
    ----------
    count, known, pairs : float
        How many it holds of, of how many it is known, and how many there are.

    Examples
    --------
    >>> of_known(2, 36, 36), of_known(2, 30, 36), of_known(0, 0, 36)
    ('2 of 36', '2 of 30 known', 'not known')
    """
    if not known:
        return _("not known")
    if known < pairs:
        return _("{count} of {known} known", count=count, known=known)
    return _("{count} of {all}", count=count, all=pairs)
