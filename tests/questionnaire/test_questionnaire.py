"""The questionnaire asks what the settings say, under their promise, in both languages, and is the same each time."""

import html
import re
import time
import tomllib
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from pyxform.xls2xform import convert

from stakeholder_graph.cli import main
from stakeholder_graph.model.errors import SurveyError
from stakeholder_graph.questionnaire import wording
from stakeholder_graph.questionnaire.invitation import invitation
from stakeholder_graph.questionnaire.paper import paper
from stakeholder_graph.questionnaire.plan import read_plan
from stakeholder_graph.questionnaire.qualtrics import qualtrics
from stakeholder_graph.questionnaire.questions import Questionnaire, questionnaire
from stakeholder_graph.questionnaire.readback import readback
from stakeholder_graph.questionnaire.wording import LANGUAGES, Language, Text
from stakeholder_graph.questionnaire.xlsform import xlsform
from stakeholder_graph.survey.settings.model import Settings
from tests.questionnaire.survey_tools import read_advanced_format
from tests.questionnaire.test_reads_back import HOSTILE

WREN = Path("surveys/wren-county")
FEW = {
    "organizations.csv": "organization\nClinic\nBank\n",
    "items.csv": "kind,item\noutcome,Reading\nindicator,Grade 3 reading\nagenda,Vision\n",
}

Asked = Callable[..., Questionnaire]


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    """Make the questionnaire of a folder with these files."""

    def make(files: Mapping[str, str] = FEW, **more: str) -> Questionnaire:
        for name, text in files.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        return questionnaire(read_plan(tmp_path), **more)

    return make


@pytest.fixture(scope="module")
def wren() -> Questionnaire:
    return questionnaire(read_plan(WREN), contact="Ada at Wren Forward", until="1 March")


def texts_of_catalogue() -> dict[str, Text]:
    tables: dict[str, Mapping[str, Text]] = {
        "ask": wording.WHAT_WE_ASK,
        "how": wording.HOW_TO_ANSWER,
        "answers": wording.ANSWERS,
        "promises": {str(name): text for name, text in wording.PROMISES.items()},
        "words": wording.WORDS,
        "sample": {f"{k} {what}": text for k, pair in enumerate(wording.SAMPLE) for what, text in enumerate(pair)},
        "items": {"promise": wording.PROMISE_OF_ITEMS, "attributes": wording.PROMISE_OF_ATTRIBUTES},
    }
    return {f"{table}: {name}": text for table, texts in tables.items() for name, text in texts.items()}


@pytest.mark.parametrize("name", texts_of_catalogue())
def test_every_text_is_there_in_both_languages_with_the_same_fields(name: str) -> None:
    text = texts_of_catalogue()[name]
    assert set(text) == set(LANGUAGES) == {"en", "es"}
    assert all(each.strip() for each in text.values())
    english, spanish = (sorted(re.findall(r"\{\w+\}", each)) for each in (text["en"], text["es"]))
    assert english == spanish
    alike = {"Hospital", "____________________"}
    assert text["en"] != text["es"] or text["en"] in alike


def test_what_is_asked_and_in_which_order(wren: Questionnaire) -> None:
    assert [(each.id, each.form) for each in wren.questions] == [
        ("organization", "one"),
        ("role", "words"),
        ("collaboration", "grid"),
        ("contact", "grid"),
        ("trust", "grid"),
        ("outcome", "many"),
        ("team", "many"),
        ("meeting", "many"),
        ("agenda", "grid"),
        ("missing", "words"),
    ]
    by_id = {each.id: each for each in wren.questions}
    assert len(by_id["contact"].rows) == len(by_id["organization"].options) == 61
    assert [option.text["en"] for option in by_id["contact"].options] == [
        "none", "yearly", "quarterly", "monthly", "weekly", "do not know",
    ]  # fmt: skip
    assert [option.text["en"] for option in by_id["agenda"].options][-2:] == ["strongly agree", "do not know"]
    assert by_id["trust"].asked_of == "collaboration"
    assert by_id["missing"].text["en"] == "Who should be here and is not? Up to three."
    assert "skip" in wren.welcome["en"]
    assert all(part in wren.closing["en"] for part in ("unnamed", "1 March", "Ada at Wren Forward"))


def test_each_question_says_what_was_promised_of_it(asked: Asked) -> None:
    layers = '[layers.a]\npromise="named"\n[layers.b]\npromise="aggregate"\n[layers.c]\npromise="backbone"\n'
    survey = asked({**FEW, "partnership.toml": f'backbone = "Bank"\n[promises]\nratings = "aggregate"\n{layers}'})
    said = {each.id: each.promise["en"].partition(":")[0] for each in survey.questions}
    assert said == {
        "organization": "Backbone only",
        "role": "Backbone only",
        "a": "Named",
        "b": "In the aggregate",
        "c": "Backbone only",
        "outcome": "Named",
        "agenda": "In the aggregate",
        "missing": "Backbone only",
    }
    assert "nobody but Bank" in survey.questions[0].promise["en"]


