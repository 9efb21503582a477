"""Tables of text for a terminal, laid out by rich: the same characters on a screen, in a pipe and in a file."""

import unicodedata
from collections.abc import Sequence
from io import StringIO

#: Without a limit of its own, text in a column is wrapped beyond so many characters.
WIDEST = 60
#: Spaces between two columns.
BETWEEN = 2


def text_table(headings: Sequence[str], rows: Sequence[Sequence[str]], widest: Sequence[int] = ()) -> str:
    """Lay text out in columns; numbers stand to the right, and long text is wrapped within its column.

    Parameters
    ----------
    headings : sequence of str
        One for each column.
    rows : sequence of sequence of str
        Cells. They are shown as they are: nothing in them is taken for markup, and control characters, which could
        steer a terminal, are replaced.
    widest : sequence of int, optional
        The most characters of each column; 60 unless given.

    Returns
    -------
    str
        Lines of plain text, each with its line break. How wide they are depends on the cells alone.

    Examples
    --------
    >>> print(text_table(("Sector", "Listed"), [("Health", "8"), ("Schools [public]", "12")]), end="")
    Sector            Listed
    Health                 8
    Schools [public]      12
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    limits = list(widest) or [WIDEST] * len(headings)
    grid = Table.grid(padding=(0, BETWEEN, 0, 0))
    for column, limit in enumerate(limits):
        numeric = all(row[column].replace(",", "").isdigit() for row in rows if row[column])
        grid.add_column(max_width=limit, justify="right" if numeric else "left", overflow="fold")
    for row in (headings, *rows):
        grid.add_row(*(Text(_printable(cell)) for cell in row))
    out = StringIO()
    # No colour and a width of its own: what is printed does not depend on where it goes.
    console = Console(file=out, width=sum(limits) + BETWEEN * len(limits), color_system=None, force_terminal=False)
    console.print(grid)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _printable(text: str) -> str:
    """Text on one line, without characters that steer a terminal."""
    text = " ".join(text.split())
    return "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(char) == "Cc" else char for char in text)
