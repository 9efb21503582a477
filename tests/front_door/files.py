"""What lies in the folder of somebody who begins, before it is spelled: tables, workbooks and plain text."""

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.front_door.partnership import Rows


@dataclass(frozen=True)
class Table:
    """A delimited text file.

    Parameters
    ----------
    rows : list of lists
        Its cells.
    separator : str
        Between cells; another one may be tried where this is a comma.
    heads : int
        Rows that stay above.
    shuffled : str
        What may come in another order: ``rows``, ``rows and columns`` or nothing.
    quoted : bool
        Whether every cell stands in quotation marks.
    encoding : str, optional
        The one that the tool writes, where it writes one only.
    """

    rows: Rows
    separator: str = ","
    heads: int = 1
    shuffled: str = "rows"
    quoted: bool = False
    encoding: str | None = None

    def text(self, rows: Rows, separator: str) -> str:
        """Write cells with a separator."""
        out = io.StringIO()
        quoting = csv.QUOTE_ALL if self.quoted else csv.QUOTE_MINIMAL
        csv.writer(out, delimiter=separator, lineterminator="\n", quoting=quoting).writerows(rows)
        return out.getvalue()


@dataclass(frozen=True)
class Book:
    """A workbook of Excel.

    Parameters
    ----------
    sheets : mapping of str to rows
        In their order; each is shuffled as a table with one row of headers is.
    made : callable, optional
        What is done to the workbook of openpyxl before it is saved: sheets hidden, cells merged.
    shuffled : bool
        Whether rows may come in another order.
    """

    sheets: Mapping[str, Rows]
    made: Callable[..., None] | None = None
    shuffled: bool = True


def unescaped(name: str) -> str:
    """Leave a name as it is."""
    return name


@dataclass(frozen=True)
class Text:
    """A file that is no table.

    Parameters
    ----------
    text : str
        Its text.
    escape : callable
        Writes a name as the format does.
    """

    text: str
    escape: Callable[[str], str] = field(default=unescaped)


Content = Table | Book | Text | bytes
"""What a file holds."""


def table(rows: Rows, separator: str = ",", heads: int = 1, shuffled: str = "rows") -> Table:
    """A table as most people have it."""
    return Table(rows, separator, heads, shuffled)
