"""``map``: the map alone."""

from pathlib import Path
from typing import Any

import click

from stakeholder_graph.cli import options
from stakeholder_graph.text import N_


@options.command(
    N_(
        "Draw the map as one file that opens in any browser, without a network.\n\n"
        "By default it is the map for the room: it shows ties without direction, and nothing of who answered."
    )
)
@options.partnership
@options.output(None, N_("File to write; by default one in outputs/ with the edition in its name."))
@options.wave
@options.layer
@options.edition("partners")
@options.quiet
def command(
    partnership: Path, output: Path | None, wave: str | None, layers: tuple[str, ...], edition: Any, quiet: bool
) -> None:
    """Draw the map of one edition."""
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
