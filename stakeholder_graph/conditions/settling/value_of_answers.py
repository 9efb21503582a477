"""The value of answers: how many, and whose, would bring the range of a number off its threshold.

A range comes from imputed answers. Had some of those who are silent answered as in one imputation, the others would
still be drawn: with the answers of some kept, those of the others are taken from further imputations, and the number
has a narrower range. Over many such imputations, the share in which that range is off the threshold is what these
answers would settle: the expected value of partial information by two levels of simulation [1]_. Whose answers come
first is a forward selection in the regression of the number on how many ties each would name, as for the value of
information from a sample [2]_. What an answer teaches of others is not counted.

References
----------
.. [1] Brennan, A., Kharroubi, S., O'Hagan, A., & Chilcott, J. (2007). Calculating partial expected value of perfect
   information via Monte Carlo sampling algorithms. Medical Decision Making, 27(4), 448-470.
.. [2] Strong, M., Oakley, J. E., & Brennan, A. (2014). Estimating multiparameter partial expected value of perfect
   information from a probabilistic sensitivity analysis sample. Medical Decision Making, 34(3), 311-326.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from statistics import NormalDist

import numpy as np
from numpy.random import SeedSequence
from numpy.typing import NDArray

from stakeholder_graph.frames.arrays import Floats
from stakeholder_graph.graph import Layer
from stakeholder_graph.inference.imputation.impute import Imputations
from stakeholder_graph.model.finding import Interval

#: Imputations of each shift that the order rests on.
LOOKED_AT = 30
#: Draws that are taken for answers, and completions of each under each shift; fewer where each takes long.
DRAWS, COMPLETIONS = 24, 6
FEWER_DRAWS, FEWER_COMPLETIONS, MANY_ORGANIZATIONS = 12, 3, 150
#: Standard deviations from the middle of a range to its ends: 5 % to 95 %.
TO_ENDS = NormalDist().inv_cdf(0.95)
#: Sums of floating-point numbers this close are the same.
_NEAR = 1e-9
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
        ends = self._ends_after(answers)
        if not len(ends):
            return 0.0
        return float(np.mean((ends[:, 0] >= threshold - _NEAR) | (ends[:, 1] < threshold - _NEAR)))

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

    def _ends_after(self, answers: int) -> Floats:
        """The ends of the range in each draw in which the first of `order` have answered, shape (draws, 2)."""
        if answers not in self._known:
            organizations = self.imputations.layer.organizations
            kept = np.isin(self._ends, [organizations.index(name) for name in self.order[:answers]]).any(axis=0)
            ranges = [self._range_of(np.where(kept, self._drawn[draw], self._others)) for draw in self._answered_as]
            self._known[answers] = np.array([ends for ends in ranges if ends is not None]).reshape(-1, 2)
        return self._known[answers]

    def _range_of(self, drawn: NDArray[np.bool_]) -> Interval | None:
        """From 5 % to 95 % of completions under each shift, and the widest of these; None where it is undefined."""
        by_shift = self._computed(drawn).reshape(len(self.imputations.shifts), -1)
        if not np.isfinite(by_shift).all():
            return None
        middle, spread = by_shift.mean(axis=1), TO_ENDS * by_shift.std(axis=1, ddof=1)
        return float((middle - spread).min()), float((middle + spread).max())

    @cached_property
    def _known(self) -> dict[int, Floats]:
        return {}

    @cached_property
    def _per_shift(self) -> int:
        return len(self._drawn) // len(self.imputations.shifts)

    @cached_property
    def _chosen(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Which draws are taken for answers, and by which imputations of each shift the others are completed."""
        rng = np.random.default_rng(SeedSequence(self.seed))
        many = self.imputations.layer.n > MANY_ORGANIZATIONS
        draws = rng.permutation(len(self._drawn))[: FEWER_DRAWS if many else DRAWS]
        return draws, rng.permutation(self._per_shift)[: FEWER_COMPLETIONS if many else COMPLETIONS]

    @property
    def _answered_as(self) -> NDArray[np.intp]:
        return self._chosen[0]

    @cached_property
    def _others(self) -> NDArray[np.bool_]:
        """What the others are completed by: the same imputations under every shift."""
        shifts = range(len(self.imputations.shifts))
        return np.concatenate([self._drawn[shift * self._per_shift + self._chosen[1]] for shift in shifts])

    @cached_property
    def _drawn(self) -> NDArray[np.bool_]:
        """Imputed dyads, one row a draw, under every shift."""
        looked = replace(self.imputations, bits=self.imputations.bits[:LOOKED_AT])
        return np.concatenate([looked.ties(shift) for shift in range(len(looked.shifts))])

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
