"""``report``: the main job."""

import sys
from pathlib import Path
from typing import Any

import click

from stakeholder_graph.api.publishing.what_reports_load import FIRST, LATER
from stakeholder_graph.cli import options
from stakeholder_graph.cli.streams import echo
from stakeholder_graph.cli.usage.unused_options import refuse_unused
from stakeholder_graph.concurrency.second_process import second_process
from stakeholder_graph.text import N_, _


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
@click.option(
    "--verify",
    is_flag=True,
    help=N_(
        "Write nothing: say whether the report that is there can be made again byte for byte, with the options it was "
        "written with, and if not, which files differ and why."
    ),
)
@options.language
@options.quiet
def command(
    partnership: Path,
    output: Path,
    wave: str | None,
    layers: tuple[str, ...],
    edition: Any,
    verify: bool,
    quiet: bool,
    **thoroughness: Any,
) -> None:
    """Measure everything and write the editions."""
    if verify:
        refuse_unused(
            {"wave", "layers", "ties", "seed", "permutations", "draws", "edition"},
            _("--verify takes the options that the report was written with."),
        )
        sys.exit(_verify(partnership, output, quiet=quiet))
    sentences: list[str] = []
    editions = ("backbone", "partners", *([edition] if edition else []))
    with second_process(FIRST, *LATER) as second:
        # Both processes load what they need at the same time.
        import stakeholder_graph as sg

        read = options.read_partnership(partnership, say_advice=not quiet)
        paths = sg.report(
            read,
            output,
            editions=editions,
            wave=wave,
            layers=layers or None,
            second=second,
            say=sentences.append,
            **thoroughness,
        )
    for sentence in sentences:
        echo(sentence, err=True)
    for path in paths:
        echo(path)
    if not quiet:  # last, so that it is read
        from stakeholder_graph.views.terminal import held_from_room

        echo("".join(held_from_room(read, read.graph(wave).wave.name)), nl=False, err=True)


def _verify(partnership: Path, output: Path, *, quiet: bool) -> int:
    """Say what came of making the report again; the exit code is 1 where it is not the same."""
    with second_process(FIRST, *LATER) as second:
        import stakeholder_graph as sg
        from stakeholder_graph.views.terminal import verified

        verification = sg.verify(partnership, output, second=second)
    for sentence in verified(verification):
        echo(sentence)
    return 0 if verification.reproduced else 1
