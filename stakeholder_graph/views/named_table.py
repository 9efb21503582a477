"""A table under a name: as a part of a page, a sheet of a workbook, or a file."""

from dataclasses import dataclass

from stakeholder_graph.model.table import Table


@dataclass(frozen=True, slots=True)
class NamedTable:
    """A table with what it is called and what it lists.

    Parameters
    ----------
    name : str
        Its key in files, the same in every language.
    title : str
        In words.
    table : Table
        Its rows.
    about : str
        What it lists and what follows from it, in words; blank where the title says so.

    Examples
    --------
    >>> from stakeholder_graph.model.table import Column
    >>> NamedTable("files", "Files and rows", Table.of({Column("rows"): [12]})).name
    'files'
    """

    name: str
    title: str
    table: Table
    about: str = ""
