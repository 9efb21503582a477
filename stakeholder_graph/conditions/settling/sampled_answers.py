"""How many more answers would bring the range of a mean off its threshold, whoever gives them.

The range of a mean over those who answered narrows as more do. What the mean will then be is not known: before the
answers come it is normally distributed about what it is now, and its variance is what the standard error loses [1]_.

References
----------
.. [1] Raiffa, H., & Schlaifer, R. (1961). Applied Statistical Decision Theory. Harvard University Press, ch. 5.
"""

import math
from statistics import NormalDist

from stakeholder_graph.conditions.settling.value_of_answers import MOST, TO_ENDS
from stakeholder_graph.model.finding import Interval


def settled_by(range_now: Interval, threshold: float, answered: int, everybody: int, more: int) -> float:
    """How likely the range is off the threshold once more have answered.

    Parameters
    ----------
    range_now : interval
        From 5 % to 95 %.
    threshold : float
        What the mean is held against.
    answered, everybody, more : int
        How many answered, how many there are, and how many more answer.

    Examples
    --------
    >>> round(settled_by((3.8, 4.2), 4.05, 40, 60, 20), 2), round(settled_by((3.8, 4.2), 4.05, 40, 60, 1), 2)
    (1.0, 0.0)
    """
    error = (range_now[1] - range_now[0]) / (2 * TO_ENDS)
    middle = (range_now[0] + range_now[1]) / 2
    then = answered + more
    if then >= everybody:
        return 1.0
    ratio = (1 / then - 1 / everybody) / (1 / answered - 1 / everybody)
    left, moved = error * math.sqrt(ratio), error * math.sqrt(1 - ratio)
    if moved <= 0:
        return 0.0
    will_be = NormalDist(middle, moved)
    above = 1 - will_be.cdf(threshold + TO_ENDS * left)
    return above + will_be.cdf(threshold - TO_ENDS * left)


def fewest_more(range_now: Interval, threshold: float, answered: int, everybody: int) -> tuple[int, float] | None:
    """How few more answers settle it in most draws, and in which share; None where nobody is left to answer.

    Parameters
    ----------
    range_now, threshold, answered, everybody
        As of `settled_by`.

    Examples
    --------
    >>> fewest_more((3.8, 4.2), 4.19, 40, 60)[0] < fewest_more((3.8, 4.2), 4.0, 40, 60)[0]
    True
    """
    for more in range(1, everybody - answered + 1):
        share = settled_by(range_now, threshold, answered, everybody, more)
        if share > MOST:
            return more, share
    return None
