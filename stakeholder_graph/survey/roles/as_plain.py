"""Tables whose role is known, as the tables of plain files: renamed, put together, and with names resolved."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.model.survey import DEFAULT_LAYER
from stakeholder_graph.survey.names.decisions import NO_DECISIONS, read_decisions
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.names.resolution import NAMED, RESPONDENT, NameCell, NameResolution, resolve_names
from stakeholder_graph.survey.networks.as_tables import tie_tables
from stakeholder_graph.survey.networks.direction import Direction, NetworkTie
from stakeholder_graph.survey.roles.answered_twice import matrix_answers
from stakeholder_graph.survey.roles.cells import (
    RowStatement,
    affiliation_cells,
    matrix_cells,
    matrix_names,
    tie_cells,
    who_has_a_row,
)
from stakeholder_graph.survey.roles.membership_source import membership_table
from stakeholder_graph.survey.roles.names import Lookup, meant, note_missing
from stakeholder_graph.survey.roles.opening.listed_twice import listed_once, put_together
from stakeholder_graph.survey.roles.opening.open_tables import OpenTable
from stakeholder_graph.survey.roles.table_role import TableAndRole, TableRole
from stakeholder_graph.survey.roles.vocabulary import CONTACTS, words
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.tabular.source_table import NO, YES, SourceTable
from stakeholder_graph.text import _, listing

#: Columns of organizations.csv that mean something.
_OWN = ("organization", "answered", "public", "role")


class PlainTables(NamedTuple):
    """Tables as plain files have them, the directions of kinds of tie, and the attribute that is the sector.

    Nobody knows yet of tables of memberships in `in_doubt`, by file and sheet, whether they are lists or answers.
    """

    tables: dict[str, SourceTable]
    directions: dict[str, Direction]
    sector: str
    in_doubt: frozenset[tuple[str, str]] = frozenset()


def as_plain(
    pairs: Sequence[TableAndRole], tables: Mapping[str, SourceTable], settings: Settings, inspection: Inspection
) -> PlainTables:
    """Give tables as plain files have them.

    Parameters
    ----------
    pairs : sequence of (OpenTable, TableRole)
        Tables with their roles.
    tables : mapping of str to SourceTable
        Plain files that are there already; a list of organizations among them counts.
    settings : Settings
        May say which kinds of tie have a direction.
    inspection : Inspection
        Takes problems, advice and open decisions.
    """
    made: dict[str, SourceTable] = {}
    lists = [pair for pair in pairs if pair[1].role == "organizations"]
    sector = lists[0][1].columns.get("sector", "") if lists else ""
    if lists:
        made["organizations"] = listed_once(organization_table(*lists[0]), sector, inspection)
        if "organizations" in tables:
            made["organizations"], sector = put_together(
                made["organizations"], tables["organizations"], sector, inspection
            )
    ties = [pair for pair in pairs if pair[1].role in ("ties", "matrix")]
    affiliations = [pair for pair in pairs if pair[1].role in ("affiliations", "affiliation table")]
    for table, role in pairs:
        if role.role == "indicators":
            made["indicators"] = _renamed(table.table, role.columns)
    if not ties and not affiliations:
        return PlainTables(made, {}, sector)

    apart = [Inspection() for _pair in ties]
    cells = [[*tie_cells(*pair), *matrix_cells(*pair, own)] for pair, own in zip(ties, apart, strict=True)]
    items = [affiliation_cells(*pair) for pair in affiliations]
    listed = made.get("organizations", tables.get("organizations"))
    lookup = _lookup(lists, listed, [cell for of_table in cells + items for cell in of_table])
    for (table, _role), of_table in zip(ties + affiliations, cells + items, strict=True):
        note_missing(_ends(of_table), lookup, table.table.file, inspection)
    resolution = _resolution(ties + affiliations, cells + items, lookup, listed, tables, inspection)
    if listed is None:
        made["organizations"] = _implied(ties + affiliations, cells + items, lookup, resolution)
        listed = made["organizations"]
    if said := who_has_a_row(ties):
        made["organizations"] = _with_answered(listed, said, lookup, resolution)
    directions: dict[str, Direction] = {}
    if ties:
        for place, (pair, own) in enumerate(zip(ties, apart, strict=True)):
            answered = matrix_answers(pair, _certain(lookup, resolution, pair[1].wave), settings, inspection)
            if answered is None:
                inspection.undecided += own.undecided
            else:
                cells[place] = answered
        file = _together([table.table.file for table, _role in ties])
        reports = _reports(ties, cells, lookup, resolution, file, inspection)
        directions, of_ties = tie_tables(
            reports,
            settings,
            file,
            any(table.table.decimal_comma for table, _role in ties),
            inspection,
            tables["scales"].texts("scale") if "scales" in tables else (),
            are_answers=True,
        )
        made |= {name: table for name, table in of_ties.items() if name not in tables or name == "ties"}
    if affiliations:
        made["affiliations"], in_doubt = membership_table(
            affiliations, items, lookup, resolution, made.get("organizations", listed), settings, inspection
        )
        return PlainTables(made, directions, sector, in_doubt)
    return PlainTables(made, directions, sector)


def organization_table(table: OpenTable, role: TableRole) -> SourceTable:
    """Give a list of organizations as organizations.csv has it.

    Parameters
    ----------
    table : OpenTable
        The list.
    role : TableRole
        Which of its columns mean what. Ids are left out, and so are addresses of people.
    """
    own = {header: meaning for meaning, header in role.columns.items() if meaning in _OWN}
    columns: dict[str, list[str]] = {}
    for header, texts in table.table.columns.items():
        meaning = own.get(header, "")
        if header == role.columns.get("id") or (words(header) in CONTACTS and not meaning):
            continue
        flag = meaning in ("answered", "public")
        if flag and not {text.casefold() for text in texts} <= YES | NO | {""}:
            meaning = ""
        shown = meaning or header
        if not meaning and shown.casefold() in _OWN:
            shown = _("{attribute} in the file", attribute=header)
        columns[shown] = texts
    return SourceTable(table.table.file, columns, table.table.rows, table.table.decimal_comma)


def _renamed(table: SourceTable, columns: Mapping[str, str]) -> SourceTable:
    names = {header: meaning for meaning, header in columns.items()}
    renamed = {names.get(header, header): texts for header, texts in table.columns.items()}
    return SourceTable(table.file, renamed, table.rows, table.decimal_comma)


def _lookup(lists: Sequence[TableAndRole], listed: SourceTable | None, cells: Iterable[RowStatement]) -> Lookup:
    ends = [end for cell in cells for end in (cell.origin, cell.target) if end]
    if lists and (header := lists[0][1].columns.get("id")):
        table, role = lists[0]
        return Lookup.of(table.table.texts(header), table.table.texts(role.columns["organization"]), ends)
    return Lookup.of([], listed.texts("organization") if listed is not None else [], ends)


def _certain(lookup: Lookup, resolution: NameResolution, wave: str) -> Callable[[str], str]:
    """Which one organization a name certainly means; blank for none."""

    def certain(text: str) -> str:
        names = () if lookup.missing(text) else meant(resolution, lookup.name(text), wave)[0]
        return names[0] if len(names) == 1 else ""

    return certain


def _ends(cells: Iterable[RowStatement]) -> list[tuple[int, str, str]]:
    return [
        (cell.row, column, end) for cell in cells for column, end in (("from", cell.origin), ("to", cell.target)) if end
    ]


def _resolution(
    pairs: Sequence[TableAndRole],
    cells: Sequence[Sequence[RowStatement]],
    lookup: Lookup,
    listed: SourceTable | None,
    tables: Mapping[str, SourceTable],
    inspection: Inspection,
) -> NameResolution:
    """What every name stands for; ids that no organization has are noted already."""
    decisions = read_decisions(tables["names"], Inspection()) if "names" in tables else NO_DECISIONS
    written = []
    for (table, role), of_table in zip(pairs, cells, strict=True):
        of_rows, of_columns = matrix_names(table, role)
        for row, name in of_rows:
            if not lookup.missing(name):
                shown = lookup.name(name)
                written.append(NameCell(role.wave, shown, RESPONDENT, table.table.file, row, "", shown))
        shown_columns = [lookup.name(name) for name in of_columns if not lookup.missing(name)]
        written += [NameCell(role.wave, shown, NAMED, table.table.file) for shown in shown_columns]
        columns = role.columns if role.role in ("ties", "affiliations") else {}
        origin, target = columns.get("from", columns.get("organization", "")), columns.get("to", "")
        for cell in of_table:
            by = "" if lookup.missing(cell.origin) else lookup.name(cell.origin)
            if by:
                written.append(NameCell(cell.wave, by, RESPONDENT, table.table.file, cell.row, origin, by))
            if cell.target and not lookup.missing(cell.target):
                name = lookup.name(cell.target)
                written.append(NameCell(cell.wave, name, NAMED, table.table.file, cell.row, target, by))
    names = listed.texts("organization") if listed is not None else []
    return resolve_names(written, names, decisions, inspection)


def _implied(
    pairs: Sequence[TableAndRole], cells: Sequence[Sequence[RowStatement]], lookup: Lookup, resolution: NameResolution
) -> SourceTable:
    """The organizations that ties and lists name, where no table lists them."""
    rows: dict[str, int] = {}
    for of_table in cells:
        for cell in of_table:
            for end in (cell.origin, cell.target):
                for name in meant(resolution, lookup.name(end), cell.wave)[0] if end else ():
                    rows.setdefault(normal(name), cell.row)
    names = list(resolution.names.shown.values())
    file = _together([table.table.file for table, _role in pairs])
    return SourceTable(file, {"organization": names}, [rows.get(normal(name), 1) for name in names])


def _with_answered(
    listed: SourceTable, said: Iterable[tuple[str, str]], lookup: Lookup, resolution: NameResolution
) -> SourceTable:
    """The list with who has a row of a matrix: nobody else has answered."""
    if "answered" in listed:
        return listed
    certain = (meant(resolution, lookup.name(text), wave)[0] for wave, text in said if not lookup.missing(text))
    answered = {normal(name) for names in certain for name in names}
    names = [resolution.organization(text, "") if ("", text) in resolution.matches else text
             for text in listed.texts("organization")]  # fmt: skip
    flags = ["yes" if normal(name) in answered else "no" for name in names]
    return SourceTable(listed.file, {**listed.columns, "answered": flags}, listed.rows, listed.decimal_comma)


def _reports(
    pairs: Sequence[TableAndRole],
    cells: Sequence[Sequence[RowStatement]],
    lookup: Lookup,
    resolution: NameResolution,
    file: str,
    inspection: Inspection,
) -> list[NetworkTie]:
    """The ties, each between organizations that are certain; others wait for a decision."""
    ties: list[NetworkTie] = []
    places: list[tuple[str, int]] = []
    several = len(pairs) > 1
    for (table, _role), of_table in zip(pairs, cells, strict=True):
        for cell in of_table:
            if lookup.missing(cell.origin) or lookup.missing(cell.target):
                continue
            origins, waits = meant(resolution, lookup.name(cell.origin), cell.wave)
            targets, wait = meant(resolution, lookup.name(cell.target), cell.wave)
            kind = cell.kind or DEFAULT_LAYER
            if waits or wait:
                inspection.left_out[kind] += 1
            places.append((table.table.file, cell.row))
            row = len(places) if several else cell.row
            ties += [
                NetworkTie(row, kind, origin, target, cell.directed, cell.value, cell.wave, cell.respondent)
                for origin in origins
                for target in targets
            ]
    if several:
        inspection.places[file] = places
    return ties


def _together(files: Sequence[str]) -> str:
    return listing(dict.fromkeys(files), "and")
