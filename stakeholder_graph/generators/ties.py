"""Who is tied with whom: sector homophily, unequal activity and popularity, reciprocity, turnover."""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from stakeholder_graph.frames.arrays import Flags, Floats, Ints
from stakeholder_graph.frames.pairs import fold
from stakeholder_graph.generators.exact_draws import pick


@dataclass(frozen=True, eq=False)
class Pairs:
    """Tied pairs of organizations, each pair once.

    Parameters
    ----------
    first, second : arrays of shape (p,)
        The first names the second.
    both : array of bool, shape (p,)
        Whether the second names the first too.
    """

    first: Ints
    second: Ints
    both: Flags

    def adjacency(self, n: int) -> csr_array:
        """Write the directed ties into a matrix.

        Parameters
        ----------
        n : int
            Number of organizations.

        Returns
        -------
        csr_array, shape (n, n)
            1 for each tie, senders in rows.
        """
        rows = np.concatenate([self.first, self.second[self.both]])
        columns = np.concatenate([self.second, self.first[self.both]])
        return csr_array((np.ones(len(rows), dtype=np.int8), (rows, columns)), shape=(n, n))


@dataclass(frozen=True, eq=False)
class Traits:
    """What makes an organization likely to be in a tie.

    Parameters
    ----------
    group : array of int, shape (n,)
        Its sector.
    activity, popularity : arrays of shape (n,)
        Odds of naming and of being named, relative to the others.
    """

    group: Ints
    activity: Floats
    popularity: Floats


def draw_pairs(
    traits: Traits, within: int, across: int, rng: np.random.Generator, taken: Ints | None = None
) -> tuple[Ints, Ints]:
    """Draw distinct pairs, sender first, until both quotas are full; linear in the number of pairs.

    A pair's chance is its sender's activity times its receiver's popularity; a pair that came already is
    passed over.

    Parameters
    ----------
    traits : Traits
    within, across : int
        Pairs to draw inside sectors and between them.
    rng : numpy.random.Generator
    taken : array of int, optional
        Pairs not to draw again, each as ``lower * n + higher``.

    Returns
    -------
    first, second : arrays of shape (within + across,)
        Those within first.

    Raises
    ------
    ValueError
        If there are not that many pairs.
    """
    group, n = traits.group, len(traits.group)
    blocked = np.empty(0, dtype=np.int64) if taken is None else taken
    sizes = np.bincount(group)
    inside = int((sizes * (sizes - 1) // 2).sum())
    used = int((group[blocked // n] == group[blocked % n]).sum()) if n else 0
    room = {"within": inside - used, "across": n * (n - 1) // 2 - inside - (len(blocked) - used)}
    for kind, wanted in (("within", within), ("across", across)):
        if wanted > room[kind]:
            where = f"{kind} sectors" if len(sizes) > 1 else "in all"
            raise ValueError(f"cannot draw {wanted} pairs {where}: there are {room[kind]}")
    first = second = np.empty(0, dtype=np.int64)
    same = np.empty(0, dtype=np.bool_)
    size = 2 * (within + across) + 64
    while same.sum() < within or (~same).sum() < across:
        first = np.concatenate([first, _weighted(traits.activity, size, rng)])
        second = np.concatenate([second, _weighted(traits.popularity, size, rng)])
        code = _codes(first, second, n)
        once = np.sort(np.unique(code, return_index=True)[1])
        fresh = once[(first[once] != second[once]) & ~np.isin(code[once], blocked)]
        first, second = first[fresh], second[fresh]
        same = group[first] == group[second]
        size *= 2
    chosen = np.concatenate([np.flatnonzero(same)[:within], np.flatnonzero(~same)[:across]])
    return first[chosen], second[chosen]


def tie(traits: Traits, ties: int, within: float | None, reciprocity: float, rng: np.random.Generator) -> Pairs:
    """Draw a network with stated counts.

    Parameters
    ----------
    traits : Traits
    ties : int
        Directed ties.
    within : float or None
        Share of them inside a sector; None leaves it to chance.
    reciprocity : float
        Share of them that are returned.
    rng : numpy.random.Generator

    Returns
    -------
    Pairs
    """
    mutual = round(ties * reciprocity / 2)
    pairs = ties - mutual
    if within is None:
        traits = Traits(np.zeros_like(traits.group), traits.activity, traits.popularity)
    share = 1.0 if within is None else within
    inner, inner_mutual = round(share * pairs), round(share * mutual)
    first, second = draw_pairs(traits, inner, pairs - inner, rng)
    both = np.zeros(pairs, dtype=np.bool_)
    both[pick(np.ones(inner), inner_mutual, rng)] = True
    both[inner + pick(np.ones(pairs - inner), mutual - inner_mutual, rng)] = True
    return Pairs(first, second, both)


def turn_over(traits: Traits, pairs: Pairs, share: float, rng: np.random.Generator) -> Pairs:
    """Replace a share of the tied pairs by new ones of the same kind, so that every planted figure stays.

    Parameters
    ----------
    traits : Traits
    pairs : Pairs
    share : float
        Share of pairs replaced, from 0 to 1.
    rng : numpy.random.Generator

    Returns
    -------
    Pairs
    """
    n, p = len(traits.group), len(pairs.first)
    lost = pick(np.ones(p), round(share * p), rng)
    inside = traits.group[pairs.first] == traits.group[pairs.second]
    lost = np.concatenate([lost[inside[lost]], lost[~inside[lost]]])
    code = _codes(pairs.first, pairs.second, n)
    within = int(inside[lost].sum())
    first, second = pairs.first.copy(), pairs.second.copy()
    first[lost], second[lost] = draw_pairs(traits, within, len(lost) - within, rng, taken=code)
    return Pairs(first, second, pairs.both)


def _weighted(weight: Floats, size: int, rng: np.random.Generator) -> Ints:
    reach = np.cumsum(weight)
    drawn: Ints = np.searchsorted(reach, rng.random(size) * reach[-1], side="right")
    return np.minimum(drawn, len(weight) - 1, dtype=np.int64)


def _codes(first: Ints, second: Ints, n: int) -> Ints:
    """One number for each unordered pair of n organizations."""
    low, high = fold(first, second)
    return low * n + high
