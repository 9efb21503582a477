"""Questions that stand in the settings and the export of the last survey are asked again, or named as left out."""

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from stakeholder_graph.cli import main
from stakeholder_graph.questionnaire.notes import notes
from stakeholder_graph.questionnaire.plan import read_plan
from stakeholder_graph.questionnaire.qualtrics import qualtrics
from stakeholder_graph.questionnaire.questions import Question, questionnaire
from stakeholder_graph.questionnaire.wording import Language
from stakeholder_graph.questionnaire.write import Form, write_questionnaire
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


def test_a_workbook_asks_again_all_that_its_export_asked(folder: Path) -> None:
    asked = {each.id: each for each in questionnaire(read_plan(folder)).questions}
    assert [(each.id, each.kind, each.form) for each in asked.values()] == [
        ("organization", "identity", "one"),
        ("role", "person", "words"),
        ("sector", "attribute", "one"),
        ("contact", "tie", "grid"),
        ("outcome", "outcome", "many"),
        ("team", "team", "many"),
        ("statement", "rating", "grid"),
        ("missing", "missing", "words"),
    ]

    def options(question: Question) -> list[str]:
        return [option.text["en"] for option in question.options]

    assert asked["outcome"].text["en"] == "Which outcomes do you work on?"
    assert sorted(options(asked["outcome"])) == ["Health", "Jobs", "Reading"]
    assert options(asked["sector"]) == ["Business", "Education", "Health"]
    assert options(asked["statement"]) == [*AGREEMENT, "do not know"]
    assert [row.text["en"] for row in asked["statement"].rows] == ["We share a vision", "We use data"]


def test_what_cannot_be_asked_again_is_told_with_the_reason(folder: Path, tmp_path: Path) -> None:
    target = str(tmp_path / "page.html")
    run = CliRunner().invoke(main, ["questionnaire", str(folder), "--to", "invitation", "-o", target])
    assert run.exit_code == 0, run.output
    assert "2 questions of your last survey are not in it:" in run.stderr
    assert '"How is the weather?": nothing says in which order its answers stand ("blue", "red").' in run.stderr
    assert '"Any words?": nobody has decided yet what it asks about.' in run.stderr
    assert 'nothing says what to promise for "outcome"; the survey promises: aggregate.' in run.stderr
    page = Path(target).read_text("utf-8")
    for text in ("Which outcomes", "Which teams", "How much do you agree?", "What sector"):
        assert f'<th scope="row">{text}' in page
    quiet = CliRunner().invoke(main, ["questionnaire", str(folder), "--to", "invitation", "-o", target, "--quiet"])
    assert quiet.stderr == ""


def test_without_the_export_what_stood_only_there_is_told(folder: Path) -> None:
    (folder / "responses.csv").unlink()
    survey = questionnaire(read_plan(folder))
    assert [each.id for each in survey.questions] == ["organization", "role", "sector", "contact", "missing"]
    told = "\n".join(notes(survey, "print", "en"))
    assert (
        '"Which teams are you part of?": its answers to choose from stand in no list, and not in responses.csv' in told
    )


def test_options_known_from_answers_only_are_told(folder: Path) -> None:
    told = "\n".join(notes(questionnaire(read_plan(folder)), "print", "en"))
    assert '"What sector is your organization in?": "Business", "Education", "Health".' in told


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
    asked = {each.id: each for each in questionnaire(read_plan(tmp_path)).questions}
    assert [option.text["en"] for option in asked["team"].options] == ["Data", "Youth"]
    assert asked["team"].text["en"] == "In which teams?"
    assert asked["team"].promise["en"].startswith("Backbone only")
    assert [row.text["en"] for row in asked["factor"].rows] == ["Pace"]
    assert [option.text["en"] for option in asked["factor"].options][:3] == ["slow", "fast", "too fast"]
    assert asked["factor"].promise["en"] == "Named: partners may see what your organization chose."


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("tool", ["xlsform", "qualtrics"])
def test_what_is_asked_again_reads_back(tool: Form, language: Language, folder: Path, tmp_path: Path) -> None:
    plan, target = read_plan(folder), tmp_path / "next"
    survey = questionnaire(plan)
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
        made = survey_tools.qualtrics(qualtrics(survey, language), survey, said, numbers=False, split=False)
    (target / "responses.csv").write_bytes(made)
    found = read_partnership(target)
    assert [each.what[:17] for each in found.info.undecided] == ["1 of 3 organizati"]
    chosen = found["affiliations"][["organization", "kind", "item"]].to_numpy().tolist()
    assert sorted(chosen) == [
        [who, kind, item]
        for who in ("Bank", "Clinic")
        for kind, item in (("outcome", "Jobs"), ("outcome", "Reading"), ("team", "Data"))
    ]
    assert found["ratings"][["item", "value"]].to_numpy().tolist() == [["We use data", 4.0]] * 2
    sectors = found["organizations"].set_index("organization")["sector"]
    assert sectors[["Bank", "Clinic"]].tolist() == ["Health", "Health"]
    assert found["ties"]["value"].tolist() == [2.0, 2.0]
    assert dict(found.info.promises)["outcome"] == "aggregate"
