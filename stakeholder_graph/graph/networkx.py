"""To and from networkx without loss: networkx is the face to the ecosystem."""

from collections.abc import Hashable, Mapping
from typing import Any

import networkx as nx
import pandas as pd

from stakeholder_graph.graph.partner_graph import FRAMES, PartnerGraph
from stakeholder_graph.model.survey import DEFAULT_LAYER, DEFAULT_WAVE, NO_SECTOR, LayerInfo, Wave

#: Kept as attributes of the networkx graph, since they belong to no node and to no edge.
BESIDE = tuple(name for name in FRAMES if name not in ("organizations", "ties"))


def to_networkx(graph: PartnerGraph) -> "nx.MultiDiGraph[str]":
    """The graph as networkx knows graphs.

    Parameters
    ----------
    graph : PartnerGraph
        Any.

    Returns
    -------
    networkx.MultiDiGraph
        Nodes are organizations with every attribute; an edge is one report of one tie, with layer, value
        (left out where the strength is unknown) and respondent. The graph's own attributes hold the wave, the
        layers and the frames that say what was asked.

    Examples
    --------
    >>> import pandas as pd
    >>> frames = {
    ...     "organizations": pd.DataFrame({"organization": ["A", "B"]}),
    ...     "ties": pd.DataFrame({"layer": ["trust"], "from": ["A"], "to": ["B"]}),
    ... }
    >>> there = to_networkx(PartnerGraph(Wave("1"), {"trust": LayerInfo("trust")}, frames))
    >>> list(there.edges(data="layer"))
    [('A', 'B', 'trust')]
    """
    result: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    result.graph.update(wave=graph.wave, directed=graph.directed, layers=dict(graph.layers))
    result.graph.update({name: graph[name].to_dict("records") for name in BESIDE})
    for row in graph.organizations.to_dict("records"):
        result.add_node(row["organization"], **{str(k): v for k, v in row.items() if k != "organization"})
    for row in graph["ties"].to_dict("records"):
        kept = {str(k): v for k, v in row.items() if k not in ("from", "to") and pd.notna(v)}
        result.add_edge(row["from"], row["to"], **kept)
    return result


def from_networkx(source: "nx.Graph[Any]") -> PartnerGraph:
    """A graph from any networkx graph.

    Parameters
    ----------
    source : networkx.Graph or a kind of it
        What `to_networkx` wrote comes back the same. Of any other graph the node attribute `sector` and the
        edge attributes `layer` and `value` (else `weight`) are read where there are any, and everyone counts
        as having answered.

    Returns
    -------
    PartnerGraph

    Examples
    --------
    >>> import networkx as nx
    >>> graph = from_networkx(nx.path_graph(3))
    >>> graph.directed, graph.layer("collaboration").n_ties
    (False, 2)
    """
    kept: Mapping[str, Any] = source.graph
    nodes = [{"sector": NO_SECTOR, **data, "organization": str(node)} for node, data in source.nodes(data=True)]
    ties = [_tie(one, other, data) for one, other, data in source.edges(data=True)]
    names = kept.get("layers") or {
        name: LayerInfo(name) for name in sorted({str(tie["layer"]) for tie in ties}) or [DEFAULT_LAYER]
    }
    frames = {"organizations": pd.DataFrame(nodes), "ties": pd.DataFrame(ties)}
    frames |= {name: pd.DataFrame(kept[name]) for name in BESIDE if name in kept}
    return PartnerGraph(kept.get("wave", Wave(DEFAULT_WAVE)), names, frames, kept.get("directed", source.is_directed()))


def _tie(one: Hashable, other: Hashable, data: Mapping[str, Any]) -> dict[str, object]:
    tie: dict[str, object] = {"layer": DEFAULT_LAYER, **data, "from": str(one), "to": str(other)}
    if "value" not in tie:
        tie["value"] = tie.pop("weight", float("nan"))
    return tie
