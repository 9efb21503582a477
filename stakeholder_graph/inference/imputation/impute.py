"""Multiple imputation: networks completed with the answers that those who did not answer might have given.

What was answered stays as it is. Each imputation fits the dyad model to a resample of those who answered and draws
every unobserved dyad from it. A measure computed on each completed network then has an estimate and a range. They
assume that those who did not answer are as active and as popular as those who did. Since that may not hold, the main
range also lets them be half or twice as active: multiple imputation with a sensitivity analysis [1]_ [2]_ [3]_.

References
----------
.. [1] Rubin, D. B. (1987). Multiple Imputation for Nonresponse in Surveys. Wiley.
.. [2] Huisman, M. (2009). Imputation of missing network data: Some simple procedures. Journal of Social Structure,
   10(1).
.. [3] Krause, R. W., Huisman, M., Steglich, C., & Snijders, T. (2020). Missing data in cross-sectional networks: An
   extensive comparison of missing data treatment methods. Social Networks, 62, 99-112.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.random import SeedSequence
from numpy.typing import NDArray
from scipy.sparse import csr_array

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.inference.imputation.dyads import Dyads
from stakeholder_graph.inference.imputation.missing_dyads import MissingDyads
from stakeholder_graph.inference.imputation.model import DyadModel
from stakeholder_graph.inference.replicates import USUAL_SHARE, in_batches, replicated
from stakeholder_graph.model.finding import Interval
from stakeholder_graph.progress import counted

#: So many completed layers are measured together, where a statistic takes several.
TOGETHER = 50
#: Added to the log-odds of rows without answers: as active as those who answered, half as active, twice as active.
SHIFTS = (0.0, -float(np.log(2)), float(np.log(2)))

#: Fewer answers are too few to learn from.
FEWEST_ANSWERS = 10

#: Imputation writes out every dyad: more organizations take more than ordinary memory and time. Of them `donors` draws
#: ties alone.
MOST_IMPUTED = 1_000

#: Imputations that are fitted side by side: the fewest and the most, and as many as have so many dyads together.
FEW_SIDE_BY_SIDE, SIDE_BY_SIDE, DYADS_AT_ONCE = 5, 50, 200_000

#: Ties of all layers of one shift that may be kept in memory together.
MOST_KEPT = 2_000_000

#: The shares of imputations at which a range begins and ends.
LOW, HIGH = 0.05, 0.95
#: The standard error of such a share's quantile of one normal draw, in standard deviations: sqrt(p (1 - p)) / density.
QUANTILE_ERROR = 2.113


@dataclass(frozen=True, eq=False)
class Imputations:
    """Networks as they might be, had everyone answered.

    Parameters
    ----------
    layer : Layer
        What was reported.
    shifts : tuple of float
        Added to the log-odds of rows without answers.
    rows, columns : ndarray of int, shape (t,)
        The imputed dyads; lower index first where undirected.
    bits : ndarray of uint8, shape (imputations, shifts, ceil(t / 8))
        Which of them are ties, packed.
    reason : str or None
        Id of the message that says why there are no imputations.

    Notes
    -----
    All shifts of one imputation share its fit and its random numbers: they differ by the shift alone.
    """

    layer: Layer
    shifts: tuple[float, ...]
    rows: NDArray[np.intp]
    columns: NDArray[np.intp]
    bits: NDArray[np.uint8]
    reason: str | None = None

    def __len__(self) -> int:
        return len(self.bits)

    @property
    def nothing_missing(self) -> bool:
        """Whether every dyad is observed, as far as this was looked at."""
        return not len(self.rows)

    def and_then(self, others: "Imputations") -> "Imputations":
        """Add further imputations of the same layer.

        Parameters
        ----------
        others : Imputations
            Those that follow.
        """
        return replace(self, bits=np.concatenate([self.bits, others.bits]))

    def ties(self, shift: int = 0) -> NDArray[np.bool_]:
        """Unpack which dyads were imputed as ties.

        Parameters
        ----------
        shift : int
            Index into `shifts`.

        Returns
        -------
        ndarray of bool, shape (imputations, t)
        """
        drawn = np.unpackbits(self.bits[:, shift], axis=-1, count=len(self.rows))
        return drawn.astype(bool)

    def completed(self, shift: int = 0) -> Iterator[Layer]:
        """Complete the layer, once for each imputation.

        Parameters
        ----------
        shift : int
            Index into `shifts`.

        Returns
        -------
        iterator of Layer
            The strength of every tie is 1.0, since imputed ties have none. The layers are kept for the next statistic
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
        # Every possible tie in the order of rows and columns, with the imputed dyad that decides it; observed ties have
        # a last one, which is always there.
        rows = np.concatenate([coo.row, self.rows, *(self.columns for _ in turn)])
        columns = np.concatenate([coo.col, self.columns, *(self.rows for _ in turn)])
        decides = np.concatenate([np.full(coo.nnz, drawn), which, *turn])
        order = np.lexsort((columns, rows))
        columns, decides = columns[order], decides[order]
        ends = np.cumsum(np.bincount(rows, minlength=n))
        for bits in self.bits[:, shift]:
            there = np.flatnonzero(np.append(np.unpackbits(bits, count=drawn).view(bool), True).take(decides))
            indptr = np.append(0, np.searchsorted(there, ends))
            yield self.layer.completed(csr_array((np.ones(len(there)), columns[there], indptr), shape=(n, n)))


