"""What rows expect: read from three lists, and every wrong cell named with its row and column."""

from collections.abc import Callable, Mapping

import pytest

from stakeholder_graph.model.problems import Problem
from stakeholder_graph.model.survey import Survey

Files = Mapping[str, str]
PEOPLE = {
    "organizations.csv": "organization,sector\nClinic,Health\nLibrary,City\nShelter,City\n",
    "ties.csv": "from,to,wave\nClinic,Library,2024\nLibrary,Clinic,2024\nClinic,Library,2025\nLibrary,Clinic,2025\n",
}
INDICATORS = "indicator,period,value,n,good,subgroup,expected,expected_by\n"
STRATEGIES = "strategy,outcome,partners,started,status,learned,indicator,decide_by,expected,expected_by\n"
COMMITMENTS = "who,with whom,outcome,first step,by when,done,expected,expected_by\n"


def test_every_list_says_what_it_expects(read: Callable[[Files], Survey]) -> None:
    survey = read(
        PEOPLE
        | {
            "indicators.csv": INDICATORS
            + "Reading,2024,60,400,up,,,\nReading,2025,,,,,65,\nReading,2024,50,90,,Boys,58.5,2026\n",
            "strategies.csv": STRATEGIES + "Tutors,,Library,2024,test,,reading,2025-06,64,\n"
            "Rides,,Clinic,2024,test,,Reading,,63,2026\nOld,,,,stop,,,,,\n",
            "commitments.csv": COMMITMENTS + "clinic,Library; Shelter; the mayor,,Meet,May,no,yes,2026\n"
            "Library,Shelter,,Call,,no,no,2025\nClinic,,,Write,,,,\n",
        }
    )
    rows = survey["forecasts"].to_dict("records")
    assert [(row["about"], row["name"], row["value"], row["expected_by"]) for row in rows] == [
        ("indicator", "Reading", 65.0, "2025"),
        ("indicator", "Reading", 58.5, "2026"),
        ("strategy", "Tutors", 64.0, "2025-06"),
        ("strategy", "Rides", 63.0, "2026"),
        ("commitment", "Meet", 1.0, "2026"),
        ("commitment", "Meet", 1.0, "2026"),
        ("commitment", "Call", 0.0, "2025"),
    ]
    assert [(row["who"], row["partner"]) for row in rows[4:]] == [
        ("Clinic", "Library"),
        ("Clinic", "Shelter"),
        ("Library", "Shelter"),
    ]
    assert [row["indicator"] for row in rows[:4]] == ["Reading"] * 4
    assert rows[1]["subgroup"] == "Boys"
    assert not any("not used" in advice.what for advice in survey.info.advice)


def test_lists_that_expect_nothing_have_no_forecasts(read: Callable[[Files], Survey]) -> None:
    survey = read(PEOPLE | {"indicators.csv": "indicator,period,value\nReading,2024,60\n"})
    assert survey["forecasts"].empty


@pytest.mark.parametrize(
    ("file", "text", "row", "column", "what"),
    [
        ("indicators.csv", INDICATORS + "Reading,2025,,,,,many,\n", 2, "expected", "“many”"),
        ("indicators.csv", INDICATORS + "Reading,2025,,,,,65,soon\n", 2, "expected_by", "“soon” is not a date."),
        ("indicators.csv", INDICATORS + "Reading,2025,,,,,,2026\n", 2, "expected_by", "The row says by when"),
        (
            "indicators.csv",
            "indicator,period,value,expected_by\nReading,2025,1,2026\n",
            2,
            "expected_by",
            "The row says by when",
        ),
        (
            "indicators.csv",
            INDICATORS + "Reading,2024,60,,,,65,2025\nReading,2025,,,,,66,\n",
            3,
            "expected",
            "Row 2 expects something else",
        ),
        ("strategies.csv", STRATEGIES + "Rides,,,,,,,2026,5,\n", 2, "indicator", "which names no indicator"),
        ("strategies.csv", STRATEGIES + "Rides,,,,,,Reading,,5,\n", 2, "expected_by", "nothing says by when"),
        ("commitments.csv", COMMITMENTS + "Clinic,Library,,Meet,,,perhaps,\n", 2, "expected", "“perhaps”"),
        (
            "commitments.csv",
            COMMITMENTS + "Clinic,Library,,Meet,,,yes,later\n",
            2,
            "expected_by",
            "“later” is not a date.",
        ),
        ("commitments.csv", COMMITMENTS + "Clinic,the mayor,,Meet,,,yes,\n", 2, "with whom", "nobody named here"),
    ],
)
def test_a_wrong_cell_is_an_error_with_its_place(
    problems: Callable[[Files], tuple[Problem, ...]], file: str, text: str, row: int, column: str, what: str
) -> None:
    noted = problems(PEOPLE | {file: text})
    assert [(problem.file, problem.row, problem.column) for problem in noted] == [(file, row, column)]
    assert what in noted[0].what
