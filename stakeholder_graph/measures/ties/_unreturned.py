"""Unreturned ties between groups: whether one kind of organization names another and is not named back.

References
----------
.. [1] Westfall, P. H., & Young, S. S. (1993). Resampling-Based Multiple Testing. Wiley.
"""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from pandas.api.types import is_bool_dtype, is_numeric_dtype

from stakeholder_graph.frames import natural
from stakeholder_graph.graph import Layer, PartnerGraph
from stakeholder_graph.graph.marked_one import marks_one
from stakeholder_graph.graph.mixing import mixing_of
from stakeholder_graph.inference.label_permutation import permuted_within
from stakeholder_graph.inference.p_values import could_turn, error_of, max_t, two_sided
from stakeholder_graph.inference.replicates import replicated
from stakeholder_graph.measures._columns import ATTRIBUTES, COULD_TURN, P_ADJUSTED, P_ERROR, TOO_CLOSE, VERDICT, P
from stakeholder_graph.model.finding import LEVEL
from stakeholder_graph.model.survey import HOURS
from stakeholder_graph.model.table import Column, Row, Table
from stakeholder_graph.text import N_

PERMUTATIONS = 1999
#: An attribute with more values than this describes single organizations and no groups.
GROUPS = 12
#: What tells of the survey or of one organization, and not of a kind of organization.
NO_GROUPS = frozenset({"organization", "role", "answered", "public", HOURS})
#: Two groups are compared only where chance gives at least so many unreturned ties between them, both ways together.
FEWEST = 4
#: Organizations of which an attribute is not known, and all sectors together.
UNKNOWN, EVERYWHERE = "", "all sectors"
MORE = N_("names more than it is named")

COLUMNS = (
    Column("attribute", N_("Attribute"), "text", labels=ATTRIBUTES),
    Column("within", N_("Within"), "text", labels={EVERYWHERE: N_("all sectors")}),
    Column("from_group", N_("From"), "text"),
    Column("to_group", N_("To"), "text"),
    Column("unreturned", N_("Mentions that are not returned"), "count"),
    Column("other_way", N_("The other way"), "count"),
    P,
    P_ADJUSTED,
    P_ERROR,
    COULD_TURN,
    VERDICT,
)

TieEnds = tuple[NDArray[np.intp], NDArray[np.intp]]


def unreturned(layer: Layer) -> TieEnds:
    """Senders and receivers of ties that the receiver, who answered, does not return.

    Parameters
    ----------
    layer : Layer
        Directed.

    Returns
    -------
    pair of ndarray of int, shape (m,)
        Their indices.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> layer = from_networkx(nx.DiGraph([("a", "b"), ("b", "a"), ("b", "c")])).layer("collaboration")
    >>> [ends.tolist() for ends in unreturned(layer)]
    [[1], [2]]
    """
    senders, receivers = layer.edge_index
    alone = layer.return_observed & ~layer.returned
    return senders[alone], receivers[alone]


def unreturned_by_group(layer: Layer, graph: PartnerGraph, seed: int) -> Table | None:
    """Compare unreturned ties from each group of organizations to each other with those the other way.

    Parameters
    ----------
    layer : Layer
        Directed.
    graph : PartnerGraph
        The graph it is of, whose attributes of organizations make the groups: any with two to twelve values in words.
    seed : int
        Of the permutations.

    Returns
    -------
    Table or None
        attribute, within (a sector, or all together), from_group, to_group, unreturned, other_way, p, p_adjusted and
        verdict; from_group is the one that names the other more often. Only groups between which chance gives four
        such ties, both ways together; None where there are none.

    Notes
    -----
    The attributes are permuted among organizations that answered: among all or, for ties within sectors, in each sector
    by itself; then neither way is likelier than the other. p_adjusted is corrected by max-T over all rows [1]_.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> graph = from_networkx(nx.DiGraph([("a", "b"), ("b", "a"), ("b", "c")]))
    >>> unreturned_by_group(graph.layer("collaboration"), graph, 0) is None
    True
    """
    ends, answered = unreturned(layer), layer.answered.astype(np.intp)
    inside = layer.sector_codes[ends[0]] == layer.sector_codes[ends[1]]
    within: TieEnds = (ends[0][inside], ends[1][inside])
    sectors = np.array(layer.sectors, dtype=object)[layer.sector_codes]
    everywhere = np.full(layer.n, EVERYWHERE, dtype=object)
    comparisons = []
    for attribute, labels in _groups(layer, graph).items():
        comparisons.append(_compared(attribute, everywhere, labels, ends, answered, seed))
        if attribute != "sector" and len(layer.sectors) > 1:
            comparisons.append(_compared(attribute, sectors, labels, within, 2 * layer.sector_codes + answered, seed))
    if not any(comparison.pairs for comparison in comparisons):
        return None
    observed = np.concatenate([comparison.observed[:, 0] - comparison.observed[:, 1] for comparison in comparisons])
    simulated = np.concatenate([comparison.lean for comparison in comparisons], axis=1)
    p = two_sided(observed, simulated)
    # Corrected by the largest deviation either way, it may fall below twice the smaller tail.
    adjusted = np.fmax(p, max_t(observed, simulated, np.zeros(len(observed))))
    pairs = [pair for comparison in comparisons for pair in comparison.pairs]
    ways = [counts.tolist() for comparison in comparisons for counts in comparison.observed]
    rows = (_row(*row) for row in zip(pairs, ways, p.tolist(), adjusted.tolist(), strict=True))
    return Table.from_rows(COLUMNS, rows)


