"""CSV that a spreadsheet opens without taking a text for a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

#: A spreadsheet computes what begins with one of these.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

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
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: CsvCell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value)
