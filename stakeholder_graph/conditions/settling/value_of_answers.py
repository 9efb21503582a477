"""The value of answers: how many, and whose, would bring the range of a number off its threshold.

A range comes from imputed answers. Had some of those who are silent answered as in one imputation, the others would
still be drawn. What is then left of the variance is estimated by pick and freeze [1]_ [2]_: the number is computed
anew with the answers of some kept and those of the others from another imputation, and the correlation of the two is
the share of the variance that these answers explain. Whose answers come first is a forward selection in the regression
of the number on how many ties each would name, as for the value of information from a sample [3]_. What an answer
teaches of others is not counted.

References
----------
.. [1] Sobol', I. M. (2001). Global sensitivity indices for nonlinear mathematical models and their Monte Carlo
   estimates. Mathematics and Computers in Simulation, 55, 271-280.
.. [2] Homma, T., & Saltelli, A. (1996). Importance measures in global sensitivity analysis of nonlinear models.
   Reliability Engineering & System Safety, 52(1), 1-17.
.. [3] Strong, M., Oakley, J. E., & Brennan, A. (2014). Estimating multiparameter partial expected value of perfect
   information from a probabilistic sensitivity analysis sample. Medical Decision Making, 34(3), 311-326.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.random import SeedSequence
from numpy.typing import NDArray

from stakeholder_graph.frames.arrays import Floats
from stakeholder_graph.graph import Layer
from stakeholder_graph.inference.imputation.impute import Imputations
from stakeholder_graph.model.finding import Interval

#: Imputations of each shift that are looked at; fewer where each takes long.
LOOKED_AT, FEWER, MANY_ORGANIZATIONS = 30, 12, 150
#: A row counts as settled by some answers where its range is off the threshold in more than this share of draws.
MOST = 0.5


@dataclass(frozen=True, eq=False)
class ValueOfAnswers:
    """What answers of the silent would teach of one number.

    Parameters
    ----------
    imputations : Imputations
        Of its layer.
    statistic : callable
        ``(layer) -> float``, on a layer with everything observed.
    estimate : float
        The number.
    range : interval
        Between what it lies.
    seed : int
        Which imputation is completed by which.
    """

    imputations: Imputations
    statistic: Callable[[Layer], float]
    estimate: float
    range: Interval
    seed: int = 0

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The silent whose answers are not known, the most telling first."""
        named = self._ties_named
        chosen: list[int] = []
        left = self._values - self._values.mean()
        spread = named - named.mean(axis=0)
        free = list(range(len(self._silent)))
        while free:
            # Of each what those that are chosen leave; then the one that explains most of what is left of the number.
            lengths = (spread[:, free] ** 2).sum(axis=0)
            explained = np.divide((left @ spread[:, free]) ** 2, lengths, out=np.zeros(len(free)), where=lengths > 1e-9)
            best = free.pop(int(np.argmax(explained)))
            chosen.append(best)
            length = float((spread[:, best] ** 2).sum())
            if length > 1e-9:
                direction = spread[:, best] / np.sqrt(length)
                left = left - (left @ direction) * direction
                spread = spread - np.outer(direction, direction @ spread)
        return tuple(self.imputations.layer.organizations[self._silent[place]] for place in chosen)

    def settled(self, threshold: float, answers: int) -> float:
        """In which share of draws the range is off a threshold once the first of `order` have answered.

        Parameters
        ----------
        threshold : float
            What the number is held against.
        answers : int
            How many of them.
        """
        known = self._explained(answers)
        low, high = self.estimate - self.range[0], self.range[1] - self.estimate
        middle = self.estimate + np.sqrt(known) * (self._values - self.estimate)
        rest = np.sqrt(1 - known)
        return float(np.mean((middle - rest * low >= threshold) | (middle + rest * high < threshold)))

    def fewest(self, threshold: float) -> tuple[int, float] | None:
        """How few answers settle it in most draws, and in which share; None where all of them do not.

        Parameters
        ----------
        threshold : float
            What the number is held against.
        """
        fewest, most = 1, len(self.order)
        if not most or self.settled(threshold, most) <= MOST:
            return None
        while fewest < most:
            middle = (fewest + most) // 2
            if self.settled(threshold, middle) > MOST:
                most = middle
            else:
                fewest = middle + 1
        return fewest, self.settled(threshold, fewest)

    def _explained(self, answers: int) -> float:
        """The share of the variance of the number that the first of `order` explain."""
        if answers in self._known:
            return self._known[answers]
        organizations = self.imputations.layer.organizations
        frozen = np.isin(self._ends, [organizations.index(name) for name in self.order[:answers]]).any(axis=0)
        own, others = self._drawn, self._drawn[self._other]
        again = self._computed(np.where(frozen, own, others))
        usable = np.isfinite(again) & np.isfinite(self._raw)
        x, y = self._raw[usable], again[usable]
        if len(x) < 3 or x.std() < 1e-12 or y.std() < 1e-12:
            share = 1.0
        else:
            share = float(np.clip(np.corrcoef(x, y)[0, 1], 0, 1))
        self._known[answers] = share
        return share

    @cached_property
    def _known(self) -> dict[int, float]:
        return {}

    @cached_property
    def _drawn(self) -> NDArray[np.bool_]:
        """Imputed dyads, one row a draw, under every shift."""
        most = FEWER if self.imputations.layer.n > MANY_ORGANIZATIONS else LOOKED_AT
        looked = replace(self.imputations, bits=self.imputations.bits[:most])
        return np.concatenate([looked.ties(shift) for shift in range(len(looked.shifts))])

    @cached_property
    def _other(self) -> NDArray[np.intp]:
        """By which other draw each is completed."""
        order = np.random.default_rng(SeedSequence(self.seed)).permutation(len(self._drawn))
        other = np.empty_like(order)
        other[order] = np.roll(order, 1)
        return other

    @cached_property
    def _ends(self) -> NDArray[np.intp]:
        """Who would have reported each imputed dyad: its sender, or either end where ties have no direction."""
        ends = [self.imputations.rows] if self.imputations.layer.directed else []
        return np.array(ends or [self.imputations.rows, self.imputations.columns])

    @cached_property
    def _silent(self) -> NDArray[np.intp]:
        reporting = np.unique(self._ends)
        return reporting[~self.imputations.layer.answered[reporting]]

    @cached_property
    def _ties_named(self) -> Floats:
        """How many ties each of the silent names, in each draw."""
        return np.column_stack(
            [self._drawn[:, (self._ends == silent).any(axis=0)].sum(axis=1) for silent in self._silent]
        ).astype(float)

    @cached_property
    def _raw(self) -> Floats:
        return self._computed(self._drawn)

    @cached_property
    def _values(self) -> Floats:
        """The number in each draw; the estimate where it is undefined."""
        return np.where(np.isfinite(self._raw), self._raw, self.estimate)

    def _computed(self, drawn: NDArray[np.bool_]) -> Floats:
        bits = np.packbits(drawn, axis=-1)[:, None, :]
        completed = replace(self.imputations, bits=bits, shifts=(0.0,)).completed()
        return np.array([self.statistic(layer) for layer in completed], dtype=float)
