"""Forecasts scored against figures and connections that are known, with margins computed by hand."""

from collections.abc import Callable, Mapping
from math import sqrt

import pytest

from stakeholder_graph.graph import to_partnership
from stakeholder_graph.model.survey import Survey
from stakeholder_graph.studies.results.forecasts import ScoredForecast, scored_forecasts

Files = Mapping[str, str]
#: A and B worked together and do not any more; B and C do now; A and D never did, D has not answered; A and C neither.
TIES = "from,to,wave\nA,B,2024\nB,A,2024\nC,A,2024\nB,C,2025\nA,E,2025\nC,E,2025\nE,A,2025\n"
PEOPLE = {
    "organizations.csv": "organization,sector\nA,x\nB,x\nC,y\nD,y\nE,y\n",
    "ties.csv": TIES,
    "asked.csv": "organization,wave,answered\n"
    + "".join(f"{name},{wave},{'no' if name == 'D' else 'yes'}\n" for wave in ("2024", "2025") for name in "ABCDE"),
    "partnership.toml": "directed = true\n"
    + "".join(f'[[wave]]\nname = "{wave}"\ndate = {wave}-10-01\n' for wave in ("2024", "2025")),
}


def scored(read: Callable[[Files], Survey], **files: str) -> tuple[ScoredForecast, ...]:
    return scored_forecasts(to_partnership(read(PEOPLE | {f"{name}.csv": text for name, text in files.items()})))


def figures(*rows: str, good: str = "up") -> str:
    head = "indicator,period,value,n,good,matters,subgroup,unit,expected,expected_by\n"
    return head + "".join(f"Reading,{row}\n".replace("GOOD", good) for row in rows)


@pytest.mark.parametrize(
    ("expected", "good", "outcome"),
    [
        ("60", "up", "as expected"),
        ("63.9", "up", "as expected"),
        ("64.1", "up", "worse"),
        ("55.9", "up", "better"),
        ("64.1", "down", "better"),
        ("55.9", "", "more"),
        ("64.1", "", "less"),
    ],
)
def test_within_the_standard_error_of_what_came_it_is_as_expected(
    read: Callable[[Files], Survey], expected: str, good: str, outcome: str
) -> None:
    """Of 400 people 60 %: the standard error is sqrt(60 x 40 / 400) = 2.449, times 1.645 = 4.029."""
    rows = scored(read, indicators=figures("2024,57,400,GOOD,,,%,,", f"2025,60,400,GOOD,,,%,{expected},", good=good))
    assert rows[0].margin == pytest.approx(1.645 * sqrt(60 * 40 / 400))
    assert (rows[0].before, rows[0].came, rows[0].outcome) == (57.0, 60.0, outcome)


def test_what_matters_decides_where_it_is_stated(read: Callable[[Files], Survey]) -> None:
    rows = scored(read, indicators=figures("2025,60,400,up,2,,%,61.9,", "2024,50,400,up,,,%,52,"))
    assert [row.outcome for row in rows] == ["as expected", "worse"]


def test_without_numbers_of_people_only_the_same_number_is_as_expected(read: Callable[[Files], Survey]) -> None:
    rows = scored(read, indicators=figures("2024,12,,up,,,minutes,12,", "2025,13,,up,,,minutes,12,"))
    assert [row.outcome for row in rows] == ["as expected", "better"]


def test_groups_school_years_and_what_is_still_to_come(read: Callable[[Files], Survey]) -> None:
    rows = scored(
        read,
        indicators=figures("2023-24,40,,up,,Boys,score,45,2024-25", "2024-25,46,,up,,Boys,score,,", "2026,,,,,,,70,"),
        strategies="strategy,outcome,partners,started,status,learned,indicator,expected,expected_by\n"
        "Tutors,,,,,,Reading,50,2025\n",
    )
    assert [(row.subgroup, row.came, row.outcome) for row in rows] == [
        ("Boys", 46.0, "better"),
        ("", None, "not known yet"),
        ("", None, "not known yet"),
    ]


def test_connections_that_commitments_expect(read: Callable[[Files], Survey]) -> None:
    rows = scored(
        read,
        commitments="who,with whom,first step,expected,expected_by\n"
        "A,B,Meet,yes,\n"  # both answered, and neither names the other now
        "B,C,Meet,yes,2025\n"
        "A,D,Call,yes,\n"  # D has not answered
        "A,C,Call,no,2025-06\n"  # C named A in 2024
        "A,E,Call,no,\n"
        "B,C,Wait,yes,2026\n",
    )
    assert [(row.before, row.came, row.outcome) for row in rows] == [
        (1.0, 0.0, "worse"),
        (0.0, 1.0, "as expected"),
        (None, None, "not known yet"),
        (1.0, 0.0, "as expected"),
        (0.0, 1.0, "worse"),
        (1.0, None, "not known yet"),
    ]
    assert [row.met for row in rows] == [False, True, False, True, False, False]


def test_no_forecast_is_no_row(read: Callable[[Files], Survey]) -> None:
    assert scored(read) == ()
