"""``codebook``: drafts the survey settings from exports."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from stakeholder_graph.cli import options
from stakeholder_graph.cli.maturity.later import evidence_sheet_later
from stakeholder_graph.cli.streams import echo
from stakeholder_graph.cli.usage.unused_options import refuse_unused
from stakeholder_graph.progress import part
from stakeholder_graph.text import N_, _, _n
from stakeholder_graph.text.commands import quoted

if TYPE_CHECKING:
    from stakeholder_graph.survey.settings.draft import Draft


@options.command(
    N_(
        "Draft the survey settings from the headers of one or more exports.\n\n"
        "The draft says what each question seems to ask about, and why. Where it needs your decision, cells are "
        "yellow. Give the exports of all rounds together. After a new download, run the command again: it keeps every "
        "decision that you made in the workbook, and what you deleted stays deleted.\n\n"
        "Give partnership.xlsx with --to toml, or partnership.toml, to turn the settings into the other spelling."
    )
)
@click.argument("exports", metavar="EXPORT...", nargs=-1, required=True, type=click.Path(path_type=Path))
@options.output(None, N_("Folder of the partnership; by default that of the first export."))
@click.option(
    "--to",
    "spelling",
    type=click.Choice(["workbook", "toml"]),
    default="workbook",
    show_default=True,
    help=N_("Write the settings as a workbook to fill in, or as a text file."),
)
@options.language
@options.quiet
def command(exports: tuple[Path, ...], output: Path | None, spelling: Literal["workbook", "toml"], quiet: bool) -> None:
    """Draft the survey settings and say what to look at."""
    from stakeholder_graph.survey.settings.convert import convert_settings, is_other_spelling
    from stakeholder_graph.survey.settings.drafting.from_files import check_spelling, draft_settings
    from stakeholder_graph.survey.settings.elements import SETTINGS_FILE
    from stakeholder_graph.survey.settings.workbook.open_elsewhere import check_closed
    from stakeholder_graph.survey.settings.workbook.sheets import WORKBOOK_FILE
    from stakeholder_graph.survey.settings.workbook.write import kept_in_words, write_workbook

    if len(exports) == 1 and exports[0].is_file() and is_other_spelling(exports[0], spelling):
        refuse_unused({"output"}, _("Settings are turned into the other spelling in their own folder."))
        *written, earlier = convert_settings(exports[0])
        for path in written:
            echo(path)
        if not quiet:
            echo(_("The settings as they were are in {file}.", file=earlier.name), err=True)
        return
    folder = output or exports[0].parent
    target = folder / (WORKBOOK_FILE if spelling == "workbook" else SETTINGS_FILE)
    check_spelling(folder, SETTINGS_FILE if spelling == "workbook" else WORKBOOK_FILE)
    check_closed(target)
    with part(what=_("Reading")):
        drafted = _of_tables(exports, folder) or draft_settings(exports, folder)
    folder.mkdir(parents=True, exist_ok=True)
    if spelling == "workbook":
        kept = write_workbook(target, drafted)
        if kept:
            echo(kept_in_words(kept), err=True)
    else:
        from stakeholder_graph.survey.settings.draft_toml import write_toml

        write_toml(target, drafted)
    echo(target)
    for line in () if quiet else drafted.news:
        echo(_("New since the last time: {rows}", rows=line), err=True)
    if not quiet:
        echo(evidence_sheet_later(folder), err=True)
        echo(_next_steps(drafted, spelling, folder), err=True)


def _of_tables(exports: tuple[Path, ...], folder: Path) -> "Draft | None":
    """A draft from lists of ties, matrices and the like in the folder itself; None where the files are exports."""
    from stakeholder_graph.model.problems import Inspection
    from stakeholder_graph.survey.roles.draft import draft_tables, look_at
    from stakeholder_graph.survey.roles.drafting.decided import with_decided_roles
    from stakeholder_graph.survey.settings.drafting.from_files import earlier_draft, with_what_is_decided

    if any(path.parent.resolve() != folder.resolve() or not path.is_file() for path in exports):
        return None
    old = earlier_draft(folder, inspection := Inspection())
    inspection.verdict()
    tables = with_decided_roles(look_at(folder, [path.name for path in exports]), old)
    if not tables.make_a_partnership or {role.file for role in tables.roles} < {path.name for path in exports}:
        return None
    drafted, _directions = draft_tables(tables)
    return with_what_is_decided(old, drafted)


def _next_steps(draft: "Draft", spelling: Literal["workbook", "toml"], folder: Path) -> str:
    from stakeholder_graph.survey.settings.workbook.open_decisions import waiting_in_words

    questions = draft.settings.question
    unsure = sum(not question.decided for question in questions)
    if spelling == "workbook":
        cells = waiting_in_words(draft)
        look = _("Open it and look at its {yellow_cells}.", yellow_cells=cells) if cells else _("Open it and read it.")
    elif unsure:
        look = _n(
            "Look at the question with decided = false.",
            "Look at the {count} questions with decided = false.",
            unsure,
        )
    else:
        look = _("Read the file.")
    return " ".join(
        (
            _n("The draft has {count} table.", "The draft has {count} tables.", len(draft.settings.table))
            if draft.settings.table and not questions
            else _n("The draft has {count} question.", "The draft has {count} questions.", len(questions)),
            look,
            _("Then run: stakeholder-graph check {folder}", folder=quoted(folder)),
        )
    )
