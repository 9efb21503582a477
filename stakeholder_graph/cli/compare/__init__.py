"""``compare``: two waves of a partnership, or two surveys, side by side."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from stakeholder_graph.cli import options
from stakeholder_graph.cli.outputs.where_written import FORM, where_written
from stakeholder_graph.cli.streams import echo
from stakeholder_graph.concurrency.second_process import second_process
from stakeholder_graph.text import N_, _

if TYPE_CHECKING:
    from stakeholder_graph.graph import Partnership

#: What the comparison is called in a folder.
PAGE = "backbone-only-comparison"
#: A partnership and two of its waves.
_MOST_NAMED = 3


@options.command(
    N_(
        "Compare two waves: who came and left, what became of ties, every measure side by side, and which changes "
        "hold.\n\n"
        "Name one partnership: its last two waves are compared, or those that you name behind it, the earlier one "
        "first. Or name two partnerships, the earlier survey first: the latest wave of each is compared. Only a change "
        "among those who answered both times is called one. The output is for your desk."
    )
)
@click.argument("named", nargs=-1, required=True, metavar="PARTNERSHIP [AFTER | WAVE WAVE]")
@click.option(
    "--waves",
    nargs=2,
    metavar="BEFORE AFTER",
    help=N_("Names of the two waves, the earlier one first; with two partnerships one of each."),
)
@options.output(None, N_("Folder to write a page to, or a file ending in .html, .json, .csv or .txt."))
@options.layer
@options.seed
@options.permutations
@options.draws
@FORM
@options.language
@options.quiet
def command(
    named: tuple[str, ...],
    waves: tuple[str, str] | None,
    output: Path | None,
    layers: tuple[str, ...],
    form: str | None,
    quiet: bool,
    **thoroughness: Any,
) -> None:
    """Compare two waves, and print or write what changed."""
    if len(named) > _MOST_NAMED or (waves and len(named) == _MOST_NAMED):
        raise click.UsageError(_("Name one partnership and two of its waves, or two partnerships."))
    if len(named) == _MOST_NAMED:
        named, waves = named[:1], (named[1], named[2])
    file, form = where_written(output, form, PAGE)
    with second_process("stakeholder_graph.api.comparing") as second:
        import stakeholder_graph as sg
        from stakeholder_graph.storage.files import write_file_whole
        from stakeholder_graph.views.compare import comparison_csv, comparison_json, comparison_text, draw_comparison

        read = _read(named, say_advice=not quiet)
        both = read if len(read) > 1 else read[0]
        wanted: dict[str, Any] = {"layers": layers or None, "ranges": form != "table", **thoroughness}
        comparison = sg.compare(both, *(waves or ()), second=second, **wanted)
    drawn = {"table": comparison_text, "csv": comparison_csv, "json": comparison_json, "html": draw_comparison}
    # Two waves that somebody names are what is asked for; else all there are belong to it.
    over_time = sg.timeline(read[0], **wanted) if len(read) == 1 and not waves else None
    text = drawn[form](comparison, over_time)
    if file is None:
        echo(text, nl=False)
    else:
        write_file_whole(file, text.encode())
        echo(file)


def _read(paths: Sequence[str], *, say_advice: bool) -> "list[Partnership]":
    """Read all partnerships, or say at once what is wrong with any of them."""
    from stakeholder_graph.model.problems import Problem, SurveyError

    read: list[Partnership] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            read.append(options.read_partnership(Path(path), say_advice=say_advice))
        except SurveyError as error:
            problems += error.problems
    if problems:
        raise SurveyError(problems)
    return read
