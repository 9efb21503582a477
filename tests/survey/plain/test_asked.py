from collections.abc import Callable, Mapping

import numpy as np
import pytest

from stakeholder_graph.graph import to_partnership
from stakeholder_graph.model.problems import Problem
from stakeholder_graph.survey import Survey

Read = Callable[[Mapping[str, str | bytes]], Survey]
Problems = Callable[[Mapping[str, str | bytes]], tuple[Problem, ...]]

ORGANIZATIONS = "organization,answered\nAlpha,yes\nBeta,NO\nGamma,1\n"


def files(**texts: str) -> dict[str, str]:
    return {
        "organizations.csv": ORGANIZATIONS,
        "ties.csv": "from,to,layer,wave\nAlpha,Beta,contact,1\nAlpha,Beta,contact,2\n",
    } | {f"{name}.csv": text for name, text in texts.items()}


def answered(survey: Survey) -> dict[tuple[str, str, str, str], bool]:
    keys = ["wave", "layer", "organization", "respondent"]
    return {tuple(row[:4]): row[4] for row in survey["asked"][[*keys, "answered"]].itertuples(index=False)}


def test_organizations_say_who_answered(read: Read) -> None:
    survey = read(files())
    assert survey.info.answered_known
    assert answered(survey) == {
        (wave, "contact", name, ""): name != "Beta" for wave in "12" for name in ("Alpha", "Beta", "Gamma")
    }


@pytest.mark.parametrize("text", ["yes", "Y", "true", "1", "no", "N", "FALSE", "0"])
def test_ways_to_say_yes_and_no(read: Read, text: str) -> None:
    survey = read(
        {"organizations.csv": f"organization,answered\nAlpha,{text}\nBeta,yes\n", "ties.csv": "from,to\nBeta,Alpha\n"}
    )
    assert survey["asked"]["answered"].tolist() == [text.lower() in ("yes", "y", "true", "1"), True]


@pytest.mark.parametrize("text", ["maybe", ""])
def test_neither_yes_nor_no(problems: Problems, text: str) -> None:
    found = problems(files(organizations=f"organization,answered\nAlpha,yes\nBeta,{text}\nGamma,no\n"))
    assert ("organizations.csv", 3, "answered") in [(p.file, p.row, p.column) for p in found]


def test_asked_overrides_answered_and_lists_who_was_on_the_roster(read: Read) -> None:
    survey = read(files(asked="organization,wave,answered\nAlpha,1,yes\nBeta,1,yes\nAlpha,2,y\nBeta,2,n\nGamma,2,y\n"))
    assert answered(survey) == {
        ("1", "contact", "Alpha", ""): True,
        ("1", "contact", "Beta", ""): True,
        ("2", "contact", "Alpha", ""): True,
        ("2", "contact", "Beta", ""): False,
        ("2", "contact", "Gamma", ""): True,
    }
    assert survey.info.answered_known


def test_asked_without_answered_leaves_it_to_organizations(read: Read) -> None:
    survey = read(files(asked="organization\nAlpha\nBeta\n"))
    assert answered(survey) == {
        (wave, "contact", name, ""): name == "Alpha" for wave in "12" for name in ("Alpha", "Beta")
    }


def test_a_layer_that_only_some_were_asked_about(read: Read) -> None:
    rows = "from,to,layer\nAlpha,Beta,contact\nAlpha,Gamma,trust\n"
    asked = "organization,layer,answered\nAlpha,,yes\nBeta,contact,yes\nGamma,contact,no\n"
    assert answered(read(files(ties=rows, asked=asked))) == {
        ("1", "contact", "Alpha", ""): True,
        ("1", "contact", "Beta", ""): True,
        ("1", "contact", "Gamma", ""): False,
        ("1", "trust", "Alpha", ""): True,
        ("1", "trust", "Beta", ""): False,  # on the roster of the wave, not asked about trust
        ("1", "trust", "Gamma", ""): False,
    }


