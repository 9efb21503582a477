from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stakeholder_graph.model.problems import Problem, SurveyError
from stakeholder_graph.survey import Survey, read_partnership

Read = Callable[[Mapping[str, str | bytes]], Survey]
Problems = Callable[[Mapping[str, str | bytes]], tuple[Problem, ...]]

QUESTION = """
[[question]]
kind = "tie"
file = "export.csv"
respondent = "Your organization"
columns = "Works with [{organization}] ({Sector})"
attributes = ["Town"]
scale = ["never", "yearly", "weekly"]
"""
HEADER = "Your organization,Town,Works with [A] (Health),Works with [B] (Schools),Works with [C] (Schools)"
ANSWERS = ["A,Wrenfield,x,Weekly,", "B,,1,,never", "D,Eastgate,,yearly,never"]


def files(rows: list[str] = ANSWERS, /, question: str = QUESTION, **texts: str) -> dict[str, str]:
    return {"export.csv": "\n".join([HEADER, *rows]), "partnership.toml": question} | {
        f"{name}.csv": text for name, text in texts.items()
    }


def ties(survey: Survey) -> list[list[object]]:
    return survey["ties"][["from", "to", "value", "respondent"]].to_numpy().tolist()


def test_rows_columns_blanks_and_oneself(read: Read) -> None:
    survey = read(files())
    assert ties(survey) == [["A", "B", 2.0, ""], ["B", "A", 1.0, ""], ["D", "B", 1.0, ""]]
    assert survey["exceptions"][["from", "to", "observed"]].to_numpy().tolist() == [
        ["A", "C", False],
        ["D", "A", False],
    ]
    asked = survey["asked"].set_index("organization")
    assert asked["answered"].to_dict() == {"A": True, "B": True, "C": False, "D": True}
    # D is nobody's column, so what was shown is a roster of its own.
    (roster,) = set(asked["roster"])
    assert roster
    assert survey["rosters"].to_numpy().tolist() == [[roster, name] for name in "ABC"]
    assert survey.layers[0].promise == "aggregate"


def test_attributes_of_headers_and_respondents(read: Read) -> None:
    survey = read(files())
    frame = survey["organizations"]
    assert frame.columns.tolist() == ["organization", "sector", "role", "Town"]
    assert frame.to_numpy().tolist() == [
        ["A", "Health", "", "Wrenfield"],
        ["B", "Schools", "", ""],
        ["C", "Schools", "", ""],
        ["D", "Not stated", "", "Eastgate"],
    ]
    # The survey itself says the sector of everybody whom it asks about, whoever answers.
    assert survey.info.answered_attributes == ("Town",)


def test_what_respondents_say_as_the_survey_says_it_does_not_come_from_answers(read: Read) -> None:
    question = QUESTION.replace('["Town"]', '["Town", "Sector"]')
    header = HEADER.replace(",Town,", ",Town,Sector,")
    for said, attributes in (("Health", ("Town",)), ("Business", ("Town", "sector"))):
        export = "\n".join([header, f"A,Wrenfield,{said},x,Weekly,", "B,,,1,,never"])
        assert read({"export.csv": export, "partnership.toml": question}).info.answered_attributes == attributes


def test_with_a_list_of_organizations_others_wait_for_a_decision(read: Read) -> None:
    survey = read(files(organizations="organization,sector\na,Clinics\nB,\nZ,Funders\n"))
    frame = survey["organizations"].set_index("organization")
    assert frame["sector"].to_dict() == {"a": "Clinics", "B": "Schools", "Z": "Funders"}
    assert {(d.what, d.row, d.column) for d in survey.info.undecided if "organizations" in d.what} == {
        ("“D” is not in the list of organizations. It is the name of somebody who answered.", 4, None),
        ("“C” is not in the list of organizations. The survey asks about it.", None, "Works with [C] (Schools)"),
    }
    # D answered about all three, B about C too; A left C blank.
    assert survey.info.left_out == {"collaboration": 3}
    assert ties(survey) == [["a", "B", 2.0, ""], ["B", "a", 1.0, ""]]
    assert not survey["asked"].set_index("organization").loc["Z", "answered"]


