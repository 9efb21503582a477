"""``maturity``: what a partnership can show, row by row of a rubric."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from stakeholder_graph.cli import options
from stakeholder_graph.cli.streams import echo
from stakeholder_graph.cli.usage.unused_options import refuse_unused
from stakeholder_graph.storage.file_forms import TEXTS, form_of_file
from stakeholder_graph.text import N_, _

if TYPE_CHECKING:
    from stakeholder_graph.conditions.judgement import Ledger


@options.command(
    N_(
        "Say what your partnership can show, row by row of a rubric: shown, not met, too close to call, or open.\n\n"
        "The tool proposes and people decide, in the workbook that --draft writes or in evidence.csv. The output is "
        "for your desk."
    )
)
@options.partnership
@click.option(
    "--rubric",
    metavar="NAME|FILE",
    help=N_(
        "Rubric to use: five-conditions (the default), theory-of-action, drug-free-communities, one from your folder "
        "rubrics, or a file."
    ),
)
@options.output(None, N_("File to write; by default the ledger is printed."))
@options.wave
@options.thoroughness
@click.option(
    "--draft",
    is_flag=True,
    help=N_(
        "Write the evidence sheet into the folder: a workbook to decide the rows in. What it holds already is kept."
    ),
)
@click.option(
    "--binder",
    is_flag=True,
    help=N_(
        "Write each row with its proof, its document and who decided it: a page to print, or a folder with the "
        "documents too (-o; by default outputs/binder-backbone-only, or outputs/binder-for-the-board)."
    ),
)
@click.option(
    "--edition",
    type=click.Choice(["backbone", "partners"]),
    default="backbone",
    show_default=True,
    help=N_("With --binder: all of it for your desk, or partners for what a board may keep."),
)
@options.form(TEXTS)
@options.language
@options.quiet
def command(
    partnership: Path, rubric: str | None, output: Path | None, wave: str | None, draft: bool, binder: bool,
    edition: Literal["backbone", "partners"], form: str | None, quiet: bool, **thoroughness: Any,
) -> None:  # fmt: skip
    """Judge the rows of a rubric, and print or write them."""
    import stakeholder_graph as sg
    from stakeholder_graph.storage.files import write_file_whole
    from stakeholder_graph.views.maturity import ledger_csv, ledger_json
    from stakeholder_graph.views.terminal import ledger_text

    _choose_one(draft=draft, binder=binder, edition=edition)
    chosen = form_of_file(output, form, TEXTS) if output and not binder else form or "table"
    read = options.read_partnership(partnership, say_advice=not quiet)
    ledger = sg.maturity(read, rubric, wave=wave, settle=not binder, **thoroughness)
    if not quiet:
        for problem in ledger.problems:
            echo(_("Note: {advice}", advice=problem), err=True)
    if draft:
        _draft(Path(read.info.read_from.folder), ledger, quiet=quiet)
        return
    if binder:
        for path in sg.write_binder(read, ledger, output, edition=edition, say=_aside):
            echo(path)
        return
    text = {"table": ledger_text, "csv": ledger_csv, "json": ledger_json}[chosen](ledger)
    if output is None:
        echo(text, nl=False)
    else:
        write_file_whole(output, text.encode())
        echo(output)


def _aside(sentence: str) -> None:
    echo(sentence, err=True)


def _choose_one(*, draft: bool, binder: bool, edition: str) -> None:
    """Refuse options that ask for two things at once, or for what is not written."""
    if binder and draft:
        raise click.UsageError(_("Choose --draft or --binder: one writes the evidence sheet, the other the binder."))
    if binder:
        refuse_unused({"form"}, _("The binder is a page."))
    if draft:
        refuse_unused({"form", "output"}, _("--draft writes a workbook into the folder of the partnership."))
    if edition != "backbone" and not binder:
        raise click.UsageError(_("--edition goes with --binder: without it the ledger is for your desk."))


def _draft(folder: Path, ledger: "Ledger", *, quiet: bool) -> None:
    """Write the evidence sheet, and say what to do with it."""
    from stakeholder_graph.views.evidence_sheet import write_evidence_sheet

    written = write_evidence_sheet(folder, [ledger])
    echo(written.path)
    for line in () if quiet else written.in_words():
        echo(line, err=True)
