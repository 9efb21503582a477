"""Label permutation: the ties stay as they are, and the organizations exchange their sectors at random [1]_.

Labels are permuted among the organizations that answered and, separately, among those that did not. Permuted across
both, a sector of which few answered would look like a silo. Most statistics of sectors are functions of the mixing
matrix, so that one kernel that yields mixing matrices serves them; statistics of two ties in a row are counted from the
labels themselves.

Where people were asked about different partners, who was asked about whom stays as it is. Permuted labels then meet
other numbers of observed dyads than the true ones, and what is compared is how far ties differ from what their number
would give on these dyads.

References
----------
.. [1] Krackhardt, D., & Stern, R. N. (1988). Informal networks and organizational crises: An experimental simulation.
   Social Psychology Quarterly, 51(2), 123-140.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.graph.mixing import inside_and_across, mixing_of
from stakeholder_graph.inference.early_stopping import until_clear
from stakeholder_graph.inference.observed_mixing import ObservedMixing, asked_alike
from stakeholder_graph.inference.p_values import two_sided
from stakeholder_graph.inference.replicates import replicated
from stakeholder_graph.model.finding import LEVEL

#: Ties looked at in one batch; fixed, so that results do not depend on the machine.
BATCH = 2_000_000
#: Ties looked at in all permutations, and dyads where people were asked about different partners: in networks in which
#: there are more, fewer permutations are drawn, down to the fewest.
TIES_WORK, WORK, FEWEST = 2_000_000_000, 4_000_000_000, 999
#: Mixing matrices of a layer that are kept for the next statistic of it, in bytes.
KEPT = 64_000_000


def permuted_mixing(
    layer: Layer, permutations: int = 9999, seed: int = 0, *, by_cell: bool = False, inside_alone: bool = False
) -> Iterator[NDArray[np.number]]:
    """Yield mixing matrices of a layer under permuted labels [1]_, batch by batch.

    Parameters
    ----------
    layer : Layer
        With S sectors.
    permutations : int
        How many at most: fewer, down to 999, above 200,000 ties.
    seed : int
        Same seed, same matrices.
    by_cell : bool
        Whether deviations are standardized cell by cell, for tests of cells; else all alike, for statistics of the
        whole matrix, whose sum stays the number of ties. It makes a difference only where people were asked about
        different partners.
    inside_alone : bool
        Whether it matters only how many ties run within sectors and how many across. Where everybody was asked about
        everybody, matrices of these two are then yielded, since they are counted several times faster.

    Yields
    ------
    ndarray, shape (b, S, S) or (b, 2, 2)
        Counts. Where people were asked about different partners, not whole numbers: what ties by chance give on the
        observed dyads of the true labels, plus how far the permuted ones are from that on theirs.

    Notes
    -----
    Let m ties lie on D observed dyads, O of them in a cell and O' under permuted labels, where x' ties are then seen.
    With everybody asked about everybody O = O', and the matrix holds x'. Else it holds
    m O / D + (x' - m O' / D) f, where f is the ratio of the standard deviations of a count on O and on O' of D dyads:
    the square root of O (D - O) / (O' (D - O')). The permutation distribution of (x - m O / D) over its standard
    deviation is then that of the correlation of ties with the cell over all observed dyads [2]_.

    References
    ----------
    .. [1] Krackhardt, D., & Stern, R. N. (1988). Informal networks and organizational crises: An experimental
       simulation. Social Psychology Quarterly, 51(2), 123-140.

    .. [2] Hubert, L., & Schultz, J. (1976). Quadratic assignment as a general data analysis strategy. British Journal
       of Mathematical and Statistical Psychology, 29(2), 190-241.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> layer = from_networkx(nx.path_graph(4)).layer("collaboration")
    >>> sum(len(batch) for batch in permuted_mixing(layer, 99))
    99
    """
    sectors = len(layer.sectors)
    size = max(layer.n_ties, layer.n, sectors * sectors)
    permutations = min(permutations, max(FEWEST, TIES_WORK // max(size, 1)))
    observed = None if asked_alike(layer) else ObservedMixing.of(layer)
    if observed is None:
        for labels in permuted_labels(layer, permutations, seed, size):
            if inside_alone:
                yield inside_and_across(labels, layer.edge_index)
            else:
                yield mixing_of(labels, layer.edge_index, sectors, directed=layer.directed)
        return
    by_chance = observed.expected(layer.sector_codes)
    for labels in permuted_labels(layer, min(permutations, max(FEWEST, WORK // layer.n**2)), seed, size):
        expected = observed.expected(labels)
        deviation = mixing_of(labels, layer.edge_index, sectors, directed=layer.directed) - expected
        yield by_chance + deviation * _ratio_of_deviations(by_chance, expected, by_cell=by_cell)


def _ratio_of_deviations(
    by_chance: NDArray[np.float64], expected: NDArray[np.float64], *, by_cell: bool
) -> NDArray[np.float64]:
    """How much wider counts spread on the dyads of the true labels than on those of permuted ones."""
    ties = by_chance.sum()
    if not by_cell:
        by_chance, expected = (
            np.trace(matrix, axis1=-2, axis2=-1)[..., None, None] for matrix in (by_chance, expected)
        )
    spread, permuted = by_chance * (ties - by_chance), expected * (ties - expected)
    return np.asarray(np.sqrt(np.divide(spread, permuted, out=np.ones_like(expected), where=permuted > 0)))


def permuted_labels(layer: Layer, permutations: int, seed: int, size: int) -> Iterator[NDArray[np.intp]]:
    """Permute sectors among those who answered and, separately, among those who did not, batch by batch.

    Parameters
    ----------
    layer : Layer
        Of n organizations.
    permutations, seed : int
        As in `permuted_mixing`.
    size : int
        How many numbers one permutation takes; it decides how many permutations make a batch.

    Returns
    -------
    iterator of ndarray of int, shape (b, n)
    """
    strata = layer.answered.astype(np.intp)
    return permuted_within(layer.sector_codes, strata, permutations, seed, size)


def permuted_within(
    values: NDArray[np.intp], strata: NDArray[np.intp], permutations: int, seed: int, size: int
) -> Iterator[NDArray[np.intp]]:
    """Permute values within strata, batch by batch.

    Parameters
    ----------
    values : ndarray of int, shape (n,)
        Labels; or the numbers 0 to n - 1, for permutations themselves.
    strata : ndarray of int, shape (n,)
        No value leaves its stratum.
    permutations, seed, size : int
        As in `permuted_labels`.

    Yields
    ------
    ndarray of int, shape (b, n)

    Examples
    --------
    >>> (batch,) = permuted_within(np.arange(4), np.array([0, 0, 0, 1]), 5, seed=0, size=4)
    >>> batch[:, 3], batch[:, :3].sum(axis=1)
    (array([3, 3, 3, 3, 3]), array([3, 3, 3, 3, 3]))
    """
    in_batch = int(np.clip(BATCH // max(size, 1), 1, permutations))
    batches = -(-permutations // in_batch)
    # The last stratum first: those who answered, where there are two.
    members = [np.flatnonzero(strata == stratum) for stratum in np.unique(strata)[::-1]]
    for index, child in enumerate(np.random.SeedSequence(seed).spawn(batches)):
        rng = np.random.default_rng(child)
        permuted = np.repeat(values[None], min(in_batch, permutations - index * in_batch), axis=0)
        if len(members) == 1:  # nothing is to be picked out and put back
            rng.permuted(permuted, axis=1, out=permuted)
        else:
            for stratum in members:
                permuted[:, stratum] = rng.permuted(permuted[:, stratum], axis=1)
        yield permuted


@dataclass(frozen=True, eq=False)
class PermutedMixing:
    """Mixing matrices under permuted labels, drawn once for all the statistics of a layer that ask for them.

    Parameters
    ----------
    layer, permutations, seed
        As in `permuted_mixing`.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> drawn = PermutedMixing(from_networkx(nx.path_graph(4)).layer("collaboration"), 99)
    >>> next(drawn.batches()) is next(drawn.batches())
    True
    """

    layer: Layer
    permutations: int = 9999
    seed: int = 0
    _kept: dict[str, tuple[list[NDArray[np.number]], Iterator[NDArray[np.number]]]] = field(
        default_factory=dict, init=False, repr=False
    )

    def batches(self, *, by_cell: bool = False, inside_alone: bool = False) -> Iterator[NDArray[np.number]]:
        """Yield what `permuted_mixing` does; no more is drawn than anybody has asked for.

        Parameters
        ----------
        by_cell, inside_alone : bool
            As in `permuted_mixing`. Whoever asks for ties inside alone gets whole matrices where they are there.
        """
        alike = asked_alike(self.layer)
        by_cell, inside_alone = by_cell and not alike, inside_alone and alike and "whole" not in self._kept
        kind = "by cell" if by_cell else "inside" if inside_alone else "whole"
        matrices = permuted_mixing(self.layer, self.permutations, self.seed, by_cell=by_cell, inside_alone=inside_alone)
        if 8 * self.permutations * (2 if inside_alone else len(self.layer.sectors)) ** 2 > KEPT:
            yield from matrices
            return
        drawn, others = self._kept.setdefault(kind, ([], matrices))
        for place in count():
            if place == len(drawn):
                batch = next(others, None)
                if batch is None:
                    return
                batch.setflags(write=False)
                drawn.append(batch)
            yield drawn[place]


def under_labels(
    layer: Layer | PermutedMixing,
    statistic: Callable[[NDArray[np.number]], NDArray[np.float64]],
    permutations: int = 9999,
    seed: int = 0,
    *,
    by_cell: bool = False,
    inside_alone: bool = False,
    observed: float | None = None,
) -> NDArray[np.float64]:
    """Compute a statistic of mixing matrices under permuted labels [1]_.

    Parameters
    ----------
    layer : Layer or PermutedMixing
        Its labels are permuted; or what was drawn of one, with as many permutations and the seed of these.
    statistic : callable
        From mixing matrices, shape (b, S, S), to values, shape (b, ...).
    permutations, seed, by_cell, inside_alone
        As in `permuted_mixing`.
    observed : float, optional
        The value of a single statistic: permutations in which it is undefined are then left out, and the draws stop
        early by the rule of `early_stopping`.

    Returns
    -------
    ndarray of float, shape (permutations, ...)

    References
    ----------
    .. [1] Krackhardt, D., & Stern, R. N. (1988). Informal networks and organizational crises: An experimental
       simulation. Social Psychology Quarterly, 51(2), 123-140.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> layer = from_networkx(nx.karate_club_graph(), sector="club").layer("collaboration")
    >>> inside = under_labels(layer, lambda mixing: np.trace(mixing, axis1=1, axis2=2), 99)
    >>> inside.shape, np.trace(layer.mixing) > inside.max()
    ((99,), np.True_)
    """
    drawn = layer if isinstance(layer, PermutedMixing) else PermutedMixing(layer, permutations, seed)
    values = replicated(statistic, drawn.batches(by_cell=by_cell, inside_alone=inside_alone))
    if observed is None:
        return np.concatenate(list(values))
    return until_clear(np.array(observed), (batch[~np.isnan(batch)] for batch in values))


def under_relabelling(
    layer: Layer,
    statistic: Callable[[Layer, NDArray[np.intp]], NDArray[np.float64]],
    permutations: int = 9999,
    seed: int = 0,
) -> NDArray[np.float64]:
    """Compute a statistic that the mixing matrix does not determine under permuted labels [1]_.

    Parameters
    ----------
    layer : Layer
        Of n organizations, whose labels are permuted.
    statistic : callable
        From the layer and labels, shape (b, n), to values, shape (b, ...).
    permutations, seed : int
        As in `permuted_mixing`.

    Returns
    -------
    ndarray of float, shape (permutations, ...)

    References
    ----------
    .. [1] Krackhardt, D., & Stern, R. N. (1988). Informal networks and organizational crises: An experimental
       simulation. Social Psychology Quarterly, 51(2), 123-140.
    """
    batches = permuted_labels(layer, permutations, seed, layer.n**2)
    return np.concatenate(list(replicated(lambda labels: statistic(layer, labels), several(batches, 1000))))


def several(batches: Iterator[NDArray[np.intp]], least: int) -> Iterator[NDArray[np.intp]]:
    """Put small batches together, so that what a statistic prepares for each is prepared for at least so many.

    Parameters
    ----------
    batches : iterator of ndarray of int, shape (b, n)
        Such as permutations.
    least : int
        How many rows.

    Yields
    ------
    ndarray of int, shape (at least `least`, n)
        The last may have fewer.

    Examples
    --------
    >>> [len(batch) for batch in several(iter([np.zeros((2, 3), dtype=int)] * 5), 3)]
    [4, 4, 2]
    """
    waiting: list[NDArray[np.intp]] = []
    for batch in batches:
        waiting.append(batch)
        if sum(map(len, waiting)) >= least:
            yield np.concatenate(waiting)
            waiting = []
    if waiting:
        yield np.concatenate(waiting)


def asked_by_sector(layer: Layer, permutations: int = 9999, seed: int = 0) -> bool:
    """Whether who was asked about whom goes with sectors; tests of two ties in a row would take that for brokerage.

    Parameters
    ----------
    layer : Layer
        Any.
    permutations, seed : int
        As in `permuted_mixing`.

    Returns
    -------
    bool
        Whether more, or fewer, observed dyads lie within sectors than in 95 of 100 permutations, two-sided. False where
        everybody was asked about everybody.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> asked_by_sector(from_networkx(nx.path_graph(4)).layer("collaboration"))
    False
    """
    if asked_alike(layer):
        return False
    observed = ObservedMixing.of(layer)
    batches = permuted_labels(layer, min(permutations, FEWEST), seed, layer.n**2)
    inside = np.concatenate(list(replicated(observed.inside, batches)))
    return bool(two_sided(np.array(observed.inside(layer.sector_codes)), inside) <= LEVEL)