def test_several_that_the_survey_asks_about_and_the_list_lacks_wait_for_one_decision(read: Read) -> None:
    # Only A answers here, of those that the list has.
    survey = read(files(ANSWERS[:1], organizations="organization,sector\na,Clinics\nZ,Funders\n"))
    (waiting,) = [decision for decision in survey.info.undecided if "asks about" in decision.what]
    assert waiting.what == "The survey asks about 2 organizations that are not in the list: B and C."
    assert survey.info.asked_unlisted == {"1": (2, 3)}


def test_a_blank_may_mean_no_tie(read: Read) -> None:
    survey = read(files(question=QUESTION + 'blank = "no tie"\n'))
    assert not len(survey["exceptions"])
    assert len(survey["ties"]) == 3


def test_a_row_of_blanks_has_not_answered(read: Read) -> None:
    survey = read(files(["A,Wrenfield,,,", "B,,2,,0"]))
    assert survey["asked"]["answered"].tolist() == [False, True, False]
    assert not len(survey["exceptions"])


def test_two_rows_of_one_organization_are_two_respondents_where_the_settings_say_so(read: Read) -> None:
    question = QUESTION + 'several_answers = "combine"\n'
    survey = read(files(["A,,,weekly,", "A,,,yearly,never", "B,,1,,"], question))
    assert ties(survey) == [["A", "B", 2.0, "1"], ["A", "B", 1.0, "2"], ["B", "A", 1.0, ""]]
    assert survey["asked"][["organization", "respondent"]].to_numpy().tolist() == [
        ["A", "1"],
        ["A", "2"],
        ["B", ""],
        ["C", ""],
    ]
    # The second respondent answered about C, so that only B left it blank.
    assert survey["exceptions"][["from", "to"]].to_numpy().tolist() == [["B", "C"]]


def test_undirected_reports_become_one_row_a_pair(read: Read) -> None:
    survey = read(files(question=f"directed = false\n{QUESTION}"))
    assert ties(survey) == [["A", "B", 2.0, ""], ["B", "D", 1.0, ""]]


def test_aliases_join_headers_and_respondents(read: Read) -> None:
    rows = ["Alpha Inc,Wrenfield,x,Weekly,", "B,,1,,never"]
    survey = read(files(rows, names="written,organization\nAlpha Inc,Alpha\nA,Alpha\n"))
    assert survey["organizations"]["organization"].tolist() == ["Alpha", "B", "C"]
    assert ties(survey) == [["Alpha", "B", 2.0, ""], ["B", "Alpha", 1.0, ""]]


def test_waves_have_their_exports(read: Read) -> None:
    question = QUESTION.replace('file = "export.csv"\n', "")
    waves = '[[wave]]\nname = "2025"\nfiles = ["export.csv"]\n[[wave]]\nname = "2024"\nfiles = ["before.csv"]\n'
    survey = read(files(question=question + waves, before=f"{HEADER}\nC,,yearly,,\n"))
    assert [wave.name for wave in survey.waves] == ["2025", "2024"]
    assert survey["ties"][["wave", "from", "to"]].to_numpy().tolist() == [
        ["2025", "A", "B"],
        ["2025", "B", "A"],
        ["2025", "D", "B"],
        ["2024", "C", "A"],
    ]
    assert survey["asked"].groupby("wave").size().to_dict() == {"2025": 4, "2024": 3}


def test_an_export_beside_plain_ties(read: Read, problems: Problems) -> None:
    plain = {"organizations": "organization\nA\nB\nC\nD\n", "ties": "from,to,layer\nA,B,trust\n"}
    survey = read(files(**plain))
    assert {info.name: info.promise for info in survey.layers} == {
        "collaboration": "aggregate",
        "trust": "backbone",
    }
    plain["ties"] = "from,to\nA,B\n"
    (problem,) = problems(files(**plain))
    assert "answers from two places" in problem.what


