import io
import math
from collections.abc import Callable, Mapping

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stakeholder_graph.graph import to_partnership
from stakeholder_graph.model.problems import Problem
from stakeholder_graph.survey import NO_SECTOR, Survey, Wave

Read = Callable[[Mapping[str, str | bytes]], Survey]
Problems = Callable[[Mapping[str, str | bytes]], tuple[Problem, ...]]

ORGANIZATIONS = "organization,sector\nAlpha,Health\nBeta,Schools\nGamma,\n"


def ties(survey: Survey) -> list[tuple[str, str, str, str, float, str]]:
    return list(survey["ties"].itertuples(index=False, name=None))


def places(found: tuple[Problem, ...]) -> list[tuple[str, int | None, str | None]]:
    return [(problem.file, problem.row, problem.column) for problem in found]


def plain(ties: str, **others: str) -> dict[str, str]:
    files: dict[str, str] = {"organizations.csv": ORGANIZATIONS, "ties.csv": ties}
    return files | {f"{name}.csv" if name != "settings" else "partnership.toml": t for name, t in others.items()}


def test_the_least_there_can_be(read: Read) -> None:
    survey = read(plain("from,to\nAlpha,Beta\n"))
    ((wave, layer, start, end, value, respondent),) = ties(survey)
    assert (wave, layer, start, end, respondent) == ("1", "collaboration", "Alpha", "Beta", "")
    assert math.isnan(value)  # nobody said how strong
    assert survey.info.name == "partnership"
    assert survey.waves == (Wave("1"),)
    assert [(info.name, info.promise, info.combine) for info in survey.layers] == [("collaboration", "named", "most")]
    assert survey["asked"]["answered"].all()
    assert len(survey["asked"]) == 3
    assert not survey.info.answered_known
    assert survey.info.rating_promise == "backbone"
    assert survey["organizations"]["sector"].tolist() == ["Health", "Schools", NO_SECTOR]
    assert (survey.info.advice[0].file, survey.info.advice[0].row, survey.info.advice[0].column) == (
        "organizations.csv",
        4,
        "sector",
    )
    assert [advice.what.split(",")[0].split(".")[0] for advice in survey.info.advice] == [
        "1 of 3 organizations has no sector: “Gamma”",
        "Nothing says what respondents were promised about “collaboration”",
    ]


def test_names_match_in_any_case_spacing_and_composition(read: Read) -> None:
    organizations = "Organization,SECTOR\nCafé  Nuevo,x\nBeta,y\n"
    survey = read({"organizations.csv": organizations, "ties.csv": "FROM,To,value\n cafe\u0301 NUEVO ,beta,1\n"})
    assert ties(survey)[0][2:4] == ("Café Nuevo", "Beta")


def test_unknown_headers_are_attributes(read: Read) -> None:
    files = plain("from,to\nAlpha,Beta\n")
    files["organizations.csv"] = "organization,sector,Founded,public\nAlpha,x,1999,yes\nBeta,y,,\n"
    frame = read(files)["organizations"]
    assert list(frame.columns) == ["organization", "sector", "role", "Founded", "public"]
    assert frame["Founded"].tolist() == ["1999", ""]
    assert frame["public"].tolist() == [True, False]
    assert read(files).info.answered_attributes == ()


def test_public_is_yes_or_no_in_any_case_and_stays_what_it_is_called(read: Read, problems: Problems) -> None:
    files = plain("from,to\nAlpha,Beta\n")
    files["organizations.csv"] = "organization,PUBLIC\nAlpha,Yes\nBeta, NO \nGamma,\n"
    for frame in (read(files)["organizations"], to_partnership(read(files)).graph().organizations):
        assert frame["public"].tolist() == [True, False, False]
    files["organizations.csv"] = "organization,public\nAlpha,yes\nBeta,maybe\n"
    assert [str(problem) for problem in problems(files)] == [
        "organizations.csv, row 3, column “public”: “maybe” is neither yes nor no. Write yes or no."
    ]


def test_zero_is_asked_and_no_tie_and_blank_is_a_tie_of_unknown_strength(read: Read) -> None:
    found = ties(read(plain("from,to,value\nAlpha,Beta,0\nAlpha,Gamma,\nBeta,Gamma,2\n")))
    assert [(row[2], row[3]) for row in found] == [("Alpha", "Gamma"), ("Beta", "Gamma")]
    assert math.isnan(found[0][4])
    assert found[1][4] == 2


SCALE = "scale,value,name,tie\ncontact,1,none,\ncontact,2,know of them,no\ncontact,3,weekly,\ncontact,0,no idea,\n"


