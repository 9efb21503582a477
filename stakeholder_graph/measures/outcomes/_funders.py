"""Funders: which organizations give money to others, by their role or their sector."""

import re

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.graph import PartnerGraph

FUNDERS = re.compile(
    r"\b(funders?|grant-?makers?|philanthrop\w+|foundations?|financiador\w*|fundacion\w*|fundaciones|fundación|"
    r"filantrop\w+|filántrop\w+)\b",
    re.IGNORECASE,
)


def funders(graph: PartnerGraph) -> NDArray[np.bool_]:
    """Which organizations are funders.

    Parameters
    ----------
    graph : PartnerGraph
        Their role or their sector says so; a name alone, such as "Cleft Foundation", does not.

    Returns
    -------
    ndarray of bool, shape (n,)
        In the order of the graph.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.path_graph(2)
    >>> nx.set_node_attributes(path, {0: "Funders", 1: "Schools"}, "sector")
    >>> funders(from_networkx(path)).tolist()
    [True, False]
    """
    people = graph.organizations
    said = people["role"].astype(str) + " | " + people["sector"].astype(str)
    return np.array([bool(FUNDERS.search(text)) for text in said], dtype=bool)
