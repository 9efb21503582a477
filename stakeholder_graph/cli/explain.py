"""``explain``: a measure in plain words."""

import click

from stakeholder_graph.cli import options
from stakeholder_graph.cli.streams import echo
from stakeholder_graph.text import N_


@options.command(
    N_(
        "Explain a measure in plain words, with its formula, range and sources.\n\n"
        "Without NAME, the command lists all measures."
    )
)
@click.argument("name", required=False)
@options.language
def command(name: str | None) -> None:
    """Explain a measure, or list all."""
    import stakeholder_graph as sg

    echo(sg.explain(name), nl=False)
