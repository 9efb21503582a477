"""Hours a month that ties take: what each organization gives to its own, and what it can give."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.graph.partner_graph import PartnerGraph
from stakeholder_graph.model.survey import HOURS, LayerInfo, Step


@dataclass(frozen=True, eq=False)
class Hours:
    """Hours a month in one wave, by the kind of tie whose scale states them.

    Parameters
    ----------
    layer : str
        The kind of tie; where several scales state hours, the first: one hour is not counted twice.
    organizations : tuple of str
        In the order of all arrays.
    given : csr_array, shape (n, n)
        What each organization gives to its tie with each other; stored for each tie whose hours are known.
    unknown : ndarray of int, shape (n,)
        Of how many of its ties the hours are not known.
    heard : ndarray of bool, shape (n,)
        Who said itself what it gives. Of the others only those ties are known that others reported.
    new_tie : float
        What a new tie takes: the hours of the lowest step that has any.
    stated : mapping of str to float
        What an organization can give, where the list of organizations says so.

    Examples
    --------
    >>> import pandas as pd
    >>> from stakeholder_graph.model.survey import Wave
    >>> steps = (Step(1, "yearly", hours=1), Step(2, "weekly", hours=6))
    >>> ties = {"layer": "contact", "from": ["A", "A", "B"], "to": ["B", "C", "A"], "value": [1.0, 2.0, 2.0]}
    >>> frames = {
    ...     "organizations": pd.DataFrame({"organization": ["A", "B", "C"], "hours": ["10", "", ""]}),
    ...     "ties": pd.DataFrame(ties),
    ... }
    >>> hours = hours_of(PartnerGraph(Wave("1"), {"contact": LayerInfo("contact", steps)}, frames))
    >>> hours.present.tolist(), hours.budgets.tolist(), hours.new_tie
    ([7.0, 6.0, 0.0], [10.0, 6.0, 0.0], 1)
    """

    layer: str
    organizations: tuple[str, ...]
    given: csr_array
    unknown: NDArray[np.intp]
    heard: NDArray[np.bool_]
    new_tie: float
    stated: Mapping[str, float]

    @cached_property
    def present(self) -> NDArray[np.float64]:
        """Shape (n,): what each organization gives now, as far as that is known."""
        return np.asarray(self.given.sum(axis=1), dtype=np.float64).ravel()

    @cached_property
    def budgets(self) -> NDArray[np.float64]:
        """Shape (n,): what each can give: what the list of organizations says, or else what it gives now."""
        known = [self.stated.get(name, now) for name, now in zip(self.organizations, self.present, strict=True)]
        return np.array(known, dtype=np.float64)

    @cached_property
    def of_pairs(self) -> csr_array:
        """Shape (n, n), symmetric: what both ends of a tie give together."""
        return csr_array(self.given + self.given.T)


def hours_of(graph: PartnerGraph) -> Hours | None:
    """The hours that ties take in one wave.

    Parameters
    ----------
    graph : PartnerGraph
        The wave.

    Returns
    -------
    Hours or None
        None where no scale states any: none are invented.

    Notes
    -----
    An organization gives what it said itself. Where it was not asked about a partner or did not answer, what the
    partner said of the tie stands for both.
    """
    layer = next((name for name, info in graph.layers.items() if _stated(info)), None)
    if layer is None:
        return None
    reports = graph.layer(layer)
    given, unknown = _given(reports, graph.layers[layer].steps)
    new_tie = _stated(graph.layers[layer])[0].hours or 0.0
    return Hours(layer, graph.names, given, unknown, reports.answered, new_tie, budgets_of(graph))


def budgets_of(graph: PartnerGraph) -> dict[str, float]:
    """The hours a month that organizations can give to their ties, where the list of organizations says so.

    Parameters
    ----------
    graph : PartnerGraph
        Its organizations may have an attribute ``hours``.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> pair = nx.Graph([("a", "b")])
    >>> pair.nodes["a"]["hours"] = 12
    >>> budgets_of(from_networkx(pair))
    {'a': 12.0}
    """
    people = graph.organizations
    if HOURS not in people:
        return {}
    budgets = {}
    for name, text in zip(people["organization"], people[HOURS], strict=True):
        try:
            hours = float(text)
        except (TypeError, ValueError):
            continue
        if 0 <= hours < np.inf:
            budgets[str(name)] = hours
    return budgets


def _stated(info: LayerInfo) -> list[Step]:
    """The steps of a kind of tie that are ties and have hours; the lowest first. None where partners are judged."""
    if info.asks != "ties":
        return []
    return sorted((step for step in info.steps if step.tie and step.hours is not None), key=lambda step: step.value)


def _given(reports: Layer, steps: Sequence[Step]) -> tuple[csr_array, NDArray[np.intp]]:
    n, ties = reports.n, reports.strength.tocoo()
    rows, columns = ties.row.astype(np.intp), ties.col.astype(np.intp)
    hours = _takes(ties.data, steps)
    if reports.directed:
        # What the partner said stands where the organization itself said nothing.
        silent = ~reports.observed.contains(columns, rows)
        rows, columns = np.concatenate([rows, columns[silent]]), np.concatenate([columns, rows[silent]])
        hours = np.concatenate([hours, hours[silent]])
    known = ~np.isnan(hours)
    unknown = np.bincount(rows[~known], minlength=n).astype(np.intp)
    return csr_array((hours[known], (rows[known], columns[known])), shape=(n, n)), unknown


def _takes(strength: NDArray[np.float64], steps: Sequence[Step]) -> NDArray[np.float64]:
    """Hours of ties by their strength; NaN where the scale does not state them.

    Several respondents of one organization may be averaged, so that a tie stands between two steps: its hours do too.
    """
    rising = sorted(steps, key=lambda step: step.value)
    values = np.array([step.value for step in rising])
    takes = np.array([np.nan if step.hours is None else step.hours for step in rising])
    below = np.clip(np.searchsorted(values, strength, side="right") - 1, 0, len(values) - 1)
    above = np.minimum(np.searchsorted(values, strength), len(values) - 1)
    apart = np.where(above > below, values[above] - values[below], 1.0)
    between = takes[below] + (takes[above] - takes[below]) * (strength - values[below]) / apart
    return np.where((strength >= values[0]) & (strength <= values[-1]), between, np.nan)
