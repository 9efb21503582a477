"""Drafts survey settings from the tables of a folder: what each is, and what their ties and names leave open."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

import pandas as pd

from stakeholder_graph.frames import natural
from stakeholder_graph.model.problems import Inspection, Problem
from stakeholder_graph.survey.names.matching import Matcher
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.networks.direction import Direction
from stakeholder_graph.survey.networks.draft import network_lines
from stakeholder_graph.survey.plain.families import FAMILIES
from stakeholder_graph.survey.roles.as_plain import as_plain
from stakeholder_graph.survey.roles.cells import affiliation_cells, matrix_cells, tie_cells
from stakeholder_graph.survey.roles.drafting.memberships import of_plain_list
from stakeholder_graph.survey.roles.matrices import square_columns
from stakeholder_graph.survey.roles.names import Lookup
from stakeholder_graph.survey.roles.opening.open_tables import (
    OpenFiles,
    OpenTable,
    left_out_in_words,
    tables_in,
)
from stakeholder_graph.survey.roles.opening.usual_names import with_other_headers
from stakeholder_graph.survey.roles.opening.whole_folder import open_folder
from stakeholder_graph.survey.roles.table_role import ROLES, USED, TableRole
from stakeholder_graph.survey.roles.together import recognize_all
from stakeholder_graph.survey.settings.draft import TABLES, Draft
from stakeholder_graph.survey.settings.model import LayerSettings, Settings
from stakeholder_graph.survey.settings.tables import IN_DOUBT, TableSettings
from stakeholder_graph.tabular.source_table import SourceTable, read_table
from stakeholder_graph.text import _

#: So many rows show how a table was understood.
_SHOWN = 3
#: Roles that make a partnership without a survey export.
_TIES = frozenset({"ties", "matrix", "affiliations", "affiliation table"})


@dataclass(frozen=True, eq=False)
class FolderTables:
    """The tables of a folder, and what each is taken for.

    Parameters
    ----------
    files : OpenFiles
        As opened.
    roles : tuple of TableRole
        One for each table.
    plain : dict of str to SourceTable
        Plain files that are read under their usual names.
    """

    files: OpenFiles
    roles: tuple[TableRole, ...]
    plain: dict[str, SourceTable] = field(default_factory=dict)

    @property
    def make_a_partnership(self) -> bool:
        """Whether the tables hold ties or what organizations take part in, and nobody has to read answers first."""
        tools = any(role.role == "answers" and (role.sure or self.plain) for role in self.roles)
        ours = any(role.role in _TIES for role in self.roles) or bool({"ties", "affiliations"} & set(self.plain))
        return ours and not tools and not any(role.role == "network" for role in self.roles)

    @property
    def broken(self) -> list[Problem]:
        """What is wrong with files that cannot be read."""
        return self.files.broken

    def table(self, role: TableRole) -> OpenTable | None:
        """The table that a role is about."""
        table = next((t for t in self.files.tables if (t.file, t.sheet) == (role.file, role.sheet)), None)
        stated = table is not None and role.role == "matrix" and not square_columns(table)
        return replace(table, is_matrix=True) if table is not None and stated else table

    def pairs(self) -> list[tuple[OpenTable, TableRole]]:
        """The tables that are used, with what they are."""
        return [(table, role) for role in self.roles if role.role in USED and (table := self.table(role))]


def look_at(folder: Path, only: Collection[str] = ()) -> FolderTables:
    """Open the tables of a folder and say what each is.

    Parameters
    ----------
    folder : Path
        Of a partnership. Plain files with our own columns keep their names and are not asked about.
    only : collection of str
        Names of the files that are looked at; all of them if none is given.
    """
    named = {path: path.stem.casefold() for path in tables_in(folder) if path.stem.casefold() in FAMILIES}
    plain = {
        family: table
        for path, family in named.items()
        if path.suffix.casefold() in (".csv", ".xlsx") and (table := read_table(path, path.name, Inspection()))
    }
    other = with_other_headers(plain, folder)
    plain = {family: table for family, table in plain.items() if family not in other}
    paths = tables_in(folder, [table.file for table in plain.values()])
    files = open_folder((path for path in paths if not only or path.name in only), lists=list(plain.values()))
    listed = plain["organizations"].texts("organization") if "organizations" in plain else ()
    roles = recognize_all(files, listed)
    proposed = of_plain_list(plain) if not only else []
    if proposed:
        files = replace(files, tables=[*files.tables, proposed[0][0]])
    return FolderTables(files, (*roles, *(role for _table, role in proposed)), plain)


def numbered(tables: FolderTables, folder: Path | None = None) -> list[str]:
    """Say what each table was taken for, a line each, with numbers to correct it by.

    Parameters
    ----------
    tables : FolderTables
        As looked at.
    folder : Path, optional
        In which they are, to show the first ties of networks.
    """
    lines = usual_names(tables)
    for number, role in enumerate(tables.roles, start=1):
        used = (role.role in USED and role.role != "contacts") or bool(role.layer or role.wave)
        sure = _("sure") if role.sure else _("not sure")
        words = role.in_words() if used else _("{role}: {why}", role=_(ROLES[role.role]), why=role.why)
        lines.append(f"  {number} {role.shown}: {words}" + (f" ({sure})" if used or role.doubt else ""))
        if role.doubt and not role.sure:
            lines.append(f"      {role.doubt}")
        if role.role == "answers" and not role.sure and tables.make_a_partnership:
            answers = _("answers")
            words = _("They are not read. To read them, too, write “{number} {word}”.", number=number, word=answers)
            lines.append(f"      {words}")
        if (table := tables.table(role)) and table.left_out:
            lines.append("      " + left_out_in_words(table))
        if table and table.short_names and used:
            lines.append("      " + table.short_names)
        shown = network_lines(folder, role.file) if folder and role.role == "network" else preview(tables, role)
        lines += [f"      {line}" for line in shown]
    return lines


def usual_names(tables: FolderTables) -> list[str]:
    """Say which files are read under their usual names.

    Parameters
    ----------
    tables : FolderTables
        As looked at.
    """
    return [_("  {file}: read under its usual name", file=table.file) for table in tables.plain.values()]


def not_read(tables: FolderTables, exports: Sequence[str]) -> list[str]:
    """Say of each table that is no part of some exports what it looks like, and that it is not read.

    Parameters
    ----------
    tables : FolderTables
        As looked at.
    exports : sequence of str
        Names of the files that are read.
    """
    others = [role for role in tables.roles if role.file not in exports]
    return [_("  Not read: {table} ({role}).", table=role.shown, role=_(ROLES[role.role])) for role in others]


def preview(tables: FolderTables, role: TableRole) -> list[str]:
    """Say what the first rows of a table mean.

    Parameters
    ----------
    tables : FolderTables
        As looked at.
    role : TableRole
        One of its roles.
    """
    table = tables.table(role)
    if table is None:
        return []
    names = _names(tables)
    if role.role in ("ties", "matrix"):
        cells = islice([*tie_cells(table, role), *matrix_cells(table, role, Inspection())], _SHOWN)
        return [
            ", ".join(
                filter(None, (_("{a} works with {b}", a=names.name(cell.origin), b=names.name(cell.target)),
                              cell.kind, cell.value.casefold(), cell.wave))
            )
            for cell in cells
        ]  # fmt: skip
    if role.role in ("affiliations", "affiliation table"):
        seen = islice(affiliation_cells(table, role), _SHOWN)
        return [_("{a} takes part in {item}", a=names.name(cell.origin), item=cell.item) for cell in seen]
    if role.role == "organizations":
        texts = [table.table.texts(role.columns[name]) for name in ("organization", "sector") if name in role.columns]
        return [", ".join(filter(None, row)) for row in islice(zip(*texts, strict=True), _SHOWN)]
    return []


def draft_tables(tables: FolderTables) -> tuple[Draft, dict[str, Direction]]:
    """Draft the settings of a partnership from its tables.

    Parameters
    ----------
    tables : FolderTables
        As looked at, and corrected.

    Returns
    -------
    (Draft, dict of str to Direction)
        What a workbook is written from; kinds of tie of which nobody can tell whether they have a direction say none,
        and what is likelier stands beside.

    Raises
    ------
    SurveyError
        If an id is wrong, or a table cannot be what it was taken for.
    """
    inspection = Inspection()
    settings = Settings(table=tuple(role.settings() for role in tables.roles if role.role != "network"))
    made = as_plain(tables.pairs(), tables.plain, settings, inspection)
    inspection.verdict()
    layers = {
        kind: LayerSettings(directed=None if said.in_doubt else said.directed) for kind, said in made.directions.items()
    }
    drafted: dict[str, pd.DataFrame] = {}
    listed = any(role.role == "organizations" for role in tables.roles) or "organizations" in tables.plain
    if not listed and "organizations" in made.tables:
        roster = made.tables["organizations"].texts("organization")
        drafted["organizations"] = _frame("organizations", [(name, "", "") for name in sorted(roster, key=natural)])
        drafted["names"] = _names_to_decide(tables, roster)
    if "scales" in made.tables:
        steps = made.tables["scales"]
        rows = zip(steps.texts("scale"), steps.texts("value"), steps.texts("name"), strict=True)
        drafted["scales"] = _frame("scales", [(*row, "no" if row[1] == "0" else "yes") for row in rows])
    said = tuple(_with_source(entry, made.in_doubt) for entry in settings.table)
    return Draft(settings.model_copy(update={"layers": layers, "table": said}), {}, drafted), made.directions


def _with_source(said: TableSettings, in_doubt: Collection[tuple[str, str]]) -> TableSettings:
    """What the draft says of a table: of memberships of which nobody knows where they are from, that they wait."""
    waits = said.role.startswith("affiliation") and (said.file, said.sheet) in in_doubt and not said.source
    return said.model_copy(update={"source": IN_DOUBT}) if waits else said


def _names(tables: FolderTables) -> Lookup:
    for table, role in tables.pairs():
        if role.role == "organizations" and "id" in role.columns:
            names = table.table.texts(role.columns["organization"])
            ids = table.table.texts(role.columns["id"])
            return Lookup.of(ids, names, ids)
    return Lookup.of([], [], [])


def _names_to_decide(tables: FolderTables, roster: Sequence[str]) -> pd.DataFrame:
    """The names that nobody can be sure of, each with the nearest organization."""
    written = {
        end
        for table, role in tables.pairs()
        for cell in [*tie_cells(table, role), *matrix_cells(table, role, Inspection()),
                     *(affiliation_cells(table, role) if role.role.startswith("affiliation") else ())]
        for end in (cell.origin, cell.target)
        if end
    }  # fmt: skip
    rows: dict[str, tuple[str, ...]] = {}
    for match in Matcher(roster).match_all(sorted(written, key=natural)):
        for single in match.single:
            if not single.decided:
                best = single.proposals[0] if single.proposals else None
                proposal = (best.organization, str(best.score), best.reason) if best else ("", "", "")
                rows.setdefault(normal(single.written), (single.written, *proposal, ""))
    return _frame("names", list(rows.values()))


def _frame(name: str, rows: Sequence[tuple[str, ...]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(TABLES[name]), dtype="str")
