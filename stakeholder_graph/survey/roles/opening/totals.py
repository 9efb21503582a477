"""Rows and columns of totals: sums that a person writes at the end of a table, and no organization or item."""

from collections.abc import Mapping, Sequence

from stakeholder_graph.tabular.delimited import as_number

_WORDS = frozenset(
    {"total", "totals", "grand total", "sum", "sums", "row total", "column total", "suma", "gesamt", "summe"}
)


def is_total(text: str) -> bool:
    """Whether a header, or the name of a row, says that sums stand there.

    Parameters
    ----------
    text : str
        As written.

    Examples
    --------
    >>> is_total("Grand Total:"), is_total("Total Health")
    (True, False)
    """
    return " ".join(text.casefold().split()).rstrip(":") in _WORDS


def without_totals(columns: Mapping[str, Sequence[str]], rows: Sequence[int]) -> tuple[dict[str, list[str]], list[int]]:
    """Leave out the last column and the last row where they are called totals and hold the sums of the others.

    Parameters
    ----------
    columns : mapping of str to sequence of str
        Cells by header, the first with the names of rows.
    rows : sequence of int
        The number of each row.

    Examples
    --------
    >>> cells = {"": ["Elm", "Fir", "Total"], "Elm": ["0", "1", "1"], "Fir": ["2", "0", "2"], "Total": ["2", "1", "3"]}
    >>> without_totals(cells, [2, 3, 4])
    ({'': ['Elm', 'Fir'], 'Elm': ['0', '1'], 'Fir': ['2', '0']}, [2, 3])
    """
    kept = {header: list(cells) for header, cells in columns.items()}
    headers = list(kept)
    if len(headers) < 3 or len(rows) < 2:
        return kept, list(rows)
    inner = [kept[header] for header in headers[1:-1]]
    if is_total(headers[-1]) and all(
        _is_sum(total, parts) for total, *parts in zip(kept[headers[-1]], *inner, strict=True)
    ):
        del kept[headers.pop()]
    if is_total(kept[headers[0]][-1]) and all(_is_sum(kept[header][-1], kept[header][:-1]) for header in headers[1:]):
        return {header: cells[:-1] for header, cells in kept.items()}, list(rows[:-1])
    return kept, list(rows)


def _is_sum(total: str, parts: Sequence[str]) -> bool:
    numbers = [as_number(part) or 0.0 for part in parts]
    known = as_number(total)
    return known is not None and abs(known - sum(numbers)) < 1e-9
