"""Measures that igraph and networkx have too: the same number from all three, and what each takes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import igraph
import networkx as nx
import numpy as np

from stakeholder_graph.graph import Layer
from stakeholder_graph.measures._registry import find_measure
from tests.benchmarks.networks import anew, layer
from tests.benchmarks.timing import in_words, spent


@dataclass(frozen=True)
class Shared:
    """A value that three libraries compute.

    Parameters
    ----------
    what : str
        Names of our measures, one or several.
    igraph, networkx : callable
        The same values from their graphs, sectors in the attribute ``sector``.
    undirected : bool
        Whether a pair is tied if either side named the other.
    largest_networkx : int
        The largest network for which networkx is waited for.
    """

    what: tuple[str, ...]
    igraph: "Callable[[igraph.Graph], Sequence[float]]"
    networkx: "Callable[[nx.Graph[int]], Sequence[float]]"
    undirected: bool = False
    largest: int = 10_000
    largest_networkx: int = 10_000


@dataclass(frozen=True)
class Beside:
    """Seconds of three libraries for one value; None where one was not waited for."""

    what: str
    n: int
    ours: float
    igraph: float
    networkx: float | None


def _joined_pairs(sizes: Sequence[int]) -> list[float]:
    n = sum(sizes)
    return [sum(size * (size - 1) for size in sizes) / (n * (n - 1))]


def _mean_distance(graph: "nx.Graph[int]") -> list[float]:
    lengths = [steps for _, ends in nx.all_pairs_shortest_path_length(graph) for steps in ends.values() if steps]
    return [float(np.mean(lengths))]


def _modularity(graph: "nx.Graph[int]") -> list[float]:
    parts: dict[Any, set[int]] = {}
    for node, sector in graph.nodes(data="sector"):
        parts.setdefault(sector, set()).add(node)
    return [nx.community.modularity(graph, list(parts.values()))]


SHARED = (
    Shared(
        ("density", "reciprocity"),
        lambda graph: [graph.density(), graph.reciprocity()],
        lambda graph: [nx.density(graph), nx.overall_reciprocity(graph)],
    ),
    Shared(
        ("transitivity",),
        lambda graph: [graph.transitivity_undirected()],
        lambda graph: [nx.transitivity(graph)],
        undirected=True,
    ),
    Shared(
        ("constraint",),
        lambda graph: [float(np.nanmean(graph.constraint()))],
        lambda graph: [float(np.nanmean(list(nx.constraint(graph).values())))],
    ),
    Shared(
        ("betweenness",),
        lambda graph: [max(graph.betweenness())],
        lambda graph: [max(nx.betweenness_centrality(graph, normalized=False).values())],
        largest=1_000,
    ),
    Shared(
        ("distance",),
        lambda graph: [graph.average_path_length()],
        _mean_distance,
        largest=1_000,
    ),
    Shared(
        ("assortativity",),
        lambda graph: [graph.assortativity_nominal(graph.vs["sector"], directed=True)],
        lambda graph: [nx.attribute_assortativity_coefficient(graph, "sector")],
    ),
    Shared(
        ("modularity",),
        lambda graph: [graph.modularity(graph.vs["sector"], directed=True)],
        _modularity,
    ),
    Shared(
        ("connectedness",),
        lambda graph: _joined_pairs(graph.connected_components(mode="weak").sizes()),
        lambda graph: _joined_pairs([len(part) for part in nx.connected_components(graph.to_undirected(as_view=True))]),
    ),
    Shared(
        ("cutpoints",),
        lambda graph: [float(len(graph.articulation_points()))],
        lambda graph: [float(len(set(nx.articulation_points(graph))))],
        undirected=True,
    ),
)


def beside_graph_libraries(sizes: tuple[int, ...], times: int) -> Iterator[Beside]:
    """Each value, in networks of several sizes, once all three agree on it."""
    for shared in SHARED:
        for n in sizes:
            if n <= shared.largest:
                yield _timed(shared, n, times)


def _timed(shared: Shared, n: int, times: int) -> Beside:
    on = layer(n)
    if shared.undirected:
        on = on.with_ties("either")
    edges = list(zip(*(ends.tolist() for ends in on.edge_index), strict=True))
    theirs = igraph.Graph(n, edges, directed=on.directed, vertex_attrs={"sector": on.sector_codes.tolist()})
    graph: nx.Graph[int] = nx.DiGraph() if on.directed else nx.Graph()
    graph.add_nodes_from((node, {"sector": sector}) for node, sector in enumerate(on.sector_codes.tolist()))
    graph.add_edges_from(edges)
    what = " and ".join(f"`{name}`" for name in shared.what)
    values = of_measures(shared.what, on)
    _agree(what, n, values, shared.igraph(theirs))
    networkx = None
    if n <= shared.largest_networkx:
        _agree(what, n, values, shared.networkx(graph))
        networkx = spent(lambda: shared.networkx(graph), times)
    ours = spent(lambda: of_measures(shared.what, anew(on)), times)
    return Beside(what, n, ours, spent(lambda: shared.igraph(theirs), times), networkx)


def of_measures(names: Sequence[str], on: Layer) -> list[float]:
    """What our measures give, by the statistic that each declares."""
    statistics = [find_measure(name).statistic for name in names]
    return [float(statistic(on)) for statistic in statistics if statistic is not None]


def _agree(what: str, n: int, ours: Sequence[float], theirs: Sequence[float]) -> None:
    if not np.allclose(ours, theirs, rtol=1e-9, atol=0):
        raise AssertionError(f"{what} of {n} organizations: {ours} here, {theirs} there")


def libraries_table(rows: Sequence[Beside]) -> str:
    """The rows as Markdown."""
    lines = [
        "| the same value | organizations | seconds | igraph | networkx | times networkx |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for row in rows:
        ratio = None if row.networkx is None else row.networkx / row.ours
        cells = [row.what, f"{row.n:,}", *map(in_words, (row.ours, row.igraph, row.networkx, ratio))]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"
