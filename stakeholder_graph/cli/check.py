"""``check``: every problem and open decision, and who answered; writes nothing."""

import sys
from pathlib import Path

import click

from stakeholder_graph.cli import options
from stakeholder_graph.model.errors import SurveyError


@click.command()
@options.partnership
@options.wave
def command(partnership: Path, wave: str | None) -> None:
    """Show every problem of a survey, every open decision, who answered and what is not known yet.

    Writes nothing.
    """
    from stakeholder_graph.views.terminal.survey_check import problem_table, survey_check

    try:
        read = options.read(partnership)
    except SurveyError as error:
        click.echo(problem_table(error.problems), nl=False)
        count = len(error.problems)
        click.echo(f"{count} problem{'s' if count > 1 else ''} to mend first.", err=True)
        sys.exit(2)
    click.echo(survey_check(read, wave), nl=False)
