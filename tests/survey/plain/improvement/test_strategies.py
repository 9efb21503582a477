"""strategies.csv and changes.csv: what is read of them, and all that is wrong with them at once."""

from collections.abc import Callable, Mapping

import pytest

from stakeholder_graph.model.problems import Problem
from stakeholder_graph.survey import Survey
from tests.survey.plain.test_lists import files, places, rows

Read = Callable[[Mapping[str, str | bytes]], Survey]
Problems = Callable[[Mapping[str, str | bytes]], tuple[Problem, ...]]
HEADER = "strategy,outcome,partners,started,status,learned"
NOTHING_MORE = ["", "", "", ""]


def test_strategies(read: Read, problems: Problems) -> None:
    survey = read(files(strategies=f'{HEADER}\nTutoring,Reading,"beta; ALPHA|Gamma",2024,running,much\n'))
    assert rows(survey, "strategies") == [
        ["Tutoring", "Reading", "Beta; Alpha; Gamma", "2024", "running", "much", "", *NOTHING_MORE]
    ]
    assert not survey.info.draft
    found = problems(files(strategies=f"{HEADER}\nTutoring,Reading,Beta;Zoo,2024,running,much\n,,,,x,\n"))
    assert places(found) == [("strategies.csv", 2, "partners"), ("strategies.csv", 3, "strategy")]


def test_what_a_board_shows_beside_the_status(read: Read, problems: Problems) -> None:
    header = f"{HEADER},team,reach,decide_by,decided_on"
    row = 'Tutoring,Reading,Beta,2024,scaled,much,readers,"25; more than 50",Mayo de 2025,2025-06-01'
    items = "kind,item\nteam,Readers\n"
    survey = read(files(strategies=f"{header}\n{row}\n", items=items))
    (line,) = rows(survey, "strategies")
    assert line[6:] == ["", "Readers", "25; more than 50", "Mayo de 2025", "2025-06-01"]
    wrong = "Tutoring,Reading,Beta,2024,scaled,much,Writers,25,after the winter,2025-02-30"
    found = problems(files(strategies=f"{header}\n{wrong}\n", items=items))
    assert places(found) == [("strategies.csv", 2, column) for column in ("decide_by", "decided_on", "team")]
    assert str(found[0]).endswith(
        "“after the winter” is not a date. Write a day, a month or a year, such as 2025-03-31, 2025-03 or 2025."
    )


def test_a_status_that_says_none_of_the_words_is_asked_about(read: Read) -> None:
    text = f"{HEADER}\nA,Reading,Beta,2024,completed,\nB,Reading,Beta,2024,,\nC,Reading,Beta,2024,en pausa,\n"
    survey = read(files(strategies=text + "D,Reading,Beta,2024,completed,\n"))
    (question,) = survey.info.undecided
    assert (question.file, question.row, question.column, question.about) == (
        "strategies.csv", 2, "status", "answers",
    )  # fmt: skip
    assert str(question).endswith("Write one of going on, test, scale, shift, stop, paused.")
    assert survey["strategies"]["status"].tolist() == ["completed", "", "en pausa", "completed"]


def test_changes(read: Read) -> None:
    text = "Date;What;Kind;Outcome;Strategy;Evidence\n3/31/2025;Free buses;Fondos;Reading;TUTORING;Minutes\n"
    text += "2024;Later start;;;;\n"
    strategies = f"{HEADER}\nTutoring,Reading,Beta,2024,running,much\n"
    survey = read(files(changes=text + "2024;Later start;;;;\n", strategies=strategies))
    assert rows(survey, "changes") == [
        ["3/31/2025", "Free buses", "money", "Reading", "Tutoring", "Minutes"],
        ["2024", "Later start", "", "", "", ""],
    ]
    assert not survey.info.draft
    alone = read(files(changes="date,what\n2024,Later start\n"))
    assert rows(alone, "changes") == [["2024", "Later start", "", "", "", ""]]


def test_all_that_is_wrong_with_changes_is_said_at_once(problems: Problems) -> None:
    strategies = f"{HEADER}\nTutoring,Reading,Beta,2024,running,much\n"
    items = "kind,item\noutcome,Reading\n"
    text = "date,what,kind,outcome,strategy\nsoon,A,weather,Math,Tutorin\n,B,,,\n2024,,,,\n"
    found = problems(files(changes=text, strategies=strategies, items=items))
    assert places(found) == [
        ("changes.csv", 2, "date"),
        ("changes.csv", 2, "kind"),
        ("changes.csv", 2, "outcome"),
        ("changes.csv", 2, "strategy"),
        ("changes.csv", 3, "date"),
        ("changes.csv", 4, "what"),
    ]
    assert "Did you mean “Tutoring”?" in str(found[3])
    assert "policy, practice, money" in str(found[1])


@pytest.mark.parametrize("name", ["change", "Changes log", "chnages"])
def test_a_file_that_is_called_almost_so_is_advised_about(read: Read, name: str) -> None:
    survey = read({**files(), f"{name}.csv": "date,what\n2024,Later start\n"})
    advised = [advice for advice in survey.info.advice if advice.file == f"{name}.csv"]
    assert bool(advised) is (name != "Changes log")


def test_a_need_may_be_of_a_team(read: Read, problems: Problems) -> None:
    items = "kind,item,outcome,team\nteam,Readers,,\noutcome,Reading,,\nneed,Tutors,,readers\nneed,Space,Reading,\n"
    listed = read(files(items=items))["items"]
    assert listed["team"].tolist() == ["", "", "Readers", ""]
    found = problems(files(items=f"{items}need,Buses,,Drivers\n"))
    assert places(found) == [("items.csv", 6, "team")]
