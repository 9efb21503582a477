"""Betweenness: who stands on the short ways between others."""

from collections.abc import Sequence

import numpy as np
import rustworkx as rx

from stakeholder_graph.frames.arrays import Floats
from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.inference.paths.sampled_paths import PIVOTS, sampled_betweenness
from stakeholder_graph.inference.paths.shortest_paths import passing
from stakeholder_graph.measures._columns import STANDARD_ERROR
from stakeholder_graph.measures._needs import organizations
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures._tables import organization_table
from stakeholder_graph.model.finding import Finding, Measured, Message
from stakeholder_graph.model.table import Cell, Column, Disclosure, Table
from stakeholder_graph.text import N_

#: Among more organizations all shortest paths take too long, and those that begin at some of them are followed.
LARGEST = 5_000
#: Up to so many, shortest paths are followed in each imputation; above, that would take hours.
MOST_RANGED = 2_000
#: Paths of more steps than this and an organization's ties on average are followed one by one, which is quicker then.
LONG = 2
#: An organization is named first where its estimate, less so many standard errors, is above all others with as many.
CLEAR = 1.96

BETWEENNESS = Column("betweenness", N_("Short ways through it"), "number")
CENTRALIZATION = Column("centralization", N_("How much runs through one organization"), "index")
FOLLOWED = Column("pivots", N_("Organizations whose ways were followed"), "count")
CLEARLY_FIRST = Column("clearly_first", N_("Clearly first"), "flag")


def betweenness_of(layers: Sequence[Layer]) -> list[Floats]:
    """Raw betweenness of each organization: shortest paths that pass through it.

    Parameters
    ----------
    layers : sequence of Layer
        Of the same organizations, all directed or none.

    Returns
    -------
    list of ndarray of float, shape (n,)
        For each layer, not divided by the most that there could be.

    Notes
    -----
    Paths are counted along ties where directed, once for each pair where not; tie strength has no effect. Where they
    are long for so many ties, ``rustworkx`` follows them one by one.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> layer = from_networkx(nx.path_graph(4)).layer("collaboration")
    >>> betweenness_of([layer])[0].tolist()
    [0.0, 2.0, 2.0, 0.0]
    """
    most = LONG + min(layer.strength.nnz for layer in layers) / max(layers[0].n, 1)
    passed = passing([layer.adjacency for layer in layers], most)
    if passed is None:
        return list(map(_one_by_one, layers))
    return passed if layers[0].directed else [through / 2 for through in passed]


def _one_by_one(layer: Layer) -> Floats:
    graph = rx.PyDiGraph() if layer.directed else rx.PyGraph()
    graph.add_nodes_from(range(layer.n))
    senders, receivers = layer.edge_index
    graph.add_edges_from_no_data(list(zip(senders.tolist(), receivers.tolist(), strict=True)))
    # Several threads would add up in any order, so that the last digits differed each time.
    scores = rx.betweenness_centrality(graph, normalized=False, parallel_threshold=layer.n + 1)
    return np.array([scores[i] for i in range(layer.n)], dtype=float)


def largest(layer: Layer) -> float:
    """The largest betweenness; NaN for fewer than three organizations, or so many that it is estimated.

    Parameters
    ----------
    layer : Layer
        Any.

    Returns
    -------
    float
        At least 0.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> layer = from_networkx(nx.path_graph(4)).layer("collaboration")
    >>> largest(layer)
    2.0
    """
    return float(betweenness_of([layer])[0].max()) if 3 <= layer.n <= LARGEST else float("nan")


def _reading(finding: Finding) -> Message | None:
    if finding.value is None or finding.table is None:
        return None
    best = max(finding.table.rows, key=lambda row: float(row["betweenness"] or 0))
    if not best["betweenness"]:
        return Message("nobody_between")
    fields: dict[str, Cell] = {"organization": best["organization"], "sector": best["sector"]}
    network = finding.tables["network"].rows[0]
    if network.get("clearly_first") is not None:
        if not network["clearly_first"]:
            return Message("several_between", {"pivots": network["pivots"]}, "unknown")
        return Message("between", fields, discloses=Disclosure.ORGANIZATION)
    first_in = network.get("first_in")
    if first_in is None:
        return Message("between", fields, discloses=Disclosure.ORGANIZATION)
    fields["draws"] = round(100 * float(first_in))
    return Message("between_in_draws", fields, discloses=Disclosure.ORGANIZATION)


