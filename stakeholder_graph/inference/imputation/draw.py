"""Draws of the unobserved: the ways in which those who have not answered might have answered.

What was answered stays as it is. Every dyad that nobody answered is drawn from the dyad model, again and again, each
time fitted to a resample of those who answered; a measure taken on each completed network has an estimate and a range.
They suppose that the silent are like those who answered and are as popular. Since they may not be, the range to lead
with lets them be half or twice as active: multiple imputation with a sensitivity analysis [1]_ [2]_ [3]_.

References
----------
.. [1] Rubin, D. B. (1987). Multiple Imputation for Nonresponse in Surveys. Wiley.
.. [2] Huisman, M. (2009). Imputation of missing network data: Some simple procedures. Journal of Social Structure,
   10(1).
.. [3] Krause, R. W., Huisman, M., Steglich, C., & Snijders, T. (2020). Missing data in cross-sectional networks: An
   extensive comparison of missing data treatment methods. Social Networks, 62, 99-112.
"""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.random import SeedSequence
from numpy.typing import NDArray
from scipy.sparse import csr_array
from threadpoolctl import threadpool_limits

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.inference.imputation.dyads import Dyads
from stakeholder_graph.inference.imputation.missing import Targets
from stakeholder_graph.inference.imputation.model import DyadModel
from stakeholder_graph.model.finding import Interval

#: As active as those who answered, half as active, twice as active: added to the log-odds of silent rows.
SHIFTS = (0.0, -float(np.log(2)), float(np.log(2)))

#: With fewer answers nothing can be said of those who did not answer.
FEWEST_ANSWERS = 10

#: Every dyad is written out to be drawn: more organizations do not fit into ordinary memory and time.
MOST_DRAWN = 1_000

#: Cores that draw at once: at the most organizations each takes some 100 MB.
MOST_CORES = 4

#: Ties of all layers of one shift that may be kept in memory together.
MOST_KEPT = 2_000_000

#: The shares of draws at which a range begins and ends.
LOW, HIGH = 0.05, 0.95


@dataclass(frozen=True, eq=False)
class Draws:
    """Networks as they might be, had everyone answered.

    Parameters
    ----------
    layer : Layer
        What was reported.
    shifts : tuple of float
        Added to the log-odds of silent rows.
    rows, columns : ndarray of int, shape (t,)
        The dyads that were drawn; lower index first where undirected.
    bits : ndarray of uint8, shape (draws, shifts, ceil(t / 8))
        Which of them are ties, packed.
    reason : str or None
        Id of the message that says why there are no draws.

    Notes
    -----
    All shifts of one draw share its fit and its random numbers: they differ by the shift alone.
    """

    layer: Layer
    shifts: tuple[float, ...]
    rows: NDArray[np.intp]
    columns: NDArray[np.intp]
    bits: NDArray[np.uint8]
    reason: str | None = None

    def __len__(self) -> int:
        return len(self.bits)

    def ties(self, shift: int = 0) -> NDArray[np.bool_]:
        """Shape (draws, t): which dyads were drawn as ties, under one of the shifts."""
        drawn = np.unpackbits(self.bits[:, shift], axis=-1, count=len(self.rows))
        return drawn.astype(bool)

    def completed(self, shift: int = 0) -> Iterator[Layer]:
        """The layer with everything observed, once for each draw.

        Parameters
        ----------
        shift : int
            Index into `shifts`.

        Returns
        -------
        iterator of Layer
            With 1.0 as the strength of every tie, since what is drawn has none. They are kept for the next statistic
            where that takes little memory.
        """
        if shift in self._kept:
            return iter(self._kept[shift])
        ties = int(np.bitwise_count(self.bits[:, shift]).sum()) + len(self) * self.layer.strength.nnz
        if ties > MOST_KEPT:
            return self._complete(shift)
        return iter(self._kept.setdefault(shift, list(self._complete(shift))))

    @cached_property
    def _kept(self) -> dict[int, list[Layer]]:
        return {}

    def _complete(self, shift: int) -> Iterator[Layer]:
        n, drawn = self.layer.n, len(self.rows)
        coo = self.layer.strength.tocoo()
        which, turn = np.arange(drawn), [] if self.layer.directed else [np.arange(drawn)]
        # Every possible tie in the order of its place, with the draw that decides it; the last always holds.
        rows = np.concatenate([coo.row, self.rows, *(self.columns for _ in turn)])
        columns = np.concatenate([coo.col, self.columns, *(self.rows for _ in turn)])
        decides = np.concatenate([np.full(coo.nnz, drawn), which, *turn])
        order = np.lexsort((columns, rows))
        columns, decides = columns[order], decides[order]
        ends = np.cumsum(np.bincount(rows, minlength=n))
        for bits in self.bits[:, shift]:
            there = np.append(np.unpackbits(bits, count=drawn).astype(bool), True)[decides]
            before = np.append(0, np.cumsum(there))
            indptr = np.append(0, before[ends])
            ones = np.ones(indptr[-1])
            yield self.layer.completed(csr_array((ones, columns[there], indptr), shape=(n, n)))


