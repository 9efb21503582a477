"""``profile``: a page for each organization, for it alone."""

from pathlib import Path

import click

from stakeholder_graph.cli import options
from stakeholder_graph.cli.streams import echo
from stakeholder_graph.text import N_


@options.command(
    N_(
        "Write a page for each organization, made for it alone, and a sheet to send them by.\n\n"
        "A page holds the organization's own answers, so that it can correct them, its lines on the map, the outcomes "
        "that it shares, its teams, and what it took on: nothing else that anybody said about it. It prints on one "
        "sheet. The command writes two folders. profiles-to-send has the pages; send each to its organization alone. "
        "profiles-backbone-only has a sheet for mail-merge, which names who has not answered; keep it on your desk. "
        "Name an ORGANIZATION for its page alone, without these folders."
    )
)
@options.partnership
@click.argument("organizations", nargs=-1, metavar="[ORGANIZATION]...")
@options.output("outputs", N_("Folder in which to write."))
@options.wave
@options.language
@options.quiet
def command(partnership: Path, organizations: tuple[str, ...], output: Path, wave: str | None, quiet: bool) -> None:
    """Write the pages."""
    import stakeholder_graph as sg

    read = options.read_partnership(partnership, say_advice=not quiet, share=0.1)
    sentences: list[str] = []
    paths = sg.profiles(read, output, organizations, wave=wave, say=sentences.append)
    for sentence in sentences:
        echo(sentence, err=True)
    for path in paths:
        echo(path)
