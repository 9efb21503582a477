"""Distance: how many steps it takes to reach others."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse.csgraph import connected_components

from stakeholder_graph.frames.arrays import Flags, Ints
from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.inference.paths.sampled_paths import PIVOTS, ratio_of, sampled_steps
from stakeholder_graph.inference.paths.side_by_side import side_by_side
from stakeholder_graph.inference.paths.steps import reached_within
from stakeholder_graph.measures._columns import STANDARD_ERROR
from stakeholder_graph.measures._needs import HALF_ANSWERED, TIES
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.model.finding import Finding, Measured, Message, Quotient
from stakeholder_graph.model.table import Column, Disclosure, Table
from stakeholder_graph.text import N_

#: The distances of more organizations do not fit into ordinary memory; those from some of them are then counted.
MOST = 5_000
#: Up to so many, they are followed in each imputation; above, that would take hours.
MOST_RANGED = 2_000

MEAN = Column("mean", N_("Steps on average"), "number")
DIAMETER = Column("diameter", N_("Steps at most"), "count")
LARGEST = Column("largest", N_("Organizations that can reach each other"), "count")
REACHED = Column("reached", N_("Share of pairs that a path joins"), "index")


def _largest(part: NDArray[np.int32]) -> Flags:
    """The largest part that hangs together whatever the direction of ties; the first of equally large ones."""
    return np.equal(part, np.bincount(part).argmax(), dtype=bool)


def pairs_at(layers: Sequence[Layer]) -> list[Ints]:
    """Count ordered pairs of the largest part by how many steps the shortest way along ties takes.

    Parameters
    ----------
    layers : sequence of Layer
        Of the same organizations.

    Returns
    -------
    list of ndarray of int, shape (steps,)
        For each layer, pairs that are 1, 2, ... steps apart.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> pairs_at([from_networkx(nx.path_graph(4)).layer("collaboration")])[0].tolist()
    [6, 4, 2]
    """
    ties = [layer.adjacency for layer in layers]
    parts = connected_components(side_by_side(ties), directed=True, connection="weak")[1].reshape(len(layers), -1)
    return [
        np.diff(within[:, _largest(part)].sum(axis=1)) for within, part in zip(reached_within(ties), parts, strict=True)
    ]


def mean_distance(layer: Layer) -> float:
    """Mean steps in the largest part; NaN without ties, or with so many organizations that it is estimated.

    Parameters
    ----------
    layer : Layer
        Any.

    Returns
    -------
    float
        At least 1.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> layer = from_networkx(nx.path_graph(4)).layer("collaboration")
    >>> round(mean_distance(layer), 3)
    1.667
    """
    return mean_distances([layer])[0]


def mean_distances(layers: Sequence[Layer]) -> list[float]:
    """The same of several layers.

    Parameters
    ----------
    layers : sequence of Layer
        Of the same organizations.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> graphs = nx.star_graph(3), nx.complete_graph(4)
    >>> mean_distances([from_networkx(graph).layer("collaboration") for graph in graphs])
    [1.5, 1.0]
    """
    if layers[0].n > MOST:
        return [float("nan")] * len(layers)
    return [_mean(pairs).value if len(pairs) else float("nan") for pairs in pairs_at(layers)]


def _mean(pairs: Ints) -> Quotient:
    return Quotient(float(pairs @ np.arange(1, len(pairs) + 1)), int(pairs.sum()))


def _reading(finding: Finding) -> Message | None:
    if finding.value is None:
        return None
    row = finding.tables["network"].rows[0]
    if row.get("standard_error") is not None:
        return Message("steps_sampled", {"mean": round(finding.value, 2), "largest": row["largest"]})
    return Message("steps", {"mean": round(finding.value, 2), "most": row["diameter"], "largest": row["largest"]})


@measure(
    supporting=True,
    section="network",
    title=N_("How many steps away others are"),
    question=N_("Over how many steps does one organization reach another?"),
    how_to_read=N_("1: directly. 2: over one other organization. The more steps, the more gets lost on the way."),
    formula=N_(
        "Mean and greatest length of the shortest paths along ties, over ordered pairs that can reach each other, in "
        "the largest part that hangs together whatever the direction; among those who answered. Above 5,000 "
        "organizations the mean is estimated from the paths that begin at 256 of them, drawn at random, with a "
        "standard error; the greatest length is then that of these paths."
    ),
    undefined=N_(
        "Without ties among those who answered; where fewer than half answered. Above 2,000 organizations there is no "
        "range."
    ),
    unit=N_("steps"),
    bounds=(1, None),
    cost=2,
    references=(
        "Wasserman, S., & Faust, K. (1994). Social Network Analysis, ch. 4. Cambridge University Press.",
        "Watts, D. J., & Strogatz, S. H. (1998). Collective dynamics of 'small-world' networks. Nature, 393, 440-442.",
    ),
    messages={
        "steps": N_(
            "Others are {mean} steps away on average, and never more than {most}, among the {largest} organizations "
            "that can reach each other."
        ),
        "steps_sampled": N_(
            "Others are {mean} steps away on average, among the {largest} organizations that can reach each other."
        ),
        "sampled": N_(
            "Estimated from the ways that begin at {pivots} of {organizations} organizations, drawn at random; "
            "standard error {error}. The most steps are those of these ways: there may be more."
        ),
        "under_half": N_("Fewer than half answered: too few to say how far apart organizations are."),
        "no_way_found": N_(
            "Some of them are not reached along the direction of connections: {reached} of 100 pairs are."
        ),
    },
    reading=_reading,
    needs=(HALF_ANSWERED, TIES),
    among_answered=True,
    whole_network=True,
    statistic=mean_distance,
    together=mean_distances,
    ranged_up_to=MOST_RANGED,
)
def distance(layer: Layer, *, seed: int = 0) -> Measured:
    """Measure how many steps apart organizations are in the largest part of the network.

    Parameters
    ----------
    layer : Layer
        Counted among those who answered.
    seed : int
        Of the organizations from which paths are followed, above 5,000.

    Returns
    -------
    Measured
        `value` is the mean; `tables["network"]` has mean, diameter, largest (organizations in the largest part) and
        reached (the share of its ordered pairs that a path joins); where they are estimated also standard_error.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> distance(from_networkx(nx.star_graph(3)).layer("collaboration")).value
    1.5
    """
    kept = _largest(layer.part)
    size = int(kept.sum())
    if size > MOST:
        return _sampled(layer.subset(kept), seed)
    (pairs,) = pairs_at([layer])
    mean = _mean(pairs)
    share = mean.denominator / (size * (size - 1))
    network = {MEAN: [mean.value], DIAMETER: [len(pairs)], LARGEST: [size], REACHED: [share]}
    tables = {"network": Table.of(network, Disclosure.NETWORK)}
    return Measured.of(mean, tables=tables, caveats=_not_all(share))


def _sampled(part: Layer, seed: int) -> Measured:
    """The same from the ways that begin at some organizations."""
    reached, steps = sampled_steps(part, seed=seed)
    met = reached.sum(axis=1)
    mean, error = ratio_of(reached @ steps, met, part.n)
    share = float(met.mean() / (part.n - 1))
    most = int(steps[reached.any(axis=0)].max())
    network = {MEAN: [mean], STANDARD_ERROR: [error], DIAMETER: [most], LARGEST: [part.n], REACHED: [share]}
    sampled = Message("sampled", {"pivots": PIVOTS, "organizations": part.n, "error": float(f"{error:.1g}")})
    tables = {"network": Table.of(network, Disclosure.NETWORK)}
    return Measured(mean, tables=tables, caveats=[sampled, *_not_all(share)])


def _not_all(share: float) -> list[Message]:
    return [Message("no_way_found", {"reached": round(100 * share)})] if share < 1 else []
