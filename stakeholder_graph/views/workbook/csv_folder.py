"""Every table of a copy as a folder of CSV."""

import re
from collections.abc import Sequence

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.views.findings_data import table_to_csv
from stakeholder_graph.views.named_table import NamedTable
from stakeholder_graph.views.workbook.dictionary import dictionary
from stakeholder_graph.views.workbook.every_table import every_table

_NOT_IN_FILES = re.compile(r"[^\w-]+")


def csv_files(copy: Copy, tables: Sequence[NamedTable] | None = None) -> dict[str, str]:
    """Write all numbers that an edition may see as CSV, a table a file.

    Parameters
    ----------
    copy : Copy
        What may be seen.
    tables : sequence of NamedTable, optional
        As of `every_table`, where they are known already.

    Returns
    -------
    dict of str to str
        By name of the file: the same tables as `to_workbook`, under the names of their columns, as in JSON. Numbers
        have nine significant digits, yes and no are ``true`` and ``false``, and what is not known is blank. No text
        begins like a formula.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> copy = Copy("partners", Partnership("Ours", {"1": from_networkx(nx.path_graph(3))}, {}), (), "1")
    >>> sorted(csv_files(copy))
    ['about.csv', 'dictionary.csv']
    """
    tables = every_table(copy) if tables is None else tables
    files = {named.name: f"{_NOT_IN_FILES.sub('-', named.name)}.csv" for named in tables}
    listed = dictionary(tables, files)
    return {files.get(named.name, f"{named.name}.csv"): table_to_csv(named.table) for named in (*tables, listed)}
