"""``start``: a few questions, and the survey settings are drafted."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from stakeholder_graph.cli import options
from stakeholder_graph.cli.starting.preset import say_whether_preset_fits, with_preset
from stakeholder_graph.cli.starting.questions import (
    ask,
    ask_for_exports,
    ask_for_name,
    confirmed_tables,
    with_backbone,
    with_directions,
    with_promises,
    with_round,
)
from stakeholder_graph.cli.starting.sector import with_sector_column
from stakeholder_graph.cli.streams import echo
from stakeholder_graph.text import N_, _

if TYPE_CHECKING:
    from stakeholder_graph.survey.roles.draft import FolderTables
    from stakeholder_graph.survey.settings.draft import Draft


@options.command(
    N_(
        "Answer a few questions and get a draft of your survey settings.\n\n"
        "Put the export of your survey, or your tables, into a folder and give that folder. Press Enter to accept what "
        "is in brackets."
    )
)
@click.argument("folder", type=click.Path(path_type=Path), default=".")
@options.language
def command(folder: Path) -> None:
    """Ask a few questions, write the workbook and the launcher, and say what to do next."""
    from stakeholder_graph.model.problems import Inspection
    from stakeholder_graph.survey.roles.draft import look_at
    from stakeholder_graph.survey.roles.drafting.decided import with_decided_roles
    from stakeholder_graph.survey.roles.drafting.with_networks import are_several, with_rounds_or_kinds
    from stakeholder_graph.survey.settings.drafting.from_files import check_spelling, earlier_draft
    from stakeholder_graph.survey.settings.elements import SETTINGS_FILE
    from stakeholder_graph.survey.settings.workbook.open_elsewhere import check_closed
    from stakeholder_graph.survey.settings.workbook.sheets import WORKBOOK_FILE

    folder, named = _folder_and_file(folder)
    check_spelling(folder, SETTINGS_FILE)
    check_closed(folder / WORKBOOK_FILE)
    _say_what_is_open(folder)
    old = earlier_draft(folder, inspection := Inspection())
    inspection.verdict()
    tables = with_decided_roles(with_rounds_or_kinds(folder, look_at(folder)), old)
    if named:
        tables = _about(tables, named)
    if tables.make_a_partnership or (named is None and are_several(tables)):
        _finish(_of_tables(folder, old, tables), folder)
    else:
        _finish(_of_exports(folder, named, old, tables), folder)


def _folder_and_file(path: Path) -> tuple[Path, Path | None]:
    """The folder of the partnership, and the file in it that the user named."""
    from stakeholder_graph.model.problems import Problem, SurveyError
    from stakeholder_graph.survey.settings.elements import SETTINGS_FILE
    from stakeholder_graph.survey.settings.workbook.sheets import WORKBOOK_FILE

    if not path.exists():
        raise SurveyError([Problem(_("There is no such folder."), _("Check its name."), str(path))])
    folder, named = (path.parent, path) if path.is_file() else (path, None)
    if not os.access(folder, os.W_OK):
        what = _("The folder cannot be written to, and the survey settings go into it.")
        todo = _("Copy it to a place of your own, such as Documents, and start there.")
        raise SurveyError([Problem(what, todo, str(folder))])
    return folder, None if named is not None and named.name in (SETTINGS_FILE, WORKBOOK_FILE) else named


def _say_what_is_open(folder: Path) -> None:
    from stakeholder_graph.survey.what_is_there import open_now

    for file in open_now(folder):
        echo(_("{file} is open in a spreadsheet: what is not saved there is not read.", file=file))


def _about(tables: "FolderTables", named: Path) -> "FolderTables":
    """The tables of the folder where the user named one of them: no other holds the ties."""
    from dataclasses import replace

    roles = tables.roles
    if not any(role.file == named.name and role.role in ("ties", "matrix") for role in roles):
        return replace(tables, roles=tuple(role for role in roles if role.role not in ("ties", "matrix")))
    why = _("You named {file}.", file=named.name)
    return replace(
        tables,
        roles=tuple(
            replace(role, role="not used", columns={}, why=why, sure=True, doubt="", layer="", wave="")
            if role.role in ("ties", "matrix", "network") and role.file != named.name
            else role
            for role in roles
        ),
    )


def _of_exports(folder: Path, named: Path | None, old: "Draft | None", tables: "FolderTables") -> "Draft":
    """Draft from the exports of a survey, and the tables beside them, or from a network file."""
    from dataclasses import replace

    from stakeholder_graph.model.problems import Inspection, SurveyError
    from stakeholder_graph.survey.networks.draft import network_among, network_preview
    from stakeholder_graph.survey.roles.table_role import ROLES
    from stakeholder_graph.survey.settings.drafting.from_files import (
        draft_settings,
        find_exports,
        find_network,
        read_answers,
    )
    from stakeholder_graph.survey.what_is_there import not_a_table, nothing_to_read

    inspection = Inspection()
    opened = find_exports(folder, inspection)
    network = network_among([named] if named else []) or find_network(folder, opened)
    broken = [problem for problem in inspection.problems if not network or problem.file != network.name]
    lists = {role.file for role in tables.roles if role.role in ("dictionary", "contacts")}
    opened = {path: read for path, read in opened.items() if path.name not in lists or read.format[:5] != "plain"}
    usual = {table.file for table in tables.plain.values()}
    network = None if network and network.name in usual else network
    opened = {path: read for path, read in opened.items() if path.name not in usual}
    if not opened and not network:
        files = dict.fromkeys(role.file for role in tables.roles if role.role == "answers")
        opened = read_answers([folder / file for file in files], inspection)
    proposed = [named] if named else [network] if network else list(opened)
    answers = any(role.role == "answers" and role.file == named.name for role in tables.roles) if named else False
    if named and answers:
        opened |= read_answers([named], inspection)
    if named and named != network and named not in opened:
        of_it = [problem for problem in broken if problem.file == named.name]
        raise SurveyError(of_it or [not_a_table(named)])
    if not proposed:
        seen = [f"{role.shown} ({_(ROLES[role.role])})" for role in tables.roles]
        seen += [f"{table.file} ({_(family)})" for family, table in tables.plain.items()]
        raise SurveyError(broken or [nothing_to_read(folder, seen)])
    exports = ask_for_exports(folder, proposed, broken)
    for line in network_preview(exports[0]) if network_among(exports) else ():
        echo(line)
    draft = draft_settings(exports, folder, opened)
    directions = None
    if draft.settings.network is None:
        draft, directions = _with_tables_beside(folder, exports, draft, old, tables)
    settings = draft.settings
    name = ask_for_name(settings.name, folder)
    draft = replace(draft, settings=settings.model_copy(update={"name": name}))
    if draft.settings.network is None:
        draft = with_round(draft)
    return with_sector_column(with_backbone(with_directions(draft, directions)), tables)


def _with_tables_beside(
    folder: Path, exports: Sequence[Path], draft: "Draft", old: "Draft | None", tables: "FolderTables"
) -> "tuple[Draft, dict[str, bool]]":
    """Say what the other tables of the folder are, take corrections, and add them to the draft."""
    from stakeholder_graph.survey.roles.draft import not_read, usual_names
    from stakeholder_graph.survey.roles.drafting import beside
    from stakeholder_graph.survey.roles.drafting.decided import with_corrections, with_decided_roles
    from stakeholder_graph.survey.settings.drafting.from_files import draft_settings, with_what_is_decided

    others = beside.tables_beside(folder, tables, [path.name for path in exports], draft)
    others = beside.with_rounds(others, [wave.name for wave in draft.settings.wave])
    others = with_decided_roles(beside.without_second_list(others, old), old)
    if not beside.uses_any(others):
        for line in [*usual_names(others), *not_read(others, [])]:
            echo(line)
        return draft, {}
    confirmed = confirmed_tables(others, folder, _("These tables are beside the export:"))
    listed = beside.listed_in(confirmed)
    if listed:
        draft = draft_settings(exports, folder, listed_elsewhere=listed)
    added, directions = beside.add_tables(draft, confirmed)
    merged = with_corrections(with_what_is_decided(old, added), others, confirmed)
    return merged, {kind: said.directed for kind, said in directions.items()}


def _of_tables(folder: Path, old: "Draft | None", tables: "FolderTables") -> "Draft":
    """Say what each table was taken for, take corrections, and draft the settings; add what nobody can tell."""
    from dataclasses import replace

    from stakeholder_graph.survey.roles.draft import draft_tables
    from stakeholder_graph.survey.roles.drafting.decided import with_corrections
    from stakeholder_graph.survey.roles.drafting.plain_kinds import with_plain_kinds
    from stakeholder_graph.survey.roles.drafting.with_networks import are_several, draft_with_networks
    from stakeholder_graph.survey.settings.drafting.from_files import with_what_is_decided

    for problem in tables.broken:
        echo(_("Skipped: {problem}", problem=problem))
    confirmed = confirmed_tables(tables, folder, _("These tables are in the folder:"))
    networks = are_several(tables)
    answers = [role.file for role in confirmed.roles if role.role == "answers" and role.sure]
    if answers and not networks:
        return _of_exports(folder, folder / answers[0], old, confirmed)
    drafted, directions = draft_with_networks(folder, confirmed) if networks else draft_tables(confirmed)
    drafted, of_plain = with_plain_kinds(drafted, confirmed.plain)
    draft = with_corrections(with_what_is_decided(old, drafted), tables, confirmed)
    name = ask_for_name(draft.settings.name, folder)
    draft = replace(draft, settings=draft.settings.model_copy(update={"name": name}))
    likely = {kind: said.directed for kind, said in {**directions, **of_plain}.items()}
    return with_sector_column(with_backbone(with_directions(draft, likely), confirmed), confirmed)


def _finish(draft: "Draft", folder: Path) -> None:
    """Ask what was promised and where the reports go, and write the workbook and the launcher."""
    from stakeholder_graph.cli.launcher import write_launcher
    from stakeholder_graph.cli.maturity.later import evidence_sheet_later
    from stakeholder_graph.survey.settings.workbook.sheets import WORKBOOK_FILE
    from stakeholder_graph.survey.settings.workbook.write import kept_in_words, write_workbook

    workbook = folder / WORKBOOK_FILE
    draft = with_promises(draft)
    output = ask(_("In which folder should the reports go?"), "outputs")
    draft = with_preset(draft, folder)
    kept = write_workbook(workbook, draft)
    if kept:
        echo(kept_in_words(kept), err=True)
    launcher = write_launcher(folder, output)
    for line in draft.news:
        echo(_("New since the last time: {rows}", rows=line))
    echo("\n" + _("Written: {workbook} and {launcher}", workbook=workbook, launcher=launcher))
    say_whether_preset_fits(workbook)
    echo(evidence_sheet_later(folder))
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
