"""Key players: whose leaving would take the others furthest from each other."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from math import comb

import numpy as np

from stakeholder_graph.frames.arrays import Ints
from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.inference.paths.steps import reached_within
from stakeholder_graph.measures._needs import at_most, organizations
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures._tables import organization_table
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

#: Fragmentation and distance-weighted fragmentation of what remains once each of some sets has left.
Without = Callable[[Sequence[tuple[int, ...]]], list[tuple[float, float]]]


@dataclass(frozen=True, eq=False)
class Leavers:
    """What remains once some have left; larger sets are built on smaller ones, which are then known already.

    Parameters
    ----------
    layer : Layer
        Of n organizations, taken without direction.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> star = from_networkx(nx.star_graph(4)).layer("collaboration")
    >>> Leavers(star).without([(), (0,)])
    [(0.0, 0.30000000000000004), (1.0, 1.0)]
    """

    layer: Layer

    @cached_property
    def _known(self) -> dict[tuple[int, ...], tuple[float, float]]:
        return {}

    def without(self, sets: Sequence[tuple[int, ...]]) -> list[tuple[float, float]]:
        """Fragmentation and distance-weighted fragmentation of what remains; NaN for fewer than two organizations.

        Parameters
        ----------
        sets : sequence of tuple of int
            Who leaves together, sorted.

        Returns
        -------
        list of tuple of float
            The share of pairs that cannot reach each other, and one less the mean over pairs of 1 / distance.
        """
        fresh = [leaving for leaving in sets if leaving not in self._known]
        if fresh:
            gone = np.zeros((len(fresh), self.layer.n), dtype=bool)
            for row, leaving in enumerate(fresh):
                gone[row, list(leaving)] = True
            stay = gone.shape[1] - gone.sum(axis=1)
            ties, directed = [self.layer.strength] * len(fresh), self.layer.directed
            reached = reached_within(ties, gone, both_ways=directed)
            self._known.update(zip(fresh, map(_fragmentation, reached, stay.tolist()), strict=True))
        return [self._known[leaving] for leaving in sets]


def _fragmentation(reached: Ints, n: int) -> tuple[float, float]:
    """The same from how many each of n organizations reaches within 0, 1, 2, ... steps."""
    if n < 2:
        return float("nan"), float("nan")
    pairs, steps = n * (n - 1), np.arange(1, len(reached))
    at = np.diff(reached.sum(axis=1))
    return 1 - float(at.sum()) / pairs, 1 - float((at / steps).sum()) / pairs


def best_set(without: Without, size: int, among: Sequence[int]) -> tuple[tuple[int, ...], bool]:
    """The set whose leaving takes the others furthest apart, and whether every set was tried.

    Parameters
    ----------
    without : callable
        As `Leavers.without`.
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
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> star = from_networkx(nx.star_graph(4)).layer("collaboration")
    >>> best_set(Leavers(star).without, 1, range(4))
    ((0,), True)
    """

    def furthest(sets: list[tuple[int, ...]]) -> tuple[int, ...]:
        return sets[int(np.argmax([round(weighted, 12) for _, weighted in without(sets)]))]

    if comb(len(among), size) <= EVERY_SET:
        return furthest(list(combinations(among, size))), True
    chosen: tuple[int, ...] = ()
    for _ in range(size):
        chosen = furthest([tuple(sorted((*chosen, node))) for node in among if node not in chosen])
    return chosen, False


def apart(layers: Sequence[Layer]) -> list[float]:
    """Distance-weighted fragmentation of whole layers.

    Parameters
    ----------
    layers : sequence of Layer
        Of the same organizations.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> graphs = nx.star_graph(3), nx.complete_graph(4)
    >>> apart([from_networkx(graph).layer("collaboration") for graph in graphs])
    [0.25, 0.0]
    """
    reached = reached_within([layer.strength for layer in layers], both_ways=layers[0].directed)
    return [_fragmentation(within, layers[0].n)[1] for within in reached]


def _apart(layer: Layer) -> float:
    return apart([layer])[0]


def _sets(layer: Layer, without: Without) -> Iterator[dict[str, str | int | float]]:
    for size in (1, *SET_SIZES):
        if layer.n - size < 2:
            return
        chosen, every = best_set(without, size, range(layer.n))
        ((fragmented, weighted),) = without([chosen])
        yield {
            "leaving": size,
            "organizations": ", ".join(layer.organizations[node] for node in chosen),
            "key_players": weighted,
            "fragmentation": fragmented,
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
    disclosure=Disclosure.ORGANIZATION,
    cost=5,
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
    statistic=_apart,
    together=apart,
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
    without = Leavers(layer).without
    ((fragmented, weighted),) = without([()])
    network = Table.of({FRAGMENTATION: [fragmented]}, Disclosure.NETWORK)
    after = np.array(without([(node,) for node in range(layer.n)]))
    table = organization_table(layer, {APART: after[:, 1], FRAGMENTATION: after[:, 0]})
    sets = Table.from_rows((LEAVING, WHO, APART, FRAGMENTATION, SEARCH), _sets(layer, without), Disclosure.ORGANIZATION)
    return Measured(weighted, table, {"sets": sets, "network": network})
