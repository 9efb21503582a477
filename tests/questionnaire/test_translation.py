"""What is ours or usual is there in both languages; what is the partnership's own is named as untranslated."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from stakeholder_graph.cli import main
from stakeholder_graph.questionnaire import translation
from stakeholder_graph.questionnaire.invitation import invitation
from stakeholder_graph.questionnaire.notes import notes
from stakeholder_graph.questionnaire.plan import read_plan
from stakeholder_graph.questionnaire.questions import Questionnaire, questionnaire

FILES = {
    "organizations.csv": "organization\nClinic\nBank\n",
    "items.csv": "kind,item,scale\noutcome,Reading,\nagenda,Shared vision,agreement\n",
    "scales.csv": (
        "scale,value,name\nagreement,1,Strongly disagree\nagreement,2,Disagree\nagreement,3,Agree\n"
        "agreement,4,Strongly agree\n"
    ),
    "partnership.toml": (
        '[layers.contact]\npromise = "named"\nscale = ["never", "when it rains", "monthly", "weekly"]\n'
    ),
}


@pytest.fixture
def asked(tmp_path: Path) -> Callable[..., Questionnaire]:
    def make(files: Mapping[str, str] = FILES, until: str = "") -> Questionnaire:
        for name, text in files.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        return questionnaire(read_plan(tmp_path), until=until)

    return make


def test_usual_steps_and_months_are_translated(asked: Callable[..., Questionnaire]) -> None:
    survey = asked(until="March 1st, 2026")
    by_id = {each.id: each for each in survey.questions}
    assert [option.text["es"] for option in by_id["contact"].options] == [
        "nunca", "when it rains", "mensualmente", "semanalmente", "no sé",
    ]  # fmt: skip
    assert [option.text["es"] for option in by_id["agenda"].options][:4] == [
        "Totalmente en desacuerdo", "En desacuerdo", "De acuerdo", "Totalmente de acuerdo",
    ]  # fmt: skip
    assert survey.until == {"en": "March 1st, 2026", "es": "1 de marzo de 2026"}
    assert "hasta 1 de marzo de 2026" in invitation(survey, "es")


def test_spanish_words_have_an_english_half() -> None:
    assert translation.step_name("Totalmente de acuerdo") == {"en": "Strongly agree", "es": "Totalmente de acuerdo"}
    assert translation.date("3 de septiembre de 2026")["en"] == "3 September 2026"
    assert translation.date("the end of May") == {"en": "the end of May", "es": "the end of May"}


def test_no_two_steps_share_a_word() -> None:
    for language in (0, 1):
        words = [pair[language] for pair in translation._STEPS]
        assert len(set(words)) == len(words)


def test_own_words_are_told_where_spanish_is_written(asked: Callable[..., Questionnaire]) -> None:
    survey = asked(until="end of term")
    assert notes(survey, "print", "en") == []
    (told,) = notes(survey, "xlsform", "en")
    assert told == (
        'These words are yours and stand untranslated: "end of term", "when it rains", "Reading", "Shared vision"; '
        'give Spanish ones in the column "label::Español (es)" of the form.'
    )
    (told,) = notes(survey, "invitation", "es")
    assert told.startswith('These words are yours and stand untranslated: "end of term"; write them in Spanish')


def test_the_command_tells_on_stderr(asked: Callable[..., Questionnaire], tmp_path: Path) -> None:
    asked()
    target = str(tmp_path / "out" / "page.html")
    run = CliRunner().invoke(main, ["questionnaire", str(tmp_path), "--to", "print", "--language", "es", "-o", target])
    assert run.exit_code == 0, run.output
    assert "Note: These words are yours and stand untranslated" in run.stderr
    assert "These words" not in run.stdout


def test_the_invitation_claims_no_more_than_a_map_by_name_can_keep(asked: Callable[..., Questionnaire]) -> None:
    survey = asked()
    english, spanish = invitation(survey), invitation(survey, "es")
    assert "Nothing shows who has not answered" not in english
    assert "No list shows who has not answered, and nothing on the map proves it; but lines drawn by name" in english
    assert "is told that you did not, though few lines at your name may hint at it" in english
    assert "Nada muestra" not in spanish
    assert "pueden dar una pista, como cuando una organización tiene pocas o ninguna" in spanish
