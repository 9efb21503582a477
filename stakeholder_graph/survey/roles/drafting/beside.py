"""Tables beside the export of a survey: lists of organizations, of other kinds of tie, of what they take part in."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path, PurePath

import pandas as pd

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.networks.direction import Direction
from stakeholder_graph.survey.plain.families import FAMILIES
from stakeholder_graph.survey.roles.draft import FolderTables, draft_tables
from stakeholder_graph.survey.roles.opening.open_tables import OpenFiles, OpenTable
from stakeholder_graph.survey.roles.table_role import USED, TableRole
from stakeholder_graph.survey.roles.together import recognize_all
from stakeholder_graph.survey.roles.vocabulary import kind_in, round_in
from stakeholder_graph.survey.settings.draft import Draft
from stakeholder_graph.tabular.source_table import SourceTable, read_table
from stakeholder_graph.text import _

#: From this share of known organizations on, a column holds organizations.
_KNOWN = 0.5
_OF_ROUNDS = ("ties", "matrix", "affiliations", "affiliation table")


def tables_beside(folder: Path, tables: FolderTables, exports: Collection[str], draft: Draft) -> FolderTables:
    """Say what the tables beside an export are, given the organizations that the export speaks of.

    Parameters
    ----------
    folder : Path
        Of the partnership.
    tables : FolderTables
        Every table of the folder.
    exports : collection of str
        Names of the files that are read as exports.
    draft : Draft
        What the exports give.
    """
    named = [path for path in sorted(folder.iterdir()) if path.stem.casefold() in FAMILIES and path.name not in exports]
    plain = {
        path.stem.casefold(): table
        for path in named
        if path.suffix.casefold() in (".csv", ".tsv", ".xlsx") and (table := read_table(path, path.name, Inspection()))
    }
    passed = {*exports, *(path.name for path in named)}
    files = OpenFiles(
        {file: opened for file, opened in tables.files.files.items() if file not in passed},
        [table for table in tables.files.tables if table.file not in passed],
        tables.files.broken,
    )
    listed = draft.tables.get("organizations")
    names = [] if listed is None else [str(name) for name in listed["organization"]]
    names += plain["organizations"].texts("organization") if "organizations" in plain else []
    first = recognize_all(files)
    lists = [role for role in first if role.role == "organizations"] if "organizations" not in plain else []
    of_lists = {(role.file, role.sheet): role for role in lists[:1]}
    for key, role in of_lists.items():
        texts, known = _texts(files.tables, role), {normal(name) for name in names}
        if len({normal(text) for text in texts} & known) >= _KNOWN * len(known) > 0:
            why = _("It lists the organizations of the survey.")
            of_lists[key] = replace(role, sure=True, why=why, doubt="")
        names += texts
    rest = replace(files, tables=[table for table in files.tables if (table.file, table.sheet) not in of_lists])
    seen = {(role.file, role.sheet): _with_kind(rest.tables, role, names) for role in recognize_all(rest, names)}
    roles = [
        role  # a column of the list that says what organizations take part in
        if (role.file, role.sheet) in of_lists and role.role != "organizations"
        else of_lists.get((role.file, role.sheet)) or seen.get((role.file, role.sheet), role)
        for role in first
    ]
    return FolderTables(files, tuple(roles), plain)


def uses_any(tables: FolderTables) -> bool:
    """Whether any of the tables says something for a report.

    Parameters
    ----------
    tables : FolderTables
        As `tables_beside` gives them.
    """
    return any(role.role in USED and role.role != "contacts" for role in tables.roles)


def listed_in(tables: FolderTables) -> list[str]:
    """Give the organizations that a table beside the export lists; none where no table does.

    Parameters
    ----------
    tables : FolderTables
        As confirmed.
    """
    lists = [role for role in tables.roles if role.role == "organizations"]
    table = tables.table(lists[0]) if lists else None
    return [name for name in table.texts(lists[0].columns["organization"]) if name] if table else []


def without_second_list(tables: FolderTables, old: Draft | None) -> FolderTables:
    """Leave out a list of organizations where the settings have one already.

    Parameters
    ----------
    tables : FolderTables
        As `tables_beside` gives them.
    old : Draft or None
        The settings that are there.
    """
    listed = old.tables.get("organizations") if old else None
    if listed is None or not len(listed):
        return tables
    why = _("The sheet “{sheet}” lists the organizations; empty it to use this table instead.", sheet="Organizations")
    return replace(
        tables,
        roles=tuple(
            replace(role, role="not used", columns={}, why=why, sure=True, doubt="")
            if role.role == "organizations"
            else role
            for role in tables.roles
        ),
    )


def with_rounds(tables: FolderTables, waves: Sequence[str]) -> FolderTables:
    """Give each table without a round one, where the survey has several: what its name says, else the last.

    Parameters
    ----------
    tables : FolderTables
        As `tables_beside` gives them.
    waves : sequence of str
        The rounds, the first one first.
    """
    if len(waves) < 2:
        return tables
    return replace(tables, roles=tuple(_in_round(role, waves) for role in tables.roles))


def add_tables(draft: Draft, tables: FolderTables) -> tuple[Draft, dict[str, Direction]]:
    """Add the tables beside an export to its draft.

    Parameters
    ----------
    draft : Draft
        Of the export.
    tables : FolderTables
        As confirmed.

    Returns
    -------
    (Draft, dict of str to Direction)
        As `draft_tables` gives them.
    """
    listed = draft.tables.get("organizations")
    plain = dict(tables.plain)
    by_table = any(role.role == "organizations" for role in tables.roles)
    if listed is not None and len(listed) and not by_table and "organizations" not in plain:
        names = [str(name) for name in listed["organization"]]
        plain["organizations"] = SourceTable("", {"organization": names}, list(range(1, len(names) + 1)))
    made, directions = draft_tables(replace(tables, plain=plain))
    settings = draft.settings.model_copy(
        update={"table": made.settings.table, "layers": {**draft.settings.layers, **made.settings.layers}}
    )
    frames = dict(draft.tables)
    if by_table:
        frames.pop("organizations", None)
    if "scales" in made.tables:
        scales = pd.concat([frames.get("scales", pd.DataFrame()), made.tables["scales"]], ignore_index=True)
        frames["scales"] = scales.fillna("").astype("str")
    return replace(draft, settings=settings, tables=frames), directions


def _with_kind(tables: Iterable[OpenTable], role: TableRole, names: Collection[str]) -> TableRole:
    """A list of pairs of organizations is a list of ties, and its name says which kind of tie."""
    known = {normal(name) for name in names}
    table = next((t for t in tables if (t.file, t.sheet) == (role.file, role.sheet)), None)
    if table is None:
        return role
    if role.role == "affiliations" and _share(table, role.columns["item"], known) >= _KNOWN:
        ends = sorted((role.columns["organization"], role.columns["item"]), key=list(table.table.columns).index)
        columns = {"from": ends[0], "to": ends[1]}
        columns |= {name: header for name, header in role.columns.items() if name in ("value", "wave")}
        why = _("Both of its columns hold organizations of the survey.")
        role = replace(role, role="ties", columns=columns, kind="", why=why, sure=True, doubt="")
    if role.role in ("ties", "matrix") and not role.layer and "layer" not in role.columns:
        stem = role.sheet or PurePath(role.file).stem
        role = replace(role, layer=kind_in(stem) or stem)
    return role


def _share(table: OpenTable, column: str, known: set[str]) -> float:
    texts = {normal(text) for text in table.texts(column)} - {""}
    return len(texts & known) / len(texts) if texts else 0.0


def _texts(tables: Iterable[OpenTable], role: TableRole) -> list[str]:
    table = next(t for t in tables if (t.file, t.sheet) == (role.file, role.sheet))
    columns = [role.columns[name] for name in ("organization", "id") if name in role.columns]
    return [text for column in columns for text in table.texts(column) if text]


def _in_round(role: TableRole, waves: Sequence[str]) -> TableRole:
    if role.role not in _OF_ROUNDS or role.wave or "wave" in role.columns:
        return role
    named = round_in(role.sheet or PurePath(role.file).stem)
    if named in waves:
        return replace(role, wave=named)
    doubt = _("Nothing says to which round it belongs; it counts for the last one, {wave}.", wave=waves[-1])
    return replace(role, wave=waves[-1], sure=False, doubt=doubt)