def test_what_nobody_decided_is_promised_carefully(asked: Asked) -> None:
    survey = asked({**FEW, "partnership.toml": "[layers.contact]\n[layers.trust]\n"})
    assert survey.plan.undecided == ("contact", "trust")
    assert [info.promise for info in survey.plan.layers] == ["aggregate", "backbone"]


def test_there_always_is_an_answer_that_is_no_tie_and_another_for_not_to_know(asked: Asked) -> None:
    survey = asked({**FEW, "partnership.toml": '[layers.funding]\nscale = [{value = 99, name = "gives money"}]\n'})
    grid = next(each for each in survey.questions if each.id == "funding")
    assert [(option.code, option.text["en"], option.tie) for option in grid.options] == [
        ("0", "none", False),
        ("99", "gives money", True),
        ("999", "do not know", False),
    ]
    assert [option.text["es"] for option in grid.options] == ["ninguno", "gives money", "no sé"]


def test_a_wording_of_ones_own_comes_first(asked: Asked) -> None:
    entry = '[[question]]\nkind = "tie"\nlayer = "contact"\nquestion = "Q1"\nwording = "Who calls whom?"\n'
    survey = asked({**FEW, "partnership.toml": f"[layers.contact]\n{entry}"})
    assert survey.questions[2].text == {"en": "Who calls whom?", "es": "Who calls whom?"}


def test_codes_stay_when_the_roster_grows(asked: Asked) -> None:
    before = asked().questions[0].options
    after = asked({**FEW, "organizations.csv": "organization\nArk\nClinic\nBank\nZoo\n"}).questions[0].options
    assert {option.code for option in before} == {"clinic", "bank"} < {option.code for option in after}


def test_without_a_list_of_organizations_there_is_nothing_to_ask(tmp_path: Path) -> None:
    with pytest.raises(SurveyError, match="List the organizations to ask"):
        read_plan(tmp_path)
    with pytest.raises(SurveyError, match="no such folder"):
        read_plan(tmp_path / "nowhere")


def form_of(survey: Questionnaire, language: Language = "en") -> dict[str, list[dict[str, str]]]:
    book = openpyxl.load_workbook(BytesIO(xlsform(survey, language)))
    sheets = {}
    for sheet in book:
        first, *rows = ([str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True))
        sheets[sheet.title] = [dict(zip(first, row, strict=True)) for row in rows]
    return sheets


@pytest.mark.parametrize("files", [None, HOSTILE, FEW])
def test_pyxform_takes_the_form(files: Mapping[str, str] | None, wren: Questionnaire, asked: Asked) -> None:
    survey = wren if files is None else asked(files)
    made = convert(BytesIO(xlsform(survey)), file_type=".xlsx", validate=False)
    assert not made.warnings
    for language in LANGUAGES.values():
        assert f'<translation lang="{language}"' in made.xform
    grids = [each for each in survey.questions if each.form == "grid"]
    assert made.xform.count('appearance="list-nolabel"') == sum(len(each.rows) for each in grids)


def test_form_asks_nothing_about_oneself_and_of_partners_only_what_is_about_them(wren: Questionnaire) -> None:
    rows = {row["name"]: row for row in form_of(wren)["survey"]}
    assert rows["contact__wren_forward"]["relevant"] == "${organization} != 'wren_forward'"
    assert rows["trust__harbor_flats_clinic"]["relevant"] == (
        "${organization} != 'harbor_flats_clinic' and ("
        + " or ".join(f"${{collaboration__harbor_flats_clinic}} = '{value}'" for value in range(1, 6))
        + ")"
    )
    assert [name for name, row in rows.items() if row["required"]] == ["organization"]
    assert rows["missing"]["label::Español (es)"] == "¿Quién debería estar y no está? Hasta tres."


def test_form_opens_in_the_language_chosen(wren: Questionnaire) -> None:
    form = form_of(wren, "es")
    assert form["settings"][0]["default_language"] == "Español (es)"
    assert list(form["choices"][0])[2] == "label::Español (es)"


