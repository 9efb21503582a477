"""Counting by hand: what a trace holds, and the few formulas that ranges rest on, written out once more."""

import math
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

Edges = frozenset[tuple[str, str]]
#: From the middle of a normal distribution to where 5 % of it lie beyond.
Z = 1.6448536269514722


@dataclass(frozen=True, slots=True)
class Trace:
    """What a row should say, by hand.

    Parameters
    ----------
    verdict, because : str
        By the rubric's threshold, read by eye.
    said : str
        The value as pages write it.
    value : callable, optional
        Recounts it, and what it is a part of where it is a count.
    among : callable, optional
        Recounts the denominator.
    range : callable, optional
        Recounts both ends.
    near : float
        How far a recount by simulations of its own may lie from ours; else all digits agree.
    of_draws : callable, optional
        Instead of `value`: what one completed network says, from its ties.
    at_least, at_most : float, optional
        The threshold, as it stands in the rubric's file.
    """

    verdict: str
    because: str
    said: str = ""
    value: Callable[[], float] | None = None
    among: Callable[[], float] | None = None
    range: Callable[[], tuple[float, float]] | None = None
    near: float = 1e-9
    of_draws: Callable[[Edges], float] | None = None
    at_least: float | None = None
    at_most: float | None = None

    def by_rule(self, low: float, high: float) -> str:
        """The verdict of a range: all of it on the good side, all of it on the other, or neither."""
        if self.at_least is not None:
            return "shown" if low >= self.at_least else "not met" if high < self.at_least else "too close"
        assert self.at_most is not None
        return "shown" if high <= self.at_most else "not met" if low > self.at_most else "too close"


def jackknife(
    units: Collection[str], everybody: int, statistic: Callable[[frozenset[str]], float]
) -> tuple[float, float]:
    """From 5 % to 95 %: leave each unit out once, and correct for how many of all answered (Wolter 2007, ch. 4)."""
    whole, n = frozenset(units), len(units)
    without = [statistic(whole - {unit}) for unit in units]
    middle = math.fsum(without) / n
    squares = math.fsum((value - middle) ** 2 for value in without)
    error = math.sqrt((n - 1) / n * squares * (1 - n / everybody))
    return statistic(whole) - Z * error, statistic(whole) + Z * error


def mean(values: Iterable[float]) -> float:
    listed = list(values)
    return math.fsum(listed) / len(listed)
