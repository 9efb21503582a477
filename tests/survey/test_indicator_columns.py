"""Lists of indicators: what they may say besides figures, and every problem at its place."""

from collections.abc import Callable, Mapping

import pytest

from stakeholder_graph.model.problems import Problem
from stakeholder_graph.survey import Survey

Read = Callable[[Mapping[str, str | bytes]], Survey]
Problems = Callable[[Mapping[str, str | bytes]], tuple[Problem, ...]]

FULL = (
    "indicator,period,value,subgroup,place,n,good,outcome,target,matters,role,series,baseline,reference,unit\n"
    "Reading,2023,40,,,200,up,Literacy,60,2,Core,old test,2023,,%\n"
    "Reading,2024,42,Girls,North,90,,,,,,new test,,yes,\n"
    "Absence,2024,12,,,,down,,,,contributing,,,,\n"
)


def files(indicators: str) -> dict[str, str]:
    return {
        "organizations.csv": "organization\nAlpha\nBeta\n",
        "ties.csv": "from,to\nAlpha,Beta\n",
        "indicators.csv": indicators,
    }


def rows(survey: Survey) -> list[list[object]]:
    frame = survey["indicators"]
    return frame.astype(object).where(frame.notna(), None).to_numpy().tolist()


def test_every_column(read: Read) -> None:
    survey = read(files(FULL))
    assert rows(survey) == [
        ["Reading", "2023", 40, "", "", 200, "up", "Literacy", 60, 2, "core", "old test", "2023", False, "%"],
        ["Reading", "2024", 42, "Girls", "North", 90, "", "", None, None, "", "new test", "", True, ""],
        ["Absence", "2024", 12, "", "", None, "down", "", None, None, "contributing", "", "", False, ""],
    ]
    assert not [advice for advice in survey.info.advice if advice.file == "indicators.csv"]


def test_headers_of_others(read: Read) -> None:
    survey = read(files("Indicator,Year,Value,Group,Polarity\nReading,2024,40,Girls,up\n"))
    assert rows(survey) == [["Reading", "2024", 40, "Girls", "", None, "up", "", None, None, "", "", "", False, ""]]
    assert not [advice for advice in survey.info.advice if advice.file == "indicators.csv"]


def test_all_problems_at_once_each_with_place_and_advice(problems: Problems) -> None:
    text = (
        "indicator,period,value,subgroup,n,good,target,matters,role,baseline,reference\n"
        "Reading,2023,forty,,,up,x,-1,main,2019,\n"
        "Reading,2024,42,,,down,,,core,,yes\n"
        "Reading,2025,44,Girls,-5,,,2,contributing,,yes\n"
        "Reading,2025,41,Boys,50,,,3,,,yes\n"
    )
    found = {(problem.row, problem.column): str(problem) for problem in problems(files(text))}
    assert sorted(found, key=str) == sorted(
        [
            (2, "value"), (2, "target"), (2, "matters"), (2, "role"), (2, "baseline"), (3, "good"), (3, "reference"),
            (4, "n"), (4, "role"), (5, "matters"), (5, "reference"),
        ],
        key=str,
    )  # fmt: skip
    assert found[2, "baseline"] == (
        "indicators.csv, row 2, column “baseline”: “Reading” has no figure of “2019”. "
        "Write one of its periods as its baseline (2024, 2025), or add that figure."
    )
    assert found[3, "good"] == (
        "indicators.csv, row 3, column “good”: “Reading” has “down” here and “up” in row 2. "
        "Write the same in all rows of the indicator, or leave all but one of them blank."
    )
    assert found[5, "reference"].endswith(
        "“Reading” is compared with “Boys” here and with “Girls” in row 4. Write yes in the rows of one group only."
    )


def test_two_tests_in_one_year_do_not_contradict_each_other(read: Read, problems: Problems) -> None:
    text = "indicator,period,value,series\nReading,2024,40,{}\nReading,2024,55,new\n"
    assert [row[2] for row in rows(read(files(text.format("old"))))] == [40, 55]
    (problem,) = problems(files(text.format("new")))
    assert problem.row == 3


@pytest.mark.parametrize("old", ["indicator,period,value\nReading,2024,40\n", "indicator,period,value,good\nR,1,2,\n"])
def test_old_files_are_read_as_before(read: Read, old: str) -> None:
    (row,) = rows(read(files(old)))
    assert row[8:] == [None, None, "", "", "", False, ""]


def test_places_keep_every_column_of_what_they_have_to_work_with(read: Read) -> None:
    text = "Place,Year,Poverty,Practices\nNorth High,2024,41.5,tutors; leveled library\nSouth High,2024,22,\n"
    survey = read(files("indicator,period,value\nR,2024,1\n") | {"places.csv": text})
    assert survey["places"].to_dict("records") == [
        {"place": "North High", "period": "2024", "practices": "tutors; leveled library", "Poverty": "41.5"},
        {"place": "South High", "period": "2024", "practices": "", "Poverty": "22"},
    ]
    assert not [advice for advice in survey.info.advice if advice.file == "places.csv"]


def test_places_that_cannot_be(problems: Problems, read: Read) -> None:
    text = "place,period,poverty\nNorth,2024,1\n,2024,2\nNorth,2024,3\n"
    found = problems(files("indicator,period,value\nR,2024,1\n") | {"places.csv": text})
    assert [(problem.row, problem.column) for problem in found] == [(3, "place"), (4, None)]
    text = "place,period,poverty\nNorth,2024,1\nSouth,2024,few\nEast,2024,3\n"
    (advice,) = [
        advice
        for advice in read(files("indicator,period,value\nR,2024,1\n") | {"places.csv": text}).info.advice
        if advice.file == "places.csv"
    ]
    assert (advice.row, advice.column) == (3, "poverty")
