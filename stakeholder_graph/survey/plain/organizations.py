"""The roster: organizations, their attributes, and which of these is the sector."""

from collections.abc import Hashable, Mapping
from dataclasses import replace

import pandas as pd

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.names.roster import Names, follow_renames
from stakeholder_graph.survey.plain.duplicates import settled
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.survey.settings.template import Template
from stakeholder_graph.tabular.cells import yes_no
from stakeholder_graph.tabular.source_table import SourceTable

#: Whose sector is blank is named up to so many.
MOST_NAMED = 12


def read_organizations(
    table: SourceTable | None, aliases: Mapping[tuple[str, str], str], inspection: Inspection
) -> pd.DataFrame:
    """Read organizations.csv.

    Parameters
    ----------
    table : Table or None
        The file.
    aliases : mapping
        Those of names.csv: an organization that has become another one is not on the roster.
    inspection : Inspection
        Takes problems and advice.

    Returns
    -------
    DataFrame
        One row an organization, in the order of the file, with every attribute as text; `answered` and
        `public`, where there are such columns, as bool.
    """
    if table is None:
        return pd.DataFrame({"organization": pd.Series(dtype="str")})
    table.require_text(inspection, "organization")
    if not len(table):
        inspection.wrong("The file lists no organization.", "List them, one in each row.", table.file)
    frame = table.cells.copy()
    own = {"organization", "sector", "role", "answered", "public"}
    frame.columns = pd.Index([h.casefold() if h.casefold() in own else h for h in frame.columns])
    frame["organization"] = table["organization"].map(lambda name: " ".join(name.split())).astype("str")
    for column, blank in (("answered", None), ("public", False)):
        if column in frame:
            frame[column] = yes_no(table, column, inspection, blank)
    frame = frame[frame["organization"] != ""]
    key = frame["organization"].map(normal)
    renamed = key.map(lambda name: follow_renames(aliases, name, ""))
    gone = (renamed != key) & renamed.isin(list(key))
    for row in frame.index[gone]:
        inspection.advise(
            f'"{frame["organization"][row]}" is another organization according to '
            f"{inspection.list_name('names')}; its row is left out.",
            f"Nothing, if {inspection.list_name('names')} is right.",
            table.file,
            row,
        )
    frame, key = frame[~gone], key[~gone]
    attributes = [column for column in frame.columns if column != "organization"]
    once = settled(frame.assign(**{"\0": key}), ["\0"], attributes, table.file, inspection)
    return once.drop(columns="\0").drop_duplicates("organization").reset_index(drop=True)


def chosen_columns(table: SourceTable, settings: Settings) -> SourceTable:
    """Make a list of organizations of a file that the settings name, such as a list of contacts.

    Parameters
    ----------
    table : Table
        The file.
    settings : Settings
        Say which columns hold the name and which are kept.

    Returns
    -------
    Table
        With a column `organization`, and none that nobody asked for.
    """
    said = settings.organizations
    if said is None:
        return table
    template = Template(said.organization)
    parts = {name: table[name] for name in template.fields or (said.organization,)}
    rows = zip(*parts.values(), strict=True)
    names = [template.filled(dict(zip(parts, row, strict=True))) if template.fields else row[0] for row in rows]
    kept = [settings.sector, "sector", "role", "answered", "public", *said.attributes]
    headers = dict.fromkeys(table.headers[name.casefold()] for name in kept if name in table)
    cells = table.cells[[header for header in headers if header.casefold() != "organization"]]
    names_first = pd.DataFrame({"organization": pd.Series(names, index=table.cells.index, dtype="str")})
    return replace(table, cells=pd.concat([names_first, cells], axis=1))


def with_sector(
    frame: pd.DataFrame, settings: Settings, lists: Names, table: SourceTable | None, inspection: Inspection
) -> pd.DataFrame:
    """Make the attribute that the settings name the sector, one spelling for each.

    Parameters
    ----------
    frame : DataFrame
        Organizations with attributes.
    settings : Settings
        Names the attribute.
    lists : Names
        Sectors of the reference lists, whose spelling comes first.
    table : Table or None
        Where the organizations are listed.
    inspection : Inspection
        Takes a problem where there is no such attribute, and whose is blank.

    Returns
    -------
    DataFrame
        With a column `sector` that is never blank.
    """
    attributes = {str(column).casefold(): str(column) for column in frame.columns}
    called = attributes.get(settings.sector.casefold())
    if called is None:
        if settings.sector != "sector":
            known = [name for name in attributes.values() if name not in ("organization", "answered")]
            inspection.wrong(
                f'sector: no organization has an attribute "{settings.sector}".',
                suggestion(settings.sector, known, f"Choose one of {', '.join(known)}."),
                settings.location.file,
            )
        return frame.assign(sector=NO_SECTOR)
    if called != "sector":
        frame = frame.rename(columns={"sector": "sector in the file"}).rename(columns={called: "sector"})
    written = frame["sector"]
    blank = list(frame["organization"][written == ""])
    if 0 < len(blank) < len(frame):
        some = ", ".join(f'"{name}"' for name in blank[:MOST_NAMED]) + (" and others" if blank[MOST_NAMED:] else "")
        header = settings.sector.casefold()
        place = (table.file, _row_of(table, blank[0]), table.headers.get(header)) if table else ()
        note = inspection.decide if settings.question else inspection.advise
        note(
            f"{len(blank)} of {len(frame)} organizations have no sector: {some}. They are left out wherever sectors "
            "are compared.",
            "Fill in their sectors in the list of organizations.",
            *place,
        )
    spellings = Names([*lists.shown.values(), *sorted(written.unique())])
    return frame.assign(sector=spellings.resolve(written).where(written != "", NO_SECTOR))


def _row_of(table: SourceTable, organization: str) -> Hashable | None:
    rows = table.cells.index[table["organization"].map(normal) == normal(organization)]
    return rows[0] if len(rows) else None


def with_roles(frame: pd.DataFrame, names: Names, settings: Settings, inspection: Inspection) -> pd.DataFrame:
    """Give the backbone its role, which the settings or the column `role` may say, but not differently."""
    role = frame["role"] if "role" in frame else pd.Series("", index=frame.index, dtype="str")
    role = role.where(role.str.casefold() != "backbone", "backbone")
    if settings.backbone and names.shown:
        backbone = names.find(settings.backbone)
        others = frame["organization"][(role == "backbone") & (frame["organization"] != backbone)]
        if not backbone:
            inspection.wrong(
                f'backbone: "{settings.backbone}" is not in the list of organizations.',
                names.remedy(settings.backbone, inspection),
                settings.location.file,
            )
        elif len(others):
            inspection.wrong(
                f'backbone: the settings say "{backbone}", {inspection.list_name("organizations")} says '
                f'"{others.iloc[0]}".',
                "Keep one of the two.",
                settings.location.file,
            )
        role = role.where(frame["organization"] != backbone, "backbone")
    return frame.assign(role=role)
