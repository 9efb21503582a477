"""A copy's network as other tools take it: nodes where the map has them, and edges as they were reported."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import triu

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.exchange.network import NetworkEdge, NetworkFile, NetworkNode, Value
from stakeholder_graph.graph import PartnerGraph
from stakeholder_graph.graph.plain_attributes import plain_value
from stakeholder_graph.model.errors import UnknownNameError
from stakeholder_graph.model.finding import Ties
from stakeholder_graph.model.large_networks import MOST_PLACED
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.text import _
from stakeholder_graph.views.layout.positions import positions, sectors_in_order
from stakeholder_graph.views.own.looks import looks_of
from stakeholder_graph.views.page import banner

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from stakeholder_graph.graph.layer import Layer

#: Names that stand for something else in a file: an attribute of the survey that is called so gets an underscore.
_OF_NODES = frozenset({"id", "label", "name", "x", "y", "colour", "color"})
_OF_EDGES = frozenset(
    {"id", "source", "target", "from", "to", "layer", "wave", "weight", "type", "kind", "strength", "strength in words"}
)
#: The column of the scale's words. Kumu calls its number of strength "Strength", so "strength" would be its double.
IN_WORDS = "strength in words"
#: Between the outcomes, teams and the like of one organization; Kumu takes it apart again.
BETWEEN = " | "


def network_of(
    copy: Copy, waves: Sequence[str] = (), layers: Sequence[str] = (), ties: Ties | None = None
) -> NetworkFile:
    """Give the network that a copy's readers may see.

    Parameters
    ----------
    copy : Copy
        What may be seen.
    waves, layers : sequence of str
        Which ones; by default the wave that the copy speaks of, and every kind of tie.
    ties : {"reported", "either", "both"}, optional
        What counts as a tie; by default what the survey's settings say. ``reported`` gives an edge for each report.

    Returns
    -------
    NetworkFile

    Raises
    ------
    UnknownNameError
        If the copy has no such wave or kind of tie.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.editions import make_copy
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> copy = make_copy("backbone", Partnership("Ours", {"1": from_networkx(nx.path_graph(3))}, {}), [], "1")
    >>> [(edge.origin, edge.target, edge.directed) for edge in network_of(copy).edges]
    [(0, 1, False), (1, 2, False)]
    """
    waves = tuple(waves) or (copy.wave,)
    graphs = {wave: copy.partnership.graph(wave) for wave in waves}
    offered = list(dict.fromkeys(layer for graph in graphs.values() for layer in graph.layers))
    for layer in layers:
        if layer not in offered:
            raise UnknownNameError("layer", layer, offered)
    layers = tuple(layer for layer in offered if layer in (layers or offered))
    counted: Ties = ties or copy.partnership.info.ties
    nodes = tuple(_nodes(copy, graphs))
    places = {node.name: place for place, node in enumerate(nodes)}
    shown = {
        (wave, layer): graph.layer(layer, counted)
        for wave, graph in graphs.items()
        for layer in layers
        if layer in graph.layers
    }
    edges = tuple(edge for (wave, _layer), tied in shown.items() for edge in _edges(graphs[wave], tied, places))
    matrices = {} if copy.release else {key: partial(_matrix, tied, places) for key, tied in shown.items()}
    return NetworkFile(
        copy.partnership.name, nodes, edges, layers, tuple(graphs), banner(copy), matrices,
        # In a release a level is missing wherever none was promised.
        {} if copy.release else {key: int(np.isnan(tied.strength.data).sum()) for key, tied in shown.items()},
        tuple(_unplaced(nodes)),
    )  # fmt: skip


def _nodes(copy: Copy, graphs: Mapping[str, PartnerGraph]) -> Iterator[NetworkNode]:
    """Everybody who was listed in one of the waves, as the latest of them knows it."""
    known: dict[str, dict[str, Value]] = {}
    for wave, graph in graphs.items():
        answered = dict(zip(graph.names, graph.answered.tolist(), strict=True))
        belongs = _belongings(graph)
        for row in graph.organizations.to_dict("records"):
            name = str(row.pop("organization"))
            values = {_free(str(key), _OF_NODES): plain_value(value) for key, value in row.items()}
            attributes: dict[str, Value] = {key: value for key, value in values.items() if value is not None}
            if row.get("sector") == NO_SECTOR:
                attributes.pop("sector", None)
            if copy.confidential and copy.answered_known:
                attributes["answered" if len(graphs) == 1 else f"answered {wave}"] = answered[name]
            known[name] = known.get(name, {}) | attributes | belongs.get(name, {})
    sectors = sectors_in_order(copy.partnership)
    where = positions(copy.partnership) if len(sectors) <= MOST_PLACED else {}
    looks = looks_of(copy.partnership)
    for name, sector in sectors.items():
        if name in known:
            x, y = (round(where[name].x, 2), round(where[name].y, 2)) if where else (None, None)
            yield NetworkNode(name, known[name], x, y, looks[sector].colour)


def _belongings(graph: PartnerGraph) -> dict[str, dict[str, str]]:
    """Outcomes, teams and the like of each organization, a text for each kind."""
    listed: dict[str, dict[str, list[str]]] = {}
    for row in graph["affiliations"][["organization", "kind", "item"]].drop_duplicates().to_dict("records"):
        kinds = listed.setdefault(str(row["organization"]), {})
        kinds.setdefault(str(row["kind"]), []).append(str(row["item"]))
    return {name: {kind: BETWEEN.join(items) for kind, items in kinds.items()} for name, kinds in listed.items()}


def _edges(graph: PartnerGraph, tied: "Layer", places: Mapping[str, int]) -> Iterator[NetworkEdge]:
    steps = {step.value: step.name for step in graph.layers[tied.name].steps}
    if tied.directed:
        frame = graph["ties"]
        records = frame[frame["layer"] == tied.name].drop(columns="layer").to_dict("records")
        for record in records:
            ends = places[str(record.pop("from"))], places[str(record.pop("to"))]
            weight = plain_value(record.pop("value"))
            further = {_free(str(key), _OF_EDGES): plain_value(value) for key, value in record.items()}
            attributes: dict[str, Value] = {key: value for key, value in further.items() if value is not None}
            yield _edge(ends, tied, True, None if weight is None else float(weight), steps, attributes)
        return
    half = triu(tied.strength, k=1, format="coo")
    for row, column, value in zip(half.row.tolist(), half.col.tolist(), half.data.tolist(), strict=True):
        ends = places[tied.organizations[row]], places[tied.organizations[column]]
        yield _edge(ends, tied, False, None if value != value else float(value), steps, {})


def _edge(
    ends: tuple[int, int],
    tied: "Layer",
    directed: bool,
    weight: float | None,
    steps: Mapping[float, str],
    attributes: Mapping[str, Value],
) -> NetworkEdge:
    named = {} if weight is None or not steps.get(weight) else {IN_WORDS: steps[weight]}
    return NetworkEdge(*ends, tied.name, tied.wave, directed, weight, {**named, **attributes})


def _matrix(tied: "Layer", places: Mapping[str, int]) -> "NDArray[np.float64]":
    """Weights, 0 for no tie, NaN where nobody was asked or answered.

    Where the strength of any tie is not known, every tie is 1: a blank would deny it, and strengths beside ones would
    be read as weak and strong.
    """
    known = tied.strength.toarray()
    stored = tied.adjacency.toarray() > 0
    values = np.where(stored, 1.0, 0.0) if np.isnan(known[stored]).any() else np.where(stored, known, 0.0)
    asked = tied.observed.mask()
    if not tied.directed:
        asked = asked | asked.T if tied.pairing == "one end" else asked & asked.T
    values[~(asked | stored)] = np.nan
    whole = np.full((len(places), len(places)), np.nan)
    order = np.array([places[name] for name in tied.organizations], dtype=int)
    whole[np.ix_(order, order)] = values
    return whole


def _unplaced(nodes: Sequence[NetworkNode]) -> Iterator[str]:
    if len(nodes) > MOST_PLACED:
        yield _(
            "More than {most:,} organizations are not arranged here, so the file says not where they stand: let the "
            "other tool arrange them.",
            most=MOST_PLACED,
        )


def _free(name: str, taken: frozenset[str]) -> str:
    """A name of an attribute that stands for nothing else."""
    return f"{name}_" if name.casefold() in taken else name
