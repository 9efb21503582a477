"""Dates with the name of a month, put into the language that is spoken."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from babel.dates import format_skeleton, get_month_names

from stakeholder_graph.text import LANGUAGES, current_language, day

#: How a date is written in each language, after the names of its months.
_WRITTEN: Mapping[str, tuple[str, ...]] = {
    "en": (
        r"(?P<day>\d{{1,2}})(st|nd|rd|th)? (of )?(?P<month>{months}),?( (?P<year>\d{{4}}))?",
        r"(?P<month>{months}) (?P<day>\d{{1,2}})(st|nd|rd|th)?(,? (?P<year>\d{{4}}))?",
    ),
    "es": (r"(?P<day>\d{{1,2}}) de (?P<month>{months})(( de| del)? (?P<year>\d{{4}}))?",),
}
#: Where a date has no year: one that has a 29 February.
_ANY_YEAR = 2000


def date_in_words(written: str) -> str:
    """Give a date with a month's name in the language that is spoken.

    Parameters
    ----------
    written : str
        In any language.

    Returns
    -------
    str
        As it was written, where that is its language or where it is no date.

    Examples
    --------
    >>> from stakeholder_graph.text import speaking
    >>> with speaking("es"):
    ...     date_in_words("March 1st, 2026"), date_in_words("end of term")
    ('1 de marzo de 2026', 'end of term')
    >>> date_in_words("1 de marzo"), date_in_words("2026-03-01")
    ('March 1', '2026-03-01')
    """
    for language, match in _matches(written.strip()):
        if language == current_language():
            return written
        year = int(match["year"] or _ANY_YEAR)
        try:
            date = dt.date(year, _months(language).index(match["month"].casefold()) + 1, int(match["day"]))
        except ValueError:  # such as the 31st of June
            return written
        return str(format_skeleton("yMMMMd" if match["year"] else "MMMMd", date, locale=current_language()))
    return day(written)


def _matches(written: str) -> Iterator[tuple[str, re.Match[str]]]:
    for language in LANGUAGES:
        for pattern in _WRITTEN.get(language, ()):
            match = re.fullmatch(pattern.format(months="|".join(_months(language))), written, re.IGNORECASE)
            if match:
                yield language, match


def _months(language: str) -> list[str]:
    names = get_month_names("wide", locale=language)
    return [names[number].casefold() for number in range(1, 13)]
