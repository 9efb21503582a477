"""Participation: whether an organization's ties are spread over the sectors."""

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.measures._needs import TIES, TWO_SECTORS
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures._tables import organization_table
from stakeholder_graph.model.finding import Finding, Measured, Message, Quotient
from stakeholder_graph.model.table import Column
from stakeholder_graph.text import N_

PARTICIPATION = Column("participation", N_("Spread over sectors, 0 to 1"), "index")
WITHIN_Z = Column("within_z", N_("Ties within the sector, standardized"), "number", evaluator=True)


def _by_sector(layer: Layer) -> NDArray[np.float64]:
    """Ties of each organization with each sector, sent and received together where directed; shape (n, S)."""
    ties, sector = layer.adjacency, np.eye(len(layer.sectors))[layer.sector_codes]
    return np.asarray(ties @ sector + ties.T @ sector if layer.directed else ties @ sector)


def _participation_of(layer: Layer) -> NDArray[np.float64]:
    """The participation coefficient of each organization, shape (n,); NaN without ties."""
    ties = _by_sector(layer)
    with np.errstate(invalid="ignore"):
        share = ties / ties.sum(axis=1, keepdims=True)
    return np.asarray(1 - (share**2).sum(axis=1), dtype=float)


def _within_z(layer: Layer) -> NDArray[np.float64]:
    """How far ties within the sector exceed its mean, in standard deviations; NaN where all have as many."""
    inside = _by_sector(layer)[np.arange(layer.n), layer.sector_codes]
    size = np.maximum(np.bincount(layer.sector_codes, minlength=len(layer.sectors)), 1)
    mean = np.bincount(layer.sector_codes, inside, len(layer.sectors)) / size
    off = inside - mean[layer.sector_codes]
    sd = np.sqrt(np.bincount(layer.sector_codes, off**2, len(layer.sectors)) / size)[layer.sector_codes]
    return np.asarray(off / np.where(sd > 1e-12, sd, np.nan))


def _mean_participation(layer: Layer) -> float:
    """The mean over organizations with ties; NaN if there are none."""
    coefficients = _participation_of(layer)
    tied = ~np.isnan(coefficients)
    return float(coefficients[tied].mean()) if tied.any() else float("nan")


def _reading(finding: Finding) -> Message | None:
    if finding.value is None:
        return None
    return Message("mean", {"value": round(finding.value, 2)})


@measure(
    supporting=True,
    section="bridges",
    title=N_("Over how many sectors connections are spread"),
    question=N_("Are the connections of an organization spread over the sectors, or do they all lead to one?"),
    how_to_read=N_(
        "0: all ties of an organization lead to one sector, its own or another. The more sectors it works with, and "
        "the more evenly, the closer it comes to 1. With one tie it is 0."
    ),
    formula=N_(
        "1 - sum over sectors of (ties with the sector / all ties)^2. Within its sector: (ties within - the sector's "
        "mean) / the sector's standard deviation. The value is the mean over organizations with ties. Mentions sent "
        "and received count together, among those who answered."
    ),
    undefined=N_(
        "With one sector or without ties; for an organization without ties or without an answer. The comparison within "
        "a sector, where all in it have as many. Nobody is named where fewer than half answered."
    ),
    unit=N_("index"),
    bounds=(0, 1),
    references=(
        "Guimera, R., & Amaral, L. A. N. (2005). Functional cartography of complex metabolic networks. Nature, 433, "
        "895-900.",
    ),
    messages={
        "low_end": N_("all lead to one sector"),
        "high_end": N_("spread over many"),
        "mean": N_(
            "The spread of an organization's connections over sectors is {value} on average, where 0 is all "
            "with one sector and 1 would be evenly over very many."
        ),
    },
    reading=_reading,
    needs=(TWO_SECTORS, TIES),
    among_answered=True,
    names_need_half=True,
    questions=(N_("Which sector would be worth one more contact for each of us?"),),
    statistic=_mean_participation,
    group=True,
)
def participation(layer: Layer) -> Measured:
    """Measure whether the ties of organizations are spread over sectors.

    Parameters
    ----------
    layer : Layer
        With at least two sectors and one tie among those who answered.

    Returns
    -------
    Measured
        `value` is the mean of those with ties; `table` has organization, sector, participation, within_z; None for
        those who did not answer.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.path_graph(3)
    >>> nx.set_node_attributes(path, {0: "x", 1: "x", 2: "y"}, "sector")
    >>> [row["participation"] for row in participation(from_networkx(path).layer("collaboration")).table.rows]
    [0.0, 0.5, 0.0]
    """
    cells = {PARTICIPATION: _participation_of(layer), WITHIN_Z: _within_z(layer)}
    held = _participation_of(layer)
    held = held[~np.isnan(held)]
    return Measured.of(Quotient(float(held.sum()), len(held)), organization_table(layer, cells))
