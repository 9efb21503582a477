"""Commands speak the language that they are asked for, or else the one that the survey settings name."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from stakeholder_graph.cli import main
from stakeholder_graph.text import current_language

EXAMPLE = "surveys/wren-county"
#: Commands that write pages or print sentences.
COMMANDS = (
    "report", "map", "profile", "measure", "compare", "whatif", "introductions", "maturity", "check", "names",
    "explain", "start", "codebook", "export",
)  # fmt: skip


def run(*arguments: str) -> str:
    done = CliRunner().invoke(main, [*arguments], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_about_a_survey_takes_a_language(command: str) -> None:
    assert "--language [en|es]" in run(command, "--help")
    assert "Idioma de las páginas" in run(command, "--language", "es", "--help")


def test_a_page_is_in_the_language_that_is_asked_for(tmp_path: Path) -> None:
    run("map", EXAMPLE, "-o", str(tmp_path / "map.html"), "--language", "es", "--quiet")
    page = (tmp_path / "map.html").read_text("utf-8")
    assert '<html lang="es">' in page
    assert "Cómo leer este mapa" in page
    assert "Lectura en tercer grado" in page
    assert "Third-grade reading" not in page
    assert current_language() == "en"


def test_the_settings_name_a_language_once_for_all_commands(tmp_path: Path) -> None:
    ours = tmp_path / "ours"
    shutil.copytree(EXAMPLE, ours)
    settings = (ours / "partnership.toml").read_text("utf-8")
    (ours / "partnership.toml").write_text('language = "es"\n' + settings, "utf-8")
    assert "colaboración" in run("check", str(ours))
    run("questionnaire", str(ours), "--to", "invitation", "-o", str(tmp_path / "invitation.html"), "--quiet")
    assert '<html lang="es">' in (tmp_path / "invitation.html").read_text("utf-8")
    run("map", str(ours), "-o", str(tmp_path / "map.html"), "--language", "en", "--quiet")
    assert '<html lang="en">' in (tmp_path / "map.html").read_text("utf-8")


def test_an_invitation_can_be_in_both_languages_on_one_sheet(tmp_path: Path) -> None:
    both = tmp_path / "both.html"
    run("questionnaire", EXAMPLE, "--to", "invitation", "--language", "both", "-o", str(both), "--quiet")
    page = both.read_text("utf-8")
    english, spanish = page.split('<article lang="es">')
    assert "Who sees your answer" in english
    assert "Quién ve su respuesta" not in english
    assert "Quién ve su respuesta" in spanish
    assert "Who sees your answer" not in spanish
    refused = CliRunner().invoke(main, ["questionnaire", EXAMPLE, "--to", "print", "--language", "both"])
    assert refused.exit_code == 2
    assert "one sheet" in refused.output
