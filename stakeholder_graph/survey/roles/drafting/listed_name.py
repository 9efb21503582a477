"""The organization of a list that a person means by its name, its abbreviation or its id."""

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.names.matching import Matcher
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.plain.roster.backbone import with_marked_backbone
from stakeholder_graph.survey.roles.as_plain import organization_table
from stakeholder_graph.survey.roles.draft import FolderTables


def listed_names(tables: FolderTables) -> list[str]:
    """Give the organizations of the table that lists them; none where no table does.

    Parameters
    ----------
    tables : FolderTables
        As confirmed.
    """
    for table, role in tables.pairs():
        if role.role == "organizations":
            return table.texts(role.columns["organization"])
    plain = tables.plain.get("organizations")
    return [] if plain is None else [name for name in plain.texts("organization") if name]


def listed_name(tables: FolderTables, written: str) -> str:
    """Give the one organization that is meant; blank where none or several may be.

    Parameters
    ----------
    tables : FolderTables
        As confirmed.
    written : str
        A name, or what stands in another column of the row of one organization only, such as an abbreviation.
    """
    if name := Matcher(listed_names(tables)).match(written).organization:
        return name
    lists = [(t.table, role.columns["organization"]) for t, role in tables.pairs() if role.role == "organizations"]
    lists += [(tables.plain["organizations"], "organization")] if "organizations" in tables.plain else []
    for source, column in lists:
        rows = zip(source.texts(column), *source.columns.values(), strict=True)
        named: set[str] = {name for name, *cells in rows if normal(written) in map(normal, cells)}
        if len(named) == 1:
            return named.pop()
    return ""


def marked_backbone(tables: FolderTables) -> str:
    """Give the organization that the list marks as the backbone; blank where it marks none, or several.

    Parameters
    ----------
    tables : FolderTables
        As confirmed.
    """
    lists = [organization_table(table, role) for table, role in tables.pairs() if role.role == "organizations"]
    lists += [tables.plain["organizations"]] if "organizations" in tables.plain else []
    for listed in lists:
        names = listed.texts("organization") if "organization" in listed else []
        roles = listed.texts("role") if "role" in listed else [""] * len(names)
        marked = with_marked_backbone(roles, listed.columns, Inspection())
        meant = [name for name, role in zip(names, marked, strict=True) if role.casefold() == "backbone"]
        if len(meant) == 1:
            return meant[0]
    return ""
