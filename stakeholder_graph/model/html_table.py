"""A small table for a notebook, in which whatever a survey says is escaped."""

from collections.abc import Iterable, Sequence
from html import escape

from stakeholder_graph.text import number

#: What a cell holds; None and NaN stay blank.
HtmlCell = str | float | bool | None


def html_table(head: Sequence[str], rows: Iterable[Sequence[HtmlCell]], caption: str = "") -> str:
    """Write a table that needs no style sheet, no script and no network.

    Parameters
    ----------
    head : sequence of str
        Headers of the columns; empty where the first cell of each row says what the second is.
    rows : iterable of sequence of (str, float, bool or None)
        As long as the head, where there is one.
    caption : str
        What the table is about; blank for none.

    Examples
    --------
    >>> html_table(["name", "ties"], [["A & B", 1200.0], ["<i>", None]], "Ours")
    '<table><caption>Ours</caption><thead><tr><th>name</th><th>ties</th></tr></thead><tbody><tr><td>A &amp; \
B</td><td>1,200</td></tr><tr><td>&lt;i&gt;</td><td></td></tr></tbody></table>'
    """
    titled = f"<caption>{escape(caption)}</caption>" if caption else ""
    headed = f"<thead>{_row(head, 'th')}</thead>" if head else ""
    return f"<table>{titled}{headed}<tbody>{''.join(_row(row, 'td') for row in rows)}</tbody></table>"


def _row(cells: Iterable[HtmlCell], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{escape(_text(cell))}</{tag}>' for cell in cells)}</tr>"


def _text(cell: HtmlCell) -> str:
    if cell is None or cell != cell:
        return ""
    if isinstance(cell, str):
        return cell
    return ("yes" if cell else "no") if isinstance(cell, bool) else number(cell)