@pytest.mark.parametrize(
    ("change", "told", "place"),
    [
        (("columns = ", "columns = 'x{a}' #"), "No column has a header like", ("export.csv", None, None)),
        (('"Your organization"', '"Organization"'), "no column", ("export.csv", None, "Organization")),
        (('["Town"]', '["Twon"]'), "no column", ("export.csv", None, "Twon")),
        (("{organization}", "{name}"), "which of its parts", ("export.csv", None, None)),
        (("export.csv", "exprot.csv"), "cannot be read", ("exprot.csv", None, None)),
        (('respondent = "Your organization"', ""), "who answers", ("partnership.toml", 2, None)),
        (('file = "export.csv"', ""), "which file", ("partnership.toml", 2, None)),
        (('"weekly"]', '"WEEKLY", "weekly"]'), "step twice", ("partnership.toml", 2, None)),
    ],
)
def test_what_a_question_may_not_say(
    problems: Problems, change: tuple[str, str], told: str, place: tuple[str, int | None, str | None]
) -> None:
    found = problems(files(question=QUESTION.replace(*change)))
    matching = [p for p in found if (p.file, p.row, p.column) == place]
    assert any(told in str(problem) for problem in matching), found


def test_an_answer_that_the_scale_does_not_have_is_left_out(read: Read) -> None:
    survey = read(files(["A,,?,often,often", "B,,1,,never"]))
    (decision,) = [each for each in survey.info.undecided if "scale" in each.what]
    assert (decision.file, decision.row, decision.column) == ("export.csv", 2, "Works with [B] (Schools)")
    assert "in 1 more cell" in decision.what
    assert ties(survey) == [["B", "A", 1.0, ""]]
    # A said nothing that can be read, so that it has not answered.
    assert survey["asked"].set_index("organization")["answered"].to_dict() == {"A": False, "B": True, "C": False}
    # What is said of oneself is no answer.
    assert survey.info.left_out == {"collaboration": 2}


def test_a_row_that_names_nobody_is_left_out_with_advice(read: Read) -> None:
    survey = read(files([",Town,1,1,1", *ANSWERS]))
    assert [advice.row for advice in survey.info.advice if "who answers" in advice.what] == [2]
    assert len(survey["ties"]) == 3


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.permutations(ANSWERS))
def test_the_order_of_rows_changes_nothing(read: Read, rows: list[str]) -> None:
    one, other = read(files()), read(files(rows))
    for family, frame in one.frames.items():
        assert frame.equals(other[family]), family


def test_a_large_roster_counts_right(tmp_path: Path) -> None:
    random = np.random.default_rng(7)
    cells = random.choice(["", "0", "1", "2"], size=(300, 40), p=[0.1, 0.5, 0.2, 0.2])
    lines = [",".join(["who", *(f"P{column}" for column in range(40))])]
    lines += [",".join([f"P{row}", *cells[row]]) for row in range(300)]
    (tmp_path / "big.csv").write_text("\n".join(lines))
    question = '[[question]]\nkind = "tie"\nfile = "big.csv"\nrespondent = "who"\ncolumns = "P{number}"\n'
    (tmp_path / "partnership.toml").write_text(question.replace("P{number}", "{name}"))
    survey = read_partnership(tmp_path)
    own = np.eye(300, 40, dtype=bool)
    assert len(survey["ties"]) == (np.isin(cells, ["1", "2"]) & ~own).sum()
    assert len(survey["exceptions"]) == ((cells == "") & ~own).sum()


def test_paths_that_are_no_partnership(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere", tmp_path):
        with pytest.raises(SurveyError):
            read_partnership(path)
    (tmp_path / "x.csv").write_text("a")
    with pytest.raises(SurveyError, match="neither a folder nor survey settings"):
        read_partnership(tmp_path / "x.csv")


def test_columns_to_keep_of_a_list_of_members_have_to_be_there(read: Read, problems: Problems) -> None:
    kept = '[organizations]\nfile = "members.csv"\norganization = "Who"\nattributes = ["{}"]\n'
    members = {"members.csv": "Who,Sector,Contact\nA,Health,a@example.org\nB,Schools,\nC,Schools,\nD,,\n"}
    known = read(files(question=kept.format("Contact") + QUESTION) | members)["organizations"]
    assert known.set_index("organization")["Contact"]["A"] == "a@example.org"
    (problem,) = problems(files(question=kept.format("Sector, Contact") + QUESTION) | members)
    assert problem.file == "members.csv"
    assert problem.what == "There is no column “Sector, Contact” to keep."
    assert problem.todo.endswith("Who | Sector | Contact.")
