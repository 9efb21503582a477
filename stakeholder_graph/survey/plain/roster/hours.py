"""Hours a month that an organization can give to its ties, by the list of organizations."""

from dataclasses import replace

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.model.survey import HOURS
from stakeholder_graph.tabular.delimited import as_number, is_known
from stakeholder_graph.tabular.source_table import SourceTable


def with_plain_hours(table: SourceTable, inspection: Inspection) -> SourceTable:
    """Give a list of organizations with plain numbers in its column hours.

    Parameters
    ----------
    table : SourceTable
        The list, which has the column. Words for "not known" may stand in the column.
    inspection : Inspection
        Takes a problem for each text that is no number of 0 or more.

    Returns
    -------
    SourceTable
        The column's header is in lower case, and a decimal comma is a point.

    Examples
    --------
    >>> table = SourceTable("organizations.csv", {"organization": ["A", "B"], "Hours": ["12,5", "n/a"]}, [2, 3], True)
    >>> with_plain_hours(table, Inspection()).columns["hours"]
    ['12.5', 'n/a']
    """
    asked = replace(table, columns={HOURS: [text if is_known(text) else "" for text in table.texts(HOURS)]})
    asked.numbers(HOURS, inspection, 0)
    plain = [_plain(text, table.decimal_comma) for text in table.texts(HOURS)]
    columns = {
        HOURS if header.casefold() == HOURS else header: plain if header.casefold() == HOURS else texts
        for header, texts in table.columns.items()
    }
    return replace(table, columns=columns)


def _plain(text: str, decimal_comma: bool) -> str:
    number = as_number(text, decimal_comma)
    return text if number is None else f"{number:g}"
