import math
from collections.abc import Callable, Mapping

import pytest

from stakeholder_graph.graph import to_partnership
from stakeholder_graph.model.problems import Problem
from stakeholder_graph.survey import Survey

Read = Callable[[Mapping[str, str | bytes]], Survey]
Problems = Callable[[Mapping[str, str | bytes]], tuple[Problem, ...]]


def files(**texts: str) -> dict[str, str]:
    return {
        "organizations.csv": "organization\nAlpha\nBeta\nGamma\n",
        "ties.csv": "from,to\nAlpha,Beta\n",
    } | {f"{name}.csv": text for name, text in texts.items()}


def rows(survey: Survey, family: str) -> list[list[object]]:
    return survey[family].astype(object).where(survey[family].notna(), None).to_numpy().tolist()


def places(found: tuple[Problem, ...]) -> list[tuple[str, int | None, str | None]]:
    return [(problem.file, problem.row, problem.column) for problem in found]


def test_affiliations(read: Read) -> None:
    text = "organization,kind,item,value\nbeta,Outcome,Reading,\nAlpha,team, Early  Years ,2\nAlpha,team,Reading,0\n"
    assert rows(read(files(affiliations=text)), "affiliations") == [
        ["1", "Alpha", "team", "Early Years", 2.0, "", "answer"],
        ["1", "Beta", "outcome", "Reading", None, "", "answer"],
    ]


@pytest.mark.parametrize(
    ("written", "source"),
    [("list", "list"), (" LIST ", "list"), ("Answer", "answer"), ("", "answer"), ("\u00a0", "answer")],
)
def test_where_an_affiliation_is_known_from(read: Read, written: str, source: str) -> None:
    text = f"organization,kind,item,Source\nAlpha,team,Readers,{written}\nBeta,team,Readers,list\n"
    survey = read(files(affiliations=text))
    assert survey["affiliations"]["source"].tolist() == [source, "list"]
    assert to_partnership(survey).graph()["affiliations"]["source"].tolist() == [source, "list"]
    assert not [advice for advice in survey.info.advice if advice.file == "affiliations.csv"]


def test_what_a_list_says_comes_from_the_list_though_somebody_answered_it_too(read: Read) -> None:
    text = "organization,kind,item,respondent,source\nAlpha,team,A,,answer\nAlpha,team,A,,list\nAlpha,team,A,Ann,\n"
    assert rows(read(files(affiliations=text)), "affiliations") == [
        ["1", "Alpha", "team", "A", None, "", "list"],
        ["1", "Alpha", "team", "A", None, "Ann", "answer"],
    ]


def test_a_source_that_is_none_and_a_list_that_names_a_respondent(problems: Problems) -> None:
    text = "organization,kind,item,respondent,source\nAlpha,team,A,,lst\nAlpha,team,B,Ann,list\nBeta,team,B,,survey\n"
    assert [str(problem) for problem in problems(files(affiliations=text))] == [
        "affiliations.csv, row 2, column “source”: “lst” is not one of list, answer. Did you mean “list”?",
        "affiliations.csv, row 3, column “respondent”: The row comes from a list and names the respondent “Ann”. "
        "Leave the respondent blank or, if this is an answer, write “answer” as the source.",
        "affiliations.csv, row 4, column “source”: “survey” is not one of list, answer. Write one of list, answer.",
    ]


def test_affiliations_that_cannot_be(problems: Problems) -> None:
    text = "organization,kind,item,value\nZoo,team,A,\nAlpha,taem,A,\nAlpha,team,,\nAlpha,team,A,-1\n"
    assert places(problems(files(affiliations=text))) == [
        ("affiliations.csv", 2, "organization"),
        ("affiliations.csv", 3, "kind"),
        ("affiliations.csv", 4, "item"),
        ("affiliations.csv", 5, "value"),
    ]


ITEMS = "kind,item,outcome,scale,steering\noutcome,Reading,,,\nteam,Readers,reading,,yes\nagenda,Vision,,agree,\n"
AGREE = "scale,value,name,tie\nagree,1,no,\nagree,5,yes,\n"


