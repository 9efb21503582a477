"""``presets``: what a kind of partnership usually asks and compares itself with."""

from pathlib import Path

import click

from stakeholder_graph.cli import options
from stakeholder_graph.cli.streams import echo
from stakeholder_graph.cli.usage.unused_options import refuse_unused
from stakeholder_graph.text import LANGUAGES, N_, _


@options.command(
    N_(
        "List presets to start from, or write one as drafts of your lists.\n\n"
        "A preset holds sectors, outcomes, indicators, activities, an agenda and statements, in English and Spanish. "
        'Name it in your survey settings (preset = "health"), and the questionnaire asks about it; or give a folder, '
        "and edit the lists there. A copy of the file works the same way under a name of your own."
    )
)
@click.argument("name", default="")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help=N_("Folder for items.csv, sectors.csv, scales.csv.")
)
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default=LANGUAGES[0],
    show_default=True,
    is_eager=True,
    callback=options.speak,
    help=N_("Language of the lists, and of what the command says."),
)
def command(name: str, output: Path | None, language: str) -> None:
    """Show the presets, or write the drafts of one."""
    from stakeholder_graph.survey.presets import read_preset, shipped_presets
    from stakeholder_graph.survey.presets.write_preset import preset_in_words, write_preset

    if name and output:
        for path in write_preset(name, output, language):
            echo(str(path))
        return
    if name:
        for line in preset_in_words(read_preset(name)):
            echo(line)
        return
    refuse_unused({"output"}, _("Without a name the presets are listed, and none is written."))
    for known in shipped_presets():
        echo(preset_in_words(read_preset(known))[0])
