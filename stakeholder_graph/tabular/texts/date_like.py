"""Ranges such as 1-10 that a spreadsheet took for a date and saved as text: 10-Jan, 10. Jan, Jan-10, 10-ene."""

import re
from collections.abc import Sequence

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.text import _, _n, listing

#: What stands beside a range such as 1-10 that a spreadsheet took for a date.
BESIDE_DATES = re.compile(r"\d+\s*(-|–|—|to)\s*\d+.*|\d+\s*\+|[<>≤≥].*\d.*|\D.*")
_RANGE = re.compile(r"\d+\s*(-|–|—|to)\s*\d+")
#: How the months begin in English, German, Spanish, French, Italian, Portuguese and Dutch.
_MONTH = (
    "(jan|feb|mar|mär|mrz|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|ene|abr|ago|dic|fév|avr|juin|juil|août|aou|"
    "déc|gen|mag|giu|lug|set|ott|fev|out|mrt|maa|mei)[a-z]{0,2}[.]?"
)
#: A date as spreadsheets show the ranges that they took for one.
RANGE_AS_DATE = re.compile(
    rf"\d{{1,2}}[-./ ]{{1,2}}{_MONTH}|{_MONTH}[-./ ]{{1,2}}\d{{2}}|\d{{1,2}}[./]\d{{1,2}}[./](\d{{2}}){{1,2}}",
    re.IGNORECASE,
)
_MOST_SHOWN = 5


def as_written_again() -> str:
    """Say how a range is kept from becoming a date."""
    return _("Write the range again with an apostrophe before it: '1-10.")


def note_dates_as_text(
    header: str, texts: Sequence[str], rows: Sequence[int], file: str, inspection: Inspection
) -> None:
    """Say which cells of a column read as a date where most others are ranges.

    Parameters
    ----------
    header : str
        Of the column.
    texts : sequence of str
        Its cells.
    rows : sequence of int
        The numbers of their rows.
    file : str
        How problems name it.
    inspection : Inspection
        Takes the advice.

    Examples
    --------
    >>> inspection = Inspection()
    >>> note_dates_as_text("size", ["10-Jan", "11-50", "51-200"], [2, 3, 4], "x.csv", inspection)
    >>> inspection.advice[0].row, inspection.advice[0].column
    (2, 'size')
    """
    different = set(texts) - {""}
    dates = {text for text in different if RANGE_AS_DATE.fullmatch(text)}
    ranges = {text for text in different - dates if _RANGE.fullmatch(text)}
    if not dates or len(ranges) < max(len(dates), (len(different) - len(dates)) / 2):
        return
    at = [place for place, text in enumerate(texts) if text in dates]
    inspection.advise(
        _n(
            "{count} cell of this column reads as a date ({dates}) where the others are ranges, such as “{other}”. "
            "Spreadsheets take a range such as 1-10 for a date.",
            "{count} cells of this column read as dates ({dates}) where the others are ranges, such as “{other}”. "
            "Spreadsheets take a range such as 1-10 for a date.",
            len(at),
            dates=listing(f"“{text}”" for text in sorted(dates)[:_MOST_SHOWN]),
            other=next(text for text in texts if text in ranges),
        ),
        as_written_again(),
        file,
        rows[at[0]],
        header,
    )
