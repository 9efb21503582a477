"""``start``: a few questions, and the survey settings are drafted."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from stakeholder_graph.cli import options
from stakeholder_graph.cli.streams import echo, printable
from stakeholder_graph.text import N_, _, listing

if TYPE_CHECKING:
    from stakeholder_graph.model.problems import Problem
    from stakeholder_graph.survey.roles.draft import FolderTables
    from stakeholder_graph.survey.settings.draft import Draft

_PROMISES = N_("""
What did you promise people about who will see which organizations they named?
  named with strength  everyone may see who works with whom, and how closely
  named                everyone may see who works with whom, not how closely
  aggregate            everyone may see totals only
  backbone             only the backbone sees it
  later                decide in the workbook""")


@options.command(
    N_(
        "Answer six questions and get a draft of your survey settings.\n\n"
        "Put the export of your survey into a folder and give that folder. Press Enter to accept what is in brackets."
    )
)
@click.argument("folder", type=click.Path(path_type=Path), default=".")
def command(folder: Path) -> None:
    """Ask six questions, write the workbook and the launcher, and say what to do next."""
    from dataclasses import replace

    from stakeholder_graph.model.problems import Inspection, Problem, SurveyError
    from stakeholder_graph.survey.networks.draft import network_among, network_preview
    from stakeholder_graph.survey.roles.decided import with_decided_roles
    from stakeholder_graph.survey.roles.draft import look_at, not_read
    from stakeholder_graph.survey.settings.drafting.from_files import (
        check_spelling,
        draft_settings,
        earlier_draft,
        find_exports,
        find_network,
    )
    from stakeholder_graph.survey.settings.elements import SETTINGS_FILE
    from stakeholder_graph.survey.settings.workbook.open_elsewhere import check_closed
    from stakeholder_graph.survey.settings.workbook.sheets import WORKBOOK_FILE

    if not folder.exists():
        raise SurveyError([Problem(_("There is no such folder."), _("Check its name."), str(folder))])
    named = folder if folder.is_file() else None
    if named:
        folder = named.parent
    workbook = folder / WORKBOOK_FILE
    check_spelling(folder, SETTINGS_FILE)
    check_closed(workbook)
    old = earlier_draft(folder, inspection := Inspection())
    inspection.verdict()
    tables = with_decided_roles(look_at(folder), old)
    if named is None and tables.make_a_partnership:
        _finish(_of_tables(folder, old, tables), folder, workbook)
        return
    inspection = Inspection()
    opened = find_exports(folder, inspection)
    network = network_among([named] if named else []) or find_network(folder, opened)
    broken = [problem for problem in inspection.problems if not network or problem.file != network.name]
    exports = _exports(folder, [network] if network else list(opened), broken)
    for line in [
        *(network_preview(exports[0]) if network_among(exports) else ()),
        *not_read(tables, [path.name for path in exports]),
    ]:
        echo(line)
    draft = draft_settings(exports, folder, opened)
    settings = draft.settings
    name = _ask(_("What is your partnership called?"), settings.name or folder.resolve().name)
    draft = replace(draft, settings=settings.model_copy(update={"name": name}))
    draft = _round(draft) if draft.settings.network is None else _directed(draft)
    draft = _backbone(draft)
    _finish(draft, folder, workbook)


def _of_tables(folder: Path, old: "Draft | None", tables: "FolderTables") -> "Draft":
    """Say what each table was taken for, take corrections, and draft the settings; add what nobody can tell."""
    from dataclasses import replace

    from stakeholder_graph.survey.roles.decided import with_corrections
    from stakeholder_graph.survey.roles.draft import draft_tables
    from stakeholder_graph.survey.settings.drafting.from_files import with_what_is_decided

    for problem in tables.broken:
        echo(_("Skipped: {problem}", problem=problem))
    confirmed = _confirmed(tables)
    drafted, directions = draft_tables(confirmed)
    draft = with_corrections(with_what_is_decided(old, drafted), tables, confirmed)
    name = _ask(_("What is your partnership called?"), draft.settings.name or folder.resolve().name)
    draft = replace(draft, settings=draft.settings.model_copy(update={"name": name}))
    likely = {kind: said.directed for kind, said in directions.items()}
    return _backbone(_directed(draft, likely))


def _confirmed(tables: "FolderTables") -> "FolderTables":
    """Show what each table was taken for until nothing is corrected any more."""
    from stakeholder_graph.survey.roles.draft import corrected, numbered

    while True:
        echo(_("These tables are in the folder:"))
        for line in numbered(tables):
            echo(line)
        answer = _ask(
            _("Is that right? Press Enter, or write a number and what it is, such as “2 not used” or “2 round 2024”"),
            "",
        )
        if not answer:
            return tables
        number, _blank, word = answer.partition(" ")
        changed = corrected(tables, int(number) if number.isdigit() else 0, word)
        if changed is None:
            echo(
                "  "
                + _("This does not fit the table. Write, for example, “1 not used”, “1 reverse” or “1 kind funding”.")
            )
        tables = changed or tables


def _finish(draft: "Draft", folder: Path, workbook: Path) -> None:
    """Ask what was promised and where the reports go, and write the workbook and the launcher."""
    from stakeholder_graph.cli.launcher import write_launcher
    from stakeholder_graph.survey.settings.workbook.write import kept_in_words, write_workbook

    draft = _promised(draft)
    output = _ask(_("In which folder should the reports go?"), "outputs")
    kept = write_workbook(workbook, draft)
    if kept:
        echo(kept_in_words(kept), err=True)
    launcher = write_launcher(folder, output)
    for line in draft.news:
        echo(_("New since the last time: {rows}", rows=line))
    echo("\n" + _("Written: {workbook} and {launcher}", workbook=workbook, launcher=launcher))
    echo(_next_steps(draft, workbook.name, launcher.name))


def _next_steps(draft: "Draft", workbook: str, launcher: str) -> str:
    from stakeholder_graph.survey.settings.workbook.open_decisions import waiting_in_words

    cells = waiting_in_words(draft)
    if cells:
        return _(
            "Next: open {workbook}, look at its {yellow_cells}, save and close it, then double-click “{launcher}”.",
            workbook=workbook,
            yellow_cells=cells,
            launcher=launcher,
        )
    return _(
        "Next: open {workbook}, read it, save and close it, then double-click “{launcher}”.",
        workbook=workbook,
        launcher=launcher,
    )


def _ask(text: str, default: str, choices: Sequence[str] = ()) -> str:
    """Ask one question; where answers are piped in and run out, the default is the answer."""
    default = printable(default)
    kind = click.Choice(choices, case_sensitive=False) if choices else str
    try:
        answer = click.prompt(text, default=default, type=kind, show_default=bool(default), show_choices=False)
    except click.Abort:
        if sys.stdin.isatty():
            raise
        echo()
        answer = default
    return str(answer).strip()


def _exports(folder: Path, exports: Sequence[Path], broken: "Sequence[Problem]") -> list[Path]:
    """Ask which files are the exports, with those of the folder as the default, and name what cannot be read."""
    from stakeholder_graph.model.problems import Problem, SurveyError

    for problem in broken if exports else ():
        echo(_("Skipped: {problem}", problem=problem))
    question = _("Which file is the export of your survey? (separate several with commas)")
    answer = _ask(question, ", ".join(export.name for export in exports))
    named = [folder / answer] if (folder / answer).is_file() else [folder / name.strip() for name in answer.split(",")]
    missing = [path for path in named if not path.is_file()]
    if not answer and broken:
        raise SurveyError(broken)
    if missing:
        what = _("There is no such file.") if answer else _("There is no export of a survey in the folder.")
        todo = _("Download it from your survey tool, put it into the folder, and start again.")
        raise SurveyError([Problem(what, todo, path.name if answer else str(folder)) for path in missing])
    return named


def _round(draft: "Draft") -> "Draft":
    """Ask for the name of the round; where there are several, they have names already."""
    from dataclasses import replace

    waves = draft.settings.wave
    known = ", ".join(wave.name for wave in waves)
    answer = _ask(_("Which round of the survey is this? (a year will do)"), known)
    if len(waves) != 1 or not answer or answer == known:
        return draft
    renamed = (waves[0].model_copy(update={"name": answer}),)
    return replace(draft, settings=draft.settings.model_copy(update={"wave": renamed}))


def _directed(draft: "Draft", likely: "Mapping[str, bool] | None" = None) -> "Draft":
    """Ask of each kind of tie whether it has a direction, where the files do not say; what is likely is proposed."""
    from dataclasses import replace

    layers = dict(draft.settings.layers)
    for name, layer in layers.items():
        if layer.directed is None:
            question = _("Does “{kind}” run one way, from one organization to another? (yes or no)", kind=name)
            default = "yes" if (likely or {}).get(name) else "no"
            answer = _ask(question, default, ("yes", "no"))
            layers[name] = layer.model_copy(update={"directed": answer == "yes"})
    return replace(draft, settings=draft.settings.model_copy(update={"layers": layers}))


def _backbone(draft: "Draft") -> "Draft":
    """Ask which organization holds the partnership together; it must be in the list of organizations."""
    from dataclasses import replace

    from stakeholder_graph.survey.names.matching import Matcher

    question = _("Which organization is the backbone? (press Enter for none, or to decide later)")
    answer = _ask(question, draft.settings.backbone)
    if not answer:
        return draft
    listed = draft.tables.get("organizations")
    match = Matcher(listed["organization"]).match(answer) if listed is not None else None
    if match and not match.organization:
        near = listing((proposal.organization for proposal in match.proposals), "or")
        lines = [_("“{name}” is not in the list of organizations.", name=answer)]
        lines += [_("Did you mean {names}?", names=near)] if near else []
        echo("  " + " ".join([*lines, _("Choose the backbone in the workbook.")]))
        return draft
    settings = draft.settings.model_copy(update={"backbone": match.organization if match else answer})
    return replace(draft, settings=settings)


def _promised(draft: "Draft") -> "Draft":
    """Ask for one promise for every question about ties that has none yet."""
    from dataclasses import replace
    from typing import get_args

    from stakeholder_graph.model.survey import Promise

    echo(_(_PROMISES))
    promise = _ask(_("Your choice"), "later", (*get_args(Promise), "later"))
    tables = bool(draft.settings.network or draft.settings.table)
    if promise == "later":
        if not tables:
            return draft  # the questions wait for it, and the report is a draft until then
        promise = "aggregate"
        echo("  " + _("Until you write another promise on the sheet Layers, others see totals only."))
    questions = tuple(
        question.model_copy(update={"promise": promise})
        if question.kind == "tie" and question.promise is None
        else question
        for question in draft.settings.question
    )
    layers = {
        name: layer.model_copy(update={"promise": layer.promise or promise}) if tables else layer
        for name, layer in draft.settings.layers.items()
    }
    return replace(draft, settings=draft.settings.model_copy(update={"question": questions, "layers": layers}))
