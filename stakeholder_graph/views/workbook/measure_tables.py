"""The tables of measures: those of all kinds of tie one below the other, so that they can be filtered."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.cells import CompactCells
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.table import ABSENT, Column, Table
from stakeholder_graph.text import N_
from stakeholder_graph.views.named_table import NamedTable, table_title

#: The finding that a row belongs to.
_FINDING = Column("finding", N_("Finding"), "text")


def measure_tables(findings: Sequence[Finding]) -> Iterator[NamedTable]:
    """Give each table of each measure once, its first column naming the finding of each row.

    Parameters
    ----------
    findings : sequence of Finding
        In the order of the report.

    Examples
    --------
    >>> from stakeholder_graph.model.finding import Scope
    >>> table = Table.of({Column("ties"): [3]})
    >>> of_layers = [Finding("density", Scope(("1",), (at,)), 0.5, "share", (0, 1), table=table) for at in ("a", "b")]
    >>> (joined,) = measure_tables(of_layers)
    >>> joined.name, [tuple(row.values()) for row in joined.table.rows]
    ('density', [('density/a/1', 3), ('density/b/1', 3)])
    """
    every: dict[tuple[str, str], list[tuple[str, Table]]] = {}
    for finding in findings:
        main = {} if finding.table is None else {"": finding.table}
        for name, table in {**main, **finding.tables}.items():
            if table:
                every.setdefault((finding.name, name), []).append((finding.id, table))
    for (measure, name), tables in every.items():
        yield NamedTable(f"{measure} {name}".strip(), _title(measure, name), _joined(tables))


def _title(measure: str, name: str) -> str:
    info = measures()[measure]
    titles = [table_title(info, part) for part in dict.fromkeys(("", name))]
    return ": ".join(titles)


def _joined(tables: Sequence[tuple[str, Table]]) -> Table:
    columns: dict[str, Column] = {}
    for _id, table in tables:
        for column in table.columns:
            columns[column.name] = _both(columns.get(column.name, column), column)
    ids = CompactCells.of([id for id, table in tables for _row in range(len(table))])
    cells = (
        CompactCells.of(
            list(chain.from_iterable(table[name] if name in table else [ABSENT] * len(table) for _id, table in tables))
        )
        for name in columns
    )
    return Table((_FINDING, *columns.values()), (ids, *cells), max(table.discloses for _id, table in tables))


def _both(first: Column, second: Column) -> Column:
    """A column as it is in two tables: whole numbers in one and others in the other are numbers."""
    if first.kind == second.kind:
        return first
    return replace(first, kind="number" if first.numeric and second.numeric else "text")
