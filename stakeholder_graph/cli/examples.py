"""``examples``: whole partnerships to try the tool on."""

from pathlib import Path

import click

from stakeholder_graph.cli import options
from stakeholder_graph.cli.streams import echo
from stakeholder_graph.cli.usage.unused_options import refuse_unused
from stakeholder_graph.text import N_, _


@options.command(
    N_(
        "List invented partnerships to try the tool on, or write one.\n\n"
        "Each has a README that says what a reader should find in its report."
    )
)
@click.argument("name", default="")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help=N_("Folder to write; by default one named after the example."),
)
@options.language
def command(name: str, output: Path | None) -> None:
    """Show the examples, or write one."""
    from stakeholder_graph.generators.examples import EXAMPLES, write_example
    from stakeholder_graph.model.errors import UnknownNameError

    if not name:
        refuse_unused({"output"}, _("Without a name the examples are listed, and none is written."))
        for known, example in EXAMPLES.items():
            echo(f"{known}: {_(example.about)}")
        return
    if name not in EXAMPLES:
        raise UnknownNameError("example", name, EXAMPLES)
    folder = output or Path(name)
    write_example(name, folder)
    echo(_("Written: {folder}. Next: stakeholder-graph report {folder} -o outputs", folder=folder))
