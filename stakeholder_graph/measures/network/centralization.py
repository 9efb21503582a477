"""Centralization: how far the ties run together in one place."""

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.measures._needs import organizations
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures._tables import organization_table
from stakeholder_graph.model.finding import Finding, Measured, Message
from stakeholder_graph.model.table import Column
from stakeholder_graph.text import N_

DEGREE = Column("degree", N_("Ties"), "count")
MENTIONS = Column("degree", N_("Mentions, sent and received"), "count")


def _total_degree(layer: Layer) -> NDArray[np.intp]:
    """Ties of each organization, sent and received together where directed; shape (n,)."""
    senders, receivers = layer.edge_index
    return np.bincount(senders, minlength=layer.n) + np.bincount(receivers, minlength=layer.n)


def degree_centralization(layer: Layer) -> float:
    """Freeman's index on total degree; NaN for fewer than three organizations.

    Parameters
    ----------
    layer : Layer
        Any.

    Returns
    -------
    float
        From 0 to 1.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> degree_centralization(from_networkx(nx.star_graph(5)).layer("collaboration"))
    1.0
    """
    n = layer.n
    if n < 3:
        return float("nan")
    degree = _total_degree(layer)
    most = (n - 1) * (n - 2) * (2 if layer.directed else 1)
    return float((degree.max() - degree).sum() / most)


def _reading(finding: Finding) -> Message | None:
    if finding.value is None:
        return None
    low, high = finding.range or (finding.value, finding.value)
    fields = {"value": round(finding.value, 2), "low": round(low, 2), "high": round(high, 2)}
    if high < 0.25:
        return Message("spread", fields)
    if low > 0.5:
        return Message("centred", fields)
    return Message("between", fields)


@measure(
    section="network",
    title=N_("How much runs through one organization"),
    question=N_("Do connections run together in one organization, or are they spread?"),
    how_to_read=N_(
        "0: everyone has the same number of ties. 1: all ties run to one organization. It does not say how the "
        "partnership is governed."
    ),
    formula=N_(
        "Sum of (largest degree - degree) / the same sum for a star: (n-1)(n-2), twice that where directed; degree is "
        "sent and received together. On those who answered."
    ),
    undefined=N_("For fewer than three organizations that answered."),
    unit=N_("index"),
    bounds=(0, 1),
    references=(
        "Freeman, L. C. (1979). Centrality in social networks: Conceptual clarification. Social Networks, 1(3), "
        "215-239.",
    ),
    messages={
        "low_end": N_("evenly spread"),
        "high_end": N_("all run to one"),
        "spread": N_("Connections are spread over many organizations rather than run to one."),
        "between": N_("Some organizations have many more connections than others, without all running to one."),
        "centred": N_("Connections run together in very few organizations."),
        "spread_mentions": N_("Mentions are spread over many organizations rather than run to one."),
        "between_mentions": N_(
            "Some organizations send and receive many more mentions than others, without all running to one."
        ),
        "centred_mentions": N_("Mentions run together in very few organizations."),
        "spread_on_lines": N_("Connections are spread over many organizations rather than run to one."),
        "between_on_lines": N_(
            "Some organizations have many more connections than others, without all running to one."
        ),
        "centred_on_lines": N_("Connections run together in very few organizations."),
    },
    reading=_reading,
    needs=(organizations(3),),
    among_answered=True,
    whole_network=True,
    questions=(N_("If our best-connected organization were away for half a year, what would stop?"),),
    where_limited="withheld",
    hangs_on_largest=True,
    statistic=degree_centralization,
)
def centralization(layer: Layer) -> Measured:
    """Measure how far ties run together in one organization.

    Parameters
    ----------
    layer : Layer
        The value is computed among those who answered.

    Returns
    -------
    Measured
        `table` has organization, sector, degree; None for those who did not answer.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> centralization(from_networkx(nx.star_graph(5)).layer("collaboration")).value
    1.0
    """
    degree = _total_degree(layer).astype(np.float64)
    column = MENTIONS if layer.directed else DEGREE
    return Measured(degree_centralization(layer), organization_table(layer, {column: degree}))
