"""A network as it is handed to another tool: nodes and edges with plain values, and where and how nodes are drawn."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: What an attribute can be. A date is written as ``2025-03-01`` wherever a format has no dates.
Value = str | int | float | bool | date
ValueKind = Literal["text", "integer", "number", "flag", "date"]

#: What GraphML, GEXF and CX2 alike call each of them.
TYPES: Mapping[ValueKind, str] = {
    "text": "string",
    "integer": "long",
    "number": "double",
    "flag": "boolean",
    "date": "string",
}


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """An organization.

    Parameters
    ----------
    name : str
        No other node has it.
    attributes : mapping of str to Value
        What is known of it; what is not known is left out.
    x, y : float, optional
        Where it stands, y downwards, some 1,000 units across; None where nothing is drawn.
    colour : str
        ``#rrggbb``; blank for none.
    """

    name: str
    attributes: Mapping[str, Value] = field(default_factory=dict)
    x: float | None = None
    y: float | None = None
    colour: str = ""


@dataclass(frozen=True, slots=True)
class NetworkEdge:
    """A tie, or one side's report of it.

    Parameters
    ----------
    origin, target : int
        Places of its ends in `NetworkFile.nodes`.
    layer : str
        The kind of tie.
    wave : str
        The round of the survey.
    directed : bool
        Whether it runs one way.
    weight : float, optional
        How strong it is; None where that is not known.
    attributes : mapping of str to Value
        Whatever else is known of it.
    """

    origin: int
    target: int
    layer: str
    wave: str
    directed: bool
    weight: float | None = None
    attributes: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class NetworkFile:
    """A network of one wave, or of several.

    Parameters
    ----------
    title : str
        What it is called.
    nodes : tuple of NetworkNode
        In natural order.
    edges : tuple of NetworkEdge
        By wave and layer.
    layers, waves : tuple of str
        In order, also those without an edge.
    notice : str
        Who may read it; blank for anybody.
    matrices : mapping of (str, str) to callable
        By wave and layer: gives the matrix of shape (n, n) with weights, 0 for no tie, NaN for what is not known. None
        where the file's readers may not know who was asked and who answered.
    unknown_strengths : mapping of (str, str) to int
        By wave and layer: of how many ties it is not known how strong they are, where their readers may know any.
    notes : tuple of str
        What whoever writes it should know, a sentence each.
    """

    title: str
    nodes: tuple[NetworkNode, ...]
    edges: tuple[NetworkEdge, ...]
    layers: tuple[str, ...]
    waves: tuple[str, ...]
    notice: str = ""
    matrices: Mapping[tuple[str, str], Callable[[], "NDArray[np.float64]"]] = field(default_factory=dict)
    unknown_strengths: Mapping[tuple[str, str], int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def directions(self) -> frozenset[bool]:
        """Whether there are edges that run one way, and edges that do not."""
        return frozenset(edge.directed for edge in self.edges)


def kind_of(values: Iterable[Value]) -> ValueKind:
    """Tell what an attribute is by all its values.

    Parameters
    ----------
    values : iterable of Value
        Those that are known.

    Returns
    -------
    {"text", "integer", "number", "flag", "date"}
        Text where values are of several kinds.

    Examples
    --------
    >>> kind_of([1, 2]), kind_of([1, 2.5]), kind_of([True]), kind_of([True, 1]), kind_of([])
    ('integer', 'number', 'flag', 'text', 'text')
    """
    types = {type(value) for value in values}
    if types == {bool}:
        return "flag"
    if types == {int}:
        return "integer"
    if types and types <= {int, float}:
        return "number"
    return "date" if types and types <= {date} else "text"


def kinds_of(items: Iterable[Mapping[str, Value]]) -> dict[str, ValueKind]:
    """Tell what each attribute is, in the order in which they first appear.

    Parameters
    ----------
    items : iterable of mapping of str to Value
        Attributes of nodes or of edges.

    Examples
    --------
    >>> kinds_of([{"size": 3}, {"size": 2.5, "open": True}])
    {'size': 'number', 'open': 'flag'}
    """
    values: dict[str, list[Value]] = {}
    for attributes in items:
        for name, value in attributes.items():
            values.setdefault(name, []).append(value)
    return {name: kind_of(known) for name, known in values.items()}


def as_text(value: Value) -> str:
    """Write a value as text that reads back as the same value.

    Parameters
    ----------
    value : Value
        A number is written in full, a flag as ``true`` or ``false``, a date as ``2025-03-01``.

    Examples
    --------
    >>> as_text(0.1), as_text(2.0), as_text(True), as_text(date(2025, 3, 1))
    ('0.1', '2', 'true', '2025-03-01')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def as_plain(value: Value) -> str | int | float | bool:
    """Give a value as JSON holds it: a date becomes text.

    Parameters
    ----------
    value : Value
        Any.

    Examples
    --------
    >>> as_plain(date(2025, 3, 1)), as_plain(2.0)
    ('2025-03-01', 2.0)
    """
    return value.isoformat() if isinstance(value, date) else value
