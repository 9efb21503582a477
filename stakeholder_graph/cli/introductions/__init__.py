"""``introductions``: whom to introduce to whom, and what could stop to make room for it."""

from pathlib import Path
from typing import Any

import click

from stakeholder_graph.cli import options
from stakeholder_graph.cli.introductions.count_argument import CountingCommand, count_of
from stakeholder_graph.cli.outputs.where_written import FORM, where_written
from stakeholder_graph.cli.streams import echo
from stakeholder_graph.cli.usage.unused_options import refuse_unused
from stakeholder_graph.text import N_, _

#: What the page is called in a folder.
PAGE = "introductions"


@click.command(
    cls=CountingCommand,
    help=N_(
        "Choose COUNT pairs of organizations to introduce to each other, 10 by default, and list what could stop.\n\n"
        "The pairs do not work together yet, and share an outcome or a need that the other meets. Nobody is introduced "
        "more often than it has hours for. The output is for your desk: it names who does not work with whom."
    ),
)
@options.partnership
@click.argument("count", default="10", metavar="[COUNT]", callback=count_of)
@options.output(
    None, N_("Folder to write a page with a card for each pair to, or a file ending in .html, .json, .csv or .txt.")
)
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
@FORM
@options.language
@options.quiet
def command(
    partnership: Path, count: int, output: Path | None, wave: str | None, aim: Any, stop: bool, form: str | None,
    quiet: bool, **thoroughness: Any,
) -> None:  # fmt: skip
    """Choose introductions, and print them or write their page."""
    file, form = where_written(output, form, PAGE)
    if form == "html":
        refuse_unused({"stop"}, _("The page has both, whom to introduce and what could stop."))
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

    read = options.read_partnership(partnership, say_advice=not quiet, share=0.1)
    proposals = sg.introductions(read, count, wave=wave, aim=aim, **thoroughness)
    if form == "html":
        text = draw_introductions(read, proposals)
    elif form == "csv":
        text = introductions_csv(proposals, stop=stop)
    elif form == "json":
        text = stop_json(proposals) if stop else introductions_json(proposals)
    else:
        text = stop_text(proposals) if stop else introductions_text(read.name, proposals)
    if file is None:
        echo(text, nl=False)
    else:
        write_file_whole(file, text.encode())
        echo(file)
