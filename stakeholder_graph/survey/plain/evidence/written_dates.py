"""Dates as people write them into cells, where they can mean one day only."""

import datetime as dt
import re

#: Excel counts days from here.
_EPOCH = dt.date(1899, 12, 30)
_SERIAL = re.compile(r"\d{5}")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?")
_NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")


def date_written(text: str) -> str:
    """Give a date as year, month and day; blank where it is no date, or could be two.

    Parameters
    ----------
    text : str
        As a cell has it; a spreadsheet's number of a day is a date, too.

    Examples
    --------
    >>> date_written("2026-3-20"), date_written("3/20/2026"), date_written("46101"), date_written("2026-03-20 00:00:00")
    ('2026-03-20', '2026-03-20', '2026-03-20', '2026-03-20')
    >>> date_written("3/2/2026"), date_written("in May"), date_written("2026-02-30")
    ('', '', '')
    """
    if _SERIAL.fullmatch(text):
        return (_EPOCH + dt.timedelta(days=int(text))).isoformat()
    if iso := _ISO.fullmatch(text):
        return _day(*map(int, iso.groups()))
    if numbers := _NUMBERS.fullmatch(text):
        first, second, year = map(int, numbers.groups())
        days = {day for day in (_day(year, first, second), _day(year, second, first)) if day}
        return days.pop() if len(days) == 1 else ""
    return ""


def _day(year: int, month: int, day: int) -> str:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return ""