def test_a_scale_takes_names_and_numbers_and_says_what_is_no_tie(read: Read) -> None:
    rows = "from,to,layer,value\nAlpha,Beta,contact,Weekly\nBeta,Alpha,contact,3\nAlpha,Gamma,contact,know of them\n"
    rows += "Beta,Gamma,contact,none\nGamma,Alpha,contact,0\n"
    survey = read(plain(rows, scales=SCALE))
    assert [(row[2], row[3], row[4]) for row in ties(survey)] == [("Alpha", "Beta", 3), ("Beta", "Alpha", 3)]
    assert [(s.value, s.name, s.tie) for s in survey.layers[0].steps] == [
        (0, "no idea", False),
        (1, "none", False),
        (2, "know of them", False),
        (3, "weekly", True),
    ]


def test_values_outside_a_scale(problems: Problems) -> None:
    rows = "from,to,layer,value\nAlpha,Beta,contact,4\nAlpha,Gamma,contact,often\nBeta,Gamma,contact,often\n"
    found = problems(plain(rows, scales=SCALE))
    assert places(found) == [("ties.csv", 2, "value"), ("ties.csv", 3, "value")]
    assert "in 1 more row" in found[1].what
    assert "3 (weekly)" in found[0].todo


@pytest.mark.parametrize("value", ["-1", "often", "inf", "nan", "1,5", "0x1", "1e999"])
def test_without_a_scale_values_are_numbers_of_0_or_more(problems: Problems, value: str) -> None:
    assert places(problems(plain(f'from,to,value\nAlpha,Beta,"{value}"\n'))) == [("ties.csv", 2, "value")]


def test_a_decimal_comma_with_semicolons(read: Read) -> None:
    assert ties(read(plain("from;to;value\nAlpha;Beta;2,5\n")))[0][4] == 2.5


def test_identical_rows_count_once_with_advice(read: Read) -> None:
    survey = read(plain("from,to,value\nAlpha,Beta,1\nBeta,Alpha,1\nALPHA,beta,1\n"))
    assert len(ties(survey)) == 2
    advice = survey.info.advice[0]
    assert (advice.row, "row 2" in advice.what) == (4, True)


def test_both_ends_of_a_pair_contradict_each_other(problems: Problems) -> None:
    (problem,) = problems(plain("from,to,value\nAlpha,Beta,1\nBeta,Alpha,3\n", settings="directed = false\n"))
    assert problem.row == 3
    assert "contradicts row 2: value is “1” there and “3” here" in problem.what


def test_a_mistake_in_every_row_is_told_twenty_times_and_counted(problems: Problems) -> None:
    organizations = "organization\n" + "".join(f"O{number}\n" for number in range(30))
    rows = [f"O{number},O{(number + 1) % 30},1" for number in range(30)]
    rows += [f"O{(number + 1) % 30},O{number},2" for number in range(30)]
    files = {"organizations.csv": organizations, "ties.csv": "\n".join(["from,to,value", *rows])}
    found = problems(files | {"partnership.toml": "directed = false\n"})
    assert [problem.row for problem in found] == list(range(32, 53))
    assert "10 more rows" in found[-1].what


UNDIRECTED = "directed = false\n"


def test_undirected_rows_both_ways_are_duplicates(read: Read, problems: Problems) -> None:
    survey = read(plain("from,to,value\nBeta,Alpha,1\nAlpha,Beta,1\n", settings=UNDIRECTED))
    assert ties(survey) == [("1", "collaboration", "Alpha", "Beta", 1.0, "")]
    assert "The row repeats row 2" in survey.info.advice[0].what
    found = problems(plain("from,to,value\nBeta,Alpha,1\nAlpha,Beta,2\n", settings=UNDIRECTED))
    assert places(found) == [("ties.csv", 3, None)]


@pytest.mark.parametrize(("combine", "value"), [("most", 3.0), ("mean", 2.0), ("latest", 1.0)])
def test_undirected_respondents_become_one_row(read: Read, combine: str, value: float) -> None:
    stated = f'{UNDIRECTED}[layers.collaboration]\ncombine = "{combine}"\n'
    rows = "from,to,value,respondent\nBeta,Alpha,3,Ann\nAlpha,Beta,1,Bo\n"
    assert ties(read(plain(rows, settings=stated))) == [("1", "collaboration", "Alpha", "Beta", value, "")]


def test_a_tie_with_oneself_is_dropped_with_advice(read: Read) -> None:
    survey = read(plain("from,to\nAlpha,alpha\nAlpha,Beta\n"))
    assert len(ties(survey)) == 1
    assert survey.info.advice[0].row == 2


def test_a_name_that_the_roster_lacks(problems: Problems) -> None:
    found = problems(plain("from,to\nAlpha,Gama\nZoo,Beta\nZoo,Gamma\n"))
    assert places(found) == [("ties.csv", 2, "to"), ("ties.csv", 3, "from")]
    assert "Did you mean “Gamma”?" in found[0].todo
    assert "in 1 more row" in found[1].what


