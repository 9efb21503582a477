"""Where memberships are known from: a list that the backbone keeps for everybody, or what organizations answered.

The two differ in what they give away. Beyond the desk whoever is seen with what only an answer says has answered, and
where only those who answered have an entry, those without one are exactly those that did not. So a column of somebody's
own file counts as answers until somebody decides that it is a list.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.names.consent_words import consent_columns
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.names.resolution import NameResolution
from stakeholder_graph.survey.roles.cells import RowStatement
from stakeholder_graph.survey.roles.names import Lookup, meant
from stakeholder_graph.survey.roles.several_items import in_doubt
from stakeholder_graph.survey.roles.table_role import TableAndRole, TableRole
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import _, listing


class Memberships(NamedTuple):
    """What organizations take part in, as affiliations.csv has it, and the tables whose source nobody knows."""

    table: SourceTable
    in_doubt: frozenset[tuple[str, str]]


def membership_table(
    pairs: Sequence[TableAndRole],
    cells: Sequence[Sequence[RowStatement]],
    lookup: Lookup,
    resolution: NameResolution,
    listed: SourceTable,
    settings: Settings,
    inspection: Inspection,
) -> Memberships:
    """Give what organizations take part in as affiliations.csv has it, each with where it is known from.

    Parameters
    ----------
    pairs : sequence of (OpenTable, TableRole)
        Tables and columns that say what organizations take part in.
    cells : sequence of sequence of RowStatement
        What the rows of each say.
    lookup : Lookup
        What ids stand for.
    resolution : NameResolution
        What names stand for.
    listed : SourceTable
        The organizations.
    settings : Settings
        May say which tables are kept for everybody.
    inspection : Inspection
        Takes an open decision for each table of which nobody can tell where it is known from.
    """
    file = listing(dict.fromkeys(table.table.file for table, _role in pairs), "and")
    rows: list[tuple[str, ...]] = []
    numbers: list[int] = []
    places: list[tuple[str, int]] = []
    waiting = set[tuple[str, str]]()
    for (table, role), of_table in zip(pairs, cells, strict=True):
        own: list[tuple[str, ...]] = []
        for cell in of_table:
            names, waits = meant(resolution, lookup.name(cell.origin), cell.wave)
            if waits:
                inspection.left_out[cell.kind] += 1
            places.append((table.table.file, cell.row))
            own += [(name, cell.kind, cell.item, cell.value, cell.wave) for name in names]
            numbers += [len(places) if len(pairs) > 1 else cell.row] * len(names)
        for text in in_doubt(table.table.texts(role.columns["item"])) if "item" in role.columns else ():
            inspection.advise(
                _("“{item}” may be several; it counts as one item.", item=text),
                _("If they are several, write a semicolon (;) between them."),
                table.table.file,
            )
        source, doubted = _source(role, own, listed)
        if doubted:
            waiting.add((role.file, role.sheet))
            _ask(role, settings, inspection)
        rows += [(*row, source) for row in own]
    if len(pairs) > 1:
        inspection.places[file] = places
    headers = ("organization", "kind", "item", "value", "wave", "source")
    columns = {header: [row[place] for row in rows] for place, header in enumerate(headers)}
    kept = {header: texts for header, texts in columns.items() if header in headers[:3] or any(texts)}
    return Memberships(SourceTable(file, kept, numbers, pairs[0][0].table.decimal_comma), frozenset(waiting))


def _source(role: TableRole, rows: Iterable[tuple[str, ...]], listed: SourceTable) -> tuple[str, bool]:
    """What a table is known from, and whether that is a guess."""
    if role.source in ("list", "answer"):
        return role.source, False
    held: dict[tuple[str, str], set[str]] = {}
    for name, kind, _item, _value, wave in rows:
        held.setdefault((kind, wave), set()).add(normal(name))
    everybody = {normal(name) for name in listed.texts("organization")} - {""}
    # Where everybody has an entry, entries tell nobody who answered; but a refusal has to look like no entry at all.
    if all(everybody <= names for names in held.values()) and not consent_columns(listed.columns):
        return "list", False
    return "answer", True


def _ask(role: TableRole, settings: Settings, inspection: Inspection) -> None:
    about = role.columns.get("item") or role.sheet or role.file
    entries = (said for said in settings.table if TableRole.of(said) == role)
    at = next((said.location for said in entries if said.location.file), None)
    inspection.decide(
        _(
            "Nothing says whether “{column}” is a list that you keep for every organization or what organizations "
            "answered. It counts as answers until you decide: otherwise the room could tell who did not answer, "
            "because organizations without an entry may be just those.",
            column=about,
        ),
        _(
            "Choose list or answer in the column “{column}” of its row on the sheet “{sheet}”.",
            column=_("source"),
            sheet="Files",
        )
        if inspection.in_workbook
        else _('Write source = "list" or source = "answer" into its [[table]].')
        if settings.table
        else _("Run stakeholder-graph start on the folder; then choose list or answer on the sheet “Files”."),
        at.file if at else role.file,
        at.row if at else None,
        about="answers",
    )