def test_items_are_the_whole_list(read: Read, problems: Problems) -> None:
    survey = read(files(items=ITEMS, scales=AGREE, affiliations="organization,kind,item\nAlpha,team,READERS\n"))
    assert rows(survey, "items") == [
        ["outcome", "Reading", "", "", False, False, "", ""],
        ["team", "Readers", "Reading", "", True, False, "", ""],
        ["agenda", "Vision", "", "agree", False, False, "", ""],
    ]
    assert survey["affiliations"]["item"].tolist() == ["Readers"]
    assert [advice.file for advice in survey.info.advice] == ["ties.csv"]  # the promise that nobody stated
    text = "organization,kind,item\nAlpha,team,Reeders\nAlpha,asset,Van\n"
    (problem,) = problems(files(items=ITEMS, scales=AGREE, affiliations=text))
    assert (problem.row, problem.column) == (2, "item")  # no list of assets, so a van may be one
    assert "Did you mean “Readers”?" in problem.todo


def test_items_that_cannot_be(problems: Problems) -> None:
    text = ITEMS + "squad,X,,,\nteam,Y,Maths,,\nteam,Z,,how often,\nteam,Readers,,,\n"
    assert set(places(problems(files(items=text, scales=AGREE)))) == {
        ("items.csv", 5, "kind"),
        ("items.csv", 6, "outcome"),
        ("items.csv", 7, "scale"),
        ("items.csv", 8, None),
    }


def test_ratings(read: Read, problems: Problems) -> None:
    text = "organization,item,value,respondent\nAlpha,vision,Yes,Ann\nAlpha,Vision,1,Bo\nBeta,Vision,,\n"
    survey = read(files(items=ITEMS, scales=AGREE, ratings=text))
    assert rows(survey, "ratings") == [["1", "Alpha", "Vision", 5.0, "Ann"], ["1", "Alpha", "Vision", 1.0, "Bo"]]
    text = "organization,item,value\nAlpha,Vison,1\nBeta,Vision,3\nGamma,Vision,1\nGamma,Vision,5\n"
    found = problems(files(items=ITEMS, scales=AGREE, ratings=text))
    assert places(found) == [("ratings.csv", 2, "item"), ("ratings.csv", 3, "value"), ("ratings.csv", 5, None)]


def test_scales_that_cannot_be(problems: Problems, read: Read) -> None:
    text = "scale,value,name,tie\na,1,no,perhaps\na,1,yes,\na,2,NO,\na,x,z,\n"
    assert set(places(problems(files(scales=text)))) == {
        ("scales.csv", 2, "tie"),
        ("scales.csv", 3, "value"),
        ("scales.csv", 4, "name"),
        ("scales.csv", 5, "value"),
    }
    assert "on the scale “agree”" in read(files(scales=AGREE)).info.advice[0].what


def test_settings_name_a_scale_of_the_file(read: Read, problems: Problems) -> None:
    stated = {"partnership.toml": '[layers.collaboration]\nscale = "Agree"\n'}
    ties = "from,to,value\nAlpha,Beta,yes\n"
    survey = read(files(scales=AGREE, ties=ties) | stated)
    assert survey["ties"]["value"].tolist() == [5]
    (problem,) = problems(files(ties="from,to\nAlpha,Beta\n") | stated | {"scales.csv": "scale,value,name\nx,1,y\n"})
    assert "The scale “Agree”" in problem.what


def test_sectors_of_file_and_settings(read: Read) -> None:
    text = "list,sector,share\nregion,Health,0.25\nregion,Schools,\n"
    survey = read(files(sectors=text) | {"partnership.toml": '[sectors]\nlist = ["Funders"]\n'})
    assert rows(survey, "sectors") == [
        ["reference", "Funders", None],
        ["region", "Health", 0.25],
        ["region", "Schools", None],
    ]


def test_indicators(read: Read, problems: Problems) -> None:
    text = (
        "indicator;period;value;subgroup;n;good;outcome;unit\nReading;2024;41,5;;200;UP;Literacy;%\n"
        "Reading;2025;;girls;;;;\n"
    )
    assert rows(read(files(indicators=text)), "indicators") == [
        ["Reading", "2024", 41.5, "", "", 200.0, "up", "Literacy", None, None, "", "", "", False, "%"],
        ["Reading", "2025", None, "girls", "", None, "", "", None, None, "", "", "", False, ""],
    ]
    text = "indicator,period,value,good\nReading,2024,x,\nReading,2025,1,sideways\nReading,2026,1,\nReading,2026,2,\n"
    assert places(problems(files(indicators=text))) == [
        ("indicators.csv", 2, "value"),
        ("indicators.csv", 3, "good"),
        ("indicators.csv", 5, None),
    ]


