"""What the settings say of tables, in the place of what they look like."""

from collections.abc import Mapping
from dataclasses import replace

from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.roles.draft import FolderTables
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
    roles = []
    for role in tables.roles:
        entry = said.get(_key(role))
        if entry is not None:
            words = _("Your survey settings say so.")
            roles.append(replace(TableRole.of(entry), why=words, doubt=role.doubt if not entry.decided else ""))
        elif gone.has("files", (role.file, role.sheet)) and "files" not in gone.emptied:
            words = _("You deleted its row in the survey settings.")
            roles.append(replace(role, role="not used", columns={}, why=words, sure=True, doubt=""))
        else:
            roles.append(role)
    return replace(tables, roles=tuple(roles))


def with_corrections(draft: Draft, before: FolderTables, after: FolderTables) -> Draft:
    """Give a draft in which the tables that were corrected by number say what they were corrected to.

    Parameters
    ----------
    draft : Draft
        The settings with what is new.
    before, after : FolderTables
        As they were shown first, and as they were confirmed.
    """
    shown = {_key(role): role for role in before.roles}
    changed = {_key(role): role.settings() for role in after.roles if shown.get(_key(role)) != role}
    if not changed:
        return draft
    table = tuple(changed.pop((said.file, normal(said.sheet)), said) for said in draft.settings.table)
    settings = draft.settings.model_copy(update={"table": (*table, *changed.values())})
    return replace(draft, settings=settings)


def _by_table(table: tuple[TableSettings, ...]) -> Mapping[TableKey, TableSettings]:
    return {(said.file, normal(said.sheet)): said for said in table}


def _key(role: TableRole) -> TableKey:
    return role.file, normal(role.sheet)
