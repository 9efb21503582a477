"""A sheet of a workbook as a person sees it: what merged cells and formats of numbers make of what is stored."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from stakeholder_graph.tabular import TextRows

#: Cells, blank ones within the table included, that are read at most: ten times the largest survey we know.
MOST_CELLS = 20_000_000
#: Rows that a sheet has at most, in any spreadsheet.
MOST_ROWS = 1_048_576
#: Headers stand in one of so many rows at the top.
_MOST_HEAD_ROWS = 5
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,9})", re.ASCII)
#: A format of numbers with zeros before them, or with a text before or after.
_PADDED = re.compile(r'((?:"[^"]*"|\\.|-)*)(0+)((?:"[^"]*"|\\.)*)')


class TooManyCellsError(Exception):
    """The workbook holds more cells than are read."""


class TooManyRowsError(Exception):
    """A sheet has a cell below the last row that a spreadsheet can have."""

    def __init__(self, row: int) -> None:
        super().__init__(row)
        self.row = row


class DamagedWorkbookError(Exception):
    """The workbook is not what ECMA-376 asks for, or does not unpack."""


@dataclass(slots=True)
class Sheet:
    """A sheet as a person sees it, and what of it a person does not see.

    Parameters
    ----------
    name : str
        As its tab shows it.
    rows : list of list of str
        From row 1 on. A cell that is merged with those below it stands in each of them.
    hidden : bool
        Whether the whole sheet is.
    hidden_rows : list of int
        Those that are, such as the rows that a filter took out.
    hidden_columns : list of int
        Those that are.
    uncomputed : list of (int, int)
        Row and column of formulas without a value.
    merged : list of (int, int, int, int)
        First row and column, last row and column.
    dates : dict of int to list of int
        Rows of the first cells in each column whose format is that of a date.
    """

    name: str
    rows: TextRows
    hidden: bool = False
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    uncomputed: list[tuple[int, int]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    dates: dict[int, list[int]] = field(default_factory=dict)


def cell_range(text: str) -> tuple[int, int, int, int]:
    """Give the first row and column and the last row and column of a range of cells.

    Parameters
    ----------
    text : str
        As a workbook names it.

    Examples
    --------
    >>> cell_range("B2:AA4")
    (2, 2, 4, 27)
    """
    first, _colon, last = text.partition(":")
    cells = [_CELL.fullmatch(cell) for cell in (first, last or first)]
    if None in cells:
        raise DamagedWorkbookError(f"“{text[:20]}” is no range of cells")
    top, left, bottom, right = (part for cell in cells if cell for part in (int(cell[2]), column_number(cell[1])))
    return top, left, bottom, right


def column_number(letters: str) -> int:
    """Give the number of a column, from 1 on.

    Parameters
    ----------
    letters : str
        Its name.

    Examples
    --------
    >>> column_number("A"), column_number("AB")
    (1, 28)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    if not 0 < number <= 16_384:
        raise DamagedWorkbookError(f"there is no column {letters[:20]}")
    return number


def padded(code: str) -> Callable[[float], object] | None:
    """Say how a number is shown that has zeros before it, such as 007, or a text, such as ORG-7.

    Parameters
    ----------
    code : str
        A format of numbers.

    Returns
    -------
    callable or None
        Gives the text of a number; None for formats that add nothing.

    Examples
    --------
    >>> show = padded('"ORG-"000')
    >>> show(7) if show else ""
    'ORG-007'
    """
    match = _PADDED.fullmatch(code)
    if match is None or not (len(match[2]) > 1 or match[1] or match[3]):
        return None
    before, after = (re.sub(r'"([^"]*)"|\\(.)', r"\1\2", part) for part in (match[1], match[3]))
    width = len(match[2])
    return lambda number: f"{before}{number:0{width}.0f}{after}" if number >= 0 else f"{number:.15g}"


def spread_merged(sheet: Sheet) -> None:
    """Give what is merged with the cells below it to each of them, as a person reads it.

    Parameters
    ----------
    sheet : Sheet
        Its rows are changed.

    Examples
    --------
    >>> sheet = Sheet("List", [["Ann", "Health"], ["Ben"]], merged=[(1, 2, 2, 2)])
    >>> spread_merged(sheet)
    >>> sheet.rows
    [['Ann', 'Health'], ['Ben', 'Health']]
    """
    rows, given = sheet.rows, 0
    for top, column, bottom, _last in sheet.merged:
        given += min(bottom, len(rows)) - top
        if given > MOST_CELLS:
            raise TooManyCellsError
        text = rows[top - 1][column - 1] if top <= len(rows) and column <= len(rows[top - 1]) else ""
        for number in range(top, min(bottom, len(rows)) if text else top):
            row = rows[number] = list(rows[number])
            row.extend([""] * (column - len(row)))
            row[column - 1] = row[column - 1] or text


def spread_headers(sheet: Sheet) -> None:
    """Give a header that is merged over several columns to each of them, with what stands below it in a second row.

    Parameters
    ----------
    sheet : Sheet
        Its rows are changed. A title, which stands in its row alone, is left as it is.

    Examples
    --------
    >>> rows = [["Organization", "Contact"], ["Elm", "Ann", "ann@example.org"]]
    >>> sheet = Sheet("List", rows, merged=[(1, 2, 1, 3)])
    >>> spread_headers(sheet)
    >>> sheet.rows[0]
    ['Organization', 'Contact', 'Contact (2)']
    >>> rows = [["Organization", "We work with"], ["", "Elm", "Fir"], ["Elm", "", "often"]]
    >>> sheet = Sheet("List", rows, merged=[(1, 2, 1, 3)])
    >>> spread_headers(sheet)
    >>> sheet.rows[:2]
    [[], ['Organization', 'We work with [Elm]', 'We work with [Fir]']]
    """
    wide = [
        (top, left, right)
        for top, left, bottom, right in sheet.merged
        if right > left and top == bottom <= _MOST_HEAD_ROWS
    ]
    for top in {top for top, _left, _right in wide}:
        row = sheet.rows[top - 1] if top <= len(sheet.rows) else []
        of_row = [(left, right) for first, left, right in wide if first == top and left <= len(row) and row[left - 1]]
        if of_row and sum(map(bool, row)) > 1:
            _spread(sheet, top, of_row)


def _spread(sheet: Sheet, top: int, wide: list[tuple[int, int]]) -> None:
    below = sheet.rows[top] if top < len(sheet.rows) else []
    width = max(len(sheet.rows[top - 1]), len(below), *(right for _left, right in wide))
    row, below = ([*cells, *[""] * width][:width] for cells in (sheet.rows[top - 1], below))
    merged = {column: left for left, right in wide for column in range(left, right + 1)}
    others = [column for column in range(1, width + 1) if column not in merged]
    second = all(below[column - 1] for column in merged) and not any(
        row[column - 1] and below[column - 1] not in ("", row[column - 1]) for column in others
    )
    if second:
        heads = [row[merged.get(column, column) - 1] for column in range(1, width + 1)]
        sheet.rows[top] = [
            f"{head} [{under}]" if column in merged else head or under
            for column, (head, under) in enumerate(zip(heads, below, strict=True), 1)
        ]
        sheet.rows[top - 1] = []
        return
    for left, right in wide:
        for number, column in enumerate(range(left + 1, right + 1), 2):
            row[column - 1] = row[column - 1] or f"{row[left - 1]} ({number})"
    sheet.rows[top - 1] = row
