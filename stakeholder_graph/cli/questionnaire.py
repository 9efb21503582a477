"""``questionnaire``: the survey itself."""

from pathlib import Path
from typing import Any

import click

from stakeholder_graph.cli import options
from stakeholder_graph.cli.streams import echo
from stakeholder_graph.text import LANGUAGES, N_, _

_LANGUAGE = N_(
    "Language of the survey; by default the one that the survey settings name. An XLSForm holds both and opens in this "
    "one; an invitation can be in both, on one sheet."
)
#: Both languages on one sheet.
_BOTH = "both"


@options.command(
    N_(
        "Write the survey from your settings and your list of organizations.\n\n"
        "Beside a form for KoboToolbox or Qualtrics, the command writes all files that are needed to read its answers. "
        "Put the export there, call it responses.csv, and give that folder to the other commands."
    )
)
@options.partnership
@click.option(
    "--to",
    "form",
    type=click.Choice(["xlsform", "qualtrics", "print", "invitation"]),
    required=True,
    help=N_(
        "A form for KoboToolbox or ODK (xlsform) or for Qualtrics, the survey on paper (print), or a page that invites "
        "people to answer it."
    ),
)
@click.option("--language", type=click.Choice([*LANGUAGES, _BOTH]), help=_LANGUAGE)
@click.option("--contact", default="", metavar="TEXT", help=N_("Person or address that respondents can write to."))
@click.option(
    "--until", default="", metavar="DATE", help=N_("Last day on which respondents can withdraw their answers.")
)
@click.option("--wave", default="", metavar="NAME", help=N_("Round of the survey, if there are several."))
@options.output(None, N_("File to write, in a folder of its own; by default one in outputs/survey."))
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
    """Write the survey and, with it, the files that read its answers."""
    from stakeholder_graph.questionnaire import (
        author_notes,
        default_output,
        language_versions,
        read_plan,
        write_questionnaire,
    )

    plan = read_plan(partnership)
    language = language or plan.settings.language or "en"
    if language == _BOTH and form != "invitation":
        raise click.UsageError(_("Only an invitation can be in both languages on one sheet. Choose en or es."))
    first: Any = "en" if language == _BOTH else language
    for note in () if quiet else author_notes(language_versions(plan, first, contact, until), form):
        echo(_("Note: {advice}", advice=note), err=True)
    target = output or default_output(form)
    for path in write_questionnaire(plan, form, target, language=language, contact=contact, until=until, wave=wave):
        echo(path)
