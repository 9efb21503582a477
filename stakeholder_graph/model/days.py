"""Days: the dates that people write, as the first and the last day that each can mean."""

import re
import unicodedata
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

#: How the months begin in English and in Spanish.
_MONTHS = (
    ("jan", "ene"), ("feb",), ("mar",), ("apr", "abr"), ("may",), ("jun",),
    ("jul",), ("aug", "ago"), ("sep", "set"), ("oct",), ("nov",), ("dec", "dic"),
)  # fmt: skip
_MONTH_OF = {word: number for number, words in enumerate(_MONTHS, 1) for word in words}
_MONTH_WORD = re.compile(
    r"\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?|ene(?:ro)?|febrero|marzo|abr(?:il)?|mayo|junio|julio|ago(?:sto)?|septiembre|setiembre|"
    r"(?<=\d[ -])set|(?<=\d de )set|octubre|noviembre|dic(?:iembre)?)(?=\b|\d)"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_YEAR_FIRST = re.compile(r"((?:19|20)\d\d)[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[t ]+[\d:.]+z?)?")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)?\d\d)")
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})[-/.]((?:19|20)\d\d)")
_SCHOOL_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-/–]\s*(?:(?:19|20))?(\d\d)(?!\d)")
_QUARTER = re.compile(r"\b[qt]([1-4])\b|\b([1-4])[qt]\b")
_SHORT_YEAR = re.compile(r"\D+[-' ]+(\d\d)")
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?!\d)")
#: A day as spreadsheets count it, from their own beginning on.
_COUNTED, _BEGINNING = re.compile(r"[34]\d{4}"), date(1899, 12, 30)
#: A school year begins in its seventh month and ends in the sixth of the next.
_SCHOOL_BEGINS, _SCHOOL_ENDS = (7, 1), (6, 30)


class Days(NamedTuple):
    """The first and the last day that a date can mean."""

    first: date
    last: date


@lru_cache(maxsize=4096)
def days_of(text: str) -> Days | None:
    """Read a date as people write it.

    Parameters
    ----------
    text : str
        Such as ``2025-03-31``, ``2025-03``, ``2025``, ``3/31/2025``, ``31 March 2025``, ``marzo de 2025``, ``2025 Q3``
        or ``2024-25``.

    Returns
    -------
    Days or None
        None where it names no year, or a day that there is not. A date that may be read in two ways, such as
        ``3/4/2025``, reaches from the earlier of the two to the later.

    Examples
    --------
    >>> for text in ("2025-03", "31 de marzo de 2025", "3/4/2025", "soon"):
    ...     days = days_of(text)
    ...     print(days and (str(days.first), str(days.last)))
    ('2025-03-01', '2025-03-31')
    ('2025-03-31', '2025-03-31')
    ('2025-03-04', '2025-04-03')
    None
    """
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    try:
        return _days(plain)
    except ValueError:  # no such month or day
        return None


def _days(text: str) -> Days | None:
    if _COUNTED.fullmatch(text):
        counted = _BEGINNING + timedelta(int(text))
        return Days(counted, counted)
    if numbers := _YEAR_FIRST.fullmatch(text):
        year, month, day = int(numbers[1]), int(numbers[2]), numbers[3]
        if day:
            return _day(year, month, int(day))
        if month <= 12 or (year + 1) % 100 != month:
            return _month(year, month)
    if numbers := _YEAR_LAST.fullmatch(text):
        year = int(numbers[4]) if len(numbers[4]) == 4 else 2000 + int(numbers[4])
        return _either(int(numbers[1]), int(numbers[3]), year, day_first=numbers[2] == ".")
    if numbers := _MONTH_AND_YEAR.fullmatch(text):
        return _month(int(numbers[2]), int(numbers[1]))
    years = [int(year) for year in _YEAR.findall(text)]
    if word := _MONTH_WORD.search(text):
        return _with_month(text, _MONTH_OF[word[1][:3]], years)
    if (school := _SCHOOL_YEAR.search(text)) and (int(school[1]) + 1) % 100 == int(school[2]):
        return Days(date(int(school[1]), *_SCHOOL_BEGINS), date(int(school[1]) + 1, *_SCHOOL_ENDS))
    if not years:
        return None
    if len(years) == 1 and (quarter := _QUARTER.search(text)):
        last = 3 * int(quarter[1] or quarter[2])
        return Days(date(years[0], last - 2, 1), _month(years[0], last).last)
    return Days(date(min(years), 1, 1), date(max(years), 12, 31))


def _with_month(text: str, month: int, years: list[int]) -> Days | None:
    """A date with a month in words; with one year, or with two figures of it as spreadsheets write them (Mar-25)."""
    if len(years) > 1:
        return Days(date(min(years), 1, 1), date(max(years), 12, 31))
    if years:
        day = _DAY.search(_YEAR.sub(" ", text))
        return _day(years[0], month, int(day[1])) if day else _month(years[0], month)
    short = _SHORT_YEAR.fullmatch(text)
    return _month(2000 + int(short[1]), month) if short else None


def _either(first: int, second: int, year: int, *, day_first: bool) -> Days:
    """Day and month in figures: where both orders are possible, from the earlier to the later."""
    read = [(second, first)] if day_first else [(first, second), (second, first)]
    days = sorted(_day(year, month, day).first for month, day in read if month <= 12)
    if not days:
        raise ValueError(f"{first}/{second}/{year} is no date")
    return Days(days[0], days[-1])


def _day(year: int, month: int, day: int) -> Days:
    return Days(date(year, month, day), date(year, month, day))


def _month(year: int, month: int) -> Days:
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
