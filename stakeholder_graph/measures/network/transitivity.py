"""Transitivity: whether partners of a partner are partners too."""

import numpy as np

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures._ways import ways_of
from stakeholder_graph.model.finding import Finding, Measured, Message, Quotient
from stakeholder_graph.model.table import Column, Disclosure, Table
from stakeholder_graph.text import N_

LINKS = Column("links", N_("Links over a partner in common"), "count")
CLOSED = Column("closed", N_("Tied directly too"), "count")
DENSITY = Column("density", N_("Share of all pairs that are tied"), "index")


def closed_share(layer: Layer) -> float:
    """Share of such ways that are closed; NaN without any.

    Parameters
    ----------
    layer : Layer
        Any.

    Returns
    -------
    float
        From 0 to 1.

    Notes
    -----
    What ``networkx.transitivity`` gives, which knows undirected ties only.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> closed_share(from_networkx(nx.complete_graph(4)).layer("collaboration"))
    1.0
    """
    ways, closed = ways_of(layer)
    return closed / ways if ways else float("nan")


def _reading(finding: Finding) -> Message | None:
    if finding.value is None:
        return None
    density = finding.tables["network"].rows[0]["density"]
    return Message("closed", {"of_hundred": round(100 * finding.value), "any": round(100 * float(density or 0))})


@measure(
    supporting=True,
    section="network",
    title=N_("Partners of partners"),
    question=N_("When two organizations have a partner in common, do they work together too?"),
    how_to_read=N_(
        "High: work happens in tight circles, where people know what the others do. Low: partners in common do not "
        "bring organizations together. Compare it with how likely any tie is."
    ),
    formula=N_(
        "Ways a -> b -> c with a tie a -> c / all ways a -> b -> c, a and c different. Undirected: three times the "
        "triangles / all pairs of ties that share an end. Among those who answered."
    ),
    undefined=N_("Where nobody who answered links two others."),
    unit=N_("share"),
    bounds=(0, 1),
    references=(
        "Wasserman, S., & Faust, K. (1994). Social Network Analysis, ch. 6. Cambridge University Press.",
        "Newman, M. E. J. (2003). The structure and function of complex networks. SIAM Review, 45(2), 167-256.",
    ),
    messages={
        "low_end": N_("none connected directly"),
        "high_end": N_("all connected directly"),
        "closed": N_(
            "Of 100 links over a partner in common, {of_hundred} are connected directly too; of 100 pairs in "
            "all, {any} are."
        ),
        "closed_mentions": N_(
            "Of 100 links over a partner in common, {of_hundred} are closed by a direct mention; of every 100 that "
            "those who answered could make of each other, they make {any}."
        ),
        "no_ways": N_("No organization that answered links two others, so this cannot be said."),
    },
    reading=_reading,
    among_answered=True,
    whole_network=True,
    questions=(N_("Who has a partner in common with us and could simply be introduced?"),),
    where_limited="withheld",
    statistic=closed_share,
)
def transitivity(layer: Layer) -> Measured:
    """Measure how often two partners of one organization are tied themselves.

    Parameters
    ----------
    layer : Layer
        Counted among those who answered.

    Returns
    -------
    Measured
        `tables["network"]` has links (ways over a third), closed and density.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> round(transitivity(from_networkx(nx.karate_club_graph()).layer("collaboration")).value, 6)
    0.255682
    """
    ways, closed = ways_of(layer)
    if not ways:
        return Measured(None, caveats=[Message("no_ways")])
    density = layer.n_ties / layer.n_dyads if layer.n_dyads else np.nan
    network = {LINKS: [ways], CLOSED: [closed], DENSITY: [density]}
    return Measured.of(Quotient(closed, ways), tables={"network": Table.of(network, Disclosure.NETWORK)})
