"""A finding as pages draw it: where its claim fell with the report's correction, no row of its tables claims one."""

from dataclasses import replace

from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.table import Table
from stakeholder_graph.text import N_

#: Verdicts that claim no difference.
QUIET = frozenset(
    {"as expected", "as by chance", "too close to call", "no likelier, no less", "cannot be told", "not known"}
)
_TOO_CLOSE = N_("too close to call")


def hedged(finding: Finding) -> Finding:
    """The same finding; without verdicts that stand out where what it claims did not survive the report's correction.

    Parameters
    ----------
    finding : Finding
        Any. Its sentence says already that it is too close to call: a coloured row beside it would say otherwise.

    Examples
    --------
    >>> from stakeholder_graph.model.finding import Message, Scope
    >>> from stakeholder_graph.model.table import Column
    >>> table = Table.of({Column("sector"): ["A", "B"], Column("verdict", kind="verdict"): ["fewer", "as expected"]})
    >>> fallen = Message("holes", {}, "unknown", among_tests=9)
    >>> finding = Finding("sector_mixing", Scope(("1",)), 1, "", (0, None), table=table, reading=fallen)
    >>> [row["verdict"] for row in hedged(finding).table.rows]
    ['too close to call', 'as expected']
    """
    if finding.reading is None or not finding.reading.among_tests:
        return finding
    table = None if finding.table is None else _quiet(finding.table)
    return replace(finding, table=table, tables={name: _quiet(held) for name, held in finding.tables.items()})


def _quiet(table: Table) -> Table:
    if not any(column.kind == "verdict" for column in table.columns):
        return table
    cells = {
        column: [
            _TOO_CLOSE if column.kind == "verdict" and cell is not None and cell not in QUIET else cell
            for cell in table[column.name]
        ]
        for column in table.columns
    }
    return Table.of(cells, table.discloses)
