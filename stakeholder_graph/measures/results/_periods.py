"""Periods as partnerships write them, as points in time."""

import re
from collections.abc import Iterable, Sequence

import numpy as np

from stakeholder_graph.frames import natural
from stakeholder_graph.frames.arrays import Floats

_YEAR = re.compile(r"(?<!\d)(19|20)\d\d(?!\d)")
_QUARTER = re.compile(r"\bQ([1-4])\b|\b([1-4])Q\b", re.IGNORECASE)
_MONTH = re.compile(r"(?<!\d)(?:19|20)\d\d[-/.](0[1-9]|1[0-2])(?:[-/.][0-3]\d)?(?!\d)")
_SCHOOL_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-/–]\s*(?:(?:19|20))?(\d\d)(?!\d)")


def point_in_time(period: str) -> float | None:
    """Give a period as years; a school year as the year in which it ends.

    Parameters
    ----------
    period : str
        Such as ``2024``, ``2023-24``, ``SY 2023/2024``, ``2024 Q3``, ``2024-05`` or ``Fall 2024``.

    Returns
    -------
    float or None
        None where it names no year.

    Notes
    -----
    ``2004-05`` could be a school year or a month: it is the school year where the second number follows the first.

    Examples
    --------
    >>> [point_in_time(period) for period in ("2024", "2023-24", "2024 Q3", "2024-07", "baseline")]
    [2024.0, 2024.0, 2024.5, 2024.5, None]
    """
    school = _SCHOOL_YEAR.search(period)
    if school and (int(school[1]) + 1) % 100 == int(school[2]):
        return float(int(school[1]) + 1)
    year = _YEAR.search(period)
    if year is None:
        return None
    if quarter := _QUARTER.search(period):
        return int(year[0]) + (int(quarter[1] or quarter[2]) - 1) / 4
    if month := _MONTH.search(period):
        return int(year[0]) + (int(month[1]) - 1) / 12
    return float(year[0])


def in_time(periods: Iterable[str]) -> list[str]:
    """Sort periods: by the year that they name or, where one names none, as a person sorts.

    Parameters
    ----------
    periods : iterable of str
        Different ones.

    Examples
    --------
    >>> in_time(["2024 Q1", "2023-24", "2023 Q4"])
    ['2023 Q4', '2023-24', '2024 Q1']
    """
    listed = list(periods)
    points = {period: point_in_time(period) for period in listed}
    if None in points.values():
        return sorted(listed, key=natural)
    return sorted(listed, key=lambda period: (points[period] or 0.0, natural(period)))


def times_of(periods: Sequence[str]) -> Floats:
    """Give sorted periods as points in time: years, or 0, 1, 2 where they name none or name one twice.

    Parameters
    ----------
    periods : sequence of str
        In their order.

    Examples
    --------
    >>> times_of(["2020", "2022"]).tolist(), times_of(["before", "after"]).tolist()
    ([2020.0, 2022.0], [0.0, 1.0])
    """
    points = [point_in_time(period) for period in periods]
    years = [point for point in points if point is not None]
    if len(years) < len(points) or len(set(years)) < len(years):
        return np.arange(len(points), dtype=np.float64)
    return np.array(years)