class Completions(Protocol):
    """Completed networks, however they are drawn."""

    @property
    def layer(self) -> Layer:
        """What was reported."""

    @property
    def shifts(self) -> tuple[float, ...]:
        """Added to the log-odds of rows without answers; the first is 0."""

    @property
    def reason(self) -> str | None:
        """Id of the message that says why nothing is drawn."""

    @property
    def nothing_missing(self) -> bool:
        """Whether every dyad is observed."""

    def __len__(self) -> int:
        """How many draws there are of each shift."""

    def completed(self, shift: int = 0) -> Iterator[Layer]:
        """Complete the layer, once for each draw."""


@dataclass(frozen=True)
class Ranges:
    """The estimate and the ranges of one statistic under multiple imputation.

    Parameters
    ----------
    estimate : float or None
        Median of the unshifted imputations; None where there is none, and `reason` says why.
    range_like : interval or None
        From 5 % to 95 % of the imputations if those who did not answer are like those who did.
    range : interval or None
        The same, widened to include the imputations in which they are half or twice as active.
    reason : str or None
        Id of the message that says why something is None.
    error : float or None
        How far an end of `range` may lie from where very many imputations would put it: its standard error, as a share
        of the width of the range.
    """

    estimate: float | None = None
    range_like: Interval | None = None
    range: Interval | None = None
    reason: str | None = None
    error: float | None = None


