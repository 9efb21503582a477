"""Help is marked where it is written, and put into the reader's language when it is shown."""

from importlib import import_module

import click
import pytest
from click.testing import CliRunner

import stakeholder_graph.cli
from stakeholder_graph.cli import COMMANDS, main
from stakeholder_graph.text import speaking, translate


def command(name: str) -> click.Command:
    module = import_module(f"stakeholder_graph.cli.{name}")
    assert isinstance(module.command, click.Command)
    return module.command


@pytest.mark.parametrize("name", COMMANDS)
def test_every_text_of_the_help_is_there_in_spanish(name: str) -> None:
    options = [option for option in command(name).params if isinstance(option, click.Option)]
    texts = [COMMANDS[name], command(name).help, *(option.help for option in options if option.help)]
    with speaking("es"):
        assert [text for text in texts if not text or translate(text) == text] == []


def test_help_is_shown_in_the_language_spoken_and_stays_as_it_was() -> None:
    english = CliRunner().invoke(main, ["check", "--help"]).output
    with speaking("es"):
        spanish = CliRunner().invoke(main, ["check", "--help"]).output
        overview = CliRunner().invoke(main, ["--help"]).output
    assert "El comando no escribe ningún archivo." in " ".join(spanish.split())
    assert "Ronda de la encuesta que se usa" in spanish
    assert "Comandos:" in overview
    assert "Convierte una encuesta" in overview
    assert CliRunner().invoke(main, ["check", "--help"]).output == english
    assert translate(stakeholder_graph.cli.HELP).split("\n")[0] in CliRunner().invoke(main, ["--help"]).output
