"""Connectedness: which share of pairs can reach each other at all."""

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.measures._columns import ORGANIZATIONS
from stakeholder_graph.measures._needs import organizations
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.model.finding import Finding, Measured, Message, Quotient
from stakeholder_graph.model.table import Column, Disclosure, Table
from stakeholder_graph.text import N_

PARTS = Column("parts", N_("Parts without a connection between them"), "count")
LARGEST = Column("largest", N_("Organizations that can reach each other"), "count")


def parts(layer: Layer) -> NDArray[np.intp]:
    """Sizes of the parts that hang together whatever the direction of ties, largest first.

    Parameters
    ----------
    layer : Layer
        Any.

    Returns
    -------
    ndarray of int
        They add up to n.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> apart = nx.Graph([(1, 2), (3, 4), (4, 5)])
    >>> parts(from_networkx(apart).layer("collaboration")).tolist()
    [3, 2]
    """
    if not layer.n:
        return np.zeros(0, dtype=np.intp)
    return np.sort(np.bincount(layer.part))[::-1]


def connected_share(layer: Layer) -> float:
    """Krackhardt's connectedness; NaN for fewer than two organizations.

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
    >>> layer = from_networkx(nx.path_graph(4)).layer("collaboration")
    >>> connected_share(layer)
    1.0
    """
    return _joined_pairs(layer).value if layer.n > 1 else float("nan")


def _joined_pairs(layer: Layer) -> Quotient:
    """Ordered pairs in one part, of all ordered pairs."""
    sizes = parts(layer)
    return Quotient(int((sizes * (sizes - 1)).sum()), layer.n * (layer.n - 1))


def _reading(finding: Finding) -> Message | None:
    if finding.value is None:
        return None
    row = finding.tables["network"].rows[0]
    # Where nothing says who answered, these are all that are listed.
    of_whom = "_of_all" if finding.complete is None else ""
    if row["parts"] == 1:
        return Message(f"whole{of_whom}", {"organizations": row["organizations"]})
    return Message(
        f"parts{of_whom}", {"parts": row["parts"], "largest": row["largest"], "organizations": row["organizations"]}
    )


@measure(
    supporting=True,
    section="network",
    title=N_("Whether all can reach each other"),
    question=N_("Can everyone reach everyone else through connections, or are there separate parts?"),
    how_to_read=N_(
        "1: news can get from anyone to anyone. Lower: there are parts without a tie between them, or organizations "
        "without ties. Those who have not answered yet may join parts that look separate."
    ),
    formula=N_("Pairs joined by a path, whatever the direction of ties / all pairs. Among those who answered."),
    undefined=N_("For fewer than two organizations that answered."),
    unit=N_("share"),
    bounds=(0, 1),
    references=(
        "Krackhardt, D. (1994). Graph theoretical dimensions of informal organizations. In K. Carley & M. Prietula "
        "(Eds.), Computational Organization Theory (pp. 89-111). Lawrence Erlbaum.",
    ),
    messages={
        "low_end": N_("nobody reaches anybody"),
        "high_end": N_("everybody reaches everybody"),
        "whole": N_("Through connections, all {organizations} organizations that answered can reach each other."),
        "parts": N_(
            "The {organizations} organizations that answered fall into {parts} parts without a connection "
            "between them; the largest has {largest}."
        ),
        "whole_of_all": N_("Through connections, all {organizations} organizations can reach each other."),
        "parts_of_all": N_(
            "The {organizations} organizations fall into {parts} parts without a connection between them; the "
            "largest has {largest}."
        ),
    },
    reading=_reading,
    needs=(organizations(2),),
    among_answered=True,
    whole_network=True,
    questions=(N_("Who could bring in those who stand apart?"),),
    statistic=connected_share,
)
def connectedness(layer: Layer) -> Measured:
    """Measure which share of pairs can reach each other.

    Parameters
    ----------
    layer : Layer
        Counted among those who answered.

    Returns
    -------
    Measured
        `tables["network"]` has organizations, parts and largest.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> pair_and_triple = nx.Graph([(1, 2), (3, 4), (4, 5)])
    >>> connectedness(from_networkx(pair_and_triple).layer("collaboration")).value
    0.4
    """
    sizes = parts(layer)
    network = {ORGANIZATIONS: [layer.n], PARTS: [len(sizes)], LARGEST: [int(sizes[0])]}
    return Measured.of(_joined_pairs(layer), tables={"network": Table.of(network, Disclosure.NETWORK)})
