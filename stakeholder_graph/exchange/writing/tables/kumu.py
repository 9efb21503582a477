"""Kumu: the workbook that it imports, and the JSON of a project.

An ID for every connection keeps two kinds of tie of one pair apart, which Kumu would make one otherwise.
"""

import json
from collections.abc import Iterable, Mapping

from stakeholder_graph.exchange.network import NetworkFile, Value, as_plain, kinds_of
from stakeholder_graph.exchange.writing.network_writer import Files, NetworkWriter
from stakeholder_graph.exchange.writing.tables._tables import MOST_EDGES, headers
from stakeholder_graph.tabular.write_xlsx import workbook
from stakeholder_graph.text import N_

#: Columns of ours that Kumu knows under names of its own.
_OWN = {"sector": "Type"}
#: Columns that Kumu knows of each.
_OF_ELEMENTS = ("Label", "Type", "ID")
_OF_CONNECTIONS = ("From", "To", "ID", "direction", "Type", "Strength")


def write_workbook(network: NetworkFile, stem: str) -> Files:
    """Write the sheets of elements and connections, and one that Kumu does not read.

    Parameters
    ----------
    network : NetworkFile
        Of one wave.
    stem : str
        The name of the file without its ending.

    Examples
    --------
    >>> list(write_workbook(NetworkFile("Ours", (), (), (), ("2025",)), "ours"))
    ['ours.xlsx']
    """
    elements, connections = _elements(network), _connections(network)
    sheets: dict[str, list[list[str | int | float | None]]] = {
        "Elements": _rows(elements, _OF_ELEMENTS),
        "Connections": _rows(connections, _OF_CONNECTIONS),
        # Kumu skips sheets that are called so.
        "About (ignore)": [["partnership", network.title], ["survey", network.waves[0]], ["note", network.notice]],
    }
    return {f"{stem}.xlsx": workbook(sheets, network.notice)}


def write_project(network: NetworkFile, stem: str) -> Files:
    """Write the JSON of a project.

    Parameters
    ----------
    network : NetworkFile
        Of one wave.
    stem : str
        The name of the file without its ending.

    Examples
    --------
    >>> json.loads(write_project(NetworkFile("Ours", (), (), (), ("2025",)), "ours")["ours.json"])
    {'name': 'Ours', 'elements': [], 'connections': []}
    """
    keys = {node.name: f"n{place}" for place, node in enumerate(network.nodes, 1)}
    elements = [{_small(name): value for name, value in record.items()} for record in _elements(network)]
    connections = [
        {_small(name): keys[str(value)] if name in ("From", "To") else value for name, value in record.items()}
        for record in _connections(network)
    ]
    about = {"name": network.title, **({"description": network.notice} if network.notice else {})}
    content = {**about, "elements": elements, "connections": connections}
    return {f"{stem}.json": json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n"}


WRITERS = (
    NetworkWriter("kumu", N_("Kumu (workbook)"), ".xlsx", write_workbook, most_edges=MOST_EDGES),
    NetworkWriter("kumu-json", "Kumu (JSON)", ".json", write_project),
)

KumuRecord = dict[str, str | int | float | bool]


def _elements(network: NetworkFile) -> list[KumuRecord]:
    called = _headers((node.attributes for node in network.nodes), _OF_ELEMENTS) | _OWN
    return [
        {"Label": node.name, "ID": f"n{place}", **_plain(node.attributes, called)}
        for place, node in enumerate(network.nodes, 1)
    ]


def _connections(network: NetworkFile) -> list[KumuRecord]:
    called = _headers((edge.attributes for edge in network.edges), _OF_CONNECTIONS)
    records: list[KumuRecord] = []
    for number, edge in enumerate(network.edges, 1):
        ends = {"From": network.nodes[edge.origin].name, "To": network.nodes[edge.target].name, "ID": f"e{number}"}
        how: KumuRecord = {"direction": "directed" if edge.directed else "undirected", "Type": edge.layer}
        strength: KumuRecord = {} if edge.weight is None else {"Strength": edge.weight}
        records.append({**ends, **how, **strength, **_plain(edge.attributes, called)})
    return records


def _headers(attributes: Iterable[Mapping[str, Value]], own: tuple[str, ...]) -> dict[str, str]:
    return headers(kinds_of(attributes), own)


def _plain(attributes: Mapping[str, Value], called: Mapping[str, str]) -> KumuRecord:
    return {called[name]: as_plain(value) for name, value in attributes.items()}


def _rows(records: list[KumuRecord], first: tuple[str, ...]) -> list[list[str | int | float | None]]:
    """Headers, then the rows; a column in which all is blank is left out."""
    known = kinds_of(records)
    columns = [
        *(name for name in first if name in known or not records),
        *(name for name in known if name not in first),
    ]
    return [[*columns], *([record.get(name) for name in columns] for record in records)]


def _small(name: str) -> str:
    """Kumu's own fields are written small in JSON."""
    return name.lower() if name in ("Label", "ID", "Type", "From", "To", "Strength") else name