def test_ties_of_those_who_have_not_answered(problems: Problems, read: Read) -> None:
    (problem,) = problems(files(ties="from,to\nAlpha,Beta\nBeta,Alpha\nBeta,Gamma\n"))
    assert (problem.file, problem.row, problem.column) == ("ties.csv", 3, "from")
    assert "has not answered" in problem.what
    undirected = files(ties="from,to\nBeta,Alpha\n") | {"partnership.toml": "directed = false"}
    assert len(read(undirected)["ties"]) == 1  # Alpha may have reported it
    neither = "organization,answered\nAlpha,no\nBeta,no\nGamma,yes\n"
    assert len(problems(undirected | {"organizations.csv": neither})) == 1


def test_ties_with_those_whom_a_wave_does_not_list(problems: Problems) -> None:
    found = problems(
        files(
            ties="from,to\nAlpha,Beta\nAlpha,Gamma\nGamma,Alpha\n",
            asked="organization,answered\nAlpha,yes\nBeta,no\n",
        )
    )
    assert [(p.row, p.column) for p in found] == [(3, "to"), (4, "from")]


def test_limits_and_rosters(read: Read) -> None:
    survey = read(
        files(
            ties="from,to\nAlpha,Beta\nGamma,Beta\n",
            asked="organization,roster,limit,answered\nAlpha,core,5,yes\nBeta,,,no\nGamma,,,yes\n",
            rosters="roster,organization\ncore,Alpha\ncore,Gamma\n",
        )
    )
    asked = survey["asked"].set_index("organization")
    assert asked["roster"].to_dict() == {"Alpha": "core", "Beta": "", "Gamma": ""}
    assert asked.loc["Alpha", "limit"] == 5
    assert asked["limit"].isna().to_dict() == {"Alpha": False, "Beta": True, "Gamma": True}
    assert survey["rosters"].to_numpy().tolist() == [["core", "Alpha"], ["core", "Gamma"]]
    # Alpha named Beta, which its roster does not have.
    assert survey["exceptions"].to_numpy().tolist() == [["1", "collaboration", "Alpha", "Beta", True]]


def test_an_answer_of_no_tie_off_the_roster_is_observed_too(read: Read) -> None:
    texts = {
        "ties": "from,to,value\nAlpha,Beta,0\n",
        "asked": "organization,roster,answered\nAlpha,core,yes\nBeta,core,no\nGamma,,yes\n",
        "rosters": "roster,organization\ncore,Alpha\ncore,Gamma\n",
    }
    survey = read(files(**texts))
    assert not len(survey["ties"])
    assert survey["exceptions"][["from", "to", "observed"]].to_numpy().tolist() == [["Alpha", "Beta", True]]
    undirected = files(**texts) | {"partnership.toml": "directed = false"}
    assert len(read(undirected)["exceptions"]) == 1


def test_what_asked_may_not_say(problems: Problems) -> None:
    asked = "organization,roster,limit,answered\nAlpha,core,0,yes\nZoo,,x,no\nBeta,,,no\nBeta,,,yes\n"
    found = problems(files(ties="from,to\nAlpha,Beta\n", asked=asked))
    places = {(p.row, p.column) for p in found if p.file == "asked.csv"}
    assert places == {(2, "roster"), (2, "limit"), (3, "organization"), (3, "limit"), (5, None)}


