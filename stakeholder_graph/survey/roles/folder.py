"""The tables of a folder that are no plain files: recognized, or as the settings say, and read as plain tables."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.survey.ask_direction import ask_about_direction
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.networks.locate import format_of
from stakeholder_graph.survey.networks.read import with_directions
from stakeholder_graph.survey.roles.as_plain import as_plain
from stakeholder_graph.survey.roles.cells import matrix_names, who_has_a_row
from stakeholder_graph.survey.roles.drafting.find_columns import with_columns
from stakeholder_graph.survey.roles.drafting.memberships import of_plain_list
from stakeholder_graph.survey.roles.matrices import square_columns
from stakeholder_graph.survey.roles.opening.open_tables import (
    OpenFiles,
    OpenTable,
    left_out_in_words,
    tables_in,
)
from stakeholder_graph.survey.roles.opening.whole_folder import open_folder
from stakeholder_graph.survey.roles.table_role import ROLES, USED, TableAndRole, TableRole
from stakeholder_graph.survey.roles.together import recognize_all
from stakeholder_graph.survey.settings.elements import SETTINGS_FILE, Location
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.survey.settings.workbook.sheets import WORKBOOK_FILE
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import _, _n
from stakeholder_graph.text.commands import quoted


def with_tables(
    folder: Path,
    settings: Settings,
    tables: Mapping[str, SourceTable],
    inspection: Inspection,
    *,
    network_files: bool = True,
) -> tuple[Settings, dict[str, SourceTable]]:
    """Add the tables of a folder that are no plain files to those that are.

    Parameters
    ----------
    folder : Path
        Of the partnership.
    settings : Settings
        What they say of tables counts; without a word of theirs, tables are what they look like.
    tables : mapping of str to SourceTable
        The plain files.
    inspection : Inspection
        Takes problems, advice and open decisions.
    network_files : bool
        Whether what a network program writes is left to the reader of its files.

    Returns
    -------
    (Settings, dict of str to SourceTable)
        With the directions of kinds of tie and the attribute that is the sector.
    """
    if settings.table:
        pairs = _stated(folder, settings, list(tables.values()), inspection)
    else:
        plain = {table.file for table in tables.values()}
        pairs = _recognized(folder, plain, tables, network_files, settings.encoding)
    used = [pair for pair in pairs if pair[1].role in USED]
    if not any(role.role not in ("organizations", "contacts") for _table, role in used):
        used = used if settings.table else []
    if not used:
        return settings, dict(tables)
    made = as_plain(used, tables, settings, inspection)
    listed_in = tables["organizations"].file if "organizations" in tables else ""
    _note(folder, used, pairs, settings, inspection, listed_in)
    ask_about_direction(made.directions, [table.table.file for table, role in used if role.role == "ties"],
                         settings, inspection)  # fmt: skip
    update: dict[str, object] = {}
    if made.directions:
        update["layers"] = with_directions(settings, made.directions)
        if not settings.question:  # those of an export say themselves whether their ties have a direction
            update["directed"] = any(direction.directed for direction in made.directions.values())
    if made.sector and settings.sector == "sector":
        update["sector"] = made.sector
    said = settings.model_copy(update=update).located(settings.location.file or SETTINGS_FILE)
    return said, {**tables, **made.tables}


def with_memberships(
    folder: Path, settings: Settings, tables: Mapping[str, SourceTable], inspection: Inspection
) -> dict[str, SourceTable]:
    """Add what organizations take part in where organizations.csv says it and no settings say what its columns are.

    Parameters
    ----------
    folder : Path
        Of the partnership.
    settings : Settings
        That are there so far.
    tables : dict of str to SourceTable
        Plain files, by name without ending.
    inspection : Inspection
        Takes an open decision for each column.
    """
    pairs = of_plain_list(tables)
    if not pairs:
        return dict(tables)
    made = as_plain(pairs, tables, settings, inspection)
    _note(folder, pairs, pairs, settings, inspection, tables["organizations"].file)
    return {**tables, **made.tables}


def recognized_in(
    folder: Path,
    but: Collection[str],
    listed: Collection[str] = (),
    encoding: str = "",
    lists: Sequence[SourceTable] = (),
) -> tuple[OpenFiles, list[TableRole]]:
    """Open the tables of a folder and say what each is.

    Parameters
    ----------
    folder : Path
        Of a partnership.
    but : collection of str
        Names of files that are known to be something else.
    listed : collection of str
        Organizations that a plain file lists.
    encoding : str
        That of text files, where the settings say it.
    lists : sequence of SourceTable
        Plain files beside them.
    """
    files = open_folder(tables_in(folder, but), encoding, lists)
    return files, recognize_all(files, listed)


def is_one_network(files: OpenFiles, roles: Sequence[TableRole]) -> bool:
    """Whether the tables are what a network program writes and nothing else, so that they are read as its file.

    Parameters
    ----------
    files : OpenFiles
        As opened.
    roles : sequence of TableRole
        What their tables are.
    """
    if any(table.left_out for table in files.tables):
        return False  # a reader of network files would take a note below a table for an organization
    listed_in = {(role.file, role.sheet) for role in roles if role.role == "organizations"}
    used = [
        role
        for role in roles
        if role.role in USED and not (role.role == "affiliations" and (role.file, role.sheet) in listed_in)
    ]
    ties = [role for role in used if role.role in ("ties", "matrix")]
    if any(role.role == "network" for role in roles) and not ties:
        return True
    listed = [role for role in used if role.role == "organizations"]
    if len(ties) != 1 or len(ties) + len(listed) < len(used):
        return False
    if ties[0].role == "matrix":
        pairs = [
            (table, ties[0]) for table in files.tables if (table.file, table.sheet) == (ties[0].file, ties[0].sheet)
        ]
        apart = all(len(set(names)) == len(names) for table, role in pairs for names in [_row_names(table, role)])
        return not listed and apart and not who_has_a_row(pairs) and format_of(files.files[ties[0].file]) is not None
    return len(listed) == 1 and (listed[0].file == ties[0].file or not listed[0].file.endswith(".xlsx"))


def _row_names(table: OpenTable, role: TableRole) -> list[str]:
    return [normal(name) for _row, name in matrix_names(table, role)[0]]


def _recognized(
    folder: Path, plain: Collection[str], tables: Mapping[str, SourceTable], network_files: bool, encoding: str
) -> list[TableAndRole]:
    listed = tables["organizations"].texts("organization") if "organizations" in tables else ()
    files, roles = recognized_in(folder, plain, listed, encoding, list(tables.values()))
    if network_files and is_one_network(files, roles):
        return []
    by_table = {(table.file, table.sheet): table for table in files.tables}
    return [(table, role) for role in roles if (table := by_table.get((role.file, role.sheet)))]


def _stated(
    folder: Path, settings: Settings, lists: Sequence[SourceTable], inspection: Inspection
) -> list[TableAndRole]:
    """The tables that the settings name, each with what they say it is."""
    entries = [(said, TableRole.of(said)) for said in settings.table]
    wanted = {role.file for _said, role in entries if role.role in USED}
    there = {path.name: path for path in (folder.iterdir() if folder.is_dir() else ())}
    files = open_folder((there[name] for name in sorted(wanted) if name in there), settings.encoding, lists)
    inspection.problems += files.broken
    pairs: list[TableAndRole] = []
    for said, role in entries:
        if role.role not in USED:
            _ask_whether_unused(folder, role, settings, inspection)
            continue
        sheets = [table for table in files.tables if table.file == role.file]
        table = next(
            (t for t in sheets if normal(t.sheet) == normal(role.sheet)),
            sheets[0] if sheets and not role.sheet else None,
        )
        at = said.location
        if role.file not in there:
            inspection.wrong(
                _("There is no file “{file}”, which the settings name.", file=role.file),
                suggestion(role.file, list(there), _("Correct its name, or put the file into the folder.")),
                at.file, at.row,
            )  # fmt: skip
        elif table is None and role.file in files.files:
            names = [table.sheet for table in sheets]
            inspection.wrong(
                _("{file} has no sheet “{sheet}”, which the settings name.", file=role.file, sheet=role.sheet),
                suggestion(role.sheet, names, _("Its sheets are {sheets}.", sheets=", ".join(names))),
                at.file, at.row,
            )  # fmt: skip
        elif table is not None and _has_columns(table, role, inspection):
            pairs += _with_found_columns(table, role, at, inspection)
    return pairs


def _with_found_columns(table: OpenTable, role: TableRole, at: Location, inspection: Inspection) -> list[TableAndRole]:
    """A table with the columns that nobody had to name, or nothing where it lacks them."""
    role, lacking = with_columns(table, role)
    if lacking:
        inspection.wrong(
            _("The table cannot be {role}.", role=_(ROLES[role.role])),
            " ".join((lacking, _("Name its columns, or say what it is instead."))),
            at.file or table.table.file, at.row,
        )  # fmt: skip
        return []
    stated = role.role == "matrix" and not square_columns(table)
    return [(replace(table, is_matrix=True) if stated else table, role)]


def _has_columns(table: OpenTable, role: TableRole, inspection: Inspection) -> bool:
    missing = [header for header in role.columns.values() if header not in table.table]
    table.table.require(inspection, *missing)
    return not missing


def _note(
    folder: Path,
    used: Sequence[TableAndRole],
    pairs: Sequence[TableAndRole],
    settings: Settings,
    inspection: Inspection,
    listed_in: str,
) -> None:
    """Say what each table was taken for, and which are not used; what is in doubt is an open decision."""
    for _table, role in used:
        if role.doubt and not role.sure:
            inspection.decide(
                " ".join((_("This counts as {role}.", role=role.in_words()), role.doubt)),
                _how(folder, role, settings),
                role.shown,
            )
        elif not role.sure:
            inspection.decide(
                _("Nobody has confirmed that this is {role}.", role=role.in_words()),
                _how(folder, role, settings),
                role.shown,
            )
        elif not settings.table:
            inspection.advise(
                " ".join((_("This is read as {role}.", role=role.in_words()), role.why)),
                _(
                    "You need do nothing if that is right; else run: stakeholder-graph start {folder}",
                    folder=quoted(folder),
                ),
                role.shown,
            )
    for table, role in used:
        if table.left_out:
            what = left_out_in_words(table)
            inspection.advise(what, _("If it is part of the table, give it a row and a column of its own."), role.shown)
        if table.short_names:
            inspection.advise(table.short_names, _("You need do nothing if that is right."), role.shown)
        unused = [
            header for header in table.table.columns if header not in role.columns.values() and table.texts(header)
        ]
        of_list = role.file == listed_in or any(
            other.role == "organizations" and other.file == role.file for _table, other in used
        )
        if role.role == "matrix":
            unused = [header for header in unused if header not in square_columns(table)]
        if unused and (role.role == "matrix" or (role.role in ("ties", "affiliations") and not of_list)):
            inspection.advise(
                _n(
                    "{count} column is not used: {columns}.",
                    "{count} columns are not used: {columns}.",
                    len(unused),
                    columns=", ".join(f"“{header}”" for header in unused),
                ),
                _("You need do nothing, unless one says something of each row; then name it in the survey settings."),
                role.shown,
            )
    for table, role in pairs:
        if (table, role) in used or settings.table or role.role == "answers":
            continue
        if role.doubt:
            _ask_whether_unused(folder, role, settings, inspection)
        else:
            inspection.advise(_("This table is not used."), role.why or _("Nothing in it is known."), role.shown)
    roles = [TableRole.of(said) for said in settings.table] if settings.table else [role for _table, role in pairs]
    _ask_about_answers([role for role in roles if role.role == "answers"], folder, settings, inspection)


def _ask_about_answers(roles: Sequence[TableRole], folder: Path, settings: Settings, inspection: Inspection) -> None:
    """Say that answers beside ties are not read, where no question of the settings is about any."""
    for role in () if settings.question else roles:
        inspection.decide(
            _("This table seems to hold answers of a survey, which are not read."),
            _(
                "Run this, and write the number of the table and “{word}” to read them, or “{other}” to leave them "
                "out: stakeholder-graph start {folder}",
                word=_("answers"), other=_(ROLES["not used"]), folder=quoted(folder),
            ),
            role.shown,
        )  # fmt: skip


def _ask_whether_unused(folder: Path, role: TableRole, settings: Settings, inspection: Inspection) -> None:
    """Note an open decision where nobody has confirmed that a table is not used."""
    if role.role == "not used" and not role.sure:
        what = _("Nobody has confirmed that this table is not used.")
        inspection.decide(" ".join(filter(None, (what, role.doubt))), _how(folder, role, settings), role.shown)


def _how(folder: Path, role: TableRole, settings: Settings) -> str:
    """How to settle what a table is, in the spelling of the settings that there are."""
    if settings.location.file.startswith(WORKBOOK_FILE):
        return _("Choose in the sheet “{sheet}” what it is, and take the “?” away.", sheet="Files")
    if settings.table:
        return _("Correct its [[table]] in {settings}, and take out decided = false.", settings=SETTINGS_FILE)
    return _("Run this, which asks you and keeps what you say: stakeholder-graph start {folder}", folder=quoted(folder))
