"""Freeman's segregation index: which part of the ties across sectors that chance would give is missing."""

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.inference.observed_mixing import expected_mixing
from stakeholder_graph.measures._declaration import LabelPermutation
from stakeholder_graph.measures._needs import TIES, TWO_SECTORS
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures.sectors._two_nulls import larger_p
from stakeholder_graph.model.finding import LEVEL, Finding, Measured, Message
from stakeholder_graph.text import N_


def of_mixing(layer: Layer, mixing: NDArray[np.number]) -> NDArray[np.float64]:
    """(E[cross] - cross) / E[cross] of mixing matrices, shape (..., S, S) to (...); NaN if none is expected.

    Parameters
    ----------
    layer : Layer
        Says whether ties have a direction.
    mixing : ndarray, shape (..., S, S)
        Counts of ties from each sector to each.

    Returns
    -------
    ndarray of float, shape (...)
        At most 1.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.path_graph(4)
    >>> nx.set_node_attributes(path, {0: "x", 1: "x", 2: "y", 3: "y"}, "sector")
    >>> layer = from_networkx(path).layer("collaboration")
    >>> float(of_mixing(layer, layer.mixing))
    0.5
    """
    expected = expected_mixing(layer)
    by_chance = float(expected.sum() - np.trace(expected))
    across = mixing.sum(axis=(-2, -1)) - np.trace(mixing, axis1=-2, axis2=-1)
    return np.asarray(1 - across / (by_chance if by_chance > 0 else np.nan))


def of_layer(layer: Layer) -> float:
    """The index of a whole layer.

    Parameters
    ----------
    layer : Layer
        Any.

    Returns
    -------
    float
        At most 1, or NaN.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.path_graph(4)
    >>> nx.set_node_attributes(path, {0: "x", 1: "x", 2: "y", 3: "y"}, "sector")
    >>> layer = from_networkx(path).layer("collaboration")
    >>> of_layer(layer)
    0.5
    """
    return float(of_mixing(layer, layer.mixing))


def _reading(finding: Finding) -> Message | None:
    if finding.value is None:
        return None
    fields = {"of_hundred": round(100 * abs(finding.value))}
    if finding.test is not None and (larger_p(finding) or 0) > LEVEL:
        return Message("as_chance" if finding.test.p > LEVEL else "near_partners", fields)
    return Message("missing" if finding.value >= 0 else "beyond", fields)


@measure(
    supporting=True,
    section="silos",
    title=N_("Connections across sectors that are missing"),
    question=N_("Of the connections across sectors that luck would give, which part is not there?"),
    how_to_read=N_("0: as many ties cross sectors as chance alone would give. 1: none does. Below 0: more do."),
    formula=N_(
        "(E[cross] - cross) / E[cross], not cut off at 0: cross the ties across sectors, E[cross] their mean with "
        "labels dealt out at random among those who answered and apart among the others, given who was asked about "
        "whom. Defined for undirected ties; "
        "where ties have a direction each report counts."
    ),
    undefined=N_("Without ties, with one sector, or where no tie across sectors could be expected."),
    unit=N_("index"),
    bounds=(None, 1),
    references=(
        "Freeman, L. C. (1978). Segregation in social networks. Sociological Methods & Research, 6(4), 411-429.",
    ),
    messages={
        "displayed": N_("{value} of 100 connections"),
        "displayed_mentions": N_("{value} of 100 mentions"),
        "missing_mentions": N_("Of 100 mentions across sectors that luck would give, {of_hundred} are missing."),
        "beyond_mentions": N_("For 100 mentions across sectors that luck would give, there are {of_hundred} more."),
        "as_chance_mentions": N_(
            "About as many mentions cross sectors as luck would give; a difference of {of_hundred} in 100 can be luck."
        ),
        "missing": N_("Of 100 connections across sectors that luck would give, {of_hundred} are missing."),
        "beyond": N_("For 100 connections across sectors that luck would give, there are {of_hundred} more."),
        "as_chance": N_(
            "About as many connections cross sectors as luck would give; a difference of {of_hundred} in 100 "
            "can be luck."
        ),
        "near_partners": N_(
            "Too close to call: a difference of {of_hundred} in 100 connections across sectors from what luck "
            "would give could be owed to how many partners some organizations have with anyone."
        ),
        "none_expected": N_("By chance, too, no connection would cross sectors, so there is nothing to compare."),
    },
    reading=_reading,
    claims=("missing", "beyond"),
    restates="ei_index",
    needs=(TWO_SECTORS, TIES),
    displayed=lambda finding, value: round(100 * value),
    statistic=of_layer,
    null=LabelPermutation(statistic=of_mixing, expected=lambda layer: 0.0, inside_alone=True),
    group=True,
)
def freeman_segregation(layer: Layer) -> Measured:
    """Measure which part of the expected ties across sectors is missing.

    Parameters
    ----------
    layer : Layer
        With at least two sectors and one tie.

    Returns
    -------
    Measured
        `value` is at most 1, and negative where more ties cross sectors than chance would give.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> apart = nx.Graph([("a", "b"), ("c", "d")])
    >>> nx.set_node_attributes(apart, {"a": "x", "b": "x", "c": "y", "d": "y"}, "sector")
    >>> freeman_segregation(from_networkx(apart).layer("collaboration")).value
    1.0
    """
    value = of_layer(layer)
    return Measured(None, caveats=[Message("none_expected")]) if np.isnan(value) else Measured(value)
