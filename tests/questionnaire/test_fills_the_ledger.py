"""The questionnaire asks what the ledger needs and nothing twice; its export fills the rows with no further work."""

from collections.abc import Callable
from pathlib import Path

import pytest

from stakeholder_graph import maturity, read
from stakeholder_graph.conditions import LedgerRow
from stakeholder_graph.generators import write
from stakeholder_graph.generators.wren_county import wren_county
from stakeholder_graph.questionnaire import Questionnaire, build_questionnaire, read_plan, write_questionnaire
from tests.questionnaire import survey_tools
from tests.questionnaire.folders import write_files

Asked = Callable[..., Questionnaire]

ORGANIZATIONS = "organization,sector\nClinic,Health\nBank,Business\nSchool,Schools\n"


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Wren County in 2025 as plain files, and as its questionnaire with the export of a survey tool beside it."""
    made = wren_county()
    tables = dict(made.tables)
    for name in ("asked", "ties", "affiliations", "ratings", "evidence"):
        tables[name] = tables[name][tables[name]["wave"] == "2025"]
    asked = tables["asked"][tables["asked"]["answered"] == "yes"]
    speaker = asked.drop_duplicates("organization").set_index("organization")["respondent"]
    said = tables["affiliations"]
    answers = said["source"] == "answer"
    said = said.assign(respondent=said["organization"].map(speaker).where(answers, "").fillna(""))
    tables["affiliations"] = said
    plain = tmp_path_factory.mktemp("plain")
    write(tables, plain, made.settings.replace('[[wave]]\nname = "2024"\ndate = 2024-10-15\n\n', ""))
    target = tmp_path_factory.mktemp("asked")
    plan = read_plan(plain)
    write_questionnaire(plan, "xlsform", target / "questionnaire.xlsx", wave="2025")
    survey = build_questionnaire(plan)
    filled = survey_tools.fill(survey, read(plain).graph())
    (target / "responses.csv").write_bytes(survey_tools.kobo(survey, filled, "kobo"))
    # What changed within twelve months hangs on the day of the survey, which its settings say once it is over.
    settings = target / "partnership.toml"
    written = settings.read_text("utf-8")
    assert 'name = "2025"\n' in written
    settings.write_text(written.replace('name = "2025"\n', 'name = "2025"\ndate = 2025-10-21\n'), "utf-8")
    return plain, target


def test_what_lists_say_is_not_asked(folders: tuple[Path, Path]) -> None:
    kinds = [question.kind for question in build_questionnaire(read_plan(folders[0])).questions]
    assert {"outcome", "activity", "asset", "need", "rating"} <= set(kinds)
    # Who sits on which team, came to which meeting and uses which indicator stands in affiliations.csv already.
    assert not {"team", "meeting", "indicator"} & set(kinds)
    assert len([kind for kind in kinds if kind not in ("tie", "rating")]) == len(
        {kind for kind in kinds if kind not in ("tie", "rating")}
    )


@pytest.mark.parametrize("rubric", ["five-conditions", "theory-of-action"])
def test_its_export_fills_the_ledger_as_the_plain_files_do(rubric: str, folders: tuple[Path, Path]) -> None:
    before, after = (maturity(read(folder), rubric, permutations=99, draws=20) for folder in folders)
    for row in before.rows:
        came = after[row.criterion.id]
        assert (row.criterion.id, came.judgement.verdict) == (row.criterion.id, row.judgement.verdict)
        assert came.judgement.value == pytest.approx(row.judgement.value)
        assert came.decision == row.decision
    assert before.counts == after.counts
    assert before.counts["shown"] > 0


FOLDER = {
    "organizations.csv": ORGANIZATIONS,
    "items.csv": "kind,item,outcome\noutcome,Reading,\noutcome,Health,\nactivity,Tutoring,Reading\n"
    "activity,Checks,Health\nactivity,Books,Reading\nmeeting,May,\n",
    "indicators.csv": "indicator,period,value\nGrade 3 reading,2025,40\nGrade 3 reading,2026,41\nVaccinated,2026,90\n",
}


def test_indicators_are_asked_for_as_figures_that_are_used(asked: Asked) -> None:
    (question,) = [question for question in asked(FOLDER).questions if question.kind == "indicator"]
    assert question.text == "Which of these figures does your organization use in its work?"
    assert [option.text for option in question.options] == ["Grade 3 reading", "Vaccinated"]


def test_activities_of_one_outcome_stand_together(asked: Asked) -> None:
    (question,) = [question for question in asked(FOLDER).questions if question.kind == "activity"]
    assert [option.text for option in question.options] == ["Tutoring", "Books", "Checks"]


@pytest.mark.parametrize("kind", ["indicator", "activity", "meeting", "asset", "need", "team"])
def test_without_a_list_nothing_is_asked(kind: str, asked: Asked) -> None:
    survey = asked({"organizations.csv": ORGANIZATIONS, "items.csv": "kind,item\noutcome,Reading\n"})
    assert kind not in {question.kind for question in survey.questions}


def test_meetings_of_another_round_are_no_attendance_of_this_one(tmp_path: Path) -> None:
    said = "organization,kind,item,wave,source\nClinic,meeting,May,2025,list\nClinic,team,Readers,2025,list\n"
    settings = '[[wave]]\nname = "2025"\n[[wave]]\nname = "2026"\n'
    folder = write_files(tmp_path / "a", {**FOLDER, "affiliations.csv": said, "partnership.toml": settings})
    write_questionnaire(read_plan(folder), "xlsform", tmp_path / "b" / "questionnaire.xlsx", wave="2026")
    kept = (tmp_path / "b" / "affiliations.csv").read_text("utf-8")
    assert kept == "organization,kind,item,wave,source\nClinic,team,Readers,,list\n"


@pytest.mark.parametrize(
    ("settings", "there"),
    [
        ("", False),
        ('[[wave]]\nname = "2026"\n', False),
        ('[[wave]]\nname = "2025"\n[[wave]]\nname = "2026"\n', True),
        ('[[question]]\nkind = "team"\nquestion = "Which teams?"\n', True),
    ],
)
def test_whether_results_came_back_is_asked_after_an_earlier_survey(settings: str, there: bool, asked: Asked) -> None:
    survey = asked({"organizations.csv": ORGANIZATIONS, "partnership.toml": settings})
    assert ("results" in [question.id for question in survey.questions]) == there


def test_results_that_came_back_are_evidence_of_their_row(tmp_path: Path) -> None:
    """Twelve of twelve answered, nine of them saw the results: .75 of at least .5."""
    names = [f"Org {number}" for number in range(12)]
    seen = ["yes"] * 8 + ["SÍ"] + ["no"] * 3
    rows = "".join(f"{name},Schools,yes,{said}\n" for name, said in zip(names, seen, strict=True))
    files = {
        "organizations.csv": f"organization,sector,answered,Results seen\n{rows}",
        "ties.csv": "from,to\nOrg 1,Org 2\n",
    }
    row = maturity(read(write_files(tmp_path, files)), "theory-of-action", permutations=99, draws=20)[
        "results-returned"
    ]
    assert (row.judgement.verdict, row.judgement.value) == ("shown", 0.75)
    files["organizations.csv"] = "organization,sector\n" + "".join(f"{name},Schools\n" for name in names)
    row = maturity(read(write_files(tmp_path, files)), "theory-of-action", permutations=99, draws=20)[
        "results-returned"
    ]
    assert row.judgement.verdict == "waits for a document"


def _returned(folder: Path) -> LedgerRow:
    return maturity(read(folder), "theory-of-action", permutations=99, draws=20)["results-returned"]
