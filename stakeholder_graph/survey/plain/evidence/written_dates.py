"""Dates of decisions as people write them into cells, where they can mean one day only."""

import re

from stakeholder_graph.model.days import days_of

#: A date in words has a day and a year; with more numbers it names more than one day.
_IN_WORDS, _NUMBER, _MOST_NUMBERS = re.compile(r"[^\W\d_]{3}"), re.compile(r"\d+"), 2


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
    >>> date_written("Nov 20 2026"), date_written("3 de octubre de 2026")
    ('2026-11-20', '2026-10-03')
    >>> date_written("3/2/2026"), date_written("in May"), date_written("2026-02-30"), date_written("May 3 or 4, 2026")
    ('', '', '', '')
    """
    if _IN_WORDS.search(text) and len(_NUMBER.findall(text)) > _MOST_NUMBERS:
        return ""
    days = days_of(text)
    return days.first.isoformat() if days and days.first == days.last else ""
