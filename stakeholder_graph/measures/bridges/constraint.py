"""Constraint: how far an organization's partners are partners of each other."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from stakeholder_graph.frames.arrays import Floats
from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.inference.paths.side_by_side import side_by_side
from stakeholder_graph.measures._needs import TIES, organizations
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures._tables import organization_table
from stakeholder_graph.model.finding import Finding, Measured, Message, Quotient
from stakeholder_graph.model.table import Column, Disclosure
from stakeholder_graph.text import N_

#: Up to so many organizations ties are written out, which is quicker than to keep them sparse.
WRITTEN_OUT = 200

CONSTRAINT = Column("constraint", N_("How far its partners know each other"), "index")
EFFECTIVE_SIZE = Column("effective_size", N_("Partners who do not overlap"), "number")
EFFICIENCY = Column("efficiency", N_("Of each partner"), "index", evaluator=True)


def _both_ways(layer: Layer) -> csr_array:
    """Ties of each pair, sent and received together, shape (n, n): 0, 1 or 2 where directed, else 0 or 1."""
    ties = layer.adjacency
    return csr_array(ties + ties.T) if layer.directed else ties


def constraint_of(layer: Layer) -> NDArray[np.float64]:
    """Burt's constraint of each organization, shape (n,); NaN without ties.

    Parameters
    ----------
    layer : Layer
        Any.

    Returns
    -------
    ndarray of float, shape (n,)
        1 for an organization with one partner.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> layer = from_networkx(nx.path_graph(4)).layer("collaboration")
    >>> constraint_of(layer).tolist()
    [1.0, 0.5, 0.5, 1.0]
    """
    if layer.n <= WRITTEN_OUT:
        return np.asarray(_written_out([layer])[0])
    ties = _both_ways(layer)
    share = _scaled(ties, ties.sum(axis=1))
    # What leads past no tie is left out before the sum, which is by far the shorter one then.
    sparse = csr_array(share + (share @ share).multiply(ties > 0))
    return _where_tied(ties, np.asarray(sparse.power(2).sum(axis=1)).ravel())


def _written_out(layers: Sequence[Layer]) -> Floats:
    """The same of several small layers of the same organizations, shape (k, n)."""
    n, joined = layers[0].n, side_by_side([layer.strength for layer in layers])
    rows, columns = np.repeat(np.arange(joined.shape[0]), np.diff(joined.indptr)), joined.indices
    ties = np.zeros((len(layers) * n, n))
    ties[rows, columns % n] = 1.0
    if layers[0].directed:
        ties[columns, rows % n] += 1.0
    sums = ties.sum(axis=1)
    tied = (ties > 0).reshape(-1, n, n)
    share = (ties * (1 / np.where(sums > 0, sums, 1.0))[:, None]).reshape(-1, n, n)
    through = (share + share @ share) * tied
    return np.where(tied.any(axis=2), (through**2).sum(axis=2), np.nan)


def effective_size_of(layer: Layer) -> NDArray[np.float64]:
    """Burt's effective size of each organization, shape (n,); NaN without ties.

    Parameters
    ----------
    layer : Layer
        Any.

    Returns
    -------
    ndarray of float, shape (n,)
        Partners less what they have in common.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> layer = from_networkx(nx.path_graph(4)).layer("collaboration")
    >>> effective_size_of(layer).tolist()
    [1.0, 2.0, 2.0, 1.0]
    """
    ties = _both_ways(layer)
    share = _scaled(ties, ties.sum(axis=1))
    strength = _scaled(ties, ties.max(axis=1).toarray().ravel() if layer.n else np.zeros(0))
    redundant = csr_array((share @ strength.T).multiply(ties > 0))
    return _where_tied(ties, _partners(ties) - np.asarray(redundant.sum(axis=1)).ravel())


def _scaled(ties: csr_array, by: NDArray[np.number]) -> csr_array:
    """Each row divided by its number; rows without ties stay empty."""
    factor = np.repeat(1 / np.where(by > 0, by, 1.0), np.diff(ties.indptr))
    return csr_array((factor * ties.data, ties.indices, ties.indptr), shape=ties.shape)


def _partners(ties: csr_array) -> NDArray[np.intp]:
    return np.diff(ties.indptr)


def _where_tied(ties: csr_array, values: NDArray[np.number]) -> NDArray[np.float64]:
    return np.where(_partners(ties) > 0, values, np.nan)


def mean_constraints(layers: Sequence[Layer]) -> list[float]:
    """The mean constraint over organizations with ties; NaN if there are none.

    Parameters
    ----------
    layers : sequence of Layer
        Of the same organizations.

    Returns
    -------
    list of float
        For each layer.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> graphs = nx.path_graph(4), nx.empty_graph(4)
    >>> mean_constraints([from_networkx(graph).layer("collaboration") for graph in graphs])
    [0.75, nan]
    """
    constraints = _written_out(layers) if layers[0].n <= WRITTEN_OUT else map(constraint_of, layers)
    return list(map(_mean, constraints))


def _mean(constraints: Floats) -> float:
    tied = ~np.isnan(constraints)
    return float(constraints[tied].mean()) if tied.any() else float("nan")


def _mean_constraint(layer: Layer) -> float:
    return mean_constraints([layer])[0]


def _reading(finding: Finding) -> Message | None:
    if finding.value is None:
        return None
    mean = Message("mean", {"value": round(finding.value, 2)})
    rows = finding.table.rows if finding.table else ()
    tied = [row for row in rows if row["constraint"] is not None]
    if not tied:
        return mean
    freest = min(tied, key=lambda row: float(row["constraint"] or 0))
    if sum(row["constraint"] == freest["constraint"] for row in tied) > 1:
        return mean
    return Message("freest", {"organization": freest["organization"]}, discloses=Disclosure.ORGANIZATION)


@measure(
    supporting=True,
    section="bridges",
    title=N_("How far partners know each other"),
    question=N_("Whose partners all work with each other already, and whose would not meet without them?"),
    how_to_read=N_(
        "Low: the partners of this organization have few ties to each other, so it hears different things and can "
        "bring people together. High: they all work together anyway, or there is only one of them."
    ),
    formula=N_(
        "Burt's constraint: sum over partners j of (p_ij + sum_q p_iq p_qj)^2, p_ij the share of i's ties, sent and "
        "received together, that it has with j. Effective size: sum over j of 1 - sum_q p_iq m_jq, m_jq the tie of j "
        "and q over j's strongest; efficiency: effective size over partners. The value is the mean of constraint. "
        "Among those who answered."
    ),
    undefined=N_(
        "For organizations without ties and for those that did not answer; with one partner it is 1. Nobody is named "
        "where fewer than half answered."
    ),
    unit=N_("index"),
    bounds=(0, None),
    cost=6,
    references=(
        "Burt, R. S. (1992). Structural Holes: The Social Structure of Competition. Harvard University Press.",
        "Everett, M. G., & Borgatti, S. P. (2020). Unpacking Burt's constraint measure. Social Networks, 62, 50-57.",
    ),
    messages={
        "low_end": N_("partners do not know each other"),
        "high_end": N_("partners all know each other"),
        "freest": N_("{organization} has the partners that have the least to do with each other."),
        "mean": N_("How far the partners of an organization work with each other already: {value} on average."),
    },
    reading=_reading,
    needs=(organizations(2), TIES),
    among_answered=True,
    names_need_half=True,
    questions=(N_("Which two partners of ours should meet without us in the middle?"),),
    statistic=_mean_constraint,
    together=mean_constraints,
)
def constraint(layer: Layer) -> Measured:
    """Measure how far an organization's partners are partners of each other.

    Parameters
    ----------
    layer : Layer
        Computed among those who answered, ties sent and received together.

    Returns
    -------
    Measured
        `value` is the mean constraint of those with ties. `table` has organization, sector, constraint, effective_size,
        efficiency; None for those without ties and for those who did not answer.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> star = constraint(from_networkx(nx.star_graph(4)).layer("collaboration"))
    >>> [row["constraint"] for row in star.table.rows]
    [0.25, 1.0, 1.0, 1.0, 1.0]
    """
    size, held = effective_size_of(layer), constraint_of(layer)
    cells = {
        CONSTRAINT: held,
        EFFECTIVE_SIZE: size,
        EFFICIENCY: size / np.maximum(_partners(_both_ways(layer)), 1),
    }
    held = held[~np.isnan(held)]
    return Measured.of(Quotient(float(held.sum()), len(held)), organization_table(layer, cells))