@dataclass(frozen=True)
class Ranges:
    """What draws say of one statistic.

    Parameters
    ----------
    estimate : float or None
        Median of the unshifted draws; None where there is none, and `reason` says why.
    range_like : interval or None
        From 5 % to 95 % of the draws if those who did not answer are like those who did.
    range : interval or None
        The same, widened to hold the draws in which they are half or twice as active.
    reason : str or None
        Id of the message that says why something is None.
    """

    estimate: float | None = None
    range_like: Interval | None = None
    range: Interval | None = None
    reason: str | None = None


def draw(layer: Layer, *, draws: int = 200, seed: SeedSequence | int = 0, shifts: tuple[float, ...] = SHIFTS) -> Draws:
    """Draw what nobody answered.

    Parameters
    ----------
    layer : Layer
        As reported, or undirected: a view such as ``with_ties("either")`` is taken on each completed layer.
    draws : int
        How many.
    seed : SeedSequence or int
        Each draw has a stream of its own, so that the first ten of two hundred are the ten of ten.
    shifts : tuple of float
        The first is 0: as those who answered.

    Returns
    -------
    Draws
        None of them, with ``reason``, where fewer than ten rows teach the model anything, and above 1,000
        organizations of which some did not answer.

    Raises
    ------
    ValueError
        If the layer is a view of pairs.

    Notes
    -----
    For each draw the answerers are resampled and the model is fitted anew; the observed dyads never change. A resample
    repeats senders and so shows less variance among them than there is: s^2 is drawn from its scaled inverse
    chi-square distribution, given the fit to those who did answer. Where both directions of a pair are open one of
    them, by the toss of a coin, is drawn first and the other given it.

    A silent sender gets an intercept from N(0, s^2), and its log-odds are shifted. A sender who answered but left a
    pair open gets its own intercept, as uncertain as its answers leave it, and no shift: how active it is, is known.
    Whoever reached a limit on names showed only ties, from which no activity can be read: it counts as silent, its
    ties kept.

    Where ties have no direction a pair is drawn only if neither end answered, and there is no second report. Both ends
    serve as senders: the row of an organization holds all that is known of it, so that even one who did not answer has
    an intercept of its own, and the log-odds of a pair are the mean of what its two rows say. Those who answered are
    resampled.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> layer = from_networkx(nx.karate_club_graph()).layer("collaboration")
    >>> len(draw(layer).rows)  # everything was observed
    0
    """
    if layer.n > MOST_DRAWN:
        return _no_draws(layer, shifts, None, None if layer.complete else "too_many_to_draw")
    dyads = Dyads.of(layer)
    targets = Targets.of(dyads)
    if not len(targets.rows):
        return _no_draws(layer, shifts, targets, None)
    if dyads.informative.sum() < FEWEST_ANSWERS:
        return _no_draws(layer, shifts, targets, "too_few_answers")
    model = DyadModel(dyads)
    answered = dyads.informative.astype(float)
    first = model.fit(answered)
    freedom = max(first.freedom, FEWEST_ANSWERS)

    def drawn(child: SeedSequence) -> NDArray[np.uint8]:
        rng = np.random.default_rng(child)
        resampled = rng.multinomial(int(answered.sum()), answered / answered.sum())
        fit = model.fit(resampled.astype(float), first)
        spread = np.sqrt(first.variance * freedom / rng.chisquare(freedom))
        fit = replace(fit, spread=np.where(model.taught, fit.spread, spread))
        return np.packbits(targets.draw(fit, shifts, rng), axis=-1)

    # Each draw on one core, all cores at once: their streams are their own, so nothing depends on which ends first.
    with threadpool_limits(1, user_api="blas"), ThreadPoolExecutor(min(MOST_CORES, os.cpu_count() or 1)) as pool:
        bits = np.array(list(pool.map(drawn, streams(seed, draws))))
    return Draws(layer, shifts, targets.rows, targets.columns, bits)


