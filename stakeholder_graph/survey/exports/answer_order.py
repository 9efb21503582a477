"""In which order the answers of an export came: by the dates that the survey tool notes, else by row."""

import datetime as dt
import re
from collections.abc import Collection, Sequence

from stakeholder_graph.survey.formats import AnswerTable

#: Headers of the date at which an answer was finished come first, then those of any date.
_FINISHED = re.compile(r"end|record|submi|complet|finish|hora de finalizaci|envi", re.IGNORECASE)
_DATES = re.compile(r"date|time|submi|fecha|hora|stamp|^_?(start|end)", re.IGNORECASE)
_NOT_DATES = re.compile(r"duration|seconds|time ?zone|interviewtime|total time", re.IGNORECASE)
_NUMBERS = re.compile(r"\d+")
_HALF = re.compile(r"\b([ap])\.?\s?m\b", re.IGNORECASE)
#: Excel counts days from here.
_EPOCH = dt.datetime(1899, 12, 30)


def dates_of(table: AnswerTable, rows: Collection[int]) -> dict[int, dt.datetime]:
    """Give when some answers came.

    Parameters
    ----------
    table : AnswerTable
        The main table of an export.
    rows : collection of int
        Of the table.

    Returns
    -------
    dict of int to datetime
        By row; empty where no column has a date for every one of these rows.
    """
    headers = [column.header for column in table.columns if _DATES.search(column.header)]
    headers = [header for header in headers if not _NOT_DATES.search(header)]
    places = [place for place, row in enumerate(table.rows) if row in rows]
    for header in sorted(headers, key=lambda header: not _FINISHED.search(header)):
        cells = table.cells[header]
        day_first = _day_first(cells)
        dates = {table.rows[place]: moment(cells[place], day_first=day_first) for place in places}
        known = {row: date for row, date in dates.items() if date is not None}
        if len(known) == len(rows):
            return known
    return {}


def moment(text: str, *, day_first: bool = False) -> dt.datetime | None:
    """Read a date with or without a time, as survey tools and spreadsheets write it.

    Parameters
    ----------
    text : str
        Such as ``"2026/03/01 10:00:00 AM EST"``, ``"3/20/2026 9:05"`` or ``"46082.4"``.
    day_first : bool
        Whether ``3/2/2026`` is in February.

    Returns
    -------
    datetime or None
        None where it is no date. A time zone is passed over: one export has one.

    Examples
    --------
    >>> moment("2026/03/20 01:00:00 PM EST").isoformat(), moment("3/20/2026 9:05").isoformat()
    ('2026-03-20T13:00:00', '2026-03-20T09:05:00')
    >>> moment("20.3.2026", day_first=True).isoformat(), moment("weekly") is None
    ('2026-03-20T00:00:00', True)
    """
    if re.fullmatch(r"\d{5}(\.\d+)?", text):
        return _EPOCH + dt.timedelta(days=float(text))
    numbers = [int(digits) for digits in _NUMBERS.findall(text)]
    if len(numbers) < 3:
        return None
    first, second, third = numbers[:3]
    year, month, day = (first, second, third) if first > 31 else (third, first, second)
    if first <= 31 and day_first:
        month, day = day, month
    hour, minute, seconds = ([*numbers[3:6], 0, 0, 0])[:3]
    if half := _HALF.search(text):
        hour = hour % 12 + (12 if half[1].casefold() == "p" else 0)
    try:
        return dt.datetime(year + (2000 if year < 100 else 0), month, day, hour, minute, seconds)
    except ValueError:
        return None


def _day_first(texts: Sequence[str]) -> bool:
    """Whether days stand before months: only where a first number can be no month."""
    firsts = (re.match(r"(\d{1,2})[./-]\d{1,2}[./-]\d", text) for text in set(texts))
    return any(int(first[1]) > 12 for first in firsts if first)
