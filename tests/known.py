"""Networks from the literature, whose values others have published."""

from functools import cache

import networkx as nx

from stakeholder_graph.graph import Layer, PartnerGraph, from_networkx
from stakeholder_graph.model.finding import Ties

#: Knoke, D., & Kuklinski, J. H. (1982). Network Analysis. Sage: information exchange among ten organizations.
KNOKI_NAMES = ["COUN", "COMM", "EDUC", "INDU", "MAYR", "WRO", "NEWS", "UWAY", "WELF", "WEST"]
KNOKI_ROWS = (
    "0100101010",
    "1011101110",
    "0101111001",
    "1100101000",
    "1111001111",
    "0010001010",
    "0101100000",
    "1101101010",
    "0100101000",
    "1110101000",
)
KNOKI_SECTOR = {
    **dict.fromkeys(("COUN", "EDUC", "MAYR", "WELF"), "gov"),
    **dict.fromkeys(("COMM", "INDU", "NEWS"), "biz"),
    **dict.fromkeys(("WRO", "UWAY", "WEST"), "npo"),
}


@cache
def knoki_graph() -> PartnerGraph:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(KNOKI_NAMES)
    graph.add_edges_from(
        (one, other)
        for one, row in zip(KNOKI_NAMES, KNOKI_ROWS, strict=True)
        for other, tie in zip(KNOKI_NAMES, row, strict=True)
        if tie == "1"
    )
    nx.set_node_attributes(graph, KNOKI_SECTOR, "sector")
    return from_networkx(graph)


def knoki(ties: Ties = "reported") -> Layer:
    return knoki_graph().layer("collaboration", ties)


@cache
def karate() -> Layer:
    """Zachary, W. W. (1977). Journal of Anthropological Research, 33(4), 452-473; unweighted, two factions."""
    source = nx.karate_club_graph()
    graph: nx.Graph[int] = nx.Graph(source.edges())
    graph.add_nodes_from((node, {"sector": data["club"]}) for node, data in source.nodes(data=True))
    return from_networkx(graph).layer("collaboration")
