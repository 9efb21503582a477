"""Assortativity: whether ties join like with like, whatever number of ties each sector has."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.measures._declaration import LabelPermutation
from stakeholder_graph.measures._needs import TIES, TWO_SECTORS
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures.sectors._two_nulls import larger_p
from stakeholder_graph.measures.sectors.modularity import inside_and_by_chance
from stakeholder_graph.model.finding import LEVEL, Finding, Measured, Message
from stakeholder_graph.text import N_


def of_mixing(layer: Layer, mixing: NDArray[np.number]) -> NDArray[np.float64]:
    """Assortativity of mixing matrices, shape (..., S, S) to (...).

    Parameters
    ----------
    layer : Layer
        Says whether ties have a direction.
    mixing : ndarray, shape (..., S, S)
        Counts of ties from each sector to each.

    Returns
    -------
    ndarray of float, shape (...)
        From -1 to 1.

    Notes
    -----
    What ``networkx.attribute_assortativity_coefficient`` gives, for many matrices at once. NaN without ties and where
    all ties join one sector with itself.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.path_graph(4)
    >>> nx.set_node_attributes(path, {0: "x", 1: "x", 2: "y", 3: "y"}, "sector")
    >>> layer = from_networkx(path).layer("collaboration")
    >>> round(float(of_mixing(layer, layer.mixing)), 4)
    0.3333
    """
    inside, by_chance = inside_and_by_chance(layer, mixing)
    # Shares are sums of ties over their number: anything this close to 1 is 1.
    rest = np.where(by_chance > 1 - 1e-12, np.nan, 1 - by_chance)
    return np.asarray((inside - by_chance) / rest)


def of_layer(layer: Layer) -> float:
    """Assortativity of a whole layer.

    Parameters
    ----------
    layer : Layer
        Any.

    Returns
    -------
    float
        From -1 to 1, or NaN.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.path_graph(4)
    >>> nx.set_node_attributes(path, {0: "x", 1: "x", 2: "y", 3: "y"}, "sector")
    >>> layer = from_networkx(path).layer("collaboration")
    >>> round(of_layer(layer), 4)
    0.3333
    """
    return float(of_mixing(layer, layer.mixing))


def _of_layers(layers: Sequence[Layer]) -> list[float]:
    """The same of several layers of the same organizations."""
    return [float(value) for value in of_mixing(layers[0], np.stack([layer.mixing for layer in layers]))]


def _reading(finding: Finding) -> Message | None:
    if finding.value is None or finding.test is None:
        return None
    fields = {"value": round(finding.value, 2), "chance": round(finding.test.expected, 2)}
    if (larger_p(finding) or 0) > LEVEL:
        return Message("as_chance" if finding.test.p > LEVEL else "near_partners", fields)
    return Message("alike" if finding.value > finding.test.expected else "unlike", fields)


@measure(
    supporting=True,
    section="silos",
    title=N_("Like with like"),
    question=N_("Do connections join organizations of the same sector, however many connections each sector has?"),
    how_to_read=N_(
        "+1: every tie joins two organizations of one sector. About 0: a partner's sector is what the sectors' numbers "
        "of ties alone would give. Below 0: partners tend to be of different sectors. Unlike the share of ties across "
        "sectors, it takes into account that some sectors have many more ties than others."
    ),
    formula=N_(
        "(sum e_gg - sum a_g b_g) / (1 - sum a_g b_g): e_gg the share of ties within sector g, a_g and b_g the shares "
        "of ties that it sends and receives (halves of both ends where undirected)."
    ),
    undefined=N_("Without ties, with one sector, or where all ties lie within one sector."),
    unit=N_("index"),
    bounds=(-1, 1),
    references=("Newman, M. E. J. (2003). Mixing patterns in networks. Physical Review E, 67(2), 026126.",),
    messages={
        "low_end": N_("unlike with unlike"),
        "high_end": N_("like with like"),
        "alike": N_(
            "Connections join like with like more than they would by luck: {value}, where luck would give "
            "about {chance} and 1 is the most."
        ),
        "unlike": N_(
            "Connections join organizations of different sectors more than they would by luck: {value}, where "
            "luck would give about {chance}."
        ),
        "as_chance": N_(
            "Connections join like with like about as much as luck would have it: {value}, against {chance}."
        ),
        "near_partners": N_(
            "Too close to call: that connections join like with like, {value} against {chance}, could be owed "
            "to how many partners some organizations have with anyone."
        ),
        "one_sector_tied": N_("All connections lie within one sector, so there is nothing to compare."),
    },
    reading=_reading,
    claims=("alike", "unlike"),
    restates="ei_index",
    needs=(TWO_SECTORS, TIES),
    statistic=of_layer,
    together=_of_layers,
    null=LabelPermutation(statistic=of_mixing),
    group=True,
)
def assortativity(layer: Layer) -> Measured:
    """Measure whether ties join organizations of the same sector.

    Parameters
    ----------
    layer : Layer
        With at least two sectors and one tie.

    Returns
    -------
    Measured
        `value` is in [-1, 1].

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> square = nx.cycle_graph(4)
    >>> nx.set_node_attributes(square, {0: "x", 1: "y", 2: "x", 3: "y"}, "sector")
    >>> assortativity(from_networkx(square).layer("collaboration")).value
    -1.0
    """
    value = of_layer(layer)
    if np.isnan(value):
        return Measured(None, caveats=[Message("one_sector_tied")])
    return Measured(value)