def test_respondents_come_from_ties_or_from_asked(read: Read, problems: Problems) -> None:
    rows = "from,to,respondent\nAlpha,Beta,Ann\nAlpha,Gamma,Bo\nAlpha,Beta,Bo\nGamma,Beta,\n"
    expected = {("Alpha", "Ann"), ("Alpha", "Bo"), ("Beta", ""), ("Gamma", "")}
    for more in ({}, {"asked": "organization,answered\nAlpha,yes\nBeta,no\nGamma,yes\n"}):
        survey = read(files(ties=rows, **more))
        assert {key[2:] for key in answered(survey)} == expected
        assert len(survey["ties"]) == 4
    asked = "organization,respondent,answered\nAlpha,Ann,yes\nBeta,,no\nGamma,Cy,yes\n"
    survey = read(files(ties="from,to,respondent\nAlpha,Beta,Ann\nGamma,Beta,\n", asked=asked))
    assert survey["ties"]["respondent"].tolist() == ["Ann", "Cy"]  # Cy is the only one who can have said it
    found = problems(files(ties="from,to,respondent\nAlpha,Beta,Zed\n", asked=asked))
    assert [(p.row, p.column) for p in found] == [(2, "respondent")]


def test_no_ties_at_all(read: Read) -> None:
    survey = read(files(ties="from,to\n"))
    assert not len(survey["ties"])
    assert [layer.name for layer in survey.layers] == ["collaboration"]
    assert survey["asked"]["answered"].tolist() == [True, False, True]


def test_a_layer_nobody_was_asked_about_is_left_out_with_advice(read: Read) -> None:
    survey = read(files() | {"partnership.toml": '[layers.trust]\nscale = ["no", "yes"]\n'})
    assert [layer.name for layer in survey.layers] == ["contact"]
    assert "trust" in survey.info.advice[0].what


PEOPLE = "organization\nA\nB\nC\nD\n"


@pytest.mark.parametrize(
    ("ties", "observed"),
    [
        ("from,to,value\nA,B,2\nB,A,0\nC,D,1\nD,C,0\n", {"AB", "BA", "CD", "DC"}),
        ("from,to,value\nA,B,2\nA,C,0\nB,A,0\n", {"AB", "AC", "BA"}),  # C and D have not answered
        ("from,to,value\nA,B,2\nB,A,1\nC,D,1\nD,C,3\n", None),  # no 0: whoever is not in the list is no tie
        ("from,to,layer,value\nA,B,x,2\nB,A,x,0\nA,B,y,1\n", {"AB", "BA"}),
    ],
)
def test_a_list_that_writes_zeros_was_asked_about_its_pairs(read: Read, ties: str, observed: set[str] | None) -> None:
    graph = to_partnership(read({"organizations.csv": PEOPLE, "ties.csv": ties})).graph()
    layer = graph.layer("x" if "layer" in ties else "collaboration")
    matrix = layer.observed.mask()
    np.fill_diagonal(matrix, False)
    seen = {graph.names[start] + graph.names[end] for start, end in np.argwhere(matrix)}
    assert seen == (observed if observed is not None else {a + b for a in "ABCD" for b in "ABCD" if a != b})


def test_a_single_zero_says_nothing_of_the_other_pairs(read: Read) -> None:
    rows = "".join(f"{a},{b},1\n" for a in "ABCD" for b in "ABCD" if a != b and a + b != "AB")
    survey = read({"organizations.csv": PEOPLE, "ties.csv": "from,to,value\nA,B,0\n" + rows.replace("D,C,1\n", "")})
    assert not len(survey["rosters"])


def test_a_list_of_undirected_pairs_that_writes_zeros(read: Read) -> None:
    survey = read(
        {
            "organizations.csv": PEOPLE,
            "ties.csv": "from,to,value\nA,B,2\nC,A,0\nC,D,1\n",
            "partnership.toml": "directed = false\n",
        }
    )
    layer = to_partnership(survey).graph().layer("collaboration")
    assert (layer.n_ties, layer.n_dyads) == (2, 3)


def test_asked_csv_comes_before_zeros(read: Read) -> None:
    survey = read(
        {
            "organizations.csv": PEOPLE,
            "ties.csv": "from,to,value\nA,B,2\nB,A,0\n",
            "asked.csv": "organization\nA\nB\nC\nD\n",
        }
    )
    assert to_partnership(survey).graph().layer("collaboration").n_dyads == 12
