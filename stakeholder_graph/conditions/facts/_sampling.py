"""How far a number from those who answered may lie from that of all: a jackknife over a finite population [1]_.

It assumes that those who have not answered are like those who have. With everybody's answer the range has no width.

References
----------
.. [1] Wolter, K. M. (2007). Introduction to Variance Estimation (2nd ed.), ch. 4. Springer.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.conditions.quantity import Quantity, too_few
from stakeholder_graph.frames.arrays import Flags

#: Standard errors from the middle of a range to its ends: 5 % to 95 %.
TO_ENDS = 1.6448536269514722
#: Fewer answers are too few to learn from.
FEWEST_ANSWERS = 10


def of_respondents(respondents: int, everybody: int, statistic: Callable[[Flags], float]) -> Quantity:
    """A statistic of those who answered, with its range for all.

    Parameters
    ----------
    respondents : int
        How many answered.
    everybody : int
        How many there are.
    statistic : callable
        ``(kept) -> float``, from which respondents are kept, shape (respondents,).

    Returns
    -------
    Quantity

    Examples
    --------
    >>> answers = np.arange(1.0, 13.0)
    >>> mean = of_respondents(12, 24, lambda kept: answers[kept].mean())
    >>> mean.value, [round(end, 3) for end in mean.range]
    (6.5, [5.289, 7.711])
    """
    everyone = np.ones(respondents, dtype=bool)
    if not respondents:
        return too_few("nothing_observed")
    value = float(statistic(everyone))
    if not np.isfinite(value):
        return too_few("undefined")
    if respondents >= everybody:
        return Quantity(value, fact=True, cases=respondents)
    if respondents < FEWEST_ANSWERS:
        return too_few("too_few_answers")
    left_out = np.array([statistic(kept) for kept in ~np.eye(respondents, dtype=bool)])
    error = standard_error(left_out[np.isfinite(left_out)], respondents / everybody)
    return Quantity(value, (value - TO_ENDS * error, value + TO_ENDS * error), cases=respondents)


def standard_error(left_out: NDArray[np.float64], answered: float) -> float:
    """The jackknife's standard error, corrected for a finite population.

    Parameters
    ----------
    left_out : ndarray of float, shape (n,)
        The statistic without each respondent.
    answered : float
        The share of all that answered.

    Examples
    --------
    >>> round(standard_error(np.array([6.0, 7.0, 8.0]), 0.75), 4)
    0.5774
    """
    n = len(left_out)
    squares = float(((left_out - left_out.mean()) ** 2).sum())
    return float(np.sqrt((n - 1) / n * squares * (1 - answered)))