def test_layers_and_waves_that_only_ties_name(read: Read) -> None:
    rows = "from,to,layer,wave\nAlpha,Beta,trust,wave 10\nAlpha,Beta,contact,wave 2\nAlpha,Beta,Contact,wave 10\n"
    survey = read(plain(rows))
    assert [wave.name for wave in survey.waves] == ["wave 2", "wave 10"]
    assert [(info.name, info.promise) for info in survey.layers] == [
        ("Contact", "named"),
        ("trust", "backbone"),
    ]
    assert [row[:2] for row in ties(survey)] == [
        ("wave 2", "Contact"),
        ("wave 10", "Contact"),
        ("wave 10", "trust"),
    ]
    # Trust has no row in wave 2: it was not asked there, which is not the same as nobody trusting anybody.
    asked = survey["asked"].groupby(["wave", "layer"]).size().to_dict()
    assert asked == {("wave 2", "Contact"): 3, ("wave 10", "Contact"): 3, ("wave 10", "trust"): 3}


def test_waves_of_the_settings_have_their_order_and_dates(read: Read, problems: Problems) -> None:
    stated = '[[wave]]\nname = "second"\ndate = "2024"\n[[wave]]\nname = "first"\n'
    survey = read(plain("from,to,wave\nAlpha,Beta,first\nAlpha,Beta,SECOND\n", settings=stated))
    assert survey.waves == (Wave("second", "2024"), Wave("first"))
    assert [row[0] for row in ties(survey)] == ["second", "first"]
    found = problems(plain("from,to,wave\nAlpha,Beta,frist\nBeta,Alpha,\n", settings=stated))
    assert places(found) == [("ties.csv", 2, "wave"), ("ties.csv", 3, "wave")]
    assert "Did you mean “first”" in found[0].todo


@pytest.mark.parametrize("layer", ["trust", "Perceived Value", "CONFLICT"])
def test_promises_of_plain_files(read: Read, layer: str) -> None:
    rows = f"from,to,layer\nAlpha,Beta,{layer}\n"
    assert read(plain(rows)).layers[0].promise == "backbone"
    stated = f'[layers."{layer}"]\npromise = "aggregate"\n[promises]\nratings = "named"\n'
    survey = read(plain(rows, settings=stated))
    assert survey.layers[0].promise == "aggregate"
    assert survey.info.rating_promise == "named"


def test_ties_may_be_promised_with_their_strength_and_ratings_have_none(read: Read) -> None:
    stated = '[layers.contact]\npromise = "named with strength"\n[promises]\nratings = "named with strength"\n'
    survey = read(plain("from,to,layer\nAlpha,Beta,contact\n", settings=stated))
    assert survey.layers[0].promise == "named with strength"
    assert survey.info.rating_promise == "named"
    assert not any("Nothing says what respondents were promised" in advice.what for advice in survey.info.advice)


def test_others_learn_how_many_answered_unless_who_was_promised(read: Read) -> None:
    rows = "from,to\nAlpha,Beta\n"
    quiet = read(plain(rows)).info
    assert (quiet.who_answered, quiet.strict) == ("count", False)
    stated = read(plain(rows, settings='strict = true\n[promises]\nwho_answered = "named"\n')).info
    assert (stated.who_answered, stated.strict) == ("named", True)


def test_hostile_text_is_text(read: Read) -> None:
    organizations = 'organization,sector\n<img src=x onerror=alert(1)>,</script>\n=1+1,"a, b"\n'
    rows = "from,to\n<img src=x onerror=alert(1)>,=1+1\n"
    survey = read({"organizations.csv": organizations, "ties.csv": rows})
    assert ties(survey)[0][2:4] == ("<img src=x onerror=alert(1)>", "=1+1")
    assert set(survey["organizations"]["sector"]) == {"</script>", "a, b"}


def test_four_problems_at_once(problems: Problems) -> None:
    broken = "organization,sector\nAlpha,Santé\nBeta,".encode() + "Écoles\n".encode("cp1252") + b"Gamma,\n"
    files = plain(
        "from,to,layer,value\nAlpha,Zoo,contact,3\nAlpha,Beta,contact,9\n",
        scales=SCALE,
        affiliations="organization,kind\nAlpha,team\n",
    )
    found = problems({**files, "organizations.csv": broken})
    assert set(places(found)) == {
        ("organizations.csv", 3, None),
        ("ties.csv", 2, "to"),
        ("ties.csv", 3, "value"),
        ("affiliations.csv", None, "item"),
    }
    assert all(problem.what and problem.todo for problem in found)


@pytest.mark.parametrize("missing", ["organizations.csv", "ties.csv"])
def test_a_file_that_is_not_there(problems: Problems, missing: str) -> None:
    files = plain("from,to\nAlpha,Beta\n")
    del files[missing]
    assert places(problems(files)) == [(missing, None, None)]


