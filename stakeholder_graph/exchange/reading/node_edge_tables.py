"""Networks as two tables: one of nodes and one of edges, as sheets of a workbook or as two files.

Which table and which column is which, the contents say together with the headers: the column of nodes is the one that
holds the ends of the edges.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stakeholder_graph.exchange.graph_builder import GraphBuilder, empty_graph, within_limits
from stakeholder_graph.exchange.graph_format import GraphFile
from stakeholder_graph.exchange.network_source import name_attribute_of
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.tabular import TextRows
from stakeholder_graph.tabular.files import TableFile, trimmed

#: Headers of the two ends of an edge in other tools, in lower case.
ENDS = (
    ("source", "target"), ("from", "to"), ("vertex 1", "vertex 2"), ("sender", "receiver"), ("ego", "alter"),
    ("fromid", "toid"), ("from_id", "to_id"), ("from id", "to id"), ("source_id", "target_id"), ("node1", "node2"),
    ("org1", "org2"),
)  # fmt: skip
#: Whether an edge of this direction runs one way only.
DIRECTIONS: Mapping[str, bool | None] = {
    "directed": True, "undirected": False, "mutual": False, "bidirectional": False, "both": False, "mixed": None,
}  # fmt: skip
#: Columns that may say so.
_DIRECTION_HEADERS = ("type", "direction", "directed", "edge type")
#: Headers of a column of nodes, the likeliest first, in lower case.
_KEYS = ("id", "node", "vertex", "name", "label", "organization", "element")
#: Rows among which the headers are looked for.
_TOP = 3
#: From this share of ends that a column holds, it is the column of nodes.
COVERED = 0.5


@dataclass(frozen=True, eq=False)
class Grid:
    """A table of text with its headers.

    Parameters
    ----------
    name : str
        Of its sheet or file.
    headers : list of str
        As written; blank columns have none.
    rows : list of (int, list of str)
        The number of each row, as a spreadsheet has it, and its cells.
    """

    name: str
    headers: list[str]
    rows: list[tuple[int, list[str]]]

    def place(self, header: str) -> int:
        """Where the column with a header stands, given in lower case; -1 for nowhere."""
        return next((place for place, text in enumerate(self.headers) if text.casefold() == header), -1)

    def column(self, place: int) -> list[str]:
        """The cells of a column."""
        return [row[place] if place < len(row) else "" for _number, row in self.rows]


def grid(name: str, rows: TextRows) -> Grid:
    """Give the table of a sheet; of a few rows at its top the one with the ends of edges has the headers.

    Parameters
    ----------
    name : str
        The sheet.
    rows : list of list of str
        Its rows.
    """
    filled = [number for number, row in enumerate(rows[:50]) if any(row)][:_TOP]
    folded = {number: {cell.casefold() for cell in rows[number]} for number in filled}
    # NodeXL writes what groups of columns are about above their headers.
    head = next((n for n in filled if any(set(ends) <= folded[n] for ends in ENDS) or {"vertex"} & folded[n]), None)
    if head is None:
        head = filled[0] if filled else 0
    body = [(number + 1, rows[number]) for number in range(head + 1, len(rows)) if any(rows[number])]
    return Grid(name, trimmed(rows[head]) if rows else [], body)


def ends_of(table: Grid) -> tuple[int, int] | None:
    """Where the two ends of edges stand in a table; None where it holds no edges.

    Parameters
    ----------
    table : Grid
        Any.
    """
    for origin, target in ENDS:
        places = (table.place(origin), table.place(target))
        if min(places) >= 0:
            return places
    return None


def parted(opened: TableFile) -> tuple[list[Grid], list[Grid]]:
    """Give the tables of edges and all others.

    Parameters
    ----------
    opened : TableFile
        A workbook, or tables of several files as its sheets.
    """
    tables = [grid(name, rows) for name, rows in opened.sheets.items() if any(map(any, rows))]
    edges = [table for table in tables if ends_of(table)]
    return edges, [table for table in tables if not ends_of(table)]


def nodes_among(others: Sequence[Grid], ends: Sequence[str], least: float = COVERED) -> tuple[Grid, int] | None:
    """Find the table of nodes, and the column by which edges name them.

    Parameters
    ----------
    others : sequence of Grid
        Tables without edges.
    ends : sequence of str
        What the edges name.
    least : float
        The share of ends that the column has to hold.

    Returns
    -------
    (Grid, int) or None
        None where no column holds most of the ends.
    """
    wanted = {_key(end) for end in ends if end}
    best: tuple[float, int, Grid, int] | None = None
    for table in others:
        for place, header in enumerate(table.headers):
            listed = {_key(cell) for cell in table.column(place)}
            share = len(wanted & listed) / max(len(wanted), 1)
            liking = -_KEYS.index(header.casefold()) if header.casefold() in _KEYS else -len(_KEYS)
            if share >= least and (best is None or (share, liking) > best[:2]):
                best = (share, liking, table, place)
    return None if best is None else best[2:]


@within_limits
def read_tables(opened: TableFile, inspection: Inspection, left_out: frozenset[str] = frozenset()) -> GraphFile:
    """Read the first table of edges with its nodes; every further table of edges is a kind of tie of its own.

    Parameters
    ----------
    opened : TableFile
        As recognized.
    inspection : Inspection
        Takes the problems.
    left_out : frozenset of str
        Headers, in lower case, of columns that say how something is drawn.
    """
    edges, others = parted(opened)
    if not edges:
        return empty_graph()
    places = [ends_of(table) or (0, 1) for table in edges]
    ends = [end for table, pair in zip(edges, places, strict=True) for place in pair for end in table.column(place)]
    builder = GraphBuilder(opened.file, inspection, name_attribute_of(opened))
    nodes = nodes_among(others, ends)
    known = add_nodes(builder, *nodes, left_out) if nodes else {}
    for table, pair in zip(edges, places, strict=True):
        _add_edges(builder, table, pair, known, table.name if len(edges) > 1 else "", left_out)
    headers = (
        nodes[0].headers[nodes[1]] if nodes else "name",
        edges[0].headers[places[0][0]],
        edges[0].headers[places[0][1]],
    )
    return builder.graph(headers, implied=nodes is None)


def add_nodes(builder: GraphBuilder, table: Grid, place: int, left_out: frozenset[str] = frozenset()) -> dict[str, str]:
    """Add the nodes of a table to a graph.

    Parameters
    ----------
    builder : GraphBuilder
        Takes them.
    table : Grid
        Their table.
    place : int
        The column of ids.
    left_out : frozenset of str
        Headers, in lower case, of columns that say how something is drawn.

    Returns
    -------
    dict of str to str
        Each id by what it is in lower case.
    """
    known: dict[str, str] = {}
    kept = [number for number, header in enumerate(table.headers) if header and header.casefold() not in left_out]
    label = next((n for n in kept if table.headers[n].casefold() in ("label", "name") and n != place), None)
    for number, row in table.rows:
        cells = [*row, *[""] * (len(table.headers) - len(row))]
        key = cells[place]
        if not key:
            continue
        attributes = {table.headers[n]: [cells[n]] for n in kept if n not in (place, label)}
        builder.add_node(key, number, attributes, cells[label] if label is not None else "")
        known.setdefault(key.casefold(), key)
    return known


def _add_edges(
    builder: GraphBuilder,
    table: Grid,
    ends: tuple[int, int],
    known: Mapping[str, str],
    relation: str,
    left_out: frozenset[str],
) -> None:
    says = next((p for h in _DIRECTION_HEADERS if (p := table.place(h)) >= 0 and _directions(table.column(p))), None)
    places = [
        place
        for place, header in enumerate(table.headers)
        if header and place not in (*ends, says) and header.casefold() not in (*left_out, "id")
    ]
    padded = _padded(known)
    for number, row in table.rows:
        cells = [*row, *[""] * (len(table.headers) - len(row))]
        if not (cells[ends[0]] or cells[ends[1]]):
            continue
        attributes = {table.headers[place]: [cells[place]] for place in places}
        if relation:
            attributes.setdefault("relation", [relation])
        origin, target = (
            known.get(cells[place].casefold()) or padded.get(_key(cells[place]), cells[place]) for place in ends
        )
        directed = None if says is None else DIRECTIONS.get(_folded(cells[says]))
        builder.add_edge(origin, target, number, attributes, directed=directed)


def _key(text: str) -> str:
    """An id as it is compared: a spreadsheet that opens a CSV file makes 7 of 007."""
    return (text.lstrip("0") or "0") if text.isdecimal() else text.casefold()


def _padded(known: Mapping[str, str]) -> dict[str, str]:
    """The ids that begin with zeros, by what a spreadsheet makes of them, where that is no other's id."""
    counts = Counter(map(_key, known.values()))
    return {_key(key): key for key in known.values() if key.isdecimal() and counts[_key(key)] == 1}


def _directions(texts: Sequence[str]) -> bool:
    """Whether a column says of each edge whether it has a direction."""
    said = {_folded(text) for text in texts} - {""}
    return bool(said) and said <= set(DIRECTIONS)


def _folded(text: str) -> str:
    return {"true": "directed", "false": "undirected"}.get(text.casefold(), text.casefold())
