"""Modularity: how far ties stay within sectors, beside the groups in which they stay most."""

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.inference.louvain import louvain_communities
from stakeholder_graph.measures._declaration import LabelPermutation
from stakeholder_graph.measures._needs import TIES, TWO_SECTORS
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.model.finding import Finding, Measured, Message
from stakeholder_graph.model.table import Column, Disclosure, Table
from stakeholder_graph.text import N_

#: How often groups are looked for; in a large network once, since each search takes long.
SEARCHES, MANY_TIES = 10, 20_000
#: Among more ties no groups are looked for: one search takes many minutes.
MOST_TIES = 300_000

GROUPS = Column("groups", N_("Groups"), "term")
NUMBER = Column("number", N_("How many groups"), "count")
INSIDE = Column("inside", N_("Share of ties inside"), "index")
MODULARITY = Column("modularity", N_("Modularity"), "index")


def inside_and_by_chance(layer: Layer, mixing: NDArray[np.number]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Share of ties within sectors, and the share that the sectors' numbers of ties alone would give.

    Parameters
    ----------
    layer : Layer
        Says whether ties have a direction.
    mixing : ndarray, shape (..., S, S)
        Of this layer, or the same with the sectors permuted.

    Returns
    -------
    pair of ndarray of float, shape (...)
        NaN without ties.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.path_graph(4)
    >>> nx.set_node_attributes(path, {0: "x", 1: "x", 2: "y", 3: "y"}, "sector")
    >>> layer = from_networkx(path).layer("collaboration")
    >>> [round(float(share), 4) for share in inside_and_by_chance(layer, layer.mixing)]
    [0.6667, 0.5]
    """
    ties = mixing if layer.directed else (mixing + np.swapaxes(mixing, -1, -2)) / 2
    with np.errstate(invalid="ignore"):
        share = ties / mixing.sum(axis=(-2, -1))[..., None, None]
    inside = np.trace(share, axis1=-2, axis2=-1)
    return np.asarray(inside), np.asarray((share.sum(axis=-1) * share.sum(axis=-2)).sum(axis=-1))


def of_mixing(layer: Layer, mixing: NDArray[np.number]) -> NDArray[np.float64]:
    """Modularity of mixing matrices, shape (..., S, S) to (...); what ``networkx.community.modularity`` gives.

    Parameters
    ----------
    layer : Layer
        Says whether ties have a direction.
    mixing : ndarray, shape (..., S, S)
        Counts of ties from each sector to each.

    Returns
    -------
    ndarray of float, shape (...)
        From -1 to 1.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.path_graph(4)
    >>> nx.set_node_attributes(path, {0: "x", 1: "x", 2: "y", 3: "y"}, "sector")
    >>> layer = from_networkx(path).layer("collaboration")
    >>> round(float(of_mixing(layer, layer.mixing)), 4)
    0.1667
    """
    inside, by_chance = inside_and_by_chance(layer, mixing)
    return inside - by_chance


def of_layer(layer: Layer) -> float:
    """Modularity of the sectors of a whole layer.

    Parameters
    ----------
    layer : Layer
        Any.

    Returns
    -------
    float
        From -1 to 1, or NaN.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.path_graph(4)
    >>> nx.set_node_attributes(path, {0: "x", 1: "x", 2: "y", 3: "y"}, "sector")
    >>> layer = from_networkx(path).layer("collaboration")
    >>> round(of_layer(layer), 4)
    0.1667
    """
    return float(of_mixing(layer, layer.mixing))


def best_found(layer: Layer, seed: int = 0) -> tuple[float, int]:
    """The highest modularity that any groups were found to have, and how many groups.

    Parameters
    ----------
    layer : Layer
        With at least one tie.
    seed : int
        Same seed, same groups.

    Returns
    -------
    tuple of (float, int)
        Modularity, and the number of groups.

    Notes
    -----
    The best of ten runs of the Louvain method: a lower bound of the optimum.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.path_graph(4)
    >>> nx.set_node_attributes(path, {0: "x", 1: "x", 2: "y", 3: "y"}, "sector")
    >>> layer = from_networkx(path).layer("collaboration")
    >>> best_found(layer)[1]
    2
    """
    graph: nx.Graph[int] = nx.DiGraph() if layer.directed else nx.Graph()
    graph.add_nodes_from(range(layer.n))
    senders, receivers = layer.edge_index
    graph.add_edges_from(zip(senders.tolist(), receivers.tolist(), strict=True))
    partitions = []
    for run in range(SEARCHES if layer.n_ties <= MANY_TIES else 1):
        groups = louvain_communities(graph, seed=seed + run)
        partitions.append((float(nx.community.modularity(graph, groups, weight=None)), len(groups)))
    return max(partitions)


def _reading(finding: Finding) -> Message | None:
    if finding.value is None:
        return None
    rows = {row["groups"]: row for row in finding.tables["groups"].rows}
    if "best found" not in rows:
        return None
    sectors, best = rows["sectors"], rows["best found"]
    # How many ties stay within a sector is said by the E-I index, with its range.
    return Message("reach", {"value": sectors["modularity"], "best": best["modularity"], "count": best["number"]})


@measure(
    supporting=True,
    section="silos",
    title=N_("Sectors as groups"),
    question=N_("Are sectors the groups that connections fall into, or do other groups fit better?"),
    how_to_read=N_(
        "0: ties stay within sectors as often as the sectors' numbers of ties alone would give. Compare it with the "
        "best groups found: where these reach far more, something other than sector shapes who works with whom."
    ),
    formula=N_(
        "Sum over sectors of e_gg - a_g b_g: e_gg the share of ties within, a_g and b_g the shares that the sector "
        "sends and receives (halves of both ends where undirected). Best found: the best of ten runs of the Louvain "
        "method, one above 20,000 ties; above 300,000 ties none are looked for."
    ),
    undefined=N_("Without ties, or with one sector."),
    unit=N_("index"),
    bounds=(-1, 1),
    references=(
        "Newman, M. E. J., & Girvan, M. (2004). Finding and evaluating community structure in networks. Physical "
        "Review E, 69(2), 026113.",
        "Leicht, E. A., & Newman, M. E. J. (2008). Community structure in directed networks. Physical Review Letters, "
        "100(11), 118703.",
        "Blondel, V. D., Guillaume, J.-L., Lambiotte, R., & Lefebvre, E. (2008). Fast unfolding of communities in "
        "large networks. Journal of Statistical Mechanics, P10008.",
    ),
    messages={
        "not_searched": N_("With more than {most} connections no better groups are looked for."),
        "reach": N_("As groups the sectors reach {value}; the best {count} groups found reach {best}."),
    },
    reading=_reading,
    needs=(TWO_SECTORS, TIES),
    statistic=of_layer,
    null=LabelPermutation(statistic=of_mixing),
    group=True,
)
def modularity(layer: Layer, seed: int = 0) -> Measured:
    """Measure how well sectors describe the groups that ties fall into.

    Parameters
    ----------
    layer : Layer
        With at least two sectors and one tie.
    seed : int
        Of the search for better groups.

    Returns
    -------
    Measured
        `tables["groups"]` has groups ("sectors" and, up to 300,000 ties, "best found"), number, inside (the share of
        ties that stay within a sector, None for groups found) and modularity.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> karate = nx.karate_club_graph()
    >>> nx.set_node_attributes(karate, nx.get_node_attributes(karate, "club"), "sector")
    >>> round(modularity(from_networkx(karate).layer("collaboration")).value, 6)
    0.358235
    """
    value = of_layer(layer)
    inside = float(np.trace(layer.mixing)) / layer.n_ties
    rows: list[tuple[str, int, float | None, float]] = [(N_("sectors"), len(layer.sectors), inside, value)]
    searched = layer.n_ties <= MOST_TIES
    if searched:
        best, number = best_found(layer, seed)
        rows.append((N_("best found"), number, None, best))
    columns = zip((GROUPS, NUMBER, INSIDE, MODULARITY), zip(*rows, strict=True), strict=True)
    tables = {"groups": Table.of({column: list(cells) for column, cells in columns}, Disclosure.NETWORK)}
    caveats = [] if searched else [Message("not_searched", {"most": MOST_TIES})]
    return Measured(value, tables=tables, caveats=caveats)
