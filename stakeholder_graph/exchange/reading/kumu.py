"""Kumu: the workbook with elements and connections, the JSON of a project (blueprint), and Kumu's own backup of one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stakeholder_graph.exchange.graph_builder import plain_text
from stakeholder_graph.exchange.graph_format import Attributes, Edge, GraphFile, GraphFormat, Node
from stakeholder_graph.exchange.reading.node_edge_tables import DIRECTIONS
from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.tabular import TextRows
from stakeholder_graph.tabular.delimited import visible
from stakeholder_graph.tabular.files import TableFile, trimmed
from stakeholder_graph.text import _

#: What a blueprint and a backup call the id of an element.
_IDS = ("id", "_id")
#: Stands between the values of one attribute, and between several ends of connections in one row.
_BETWEEN = "|"


@dataclass(frozen=True, eq=False)
class _Records:
    """Elements or connections as they are written, each with its row, and how their first columns are spelled."""

    texts: list[dict[str, str]]
    rows: list[int]
    headers: tuple[str, ...]


def recognize(opened: TableFile) -> bool:
    """Whether there are elements with labels, and connections from and to.

    Parameters
    ----------
    opened : TableFile
        Any file.
    """
    if isinstance(opened.data, dict):
        return all(isinstance(opened.data.get(name), list) for name in ("elements", "connections"))
    return _sheet(opened, ["label"]) is not None and _sheet(opened, ["from", "to"]) is not None


def read(opened: TableFile, inspection: Inspection) -> GraphFile:
    """Read elements and connections; several names in ``To``, parted by ``|``, are several connections.

    Parameters
    ----------
    opened : TableFile
        The workbook or the project.
    inspection : Inspection
        Takes elements without a label, and labels that stand twice.
    """
    project = opened.data if isinstance(opened.data, dict) else None
    elements, connections = _from_sheets(opened) if project is None else _from_json(project)
    (label,), (origin, target) = elements.headers, connections.headers
    _check_labels(elements, label, opened.file, inspection)
    if project is not None:
        connections = _without_unknown(elements, connections, opened.file, inspection)
    edges = [
        Edge(start, end, row, {**_attributes(record), origin: (start,), target: (end,)}, _directed(record))
        for record, row in zip(connections.texts, connections.rows, strict=True)
        for start in _values(record.get(origin, ""))
        for end in _values(record.get(target, ""))
    ]
    nodes: dict[str, Node] = {}
    for record, row in zip(elements.texts, elements.rows, strict=True):
        if name := record.get(label, ""):
            nodes[name] = Node(name, row, {**_attributes(record), label: (name,)})
    last = max(elements.rows, default=1)
    for number, name in enumerate(dict.fromkeys(edge.origin for edge in edges if edge.origin not in nodes), last + 1):
        nodes[name] = Node(name, number, {label: (name,)})
    title = "" if project is None else _text(project.get("name"))
    return GraphFile(tuple(nodes.values()), tuple(edges), (label, origin, target), title)


FORMAT = GraphFormat("Kumu", (".xlsx", ".json"), recognize, read, several_values=True, parallel_edges=True)


def _sheet(opened: TableFile, opening: list[str]) -> TextRows | None:
    """The sheet whose first row begins with these headers."""
    for rows in opened.sheets.values():
        if rows and [header.casefold() for header in rows[0][: len(opening)]] == opening:
            return rows
    return None


def _from_sheets(opened: TableFile) -> tuple[_Records, _Records]:
    elements = _records(_sheet(opened, ["label"]) or [[]], 1)
    connections = _records(_sheet(opened, ["from", "to"]) or [[]], 2)
    (label,) = elements.headers
    key = next((header for record in elements.texts for header in record if header.casefold() == "id"), "")
    labels = {record.get(label, "") for record in elements.texts}
    names = {record[key]: record.get(label, "") for record in elements.texts if key and record.get(key)}
    for record in connections.texts:
        for end in connections.headers:
            ends = [name if name in labels else names.get(name, name) for name in _values(record.get(end, ""))]
            record[end] = f" {_BETWEEN} ".join(ends)
    return elements, connections


def _records(rows: TextRows, first: int) -> _Records:
    headers = trimmed(rows[0])
    filled = [number for number in range(1, len(rows)) if any(rows[number])]
    blanks = [""] * len(headers)
    texts = [dict(zip(headers, [*rows[number], *blanks], strict=False)) for number in filled]
    return _Records(texts, [number + 1 for number in filled], tuple(headers[:first]))


def _from_json(project: dict[str, object]) -> tuple[_Records, _Records]:
    elements, connections = _texts(project["elements"]), _texts(project["connections"])
    ids = [next((record[key] for key in _IDS if record.get(key)), "") for record in elements]
    names = {key: record.get("label", key) for key, record in zip(ids, elements, strict=True) if key}
    for record in connections:
        record |= {end: names.get(record[end], record[end]) for end in ("from", "to") if end in record}
    return (
        _Records(elements, list(range(1, len(elements) + 1)), ("label",)),
        _Records(connections, list(range(1, len(connections) + 1)), ("from", "to")),
    )


def _texts(listed: object) -> list[dict[str, str]]:
    records = []
    for entry in listed if isinstance(listed, Iterable) else ():
        if isinstance(entry, dict):
            record = {str(key): value for key, value in entry.items()}
            own = record.pop("attributes", None)  # one spelling keeps what users add apart
            record |= own if isinstance(own, dict) else {}
            records.append({key: _text(value) for key, value in record.items()})
    return records


def _text(value: object) -> str:
    """The text of a value, or of several; what is nested deeper is no text."""
    if isinstance(value, list):
        return _BETWEEN.join(_text(single) for single in value if not isinstance(single, list))
    return "" if isinstance(value, dict) else visible(plain_text(value))


def _directed(record: dict[str, str]) -> bool | None:
    """Whether a connection runs one way only; None where nothing says so."""
    return DIRECTIONS.get(next((text for key, text in record.items() if key.casefold() == "direction"), "").casefold())


def _without_unknown(elements: _Records, connections: _Records, file: str, inspection: Inspection) -> _Records:
    """Note each end that is neither the id nor the label of an element, and leave out its connections."""
    labels = [record["label"] for record in elements.texts if record.get("label")]
    known = set(labels)
    unknown = [
        {end for end in (record.get("from", ""), record.get("to", "")) if not set(_values(end)) <= known or not end}
        for record in connections.texts
    ]
    inspection.wrong_texts(
        ((row, end) for row, ends in zip(connections.rows, unknown, strict=True) for end in sorted(ends)),
        file,
        None,
        lambda end: _("A connection names “{id}”, and no element has this id or label.", id=end),
        lambda end: suggestion(end, labels[:2000], _("Add the element, or correct the connection.")),
    )
    kept = [place for place, ends in enumerate(unknown) if not ends]
    return _Records([connections.texts[n] for n in kept], [connections.rows[n] for n in kept], connections.headers)


def _check_labels(elements: _Records, label: str, file: str, inspection: Inspection) -> None:
    seen = set[str]()
    for record, row in zip(elements.texts, elements.rows, strict=True):
        name = record.get(label, "")
        if not name:
            inspection.advise(_("The element has no label and is left out."), _("Give it a label."), file, row)
        elif name in seen:
            what = _("Two elements are called “{name}”.", name=name)
            inspection.wrong(what, _("Merge or rename one of them."), file, row)
        seen.add(name)


def _attributes(record: dict[str, str]) -> Attributes:
    return {key: tuple(_values(text)) for key, text in record.items()}


def _values(text: str) -> Iterator[str]:
    return (value for part in text.split(_BETWEEN) if (value := part.strip()))
