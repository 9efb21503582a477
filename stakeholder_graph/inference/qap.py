"""QAP: whether ties go with what pairs of organizations have in common, with dyads that depend on each other.

Dyads of one organization resemble each other, so rows and columns are permuted together: every organization takes the
place of another with all of its dyads. Who takes whose place is drawn within strata, such that the observed dyads are
the same in every permutation.

References
----------
.. [1] Krackhardt, D. (1988). Predicting with networks: Nonparametric multiple regression analysis of dyadic data.
   Social Networks, 10(4), 359-381.
.. [2] Dekker, D., Krackhardt, D., & Snijders, T. A. B. (2007). Sensitivity of MRQAP tests to collinearity and
   autocorrelation conditions. Psychometrika, 72(4), 563-581.
.. [3] Frisch, R., & Waugh, F. V. (1933). Partial time regressions as compared with individual trends. Econometrica,
   1(4), 387-401.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.inference.labels import BATCH, permuted_within, two_sided

#: Numbers looked at before the next batch.
CACHED = 100_000
#: What is left of a predictor that the others explain is smaller than this share of it.
COLLINEAR = 1e-9


@dataclass(frozen=True, eq=False)
class Dyads:
    """The dyads of n organizations that are compared, the same under all permutations.

    Parameters
    ----------
    rows, columns : ndarray of int, shape (d,)
        The ends of each; an unordered pair once.
    strata : ndarray of int, shape (n,)
        Organizations of one stratum may take each other's place.
    directed : bool
        Whether a dyad is an ordered pair.
    """

    rows: NDArray[np.intp]
    columns: NDArray[np.intp]
    strata: NDArray[np.intp]
    directed: bool = True

    @classmethod
    def among(cls, known: NDArray[np.bool_], *, directed: bool = True) -> "Dyads":
        """The dyads of a square mask.

        Parameters
        ----------
        known : ndarray of bool, shape (n, n)
            Which dyads are observed; an unordered pair if either way is. The diagonal never is.
        directed : bool
            Whether a dyad is an ordered pair.

        Returns
        -------
        Dyads
            Two organizations are of one stratum if the mask stays as it is when they change places. Where single
            dyads are missing, so that most have nobody to change places with, those who miss most are first left out as
            senders, or as receivers, until all dyads of those who are left are there.

        Examples
        --------
        >>> answered = np.array([True, True, True, False, False])
        >>> dyads = Dyads.among(np.tile(answered[:, None], 5))
        >>> len(dyads.rows), dyads.strata
        (12, array([1, 1, 1, 0, 0]))
        """
        mask = known & ~np.eye(len(known), dtype=bool)
        strata = _twins(mask)
        if 2 * (np.bincount(strata)[strata] == 1).sum() > len(strata):
            mask = _whole(mask)
            strata = _twins(mask)
        mask = mask if directed else np.triu(mask | mask.T)
        rows, columns = np.nonzero(mask)
        return cls(rows.astype(np.intp), columns.astype(np.intp), strata, directed)

    @property
    def n(self) -> int:
        """Number of organizations."""
        return len(self.strata)

    def of(self, matrix: NDArray[np.float64]) -> NDArray[np.float64]:
        """Read a square matrix off at the dyads, shape (d,)."""
        return np.asarray(matrix[self.rows, self.columns], dtype=np.float64)

    def square(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Write values of dyads into a square matrix, 0 elsewhere."""
        matrix = np.zeros((self.n, self.n))
        matrix[self.rows, self.columns] = values
        if not self.directed:
            matrix[self.columns, self.rows] = values
        return matrix

    def permutations(self, permutations: int, seed: int, each: int) -> Iterator[NDArray[np.intp]]:
        """Permutations of the organizations within strata, shape (b, n), in batches that stay in the cache."""
        each = max(each, self.n) * (BATCH // CACHED)
        return permuted_within(np.arange(self.n), self.strata, permutations, seed, each)


def _twins(mask: NDArray[np.bool_]) -> NDArray[np.intp]:
    """For each organization a number that it shares with those of the same row and column, each other apart."""
    # Filled in, the diagonal of those who ask and are asked about makes twins equal there too.
    filled = mask | np.diag(mask.any(axis=1) & mask.any(axis=0))
    return np.unique(np.hstack([filled, filled.T]), axis=0, return_inverse=True)[1].astype(np.intp)


def _whole(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The mask without those by whom single dyads are missing."""
    mask = mask.copy()
    while True:
        sends, receives = mask.any(axis=1), mask.any(axis=0)
        missing = ~mask & np.outer(sends, receives) & ~np.eye(len(mask), dtype=bool)
        of_sender, of_receiver = missing.sum(axis=1), missing.sum(axis=0)
        if not missing.any():
            return mask
        most = max(of_sender.max(), of_receiver.max())
        # All that miss as many go together, so that nothing hangs on the order of the roster.
        if of_sender.max() == most:
            mask[of_sender == most] = False
        else:
            mask[:, of_receiver == most] = False


@dataclass(frozen=True, eq=False)
class Correlation:
    """How closely two square matrices go together.

    Parameters
    ----------
    value : float
        Pearson's correlation over the dyads; NaN where one of them is the same everywhere.
    simulated : ndarray of float, shape (b,)
        The same under permutations.
    """

    value: float
    simulated: NDArray[np.float64]

    @property
    def p(self) -> float:
        """Two-sided, in (0, 1]."""
        return float(two_sided(np.array(self.value), self.simulated))


def qap(
    y: NDArray[np.float64], x: NDArray[np.float64], dyads: Dyads, *, permutations: int = 9999, seed: int = 0
) -> Correlation:
    """Correlate two square matrices, and compare with the same among permuted organizations [1]_.

    Parameters
    ----------
    y, x : ndarray of float, shape (n, n)
        Such as ties and what pairs share; symmetric where dyads are unordered.
    dyads : Dyads
        Where both are known.
    permutations, seed : int
        How many, and of which chance.

    Returns
    -------
    Correlation

    Notes
    -----
    Means and deviations are the same under all permutations, so that only the sum of products is found anew, over the
    dyads at which `y` is not 0.

    Examples
    --------
    >>> ties = np.array([[0, 1, 0], [1, 0, 0], [0, 0, 0]], dtype=float)
    >>> found = qap(ties, ties, Dyads.among(np.ones((3, 3), dtype=bool)), permutations=99)
    >>> round(found.value, 6)
    1.0
    """
    one, other = dyads.of(y), dyads.of(x)
    count = len(one)
    spread = one.std() * other.std() if count else 0.0
    if not spread > 0:
        return Correlation(np.nan, np.full(permutations, np.nan))
    tied = np.flatnonzero(one)
    rows, columns, weights = dyads.rows[tied], dyads.columns[tied], one[tied]
    flat = np.ascontiguousarray(x, dtype=np.float64).ravel()
    products = []
    for dealt in dyads.permutations(permutations, seed, len(tied)):
        where = np.take(dealt * dyads.n, rows, axis=1)
        where += np.take(dealt, columns, axis=1)
        products.append(flat.take(where) @ weights)
    centre = one.mean() * other.mean()
    value = float((one @ other / count - centre) / spread)
    return Correlation(value, (np.concatenate(products) / count - centre) / spread)


@dataclass(frozen=True, eq=False)
class Regression:
    """What each predictor adds to the others.

    Parameters
    ----------
    intercept : float
        The value where all predictors are 0.
    coefficients, t : ndarray of float, shape (p,)
        By ordinary least squares; NaN for a predictor that the others determine.
    p : ndarray of float, shape (p,)
        Two-sided, of the t under permutations, in (0, 1].
    r_squared : float
        Share of the variance that all predictors explain together.
    simulated : ndarray of float, shape (b, p)
        t under permutations.
    """

    intercept: float
    coefficients: NDArray[np.float64]
    t: NDArray[np.float64]
    p: NDArray[np.float64]
    r_squared: float
    simulated: NDArray[np.float64]


def mrqap(
    y: NDArray[np.float64], x: NDArray[np.float64], dyads: Dyads, *, permutations: int = 9999, seed: int = 0
) -> Regression:
    """Regress one square matrix on several, and test each by double semi-partialling [2]_.

    Parameters
    ----------
    y : ndarray of float, shape (n, n)
        Such as ties.
    x : ndarray of float, shape (p, n, n)
        Predictors; symmetric where dyads are unordered.
    dyads : Dyads
        Where all are known.
    permutations, seed : int
        How many, and of which chance.

    Returns
    -------
    Regression

    Notes
    -----
    Of each predictor, what the others leave unexplained is permuted, and its t is compared with the t it then has
    beside the others, unpermuted: a pivotal statistic. By [3]_ this t follows from three sums of products with the
    permuted residual u: with what the others leave of y, with each direction that the others span, and with itself,
    which no permutation changes.

    Examples
    --------
    >>> rng = np.random.default_rng(0)
    >>> x = rng.normal(size=(2, 8, 8))
    >>> found = mrqap(1 + 2 * x[0] - x[1], x, Dyads.among(np.ones((8, 8), dtype=bool)), permutations=99)
    >>> np.round(found.coefficients, 6), round(found.intercept, 6), round(found.r_squared, 6)
    (array([ 2., -1.]), 1.0, 1.0)
    """
    out, design = dyads.of(y), np.stack([np.ones(len(dyads.rows)), *(dyads.of(each) for each in x)], axis=1)
    fit = np.linalg.lstsq(design, out, rcond=None)[0] if len(out) else np.full(len(x) + 1, np.nan)
    parts = [_Part.of(out, design, place, dyads) for place in range(1, len(x) + 1)]
    known = np.zeros((dyads.n * dyads.n, 1 + design.shape[1]))
    known[dyads.rows * dyads.n + dyads.columns] = np.column_stack([out, design])
    dealt = dyads.permutations(permutations, seed, dyads.n**2)
    simulated = np.concatenate([np.stack([part.permuted(known, batch) for part in parts], axis=1) for batch in dealt])
    t = np.array([part.permuted(known, np.arange(dyads.n)[None])[0] for part in parts])
    total = float(((out - out.mean()) ** 2).sum()) if len(out) else 0.0
    explained = 1 - float(((out - design @ fit) ** 2).sum()) / total if total > 0 else np.nan
    coefficients = np.where(np.isnan(t), np.nan, fit[1:])
    return Regression(float(fit[0]), coefficients, t, two_sided(t, simulated), explained, simulated)


@dataclass(frozen=True, eq=False)
class _Part:
    """One predictor beside the others."""

    #: What the others leave of the predictor, shape (n, n), 0 elsewhere.
    residual: NDArray[np.float64]
    #: From products with the outcome, the constant and all predictors to those that are needed: with what the others
    #: leave of the outcome, and with an orthonormal basis of what they span, the constant among them.
    needed: NDArray[np.float64]
    #: Sums of squares of the two.
    size: float
    whole: float
    freedom: int

    @classmethod
    def of(cls, out: NDArray[np.float64], design: NDArray[np.float64], place: int, dyads: Dyads) -> "_Part":
        others, own = np.delete(design, place, axis=1), design[:, place]
        basis, sizes, turned = np.linalg.svd(others, full_matrices=False)
        spans = sizes > COLLINEAR * sizes.max(initial=0.0)
        basis = basis[:, spans]
        residual = own - basis @ (basis.T @ own)
        if residual @ residual <= COLLINEAR * (own @ own):
            residual = np.zeros_like(own)
        along = basis.T @ out
        left = out - basis @ along
        to_basis = np.insert(turned[spans].T / sizes[spans], place, 0.0, axis=0)
        needed = np.vstack([np.eye(1, 1 + len(along)), np.column_stack([-to_basis @ along, to_basis])])
        freedom = len(out) - basis.shape[1] - 1
        whole = float(left @ left) if left @ left > COLLINEAR * (out @ out) else 0.0
        return cls(dyads.square(residual), needed, float(residual @ residual), whole, freedom)

    def permuted(self, known: NDArray[np.float64], dealt: NDArray[np.intp]) -> NDArray[np.float64]:
        """The t under b permutations, shape (b,); NaN where nothing is to be explained, or nothing explains."""
        if not (self.size > 0 and self.whole > 0 and self.freedom > 0):
            return np.full(len(dealt), np.nan)
        moved = np.empty((len(dealt), *self.residual.shape))
        for order, into in zip(dealt, moved, strict=True):
            np.take(self.residual.take(order, axis=0), order, axis=1, out=into, mode="clip")
        product, *shared = (moved.reshape(len(dealt), -1) @ known @ self.needed).T
        size = np.maximum(self.size - np.sum(np.square(shared), axis=0), COLLINEAR * self.size)
        # Where nothing is left to explain t has no limit; it is kept finite, so that it can be compared.
        rest = np.maximum(self.whole - product**2 / size, COLLINEAR * self.whole)
        return np.asarray(product / np.sqrt(size * rest / self.freedom), dtype=np.float64)


def dyads_of(layer: Layer) -> Dyads:
    """The dyads of a layer that permutations can leave where they are.

    Parameters
    ----------
    layer : Layer
        Directed or not.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> len(dyads_of(from_networkx(nx.path_graph(4)).layer("collaboration")).rows)
    6
    """
    known = layer.observed.mask()
    return Dyads.among(known & known.T if layer.pairing == "both ends" else known, directed=layer.directed)
