"""Words for "not known" are blank in what is said of organizations, and never a name."""

from collections.abc import Callable, Mapping

import pytest

from stakeholder_graph.model.problems import Problem
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.survey import Survey

Read = Callable[[Mapping[str, str | bytes]], Survey]
Problems = Callable[[Mapping[str, str | bytes]], tuple[Problem, ...]]
TIES = "from,to\nAlpha,Beta\n"


@pytest.mark.parametrize("word", ["NA", "n/a", "nan", "NULL", "None", "-", "#N/A", "#REF!", "unknown", "<NA>", "?"])
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
