"""The questions that ``start`` asks, each with a default."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from stakeholder_graph.cli.streams import echo
from stakeholder_graph.text import N_, _, listing
from stakeholder_graph.text.printable import printable

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


def confirmed_tables(tables: "FolderTables", folder: Path, title: str) -> "FolderTables":
    """Show what each table was taken for until nothing is corrected any more."""
    from stakeholder_graph.survey.roles.draft import numbered
    from stakeholder_graph.survey.roles.drafting.correct import corrected

    while True:
        echo(title)
        for line in numbered(tables, folder):
            echo(line)
        answer = ask(
            _("Is that right? Press Enter, or write a number and what it is, such as “2 not used” or “2 round 2024”"),
            "",
        )
        if not answer:
            return tables
        number, _blank, word = answer.partition(" ")
        changed = corrected(tables, int(number) if number.isdigit() else 0, word)
        if isinstance(changed, str):
            echo("  " + changed)
        else:
            tables = changed


def ask(text: str, default: str, choices: Sequence[str] = (), *, unanswered: str | None = None) -> str:
    """Ask one question; where answers are piped in and run out, the default is the answer unless another is given."""
    default = printable(default)
    kind = click.Choice(choices, case_sensitive=False) if choices else str
    try:
        answer = click.prompt(text, default=default, type=kind, show_default=bool(default), show_choices=False)
    except click.Abort:
        if sys.stdin.isatty():
            raise
        echo()
        answer = default if unanswered is None else unanswered
    return str(answer).strip()


def ask_for_name(known: str, folder: Path) -> str:
    """Ask what the partnership is called; proposed is what the folder's name says beyond that it holds files."""
    from stakeholder_graph.survey.names.partnership_name import name_by_folder

    name = ask(_("What is your partnership called?"), known or name_by_folder(folder.resolve().name))
    if not name:
        echo("  " + _("Until you write it on the sheet “Start here”, pages are headed “{name}”.",
                      name=folder.resolve().name))  # fmt: skip
    return name


def ask_for_exports(folder: Path, exports: Sequence[Path], broken: "Sequence[Problem]") -> list[Path]:
    """Ask which files are the exports, with those of the folder as the default, and name what cannot be read."""
    from stakeholder_graph.model.problems import Problem, SurveyError

    for problem in broken if exports else ():
        echo(_("Skipped: {problem}", problem=problem))
    question = _("Which file is the export of your survey? (separate several with commas)")
    proposed = ", ".join(export.name for export in exports)
    answer = ask(question, proposed)
    named = [*exports] if exports and answer == printable(proposed).strip() else _files_named(answer, folder)
    missing = [path for path in named if not path.is_file()]
    if not answer and broken:
        raise SurveyError(broken)
    if missing:
        what = _("There is no such file.") if answer else _("There is no export of a survey in the folder.")
        todo = _("Download it from your survey tool, put it into the folder, and start again.")
        raise SurveyError([Problem(what, todo, path.name if answer else str(folder)) for path in missing])
    return named


def _files_named(answer: str, folder: Path) -> list[Path]:
    """The files that an answer names, with commas between them, which may stand in their names, too."""
    there = {path.name.casefold(): path for path in folder.iterdir() if path.is_file()}
    pieces, named, missing = answer.split(","), list[Path](), ""
    while pieces:
        for count in range(len(pieces), 0, -1):
            name = ",".join(pieces[:count]).strip().strip("'\"")
            path = folder / name if (folder / name).is_file() else there.get(name.casefold())
            if path is not None:
                break
        if path is None:  # what is not there is one name up to its ending
            missing += f",{pieces[0]}" if missing else pieces[0]
        if missing and (path is not None or Path(name).suffix or len(pieces) == 1):
            named.append(folder / missing.strip())
            missing = ""
        named += [path] if path is not None else []
        del pieces[:count]
    return named or [folder]


def with_round(draft: "Draft") -> "Draft":
    """Ask for the name of the round; where there are several, they have names already."""
    from dataclasses import replace

    waves = draft.settings.wave
    known = ", ".join(wave.name for wave in waves)
    answer = ask(_("Which round of the survey is this? (a year will do)"), known)
    if len(waves) != 1 or not answer or answer == known:
        return draft
    renamed = (waves[0].model_copy(update={"name": answer}),)
    return replace(draft, settings=draft.settings.model_copy(update={"wave": renamed}))


def with_directions(draft: "Draft", likely: "Mapping[str, bool] | None" = None) -> "Draft":
    """Ask of each kind of tie whether it has a direction, where the files do not say; what is likely is proposed."""
    from dataclasses import replace

    layers = dict(draft.settings.layers)
    for name, layer in layers.items():
        if layer.directed is None:
            question = _("Does “{kind}” run one way, from one organization to another? (yes or no)", kind=name)
            default = "yes" if (likely or {}).get(name) else "no"
            answer = ask(question, default, ("yes", "no"))
            layers[name] = layer.model_copy(update={"directed": answer == "yes"})
    return replace(draft, settings=draft.settings.model_copy(update={"layers": layers}))


def with_backbone(draft: "Draft", tables: "FolderTables | None" = None) -> "Draft":
    """Ask which organization holds the partnership together; it must be in the list of organizations."""
    from dataclasses import replace

    from stakeholder_graph.survey.names.matching import Matcher
    from stakeholder_graph.survey.roles.drafting.listed_name import listed_name, listed_names, marked_backbone

    question = _("Which organization is the backbone? (press Enter for none, or to decide later)")
    answer = ask(question, draft.settings.backbone or (marked_backbone(tables) if tables else ""))
    if not answer:
        return draft
    listed = draft.tables.get("organizations")
    names = [str(name) for name in listed["organization"]] if listed is not None else []
    names = names or (listed_names(tables) if tables else [])
    match = Matcher(names).match(answer) if names else None
    named = match.organization if match else answer
    named = named or (listed_name(tables, answer) if tables else "")
    if match and not named:
        near = listing((proposal.organization for proposal in match.proposals), "or")
        lines = [_("“{name}” is not in the list of organizations.", name=answer)]
        lines += [_("Did you mean {names}?", names=near)] if near else []
        echo("  " + " ".join([*lines, _("Choose the backbone in the workbook.")]))
        return draft
    settings = draft.settings.model_copy(update={"backbone": named})
    return replace(draft, settings=settings)


def with_promises(draft: "Draft") -> "Draft":
    """Ask for one promise for every question about ties that has none yet."""
    from dataclasses import replace
    from typing import get_args

    from stakeholder_graph.model.survey import Promise

    echo(_(_PROMISES))
    promise = ask(_("Your choice"), "later", (*get_args(Promise), "later"))
    tables = bool(draft.settings.network or draft.settings.table or draft.settings.layers)
    decided = None if promise == "later" else promise  # questions wait for it, and the report is a draft until then
    if tables and decided is None:
        # Questions of an export wait for their promise on the one sheet, kinds of tie of tables stand on the other.
        sheet = "Layers" if draft.settings.layers else "Promise"
        until = _(
            "Until you write another promise on the sheet {sheet}, others see totals only: the room sees no "
            "connections.",
            sheet=sheet,
        )
        echo("  " + until)
    questions = tuple(
        question.model_copy(update={"promise": decided})
        if question.kind == "tie" and question.promise is None
        else question
        for question in draft.settings.question
    )
    layers = {
        name: layer.model_copy(update={"promise": layer.promise or decided or "aggregate"}) if tables else layer
        for name, layer in draft.settings.layers.items()
    }
    return replace(draft, settings=draft.settings.model_copy(update={"question": questions, "layers": layers}))