def test_plain_files_may_be_workbooks_but_not_both(read: Read, problems: Problems) -> None:
    book = openpyxl.Workbook()
    for row in (["organization", "size"], ["Alpha", 3], ["Beta", 2.5]):
        book.worksheets[0].append(row)
    stream = io.BytesIO()
    book.save(stream)
    files: dict[str, str | bytes] = {"organizations.xlsx": stream.getvalue(), "ties.csv": "from,to\nAlpha,Beta\n"}
    assert read(files)["organizations"]["size"].tolist() == ["3", "2.5"]
    (problem,) = problems({**files, "organizations.csv": ORGANIZATIONS})
    assert "only one of the two can count" in problem.what


def test_a_file_with_nearly_the_right_name(problems: Problems) -> None:
    files = {"organisations.csv": ORGANIZATIONS, "ties.csv": "from,to\nAlpha,Beta\n"}
    (problem,) = problems(dict(files))
    assert "Is it “organisations.csv”?" in problem.todo


@pytest.mark.parametrize("column", ["from", "to"])
def test_a_column_that_is_not_there(problems: Problems, column: str) -> None:
    header = "from,to,value".replace(column, "other")
    found = problems(plain(f"{header}\nAlpha,Alpha,1\n"))
    assert places(found) == [("ties.csv", None, column)]
    assert f"no column “{column}”" in found[0].what


def test_sector_and_backbone_of_the_settings(read: Read, problems: Problems) -> None:
    files = plain("from,to\nAlpha,Beta\n")
    files["organizations.csv"] = "organization,Kind of agency\nAlpha,x\nBeta,X\nGamma,\n"
    stated = files | {"partnership.toml": 'sector = "kind of agency"\nbackbone = "beta"\nname = "P"\n'}
    survey = read(stated)
    frame = survey["organizations"]
    assert list(frame.columns) == ["organization", "sector", "role"]
    assert frame["sector"].tolist() == ["X", "X", NO_SECTOR]  # one sector, whichever way it is written
    assert frame["role"].tolist() == ["", "backbone", ""]
    assert (survey.info.name, survey.info.sector_called) == ("P", "kind of agency")
    found = problems(files | {"partnership.toml": 'sector = "kind"\nbackbone = "Betta"\n'})
    assert sorted(problem.what for problem in found) == [
        "No organization has the attribute “kind”, which the settings name as the sector.",
        "The backbone “Betta” is not in the list of organizations.",
    ]


ROWS = [
    "Alpha,Beta,contact,2,a",
    "Beta,Alpha,contact,1,",
    "Gamma,Alpha,trust,0,",
    "Alpha,Gamma,trust,,b",
    "Alpha,Beta,trust,3,b",
    "Gamma,Beta,contact,1,",
]


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.permutations(ROWS), st.permutations(ORGANIZATIONS.splitlines()[1:]))
def test_the_order_of_rows_changes_nothing(read: Read, rows: list[str], listed: list[str]) -> None:
    def survey_of(rows: list[str], listed: list[str]) -> Survey:
        return read(
            {
                "ties.csv": "\n".join(["from,to,layer,value,respondent", *rows]),
                "organizations.csv": "\n".join(["organization,sector", *listed]),
            }
        )

    one, other = survey_of(ROWS, ORGANIZATIONS.splitlines()[1:]), survey_of(rows, listed)
    assert one.layers == other.layers
    for family, frame in one.frames.items():
        assert frame.equals(other[family]), family


def test_one_workbook_with_a_blank_sheet_for_a_table(problems: Problems) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Organizations"
    book.create_sheet("ties").append(["from", "to"])
    stream = io.BytesIO()
    book.save(stream)
    assert [problem.file for problem in problems({"survey.xlsx": stream.getvalue()})] == ["organizations.csv"]
    book["ties"].title = "notes"
    book.save(stream)
    assert [problem.file for problem in problems({"survey.xlsx": stream.getvalue()})] == [
        "organizations.csv",
        "ties.csv",
    ]


@pytest.mark.parametrize("directed", ["true", "false"])
@pytest.mark.parametrize("other", ["plans\u00a0with", "plans  with", " Plans\twith", "plans\u2003with"])
def test_blanks_within_the_name_of_a_kind_of_tie_lose_no_tie(read: Read, other: str, directed: str) -> None:
    """All of these are one kind of tie, and every tie of it is there."""
    rows = f"from,to,layer\nAlpha,Beta,{other}\nBeta,Gamma,plans with\n"
    survey = read(plain(rows, settings=f"directed = {directed}\n"))
    (layer,) = survey.layers
    assert layer.name.casefold() == "plans with"
    assert set(survey["ties"]["layer"]) == {layer.name}
    assert to_partnership(survey).graph().layer(layer.name).n_ties == 2
