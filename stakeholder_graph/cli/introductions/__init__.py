"""``introductions``: whom to introduce to whom, and what could stop to make room for it."""

from pathlib import Path
from typing import Any

import click

from stakeholder_graph.cli import options
from stakeholder_graph.cli.introductions.count_argument import CountingCommand
from stakeholder_graph.cli.streams import echo
from stakeholder_graph.text import N_

#: The page, in the folder that -o names.
PAGE = "introductions.html"


@click.command(
    cls=CountingCommand,
    help=N_(
        "Choose COUNT pairs of organizations to introduce to each other, 10 by default, and list what could stop.\n\n"
        "The pairs do not work together yet, and share an outcome or a need that the other meets. Nobody is introduced "
        "more often than it has hours for. The output is for your desk: it names who does not work with whom."
    ),
)
@options.partnership
@click.argument("count", default=10, metavar="[COUNT]", type=click.IntRange(1))
@options.output(None, N_("Folder to write a page with a card for each pair into."))
@options.wave
@click.option(
    "--aim",
    type=click.Choice(["shared", "reach"]),
    default="shared",
    show_default=True,
    help=N_("Choose pairs by what they share, or by how far they bring all organizations closer together."),
)
@click.option("--stop", is_flag=True, help=N_("List only what could stop."))
@options.seed
@options.permutations
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@options.language
@options.quiet
def command(
    partnership: Path, count: int, output: Path | None, wave: str | None, aim: Any, stop: bool, form: str, quiet: bool,
    **thoroughness: Any,
) -> None:  # fmt: skip
    """Choose introductions, and print them or write their page."""
    import stakeholder_graph as sg
    from stakeholder_graph.storage.files import write_file_whole
    from stakeholder_graph.views.introductions import (
        draw_introductions,
        introductions_csv,
        introductions_json,
        introductions_text,
        stop_json,
        stop_text,
    )
    from stakeholder_graph.views.terminal import progress_status

    read = options.read_partnership(partnership, say_advice=not quiet)
    with progress_status(quiet=quiet) as progress:
        proposals = sg.introductions(read, count, wave=wave, aim=aim, progress=progress, **thoroughness)
    if output is not None:
        write_file_whole(output / PAGE, draw_introductions(read, proposals).encode())
        echo(output / PAGE)
    elif form == "csv":
        echo(introductions_csv(proposals, stop=stop), nl=False)
    elif form == "json":
        echo(stop_json(proposals) if stop else introductions_json(proposals), nl=False)
    else:
        echo(stop_text(proposals.could_stop) if stop else introductions_text(read.name, proposals), nl=False)
