"""The data dictionary: what each column of each table holds, as the column itself declares it."""

from collections.abc import Mapping, Sequence

from stakeholder_graph.model.table import ABSENT, Column, Table
from stakeholder_graph.text import N_, _, translate
from stakeholder_graph.views.named_table import NamedTable
from stakeholder_graph.views.sentences import term

#: What a value can speak of most closely.
SPEAKS_OF: Mapping[str, str] = {
    "network": N_("the network"),
    "sector": N_("a sector"),
    "organization": N_("an organization"),
    "pair": N_("a pair"),
}
#: So many different words of a column are explained.
_MOST_WORDS = 40


def dictionary(tables: Sequence[NamedTable], places: Mapping[str, str]) -> NamedTable:
    """List the columns of some tables.

    Parameters
    ----------
    tables : sequence of NamedTable
        All but this one.
    places : mapping of str to str
        The sheet or the file of each, by its name.

    Examples
    --------
    >>> ties = NamedTable("ties", "Ties", Table.of({Column("n", "How many", "count", "ties"): [3]}))
    >>> row = dictionary([ties], {"ties": "Ties"}).table.rows[0]
    >>> row["column"], row["heading"], row["kind"], row["unit"], row["discloses"]
    ('n', 'How many', 'count', 'ties', 'pair')
    """
    rows = [(named, column) for named in tables for column in named.table.columns]
    columns = {
        Column("table", N_("Table"), "text"): [named.name for named, _column in rows],
        Column("place", N_("Sheet or file"), "text"): [places[named.name] for named, _column in rows],
        Column("column", N_("Column"), "text"): [column.name for _named, column in rows],
        Column("heading", N_("Heading"), "text"): [translate(column.heading) for _named, column in rows],
        Column("kind", N_("Kind"), "text"): [column.kind for _named, column in rows],
        Column("unit", N_("Unit"), "text"): [column.unit or ABSENT for _named, column in rows],
        Column("discloses", N_("Speaks of"), "term", labels=SPEAKS_OF): [
            str(named.table.discloses if column.discloses is None else column.discloses) for named, column in rows
        ],
        Column("words", N_("Its codes in words"), "text"): [
            _words(named.table, column) or ABSENT for named, column in rows
        ],
    }
    return NamedTable("dictionary", _("Columns"), Table.of(columns), _("What each column holds: the data dictionary."))


def has_words(column: Column) -> bool:
    """Whether the texts of a column are terms of ours, which pages put into words.

    Parameters
    ----------
    column : Column
        Any.

    Examples
    --------
    >>> has_words(Column("verdict", kind="verdict")), has_words(Column("organization", kind="organization"))
    (True, False)
    """
    return column.kind in ("term", "verdict") or bool(column.labels)


def _words(table: Table, column: Column) -> str:
    """The codes of a column as pages say them, where they say something else."""
    if not has_words(column):
        return ""
    codes = sorted({cell for cell in table[column.name] if isinstance(cell, str)})
    words = {code: term(column.labels.get(code, code)) for code in codes}
    return "; ".join(f"{code} = {words[code]}" for code in codes[:_MOST_WORDS] if words[code] != code)