def test_bytes_are_the_same_each_time_and_no_cell_is_a_formula(asked: Asked) -> None:
    survey = asked(HOSTILE)
    first = xlsform(survey)
    time.sleep(2.1)  # a ZIP archive counts in steps of two seconds
    assert xlsform(survey) == first
    with zipfile.ZipFile(BytesIO(first)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert b"<f>" not in b"".join(archive.read(name) for name in archive.namelist())
    cells = [cell for sheet in openpyxl.load_workbook(BytesIO(first)) for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert "=1+1" in {cell.value for cell in cells}


def test_qualtrics_has_blocks_pages_ids_and_numbers(wren: Questionnaire) -> None:
    text = qualtrics(wren)
    assert text.startswith("[[AdvancedFormat]]\n\n[[Block:Who answers]]\n")
    assert text.count("[[Block:") == 5
    assert text.count("[[PageBreak]]") == 2
    asked = read_advanced_format(text)
    assert list(asked) == ["welcome", *(each.id for each in wren.questions), "closing"]
    assert asked["contact"].answers[0] == ("0", "none")
    assert asked["contact"].answers[-1] == ("99", "do not know")
    assert len(asked["contact"].choices) == 61
    assert asked["team"].choices[0] == "Early Years"


def test_names_are_no_markup_to_qualtrics(asked: Asked) -> None:
    text = qualtrics(asked({"organizations.csv": "organization\n[[Block:x]]\n<b>Bold</b>\n${e://Field/x}\n"}))
    assert "[[Block:x]]" not in text
    assert "<b>" not in text
    assert "${" not in text


@pytest.mark.parametrize("draw", [paper, invitation])
@pytest.mark.parametrize("language", ["en", "es"])
def test_pages_are_sealed_say_their_language_and_the_promises(
    draw: Callable[[Questionnaire, Language], str], language: Language, wren: Questionnaire
) -> None:
    page = draw(wren, language)
    assert page == draw(wren, language)
    assert f'<html lang="{language}">' in page
    assert "default-src 'none'; style-src 'sha256-" in page
    assert "<script" not in page
    assert "http" not in page.replace('http-equiv="', "")
    text = html.unescape(page)
    for question in wren.questions:
        assert question.text[language] in text
        assert question.promise[language] in text
    assert {"en": "Invented example data", "es": "Datos de ejemplo inventados"}[language] in text
    assert "Ada at Wren Forward" in text
    assert {"en": "1 March", "es": "1 de marzo"}[language] in text


def test_paper_has_a_box_for_each_answer(wren: Questionnaire) -> None:
    boxes = sum(len(each.rows) * len(each.options) for each in wren.questions if each.form == "grid")
    boxes += sum(len(each.options) for each in wren.questions if each.form == "many")
    assert paper(wren).count('class="box"') == boxes == 61 * (7 + 6 + 7) + 8 + 6 + 1 + 8 * 6


def test_the_invitation_shows_a_map_of_nobody(wren: Questionnaire) -> None:
    page = invitation(wren)
    assert page.count("<line ") == len(wording.SAMPLE_TIES) == 15
    assert not [name for name in wren.plan.roster if name in html.unescape(page) and name != "Wren Forward"]


def test_pages_take_names_as_text(asked: Asked) -> None:
    survey = asked({"organizations.csv": "organization\n<img src=x onerror=alert(1)>\n"})
    assert "<img" not in paper(survey)


def test_lines_to_fill_in_where_nothing_is_told(asked: Asked) -> None:
    assert invitation(asked()).count("____________________") == 2


def test_command_writes_what_reads_the_answers_and_spares_other_surveys(tmp_path: Path) -> None:
    target = tmp_path / "survey" / "form.xlsx"
    run = CliRunner().invoke(main, ["questionnaire", str(WREN), "--to", "xlsform", "-o", str(target)])
    assert run.exit_code == 0, run.output
    assert sorted(path.name for path in target.parent.iterdir()) == [
        "form.xlsx", "items.csv", "names.csv", "organizations.csv", "partnership.toml", "scales.csv", "sectors.csv",
    ]  # fmt: skip
    for name in ("items.csv", "names.csv", "organizations.csv"):
        assert (target.parent / name).read_bytes() == (WREN / name).read_bytes()
    again = CliRunner().invoke(main, ["questionnaire", str(WREN), "--to", "xlsform", "-o", str(target)])
    assert again.exit_code == 0
    own = target.parent / "partnership.toml"
    own.write_text('name = "Mine"\n')
    refused = CliRunner().invoke(main, ["questionnaire", str(WREN), "--to", "qualtrics", "-o", str(target)])
    assert refused.exit_code == 2
    assert "Choose a folder of its own" in refused.output
    assert own.read_text() == 'name = "Mine"\n'


@pytest.mark.parametrize("form", ["print", "invitation"])
def test_command_writes_pages_alone(form: str, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    run = CliRunner().invoke(main, ["questionnaire", str(WREN), "--to", form, "--language", "es", "-o", str(target)])
    assert run.exit_code == 0, run.output
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_names_of_other_rounds_stay_behind(asked: Asked) -> None:
    names = "written,organization,wave\nThe bank,Bank,\nOld bank,Bank,2024\nNew bank,Bank,2025\n"
    beside = readback(asked({**FEW, "names.csv": names}), wave="2025")
    assert beside["names.csv"].decode() == "written,organization,wave\nThe bank,Bank,\nNew bank,Bank,2025\n"
    assert [wave.name for wave in Settings.model_validate(tomllib.loads(beside["partnership.toml"].decode())).wave] == [
        "2025"
    ]


def test_layers_may_be_known_from_questions_alone(asked: Asked) -> None:
    entry = '[[question]]\nkind = "tie"\nlayer = "contact"\nquestion = "Q1"\npromise = "named"\n'
    survey = asked({**FEW, "partnership.toml": entry})
    assert [info.name for info in survey.plan.layers] == ["contact"]
    assert survey.plan.undecided == ()
