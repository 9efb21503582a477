"""Columns of a list of organizations that say what each takes part in, such as Teams or Outcomes."""

from collections.abc import Iterable, Mapping, Sequence

from stakeholder_graph.exchange.network_source import NetworkSource
from stakeholder_graph.survey.roles.opening.open_tables import OpenTable
from stakeholder_graph.survey.roles.several_items import items_in
from stakeholder_graph.survey.roles.table_role import TableAndRole, TableRole
from stakeholder_graph.survey.roles.vocabulary import item_kind
from stakeholder_graph.tabular.delimited import as_number
from stakeholder_graph.tabular.source_table import NO, YES, SourceTable
from stakeholder_graph.text import _


def membership_columns(tables: Sequence[OpenTable], roles: Sequence[TableRole]) -> list[TableRole]:
    """Propose the columns of lists of organizations that say what these take part in.

    Parameters
    ----------
    tables : sequence of OpenTable
        Of a folder.
    roles : sequence of TableRole
        What they are.

    Returns
    -------
    list of TableRole
        One for each such column, which a person has to confirm.
    """
    lists = [role for role in roles if role.role == "organizations"]
    pairs = [
        (table, role) for role in lists for table in tables if (table.file, table.sheet) == (role.file, role.sheet)
    ]
    return [
        TableRole(
            role.file,
            role.sheet,
            "affiliations",
            {"organization": role.columns["organization"], "item": header},
            _("“{column}” seems to say what each organization takes part in.", column=header),
            sure=False,
            kind=kind,
            doubt=_("It may also be something else that describes the organization."),
        )
        for table, role in pairs
        for header in table.table.columns
        if header not in role.columns.values() and (kind := item_kind(header)) and _are_names(table.texts(header))
    ]


def name_memberships(headers: Iterable[str]) -> bool:
    """Whether any of some headers is a word for what organizations take part in.

    Parameters
    ----------
    headers : iterable of str
        Of a list of organizations.

    Examples
    --------
    >>> name_memberships(["organization", "Teams"]), name_memberships(["organization", "sector"])
    (True, False)
    """
    return any(map(item_kind, headers))


def of_plain_list(tables: Mapping[str, SourceTable]) -> list[TableAndRole]:
    """Propose the columns of organizations.csv, a list under its usual name, that say what these take part in.

    Parameters
    ----------
    tables : mapping of str to SourceTable
        The plain files, by name without ending. Where affiliations.csv is one of them, that says it.
    """
    listed = tables.get("organizations")
    if listed is None or "affiliations" in tables or "organization" not in listed:
        return []
    opened = OpenTable(listed.file, "", listed, NetworkSource(listed.file, "CSV", {}))
    role = TableRole(listed.file, "", "organizations", {"organization": listed.headers["organization"]})
    return [(opened, proposed) for proposed in membership_columns([opened], [role])]


def _are_names(texts: Sequence[str]) -> bool:
    """Whether cells name things that several organizations can take part in: neither numbers, nor yes and no."""
    items = [item for items in items_in(texts) for item in items]
    counted = any(as_number(item) is not None or item.casefold() in YES | NO for item in items)
    return bool(items) and not counted and len({item.casefold() for item in items}) < len(items)
