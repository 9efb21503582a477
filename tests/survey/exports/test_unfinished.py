"""A blank of somebody who never came to a question is no answer, whatever a blank means there."""

from collections.abc import Callable, Mapping

import pytest

from stakeholder_graph.graph import to_partnership
from stakeholder_graph.survey import Survey

Read = Callable[[Mapping[str, str | bytes]], Survey]

NAMES = ("Alder", "Birch", "Cedar", "Dogwood")
#: Alder trusts Birch; Birch trusts nobody, as its blanks say; Cedar trusts Alder and Birch; Dogwood never came to it.
TRUST = {"Alder": ",4,,", "Birch": ",,,", "Cedar": "2,5,,", "Dogwood": ",,,"}
SETTINGS = """
[[wave]]
name = "2026"
files = ["export.csv"]
[[question]]
kind = "identity"
question = "{who}"
[[question]]
kind = "tie"
{where}
layer = "trust"
promise = "named"
scale = ["1", "2", "3", "4", "5"]
{blank}
"""
NO_TIE = 'blank = "no tie"'


def qualtrics(
    trust: Mapping[str, str] = TRUST, done: str = "False", progress: str = "32", finished: str = "True"
) -> str:
    noted = ("StartDate", "Status", "Progress", "Finished", "ResponseId")
    ids = ("startDate", "status", "progress", "finished", "_recordId")
    rows = [
        f"2026-02-03 21:25:55,IP Address,{progress if name == 'Dogwood' else 100},"
        f"{done if name == 'Dogwood' else finished},R_00000000000000{k},{name},{trust[name]}"
        for k, name in enumerate(NAMES)
    ]
    head = [*noted, "Q1", *(f"Q3_{k}" for k in range(1, 5))]
    text = [*noted, "Which organization?", *(f"How much do you trust each? - {name}" for name in NAMES)]
    third = [f'"{{""ImportId"":""{name}""}}"' for name in (*ids, "QID1", *(f"QID3_{k}" for k in range(1, 5)))]
    return "\n".join([",".join(head), ",".join(text), ",".join(third), *rows])


def limesurvey() -> str:
    head = ["Response ID", "Date submitted", "Last page", "Start language", "Which organization?"]
    lines = [";".join(f'"{text}"' for text in [*head, *(f"How much do you trust each? [{name}]" for name in NAMES)])]
    for k, name in enumerate(NAMES, start=1):
        submitted, page = ("", "1") if name == "Dogwood" else ("2025-03-01 09:10:00", "2")
        cells = [str(k), submitted, page, "en", name, *TRUST[name].split(",")]
        lines.append(";".join(f'"{text}"' for text in cells))
    return "\n".join(lines)


def surveymonkey(status: str = "Partial") -> str:
    head = ["Respondent ID", "Collector ID", "Start Date", "Response Status", "Which organization?"]
    lines = [
        ",".join([*head, "How much do you trust each?", "", "", ""]),
        ",".join(["", "", "", "", "Response", *NAMES]),
    ]
    lines += [
        f"1100000000{k},400,a,{status if name == 'Dogwood' else 'Completed'},{name},{TRUST[name]}"
        for k, name in enumerate(NAMES)
    ]
    return "\n".join(lines)


def redcap() -> str:
    head = ["record_id", "redcap_event_name", "org", *(f"trust_{name.lower()}" for name in NAMES), "survey_complete"]
    rows = [f"{k},a,{name},{TRUST[name]},{0 if name == 'Dogwood' else 2}" for k, name in enumerate(NAMES, start=1)]
    return "\n".join([",".join(head), *rows])


def files(export: str, blank: str = NO_TIE, who: str = "Q1", where: str = 'question = "Q3"') -> dict[str, str]:
    return {"export.csv": export, "partnership.toml": SETTINGS.format(blank=blank, who=who, where=where)}


WORDED = {"who": "Which organization?", "where": 'question = "How much do you trust each?"'}


@pytest.mark.parametrize(
    "given",
    [
        files(qualtrics()),
        files(qualtrics(done="0", finished="1")),
        files(qualtrics(done="FALSE", progress="0")),
        files(limesurvey(), **WORDED),
        files(surveymonkey(), **WORDED),
        files(surveymonkey("Incomplete"), **WORDED),
        files(redcap(), who="org", where='columns = "trust_{organization}"'),
    ],
    ids=["qualtrics", "qualtrics codes", "qualtrics not begun", "limesurvey", "surveymonkey", "incomplete", "redcap"],
)
def test_who_did_not_finish_has_not_answered_what_is_blank(read: Read, given: dict[str, str]) -> None:
    survey = read(given)
    graph = to_partnership(survey).graph()
    answered = survey["asked"].set_index("organization")["answered"].to_dict()
    assert {str(name).title(): yes for name, yes in answered.items()} == {
        "Alder": True,
        "Birch": True,
        "Cedar": True,
        "Dogwood": False,
    }
    assert graph.layer("trust").n_ties == 3
    assert graph.layer("trust").observed.count == 9  # three answers about three others each


def test_a_finished_answer_of_blanks_says_no_tie(read: Read) -> None:
    survey = read(files(qualtrics(done="True", progress="100")))
    assert survey["asked"]["answered"].all()
    assert to_partnership(survey).graph().layer("trust").observed.count == 12


def test_one_cell_shows_that_the_question_was_reached(read: Read) -> None:
    survey = read(files(qualtrics({**TRUST, "Dogwood": "3,,,"})))
    assert survey["asked"]["answered"].all()
    layer = to_partnership(survey).graph().layer("trust")
    assert (layer.n_ties, layer.observed.count) == (4, 12)


def test_blanks_that_say_nothing_stay_so(read: Read) -> None:
    survey = read(files(qualtrics(), blank=""))
    assert survey["asked"].set_index("organization")["answered"].to_dict()["Birch"] is False
    assert to_partnership(survey).graph().layer("trust").observed.count == 3


def test_names_that_respondents_write(read: Read) -> None:
    settings = SETTINGS.format(blank=NO_TIE, who="Q1", where='question = "Q3"').replace(
        'layer = "trust"', 'partners = "Q3"'
    )
    text = qualtrics({"Alder": "Birch,,,", "Birch": ",,,", "Cedar": "Alder,Birch,,", "Dogwood": ",,,"})
    text = text.replace("How much do you trust each? - ", "Whom do you trust? - ")
    survey = read({"export.csv": text, "partnership.toml": settings.replace('scale = ["1", "2", "3", "4", "5"]', "")})
    answered = survey["asked"].set_index("organization")["answered"].to_dict()
    assert answered == {"Alder": True, "Birch": True, "Cedar": True, "Dogwood": False}
