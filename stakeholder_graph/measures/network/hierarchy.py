"""Hierarchy: whether the ways along ties lead one way only."""

import numpy as np
import rustworkx as rx
from scipy.sparse.csgraph import connected_components

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.model.finding import Finding, Measured, Message


def reached(layer: Layer) -> tuple[int, int]:
    """Pairs of which at least one end reaches the other along ties, and pairs of which both do.

    Notes
    -----
    Organizations that all reach each other are one part (``scipy.sparse.csgraph.connected_components``); between parts
    ways lead in one direction only, so that one pass in the order of ``rustworkx.topological_sort`` finds them all.
    """
    if not layer.n:
        return 0, 0
    count, part = connected_components(layer.adjacency, directed=True, connection="strong")
    sizes = np.bincount(part)
    both = int((sizes * (sizes - 1)).sum()) // 2
    one, other = layer.edge_index
    steps = np.unique(np.stack([part[one], part[other]], axis=1)[part[one] != part[other]], axis=0)
    ways = rx.PyDiGraph()
    ways.add_nodes_from(range(count))
    ways.add_edges_from_no_data([(int(a), int(b)) for a, b in steps])
    reach = np.eye(count, dtype=bool)
    for node in reversed(rx.topological_sort(ways)):
        for following in ways.successor_indices(node):
            reach[node] |= reach[following]
    np.fill_diagonal(reach, val=False)
    return both + int(sizes @ (reach @ sizes)), both


def one_way_share(layer: Layer) -> float:
    """Krackhardt's hierarchy; NaN without a tie, or where ties have no direction."""
    if not layer.directed:
        return float("nan")
    either, both = reached(layer)
    return 1 - both / either if either else float("nan")


def _reading(finding: Finding) -> Message | None:
    if finding.value is None:
        return None
    return Message("one_way", {"of_hundred": round(100 * finding.value)})


@measure(
    supporting=True,
    over="layer",
    section="network",
    title="Whether ways lead both ways",
    question="If one organization reaches another along ties, does a way lead back?",
    how_to_read="0: wherever a way leads, another leads back. 1: all ways lead one way only, as in a chart of command. "
    "It speaks of who names whom, not of who decides.",
    formula="1 - pairs that reach each other along the direction of ties / pairs of which at least one reaches the "
    "other. Among those who answered.",
    undefined="Where ties have no direction, or without ties among those who answered.",
    unit="index",
    bounds=(0, 1),
    sources=(
        "Krackhardt, D. (1994). Graph theoretical dimensions of informal organizations. In K. Carley & M. Prietula "
        "(Eds.), Computational Organization Theory (pp. 89-111). Lawrence Erlbaum.",
    ),
    words={
        "told": "{value} of 100 pairs",
        "low_end": "both ways",
        "high_end": "one way only",
        "one_way": "Of 100 pairs joined by a way along ties, {of_hundred} are joined in one direction only.",
        "no_direction": "Ties have no direction here, so every way leads both ways.",
    },
    reading=_reading,
    told=lambda finding, value: round(100 * value),
    statistic=one_way_share,
)
def hierarchy(layer: Layer) -> Measured:
    """Measure how many pairs are joined by ways in one direction only.

    Parameters
    ----------
    layer : Layer
        Directed; counted among those who answered.

    Returns
    -------
    Measured

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> chart = nx.DiGraph([("head", "a"), ("head", "b"), ("a", "c")])
    >>> hierarchy(from_networkx(chart).layer("collaboration")).value
    1.0
    """
    if not layer.directed:
        return Measured(None, caveats=[Message("no_direction")])
    here = layer.among_answered()
    if not here.n_ties:
        return Measured(None, caveats=[Message("no_ties")])
    caveats = [] if here.n == layer.n else [Message("answered_subgraph")]
    return Measured(one_way_share(here), caveats=caveats)
