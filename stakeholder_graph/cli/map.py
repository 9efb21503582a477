"""``map``: the map alone."""

from pathlib import Path
from typing import Any

import click

from stakeholder_graph.cli import options


@click.command()
@options.partnership
@options.output(None, "File to write; outputs/FOR-WHOM-map.html unless told.")
@options.wave
@options.layer
@options.edition("partners")
@options.quiet
def command(
    partnership: Path, output: Path | None, wave: str | None, layers: tuple[str, ...], edition: Any, quiet: bool
) -> None:
    """Draw the map as one file that opens in any browser, offline.

    Unless told otherwise it is the map for the room: ties without direction, nothing of who answered.
    """
    from stakeholder_graph.editions import release_for
    from stakeholder_graph.editions.publish import withheld, write_file
    from stakeholder_graph.studies.assess import assess
    from stakeholder_graph.views.map.map_page import draw_map
    from stakeholder_graph.views.report_folders import FOLDERS

    read = options.read(partnership, say_advice=not quiet)
    release = release_for(edition, read, assess(read, ["response"], wave=wave), read.graph(wave).wave.name)
    output = output or Path("outputs") / f"{FOLDERS[release.edition]}-map.html"
    write_file(output, draw_map(release, layers[0] if layers else None), withheld(read, release))
    click.echo(output)
