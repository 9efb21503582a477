"""``export``: the network in the formats of other tools."""

from contextlib import nullcontext
from pathlib import Path
from typing import Any

import click

from stakeholder_graph.cli import options
from stakeholder_graph.cli.streams import echo
from stakeholder_graph.cli.usage.unused_options import refuse_unused
from stakeholder_graph.concurrency.second_process import second_process
from stakeholder_graph.text import N_, _


@options.command(
    N_(
        "Write the network for another tool, such as Gephi, Kumu, Cytoscape or UCINET.\n\n"
        "By default the file holds everything and stays on the backbone's desk; with --edition partners it holds what "
        "the room's map shows. What the other tool cannot hold is said. --formats lists what each one keeps.\n\n"
        "--to fingerprint writes a small nameless file, which you can give to communities that share nothing else: "
        "stakeholder-graph across puts them side by side. Rename the file: its name is what the page calls the "
        "community, and the next fingerprint replaces outputs/fingerprint.json. A fingerprint goes with no other "
        "choice than --wave, and measures as much as a report does, which takes some tens of seconds."
    )
)
@click.argument("partnership", type=click.Path(path_type=Path), required=False)
@click.option("--to", metavar="FORMAT", help=N_("Format; by default what the ending of the file says."))
@click.option("--formats", is_flag=True, help=N_("List the formats and what each one keeps, and exit."))
@options.output(None, N_("File to write, or a folder where there are several; by default one in outputs/."))
@options.wave
@click.option("--all-waves", is_flag=True, help=N_("Write every round of the survey."))
@options.layer
@options.ties
@options.edition("backbone")
@options.language
@options.quiet
def command(
    partnership: Path | None,
    to: str | None,
    formats: bool,
    output: Path | None,
    wave: str | None,
    all_waves: bool,
    layers: tuple[str, ...],
    ties: Any,
    edition: Any,
    quiet: bool,
) -> None:
    """Write the network of one edition."""
    from stakeholder_graph.views.exported.formats_table import formats_table

    if formats:
        echo(formats_table())
        return
    if partnership is None:
        raise click.UsageError(_("Say which partnership: a folder with its survey."))
    if wave is not None and all_waves:
        raise click.UsageError(_("--wave and --all-waves exclude each other."))
    if to == "fingerprint":
        refuse_unused(
            {"edition", "layers", "ties", "all_waves"},
            _("A fingerprint speaks of one survey, counts what the room sees, and is nameless whoever reads it."),
        )
    # A fingerprint measures as a report does, networks are written as they were read.
    with second_process("stakeholder_graph.api.fingerprinting") if to == "fingerprint" else nullcontext() as second:
        import stakeholder_graph as sg

        read = options.read_partnership(partnership, say_advice=not quiet, share=0.3)
        waves = tuple(read.graphs) if all_waves else (wave,) if wave else ()
        say = (lambda sentence: None) if quiet else lambda sentence: echo(sentence, err=True)
        wanted: dict[str, Any] = {"edition": edition, "waves": waves, "layers": layers, "ties": ties, "say": say}
        written = sg.write(read, output, to, second=second, **wanted)
    for path in written:
        echo(str(path))
