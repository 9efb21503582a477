"""``map``: the map alone."""

from pathlib import Path
from typing import Any

import click

from stakeholder_graph.cli import options
from stakeholder_graph.cli.streams import echo
from stakeholder_graph.text import N_, _


@options.command(
    N_(
        "Draw the map as one file that opens in any browser, without a network.\n\n"
        "By default it is the map for the room: it shows ties without direction, and nothing of who answered."
    )
)
@options.partnership
@options.output(None, N_("File to write; by default one in outputs/ with the edition in its name."))
@options.wave
@click.option(
    "--layer",
    "layers",
    metavar="NAME",
    multiple=True,
    help=N_("Kind of tie to show first; by default the first. The map has all of them."),
)
@options.edition("partners", ("backbone", "partners"))
@options.language
@options.quiet
def command(
    partnership: Path, output: Path | None, wave: str | None, layers: tuple[str, ...], edition: Any, quiet: bool
) -> None:
    """Draw the map of one edition."""
    if len(layers) > 1:
        raise click.UsageError(_("The map has all kinds of tie, and shows one of them first. Give --layer once."))
    import stakeholder_graph as sg

    read = options.read_partnership(partnership, say_advice=not quiet, share=0.1)
    echo(sg.draw_map(read, output, edition=edition, wave=wave, layer=layers[0] if layers else None))
