"""Dates as people write them: each form by hand, and every day of the calendar in every order."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakeholder_graph.model.days import Days, days_of

DAY, MONTH, YEAR = ("2025-03-31", "2025-03-31"), ("2025-03-01", "2025-03-31"), ("2025-01-01", "2025-12-31")


@pytest.mark.parametrize(
    ("written", "days"),
    [
        *((text, DAY) for text in ("2025-03-31", "2025/3/31", "2025-03-31 00:00:00", "31.03.25")),
        *((text, DAY) for text in ("2025-03-31T00:00:00Z", "Mar 31st 2025", "31-Mar-2025", "45747")),
        *((text, DAY) for text in ("3/31/2025", "31/3/2025", "March 31, 2025", "31 march 2025", "31 de marzo de 2025")),
        *((text, DAY) for text in ("Mar 31 2025", "31 mar 2025", "31 mar. 2025")),
        *((text, ("2026-09-03", "2026-09-03")) for text in ("3 set 2026", "3 de set de 2026", "Sept. 3, 2026")),
        ("Data set 2025", YEAR),
        *((text, MONTH) for text in ("2025-03", "3/2025", "Mar-25", "March 2025", "marzo de 2025", "late March 2025")),
        *((text, YEAR) for text in ("2025", " 2025 ", "Fall 2025", "otoño de 2025", "end of 2025")),
        ("2025 Q3", ("2025-07-01", "2025-09-30")),
        ("T1 2025", ("2025-01-01", "2025-03-31")),
        ("2024-25", ("2024-07-01", "2025-06-30")),
        ("SY 2024/2025", ("2024-07-01", "2025-06-30")),
        ("2023 to 2025", ("2023-01-01", "2025-12-31")),
        ("3/4/2025", ("2025-03-04", "2025-04-03")),
        ("3.4.2025", ("2025-04-03", "2025-04-03")),
        ("2024-02-29", ("2024-02-29", "2024-02-29")),
    ],
)  # fmt: skip
def test_a_date_is_the_first_and_the_last_day_that_it_can_mean(written: str, days: tuple[str, str]) -> None:
    assert days_of(written) == Days(*map(date.fromisoformat, days))


@pytest.mark.parametrize(
    "written",
    ["", "soon", "June", "2025-02-30", "13/13/2025", "2025-13", "25-Mar", "next meeting", "12345", "31/2/2025"],
)  # fmt: skip
def test_what_is_no_date(written: str) -> None:
    assert days_of(written) is None


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_again_however_it_is_written(day: date) -> None:
    exact = Days(day, day)
    assert days_of(day.isoformat()) == exact
    assert days_of(f"{day.day}.{day.month}.{day.year}") == exact
    assert days_of(f"{day:%B} {day.day}, {day.year}") == exact
    either = days_of(f"{day.month}/{day.day}/{day.year}")
    assert either is not None
    assert either.first <= day <= either.last
    assert either.last - either.first <= timedelta(366)
