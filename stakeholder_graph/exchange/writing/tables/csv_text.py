"""CSV for other network tools: numbers in full, flags as words."""

from collections.abc import Iterable, Sequence

from stakeholder_graph.exchange.network import as_text
from stakeholder_graph.tabular import write_csv

CsvCell = str | int | float | bool | None


def csv_text(rows: Iterable[Sequence[CsvCell]]) -> str:
    """Write rows as CSV.

    Parameters
    ----------
    rows : iterable of sequence of (str, int, float, bool or None)
        The first holds the headers. Before a text that a spreadsheet would compute stands an apostrophe.

    Examples
    --------
    >>> print(csv_text([["name", "size"], ["=1+1", -2.5], ["Zoo", None]]))
    name,size
    '=1+1,-2.5
    Zoo,
    <BLANKLINE>
    """
    return write_csv.csv_text(
        [cell if cell is None or isinstance(cell, str) else as_text(cell) for cell in row] for row in rows
    )
