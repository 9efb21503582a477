"""Dates of evidence.csv: what is none is noted, as the evidence sheet refuses it; the decision counts all the same."""

from collections.abc import Callable, Mapping

import pytest

from stakeholder_graph.survey import Survey

Read = Callable[[Mapping[str, str | bytes]], Survey]


@pytest.mark.parametrize("date", ["ayer", "2025-02-31", "13/13/2025"])
def test_what_is_no_date_is_noted(read: Read, date: str) -> None:
    assert noted(read, date) == [f"“{date}” is not a date."]


@pytest.mark.parametrize("date", ["", "2025-03-01", "3 de octubre de 2025", "March 2025", "2025"])
def test_a_day_a_month_and_a_year_are_dates(read: Read, date: str) -> None:
    assert noted(read, date) == []


def noted(read: Read, date: str) -> list[str]:
    """What is said of a decision of that date."""
    survey = read(
        {
            "organizations.csv": "organization\nArch\nBank\n",
            "ties.csv": "from,to\nArch,Bank\n",
            "evidence.csv": "rubric,benchmark,status,evidence,by,date\n"
            f"five-conditions,report-card,met,Printed,The board,{date}\n",
        }
    )
    return [said.what for said in survey.info.advice if said.file == "evidence.csv"]
