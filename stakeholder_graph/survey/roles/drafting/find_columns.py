"""The columns of a table that a person calls ties, a matrix or a list: found in the table, or what it lacks."""

from dataclasses import replace

from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.roles.lists import (
    affiliation_list,
    indicator_list,
    name_columns,
    own_columns,
)
from stakeholder_graph.survey.roles.matrices import is_ticked, square_columns
from stakeholder_graph.survey.roles.opening.open_tables import OpenTable
from stakeholder_graph.survey.roles.table_role import TableRole
from stakeholder_graph.survey.roles.tie_lists import tie_list, tie_list_by_content
from stakeholder_graph.survey.settings.tables import COLUMNS_OF
from stakeholder_graph.tabular.delimited import as_number
from stakeholder_graph.text import _

#: A column of ends has names that come back; one of a list does not.
_DIFFERENT = 0.8


def lacks_columns(role: TableRole) -> bool:
    """Whether a role needs columns that nobody has named.

    Parameters
    ----------
    role : TableRole
        Any.

    Examples
    --------
    >>> lacks_columns(TableRole("a.csv", "", "matrix")), lacks_columns(TableRole("a.csv", "", "not used"))
    (True, False)
    """
    known, needed = COLUMNS_OF.get(role.role, ((), 0))
    return not set(known[:needed]) <= set(role.columns)


def with_columns(table: OpenTable, role: TableRole) -> tuple[TableRole, str]:
    """Find the columns that a role needs where nobody has named them.

    Parameters
    ----------
    table : OpenTable
        The table.
    role : TableRole
        What a person says that it is.

    Returns
    -------
    (TableRole, str)
        With its columns, and what the table lacks in plain words; that is blank where it lacks nothing.
    """
    if not lacks_columns(role):
        return role, ""
    seen = _ties(table) if role.role == "ties" else _others(table, role)
    if seen is None:
        return role, _lacking(role)
    columns = {**seen.columns, **role.columns}
    if role.role == "ties" and columns["from"] == columns["to"]:
        # A person named one end, which was seen as the other: so the ends are the other way round.
        missing = "to" if "from" in role.columns else "from"
        columns[missing] = seen.columns["from" if missing == "to" else "to"]
    return replace(role, columns=columns, kind=role.kind or seen.kind), ""


def _ties(table: OpenTable) -> TableRole | None:
    if role := tie_list(table) or tie_list_by_content(table):
        return role
    # Nothing but the word of the user: the first two columns of names.
    ends = [header for header in table.table.columns if _are_names(table.texts(header))][:2]
    if len(ends) < 2 or square_columns(table):
        return None
    return TableRole(table.file, table.sheet, "ties", {"from": ends[0], "to": ends[1]})


def _others(table: OpenTable, role: TableRole) -> TableRole | None:
    """A matrix, a list of organizations, of what they take part in, or of indicators."""
    first = next(iter(table.table.columns), "")
    name, key = name_columns(table)
    name = name or next((header for header in table.table.columns if _are_names(table.texts(header))), "")
    columns: dict[str, str] = {}
    if role.role == "matrix" and square_columns(replace(table, is_matrix=True)):
        columns = {"organization": first}
    elif role.role == "organizations" and name and len(set(table.texts(name))) >= _DIFFERENT * len(table.texts(name)):
        columns = {"organization": name, **({"id": key} if key else {}), **own_columns(table, {name, key})}
    elif role.role == "affiliation table" and name and any(map(is_ticked, table.table.columns.values())):
        columns = {"organization": name}
    elif role.role == "affiliations" and name:
        if seen := affiliation_list(table, map(normal, table.texts(name))):
            return seen
        items = [header for header in table.table.columns if header != name and _are_names(table.texts(header))]
        columns = {"organization": name, "item": items[0]} if items else {}
    elif role.role == "indicators":
        return indicator_list(table)
    return TableRole(table.file, table.sheet, role.role, columns) if columns else None


def _are_names(texts: list[str]) -> bool:
    return bool(texts) and sum(as_number(text, decimal_comma=True) is None for text in texts) > len(texts) / 2


def _lacking(role: TableRole) -> str:
    return {
        "ties": _("It lacks two columns with names of organizations, one for each end of a tie."),
        "matrix": _(
            "It lacks a first column with names of organizations, and a column of numbers, ticks or words for each."
        ),
        "organizations": _("It lacks a column with a name of its own in nearly every row."),
        "affiliations": _("It lacks a column with organizations and one with what they take part in."),
        "affiliation table": _("It lacks a column with organizations and columns that are ticked or not."),
        "indicators": _("It lacks columns called indicator, period and value."),
    }[role.role]
