"""The Louvain method [1]_ in whole numbers, so that it always ends.

``networkx.community.louvain_communities`` compares gains in modularity as floating-point numbers. Where two gains are
equal, as they often are in small or regular networks, rounding makes either look larger in turn, and the search moves
an organization to and fro for ever (networkx 3.6; a directed ring of five is enough). Multiplied by the square of the
number of ties, gains are whole numbers: every move then raises modularity, which can happen only so often. Apart from
that the search is networkx's own: the same seed gives the same communities wherever no two gains are equal.

References
----------
.. [1] Blondel, V. D., Guillaume, J.-L., Lambiotte, R., & Lefebvre, E. (2008). Fast unfolding of communities in large
   networks. Journal of Statistical Mechanics, P10008.
"""

import random

import networkx as nx

from stakeholder_graph.inference.kernels.louvain_moves import parts_by_moves

#: The search ends where another level raises modularity by no more than this; networkx's own threshold.
LEAST_GAIN = 1e-7


def louvain_communities(graph: "nx.Graph[int]", weight: str | None = None, seed: int = 0) -> list[set[int]]:
    """Find groups of nodes that have many ties inside.

    Parameters
    ----------
    graph : networkx.Graph or networkx.DiGraph
        Without parallel ties.
    weight : str, optional
        The attribute with the weight of a tie, a whole number; each tie weighs 1 unless given.
    seed : int
        Same seed, same communities.

    Returns
    -------
    list of set of int
        Each node in one of them.

    Examples
    --------
    >>> ring = nx.cycle_graph(5, create_using=nx.DiGraph)
    >>> sorted(map(len, louvain_communities(ring)))
    [2, 3]
    """
    rng = random.Random(seed)  # noqa: S311 - networkx's own generator, so that a seed means the same search
    level: nx.Graph[int] = graph.__class__()
    level.add_nodes_from(graph)
    level.add_weighted_edges_from(
        (source, target, tie[weight] if weight else 1) for source, target, tie in graph.edges(data=True)
    )
    communities = [{node} for node in level]
    if not level.size():
        return communities
    before = _modularity(level, [{node} for node in level])
    while True:
        parts = _moved(level, rng)
        communities = [set().union(*(communities[k] for k in part)) for part in _positions(level, parts)]
        reached = _modularity(level, parts)
        if reached - before <= LEAST_GAIN:
            return communities
        before, level = reached, _merged(level, parts)


def _modularity(graph: "nx.Graph[int]", parts: list[set[int]]) -> float:
    return float(nx.community.modularity(graph, parts, weight="weight"))


def _positions(level: "nx.Graph[int]", parts: list[set[int]]) -> list[list[int]]:
    """The parts, their nodes by position."""
    position = {node: k for k, node in enumerate(level)}
    return [[position[node] for node in part] for part in parts]


def _moved(graph: "nx.Graph[int]", rng: random.Random) -> list[set[int]]:
    """Move each node in turn to the neighboring part where modularity gains most, until no move gains anything."""
    place = {node: k for k, node in enumerate(graph)}
    starts, neighbors, weights = [0], [], []
    for node in graph:
        for other, weight in _neighbors(graph, node).items():
            neighbors.append(place[other])
            weights.append(weight)
        starts.append(len(neighbors))
    sent, received = ([count[node] for node in graph] for count in _strengths(graph))
    order = list(range(len(place)))
    rng.shuffle(order)
    part_of = parts_by_moves(starts, neighbors, weights, sent, received, order)
    parts: dict[int, set[int]] = {}
    for node, part in zip(graph, part_of, strict=True):
        parts.setdefault(part, set()).add(node)
    return [parts[part] for part in sorted(parts)]


def _neighbors(graph: "nx.Graph[int]", node: int) -> dict[int, int]:
    """The weights of a node's ties with others, both ways together; a tie without direction runs both ways."""
    neighbors: dict[int, int] = {}
    for ways in (graph.succ, graph.pred) if isinstance(graph, nx.DiGraph) else (graph.adj, graph.adj):
        for other, tie in ways[node].items():
            if other != node:
                neighbors[other] = neighbors.get(other, 0) + tie["weight"]
    return neighbors


def _strengths(graph: "nx.Graph[int]") -> tuple[dict[int, int], dict[int, int]]:
    """The weights that each node sends and receives."""
    if isinstance(graph, nx.DiGraph):
        return dict(graph.out_degree(weight="weight")), dict(graph.in_degree(weight="weight"))
    both = dict(graph.degree(weight="weight"))
    return both, both


def _merged(graph: "nx.Graph[int]", parts: list[set[int]]) -> "nx.Graph[int]":
    """The parts as nodes, with the ties between and within them."""
    merged: nx.Graph[int] = graph.__class__()
    merged.add_nodes_from(range(len(parts)))
    part_of = {node: k for k, part in enumerate(parts) for node in part}
    for source, target, tie in graph.edges(data=True):
        ends = part_of[source], part_of[target]
        merged.add_edge(*ends, weight=tie["weight"] + merged.get_edge_data(*ends, {"weight": 0})["weight"])
    return merged
