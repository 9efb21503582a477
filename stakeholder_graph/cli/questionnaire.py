"""``questionnaire``: the survey itself."""

from pathlib import Path
from typing import Any

import click

from stakeholder_graph.cli import options
from stakeholder_graph.cli.streams import echo
from stakeholder_graph.cli.usage.unused_options import refuse_unused
from stakeholder_graph.progress import part
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
@click.option(
    "--language", type=click.Choice([*LANGUAGES, _BOTH]), is_eager=True, callback=options.speak, help=_LANGUAGE
)
@click.option("--contact", default="", metavar="TEXT", help=N_("Person or address that respondents can write to."))
@click.option(
    "--until", default="", metavar="DATE", help=N_("Last day on which respondents can withdraw their answers.")
)
@click.option("--wave", default="", metavar="NAME", help=N_("Round of the survey, if there are several."))
@click.option(
    "--shorten",
    "minutes",
    type=click.FloatRange(0, min_open=True),
    metavar="MINUTES",
    help=N_(
        "Questionnaires that take no longer, for those who have not answered: each is asked about a part of the "
        "others, drawn by lot. As one form (xlsform) or a sheet for each (print)."
    ),
)
@click.option(
    "--leave-out",
    metavar="QUESTION",
    multiple=True,
    help=N_(
        "With --shorten, a question to leave out: a kind of tie, or a kind such as rating, activity or need. Repeat "
        "the option for several."
    ),
)
@click.option(
    "--row-seconds",
    type=click.FloatRange(0, min_open=True),
    default=5.0,
    show_default=True,
    help=N_("With --shorten, seconds that a row of a grid takes to answer."),
)
@click.option(
    "--draws",
    type=click.IntRange(0),
    default=40,
    show_default=True,
    help=N_("With --shorten, number of imputations for the ranges to expect; 0 for none."),
)
@options.output(
    None,
    N_(
        "File to write, in a folder of its own; by default one in outputs/survey. With --shorten and print, a folder; "
        "by default outputs/short-survey."
    ),
)
@options.seed
@options.quiet
def command(
    partnership: Path,
    form: Any,
    language: Any,
    contact: str,
    until: str,
    wave: str,
    minutes: float | None,
    leave_out: tuple[str, ...],
    row_seconds: float,
    draws: int,
    output: Path | None,
    seed: int,
    quiet: bool,
) -> None:
    """Write the survey and, with it, the files that read its answers."""
    if minutes is not None:
        shortened = {"leave_out": leave_out, "row_seconds": row_seconds, "draws": draws, "seed": seed}
        _write_short(partnership, form, minutes, output, quiet, language=language, contact=contact, until=until,
                     wave=wave, **shortened)  # fmt: skip
        return
    refuse_unused({"leave_out", "row_seconds", "draws", "seed"}, _("Nothing is shortened without --shorten."))
    if form in ("print", "invitation"):
        refuse_unused({"wave"}, _("A printed page does not name the round of the survey."))
    from stakeholder_graph.questionnaire import (
        author_notes,
        default_output,
        language_versions,
        read_plan,
        write_questionnaire,
    )

    with part(0.5, _("Reading")):
        plan = read_plan(partnership)
    language = language or plan.settings.language or "en"
    if language == _BOTH and form != "invitation":
        raise click.UsageError(_("Only an invitation can be in both languages on one sheet. Choose en or es."))
    first: Any = "en" if language == _BOTH else language
    for note in () if quiet else author_notes(language_versions(plan, first, contact, until), form):
        echo(_("Note: {advice}", advice=note), err=True)
    target = output or default_output(form)
    with part(what=_("Writing")):
        files = write_questionnaire(plan, form, target, language=language, contact=contact, until=until, wave=wave)
    for path in files:
        echo(path)


def _write_short(partnership: Path, form: str, minutes: float, output: Path | None, quiet: bool, **asked: Any) -> None:
    """Write short questionnaires, and say what they take and what to expect of them."""
    if form == "qualtrics":
        raise click.UsageError(
            _("A text file for Qualtrics knows no conditions, so that it cannot show everybody a part of the list. "
              "Choose xlsform or print.")
        )  # fmt: skip
    if form == "invitation":
        raise click.UsageError(_("An invitation is the same for all. Choose xlsform or print with --shorten."))
    if asked["language"] == _BOTH:
        raise click.UsageError(_("Only an invitation can be in both languages on one sheet. Choose en or es."))
    if form == "print" and output and output.suffix.casefold() in (".html", ".htm"):
        raise click.UsageError(_("With --shorten each organization gets a sheet of its own: give a folder with -o."))
    import stakeholder_graph as sg
    from stakeholder_graph.questionnaire import author_notes
    from stakeholder_graph.questionnaire.short import short_notes
    from stakeholder_graph.views.short_survey import expected_text

    def say(sentence: str) -> None:
        if not quiet:
            echo(sentence, err=True)

    to: Any = form
    with part(what=_("Writing")):
        written = sg.short_questionnaires(partnership, minutes, output, to=to, say=say, **asked)
    survey = written.survey
    for note in [*author_notes(survey.versions, to), *short_notes(survey, to, len(written.silent))]:
        say(_("Note: {advice}", advice=note))
    for path in written.files:
        echo(path)
    if written.expected:
        echo()
        echo(expected_text(written.expected), nl=False)
