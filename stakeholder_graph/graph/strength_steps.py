"""The levels of strength that ties of a layer can have: named ones, or those that occur."""

from collections.abc import Collection

import numpy as np

from stakeholder_graph.graph.partner_graph import PartnerGraph
from stakeholder_graph.model.survey import Step


def strength_steps(graphs: Collection[PartnerGraph], layer: str, at_most: int = 8) -> list[Step]:
    """List the levels of strength of a layer, weakest first.

    Parameters
    ----------
    graphs : collection of PartnerGraph
        All waves.
    layer : str
        A layer of the first of them.
    at_most : int
        Bare numbers without names become so many quantiles, where more of them occur.

    Returns
    -------
    list of Step
        Those of the layer's scale that are ties; without a scale the values that occur in any wave.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> ties = nx.Graph()
    >>> ties.add_weighted_edges_from([("a", "b", 2.0), ("b", "c", 5.0)])
    >>> [step.name for step in strength_steps([from_networkx(ties)], "collaboration")]
    ['2', '5']
    """
    named = next(iter(graphs)).layers[layer].steps
    if named:
        return [step for step in named if step.tie]
    values = np.unique(np.concatenate([graph.layer(layer).strength.data for graph in graphs]))
    values = values[~np.isnan(values)]
    if len(values) > at_most:
        values = np.unique(np.quantile(values, np.arange(at_most) / at_most, method="lower"))
    return [Step(float(value), f"{value:g}") for value in values]
