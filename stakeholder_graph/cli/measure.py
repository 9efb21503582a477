"""``measure``: findings as data."""

from contextlib import nullcontext
from pathlib import Path
from typing import Any

import click

from stakeholder_graph.cli import options
from stakeholder_graph.cli.streams import echo
from stakeholder_graph.concurrency.second_process import second_process
from stakeholder_graph.storage.file_forms import FINDINGS, form_of_file
from stakeholder_graph.text import N_, _


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
@options.form(FINDINGS)
@options.language
@options.quiet
def command(
    partnership: Path,
    names: tuple[str, ...],
    output: Path | None,
    wave: str | None,
    layers: tuple[str, ...],
    edition: Any,
    form: str | None,
    quiet: bool,
    **thoroughness: Any,
) -> None:
    """Compute measures, and print or write the findings."""
    if output is None and form == "xlsx":
        raise click.UsageError(_("A workbook cannot be printed. Name a file for it with -o."))
    chosen: Any = form_of_file(output, form, FINDINGS) if output else form or "table"
    # A few measures take less than a second process takes to start.
    with nullcontext() if names else second_process("stakeholder_graph.api.measuring") as second:
        import stakeholder_graph as sg

        read = options.read_partnership(partnership, say_advice=not quiet)
        findings = sg.measure(
            read,
            names or None,
            wave=wave,
            layers=layers or None,
            second=second,
            **thoroughness,
        )
    if output is None:
        echo(findings.to_text(chosen, edition), nl=False)
    else:
        echo(findings.write(output, chosen, edition))