@dataclass(frozen=True, eq=False)
class _Comparison:
    """Pairs of groups: attribute, where, one, other; counts both ways, shape (k, 2); how chance leans, shape (B, k)."""

    pairs: list[tuple[str, str, str, str]]
    observed: NDArray[np.intp]
    lean: NDArray[np.intp]


def _compared(
    attribute: str,
    where: NDArray[np.object_],
    labels: NDArray[np.object_],
    ends: TieEnds,
    strata: NDArray[np.intp],
    seed: int,
) -> _Comparison:
    groups = sorted(set(zip(where, labels, strict=True)), key=lambda group: (natural(group[0]), natural(group[1])))
    codes = np.array([groups.index(group) for group in zip(where, labels, strict=True)], dtype=np.intp)
    pairs = [
        (a, b)
        for a, b in combinations(range(len(groups)), 2)
        if groups[a][0] == groups[b][0] and UNKNOWN not in (groups[a][1], groups[b][1])
    ]
    a, b = np.array(pairs, dtype=np.intp).reshape(-1, 2).T

    def both_ways(order: NDArray[np.intp]) -> NDArray[np.intp]:
        counts = mixing_of(codes[order], ends, len(groups), directed=True)
        return np.stack([counts[..., a, b], counts[..., b, a]], axis=-1)

    largest = max(len(labels), len(ends[0]), len(groups) ** 2)
    orders = permuted_within(np.arange(len(labels)), strata, PERMUTATIONS, seed, largest)
    simulated = np.concatenate(list(replicated(both_ways, orders)))
    often = simulated.sum(axis=2).mean(axis=0) >= FEWEST
    return _Comparison(
        [(attribute, *groups[a], groups[b][1]) for (a, b), kept in zip(pairs, often, strict=True) if kept],
        both_ways(np.arange(len(labels)))[often],
        (simulated[..., 0] - simulated[..., 1])[:, often],
    )


def _row(pair: tuple[str, str, str, str], ways: list[int], p: float, p_adjusted: float) -> Row:
    attribute, where, *groups = pair
    if ways[0] < ways[1]:
        groups, ways = groups[::-1], ways[::-1]
    return {
        "attribute": attribute,
        "within": where,
        "from_group": groups[0],
        "to_group": groups[1],
        "unreturned": ways[0],
        "other_way": ways[1],
        "p": p,
        "p_adjusted": p_adjusted,
        "p_error": float(error_of(p_adjusted, PERMUTATIONS, two_sided=False)),
        "could_turn": bool(could_turn(p_adjusted, error_of(p_adjusted, PERMUTATIONS, two_sided=False))),
        "verdict": MORE if p_adjusted <= LEVEL else TOO_CLOSE,
    }


def _groups(layer: Layer, graph: PartnerGraph) -> dict[str, NDArray[np.object_]]:
    people = graph.organizations
    groups = {}
    for name in sorted(set(people.columns) - NO_GROUPS):
        if is_numeric_dtype(people[name]) or is_bool_dtype(people[name]):
            continue
        labels = people[name].fillna(UNKNOWN).astype(str).to_numpy(dtype=object)
        known = labels[layer.answered & (labels != UNKNOWN)]
        if 2 <= len(set(known)) <= GROUPS and (name == "sector" or not marks_one(known)):
            groups[str(name)] = labels
    return groups