def test_evidence(read: Read, problems: Problems) -> None:
    header = "rubric,benchmark,status,evidence,by,date\n"
    survey = read(files(evidence=f"{header}gateways,2.1,met,minutes,Ann,2025-03-01\n"))
    assert rows(survey, "evidence") == [
        ["gateways", "2.1", "met", "minutes", "Ann", "2025-03-01", "1", "", "", "", "evidence.csv", "2", "by"]
    ]
    assert places(problems(files(evidence="rubric,benchmark,evidence,by,date\ng,2,x,y,z\n"))) == [
        ("evidence.csv", None, "status")
    ]


def test_commitments(read: Read, problems: Problems) -> None:
    header = "who,with whom,outcome,first step,by when,done\n"
    text = f'{header}beta,"ALPHA; gamma",Reading,Meet,2026-03-01,YES\nAlpha,,,Call,,\n'
    assert rows(read(files(commitments=text)), "commitments") == [
        ["Beta", "Alpha; Gamma", "Reading", "Meet", "2026-03-01", True],
        ["Alpha", "", "", "Call", "", False],
    ]
    found = problems(files(commitments=f"{header}Zoo,Alpha|Zoa,,Call,,\nAlpha,,,,,maybe\n"))
    assert places(found) == [
        ("commitments.csv", 2, "who"),
        ("commitments.csv", 3, "first step"),
        ("commitments.csv", 3, "done"),
    ]
    assert "names.csv" in found[0].todo
    listed = {"items": "kind,item\noutcome,Reading\n", "commitments": f"{header}Alpha,,Raeding,Call,,\n"}
    (unknown,) = problems(files(**listed))
    assert unknown.todo == "Did you mean “Reading”?"


def test_a_commitment_that_stands_twice_is_done_where_either_row_says_so(read: Read) -> None:
    text = "who,first step,done\nAlpha,Call,no\nAlpha,Call,yes\nBeta,Call,no\n"
    assert rows(read(files(commitments=text)), "commitments") == [
        ["Alpha", "", "", "Call", "", True],
        ["Beta", "", "", "Call", "", False],
    ]


def test_an_alias_stands_for_whom_it_names_in_a_commitment(read: Read) -> None:
    said = {
        "names": "written,organization\nBee,Beta\n",
        "commitments": "who,with whom,first step\nBee,Bee;Alpha,Call\n",
    }
    assert rows(read(files(**said)), "commitments") == [["Beta", "Beta; Alpha", "", "Call", "", False]]


def test_with_whom_need_not_be_listed_and_is_said_and_asked(read: Read) -> None:
    written = {
        "names": "written,organization\nCounty Zoo,\nNo one,-\n",
        "commitments": "who,with whom,first step\nBeta,Sheriff; ALPHA|Gama,Call\n"
        "Alpha,county zoo; No one; ?; Sheriff,Go\n",
    }
    survey = read(files(**written))
    assert [row[1] for row in rows(survey, "commitments")] == [
        "Sheriff; Alpha; Gama",
        "County Zoo; Sheriff",
    ]
    said = [advice for advice in survey.info.advice if advice.file == "commitments.csv"]
    assert places(tuple(said)) == [("commitments.csv", 2, "with whom")] * 2
    assert [advice.what.split(".")[0] for advice in said] == [
        "“Sheriff” is not in the list of organizations",
        "“Gama” is not in the list of organizations",
    ]
    assert [advice.todo for advice in said] == [
        "You need do nothing.",
        "Did you mean “Gamma”? You need do nothing if it is somebody else.",
    ]


