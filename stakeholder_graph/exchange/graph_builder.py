"""Puts a graph together from nodes and edges as a file gives them: by ids, in any order, with labels or without."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec

from stakeholder_graph.exchange.graph_format import Attributes, Edge, GraphFile, Node
from stakeholder_graph.model.problems import MOST_ROWS, Inspection, suggestion
from stakeholder_graph.tabular.delimited import visible
from stakeholder_graph.tabular.files import TableFile
from stakeholder_graph.text import _

Further = ParamSpec("Further")

#: So many nodes and edges are read at most.
MOST_NODES = 200_000
MOST_EDGES = 1_000_000
#: Attributes that hold the name of a node where the format has no label of its own, the likeliest first.
NAMES = ("label", "name", "organization", "organisation", "title", "v_name")


class TooLargeError(Exception):
    """The graph has more nodes or edges than are read."""


@dataclass
class GraphBuilder:
    """Collects nodes and edges by id, and makes a graph of them once all are there.

    Parameters
    ----------
    file : str
        How problems name it.
    inspection : Inspection
        Takes the problems.
    name : str
        The attribute that is the name of a node, where the reader of the file has chosen it; ``"id"`` for its id.
    nodes, edges : dict, list
        Those added so far.
    shared : dict
        The attributes of edges, each combination once.

    Examples
    --------
    >>> builder = GraphBuilder("x.gml", Inspection())
    >>> builder.add_node("0", 2, {"sector": ["arts"]}, label="Gem")
    >>> builder.add_node("1", 3, {}, label="Ada")
    >>> builder.add_edge("0", "1", 4, {}, directed=True)
    >>> graph = builder.graph()
    >>> [(edge.origin, edge.target) for edge in graph.edges], graph.nodes[0].attributes
    ([('Gem', 'Ada')], {'sector': ('arts',), 'id': ('0',)})
    """

    file: str
    inspection: Inspection
    name: str = ""
    nodes: dict[str, tuple[int, str, dict[str, tuple[str, ...]]]] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    shared: dict[object, dict[str, tuple[str, ...]]] = field(default_factory=dict, repr=False)

    def add_node(self, key: str, row: int, attributes: Mapping[str, Iterable[object]], label: str = "") -> None:
        """Add a node; a second one with the same id is a problem.

        Parameters
        ----------
        key : str
            Its id.
        row : int
            Where it stands.
        attributes : mapping of str to iterable
            The values of each.
        label : str
            What the format itself calls the node.
        """
        key = _clean(key)
        if not key:
            self.inspection.wrong(_("The node has no id."), _("Give it one."), self.file, row)
            return
        if key in self.nodes:
            self.inspection.wrong(
                _("The id “{id}” stands for two nodes.", id=key), _("Give each node an id of its own."), self.file, row
            )
            return
        if len(self.nodes) >= MOST_NODES:
            raise TooLargeError
        self.nodes[key] = (row, _clean(label), texts_of(attributes))

    def add_edge(
        self,
        origin: str,
        target: str,
        row: int,
        attributes: Mapping[str, Iterable[object]],
        *,
        directed: bool | None = None,
    ) -> None:
        """Add an edge between two ids, whose nodes may follow.

        Parameters
        ----------
        origin, target : str
            Ids.
        row : int
            Where it stands.
        attributes : mapping of str to iterable
            The values of each.
        directed : bool, optional
            As in `Edge`.
        """
        if len(self.edges) >= MOST_EDGES:
            raise TooLargeError
        texts = texts_of(attributes)
        if len(self.shared) < MOST_NODES:  # a million edges have few different strengths: each is kept once
            texts = self.shared.setdefault(tuple(texts.items()), texts)
        self.edges.append(Edge(_clean(origin), _clean(target), row, texts, directed))

    def graph(
        self, headers: tuple[str, str, str] = ("name", "from", "to"), title: str = "", *, implied: bool = False
    ) -> GraphFile:
        """Give the graph, its nodes under their names.

        Parameters
        ----------
        headers : (str, str, str)
            As in `GraphFile`.
        title : str
            As in `GraphFile`.
        implied : bool
            Whether an id that no node has is a node by itself, and no problem.
        """
        self._add_implied(implied)
        names = self._names()
        called = {key: names.get(key) or key for key in self.nodes}
        self._check_names(called)
        keep_ids = any(name != key for key, name in called.items())
        nodes = []
        for key, (row, _label, attributes) in self.nodes.items():
            kept: Attributes = attributes
            if keep_ids:
                kept = {**attributes, "id in the file" if "id" in attributes else "id": (key,)}
            nodes.append(Node(called[key], row, kept))
        edges = [
            edge
            if (called[edge.origin], called[edge.target]) == (edge.origin, edge.target)
            else replace(edge, origin=called[edge.origin], target=called[edge.target])
            for edge in self.edges
            if edge.origin in called and edge.target in called
        ]
        once = {node.name: node for node in reversed(nodes)}
        return GraphFile(
            tuple(node for node in nodes if once[node.name] is node), tuple(edges), headers, visible(title)
        )

    def _add_implied(self, implied: bool) -> None:
        """Ids that only edges name: nodes, or problems."""
        ends = ((end, edge.row) for edge in self.edges for end in (edge.origin, edge.target))
        cells = [(row, end) for end, row in ends if end not in self.nodes]
        if implied:
            for row, end in cells:
                if end not in self.nodes:
                    self.add_node(end, row, {})
            return
        known = list(self.nodes)[:MOST_NODES]
        self.inspection.wrong_texts(
            cells,
            self.file,
            None,
            lambda end: (
                _("An edge names “{id}”, and no node has this id.", id=end) if end else _("An edge lacks an end.")
            ),
            lambda end: suggestion(end, known[:2000], _("Add the node, or correct the edge.")),
        )

    def _names(self) -> dict[str, str]:
        """The name of each node: its label, else the likeliest attribute that nearly every node has, else its id."""
        if self.name.casefold() == "id":
            return {}
        if not self.name and any(label for _row, label, _attributes in self.nodes.values()):
            return {key: label for key, (_row, label, _attributes) in self.nodes.items()}
        headers = {header.casefold(): header for _row, _label, texts in self.nodes.values() for header in texts}
        if self.name and self.name.casefold() not in headers:
            self.inspection.wrong(
                _("No node has the attribute “{attribute}”, which the settings name as its name.", attribute=self.name),
                suggestion(self.name, ["id", *headers.values()], _("Choose one that is there.")),
                self.file,
            )
        for choice in (self.name.casefold(),) if self.name else NAMES:
            values = {
                key: " ".join(texts.get(headers.get(choice, ""), ())) for key, (_row, _l, texts) in self.nodes.items()
            }
            if choice in headers and (self.name or sum(map(bool, values.values())) * 10 >= 9 * len(values)):
                for _row, _label, texts in self.nodes.values():
                    texts.pop(headers[choice], None)
                return values
        return {}

    def _check_names(self, called: Mapping[str, str]) -> None:
        """Note a problem for each name that two nodes have."""
        first: dict[str, str] = {}
        twice: list[tuple[str, str]] = []
        for key, name in called.items():
            if first.setdefault(name, key) != key:
                twice.append((key, name))
        for key, name in twice[:MOST_ROWS]:
            self.inspection.wrong(
                _("Two nodes are called “{name}”: the ids are “{first}” and “{second}”.",
                  name=name, first=first[name], second=key),
                _("Merge or rename one of them; to call nodes by their ids, write name = \"id\" under [network] in "
                  "the survey settings."),
                self.file,
                self.nodes[key][0],
            )  # fmt: skip
        if (more := len(twice) - MOST_ROWS) > 0:
            self.inspection.wrong(
                _("{count} more nodes have a name that another node has.", count=more),
                _("Merge or rename them."),
                self.file,
                self.nodes[twice[MOST_ROWS][0]][0],
            )


def plain_text(value: object) -> str:
    """Give a value of JSON as a table would have it.

    Parameters
    ----------
    value : object
        A flag becomes yes or no, a whole number loses its point.

    Examples
    --------
    >>> plain_text(True), plain_text(2.0), plain_text(None), plain_text("Zoo")
    ('yes', '2', '', 'Zoo')
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


