"""``report``: the main job."""

from pathlib import Path
from typing import Any

import click

from stakeholder_graph.cli import options
from stakeholder_graph.text import N_


@options.command(
    N_(
        "Write the report and the map, for your desk and for the room.\n\n"
        "The command writes two folders. backbone-only holds everything; keep it on your desk. for-the-room holds "
        "nothing that was said in confidence; show it to everyone. Open report.html in either with any browser."
    )
)
@options.partnership
@options.output("outputs", N_("Folder in which to write the two folders."))
@options.wave
@options.layer
@options.thoroughness
@click.option("--edition", type=click.Choice(["community"]), help=N_("Write this edition too."))
@options.quiet
def command(
    partnership: Path,
    output: Path,
    wave: str | None,
    layers: tuple[str, ...],
    edition: Any,
    quiet: bool,
    **thoroughness: Any,
) -> None:
    """Measure everything and write the editions."""
    from stakeholder_graph.studies.assess import assess
    from stakeholder_graph.views.report_folders import publish
    from stakeholder_graph.views.terminal.progress import progress_status
    from stakeholder_graph.views.terminal.survey_check import without_sectors

    read = options.read(partnership, say_advice=not quiet)
    graph = read.graph(wave)
    with progress_status(quiet=quiet) as progress:
        findings = assess(
            read,
            wave=wave,
            layers=layers,
            settings=options.settings(read, **thoroughness),
            progress=progress,
        )
    if not quiet:
        click.echo("".join(without_sectors(graph)), nl=False, err=True)
    editions = ("backbone", "partners", *([edition] if edition else []))
    for path in publish(read, findings, graph.wave.name, output, editions):
        click.echo(path)
