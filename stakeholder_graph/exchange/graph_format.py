"""What every graph file holds: nodes and edges with attributes, as its tool wrote them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.tabular.files import TableFile

Attributes = Mapping[str, tuple[str, ...]]
"""The values of each attribute; none where it is blank, several where the tool allows several."""

#: The attribute of an edge by which a format itself tells kinds of tie apart: relations, matrices, keys of multigraphs.
RELATION = "relation"


@dataclass(frozen=True, slots=True)
class Node:
    """One node.

    Parameters
    ----------
    name : str
        As people call it.
    row : int
        Where it stands: a line, a row of a sheet, or a place in a list.
    attributes : mapping of str to tuple of str
        Whatever else is known of it.
    """

    name: str
    row: int
    attributes: Attributes = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """One edge.

    Parameters
    ----------
    origin, target : str
        Names of its ends.
    row : int
        Where it stands; edges that are written in one row share it.
    attributes : mapping of str to tuple of str
        Whatever else is known of it.
    directed : bool, optional
        Whether it runs one way only, so that False is an edge that holds both ways. None where the file does not say.
    """

    origin: str
    target: str
    row: int
    attributes: Attributes = field(default_factory=dict)
    directed: bool | None = None


@dataclass(frozen=True, eq=False)
class GraphFile:
    """A graph file, read.

    Parameters
    ----------
    nodes : tuple of Node
        Each name once; those that only edges name come last.
    edges : tuple of Edge
        In the order of the file.
    headers : (str, str, str)
        What the file calls the name of a node, the origin and the target of an edge.
    title : str
        What the file calls the network; blank for nothing.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    headers: tuple[str, str, str] = ("name", "from", "to")
    title: str = ""


@dataclass(frozen=True)
class GraphFormat:
    """A format of graph files: how it is recognized and read, and what it holds.

    Parameters
    ----------
    name : str
        What its tool is called.
    endings : tuple of str
        Of its files.
    recognize : callable
        Whether an opened file is of this format.
    read : callable
        Reads an opened file, noting its problems.
    several_values : bool
        Whether an attribute can have several values.
    parallel_edges : bool
        Whether two nodes can have several edges.
    table : bool
        Whether its files are plain tables that a survey may have too, so that they are networks only where nothing
        else says otherwise.
    """

    name: str
    endings: tuple[str, ...]
    recognize: Callable[[TableFile], bool]
    read: Callable[[TableFile, Inspection], GraphFile]
    several_values: bool
    parallel_edges: bool
    table: bool = False
