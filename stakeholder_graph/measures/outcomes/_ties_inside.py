"""Ties inside groups: whether organizations of a group work with each other as much as they do with others.

References
----------
.. [1] Chung, F., & Lu, L. (2002). Connected components in random graphs with given expected degree sequences. Annals of
   Combinatorics, 6(2), 125-145.
"""

from collections.abc import Iterator

import numpy as np
import rustworkx as rx
from numpy.typing import NDArray
from scipy.stats import false_discovery_control, poisson

from stakeholder_graph.frames.pairs import distinct_pairs
from stakeholder_graph.graph import Layer, PartnerGraph
from stakeholder_graph.measures._columns import (
    EXPECTED,
    LAYER,
    ORGANIZATION,
    P_ADJUSTED,
    TOO_CLOSE,
    VERDICT,
    P,
)
from stakeholder_graph.measures.bridges.cutpoints import without_direction
from stakeholder_graph.model.finding import LEVEL
from stakeholder_graph.model.table import Cell, Column, Disclosure, Table
from stakeholder_graph.text import N_

#: Hardly tied: at most half of what would be usual, and too few for chance.
HALF = 0.5
HARDLY, WELL = N_("hardly tied"), N_("well tied")
FEWER = N_("fewer ties than chance would give")

CLUSTER = Column("cluster", N_("Group"), "text")
INSIDE = (
    CLUSTER,
    LAYER,
    Column("ties", N_("Ties, or mentions where they have a direction"), "count"),
    Column("drawn", N_("Ties on the map"), "count"),
    Column("asked", N_("Pairs that were asked about"), "count"),
    Column("density", N_("Share of these that are tied"), "index"),
    Column("density_to_others", N_("Share of pairs with others that are tied"), "index"),
    EXPECTED,
)


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
        cluster, layer, ties (mentions where ties have a direction), drawn (then: the ties that they make on the map),
        asked (dyads observed inside), density, density_to_others (of the ties between members and
        all others, either way; None without others), expected, p, p_adjusted (over all rows, by Benjamini and
        Hochberg's procedure) and verdict. Only among those who answered in a layer.
        Layers promised to the backbone alone have no row: the table speaks to everyone.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> graph = from_networkx(nx.path_graph(4))
    >>> ties_inside(graph, np.array(["A", "A", None, None], dtype=object))["ties"][0]
    1
    """
    rows: list[dict[str, Cell]] = []
    for letter, here, members in _groups(graph, groups):
        inside, others = here.subset(members), here.subset(~members)
        if not inside.n_dyads:
            continue
        across = here.n_dyads - inside.n_dyads - others.n_dyads
        rows.append(
            {
                "cluster": letter,
                "layer": here.name,
                "ties": inside.n_ties,
                "drawn": len(distinct_pairs(*inside.edge_index)[0]) if inside.directed else None,
                "asked": inside.n_dyads,
                "density": inside.n_ties / inside.n_dyads,
                "density_to_others": (here.n_ties - inside.n_ties - others.n_ties) / across if across else None,
                "expected": expected_inside(here, members),
            }
        )
    expected = np.array([row["expected"] for row in rows], dtype=float)
    ties = np.array([row["ties"] for row in rows], dtype=float)
    tails = poisson.cdf(ties, expected), poisson.sf(ties - 1, expected)
    p = np.minimum(1.0, 2 * np.minimum(*tails))
    adjusted = false_discovery_control(p) if rows else p
    verdicts = list(map(verdict_inside, ties, expected, adjusted))
    table = Table.from_rows(INSIDE, rows, Disclosure.NETWORK)
    return table.with_columns({P: p, P_ADJUSTED: adjusted, VERDICT: verdicts})


def only_links(graph: PartnerGraph, groups: NDArray[np.object_]) -> Table:
    """Cutpoints of each group: members without whom the ties inside it would not hold the others together.

    Parameters
    ----------
    graph, groups
        As in `ties_inside`.

    Returns
    -------
    Table
        cluster, layer, organization; among those who answered in a layer, whichever side named a tie.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> graph = from_networkx(nx.path_graph(4))
    >>> list(only_links(graph, np.array(["A", "A", "A", None], dtype=object))["organization"])
    ['1']
    """
    rows = (
        {"cluster": letter, "layer": here.name, "organization": here.subset(members).organizations[member]}
        for letter, here, members in _groups(graph, groups)
        for member in sorted(rx.articulation_points(without_direction(here.subset(members))))
    )
    return Table.from_rows((CLUSTER, LAYER, ORGANIZATION), rows)


def _groups(graph: PartnerGraph, groups: NDArray[np.object_]) -> Iterator[tuple[str, Layer, NDArray[np.bool_]]]:
    """Each group in each layer that may be spoken of: its letter, those who answered, which of them are members."""
    letters = sorted({group for group in groups if isinstance(group, str)})
    for name, info in graph.layers.items():
        if info.promise != "backbone":
            layer = graph.layer(name)
            here = layer.among_answered()
            yield from ((letter, here, groups[layer.answered] == letter) for letter in letters)


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
        float(sent[group].sum() * received[group].sum() - sent[group] @ received[group])
        for group in (members, np.full(layer.n, True))
    )
    return layer.n_ties * among / of_all if of_all else 0.0


def verdict_inside(ties: float, expected: float, p: float) -> str:
    """What can be said of ties inside a group.

    Parameters
    ----------
    ties, expected : float
        How many there are, and how many chance would give.
    p : float
        Corrected, where several groups are looked at together.

    Examples
    --------
    >>> verdict_inside(2, 10.0, 0.01), verdict_inside(2, 10.0, 0.2)
    ('hardly tied', 'too close to call')
    """
    if p > LEVEL:
        return TOO_CLOSE
    if ties > expected:
        return WELL
    return HARDLY if ties <= HALF * expected else FEWER
