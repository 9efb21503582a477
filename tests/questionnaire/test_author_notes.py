"""What is the partnership's own and has no translation is named where Spanish is written."""

from pathlib import Path

from click.testing import CliRunner

from stakeholder_graph.cli import main
from stakeholder_graph.questionnaire import author_notes
from stakeholder_graph.questionnaire.formats.invitation import invitation
from tests.questionnaire.folders import FEW, Versions, write_files

OWN_WORDS = {
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


def test_usual_steps_and_months_are_translated(versions: Versions) -> None:
    english, spanish = versions(OWN_WORDS, until="March 1st, 2026")
    by_id = {question.id: question for question in spanish.questions}
    assert [option.text for option in by_id["contact"].options] == [
        "nunca", "when it rains", "mensualmente", "semanalmente", "no sé",
    ]  # fmt: skip
    assert [option.text for option in by_id["agenda"].options][:4] == [
        "Totalmente en desacuerdo", "En desacuerdo", "De acuerdo", "Totalmente de acuerdo",
    ]  # fmt: skip
    assert (english.until, spanish.until) == ("March 1st, 2026", "1 de marzo de 2026")
    assert "hasta 1 de marzo de 2026" in invitation(spanish)


def test_own_words_are_named_where_spanish_is_written(versions: Versions) -> None:
    surveys = versions(OWN_WORDS, until="end of term")
    assert author_notes(surveys, "print") == []
    (note,) = author_notes(surveys, "xlsform")
    assert note == (
        "These words of yours have no translation: “end of term”, “when it rains”, “Reading”, “Shared vision”. "
        "Write the Spanish in the column “label::Español (es)” of the form."
    )
    (note,) = author_notes(surveys[::-1], "invitation")
    assert note == (
        "These words of yours have no translation: “end of term”. Write them in Spanish in "
        "columns of your lists such as item_es."
    )


def test_a_layer_and_a_kind_of_item_of_one_name_are_both_named(versions: Versions) -> None:
    entries = (
        '[[question]]\nkind = "team"\nquestion = "Q1"\n[[question]]\nkind = "tie"\nlayer = "team"\nquestion = "Q2"\n'
    )
    surveys = versions({**FEW, "items.csv": "kind,item\nteam,Data\n", "partnership.toml": entries})
    note = "Your settings do not say what to promise for “team”. The survey promises: aggregate."
    assert author_notes(surveys, "print") == [note, note]


def test_the_command_says_so_on_stderr(tmp_path: Path) -> None:
    write_files(tmp_path, OWN_WORDS)
    target = str(tmp_path / "out" / "page.html")
    run = CliRunner().invoke(main, ["questionnaire", str(tmp_path), "--to", "print", "--language", "es", "-o", target])
    assert run.exit_code == 0, run.output
    assert "Nota: Estas palabras suyas no tienen traducción" in run.stderr
    assert "Estas palabras" not in run.stdout
