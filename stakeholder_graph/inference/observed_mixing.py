"""Observed dyads by pair of sectors: where a tie could have been reported at all.

Where people were asked about different partners, a sector can look closed because its members were mostly asked about
each other. Chance then has to be chance on the dyads that were asked about: sectors are permuted, who was asked about
whom stays as it is, and ties are compared with the observed dyads that the same labels have [1]_.

References
----------
.. [1] Hubert, L., & Schultz, J. (1976). Quadratic assignment as a general data analysis strategy. British Journal of
   Mathematical and Statistical Psychology, 29(2), 190-241.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.frames.arrays import Flags, Floats, Ints
from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.graph.mixing import mixing_of

#: Dyads looked at in one go.
BLOCK = 1 << 22


def asked_alike(layer: Layer) -> bool:
    """Whether everybody who answered has answered about everybody, so that permuting sectors moves no observed dyad.

    Parameters
    ----------
    layer : Layer
        Any.

    Returns
    -------
    bool

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> asked_alike(from_networkx(nx.path_graph(4)).layer("collaboration"))
    True
    """
    answered = int(layer.answered.sum())
    pairs, towards = answered * (answered - 1), answered * (layer.n - answered)
    if layer.directed:
        return layer.n_dyads == pairs + towards
    return layer.n_dyads == pairs // 2 + (towards if layer.pairing == "one end" else 0)


@dataclass(frozen=True, eq=False)
class _Kind:
    """The dyads among those who answered, or those from them to the others."""

    #: How many ties lie on them, and how many are observed.
    ties: int
    dyads: int
    #: By pair of sectors: how many there are, observed or not. No permutation changes it.
    whole: Ints
    #: The dyads that are counted under each labelling, and whether these are the ones that are not observed.
    ends: tuple[Ints, Ints]
    missing: bool

    def observed(self, labels: Ints, sectors: int, *, directed: bool) -> Floats:
        counted = mixing_of(labels, self.ends, sectors, directed=directed)
        return np.asarray(self.whole - counted if self.missing else counted, dtype=np.float64)


@dataclass(frozen=True, eq=False)
class ObservedMixing:
    """The observed dyads of a layer, to be counted by the sectors of their ends.

    Parameters
    ----------
    sectors : int
        Number of sectors S.
    directed : bool
        Whether a dyad is an ordered pair; else cells stand in the upper triangle.
    kinds : tuple of two
        Dyads among those who answered, and from them to the others: ties are not as frequent on both.
    """

    sectors: int
    directed: bool
    kinds: tuple[_Kind, _Kind]

    @classmethod
    def of(cls, layer: Layer) -> "ObservedMixing":
        """Collect the observed dyads of a layer.

        Parameters
        ----------
        layer : Layer
            Any.

        Returns
        -------
        ObservedMixing

        Examples
        --------
        >>> import networkx as nx
        >>> from stakeholder_graph.graph import from_networkx
        >>> layer = from_networkx(nx.path_graph(4)).layer("collaboration")
        >>> ObservedMixing.of(layer).expected(layer.sector_codes).tolist()
        [[3.0]]
        """
        answered = layer.answered
        senders, receivers = layer.edge_index
        both = answered[senders] & answered[receivers]
        kinds = tuple(
            _kind(layer, int(np.count_nonzero(among == both)), among_answered=among) for among in (True, False)
        )
        return cls(len(layer.sectors), layer.directed, (kinds[0], kinds[1]))

    def expected(self, labels: Ints) -> Floats:
        """Mean counts of ties where each observed dyad of a kind is as likely to hold one.

        Parameters
        ----------
        labels : ndarray of int, shape (..., n)
            Sectors, permuted or not.

        Returns
        -------
        ndarray of float, shape (..., S, S)
        """
        kinds = [kind for kind in self.kinds if kind.dyads]
        by_kind = [kind.observed(labels, self.sectors, directed=self.directed) for kind in kinds]
        shares = [kind.ties / kind.dyads * counts for kind, counts in zip(kinds, by_kind, strict=True)]
        return sum(shares, np.zeros((*labels.shape[:-1], self.sectors, self.sectors)))

    def inside(self, labels: Ints) -> Floats:
        """How many observed dyads lie within sectors.

        Parameters
        ----------
        labels : ndarray of int, shape (..., n)
            Sectors, permuted or not.

        Returns
        -------
        ndarray of float, shape (...)
        """
        among, towards = (kind.observed(labels, self.sectors, directed=self.directed) for kind in self.kinds)
        return np.asarray(np.trace(among + towards, axis1=-2, axis2=-1))


def _kind(layer: Layer, ties: int, *, among_answered: bool) -> _Kind:
    n, answered = layer.n, layer.answered
    ends_of: dict[bool, list[tuple[Ints, Ints]]] = {True: [], False: []}
    for start in range(0, n, size := max(1, BLOCK // max(n, 1))):
        eligible = _eligible(layer, np.arange(start, min(start + size, n)), answered, among_answered)
        rows, columns = np.nonzero(eligible)
        rows = rows.astype(np.intp) + start
        observed = layer.observes(rows, columns.astype(np.intp))
        for state in (True, False):
            ends_of[state].append((rows[observed == state], columns[observed == state].astype(np.intp)))
    ends = {state: tuple(map(np.concatenate, zip(*blocks, strict=True))) for state, blocks in ends_of.items()}
    missing = len(ends[False][0]) < len(ends[True][0])
    whole = np.zeros((len(layer.sectors),) * 2, dtype=np.intp)
    for rows, columns in ends.values():
        whole += mixing_of(layer.sector_codes, (rows, columns), len(layer.sectors), directed=layer.directed)
    rows, columns = ends[not missing]
    return _Kind(ties, len(ends[True][0]), whole, (rows, columns), missing)


def _eligible(layer: Layer, rows: NDArray[np.intp], answered: Flags, among_answered: bool) -> Flags:
    """Which dyads of some rows are of the kind at all, an unordered pair once."""
    columns = np.arange(layer.n)
    if among_answered:
        kind = np.outer(answered[rows], answered) & (rows[:, None] != columns)
        return np.asarray(kind if layer.directed else kind & (rows[:, None] < columns), dtype=bool)
    return np.asarray(np.outer(answered[rows], ~answered), dtype=bool)


def expected_mixing(layer: Layer) -> NDArray[np.float64]:
    """Compute the mean of the mixing matrix by chance: under permuted labels, given who was asked about whom.

    Parameters
    ----------
    layer : Layer
        With S sectors.

    Returns
    -------
    ndarray of float, shape (S, S)
        Upper triangular where undirected.

    Notes
    -----
    Let r and q be the numbers of each sector that answered and that did not, R and Q their sums, and m_RR and m_RQ the
    numbers of ties among those who answered and from them to those who did not. Then a directed cell is
    m_RR r_g (r_h - [g = h]) / (R (R - 1)) + m_RQ r_g q_h / (R Q). Where people were asked about different partners,
    the numbers of observed dyads stand in place of r_g (r_h - [g = h]) and r_g q_h, and their sums below.
    """
    if not asked_alike(layer):
        return ObservedMixing.of(layer).expected(layer.sector_codes)
    answered = layer.answered
    sectors = len(layer.sectors)
    r = np.bincount(layer.sector_codes[answered], minlength=sectors).astype(float)
    q = np.bincount(layer.sector_codes[~answered], minlength=sectors).astype(float)
    senders, receivers = layer.edge_index
    within = int((answered[senders] & answered[receivers]).sum())
    towards = layer.n_ties - within
    pairs_rr = np.outer(r, r) - np.diag(r)
    pairs_rq = np.outer(r, q)
    expected = within * _share(pairs_rr) + towards * _share(pairs_rq)
    if layer.directed:
        return expected
    return np.triu(expected + expected.T) - np.diag(np.diag(expected))


def _share(pairs: NDArray[np.float64]) -> NDArray[np.float64]:
    total = pairs.sum()
    return pairs / total if total else np.zeros_like(pairs)
