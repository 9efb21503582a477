"""``check``: every problem and open decision, and who answered; writes nothing."""

from pathlib import Path

import click

from stakeholder_graph.cli import options


@click.command()
@options.partnership
@options.wave
def command(partnership: Path, wave: str | None) -> None:
    """Show every problem of a survey, who answered and what is not known yet. Writes nothing."""
    from stakeholder_graph.views.checked import checked

    click.echo(checked(options.read(partnership), wave), nl=False)
