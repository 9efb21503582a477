"""``questionnaire``: the survey itself."""

from pathlib import Path
from typing import Any

import click

from stakeholder_graph.cli import options


@click.command()
@options.partnership
@click.option(
    "--to",
    "form",
    type=click.Choice(["xlsform", "qualtrics", "print", "invitation"]),
    required=True,
    help="For KoboToolbox or ODK, for Qualtrics, for paper, or the page that invites to it.",
)
@click.option("--language", type=click.Choice(["en", "es"]), default="en", show_default=True, help="In which.")
@click.option("--contact", default="", metavar="TEXT", help="Whom respondents can write to.")
@click.option("--until", default="", metavar="DATE", help="Until when they can take their answers back.")
@click.option("--wave", default="", metavar="NAME", help="Which round this is, where there are several.")
@options.output(None, "File to write, in a folder of its own.")
@options.quiet
def command(
    partnership: Path,
    form: Any,
    language: Any,
    contact: str,
    until: str,
    wave: str,
    output: Path | None,
    quiet: bool,
) -> None:
    """Write the survey from your settings and your list of organizations.

    Beside a survey for KoboToolbox or Qualtrics stands all that is needed to read its answers: put the export there,
    call it responses.csv and name the folder.
    """
    from stakeholder_graph.questionnaire import (
        author_notes,
        default_output,
        language_versions,
        read_plan,
        write_questionnaire,
    )

    plan = read_plan(partnership)
    for note in () if quiet else author_notes(language_versions(plan, language, contact, until), form):
        click.echo(f"Note: {note}", err=True)
    target = output or default_output(form)
    for path in write_questionnaire(plan, form, target, language=language, contact=contact, until=until, wave=wave):
        click.echo(path)
