"""Questions of the last survey are repeated with the answers they offered, or named as left out and why."""

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from stakeholder_graph.cli import main
from stakeholder_graph.questionnaire import (
    QuestionnaireFormat,
    SurveyQuestion,
    author_notes,
    build_questionnaire,
    language_versions,
    read_plan,
    write_questionnaire,
)
from stakeholder_graph.questionnaire.formats.qualtrics import qualtrics
from stakeholder_graph.questionnaire.wording.languages import Language
from stakeholder_graph.survey import read_partnership
from tests.questionnaire import survey_tools

EXPORT = """\
Timestamp,What organization do you represent?,What sector is your organization in?,\
How often are you in contact with: [Clinic],How often are you in contact with: [Bank],\
How often are you in contact with: [School],Which outcomes do you work on?,Which teams are you part of?,\
How much do you agree? [We share a vision],How much do you agree? [We use data],How is the weather? [Here],Any words?
2025/03/01 10:00:00,Clinic,Health,,Monthly,Weekly,"Reading, Health","Early years, Data",Agree,Strongly agree,blue,no
2025/03/01 11:00:00,Bank,Business,Never,,Monthly,Reading,Data,Disagree,Strongly agree,red,It went well
2025/03/02 11:00:00,School,Education,Weekly,Monthly,,"Reading, Jobs",Early years,Neutral,Strongly disagree,red,
2025/03/02 12:00:00,School,Education,Weekly,Monthly,,"Reading, Jobs",Early years,Neutral,Agree,red,
"""
AGREEMENT = ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workbook drafted from an export, and filled in."""
    made = tmp_path / "ours"
    made.mkdir()
    (made / "responses.csv").write_text(EXPORT, encoding="utf-8")
    run = CliRunner().invoke(main, ["start", str(made)], input="\n" * 12)
    assert run.exit_code == 0, run.output
    book = openpyxl.load_workbook(made / "partnership.xlsx")
    rows = list(book["Questions"].iter_rows())
    top = next(number for number, row in enumerate(rows) if "what it is" in {cell.value for cell in row})
    place = {cell.value: at for at, cell in enumerate(rows[top])}
    for row in rows[top + 1 :]:
        if row[place["question"]].value in ("How much do you agree?", "How is the weather?"):
            row[place["what it is"]].value, row[place["rates"]].value = "rating", "statement"
        elif row[place["question"]].value == "Any words?":
            row[place["what it is"]].value = "unsure"
    book.save(made / "partnership.xlsx")
    return made


def test_all_that_the_export_asked_is_repeated(folder: Path) -> None:
    asked = {question.id: question for question in build_questionnaire(read_plan(folder)).questions}
    assert [(question.id, question.kind, question.response) for question in asked.values()] == [
        ("organization", "identity", "single choice"),
        ("role", "person", "open"),
        ("sector", "attribute", "single choice"),
        ("contact", "tie", "grid"),
        ("outcome", "outcome", "multiple choice"),
        ("team", "team", "multiple choice"),
        ("statement", "rating", "grid"),
        ("results", "attribute", "single choice"),
        ("missing", "missing", "open"),
    ]

    def options(question: SurveyQuestion) -> list[str]:
        return [option.text for option in question.options]

    assert asked["outcome"].text == "Which outcomes do you work on?"
    assert sorted(options(asked["outcome"])) == ["Health", "Jobs", "Reading"]
    assert options(asked["sector"]) == ["Business", "Education", "Health"]
    assert options(asked["statement"]) == [*AGREEMENT, "do not know"]
    assert [row.text for row in asked["statement"].rows] == ["We share a vision", "We use data"]


def test_what_cannot_be_repeated_is_named_with_the_reason(folder: Path, tmp_path: Path) -> None:
    target = str(tmp_path / "page.html")
    run = CliRunner().invoke(main, ["questionnaire", str(folder), "--to", "invitation", "-o", target])
    assert run.exit_code == 0, run.output
    assert "The questionnaire leaves out 2 questions of your last survey:" in run.stderr
    assert "“How is the weather?”: nothing says in which order its answers stand (“blue”, “red”)." in run.stderr
    assert "“Any words?”: nobody has decided yet what it asks about." in run.stderr
    assert "Your settings do not say what to promise for “outcome”. The survey promises: aggregate." in run.stderr
    page = Path(target).read_text("utf-8")
    for text in ("Which outcomes", "Which teams", "How much do you agree?", "What sector"):
        assert f'<th scope="row">{text}' in page
    quiet = CliRunner().invoke(main, ["questionnaire", str(folder), "--to", "invitation", "-o", target, "--quiet"])
    assert quiet.stderr == ""


def test_without_the_export_what_stood_only_there_is_named(folder: Path) -> None:
    (folder / "responses.csv").unlink()
    versions = language_versions(read_plan(folder))
    assert [question.id for question in versions[0].questions] == [
        "organization",
        "role",
        "sector",
        "contact",
        "results",
        "missing",
    ]
    why = "no list says which answers it offered, and neither does responses.csv"
    assert f"“Which teams are you part of?”: {why}." in "\n".join(author_notes(versions, "print"))


def test_options_known_from_answers_only_are_named(folder: Path) -> None:
    notes = "\n".join(author_notes(language_versions(read_plan(folder)), "print"))
    assert "“What sector is your organization in?”: “Business”, “Education”, “Health”." in notes


def test_a_list_of_items_comes_first_and_a_stated_scale_counts(tmp_path: Path) -> None:
    entries = (
        '[[question]]\nkind = "team"\nquestion = "Teams"\nwording = "In which teams?"\nfile = "responses.csv"\n'
        'promise = "backbone"\n[[question]]\nkind = "rating"\nquestion = "How?"\nitem = "Pace"\nabout = "factor"\n'
        'file = "responses.csv"\nscale = ["slow", "fast", "too fast"]\npromise = "named"\n'
    )
    (tmp_path / "organizations.csv").write_text("organization\nA\nB\n")
    (tmp_path / "items.csv").write_text("kind,item\nteam,Data\nteam,Youth\n")
    (tmp_path / "partnership.toml").write_text(entries)
    (tmp_path / "responses.csv").write_text("Who,Teams,How?\nA,Data,slow\nB,Old team,fast\n")
    asked = {question.id: question for question in build_questionnaire(read_plan(tmp_path)).questions}
    assert [option.text for option in asked["team"].options] == ["Data", "Youth"]
    assert asked["team"].text == "In which teams?"
    assert asked["team"].promise.startswith("Backbone only")
    assert [row.text for row in asked["factor"].rows] == ["Pace"]
    assert [option.text for option in asked["factor"].options][:3] == ["slow", "fast", "too fast"]
    assert asked["factor"].promise == "Named: partners may see what your organization chose."


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("tool", ["xlsform", "qualtrics"])
def test_repeated_questions_read_back(
    tool: QuestionnaireFormat, language: Language, folder: Path, tmp_path: Path
) -> None:
    plan, target = read_plan(folder), tmp_path / "next"
    survey = build_questionnaire(plan, language)
    name = "form.xlsx" if tool == "xlsform" else "form.txt"
    write_questionnaire(plan, tool, target / name, language=language)
    said = [
        survey_tools.Answers(
            {("organization", ""): code, ("sector", ""): "health", ("statement", "we_use_data"): "4",
             ("contact", partner): "2"},
            {"outcome": {"reading", "jobs"}, "team": {"data"}},
        )
        for code, partner in (("clinic", "bank"), ("bank", "clinic"))
    ]  # fmt: skip
    if tool == "xlsform":
        made = survey_tools.kobo(survey, said, "kobo")
    else:
        made = survey_tools.qualtrics(qualtrics(survey), survey, said, numbers=False, split=False)
    (target / "responses.csv").write_bytes(made)
    survey_read = read_partnership(target)
    # A sector that nobody gave is a note, and waits for no decision.
    assert survey_read.info.undecided == ()
    assert any(advice.what.startswith("1 of 3 organizati") for advice in survey_read.info.advice)
    chosen = survey_read["affiliations"][["organization", "kind", "item"]].to_numpy().tolist()
    assert sorted(chosen) == [
        [who, kind, item]
        for who in ("Bank", "Clinic")
        for kind, item in (("outcome", "Jobs"), ("outcome", "Reading"), ("team", "Data"))
    ]
    assert survey_read["ratings"][["item", "value"]].to_numpy().tolist() == [["We use data", 4.0]] * 2
    sectors = survey_read["organizations"].set_index("organization")["sector"]
    assert sectors[["Bank", "Clinic"]].tolist() == ["Health", "Health"]
    assert survey_read["ties"]["value"].tolist() == [2.0, 2.0]
    assert dict(survey_read.info.promises)["outcome"] == "aggregate"
