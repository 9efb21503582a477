"""``start``: a few questions, and the survey settings are drafted."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from stakeholder_graph.model.errors import Problem
    from stakeholder_graph.survey.settings.drafting.draft import Draft

_PROMISES = """
What were people told of who sees which organizations they named?
  named      everyone may see who works with whom
  aggregate  everyone may see totals only
  backbone   only the backbone sees it
  later      to be decided in the workbook"""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=".")
def command(folder: Path) -> None:
    """Ask six questions, draft the survey settings, and say what is next.

    Put the export of your survey into a folder, and start there. Press Enter to take what stands in brackets.
    """
    from dataclasses import replace

    from stakeholder_graph.cli.launcher import write_launcher
    from stakeholder_graph.model.errors import Problem, SurveyError
    from stakeholder_graph.model.problems import Inspection
    from stakeholder_graph.survey.settings.drafting.from_files import check_spelling, draft_settings, find_exports
    from stakeholder_graph.survey.settings.model import SETTINGS_FILE
    from stakeholder_graph.survey.settings.sheets import WORKBOOK_FILE
    from stakeholder_graph.survey.settings.write_workbook import check_closed, write_workbook, yellow

    if not folder.exists():
        raise SurveyError([Problem("There is no such folder.", "Check the name.", str(folder))])
    if folder.is_file():
        folder = folder.parent
    workbook = folder / WORKBOOK_FILE
    check_spelling(folder, SETTINGS_FILE)
    check_closed(workbook)
    inspection = Inspection()
    found = find_exports(folder, inspection)
    exports = _exports(folder, found, inspection.problems)
    draft = draft_settings(exports, folder)
    settings = draft.settings
    name = _ask("What is your partnership called?", settings.name or folder.resolve().name)
    draft = replace(draft, settings=settings.model_copy(update={"name": name}))
    draft = _round(draft)
    draft = _backbone(draft)
    draft = _promised(draft)
    output = _ask("In which folder shall the reports go?", "outputs")
    write_workbook(workbook, draft)
    launcher = write_launcher(folder, output)
    click.echo(f"\nWritten: {workbook} and {launcher}")
    waiting = yellow(draft)
    look = f"look at its {waiting}" if waiting else "look it over"
    click.echo(f'Next: open {workbook.name}, {look}, save and close it, then double-click "{launcher.name}".')


def _ask(text: str, default: str, choices: Sequence[str] = ()) -> str:
    """One question; where the answers are piped in and run out, the default."""
    kind = click.Choice(choices, case_sensitive=False) if choices else str
    try:
        answer = click.prompt(text, default=default, type=kind, show_default=bool(default), show_choices=False)
    except click.Abort:
        if sys.stdin.isatty():
            raise
        click.echo()
        answer = default
    return str(answer).strip()


def _exports(folder: Path, found: Sequence[Path], broken: "Sequence[Problem]") -> list[Path]:
    """The exports: those that lie in the folder, or others; what cannot be read there is said."""
    from stakeholder_graph.model.errors import Problem, SurveyError

    for problem in broken if found else ():
        click.echo(f"Passed over: {problem}")
    asked = _ask("Which file is the export of your survey? (several: with a comma)", ", ".join(p.name for p in found))
    named = [folder / asked] if (folder / asked).is_file() else [folder / part.strip() for part in asked.split(",")]
    missing = [path for path in named if not path.is_file()]
    if not asked and broken:
        raise SurveyError(broken)
    if missing:
        what = "There is no such file." if asked else "There is no export of a survey in the folder."
        todo = "Download it from your survey tool, put it into the folder, and start again."
        raise SurveyError([Problem(what, todo, path.name if asked else str(folder)) for path in missing])
    return named


def _round(draft: "Draft") -> "Draft":
    """Name the round of a first survey; several have names already."""
    from dataclasses import replace

    waves = draft.settings.wave
    called = ", ".join(wave.name for wave in waves)
    answer = _ask("Which round of the survey is this? (a year will do)", called)
    if len(waves) != 1 or not answer or answer == called:
        return draft
    renamed = (waves[0].model_copy(update={"name": answer}),)
    return replace(draft, settings=draft.settings.model_copy(update={"wave": renamed}))


def _backbone(draft: "Draft") -> "Draft":
    """Which organization holds the partnership together, as the list of organizations has it."""
    from dataclasses import replace

    from stakeholder_graph.survey.names.matching import Matcher

    answer = _ask("Which organization is the backbone? (Enter: none, or decide later)", draft.settings.backbone)
    if not answer:
        return draft
    listed = draft.tables.get("organizations")
    match = Matcher(listed["organization"]).match(answer) if listed is not None else None
    if match and not match.organization:
        near = " or ".join(each.organization for each in match.proposals)
        click.echo(
            f"  It is not among the organizations{f'; is it {near}?' if near else '.'} Choose it in the workbook."
        )
        return draft
    settings = draft.settings.model_copy(update={"backbone": match.organization if match else answer})
    return replace(draft, settings=settings)


def _promised(draft: "Draft") -> "Draft":
    """One promise for every question about ties of which nothing is decided."""
    from dataclasses import replace

    click.echo(_PROMISES)
    promise = _ask("Your choice", "later", ("named", "aggregate", "backbone", "later"))
    if promise == "later":
        return draft
    questions = tuple(
        each.model_copy(update={"promise": promise}) if each.kind == "tie" and each.promise is None else each
        for each in draft.settings.question
    )
    return replace(draft, settings=draft.settings.model_copy(update={"question": questions}))
