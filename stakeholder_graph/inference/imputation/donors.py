"""Imputation of large networks: each organization that did not answer takes its number of ties from one that did [1]_.

The dyad model writes out every pair of organizations, which is no way for many thousands. Here only ties are drawn, so
that time and memory grow with their number. Of each organization that did not answer

- how many ties it has is the number of a donor: an organization of its sector that answered, drawn from a resample of
  these, so that the draws show how little is known of a small sector (the approximate Bayesian bootstrap [2]_);
- each tie that somebody names is returned as often as ties are returned among those who answered;
- the others go to sectors as often as ties from its sector do, and there to organizations by how many name them.

An organization that answered in part keeps its answers, and its open pairs are ties as often as its answered ones. Half
as active and twice as active are odds of ties, as of the dyad model.

References
----------
.. [1] Andridge, R. R., & Little, R. J. A. (2010). A review of hot deck imputation for survey non-response.
   International Statistical Review, 78(1), 40-64.
.. [2] Rubin, D. B., & Schenker, N. (1986). Multiple imputation for interval estimation from simple random samples with
   ignorable nonresponse. Journal of the American Statistical Association, 81(394), 366-374.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from scipy.sparse import csr_array

from stakeholder_graph.frames.arrays import Flags, Floats, Ints
from stakeholder_graph.frames.pairs import among_keys, distinct_keys
from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.inference.imputation.impute import FEWEST_ANSWERS, SHIFTS, streams

#: Ties drawn in all, from which follows how many draws there are: from all that are asked for down to the fewest.
TIES_DRAWN, FEWEST_DRAWS = 2_500_000, 10
#: Ties of all completed layers of one shift that may be kept in memory together.
MOST_KEPT = 15_000_000
#: How often a tie is drawn anew that fell on a pair that is known, or tied already; few are left then.
ROUNDS = 6


def draws_of(layer: Layer, asked_for: int) -> int:
    """How many times a large network is completed: as often as asked for, or fewer where there are many ties.

    Parameters
    ----------
    layer : Layer
        Any.
    asked_for : int
        How many at most.

    Returns
    -------
    int
        At least ten, if so many were asked for.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> draws_of(from_networkx(nx.path_graph(4)).layer("collaboration"), 200)
    200
    """
    return min(asked_for, max(FEWEST_DRAWS, TIES_DRAWN // max(layer.n_ties, 1)))


@dataclass(frozen=True, eq=False)
class DonorImputations:
    """A large network as it might be, had everyone answered.

    Parameters
    ----------
    layer : Layer
        What was reported.
    draws : int
        How many times it is completed.
    seed : int
        Each draw has a stream of its own.
    shifts : tuple of float
        Added to the log-odds of ties of those who did not answer; the first is 0.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> DonorImputations(from_networkx(nx.karate_club_graph()).layer("collaboration"), 200).nothing_missing
    True
    """

    layer: Layer
    draws: int
    seed: int = 0
    shifts: tuple[float, ...] = SHIFTS

    def __len__(self) -> int:
        return 0 if self.nothing_missing or self.reason else self.draws

    @property
    def nothing_missing(self) -> bool:
        """Whether every dyad is observed."""
        return self.layer.complete

    @property
    def reason(self) -> str | None:
        """Id of the message that says why nothing is drawn."""
        few = not self.nothing_missing and int(self._known.informative.sum()) < FEWEST_ANSWERS
        return "too_few_answers" if few else None

    def completed(self, shift: int = 0) -> Iterator[Layer]:
        """Complete the layer, once for each draw.

        Parameters
        ----------
        shift : int
            Index into `shifts`.

        Returns
        -------
        iterator of Layer
            The strength of every tie is 1.0. The layers are kept for the next statistic where that takes little memory.
        """
        if shift in self._kept:
            return iter(self._kept[shift])
        drawn = (self._completed(np.random.default_rng(s), self.shifts[shift]) for s in streams(self.seed, self.draws))
        if self.draws * self.layer.strength.nnz > MOST_KEPT:
            return drawn
        return iter(self._kept.setdefault(shift, list(drawn)))

    @cached_property
    def _kept(self) -> dict[int, list[Layer]]:
        return {}

    @cached_property
    def _known(self) -> "_Known":
        return _Known(self.layer)

    def _completed(self, rng: Generator, shift: float) -> Layer:
        known, n = self._known, self.layer.n
        keys = _directed(known, rng, shift) if self.layer.directed else _undirected(known, rng, shift)
        rows, columns = np.divmod(distinct_keys(np.append(known.keys, keys)), n)
        if not self.layer.directed:
            rows, columns = np.append(rows, columns), np.append(columns, rows)
        return self.layer.completed(csr_array((np.ones(len(rows)), (rows, columns)), shape=(n, n)))


@dataclass(frozen=True, eq=False)
class _Known:
    """What the answers say of each organization, and where ties go."""

    layer: Layer

    @cached_property
    def keys(self) -> Ints:
        """Ties as sender times n plus receiver, sorted; undirected ties once."""
        senders, receivers = self.layer.edge_index
        return np.sort(senders * self.layer.n + receivers)

    @cached_property
    def degree(self) -> Ints:
        """Ties that each sent, or has where ties have no direction."""
        senders, receivers = self.layer.edge_index
        sent = np.bincount(senders, minlength=self.layer.n)
        return sent if self.layer.directed else sent + np.bincount(receivers, minlength=self.layer.n)

    @cached_property
    def observed(self) -> Ints:
        """Dyads about which each answered."""
        return self.layer.observed.row_counts()

    @cached_property
    def informative(self) -> Flags:
        """Who answered, and not ties alone, as whoever could name only so many may have done."""
        sent = np.bincount(self.layer.edge_index[0], minlength=self.layer.n)
        full = self.observed == self.layer.n - 1
        return np.asarray((self.observed > sent) | (full & (self.observed > 0)))

    @cached_property
    def rate(self) -> Floats:
        """Ties of each for every dyad that it answered about."""
        return np.asarray(self.degree / np.maximum(self.observed, 1))

    @cached_property
    def towards(self) -> Floats:
        """Ties from each sector to each, shape (S, S), with a little for pairs that have none by luck."""
        sectors = len(self.layer.sectors)
        mixing = self.layer.mixing if self.layer.directed else self.layer.mixing + self.layer.mixing.T
        return mixing + np.bincount(self.layer.sector_codes, minlength=sectors) / self.layer.n

    @cached_property
    def places(self) -> tuple[NDArray[np.intp], Floats, Floats]:
        """Organizations by sector, where each one's share of those who name its sector ends, and where sectors end."""
        codes = self.layer.sector_codes
        named = np.bincount(self.layer.edge_index[1], minlength=self.layer.n) + 0.5
        if not self.layer.directed:  # of whoever answered all ties are known
            named = np.where(self.observed == 0, self.degree + 0.5, 0.0)
        order = np.argsort(codes, kind="stable")
        ends = np.cumsum(named[order])
        return order, ends, np.append(0.0, ends[np.cumsum(np.bincount(codes, minlength=len(self.layer.sectors))) - 1])

    @cached_property
    def to_return(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Ties that nobody has said whether they are returned: who would return them, and to whom."""
        senders, receivers = self.layer.edge_index
        unknown = ~self.layer.return_observed
        return receivers[unknown], senders[unknown]

    @cached_property
    def returns(self) -> tuple[int, int]:
        """Ties that are returned, of those of which it is known, and those that are not."""
        known = self.layer.return_observed
        returned = int(self.layer.returned[known].sum())
        return returned, int(known.sum()) - returned

    def receivers(self, senders: NDArray[np.intp], towards: Floats, rng: Generator) -> NDArray[np.intp]:
        """Draw somebody whom each of some organizations might name."""
        order, ends, sector_ends = self.places
        cumulated = np.cumsum(towards / towards.sum(axis=1, keepdims=True), axis=1)
        own = self.layer.sector_codes[senders]
        sector = (rng.random(len(senders))[:, None] > cumulated[own, :-1]).sum(axis=1)
        low, high = sector_ends[sector], sector_ends[sector + 1]
        place = np.searchsorted(ends, low + rng.random(len(senders)) * (high - low), side="right")
        return np.asarray(order[np.minimum(place, len(order) - 1)])

    def fresh(self, wanted: Ints, rng: Generator, decided: Ints) -> Ints:
        """Draw so many ties of each organization to others of whom nothing is known; give their keys, sorted."""
        n, towards = self.layer.n, rng.gamma(self.towards)
        left, drawn = np.repeat(np.arange(n), wanted), np.zeros(0, dtype=np.intp)
        for _ in range(ROUNDS):
            to = self.receivers(left, towards, rng)
            free = (left != to) & ~self.layer.observes(left, to)
            keys = left * n + to
            if not self.layer.directed:
                keys = np.minimum(left, to) * n + np.maximum(left, to)
            free &= ~among_keys(keys, decided) & ~among_keys(keys, drawn)
            _, first = np.unique(keys, return_index=True)
            once = np.zeros(len(keys), dtype=bool)
            once[first] = True
            drawn, left = np.sort(np.append(drawn, keys[free & once])), left[~(free & once)]
            if not len(left):
                break
        return drawn


def _directed(known: _Known, rng: Generator, shift: float) -> Ints:
    """Keys of the ties that one draw adds to what was answered."""
    layer, n = known.layer, known.layer.n
    silent, odds = ~known.informative, np.where(known.informative, 1.0, np.exp(shift))
    wanted = _rounded(_shifted(_donated(known, rng), odds) * (n - 1), rng) - known.degree
    open_pairs = n - 1 - known.observed
    wanted = np.where(silent, wanted, 0)
    # Pairs that were left blank one by one are few, and each is a tie as often as those that were answered.
    blanks = layer.observed.removed.tocoo()
    row, column = blanks.row.astype(np.intp), blanks.col.astype(np.intp)
    blank = known.informative[row] & (row != column) & ~layer.observed.contains(row, column)
    row, column = row[blank], column[blank]
    filled = rng.random(len(row)) < known.rate[row]
    unlisted = np.where(silent, 0, open_pairs - np.bincount(row, minlength=n))
    wanted = wanted + rng.poisson(known.rate * np.maximum(unlisted, 0))
    sent_back, to = known.to_return
    listed_blank = among_keys(sent_back * n + to, np.sort(row * n + column))
    sent_back, to = sent_back[~listed_blank], to[~listed_blank]
    returned_ties, unreturned = known.returns
    share = rng.beta(returned_ties + 0.5, unreturned + 0.5)
    back = rng.random(len(to)) < _shifted(np.full(len(to), share), odds[sent_back])
    returned = np.bincount(sent_back[back], minlength=n)
    decided = np.append(sent_back * n + to, row * n + column)
    fresh = known.fresh(np.maximum(wanted, 0), rng, distinct_keys(decided))
    fresh = _some_returned(known, _without_returned(known, fresh, returned, rng), share, rng)
    return np.concatenate([row[filled] * n + column[filled], sent_back[back] * n + to[back], fresh])


def _without_returned(known: _Known, keys: Ints, returned: Ints, rng: Generator) -> Ints:
    """Leave out as many ties of each to those who answered as it returns: these are among the ties it is given."""
    senders, receivers = np.divmod(keys, known.layer.n)
    to_answered = np.flatnonzero(known.informative[receivers])
    order = to_answered[np.lexsort((rng.random(len(to_answered)), senders[to_answered]))]
    own = senders[order]
    place = np.arange(len(own)) - np.searchsorted(own, own)
    return np.delete(keys, order[place < returned[own]])


def _some_returned(known: _Known, keys: Ints, share: float, rng: Generator) -> Ints:
    """Let those who did not answer return each other's ties as often as others do, without more ties in all.

    Of ties between them half of the share gives way to returns of others, each of which makes two returned ties.
    """
    senders, receivers = np.divmod(keys, known.layer.n)
    between = ~known.informative[senders] & ~known.informative[receivers]
    kept = ~between | (rng.random(len(keys)) >= share / 2)
    back = between & kept & (rng.random(len(keys)) < share / (2 - share))
    return distinct_keys(np.append(keys[kept], receivers[back] * known.layer.n + senders[back]))


def _undirected(known: _Known, rng: Generator, shift: float) -> Ints:
    """Keys of ties between those who did not answer; the row of each holds what others say of it."""
    silent = known.observed == 0
    answered = max(int((~silent).sum()), 1)
    rate = _shifted(np.minimum(known.degree / answered, 1.0), np.full(known.layer.n, np.exp(shift)))
    # Either end draws half of what it is expected to have.
    expected = np.where(silent, rate * max(int(silent.sum()) - 1, 0) / 2, 0.0)
    return known.fresh(rng.poisson(expected), rng, known.keys)


def _donated(known: _Known, rng: Generator) -> Floats:
    """For each organization the rate of a donor of its sector, from all where nobody there answered."""
    codes, rate = known.layer.sector_codes, np.zeros(known.layer.n)
    everyone = np.flatnonzero(known.informative)
    for sector in range(len(known.layer.sectors)):
        here = np.flatnonzero(codes == sector)
        own = here[known.informative[here]]
        donors = own if len(own) else everyone
        resampled = donors[rng.integers(len(donors), size=len(donors))]
        rate[here] = known.rate[resampled[rng.integers(len(donors), size=len(here))]]
    return rate


def _shifted(share: Floats, odds: Floats) -> Floats:
    """Shares whose odds are so many times as high."""
    return np.asarray(share * odds / (1 - share + share * odds))


def _rounded(values: Floats, rng: Generator) -> Ints:
    """Whole numbers whose means are the values."""
    return np.floor(values + rng.random(len(values)) * (np.abs(values - np.rint(values)) > 1e-9) + 1e-9).astype(np.intp)
