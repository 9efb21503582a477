"""What a survey holds reaches a terminal as letters, and a stream that lacks a letter as a plain one."""

import io
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from stakeholder_graph.cli import main
from stakeholder_graph.tabular.write_xlsx import workbook
from stakeholder_graph.text.printable import printable

CLEAR = "\x1b[2J"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"Gem{CLEAR}", "Gem�[2J"),
        ("Gem\x9b2J", "Gem�2J"),
        ("safe\revil", "safe�evil"),
        ("one\r\ntwo\n\tthree", "one\ntwo\n\tthree"),
        ("Gem\u202eevil\u2066", "Gemevil"),
        ("مركز الصحة", "مركز الصحة"),
    ],
)
def test_nothing_steers_the_terminal(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize("command", ["check", "measure", "map", "report", "names"])
@pytest.mark.parametrize("key", ["nam\\u001be", "question"])
def test_an_error_quotes_a_survey_without_its_escapes(tmp_path: Path, command: str, key: str) -> None:
    (tmp_path / "partnership.toml").write_text(f'"{key}" = "Gem\\u001b[2J"\n')
    result = CliRunner().invoke(main, [command, str(tmp_path)])
    assert result.exit_code == 2
    assert "\x1b" not in result.output


def test_a_folder_with_an_escape_in_its_name_is_quoted_without_it(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["check", str(tmp_path / f"x{CLEAR}")])
    assert result.exit_code == 2
    assert "\x1b" not in result.output


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "cp437"])
def test_a_pipe_that_lacks_a_letter_gets_a_plain_one(encoding: str) -> None:
    code = (
        "import click; from stakeholder_graph.cli import main; from stakeholder_graph.cli.streams import echo\n"
        "main.add_command(click.Command('say', callback=lambda: echo('\\u22120.5 “a” 東')))\n"
        "main.get_command = lambda ctx, name: main.commands[name]\n"
        "main(['say'])"
    )
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode(encoding).strip().replace("“", '"').replace("”", '"') == '-0.5 "a" ?'


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1+2", "@SUM(A1)", " =1+1", "\t=1"])
def test_a_text_in_a_workbook_stays_text_when_somebody_edits_it(text: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook({"a": [["header"], [text]]})))
    cell = book["a"]["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_other_text_in_a_workbook_has_no_mark() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook({"a": [["header"], ["Gem\u202e Clinic"]]})))
    assert (book["a"]["A2"].value, book["a"]["A2"].quotePrefix) == ("Gem Clinic", False)
