"""Matrices: who is tied to whom as a square of numbers, with or without names, separated by blanks or commas."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from stakeholder_graph.exchange.graph_builder import GraphBuilder, within_limits
from stakeholder_graph.exchange.graph_format import RELATION, GraphFile, GraphFormat
from stakeholder_graph.exchange.network_source import NetworkSource, name_attribute_of, program_of
from stakeholder_graph.exchange.reading.node_edge_tables import add_nodes, grid, nodes_among
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.tabular.delimited import as_number
from stakeholder_graph.tabular.files import TableFile, trimmed
from stakeholder_graph.text import _, _n

_TOKEN = re.compile(r'"([^"]*)"|(\S+)')
_HEADERS = ("name", "from", "to")
#: Of a smaller square nobody can tell whether it is one.
_LEAST = 3


@dataclass(frozen=True, eq=False)
class _Square:
    """A matrix: names, the cells of each row, and the number of each row."""

    names: list[str]
    cells: list[list[str]]
    rows: list[int]


def recognize(opened: TableFile) -> bool:
    """Whether the file is one square after its names, or several squares of the same names in its sheets.

    Parameters
    ----------
    opened : TableFile
        Any file.
    """
    return program_of(opened) == "matrix" or bool(_squares(opened))


@within_limits
def read(opened: TableFile, inspection: Inspection) -> GraphFile:
    """Read the cells that are not 0 as edges; a symmetric matrix has no direction.

    Parameters
    ----------
    opened : TableFile
        As recognized.
    inspection : Inspection
        Takes the problems, and blanks among zeros as an open decision.
    """
    if isinstance(opened, NetworkSource) and opened.program == "matrix":
        square = _of_text(opened, inspection)
        squares: Mapping[str, _Square] = {"": square} if square else {}
    else:
        squares = _squares(opened)
    builder = GraphBuilder(opened.file, inspection, name_attribute_of(opened))
    listed = list(next(iter(squares.values())).names) if squares else []
    others = [
        grid(sheet, rows) for sheet, rows in opened.sheets.items() if sheet not in squares and any(map(any, rows))
    ]
    described = nodes_among(others, listed)
    known = add_nodes(builder, *described) if described else {}
    for square in squares.values():
        for name, row in zip(square.names, square.rows, strict=True):
            if name.casefold() not in known and name not in builder.nodes:
                builder.add_node(name, row, {})
    for sheet, square in squares.items():
        called = replace(square, names=[known.get(name.casefold(), name) for name in square.names])
        _add(builder, called, sheet if len(squares) > 1 else "")
    return builder.graph(_HEADERS)


FORMAT = GraphFormat(
    "matrix",
    (".csv", ".txt", ".dat", ".xlsx", ".ods", ".xls"),
    recognize,
    read,
    several_values=False,
    parallel_edges=True,
)


def names_of(opened: TableFile) -> list[str]:
    """Give the names at the sides of a matrix; none where a file is no matrix with names.

    Parameters
    ----------
    opened : TableFile
        Any file.
    """
    square = next(iter(_squares(opened).values()), None)
    if isinstance(opened, NetworkSource) and opened.program == "matrix":
        square = _of_text(opened, Inspection())
    return square.names if square else []


def _add(builder: GraphBuilder, square: _Square, relation: str) -> None:
    known = {cell: as_number(cell) for row in square.cells for cell in set(row)}
    numbers = [[known[cell] for cell in row] for row in square.cells]
    size = len(square.names)
    pairs = [(a, b) for a in range(size) for b in range(size) if a != b]
    symmetric = all((numbers[a][b] or 0) == (numbers[b][a] or 0) for a, b in pairs)
    lower, upper = ([(a, b) for a, b in pairs if (a > b) is below] for below in (True, False))
    half = not symmetric and any(all(not square.cells[a][b] for a, b in side) for side in (lower, upper))
    # Zeros throughout one half may be answers, or half a matrix that somebody filled up: the ties must tell.
    in_doubt = not half and any(all(not numbers[a][b] for a, b in side) for side in (lower, upper))
    directed = False if symmetric or half else None if in_doubt else True
    blank = sum(square.cells[a][b] == "" for a, b in pairs if not half or (square.cells[b][a] == "" and a < b))
    written = any(number == 0 for row in numbers for number in row)
    if blank and written:
        builder.inspection.decide(
            _n(
                "{count} cell of the matrix is blank, while others are 0; it counts as no tie.",
                "{count} cells of the matrix are blank, while others are 0; they count as no tie.",
                blank,
            ),
            _("Write 0 where there is no tie; where nobody was asked, give ties.csv and asked.csv instead."),
            builder.file,
        )
    for a, b in pairs:
        number = numbers[a][b]
        if square.cells[a][b] and number is None:
            builder.inspection.wrong(
                _("“{text}” is not a number.", text=square.cells[a][b]), _("Correct the matrix."), builder.file,
                square.rows[a],
            )  # fmt: skip
        elif number and not (symmetric and a > b):
            attributes = {"weight": [square.cells[a][b]], **({RELATION: [relation]} if relation else {})}
            names = (square.names[a], square.names[b])
            builder.add_edge(*names, square.rows[a], attributes, directed=directed)


def _squares(opened: TableFile) -> dict[str, _Square]:
    """The squares of a table or workbook, by sheet; none unless all have the same names."""
    squares: dict[str, _Square] = {}
    for sheet, rows in opened.sheets.items():
        filled = [(number + 1, trimmed(row)) for number, row in enumerate(rows) if any(row)]
        if not filled:
            continue
        square = _square(filled)
        if square is None:
            continue
        if squares and set(next(iter(squares.values())).names) != set(square.names):
            return {}
        squares[sheet] = square
    return squares


def _square(filled: Sequence[tuple[int, list[str]]]) -> _Square | None:
    """The square below a row of names and beside the same names; its corner is blank."""
    (_first, head), *body = filled
    if len(body) < _LEAST or not head or head[0]:
        return None
    skipped = 1
    numbers = [row[0] if row else "" for _number, row in body]
    if numbers in ([str(n) for n in range(1, len(body) + 1)], [str(n) for n in range(len(body))]) and (
        len(head) > len(body) + 1
    ):
        skipped = 2  # row numbers come before the names
    names = head[skipped:]
    beside = [row[skipped - 1] if len(row) >= skipped else "" for _number, row in body]
    if len(names) != len(body) or set(names) != set(beside) or len(set(names)) < len(names) or "" in names:
        return None
    # Rows may stand in another order than columns.
    place = {name: number for number, name in enumerate(beside)}
    width = len(names) + skipped
    cells = [([*row, *[""] * width][skipped:width]) for _number, row in body]
    if any(as_number(cell) is None for cell in {cell for row in cells for cell in row} - {""}):
        return None
    order = [place[name] for name in names]
    if _ends_with_sums([[as_number(cell) or 0.0 for cell in cells[number]] for number in order]):
        return None  # what is left without them is a matrix, which the roles of tables know
    return _Square(names, [cells[number] for number in order], [body[number][0] for number in order])


def _ends_with_sums(numbers: Sequence[Sequence[float]]) -> bool:
    """Whether the last row and the last column hold the sums of the others."""
    rows, columns = numbers[:-1], list(zip(*numbers, strict=True))[:-1]
    return any(numbers[-1]) and all(line[-1] == sum(line[:-1]) for line in (*rows, *columns))


def _of_text(opened: NetworkSource, inspection: Inspection) -> _Square | None:
    """The square of a text whose cells are separated by blanks, with names above and beside it or numbers alone."""
    lines = [(number, [quoted or bare for quoted, bare in _TOKEN.findall(line)])
             for number, line in enumerate(opened.text.splitlines(), 1) if line.strip()]  # fmt: skip
    bare = all(as_number(word) is not None for word in lines[0][1])
    if bare:
        names, body, beside = [str(place) for place in range(1, len(lines) + 1)], lines, 0
    else:
        (_first, names), *body = lines
        beside = int(len(names) != len(body) or len(body[0][1]) != len(names))
        if len(names) == len(body) + 1:
            names = names[1:]
    for number, words in body:
        if len(words) != len(names) + beside:
            inspection.wrong(
                _("The row has {cells} cells; a square of {size} organizations needs {wanted}.",
                  cells=len(words), size=len(names), wanted=len(names) + beside),
                _("Correct the row, or put names with blanks into quotation marks."),
                opened.file,
                number,
            )  # fmt: skip
            return None
    named = [words[0] for _number, words in body] if beside else names
    if len(body) != len(names) or set(named) != set(names) or len(set(names)) < len(names):
        inspection.wrong(
            _("The rows of the matrix and its columns do not have the same names."),
            _("Give both the same names, each once."),
            opened.file,
        )
        return None
    place = {name: number for number, name in enumerate(named)}
    order = [place[name] for name in names]
    return _Square(names, [body[n][1][beside:] for n in order], [body[n][0] for n in order])
