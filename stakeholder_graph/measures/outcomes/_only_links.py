"""Only links: members of a group without whom the ties inside it would not hold the others together."""

import numpy as np
import rustworkx as rx
from numpy.typing import NDArray

from stakeholder_graph.graph import PartnerGraph
from stakeholder_graph.measures._columns import LAYER, ORGANIZATION
from stakeholder_graph.measures.bridges.cutpoints import without_direction
from stakeholder_graph.model.table import Column, Table
from stakeholder_graph.text import N_

CLUSTER = Column("cluster", N_("Group"), "text")


def only_links(graph: PartnerGraph, groups: NDArray[np.object_]) -> Table:
    """Cutpoints of each group: members without whom the ties inside it would not hold the others together.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.
    groups : ndarray of object, shape (n,)
        The group of each organization, in the order of the graph; no text where it is in none.

    Returns
    -------
    Table
        cluster, layer, organization; among those who answered in a layer, whichever side named a tie. Layers promised
        to the backbone alone have no row: the table speaks to everyone.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> graph = from_networkx(nx.path_graph(4))
    >>> list(only_links(graph, np.array(["A", "A", "A", None], dtype=object))["organization"])
    ['1']
    """
    letters = sorted({group for group in groups if isinstance(group, str)})
    rows = []
    for name, info in graph.layers.items():
        if info.promise == "backbone":
            continue
        layer = graph.layer(name)
        here = layer.among_answered()
        for letter in letters:
            inside = here.subset(groups[layer.answered] == letter)
            rows += [
                {"cluster": letter, "layer": name, "organization": inside.organizations[member]}
                for member in sorted(rx.articulation_points(without_direction(inside)))
            ]
    return Table.from_rows((CLUSTER, LAYER, ORGANIZATION), rows)