def impute(
    layer: Layer,
    *,
    imputations: int = 200,
    seed: SeedSequence | int = 0,
    shifts: tuple[float, ...] = SHIFTS,
    only: slice = slice(None),
) -> Imputations:
    """Impute the unobserved dyads of a layer, many times over [1]_ [2]_ [3]_.

    Parameters
    ----------
    layer : Layer
        As reported, or undirected: a view such as ``with_ties("either")`` is taken on each completed layer.
    imputations : int
        How many.
    seed : SeedSequence or int
        Each imputation has a stream of its own, so that the first ten of two hundred are the ten of ten.
    shifts : tuple of float
        The first is 0: as those who answered.
    only : slice
        Which of them to draw, where another process draws the others; by default all.

    Returns
    -------
    Imputations
        None, with a ``reason``, where fewer than ten rows are informative for the model, and above 1,000 organizations
        of which some did not answer.

    Raises
    ------
    ValueError
        If ties count once either or both sides name them.

    Notes
    -----
    Each imputation resamples those who answered and fits the model again; the observed dyads never change. A resample
    repeats senders and so shows less variance among them than there is: s^2 is drawn from its scaled inverse
    chi-square distribution, given the fit to those who answered. Where both directions of a pair are unobserved, a coin
    decides which of them is drawn first; the other is drawn given the first.

    A sender that did not answer gets an intercept from N(0, s^2), and its log-odds are shifted. A sender that answered
    but left a pair open gets its own intercept, as uncertain as its answers leave it, and no shift, since its activity
    is known. A sender that reached a limit on names reported only ties, from which no activity can be inferred: it is
    treated like one that did not answer, with its ties kept.

    Where ties have no direction, a pair is imputed only if neither end answered, and there is no second report. Both
    ends serve as senders: the row of an organization holds all that is known of it, so that even one that did not
    answer has an intercept of its own, and the log-odds of a pair are the mean of its two rows. Those who answered are
    resampled.

    References
    ----------
    .. [1] Rubin, D. B. (1987). Multiple Imputation for Nonresponse in Surveys. Wiley.
    .. [2] Huisman, M. (2009). Imputation of missing network data: Some simple procedures. Journal of Social Structure,
       10(1).
    .. [3] Krause, R. W., Huisman, M., Steglich, C., & Snijders, T. (2020). Missing data in cross-sectional networks: An
       extensive comparison of missing data treatment methods. Social Networks, 62, 99-112.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> layer = from_networkx(nx.karate_club_graph()).layer("collaboration")
    >>> len(impute(layer).rows)  # everything was observed
    0
    """
    if layer.n > MOST_IMPUTED:
        return _no_imputations(layer, shifts, None, None if layer.complete else "too_many_to_draw")
    dyads = Dyads.of(layer)
    missing = MissingDyads.of(dyads)
    if not len(missing.rows) or not imputations:
        return _no_imputations(layer, shifts, missing, None)
    if dyads.informative.sum() < FEWEST_ANSWERS:
        return _no_imputations(layer, shifts, missing, "too_few_answers")
    model = DyadModel(dyads)
    answered = dyads.informative.astype(float)
    first = model.fit(answered)
    freedom = max(first.freedom, FEWEST_ANSWERS)

    def imputed(children: Sequence[SeedSequence]) -> NDArray[np.uint8]:
        rngs = [np.random.default_rng(child) for child in children]
        resampled = [rng.multinomial(int(answered.sum()), answered / answered.sum()) for rng in rngs]
        drawn = []
        for rng, fit in zip(rngs, model.fits(np.array(resampled, dtype=float), first), strict=True):
            spread = np.sqrt(first.variance * freedom / rng.chisquare(freedom))
            like_it = replace(fit, spread=np.where(model.taught, fit.spread, spread))
            drawn.append(np.packbits(missing.draw(like_it, shifts, rng), axis=-1))
        return np.array(drawn)

    # Each imputation has a stream of its own, so that it does not matter which are fitted side by side.
    at_once = int(np.clip(DYADS_AT_ONCE // layer.n**2, FEW_SIDE_BY_SIDE, SIDE_BY_SIDE))
    drawn_from = list(streams(seed, imputations))[only]
    batches = in_batches(drawn_from, at_once)
    bits = np.concatenate(list(replicated(imputed, batches, expected=len(drawn_from) / at_once)))
    return Imputations(layer, shifts, missing.rows, missing.columns, bits)


def ranges(
    imputations: Completions,
    statistic: Callable[[Layer], float],
    together: Callable[[Sequence[Layer]], Sequence[float]] | None = None,
) -> Ranges:
    """Compute the estimate and the ranges of one statistic.

    Parameters
    ----------
    imputations : Imputations or DonorImputations
        One set serves all statistics of a layer.
    statistic : callable
        ``(layer) -> float``, called with completed layers, those of the first shift first; with the layer itself if
        nothing was unobserved.
    together : callable, optional
        ``(layers) -> values``: the statistic of some at once, where that is quicker.

    Returns
    -------
    Ranges
        Imputations in which the statistic is undefined are left out; if they are more than half, so is the range.
        Where dyads are missing and none was imputed, there is none.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> layer = from_networkx(nx.karate_club_graph()).layer("collaboration")
    >>> ranges(impute(layer), lambda completed: completed.n_ties)
    Ranges(estimate=78.0, range_like=(78.0, 78.0), range=(78.0, 78.0), reason=None, error=None)
    """
    if imputations.reason or not (imputations.nothing_missing or len(imputations)):
        return Ranges(reason=imputations.reason)
    if imputations.nothing_missing:
        by_shift = [np.array([statistic(imputations.layer)], dtype=float)]
    else:
        # Statistics keep what they compute with the layer that they share; what takes long uses all cores by itself.
        by_shift = []
        draws = len(imputations)
        for shift in counted(range(len(imputations.shifts)), USUAL_SHARE):
            completed = imputations.completed(shift)
            if together is None:
                values = list(replicated(statistic, completed, most=1, expected=draws))
            else:
                in_turn = in_batches(completed, TOGETHER)
                batches = replicated(together, in_turn, most=1, expected=draws / TOGETHER)
                values = [value for batch in batches for value in batch]
            by_shift.append(np.array(values, dtype=float))
    defined = [values[np.isfinite(values)] for values in by_shift]
    if any(2 * len(kept) < len(values) for kept, values in zip(defined, by_shift, strict=True)):
        return Ranges(reason="undefined_in_draws")
    lows, highs = np.array([np.quantile(kept, (LOW, HIGH)) for kept in defined]).T
    like, wide = (float(lows[0]), float(highs[0])), (float(lows.min()), float(highs.max()))
    return Ranges(float(np.median(defined[0])), like, wide, error=_error_of_ends(defined, wide))


def _error_of_ends(by_shift: Sequence[NDArray[np.float64]], wide: Interval) -> float | None:
    """The standard error of a quantile where values are as good as normal, as a share of the range's width."""
    if wide[1] <= wide[0] or min(map(len, by_shift)) < 2:
        return None
    errors = [QUANTILE_ERROR * float(np.std(values, ddof=1)) / np.sqrt(len(values)) for values in by_shift]
    return float(max(errors) / (wide[1] - wide[0]))


def streams(seed: SeedSequence | int, count: int) -> Iterator[SeedSequence]:
    """Spawn seeds as `SeedSequence.spawn` does, without changing the parent.

    Parameters
    ----------
    seed : SeedSequence or int
        The parent.
    count : int
        How many.

    Yields
    ------
    SeedSequence

    Examples
    --------
    >>> [child.spawn_key for child in streams(SeedSequence(7, spawn_key=(1,)), 2)]
    [(1, 0), (1, 1)]
    """
    parent = seed if isinstance(seed, SeedSequence) else SeedSequence(seed)
    for index in range(count):
        yield SeedSequence(parent.entropy, spawn_key=(*parent.spawn_key, index), pool_size=parent.pool_size)


def _no_imputations(
    layer: Layer, shifts: tuple[float, ...], missing: MissingDyads | None, reason: str | None
) -> Imputations:
    nowhere = np.zeros(0, dtype=np.intp)
    rows, columns = (missing.rows, missing.columns) if missing else (nowhere, nowhere)
    none = np.zeros((0, len(shifts), (len(rows) + 7) // 8), dtype=np.uint8)
    return Imputations(layer, shifts, rows, columns, none, reason)
