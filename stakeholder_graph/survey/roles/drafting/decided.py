"""What the settings say of tables, in the place of what they look like."""

from collections.abc import Mapping
from dataclasses import replace

from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.roles.draft import FolderTables
from stakeholder_graph.survey.roles.drafting.find_columns import with_columns
from stakeholder_graph.survey.roles.table_role import TableRole
from stakeholder_graph.survey.settings.draft import Draft
from stakeholder_graph.survey.settings.record import removed
from stakeholder_graph.survey.settings.tables import TableSettings
from stakeholder_graph.text import _

TableKey = tuple[str, str]
"""The file and the sheet, in normal form."""


def with_decided_roles(tables: FolderTables, old: Draft | None) -> FolderTables:
    """Give the tables as the settings take them; one whose row a person deleted is not used.

    Parameters
    ----------
    tables : FolderTables
        As they look.
    old : Draft or None
        The settings that are there; without any, tables stay what they look like.
    """
    if old is None:
        return tables
    said, gone = _by_table(old.settings.table), removed(old)
    asked = {question.file for question in old.settings.question}
    asked |= {file for wave in old.settings.wave for file in wave.files if old.settings.question}
    roles: list[TableRole] = []
    done: set[TableKey] = set()
    for role in tables.roles:
        entries = said.get(_key(role), [])
        if entries and _key(role) not in done:
            roles += [_as_said(entry, role, tables) for entry in entries]
        elif not entries and gone.has("files", (role.file, role.sheet)) and "files" not in gone.emptied:
            words = _("You deleted its row in the survey settings.")
            roles.append(replace(role, role="not used", columns={}, why=words, sure=True, doubt="", layer="", wave=""))
        elif role.file in asked:
            # Its questions are decided: taken for a list of ties as well, its answers would count twice.
            why = role.why if role.role == "answers" else _("Your survey settings read it as answers.")
            roles.append(replace(role, role="answers", columns={}, why=why, sure=True, doubt="", layer="", wave=""))
        else:
            roles.append(role)
        done.add(_key(role))
    return replace(tables, roles=tuple(roles))


def _as_said(entry: TableSettings, role: TableRole, tables: FolderTables) -> TableRole:
    words = _("Your survey settings say so.")
    said = replace(TableRole.of(entry), why=words, doubt="" if entry.decided else role.doubt)
    table = tables.table(said)
    if table is None:
        return said
    said, lacking = with_columns(table, said)
    return replace(role, sure=False, doubt=lacking) if lacking else said


def with_corrections(draft: Draft, before: FolderTables, after: FolderTables) -> Draft:
    """Give a draft in which the tables that were corrected by number say what they were corrected to.

    Parameters
    ----------
    draft : Draft
        The settings with what is new.
    before, after : FolderTables
        As they were shown first, and as they were confirmed.
    """
    shown, now = _roles_by_table(before), _roles_by_table(after)
    changed = {key: [role.settings() for role in roles] for key, roles in now.items() if shown.get(key) != roles}
    if not changed:
        return draft
    table: list[TableSettings] = []
    for said in draft.settings.table:
        key = (said.file, normal(said.sheet))
        table += changed.pop(key) if key in changed else [said] if key not in now or shown.get(key) == now[key] else []
    table += [said for entries in changed.values() for said in entries]
    return replace(draft, settings=draft.settings.model_copy(update={"table": tuple(table)}))


def _roles_by_table(tables: FolderTables) -> dict[TableKey, list[TableRole]]:
    by_table: dict[TableKey, list[TableRole]] = {}
    for role in tables.roles:
        by_table.setdefault(_key(role), []).append(role)
    return by_table


def _by_table(table: tuple[TableSettings, ...]) -> Mapping[TableKey, list[TableSettings]]:
    by_table: dict[TableKey, list[TableSettings]] = {}
    for said in table:
        by_table.setdefault((said.file, normal(said.sheet)), []).append(said)
    return by_table


def _key(role: TableRole) -> TableKey:
    return role.file, normal(role.sheet)
