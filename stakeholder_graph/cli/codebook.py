"""``codebook``: drafts the survey settings from exports."""

from pathlib import Path
from typing import Literal

import click

from stakeholder_graph.cli import options


@click.command()
@click.argument("exports", metavar="EXPORT...", nargs=-1, required=True, type=click.Path(path_type=Path))
@options.output(None, "Folder of the partnership; the one of the first export unless told.")
@click.option(
    "--to",
    "spelling",
    type=click.Choice(["workbook", "toml"]),
    default="workbook",
    show_default=True,
    help="A workbook to fill in, or a text file.",
)
@options.quiet
def command(exports: tuple[Path, ...], output: Path | None, spelling: Literal["workbook", "toml"], quiet: bool) -> None:
    """Draft the survey settings from the headers of one or more exports.

    Says of each question what we take it for and why; what we are unsure of is yellow. Give the exports of several
    rounds together. Run it again after a new download: every decision made in the workbook stays.
    """
    from stakeholder_graph.survey.settings.drafting.from_files import check_spelling, draft_settings
    from stakeholder_graph.survey.settings.model import SETTINGS_FILE
    from stakeholder_graph.survey.settings.sheets import WORKBOOK_FILE
    from stakeholder_graph.survey.settings.write_workbook import check_closed, write_workbook, yellow

    folder = output or exports[0].parent
    target = folder / (WORKBOOK_FILE if spelling == "workbook" else SETTINGS_FILE)
    check_spelling(folder, SETTINGS_FILE if spelling == "workbook" else WORKBOOK_FILE)
    check_closed(target)
    drafted = draft_settings(exports, folder)
    folder.mkdir(parents=True, exist_ok=True)
    if spelling == "workbook":
        write_workbook(target, drafted)
    else:
        from stakeholder_graph.survey.settings.drafting.draft_toml import write_toml

        write_toml(target, drafted)
    click.echo(target)
    if not quiet:
        unsure = sum(not question.decided for question in drafted.settings.question)
        if spelling == "workbook":
            todo = f"look at its {waiting}" if (waiting := yellow(drafted)) else "look it over"
            todo = f"Open it and {todo}"
        else:
            todo = f"Look at the {unsure} with decided = false" if unsure else "Look them over"
        count = len(drafted.settings.question)
        click.echo(f"{count} questions. {todo}; then: stakeholder-graph check {folder}", err=True)
