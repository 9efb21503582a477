"""``measure``: findings as data."""

from pathlib import Path
from typing import Any

import click

from stakeholder_graph.cli import options
from stakeholder_graph.text import N_


@options.command(
    N_(
        "Compute the measures that you name, or all of them.\n\n"
        "`stakeholder-graph explain` lists their names. The output is for your desk unless you choose another edition."
    )
)
@options.partnership
@click.argument("names", nargs=-1, metavar="[NAME]...")
@options.output(None, N_("File to write; by default the findings are printed."))
@options.wave
@options.layer
@options.thoroughness
@options.edition("backbone")
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@options.quiet
def command(
    partnership: Path,
    names: tuple[str, ...],
    output: Path | None,
    wave: str | None,
    layers: tuple[str, ...],
    edition: Any,
    form: str,
    quiet: bool,
    **thoroughness: Any,
) -> None:
    """Compute measures, and print or write the findings."""
    from stakeholder_graph.editions import release_for
    from stakeholder_graph.editions.publish import withheld, write_file
    from stakeholder_graph.studies.assess import assess
    from stakeholder_graph.views.as_data import to_csv, to_json, to_text
    from stakeholder_graph.views.terminal.progress import progress_status

    read = options.read(partnership, say_advice=not quiet)
    with progress_status(quiet=quiet) as progress:
        findings = assess(
            read,
            names or None,
            wave=wave,
            layers=layers,
            settings=options.settings(read, **thoroughness),
            progress=progress,
        )
    release = release_for(edition, read, findings, read.graph(wave).wave.name)
    text = {"table": to_text, "csv": to_csv, "json": to_json}[form](release)
    if output is None:
        click.echo(text, nl=False)
    else:
        write_file(output, text, withheld(read, release))
        click.echo(output)
