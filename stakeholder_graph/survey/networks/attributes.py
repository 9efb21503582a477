"""Which attribute of a network file is the sector, the kind of tie or the strength, by stated rules.

The first attribute with a usual name counts if its values can be what the name says. Whoever means another one names it
in the settings.
"""

from collections.abc import Iterable, Mapping, Sequence

from stakeholder_graph.exchange.graph_format import RELATION, Attributes, Edge, Node
from stakeholder_graph.exchange.reading.node_edge_tables import DIRECTIONS
from stakeholder_graph.tabular.delimited import as_number

#: Names of the attribute that groups organizations, the likeliest first, in lower case.
SECTORS = (
    "sector", "sectors", "type", "group", "category", "organization type", "organization_type", "org type", "org_type",
    "organisation type", "element type", "node type", "node_type", "agency type", "agency_type", "class", "field",
    "industry", "kind", "stakeholder type",
)  # fmt: skip
#: Names of the attribute that tells kinds of tie apart.
KINDS = (
    "layer", RELATION, "kind of tie", "type of tie", "tie type", "tie_type", "relationship type", "relationship_type",
    "relationship", "relation type", "relation_type", "connection type", "edge type", "edge_type", "link type", "type",
    "kind", "category", "interaction", "label",
)  # fmt: skip
#: Names of the attribute that says how strong a tie is.
STRENGTHS = (
    "weight", "strength", "value", "edge weight", "edge_weight", "tie strength", "tie_strength", "frequency",
    "how often", "intensity", "level", "closeness", "count",
)  # fmt: skip
#: Attributes that say where and how something is drawn, or what a program computed of the network.
DRAWN = frozenset({
    "x", "y", "z", "r", "g", "b", "color", "colour", "stroke", "opacity", "font", "degree", "indegree",
    "outdegree", "modularity_class", "eccentricity", "closnesscentrality", "harmonicclosnesscentrality",
    "betweenesscentrality", "eigencentrality", "pageranks", "authority", "hub", "componentnumber",
    "strongcompnum", "clustering", "triangles", "timeset", "interval", "viz", "networkx_key",
})  # fmt: skip
#: Attributes that do so where others say where and how something is drawn; else they may describe organizations.
PERHAPS_DRAWN = frozenset({"a", "size", "width", "height", "shape", "fill", "start", "end", "lat", "lng", "image"})
#: Attributes of connections that are Kumu's own.
_KUMU = frozenset({"delayed", "reversed", "_id", "id", "direction"})
#: So many kinds of tie can be told apart; more of them are no kinds.
_MOST_KINDS = 30


def sector_attribute(nodes: Sequence[Node], name: str = "") -> str:
    """Choose the attribute that groups organizations.

    Parameters
    ----------
    nodes : sequence of Node
        All of them.
    name : str
        The attribute of their name, which is no group.

    Returns
    -------
    str
        Blank where none has a usual name and at least two values, of which some organizations share one.

    Examples
    --------
    >>> nodes = [Node(text, n, {"Type": (text[0],)}) for n, text in enumerate(["arts", "animals", "health"])]
    >>> sector_attribute(nodes)
    'Type'
    """
    headers = _headers(node.attributes for node in nodes)
    for choice in SECTORS:
        header = headers.get(choice, "")
        values = [text for node in nodes for text in node.attributes.get(header, ())] if header else []
        if header != name and values and (choice in SECTORS[:2] or 1 < len(set(values)) < len(values)):
            return header
    return ""


def kind_attribute(edges: Sequence[Edge]) -> str:
    """Choose the attribute that tells kinds of tie apart.

    Parameters
    ----------
    edges : sequence of Edge
        All of them.

    Returns
    -------
    str
        Blank where none has a usual name and values that several ties share.

    Examples
    --------
    >>> kind_attribute([Edge("A", "B", 1, {"type": (text,)}) for text in ("funds", "funds", "refers to", "refers to")])
    'type'
    """
    headers = _headers(edge.attributes for edge in edges)
    for choice in KINDS:
        if choice not in headers:
            continue
        values = [text for edge in edges for text in kinds_of(edge, headers[choice])]
        different = {text.casefold() for text in values}
        numbers = all(as_number(text) is not None for text in different)
        own = choice in (RELATION, "layer")
        if different <= set(DIRECTIONS) or (numbers and not own) or len(different) > _MOST_KINDS:
            continue
        if own or len(different) == 1 or 2 * len(different) <= len(values):
            return headers[choice]
    return ""


def strength_attribute(edges: Sequence[Edge], but: str = "") -> str:
    """Choose the attribute that says how strong a tie is.

    Parameters
    ----------
    edges : sequence of Edge
        All of them.
    but : str
        The attribute that is the kind of tie.

    Examples
    --------
    >>> strength_attribute([Edge("A", "B", 1, {"Weight": ("2",), "value": ("7",)})])
    'Weight'
    """
    headers = _headers(edge.attributes for edge in edges)
    return next((headers[choice] for choice in STRENGTHS if headers.get(choice, but) != but), "")


def kinds_of(edge: Edge, attribute: str) -> list[str]:
    """The kinds of tie of an edge, several where they share a cell.

    Parameters
    ----------
    edge : Edge
        Any.
    attribute : str
        The kind of tie.

    Examples
    --------
    >>> kinds_of(Edge("A", "B", 1, {"type": ("funds; refers to",)}), "type")
    ['funds', 'refers to']
    """
    texts = (part for text in edge.attributes.get(attribute, ()) for part in text.replace("|", ";").split(";"))
    return list(dict.fromkeys(" ".join(part.split()) for part in texts if part.strip()))


def other_attributes(records: Iterable[Attributes], used: Iterable[str]) -> tuple[list[str], list[str]]:
    """Give the attributes that are kept beside those in use, and those that only say how something is drawn.

    Parameters
    ----------
    records : iterable of mapping
        Attributes of nodes or of edges.
    used : iterable of str
        Attributes that mean something already.

    Examples
    --------
    >>> other_attributes([{"x": ("1",), "county": ("East",)}], ["sector"])
    (['county'], ['x'])
    """
    taken = {*used}
    headers = [header for header in dict.fromkeys(key for record in records for key in record) if header not in taken]
    folded = {header.casefold() for header in headers}
    kinds = DRAWN | (PERHAPS_DRAWN if folded & {"x", "y", "r", "color", "colour", "modularity_class"} else frozenset())
    drawn = [header for header in headers if header.casefold() in kinds or header.casefold().startswith("viz:")]
    return [header for header in headers if header not in drawn], drawn


def kumu_attributes(headers: Iterable[str]) -> list[str]:
    """Those attributes that are Kumu's own and say nothing of a tie.

    Parameters
    ----------
    headers : iterable of str
        Attributes of connections.
    """
    return [header for header in headers if header.casefold() in _KUMU]


def _headers(records: Iterable[Attributes]) -> Mapping[str, str]:
    """Each attribute by its name in lower case."""
    headers: dict[str, str] = {}
    for record in records:
        for header in record:
            headers.setdefault(header.casefold().strip(), header)
    return headers