@measure(
    section="network",
    title=N_("Who stands between others"),
    question=N_("Through whom do others reach each other?"),
    how_to_read=N_(
        "A high number means that many short ways lead through this organization: a bridge to look after, and a "
        "bottleneck if it is overburdened."
    ),
    formula=N_(
        "Sum over pairs (s, t) of shortest paths from s to t through the organization / all shortest paths from s to "
        "t. Raw, along the direction of ties, among those who answered. Above 5,000 organizations estimated from the "
        "paths that begin or end at 256 of them, drawn at random (Geisberger, Sanders & Schultes 2008), with a "
        "standard error; an organization is then named only where it is first by more than the errors of both."
    ),
    undefined=N_(
        "For fewer than three organizations that answered; nobody is named where fewer than half did. Above 2,000 "
        "organizations there is no range."
    ),
    unit=N_("paths"),
    bounds=(0, None),
    cost=33,
    references=(
        "Freeman, L. C. (1977). A set of measures of centrality based on betweenness. Sociometry, 40(1), 35-41.",
        "Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical Sociology, 25(2), "
        "163-177.",
        "Geisberger, R., Sanders, P., & Schultes, D. (2008). Better approximation of betweenness centrality. "
        "Proceedings of the Tenth Workshop on Algorithm Engineering and Experiments (ALENEX), 90-100.",
    ),
    messages={
        "between": N_("{organization} stands between others most often."),
        "between_in_draws": N_(
            "{organization} stands between others most often. With the missing answers filled in, it does so in "
            "{draws} of 100 draws."
        ),
        "several_between": N_(
            "Followed from {pivots} organizations, short ways do not show clearly who stands between others most often."
        ),
        "sampled": N_(
            "Estimated from the short ways that begin at {pivots} of {organizations} organizations, drawn at random; "
            "standard error {error}."
        ),
        "nobody_between": N_("Nobody stands between others: no short way leads through a third organization."),
    },
    reading=_reading,
    needs=(organizations(3),),
    among_answered=True,
    names_need_half=True,
    whole_network=True,
    questions=(N_("Which connections should not hang on one organization alone?"),),
    where_limited="withheld",
    hangs_on_largest=True,
    statistic=largest,
    scores=betweenness_of,
    ranged_up_to=MOST_RANGED,
    disclosure=Disclosure.ORGANIZATION,
)
def betweenness(layer: Layer, *, seed: int = 0) -> Measured:
    """Measure who stands on the shortest paths between others.

    Parameters
    ----------
    layer : Layer
        Computed among those who answered.
    seed : int
        Of the organizations from which paths are followed, above 5,000.

    Returns
    -------
    Measured
        `value` is the largest; `table` has organization, sector, betweenness (None for those who did not answer) and is
        left out where fewer than half answered; `tables["network"]` has the centralization, to which the runner adds
        first_in where answers are missing. Where it is estimated `table` has standard_error too, and
        `tables["network"]` pivots and clearly_first in place of the centralization.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> betweenness(from_networkx(nx.path_graph(3)).layer("collaboration")).value
    1.0
    """
    if layer.n > LARGEST:
        return _sampled(layer, seed)
    (scores,) = betweenness_of([layer])
    most = (layer.n - 1) ** 2 * (layer.n - 2) / (1 if layer.directed else 2)
    network = {CENTRALIZATION: [float((scores.max() - scores).sum() / most)]}
    table = organization_table(layer, {BETWEENNESS: scores})
    return Measured(float(scores.max()), table, {"network": Table.of(network, Disclosure.NETWORK)})


def _sampled(layer: Layer, seed: int) -> Measured:
    """The same from estimates; the largest of many is a little too high."""
    estimate = sampled_betweenness(layer, seed=seed)
    first = int(estimate.value.argmax())
    others = np.delete(estimate.value + CLEAR * estimate.error, first)
    clear = bool(estimate.value[first] - CLEAR * estimate.error[first] > others.max())
    network = {FOLLOWED: [PIVOTS], CLEARLY_FIRST: [clear]}
    table = organization_table(layer, {BETWEENNESS: estimate.value, STANDARD_ERROR: estimate.error})
    error = float(estimate.error[first])
    sampled = Message("sampled", {"pivots": PIVOTS, "organizations": layer.n, "error": round(error)})
    tables = {"network": Table.of(network, Disclosure.NETWORK)}
    return Measured(float(estimate.value[first]), table, tables, caveats=[sampled])
