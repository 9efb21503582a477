"""How often an organization may be introduced: by the hours that it has left, else by how many partners it has."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from stakeholder_graph.frames.arrays import Ints
from stakeholder_graph.graph.hours import Hours

#: Who has fewer partners than is usual is introduced so often, at most; everybody else once.
FEW_PARTNERS = 2
#: Rounding of sums of hours.
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Capacity:
    """In how many pairs each organization may be.

    Parameters
    ----------
    pairs : ndarray of int, shape (n,)
        By organization.
    by : {"hours", "connections"}
        ``hours`` where at least one organization said how many it can give, and a scale what a tie takes.
    """

    pairs: Ints
    by: Literal["hours", "connections"]


def capacities(partners: Ints, usual: float, hours: Hours | None) -> Capacity:
    """Say how often each organization may be introduced.

    Parameters
    ----------
    partners : ndarray of int, shape (n,)
        How many partners each has.
    usual : float
        How many are usual.
    hours : Hours or None
        What ties take, and what each organization can give; in the same order. None where no scale states hours.

    Returns
    -------
    Capacity
        Where an organization states how many hours it can give, as many new ties as the hours that are left allow.
        All others, whose budget is what they give now, once; twice where they have fewer partners than is usual.

    Examples
    --------
    >>> capacities(np.array([1, 9]), 5, None).pairs.tolist()
    [2, 1]
    """
    pairs = np.where(partners < usual, FEW_PARTNERS, 1).astype(np.intp)
    if hours is None:
        return Capacity(pairs, "connections")
    stated = np.array([name in hours.stated for name in hours.organizations], dtype=bool)
    left = np.maximum(hours.budgets - hours.present, 0)
    if hours.new_tie > 0:
        by_hours = np.floor(left / hours.new_tie + _ROUNDING)
        pairs[stated] = np.minimum(by_hours[stated], len(pairs)).astype(np.intp)
    return Capacity(pairs, "hours" if stated.any() else "connections")