def ranges(draws: Draws, statistic: Callable[[Layer], float]) -> Ranges:
    """The estimate and the ranges of one statistic.

    Parameters
    ----------
    draws : Draws
        One set serves all statistics of a layer.
    statistic : callable
        ``(layer) -> float``, called with completed layers; with the layer itself if nothing was unobserved.

    Returns
    -------
    Ranges
        Draws in which the statistic is undefined are left out; if they are more than half, so is the range.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> layer = from_networkx(nx.karate_club_graph()).layer("collaboration")
    >>> ranges(draw(layer), lambda completed: completed.n_ties)
    Ranges(estimate=78.0, range_like=(78.0, 78.0), range=(78.0, 78.0), reason=None)
    """
    if draws.reason:
        return Ranges(reason=draws.reason)
    if not len(draws.rows):
        every = [np.array([statistic(draws.layer)], dtype=float)]
    else:
        every = [
            np.array([statistic(layer) for layer in draws.completed(shift)], dtype=float)
            for shift in range(len(draws.shifts))
        ]
    defined = [values[np.isfinite(values)] for values in every]
    if any(2 * len(some) < len(values) for some, values in zip(defined, every, strict=True)):
        return Ranges(reason="undefined_in_draws")
    lows, highs = np.array([np.quantile(some, (LOW, HIGH)) for some in defined]).T
    like, wide = (float(lows[0]), float(highs[0])), (float(lows.min()), float(highs.max()))
    return Ranges(float(np.median(defined[0])), like, wide)


def streams(seed: SeedSequence | int, count: int) -> Iterator[SeedSequence]:
    """What `SeedSequence.spawn` gives, without changing the parent.

    Parameters
    ----------
    seed : SeedSequence or int
        The parent.
    count : int
        How many.

    Examples
    --------
    >>> [child.spawn_key for child in streams(SeedSequence(7, spawn_key=(1,)), 2)]
    [(1, 0), (1, 1)]
    """
    parent = seed if isinstance(seed, SeedSequence) else SeedSequence(seed)
    for index in range(count):
        yield SeedSequence(parent.entropy, spawn_key=(*parent.spawn_key, index), pool_size=parent.pool_size)


def _no_draws(layer: Layer, shifts: tuple[float, ...], targets: Targets | None, reason: str | None) -> Draws:
    nowhere = np.zeros(0, dtype=np.intp)
    rows, columns = (targets.rows, targets.columns) if targets else (nowhere, nowhere)
    none = np.zeros((0, len(shifts), (len(rows) + 7) // 8), dtype=np.uint8)
    return Draws(layer, shifts, rows, columns, none, reason)
