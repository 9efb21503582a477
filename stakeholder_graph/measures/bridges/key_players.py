"""Key players: whose leaving would take the others furthest from each other."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import combinations
from math import comb

import numpy as np
import rustworkx as rx

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.measures._needs import at_most, organizations
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures._tables import organization_table
from stakeholder_graph.measures.bridges.cutpoints import without_direction
from stakeholder_graph.model.finding import Finding, Measured, Message
from stakeholder_graph.model.table import Column, Disclosure, Table
from stakeholder_graph.text import N_

#: Sets larger than one that are looked for.
SET_SIZES = (2, 3)
#: Every set is tried where there are at most so many; else the best set is built up one organization at a time.
EVERY_SET = 6000
#: With more organizations it is left out.
LARGEST = 500

APART = Column("key_players", N_("How far apart the others would be, 0 to 1"), "index")
FRAGMENTATION = Column("fragmentation", N_("Pairs with no way to each other"), "index")
LEAVING = Column("leaving", N_("How many leave"), "count")
WHO = Column("organizations", N_("Organizations"), "text")
SEARCH = Column("search", N_("How it was found"), "term")

#: Fragmentation and distance-weighted fragmentation once some have left.
Without = Callable[[tuple[int, ...]], tuple[float, float]]


def fragmentation_without(graph: rx.PyGraph, leaving: Sequence[int] = ()) -> tuple[float, float]:
    """Fragmentation and distance-weighted fragmentation of what remains; NaN for fewer than two organizations.

    Parameters
    ----------
    graph : PyGraph
        The network without direction, of n organizations.
    leaving : sequence of int
        Who leaves.

    Returns
    -------
    tuple of float
        The share of pairs that cannot reach each other, and one less the mean over pairs of 1 / distance.

    Examples
    --------
    >>> import rustworkx as rx
    >>> fragmentation_without(rx.generators.star_graph(4), (0,))
    (1.0, 1.0)
    """
    gone = set(leaving)
    stay = [node for node in range(graph.num_nodes()) if node not in gone]
    pairs = len(stay) * (len(stay) - 1)
    if not pairs:
        return float("nan"), float("nan")
    remains = graph.subgraph(stay) if gone else graph
    close = rx.distance_matrix(remains, null_value=np.inf)
    np.fill_diagonal(close, np.inf)
    # In place: copies of so large a table take longer than the division.
    np.reciprocal(close, out=close)
    return 1 - float(np.count_nonzero(close)) / pairs, 1 - float(close.sum()) / pairs


def best_set(without: Without, size: int, among: Sequence[int]) -> tuple[tuple[int, ...], bool]:
    """The set whose leaving takes the others furthest apart, and whether every set was tried.

    Parameters
    ----------
    without : callable
        Takes a sorted set of those who leave, and gives both numbers of `fragmentation_without`.
    size : int
        How many leave.
    among : sequence of int
        The candidates, sorted; the first wins among equals.

    Returns
    -------
    tuple of (tuple of int, bool)
        The set, sorted, and True where every set of that size was tried.

    Examples
    --------
    >>> import rustworkx as rx
    >>> best_set(partial(fragmentation_without, rx.generators.star_graph(4)), 1, range(4))
    ((0,), True)
    """

    def apart(leaving: tuple[int, ...]) -> float:
        return round(without(leaving)[1], 12)

    if comb(len(among), size) <= EVERY_SET:
        return max(combinations(among, size), key=apart), True
    chosen: tuple[int, ...] = ()
    for _ in range(size):
        chosen = max((tuple(sorted((*chosen, node))) for node in among if node not in chosen), key=apart)
    return chosen, False


def _distance_weighted(layer: Layer) -> float:
    """Distance-weighted fragmentation of the whole layer."""
    return fragmentation_without(without_direction(layer))[1]


def _sets(layer: Layer, without: Without) -> Iterator[dict[str, str | int | float]]:
    for size in (1, *SET_SIZES):
        if layer.n - size < 2:
            return
        chosen, every = best_set(without, size, range(layer.n))
        apart, weighted = without(chosen)
        yield {
            "leaving": size,
            "organizations": ", ".join(layer.organizations[node] for node in chosen),
            "key_players": weighted,
            "fragmentation": apart,
            "search": N_("every set tried") if every else N_("built up one by one; another set may do more"),
        }


def _reading(finding: Finding) -> Message | None:
    if finding.value is None:
        return None
    apart = Message("apart", {"value": round(finding.value, 2)})
    sets = finding.tables.get("sets")
    if sets is None or not sets.rows or float(sets.rows[0]["key_players"] or 0) <= finding.value:
        return apart
    return Message("most", {"organization": sets.rows[0]["organizations"]}, "neutral", Disclosure.ORGANIZATION)


@measure(
    section="bridges",
    title=N_("Connections to protect"),
    question=N_("Whose leaving would take the others furthest from each other?"),
    how_to_read=N_(
        "The number says how far organizations are from each other: 0, all connected "
        "directly; 1, nobody reaches anybody. "
        "Where organizations are named, the number beside each says how far apart the others would be without it. The "
        "further above that of the whole network, the more reason to share its connections, not to add to its work."
    ),
    how_to_read_copy=N_(
        "The number says how far organizations are from each other: 0, all connected "
        "directly; 1, nobody reaches anybody."
    ),
    formula=N_(
        "DF = 1 - sum(1/d_ij) / (n (n-1)) over ordered pairs, 1/d = 0 where there is no path; F = 1 - sum s (s-1) / (n "
        "(n-1)), s sizes of components: for the network, after each organization has left and after each best set of 2 "
        "and 3 by DF. Every set is tried where there are at most 6,000, else the set is greedy: built up one by one. "
        "Without direction, among those who answered."
    ),
    undefined=N_(
        "For fewer than three organizations that answered, and with more than 500; nobody is named where fewer than "
        "half answered."
    ),
    unit=N_("index"),
    bounds=(0, 1),
    cost=11,
    references=(
        "Borgatti, S. P. (2006). Identifying sets of key players in a social network. Computational and Mathematical "
        "Organization Theory, 12(1), 21-34.",
    ),
    messages={
        "low_end": N_("all connected directly"),
        "high_end": N_("nobody reaches anybody"),
        "most": N_("If {organization} left, the others would be furthest from each other: a connection to protect."),
        "apart": N_(
            "How far organizations are from each other: {value}, where 0 is all connected directly and 1 is "
            "nobody reaches anybody."
        ),
    },
    reading=_reading,
    needs=(organizations(3), at_most(LARGEST)),
    among_answered=True,
    names_need_half=True,
    questions=(N_("Which connections should a second person or organization also hold?"),),
    statistic=_distance_weighted,
)
def key_players(layer: Layer) -> Measured:
    """Find the organizations whose leaving would take the others furthest from each other.

    Parameters
    ----------
    layer : Layer
        Computed among those who answered, without direction.

    Returns
    -------
    Measured
        `value` is the distance-weighted fragmentation as it is. `table` has organization, sector, key_players (the same
        once it has left) and fragmentation; None for those who did not answer. ``tables["sets"]`` has leaving,
        organizations, key_players, fragmentation and search for the best one, two and three;
        ``tables["network"]`` has fragmentation.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> star = key_players(from_networkx(nx.star_graph(3)).layer("collaboration"))
    >>> star.value, star.table.rows[0]["key_players"], star.tables["sets"].rows[0]["organizations"]
    (0.25, 1.0, '0')
    """
    # Larger sets are built on smaller ones, which are then known already.
    without = cache(partial(fragmentation_without, without_direction(layer)))
    apart, weighted = without(())
    network = Table.of({FRAGMENTATION: [apart]}, Disclosure.NETWORK)
    after = np.array([without((node,)) for node in range(layer.n)])
    table = organization_table(layer, {APART: after[:, 1], FRAGMENTATION: after[:, 0]})
    sets = Table.from_rows((LEAVING, WHO, APART, FRAGMENTATION, SEARCH), _sets(layer, without), Disclosure.ORGANIZATION)
    return Measured(weighted, table, {"sets": sets, "network": network})
