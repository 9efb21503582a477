"""Hierarchy: whether the ways along ties lead one way only."""

import numpy as np
import rustworkx as rx
from scipy.sparse.csgraph import connected_components

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.measures._needs import DIRECTION, TIES
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.model.finding import Finding, Measured, Message, Quotient
from stakeholder_graph.text import N_


def _reached(layer: Layer) -> tuple[int, int]:
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
    senders, receivers = layer.edge_index
    steps = np.unique(np.stack([part[senders], part[receivers]], axis=1)[part[senders] != part[receivers]], axis=0)
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
    """Krackhardt's hierarchy; NaN without a tie, or where ties have no direction.

    Parameters
    ----------
    layer : Layer
        Any.

    Returns
    -------
    float
        From 0 to 1.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> layer = from_networkx(nx.DiGraph([("a", "b"), ("b", "a"), ("b", "c")])).layer("collaboration")
    >>> round(one_way_share(layer), 3)
    0.667
    """
    if not layer.directed:
        return float("nan")
    either, both = _reached(layer)
    return (either - both) / either if either else float("nan")


def _reading(finding: Finding) -> Message | None:
    if finding.value is None:
        return None
    return Message("one_way", {"of_hundred": round(100 * finding.value)})


@measure(
    supporting=True,
    section="network",
    title=N_("Whether ways lead both ways"),
    question=N_("If one organization reaches another along connections, does a way lead back?"),
    how_to_read=N_(
        "0: wherever a way leads, another leads back. 1: all ways lead one way only, as in a chart of command. It "
        "speaks of who names whom, not of who decides."
    ),
    formula=N_(
        "1 - pairs that reach each other along the direction of ties / pairs of which at least one reaches the other. "
        "Among those who answered."
    ),
    undefined=N_("Where ties have no direction, or without ties among those who answered."),
    unit=N_("index"),
    bounds=(0, 1),
    references=(
        "Krackhardt, D. (1994). Graph theoretical dimensions of informal organizations. In K. Carley & M. Prietula "
        "(Eds.), Computational Organization Theory (pp. 89-111). Lawrence Erlbaum.",
    ),
    messages={
        "displayed": N_("{value} of 100 pairs"),
        "low_end": N_("both ways"),
        "high_end": N_("one way only"),
        "one_way": N_("Of 100 pairs joined by a way along connections, {of_hundred} are joined in one direction only."),
        "no_direction": N_("Connections have no direction here, so every way leads both ways."),
    },
    reading=_reading,
    needs=(DIRECTION, TIES),
    among_answered=True,
    whole_network=True,
    displayed=lambda finding, value: round(100 * value),
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
    either, both = _reached(layer)
    return Measured.of(Quotient(either - both, either))