@lru_cache(maxsize=100_000)
def _clean(text: str) -> str:
    """A text as it can be seen; the same ids, headers and values stand in many edges."""
    return visible(text)


def texts_of(attributes: Mapping[str, Iterable[object]]) -> dict[str, tuple[str, ...]]:
    """Give attributes as texts without blanks; headers that differ in case alone are one.

    Parameters
    ----------
    attributes : mapping of str to iterable
        The values of each.

    Examples
    --------
    >>> texts_of({"weight": [3], " sector": [" arts ", ""], "note": [""]})
    {'weight': ('3',), 'sector': ('arts',)}
    """
    texts: dict[str, tuple[str, ...]] = {}
    for header, values in attributes.items():
        kept = tuple(text for value in values if (text := _clean(plain_text(value))))
        if kept and (shown := _clean(header)):
            texts[shown] = kept
    return texts


def within_limits(
    read: Callable[Concatenate[TableFile, Inspection, Further], GraphFile],
) -> Callable[Concatenate[TableFile, Inspection, Further], GraphFile]:
    """Let a reader of graph files stop at a graph that is too large, with a problem.

    Parameters
    ----------
    read : callable
        Reads an opened file, noting its problems; it may raise `TooLargeError`.

    Returns
    -------
    callable
        The same, with a graph of nothing where the file's is too large.
    """

    @wraps(read)
    def bounded(
        opened: TableFile, inspection: Inspection, /, *args: Further.args, **kwargs: Further.kwargs
    ) -> GraphFile:
        try:
            return read(opened, inspection, *args, **kwargs)
        except TooLargeError:
            inspection.wrong(
                _("The network has more than {nodes:,} nodes or {edges:,} edges.", nodes=MOST_NODES, edges=MOST_EDGES),
                _("Save a smaller part of it."),
                opened.file,
            )
            return empty_graph()

    return bounded


def empty_graph(headers: Sequence[str] = ("name", "from", "to")) -> GraphFile:
    """Give a graph of nothing, for a file whose problems are noted.

    Parameters
    ----------
    headers : sequence of str
        As in `GraphFile`.
    """
    name, origin, target = headers
    return GraphFile((), (), (name, origin, target))
