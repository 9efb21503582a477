"""``report``: the main job."""

from pathlib import Path
from typing import Any

import click

from stakeholder_graph.cli import options


@click.command()
@options.partnership
@options.output("outputs", "Folder to write the report's folders in.")
@options.wave
@options.layer
@options.thoroughness
@click.option("--edition", type=click.Choice(["community"]), help="Write this edition too.")
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
    """Write the report and the map, for your desk and for the room.

    Writes two folders: backbone-only (everything, keep it on your desk) and for-the-room (nothing that was said in
    confidence, made to be shown). Open report.html in either with any browser.
    """
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
