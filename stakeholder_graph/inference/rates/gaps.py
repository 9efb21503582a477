"""Intervals of a share, of the gap between two shares, and of the change of a gap."""

import math
from dataclasses import dataclass

from scipy.special import ndtri

from stakeholder_graph.model.finding import Interval

#: Two-sided, 95 %.
_Z = -float(ndtri(0.025))


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number with its interval.

    Parameters
    ----------
    value : float
        The number.
    low, high : float
        The ends of its 95 % interval.
    """

    value: float
    low: float
    high: float

    @property
    def interval(self) -> Interval:
        """Both ends."""
        return self.low, self.high


def wilson(share: float, n: float) -> Estimate:
    """Give the score interval of a share [1]_.

    Parameters
    ----------
    share : float
        From 0 to 1.
    n : float
        Of how many, more than 0.

    References
    ----------
    .. [1] Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. Journal of the
       American Statistical Association, 22(158), 209-212.

    Examples
    --------
    >>> estimate = wilson(34 / 53, 53)
    >>> round(estimate.low, 3), round(estimate.high, 3)
    (0.507, 0.757)
    """
    square = _Z * _Z / n
    center = (share + square / 2) / (1 + square)
    half = math.sqrt(square * (share * (1 - share) + square / 4)) / (1 + square)
    # The ends of a share of none, or of all, are exact; rounding must not carry them beyond.
    return Estimate(share, min(max(center - half, 0.0), share), max(min(center + half, 1.0), share))


def difference(number: Estimate, less: Estimate) -> Estimate:
    """Give the difference of two independent numbers with its interval, by MOVER [2]_.

    Parameters
    ----------
    number, less : Estimate
        The number, and the one that is taken off it.

    Returns
    -------
    Estimate
        Of two shares with their score intervals this is Newcombe's hybrid score interval [1]_.

    References
    ----------
    .. [1] Newcombe, R. G. (1998). Interval estimation for the difference between independent proportions: comparison of
       eleven methods. Statistics in Medicine, 17(8), 873-890.
    .. [2] Zou, G. Y., & Donner, A. (2008). Construction of confidence limits about effect measures: a general approach.
       Statistics in Medicine, 27(10), 1693-1702.

    Examples
    --------
    >>> gap = difference(wilson(56 / 70, 70), wilson(48 / 80, 80))
    >>> round(gap.low, 4), round(gap.high, 4)
    (0.0524, 0.3339)
    """
    value = number.value - less.value
    low = value - math.hypot(number.value - number.low, less.high - less.value)
    high = value + math.hypot(number.high - number.value, less.value - less.low)
    return Estimate(value, low, high)


def relative_change(first: Estimate, last: Estimate) -> Estimate | None:
    """Give by what part of itself a number has changed, with its interval, by MOVER for ratios [1]_.

    Parameters
    ----------
    first, last : Estimate
        The number then and now, which are independent.

    Returns
    -------
    Estimate or None
        -.5 where it has halved. None where the interval of the first holds 0: the ratio then has no bounds.

    References
    ----------
    .. [1] Donner, A., & Zou, G. Y. (2012). Closed-form confidence intervals for functions of the normal mean and
       standard deviation. Statistical Methods in Medical Research, 21(4), 347-359.

    Examples
    --------
    >>> then = difference(wilson(56 / 70, 70), wilson(48 / 80, 80))
    >>> now = difference(wilson(60 / 75, 75), wilson(58 / 82, 82))
    >>> [round(100 * end) for end in relative_change(then, now).interval]
    [-123, 124]
    """
    if first.low <= 0 <= first.high:
        return None
    if first.value < 0:
        first, last = (Estimate(-gap.value, -gap.high, -gap.low) for gap in (first, last))
    product = first.value * last.value

    def end(of_last: float, of_first: float, side: int) -> float:
        denominator = of_first * (2 * first.value - of_first)
        root = math.sqrt(max(product**2 - of_last * (2 * last.value - of_last) * denominator, 0.0))
        return (product + side * root) / denominator - 1

    # The upper end of the first may lie beyond twice its value, where the ratio has no lower bound by this method.
    if first.high >= 2 * first.value:
        return None
    ends = end(last.low, first.high, -1), end(last.high, first.low, 1)
    return Estimate(last.value / first.value - 1, *ends)
