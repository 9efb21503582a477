from collections.abc import Callable, Mapping

from hypothesis import given
from hypothesis import strategies as st

from stakeholder_graph.frames import natural
from stakeholder_graph.model.problems import Problem
from stakeholder_graph.survey import Survey
from stakeholder_graph.survey.names.normalization import normal

Read = Callable[[Mapping[str, str | bytes]], Survey]
Problems = Callable[[Mapping[str, str | bytes]], tuple[Problem, ...]]


@given(st.text())
def test_the_normal_form_of_a_normal_form_is_itself(text: str) -> None:
    assert normal(normal(text)) == normal(text)


@given(st.lists(st.text(max_size=8)))
def test_natural_order_is_an_order(texts: list[str]) -> None:
    backwards = texts[::-1]
    assert sorted(texts, key=natural) == sorted(backwards, key=natural)


def files(names: str, **texts: str) -> dict[str, str]:
    return {
        "organizations.csv": "organization\nHarbor Clinic\nLibrary\nOther\n",
        "ties.csv": "from,to,wave\nThe Library,HC,2024\nOld Clinic,Library,2024\nLibrary,Other,2025\n",
        "names.csv": names,
    } | {f"{name}.csv": text for name, text in texts.items()}


def ends(survey: Survey) -> list[tuple[str, ...]]:
    return [tuple(row) for row in survey["ties"][["wave", "from", "to"]].to_numpy().tolist()]


ALIASES = "written,organization\nthe library,Library\nHC,harbor clinic\nOld Clinic,HC\n"


def test_aliases_and_renames(read: Read) -> None:
    assert ends(read(files(ALIASES))) == [
        ("2024", "Harbor Clinic", "Library"),
        ("2024", "Library", "Harbor Clinic"),
        ("2025", "Library", "Other"),
    ]


def test_an_alias_in_one_wave_only(read: Read, problems: Problems) -> None:
    names = "written,organization,wave\nthe library,Library,\nHC,Harbor Clinic,2024\nOld Clinic,Other,2024\n"
    assert ("2024", "Other", "Library") in ends(read(files(names)))
    names = names.replace("HC,Harbor Clinic,2024", "HC,Harbor Clinic,2025")
    (problem,) = problems(files(names))
    assert "“HC” is not in the list" in problem.what


def test_a_merger(read: Read) -> None:
    names = "written,organization\nEast Clinic,Harbor Clinic\nWest Clinic,Harbor Clinic\n"
    ties = (
        "from,to,value\nEast Clinic,Library,1\nWest Clinic,Library,3\nWest Clinic,East Clinic,2\n"
        "Library,East Clinic,2\nLibrary,West Clinic,2\n"
    )
    asked = "organization,answered\nEast Clinic,no\nWest Clinic,yes\nLibrary,yes\nOther,no\n"
    survey = read(files(names, ties=ties, asked=asked))
    assert survey["ties"][["from", "to", "value"]].to_numpy().tolist() == [
        ["Harbor Clinic", "Library", 3.0],
        ["Library", "Harbor Clinic", 2.0],
    ]
    assert survey["asked"]["answered"].tolist() == [True, True, False]
    assert any("an organization otherwise than another row" in advice.what for advice in survey.info.advice)


def test_an_organization_that_has_become_another_leaves_the_roster(read: Read) -> None:
    survey = read(
        files(
            "written,organization\nHC,Harbor Clinic\n",
            organizations="organization,sector\nHC,x\nHarbor Clinic,y\nLibrary,\n",
            ties="from,to\nHC,Library\n",
        )
    )
    assert survey["organizations"][["organization", "sector"]].to_numpy().tolist() == [
        ["Harbor Clinic", "y"],
        ["Library", "Not stated"],
    ]
    assert survey.info.advice[0].file == "organizations.csv"


def test_names_that_cannot_be(problems: Problems) -> None:
    names = f"{ALIASES}HC,Library\nX,Zoo\n,Library\n"
    found = problems(files(names))
    assert {(p.file, p.row, p.column) for p in found} == {
        ("names.csv", 5, None),
        ("names.csv", 6, "organization"),
        ("names.csv", 7, "written"),
    }


def test_a_text_that_names_nobody_is_left_out_and_a_blank_decision_waits(read: Read, problems: Problems) -> None:
    files = {"organizations.csv": "organization\nA\nB\n", "ties.csv": "from,to\nA,B\nA,various\n"}
    survey = read({**files, "names.csv": "written,organization\nvarious,-\n"})
    assert survey["ties"]["to"].tolist() == ["B"]
    assert any("“various” names nobody" in advice.what for advice in survey.info.advice)
    (problem,) = problems({**files, "names.csv": "written,organization,reason\nvarious,,nothing is like it\n"})
    assert (problem.file, problem.row, problem.column) == ("ties.csv", 3, "to")


def test_an_organization_listed_twice(read: Read, problems: Problems) -> None:
    ties = "from,to\nA,B\n"
    survey = read({"organizations.csv": "organization,sector\nA,x\na ,x\nB,y\n", "ties.csv": ties})
    assert survey["organizations"]["organization"].tolist() == ["A", "B"]
    assert "The row repeats row 2" in survey.info.advice[0].what
    (problem,) = problems({"organizations.csv": "organization,sector\nA,x\na,z\nB,y\n", "ties.csv": ties})
    assert problem.row == 3
    assert "sector is “x” there and “z” here" in problem.what
