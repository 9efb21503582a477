"""Tables of findings made up for tests, from rows."""

from collections.abc import Iterable, Mapping

from stakeholder_graph.measures import _columns
from stakeholder_graph.model.table import Cell, Column, Disclosure, Table

SHARED = {column.name: column for column in vars(_columns).values() if isinstance(column, Column)}


def table_of(
    rows: Iterable[Mapping[str, Cell]],
    discloses: Disclosure = Disclosure.PAIR,
    columns: Iterable[Column] = (),
) -> Table:
    """A table of rows: columns as measures share them, or as given."""
    rows, known = tuple(rows), SHARED | {column.name: column for column in columns}
    names = dict.fromkeys(name for row in rows for name in row)
    made = [known.get(name, Column(name)) for name in names]
    return Table.from_rows(made, rows, discloses)
