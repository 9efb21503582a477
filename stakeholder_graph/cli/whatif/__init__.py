"""``whatif``: every measure before and after a change that has not happened."""

from pathlib import Path
from typing import Any

import click

from stakeholder_graph.cli import options
from stakeholder_graph.cli.outputs.where_written import FORM, where_written
from stakeholder_graph.cli.streams import echo
from stakeholder_graph.cli.usage.unused_options import refuse_unused
from stakeholder_graph.concurrency.second_process import second_process
from stakeholder_graph.text import N_, _

#: What the page is called in a folder.
PAGE = "backbone-only-what-if"


@options.command(
    N_(
        "Say what would change if an organization left or joined, or if a connection were made or ended.\n\n"
        "Every measure is computed before and after; no p-value is given. Without a change, it lists what the network "
        "would be without each organization in turn. The output is for your desk."
    )
)
@options.partnership
@click.option(
    "--without",
    metavar="NAME",
    multiple=True,
    help=N_("Organization that leaves. Repeat the option for several."),
)
@click.option(
    "--join",
    metavar="NAME SECTOR",
    nargs=2,
    multiple=True,
    help=N_('Organization that joins, and its sector ("" for none).'),
)
@click.option(
    "--connect",
    metavar="NAME NAME",
    nargs=2,
    multiple=True,
    help=N_("Two organizations that become connected."),
)
@click.option(
    "--disconnect",
    metavar="NAME NAME",
    nargs=2,
    multiple=True,
    help=N_("Two organizations whose connection ends."),
)
@click.option(
    "--answers",
    metavar="NAME",
    multiple=True,
    help=N_(
        "Organization that has not answered, and does: the range of what could come of it. Not with other changes."
    ),
)
@click.option(
    "--measure",
    "names",
    metavar="NAME",
    multiple=True,
    help=N_("Measure to compute; all by default. Repeat the option for several."),
)
@options.output(None, N_("Folder to write a page to, or a file ending in .html, .json, .csv or .txt."))
@options.wave
@options.layer
@options.thoroughness
@FORM
@options.language
@options.quiet
def command(
    partnership: Path,
    without: tuple[str, ...],
    join: tuple[tuple[str, str], ...],
    connect: tuple[tuple[str, str], ...],
    disconnect: tuple[tuple[str, str], ...],
    answers: tuple[str, ...],
    names: tuple[str, ...],
    output: Path | None,
    wave: str | None,
    layers: tuple[str, ...],
    form: str | None,
    quiet: bool,
    **thoroughness: Any,
) -> None:
    """Measure a partnership as it is and as it would be, and print or write both."""
    file, form = where_written(output, form, PAGE)
    page = file if form == "html" else None
    something = bool(without or join or connect or disconnect)
    if answers and (something or names or layers):
        raise click.UsageError(_("Use --answers by itself."))
    if not something and not answers and form in ("csv", "json"):
        raise click.UsageError(_("Say what changes: --without, --join, --connect or --disconnect."))
    if not something and not answers:
        refuse_unused(
            {"names", "layers"},
            _("Without a change, each organization’s departure is listed by fixed measures of the first kind of tie."),
        )
    with second_process("stakeholder_graph.api.supposing") as second:
        import stakeholder_graph as sg
        from stakeholder_graph.views.whatif import (
            answers_csv,
            answers_json,
            answers_text,
            departures_text,
            whatif_csv,
            whatif_json,
            whatif_text,
        )

        read = options.read_partnership(partnership, say_advice=not quiet)
        if answers:
            simulated = {name: thoroughness[name] for name in ("ties", "draws", "seed")}
            coming = sg.coming_answers(read, answers, wave=wave, **simulated)
            if page:
                echo(sg.draw_departures(read, page, folder=partnership, ties=thoroughness["ties"], coming=coming))
            else:
                _write({"table": answers_text, "csv": answers_csv, "json": answers_json}[form](coming), file)
            return
        if not something:
            if page:
                echo(sg.draw_departures(read, page, folder=partnership, wave=wave, ties=thoroughness["ties"]))
            else:
                _write(departures_text(sg.departures(read, wave=wave, ties=thoroughness["ties"])), file)
            return
        supposed = sg.whatif(
            read,
            without,
            join=join,
            connect=connect,
            disconnect=disconnect,
            names=names or None,
            wave=wave,
            layers=layers or None,
            second=second,
            **thoroughness,
        )
    if page:
        echo(sg.draw_departures(read, page, supposed, folder=partnership, ties=thoroughness["ties"]))
        return
    _write({"table": whatif_text, "csv": whatif_csv, "json": whatif_json}[form](supposed), file)


def _write(text: str, file: Path | None) -> None:
    from stakeholder_graph.storage.files import write_file_whole

    if file is None:
        echo(text, nl=False)
    else:
        write_file_whole(file, text.encode())
        echo(file)
