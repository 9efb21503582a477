"""Every table of a copy as one workbook."""

import re
from collections.abc import Collection, Mapping, Sequence

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.table import ABSENT, Cell, Column, Table
from stakeholder_graph.tabular.write_xlsx import SheetLink, XlsxCell, workbook
from stakeholder_graph.text import LANGUAGES, _, current_language, translate
from stakeholder_graph.views.findings_data import DIGITS
from stakeholder_graph.views.named_table import NamedTable
from stakeholder_graph.views.page import banner
from stakeholder_graph.views.sentences import term
from stakeholder_graph.views.workbook.dictionary import dictionary, has_words
from stakeholder_graph.views.workbook.every_table import every_table

#: Longest name of a sheet, and what it cannot hold.
LONGEST_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
#: Most rows of a sheet, with its headers.
MOST_ROWS = 1_048_576
#: How numbers of each kind are shown; what a cell holds has all its digits.
_SHOWN = {"share": "0.0%", "count": "#,##0", "p": "0.0000", "index": "0.000"}


def to_workbook(copy: Copy, tables: Sequence[NamedTable] | None = None, most_rows: int | None = None) -> bytes:
    """Write all numbers that an edition may see as an XLSX workbook.

    Parameters
    ----------
    copy : Copy
        What may be seen.
    tables : sequence of NamedTable, optional
        As of `every_table`, where they are known already.
    most_rows : int, optional
        Of a longer table the first rows alone, where CSV files beside the workbook have them all: its sheet says so.

    Returns
    -------
    bytes
        Sheets: where the numbers come from, with a list of all sheets; findings, tests and sentences; the tables of
        each measure; and what each column holds. Numbers have nine significant digits; what is not known is blank.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> copy = Copy("backbone", Partnership("Ours", {"1": from_networkx(nx.path_graph(3))}, {}), (), "1")
    >>> to_workbook(copy)[:2]
    b'PK'
    """
    tables = every_table(copy) if tables is None else tables
    names = _sheet_names(tables)
    tables = (*tables, dictionary(tables, names))
    names["dictionary"] = _free_name(tables[-1].title, names.values())
    sheets: dict[str, list[Sequence[XlsxCell]]] = {}
    for named in tables:
        sheets[names[named.name]] = _rows(named.table, most_rows)
        if named.name == "about":
            sheets[_free_name(_("Contents"), names.values())] = _contents(tables, names)
    shown = {names[named.name]: [_SHOWN.get(column.kind, "") for column in named.table.columns] for named in tables}
    return workbook(_in_sheets(sheets), page_header=banner(copy), number_formats=shown)


def _contents(tables: Sequence[NamedTable], names: Mapping[str, str]) -> list[Sequence[XlsxCell]]:
    """A line for each sheet that leads there."""
    rows = [
        (SheetLink(names[named.name], names[named.name]), named.title, named.about, len(named.table))
        for named in tables
    ]
    return [(_("Sheet"), _("What it lists"), _("About it"), _("Rows")), *rows]


def _rows(whole: Table, most: int | None) -> list[Sequence[XlsxCell]]:
    table = whole.first(most)
    columns = zip(table.columns, table.cells, strict=True)
    rows = zip(*([_plain(cell, column) for cell in cells] for column, cells in columns), strict=True)
    cut = [[_cut(table, whole), *[None] * (len(table.columns) - 1)]] if table is not whole else []
    return [[translate(column.heading) for column in table.columns], *rows, *cut]


def _cut(table: Table, whole: Table) -> str:
    return _("The first {shown:,} of {rows:,} rows. The CSV files have them all.", shown=len(table), rows=len(whole))


def _plain(cell: Cell, column: Column) -> XlsxCell:
    if cell is ABSENT:
        return None
    # In English a code is a word, and stays the one of the other files; elsewhere nobody could read it.
    if isinstance(cell, str) and has_words(column) and current_language() != LANGUAGES[0]:
        return term(column.labels.get(cell, cell))
    return float(f"{cell:.{DIGITS}g}") if isinstance(cell, float) else cell


def _in_sheets(sheets: Mapping[str, list[Sequence[XlsxCell]]]) -> dict[str, list[Sequence[XlsxCell]]]:
    """The same, a table that is longer than a sheet can be on several."""
    whole: dict[str, list[Sequence[XlsxCell]]] = {}
    for name, (headers, *rows) in sheets.items():
        for start in range(0, max(1, len(rows)), MOST_ROWS - 1):
            whole[_free_name(name, whole)] = [headers, *rows[start : start + MOST_ROWS - 1]]
    return whole


def _sheet_names(tables: Sequence[NamedTable]) -> dict[str, str]:
    """Tables of measures are called as in the other files, so that they are found again; others in words."""
    names: dict[str, str] = {}
    for named in tables:
        of_measure = named.name.split()[0] in measures()
        names[named.name] = _free_name(named.name if of_measure else named.title, names.values())
    return names


def _free_name(name: str, taken: Collection[str]) -> str:
    """A name that a sheet may have and no other sheet has, whatever case it is written in."""
    known, name = {sheet.casefold() for sheet in taken}, _NOT_IN_NAMES.sub(" ", name).strip()
    short, number = name[:LONGEST_NAME].strip(), 2
    while short.casefold() in known:
        suffix = f" {number}"
        short, number = name[: LONGEST_NAME - len(suffix)].strip() + suffix, number + 1
    return short
