"""What one table is, by its content and its headers, before others are looked at."""

from stakeholder_graph.survey.formats.source import tool_of
from stakeholder_graph.survey.networks.locate import format_of
from stakeholder_graph.survey.roles.lists import (
    affiliation_list,
    dictionary,
    indicator_list,
    name_columns,
    organization_list,
    resembles_answers,
)
from stakeholder_graph.survey.roles.matrices import affiliation_table, matrix
from stakeholder_graph.survey.roles.opening.open_tables import NAMELESS, OpenTable
from stakeholder_graph.survey.roles.table_role import TableRole
from stakeholder_graph.survey.roles.tie_lists import tie_list, tie_list_by_content
from stakeholder_graph.survey.roles.vocabulary import CONTACTS, words
from stakeholder_graph.tabular.files import TableFile
from stakeholder_graph.text import _


def recognize_file(opened: TableFile) -> TableRole | None:
    """Say what a whole file is, where a survey tool or a network program wrote it.

    Parameters
    ----------
    opened : TableFile
        As opened.

    Returns
    -------
    TableRole or None
        None where each of its tables has to be looked at.
    """
    tool = tool_of(opened)
    if tool and tool != "network_file":
        return TableRole(opened.file, "", "answers", {}, _("A survey tool wrote it."), sure=True)
    graph_format = format_of(opened)
    if graph_format is not None and not graph_format.table and (graph_format.name != "matrix" or not opened.sheets):
        why = _("It is a file of the kind {format}.", format=graph_format.name)
        return TableRole(opened.file, "", "network", {}, why, sure=True)
    if not opened.sheets:
        return TableRole(opened.file, "", "not used", {}, _("It holds no table."), sure=True)
    return None


def recognize(table: OpenTable) -> TableRole:
    """Say what a table is, by itself.

    Parameters
    ----------
    table : OpenTable
        Any.

    Returns
    -------
    TableRole
        ``not used`` where it is nothing that is known; another table may show what it is.
    """
    if not len(table.table):
        return TableRole(table.file, table.sheet, "not used", {}, _("It has headers and no rows."), sure=True)
    if table.headless and (role := tie_list_by_content(table)):
        return role  # without headers only its names tell what it is
    asked = resembles_answers(table)
    role = dictionary(table) or indicator_list(table) or matrix(table) or tie_list(table)
    role = role or (None if asked else affiliation_list(table))
    if role:
        return role
    if len({words(header) for header in table.table.columns} & CONTACTS) > 1 and not name_columns(table)[0]:
        return TableRole(table.file, table.sheet, "contacts", {}, _("It holds addresses of people."), sure=True)
    if asked:
        return TableRole(
            table.file,
            table.sheet,
            "answers",
            {},
            _("It has questions above and a row for each respondent."),
            sure=False,
        )
    name, _key = name_columns(table)
    first = next(iter(table.table.columns))
    for column in dict.fromkeys((name or first, first)):
        if (column == NAMELESS or name) and (role := affiliation_table(table, column)):
            return role
    if role := organization_list(table) or tie_list_by_content(table):
        return role
    return TableRole(
        table.file,
        table.sheet,
        "not used",
        {},
        _("Nothing in it is known: neither ties nor organizations."),
        sure=True,
    )
