"""The Table: columns of plain values, each of which knows its label, unit, kind and what it discloses.

Views, exports and editions ask the column; no list of column names is kept anywhere else. Values are kept as columns in
the smallest arrays that hold them: 100,000 rows of five columns take about 3 MB.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from types import MappingProxyType
from typing import Any, Final, Literal, overload

from stakeholder_graph.model.cells import ABSENT, Cell, CompactCells, is_number

__all__ = ["ABSENT", "Cell", "Column", "ColumnKind", "Disclosure", "Row", "RowView", "Table"]

#: A row with its cells by the name of their column.
Row = Mapping[str, Cell]

#: What a column holds: organizations or sectors; text of the survey, or terms of ours, which pages translate; verdicts,
#: which are terms too, such as "more" than chance; yes or no; counts; shares from 0 to 1, which pages show as
#: percentages; indices and other numbers; p-values; names of measures, in whose own unit the numbers of the row are.
ColumnKind = Literal[
    "organization", "sector", "text", "term", "verdict", "flag", "count", "share", "index", "number", "p", "measure"
]
NUMERIC: Final = frozenset({"count", "share", "index", "number", "p"})


class Disclosure(IntEnum):
    """How close to a single answer a value comes; the larger, the closer."""

    NETWORK = 0
    SECTOR = 1
    ORGANIZATION = 2
    PAIR = 3

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Column:
    """What one column of a table holds.

    Parameters
    ----------
    name : str
        Its key in rows, files and JSON.
    label : str
        Its heading, a message id of the catalogue; blank for the name itself in words.
    kind : str
        One of `ColumnKind`; blank for whatever its cells are: words, yes or no, counts or numbers.
    unit : str
        Of its numbers, where label and kind leave that open.
    discloses : Disclosure or None
        The closest thing a cell speaks of, where that is closer than the rows of its table.
    of_answers : bool
        Whether it depends on who answered; a copy that does not say who did leaves it out.
    labels : mapping of str to str
        Message ids for codes in its cells, as the value labels of a survey; a term without one is its own message id.
    evaluator : bool
        Whether it is for the evaluator alone, such as p-values; pages then leave it out of tables for other readers.
    ordered : bool
        Whether rows stand in the order of its cells, such as the steps of a scale, and pages keep that order.

    Examples
    --------
    >>> Column("year_founded").heading, Column("p").for_evaluator, Column("p", kind="p").for_evaluator
    ('Year founded', False, True)
    """

    name: str
    label: str = ""
    kind: ColumnKind | Literal[""] = ""
    unit: str = ""
    discloses: Disclosure | None = None
    of_answers: bool = False
    labels: Mapping[str, str] = field(default_factory=dict, hash=False)
    evaluator: bool = False
    ordered: bool = False

    @property
    def heading(self) -> str:
        """The label, or the name in words."""
        return self.label or self.name.replace("_", " ").capitalize()

    @property
    def for_evaluator(self) -> bool:
        """Whether pages show it to the evaluator alone."""
        return self.evaluator or self.kind == "p"

    @property
    def numeric(self) -> bool:
        """Whether it holds numbers."""
        return self.kind in NUMERIC


@dataclass(frozen=True, slots=True, repr=False)
class Table:
    """Some columns of equal length.

    Parameters
    ----------
    columns : tuple of Column
        What they hold.
    cells : tuple of CompactCells
        What is in them: plain values, None for what is not known.
    discloses : Disclosure
        The closest thing a row speaks of; pairs where nothing is said, which are for the backbone alone.

    See Also
    --------
    Table.of, Table.from_frame, Table.from_rows : Make one.

    Examples
    --------
    >>> table = Table.of({Column("sector", kind="sector"): ["A", "B"], Column("ties"): [3, 4]})
    >>> len(table), list(table["ties"]), dict(table.rows[1])
    (2, [3, 4], {'sector': 'B', 'ties': 4})
    """

    columns: tuple[Column, ...]
    cells: tuple[CompactCells, ...]
    discloses: Disclosure = Disclosure.PAIR
    _index: Mapping[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        index = {column.name: position for position, column in enumerate(self.columns)}
        if len(index) < len(self.columns) or len({len(cells) for cells in self.cells}) > 1:
            raise ValueError("the columns of a table have different names and equal lengths")
        columns = zip(self.columns, self.cells, strict=True)
        object.__setattr__(self, "columns", tuple(_with_kind(column, cells) for column, cells in columns))
        object.__setattr__(self, "_index", MappingProxyType(index))

    @classmethod
    def of(cls, cells: Mapping[Column, Any], discloses: Disclosure = Disclosure.PAIR) -> "Table":
        """Make a table of arrays or lists.

        Parameters
        ----------
        cells : mapping of Column to array_like
            What each column holds, in their order; NaN and infinity become None.
        discloses : Disclosure
            The closest thing a row speaks of.
        """
        return cls(tuple(cells), tuple(map(CompactCells.of, cells.values())), discloses)

    @classmethod
    def from_frame(cls, columns: Iterable[Column], frame: Any, discloses: Disclosure = Disclosure.PAIR) -> "Table":
        """Make a table of the columns of a data frame.

        Parameters
        ----------
        columns : iterable of Column
            In their order; the frame may have more, and lack some.
        frame : DataFrame
            With the cells of each column by its name.
        discloses : Disclosure
            The closest thing a row speaks of.
        """
        return cls.of({column: frame[column.name] for column in columns if column.name in frame}, discloses)

    @classmethod
    def from_rows(
        cls, columns: Iterable[Column], rows: Iterable[Mapping[str, Any]], discloses: Disclosure = Disclosure.PAIR
    ) -> "Table":
        """Make a small table of rows; where a row lacks a column, its cell is absent.

        Parameters
        ----------
        columns : iterable of Column
            In their order.
        rows : iterable of mapping
            CompactCells by the name of their column.
        discloses : Disclosure
            The closest thing a row speaks of.
        """
        columns, rows = tuple(columns), tuple(rows)
        cells = tuple(CompactCells.of([row.get(column.name, ABSENT) for row in rows]) for column in columns)
        return cls(columns, cells, discloses)

    def __repr__(self) -> str:
        return f"Table({len(self)} rows: {', '.join(column.name for column in self.columns)})"

    def __len__(self) -> int:
        return len(self.cells[0]) if self.cells else 0

    def __contains__(self, name: object) -> bool:
        return name in self._index

    def __getitem__(self, name: str) -> CompactCells:
        """The cells of a column."""
        return self.cells[self._index[name]]

    def column(self, name: str) -> Column:
        """What a column holds.

        Parameters
        ----------
        name : str
            Its name.
        """
        return self.columns[self._index[name]]

    @property
    def rows(self) -> "RowView":
        """The rows, made one by one where they are looked at; absent cells are left out."""
        return RowView(self)

    @property
    def disclosed(self) -> Disclosure:
        """The closest thing that a row or a single column speaks of."""
        return max(self.discloses, *(column.discloses or self.discloses for column in self.columns))

    def with_columns(self, cells: Mapping[Column, Any]) -> "Table":
        """The table with further columns after its own.

        Parameters
        ----------
        cells : mapping of Column to array_like
            As for `Table.of`.
        """
        columns, added = (*self.columns, *cells), map(CompactCells.of, cells.values())
        return Table(columns, (*self.cells, *added), self.discloses)

    def take(self, positions: Sequence[int]) -> "Table":
        """Some rows, in this order.

        Parameters
        ----------
        positions : sequence of int
            Their positions.
        """
        return Table(self.columns, tuple(cells.take(positions) for cells in self.cells), self.discloses)

    def first(self, most: int | None) -> "Table":
        """The table itself, or of a longer one the first rows.

        Parameters
        ----------
        most : int or None
            How many at most; None for all.

        Examples
        --------
        >>> len(Table.of({Column("ties"): [3, 1, 2]}).first(2))
        2
        """
        return self if most is None or len(self) <= most else self.take(range(most))


@dataclass(frozen=True, slots=True, eq=False)
class RowView(Sequence[Row]):
    """The rows of a table as mappings, for reading; nothing is kept of them."""

    table: Table

    def __len__(self) -> int:
        return len(self.table)

    @overload
    def __getitem__(self, position: int) -> Row: ...

    @overload
    def __getitem__(self, position: slice) -> tuple[Row, ...]: ...

    def __getitem__(self, position: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(position, slice):
            return tuple(self[at] for at in range(*position.indices(len(self))))
        return self._row([cells[position] for cells in self.table.cells])

    def __iter__(self) -> Iterator[Row]:
        return map(self._row, zip(*self.table.cells, strict=True))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    def __hash__(self) -> int:
        return hash(len(self))

    def _row(self, cells: Sequence[Cell]) -> Row:
        row = zip(self.table.columns, cells, strict=True)
        return MappingProxyType({column.name: cell for column, cell in row if cell is not ABSENT})


def _with_kind(column: Column, cells: CompactCells) -> Column:
    """The column with the kind of its cells, where its own is left open."""
    if column.kind:
        return column
    stated = [cell for cell in cells if cell is not None and cell is not ABSENT]
    kind: ColumnKind = "text"
    if stated and all(isinstance(cell, bool) for cell in stated):
        kind = "flag"
    elif all(map(is_number, stated)):
        kind = "number" if any(isinstance(cell, float) for cell in stated) else "count"
    return replace(column, kind=kind)
