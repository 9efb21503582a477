"""Levels: the step of its scale that each tie stands on."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.graph import Layer
from stakeholder_graph.measures._needs import Need
from stakeholder_graph.model.survey import LayerInfo, Step

#: At least two steps of the layer's scale are a tie and have a name.
NAMED_LEVELS = Need(
    "no_levels",
    lambda subject: subject.graph is not None and len(levels_of(subject.graph.layers[subject.layer.name])) >= 2,
)


def levels_of(info: LayerInfo) -> tuple[Step, ...]:
    """The steps of a layer's scale that are a tie, the lightest first; none where its answers are bare numbers.

    Parameters
    ----------
    info : LayerInfo
        Of the layer.

    Returns
    -------
    tuple of Step
        Empty where there are none.

    Examples
    --------
    >>> levels_of(LayerInfo("contact", (Step(0, "never", tie=False), Step(1, "yearly"), Step(2, "weekly"))))
    (Step(value=1, name='yearly', tie=True, hours=None), Step(value=2, name='weekly', tie=True, hours=None))
    """
    return tuple(sorted((step for step in info.steps if step.tie), key=lambda step: step.value))


def strengths(layer: Layer) -> NDArray[np.float64]:
    """The value of each tie in the order of ``layer.ends``; NaN where it is not known.

    Parameters
    ----------
    layer : Layer
        Any.

    Returns
    -------
    ndarray of float, shape (m,)
        In the numbers of the scale.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> strengths(from_networkx(nx.Graph([("a", "b", {"weight": 3})])).layer("collaboration")).tolist()
    [3.0]
    """
    coo = layer.strength.tocoo()
    return np.asarray(coo.data if layer.directed else coo.data[coo.row < coo.col], dtype=float)


def level_of(values: NDArray[np.float64], levels: Sequence[Step]) -> NDArray[np.intp]:
    """Which level each value stands on.

    Parameters
    ----------
    values : ndarray of float, shape (m,)
        A mean of several respondents may lie between two levels: the nearer one counts, the lighter one halfway.
    levels : sequence of Step
        At least one, the lightest first.

    Returns
    -------
    ndarray of int, shape (m,)
        Index into `levels`; -1 where the value is not known.

    Examples
    --------
    >>> level_of(np.array([1.0, 2.5, 2.6, np.nan]), [Step(1, "yearly"), Step(2, "monthly"), Step(3, "weekly")])
    array([ 0,  1,  2, -1])
    """
    away = np.abs(values[:, None] - np.array([step.value for step in levels]))
    return np.where(np.isnan(values), -1, np.where(np.isnan(away), np.inf, away).argmin(axis=1))
