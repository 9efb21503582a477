"""Words for "not known" are blank in what is said of organizations, and never a name."""

from collections.abc import Callable, Mapping

import pytest

from stakeholder_graph.model.problems import Problem
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.survey import Survey

Read = Callable[[Mapping[str, str | bytes]], Survey]
Problems = Callable[[Mapping[str, str | bytes]], tuple[Problem, ...]]
TIES = "from,to\nAlpha,Beta\n"


@pytest.mark.parametrize(
    "word",
    ["NA", "n/a", "nan", "NULL", "None", "-", "#N/A", "#REF!", "unknown", "<NA>", "?", "TBD", "(blank)", "N/K",
     "Not applicable", "don’t know", "k.A.", "unbekannt", "s/d", "Desconocido", "[unknown]"],
)  # fmt: skip
def test_a_sector_that_is_not_known(read: Read, word: str) -> None:
    survey = read(
        {
            "organizations.csv": f"organization,sector,county\nAlpha,Health,East\nBeta,{word},{word}\nGamma,Arts,\n",
            "ties.csv": TIES,
        }
    )
    people = survey["organizations"].set_index("organization")
    assert [people["sector"]["Beta"], people["county"]["Beta"]] == [NO_SECTOR, ""]
    said = [advice for advice in survey.info.advice if "not known" in advice.what]
    assert [advice.row for advice in said] == [3]
    assert f"2 cells say that something is not known (“{word}”)" in said[0].what


@pytest.mark.parametrize(
    "error",
    ["#NV", "#WERT!", "#BEZUG!", "#ÜBERLAUF!", "#¡REF!", "#¡DIV/0!", "#¿NOMBRE?", "#N/D", "#VALEUR!", "#NOM?", "#RIF!",
     "#VERW!", "#ДЕЛ/0!", "Err:522", "#DIV/0!", "#SPILL!"],
)  # fmt: skip
def test_errors_of_a_spreadsheet_in_other_languages(read: Read, problems: Problems, error: str) -> None:
    listed = "organization,sector\nAlpha,Health\nBeta,{}\nGamma,Arts\n"
    survey = read({"organizations.csv": listed.format(error), "ties.csv": TIES})
    assert survey["organizations"].set_index("organization")["sector"]["Beta"] == NO_SECTOR
    told = problems({"organizations.csv": listed.format("Arts"), "ties.csv": f"{TIES}Gamma,{error}\n"})
    assert any("could not compute" in p.what and (p.row, p.column) == (3, "to") for p in told)


@pytest.mark.parametrize("sector", ["Pending", "DK", "Unknown Pleasures", "#MeToo", "Nanny care", "Dash", "N"])
def test_sectors_that_only_resemble_such_words(read: Read, sector: str) -> None:
    survey = read({"organizations.csv": f"organization,sector\nAlpha,Health\nBeta,{sector}\n", "ties.csv": TIES})
    assert survey["organizations"].set_index("organization")["sector"]["Beta"] == sector
    assert not any("not known" in advice.what for advice in survey.info.advice)


def test_organizations_that_are_really_called_so(read: Read) -> None:
    survey = read({
        "organizations.csv": "organization,sector\nNone,Arts\nNA,Health\nTBD,none\nGem,Arts\n",
        "ties.csv": "from,to\nGem,None\nNone,NA\nTBD,Gem\n",
    })  # fmt: skip
    assert survey["organizations"]["organization"].tolist() == ["Gem", "NA", "None", "TBD"]
    assert survey["organizations"]["sector"].tolist() == ["Arts", "Health", "Arts", NO_SECTOR]
    assert survey["ties"][["from", "to"]].to_numpy().tolist() == [["Gem", "None"], ["None", "NA"], ["TBD", "Gem"]]


def test_it_is_said_once_and_no_spelling_is_compared(read: Read) -> None:
    survey = read(
        {
            "organizations.csv": "organization,sector\nAlpha,#N/A\nBeta,N/A\nGamma,NA\nDelta,Health\n",
            "ties.csv": TIES,
        }
    )
    what = [advice.what for advice in survey.info.advice if advice.file == "organizations.csv"]
    assert len(what) == 2
    assert what[0].startswith("3 cells say that something is not known (“#N/A”, “N/A” or “NA”)")
    assert what[1].startswith("3 of 4 organizations have no sector: “Alpha”, “Beta”, “Gamma”.")


def test_words_that_only_look_like_it_stay(read: Read) -> None:
    survey = read({"organizations.csv": "organization,sector\nNA,Nanny care\nBeta,Noneville\n", "ties.csv": ""
                   "from,to\nNA,Beta\n"})  # fmt: skip
    assert survey["organizations"]["sector"].tolist() == ["Noneville", "Nanny care"]
    assert survey["ties"]["from"].tolist() == ["NA"]


def test_an_error_of_a_spreadsheet_is_no_name(problems: Problems) -> None:
    told = problems(
        {
            "organizations.csv": "organization\nAlpha\n#REF!\nBeta\n",
            "ties.csv": "from,to\nAlpha,#N/A\nAlpha,Beta\n",
        }
    )
    shown = [(p.file, p.row, p.column) for p in told if "could not compute" in p.what]
    assert shown == [("organizations.csv", 3, "organization"), ("ties.csv", 2, "to")]


def test_what_respondents_do_not_know_of_themselves(read: Read) -> None:
    survey = read({
        "partnership.toml": '[[wave]]\nname = "1"\nfiles = ["answers.csv"]\n[[question]]\nkind = "identity"\n'
        'question = "Who"\n[[question]]\nkind = "tie"\ncolumns = "With {organization}"\n[[question]]\n'
        'kind = "attribute"\nquestion = "sector"\n',
        "answers.csv": "Who,sector,With Alpha,With Beta\nAlpha,Health,,1\nBeta,N/A,1,\nGamma,none,1,0\n",
    })  # fmt: skip
    assert survey["organizations"]["sector"].tolist() == ["Health", NO_SECTOR, NO_SECTOR]
