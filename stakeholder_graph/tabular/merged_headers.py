"""Headers of a sheet that are merged over several columns, as a person reads them."""

from stakeholder_graph.tabular.sheet import Sheet

#: Headers stand in one of so many rows at the top.
_MOST_HEAD_ROWS = 5


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
