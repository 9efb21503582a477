"""Days as a person would write them in the current language."""

import datetime as dt
import re

from stakeholder_graph.text.language import current_language

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def day(written: str) -> str:
    """Write a day with the name of its month; English writes it as files do.

    Parameters
    ----------
    written : str
        Such as ``"2025-10-21"``; any other text, as a month or words, is left as it is.

    Examples
    --------
    >>> from stakeholder_graph.text import speaking
    >>> with speaking("es"):
    ...     day("2025-10-21"), day("end of term")
    ('21 de octubre de 2025', 'end of term')
    >>> day("2025-10-21")
    '2025-10-21'
    """
    if current_language() == "en" or not _DAY.fullmatch(written):
        return written
    from babel import UnknownLocaleError
    from babel.dates import format_skeleton

    try:
        return str(format_skeleton("yMMMMd", dt.date.fromisoformat(written), locale=current_language()))
    except (ValueError, UnknownLocaleError):  # no such day, or a language that Babel does not know
        return written
