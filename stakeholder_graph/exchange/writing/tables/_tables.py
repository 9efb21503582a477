"""Tables of nodes and edges, which CSV files and workbooks of several tools are spelled from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from stakeholder_graph.exchange.network import NetworkFile, Value, as_plain, kinds_of

TableCell = str | int | float | bool | None
#: Rows of a sheet of XLSX, without two of headers.
MOST_EDGES = 1_048_576 - 2


@dataclass(frozen=True, slots=True)
class ColumnNames:
    """What a tool calls the columns of nodes and edges; blank for one that it does not have.

    Parameters
    ----------
    key, name, x, y, colour : str
        Columns of nodes: a short id, the name, the place, the colour.
    origin, target, edge_key, directed, layer, wave, weight : str
        Columns of edges.
    way, both : str
        What stands in the column `directed` for an edge that runs one way, and for one that does not.
    by_key : bool
        Whether edges name their ends by the short ids.
    """

    key: str = "id"
    name: str = "name"
    x: str = "x"
    y: str = "y"
    colour: str = "colour"
    origin: str = "from"
    target: str = "to"
    edge_key: str = ""
    directed: str = "direction"
    way: str = "directed"
    both: str = "undirected"
    layer: str = "layer"
    wave: str = "wave"
    weight: str = "weight"
    by_key: bool = False


def node_rows(network: NetworkFile, spelled: ColumnNames) -> list[list[TableCell]]:
    """Give a row a node under a row of headers.

    Parameters
    ----------
    network : NetworkFile
        Any.
    spelled : ColumnNames
        What the columns are called.

    Examples
    --------
    >>> from stakeholder_graph.exchange.network import NetworkNode
    >>> network = NetworkFile("Ours", (NetworkNode("Zoo", {"sector": "Arts"}),), (), (), ())
    >>> node_rows(network, ColumnNames(x="", y="", colour=""))
    [['id', 'name', 'sector'], ['n1', 'Zoo', 'Arts']]
    """
    own: list[list[TableCell]] = [
        [f"n{place}", node.name, node.x, node.y, node.colour] for place, node in enumerate(network.nodes, 1)
    ]
    columns = [spelled.key, spelled.name, spelled.x, spelled.y, spelled.colour]
    return _rows(columns, own, [node.attributes for node in network.nodes])


def edge_rows(network: NetworkFile, spelled: ColumnNames) -> list[list[TableCell]]:
    """Give a row an edge under a row of headers.

    Parameters
    ----------
    network : NetworkFile
        Any.
    spelled : ColumnNames
        What the columns are called.
    """
    own: list[list[TableCell]] = []
    for number, edge in enumerate(network.edges, 1):
        ends = (
            f"n{place + 1}" if spelled.by_key else network.nodes[place].name for place in (edge.origin, edge.target)
        )
        way = spelled.way if edge.directed else spelled.both
        own.append([*ends, f"e{number}", way, edge.layer, edge.wave, edge.weight])
    columns = [spelled.origin, spelled.target, spelled.edge_key, spelled.directed, spelled.layer, spelled.wave]
    return _rows([*columns, spelled.weight], own, [edge.attributes for edge in network.edges])


def headers(attributes: Iterable[str], taken: Iterable[str]) -> dict[str, str]:
    """Say what the column of each attribute is called: never as another one but for case, which many tools ignore.

    Parameters
    ----------
    attributes : iterable of str
        Their names, in order.
    taken : iterable of str
        Columns that there are already.

    Returns
    -------
    dict of str to str
        The header of each attribute; where its name is taken an underscore follows it.

    Examples
    --------
    >>> headers(["staff", "Staff", "note", "direction"], ["name", "Direction"])
    {'staff': 'staff', 'Staff': 'Staff_', 'note': 'note', 'direction': 'direction_'}
    """
    used = {name.casefold() for name in taken}
    called: dict[str, str] = {}
    for name in attributes:
        header = name
        while header.casefold() in used:
            header += "_"
        used.add(header.casefold())
        called[name] = header
    return called


def _rows(
    columns: Sequence[str], own: Sequence[Sequence[TableCell]], attributes: Sequence[Mapping[str, Value]]
) -> list[list[TableCell]]:
    """Headers, then the rows; a column without a name is left out, and so is one in which all is blank."""
    kept = [
        place
        for place, name in enumerate(columns)
        if name and (not own or any(row[place] not in (None, "") for row in own))
    ]
    further = headers(kinds_of(attributes), columns)
    rows: list[list[TableCell]] = [[*(columns[place] for place in kept), *further.values()]]
    for row, known in zip(own, attributes, strict=True):
        others = [as_plain(known[name]) if name in known else None for name in further]
        rows.append([*(row[place] for place in kept), *others])
    return rows
