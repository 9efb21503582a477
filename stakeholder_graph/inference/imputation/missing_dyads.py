"""Missing dyads: those that nobody answered, and how they are drawn from a fitted model."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.frames.arrays import Floats
from stakeholder_graph.inference.imputation.design import Design
from stakeholder_graph.inference.imputation.dyads import Dyads
from stakeholder_graph.inference.imputation.model import Fit


@dataclass(frozen=True, eq=False)
class MissingDyads:
    """The unobserved dyads: single directions whose return is known, then pairs unobserved both ways.

    Parameters
    ----------
    dyads : Dyads
        What is known.
    single : pair of ndarray of int, shape (k,)
        Senders and receivers.
    pair : pair of ndarray of int, shape (p,)
        Both ends, lower index first.
    """

    dyads: Dyads
    single: tuple[NDArray[np.intp], NDArray[np.intp]]
    pair: tuple[NDArray[np.intp], NDArray[np.intp]]

    @classmethod
    def of(cls, dyads: Dyads) -> "MissingDyads":
        """Find the dyads that are not known.

        Parameters
        ----------
        dyads : Dyads
            What is known.

        Returns
        -------
        MissingDyads
        """
        left = ~dyads.known & ~np.eye(dyads.n, dtype=bool)
        single, pair = np.nonzero(left & ~left.T), np.nonzero(np.triu(left & left.T))
        return cls(dyads, (single[0], single[1]), (pair[0], pair[1]))

    @cached_property
    def rows(self) -> NDArray[np.intp]:
        """Shape (t,): senders of all that is drawn; of undirected pairs the lower end."""
        turned = (self.pair[1],) if self.dyads.directed else ()
        return np.concatenate([self.single[0], self.pair[0], *turned])

    @cached_property
    def columns(self) -> NDArray[np.intp]:
        """Shape (t,): the other ends."""
        turned = (self.pair[0],) if self.dyads.directed else ()
        return np.concatenate([self.single[1], self.pair[1], *turned])

    @cached_property
    def _senders(self) -> NDArray[np.intp]:
        """Senders of every direction: single ones, pairs forth, pairs back."""
        return np.concatenate([self.single[0], *self.pair])

    @cached_property
    def _looks(self) -> tuple[Design, NDArray[np.intp]]:
        """How directions can look to the model, and which look each has."""
        low, high = self.pair
        return Design.of(self.dyads, self._senders, np.concatenate([self.single[1], high, low])).alike()

    def draw(self, fit: Fit, shifts: tuple[float, ...], rng: np.random.Generator) -> NDArray[np.bool_]:
        """Draw all of them, once for each shift.

        Parameters
        ----------
        fit : Fit
            Of the model of these dyads.
        shifts : tuple of float
            Added to the log-odds of rows without an informative answer.
        rng : Generator
            The random numbers are the same for every shift.

        Returns
        -------
        ndarray of bool, shape (shifts, t)
            Ties, in the order of `rows` and `columns`.
        """
        singles, pairs = len(self.single[0]), len(self.pair[0])
        design, look = self._looks
        own = fit.intercepts + fit.spread * rng.standard_normal(self.dyads.n)
        odds = fit.log_odds(design)[look] + own[self._senders]
        both = np.array([odds, ~self.dyads.informative[self._senders]])
        single, forth, back = np.split(both, [singles, singles + pairs], axis=1)
        if not self.dyads.directed:
            return _tied((forth + back) / 2, shifts, rng)
        alone = _tied(single, shifts, rng)
        begins = rng.random(pairs) < 0.5
        lead = _tied(np.where(begins, forth, back), shifts, rng)
        follow = _tied(np.where(begins, back, forth), shifts, rng, fit.given(lead))
        return np.hstack([alone, np.where(begins, lead, follow), np.where(begins, follow, lead)])


def _tied(
    directions: Floats, shifts: tuple[float, ...], rng: np.random.Generator, given: Floats | float = 0.0
) -> NDArray[np.bool_]:
    """Draw ties from their log-odds, and from how much of each shift is added to them.

    A dyad is a tie where its log-odds exceed a logistic random number, which is the same under every shift.
    """
    odds, shifted = directions
    chance = rng.random(len(odds))
    more = odds - np.log(chance / (1 - chance))
    return np.asarray(more + np.multiply.outer(shifts, shifted) + given > 0)
