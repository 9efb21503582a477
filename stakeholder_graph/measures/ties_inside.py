"""Ties inside groups: whether organizations of a group work with each other as much as they do with others.

References
----------
.. [1] Chung, F., & Lu, L. (2002). Connected components in random graphs with given expected degree sequences. Annals of
   Combinatorics, 6(2), 125-145.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.stats import false_discovery_control, poisson

from stakeholder_graph.finding import Cell, Table
from stakeholder_graph.graph import Layer, PartnerGraph
from stakeholder_graph.measures.rows import plain

#: Hardly tied: at most half of what would be usual, and too few for chance.
HALF, LEVEL = 0.5, 0.05
HARDLY = "hardly tied"


def ties_inside(graph: PartnerGraph, groups: NDArray[np.object_]) -> Table:
    """Ties inside each group against what its members' numbers of partners would give, in each kind of tie.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.
    groups : ndarray of object, shape (n,)
        The group of each organization, in the order of the graph; no text where it is in none.

    Returns
    -------
    Table
        cluster, layer, ties, asked (dyads observed inside), density, expected, p, p_adjusted (over all rows, by
        Benjamini and Hochberg's procedure) and verdict. Only among those who answered in a layer.
        Layers promised to the backbone alone have no row: the table speaks to everyone.
    """
    rows: list[dict[str, Cell]] = []
    letters = sorted({group for group in groups if isinstance(group, str)})
    for name, info in graph.layers.items():
        if info.promise == "backbone":
            continue
        layer = graph.layer(name)
        here = layer.among_answered()
        for letter in letters:
            members = groups[layer.answered] == letter
            inside = here.subset(members)
            if inside.dyads:
                row: dict[str, Cell] = {"cluster": letter, "layer": name, "ties": inside.count, "asked": inside.dyads}
                rows.append({**row, "density": inside.count / inside.dyads, "expected": expected_inside(here, members)})
    expected = np.array([row["expected"] for row in rows], dtype=float)
    ties = np.array([row["ties"] for row in rows], dtype=float)
    tails = poisson.cdf(ties, expected), poisson.sf(ties - 1, expected)
    p = np.minimum(1.0, 2 * np.minimum(*tails))
    adjusted = false_discovery_control(p) if rows else p
    verdicts = map(_verdict, ties, expected, adjusted)
    return tuple(
        {**row, "p": plain(one), "p_adjusted": plain(all_together), "verdict": verdict}
        for row, one, all_together, verdict in zip(rows, p, adjusted, verdicts, strict=True)
    )


def expected_inside(layer: Layer, members: NDArray[np.bool_]) -> float:
    """Ties inside a group if everyone keeps as many partners but chooses them without regard to groups.

    Parameters
    ----------
    layer : Layer
        Of n organizations, all of which answered.
    members : ndarray of bool, shape (n,)
        The group.

    Returns
    -------
    float
        0 where there are no ties.

    Notes
    -----
    M (sum out_i sum in_j - sum out_i in_i, over the group) / (the same over all), with M ties: the chance of a tie is
    taken as proportional to how many its sender names and how many name its receiver [1]_. A sum of such chances varies
    no more than a Poisson count, so that a test against one errs on the side of caution.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> layer = from_networkx(nx.complete_graph(5)).layer("collaboration")
    >>> round(expected_inside(layer, np.array([True, True, True, False, False])), 9)
    3.0
    """
    sent, received = layer.adjacency.sum(axis=1), layer.adjacency.sum(axis=0)
    among, of_all = (
        float(sent[some].sum() * received[some].sum() - sent[some] @ received[some])
        for some in (members, np.full(layer.n, True))
    )
    return layer.count * among / of_all if of_all else 0.0


def _verdict(ties: float, expected: float, p: float) -> str:
    if p > LEVEL:
        return "too close to call"
    if ties > expected:
        return "well tied"
    return HARDLY if ties <= HALF * expected else "fewer ties than chance would give"