def test_corrections_change_no_answer(read: Read, problems: Problems) -> None:
    header = "about,organization,with,the survey says,partners say,said by,confirmed by\n"
    text = f"{header}Connection,alpha,BETA,works with,we have never met,Ann,Beta\nteam,Gamma,Readers,,sits on it,Cy,\n"
    plain, corrected = read(files()), read(files(corrections=text))
    assert rows(corrected, "corrections") == [
        ["connection", "Alpha", "Beta", "works with", "we have never met", "Ann", "Beta"],
        ["team", "Gamma", "Readers", "", "sits on it", "Cy", ""],
    ]
    for frame in plain.frames:
        assert frame == "corrections" or plain[frame].equals(corrected[frame]), frame
    found = problems(files(corrections=f"{header}tie,Alpha,,,x,,\nconnection,Zoo,Zoa,,,,\n"))
    assert places(found) == [
        ("corrections.csv", 2, "about"),
        ("corrections.csv", 3, "partners say"),
        ("corrections.csv", 3, "with"),
        ("corrections.csv", 3, "organization"),
    ]


@pytest.mark.parametrize(
    ("family", "header", "missing"),
    [
        ("names", "written", "organization"),
        ("rosters", "organization", "roster"),
        ("sectors", "sector", "list"),
        ("scales", "scale,value", "name"),
        ("items", "item", "kind"),
        ("ratings", "organization,item", "value"),
        ("indicators", "indicator,value", "period"),
        ("asked", "wave", "organization"),
    ],
)
def test_a_missing_column_is_named(problems: Problems, family: str, header: str, missing: str) -> None:
    cells = ",".join("1" for _ in header.split(","))
    found = problems(files(**{family: f"{header}\n{cells}\n"}))
    assert (f"{family}.csv", None, missing) in places(found)


def test_with_several_waves_every_answer_says_which(problems: Problems, read: Read) -> None:
    ties = "from,to,wave\nAlpha,Beta,2024\nAlpha,Beta,2025\n"
    found = problems(files(ties=ties, affiliations="organization,kind,item\nAlpha,team,A\n"))
    assert places(found) == [("affiliations.csv", 2, None)]
    survey = read(files(ties=ties, affiliations="organization,kind,item,wave\nAlpha,team,A,2025\n"))
    assert survey["affiliations"]["wave"].tolist() == ["2025"]


def test_an_unknown_strength_is_not_a_number_and_blank_text_is_text(read: Read) -> None:
    survey = read(files())
    assert math.isnan(survey["ties"]["value"].iloc[0])
    for frame in survey.frames.values():
        assert not frame.select_dtypes("str").isna().any().any()


@pytest.mark.parametrize("listed", ["", "kind,item\noutcome,Reading\n"])
def test_a_strategy_names_an_indicator_that_is_listed(listed: str, read: Read, problems: Problems) -> None:
    lists = {"indicators": "indicator,period,value\nThird grade reading,2025,40\n"} | (
        {"items": listed} if listed else {}
    )
    header = "strategy,outcome,partners,started,status,learned,indicator\n"
    (problem,) = problems(files(**lists, strategies=f"{header}Tutoring,,,,,,Third grader reading\n"))
    assert str(problem) == (
        "strategies.csv, row 2, column “indicator”: indicators.csv lists no indicator “Third grader reading”. "
        "Did you mean “Third grade reading”?"
    )
    survey = read(files(**lists, strategies=f"{header}Tutoring,,,,,,third grade reading\n"))
    assert survey["strategies"]["indicator"].tolist() == ["Third grade reading"]


def test_a_list_of_sectors_about_somebody_else_is_noted(read: Read) -> None:
    organizations = "organization,sector\nAlpha,Bank\nBeta,Shop\nGamma,Schools\n"
    preset = files(organizations=organizations) | {"partnership.toml": 'preset = "health"\n'}
    (advice,) = [advice for advice in read(preset).info.advice if "on this list" in advice.what]
    assert (advice.file, advice.todo[:29]) == ("health.toml", "Is “health” the right preset?")
    # Partners who are missing are a finding, not a mistake: all that organizations say is on the list.
    missing = files(
        organizations=organizations,
        sectors="list,sector\n"
        + "".join(
            f"all,{name}\n" for name in ("Bank", "Shop", "Schools", "Clinics", "Courts", "Youth", "Faith", "Labor")
        ),
    )
    assert not [advice for advice in read(missing).info.advice if "on this list" in advice.what]
