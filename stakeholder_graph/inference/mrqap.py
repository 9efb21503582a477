"""MRQAP: what each predictor of ties explains beside the others, where dyads depend on each other.

Null model: what a predictor tells beyond the others is dealt out anew, organizations taking each other's place; the
ties, the other predictors and who was asked about whom stay [1]_.

References
----------
.. [1] Dekker, D., Krackhardt, D., & Snijders, T. A. B. (2007). Sensitivity of MRQAP tests to collinearity and
   autocorrelation conditions. Psychometrika, 72(4), 563-581.
.. [2] Frisch, R., & Waugh, F. V. (1933). Partial time regressions as compared with individual trends. Econometrica,
   1(4), 387-401.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.inference.dyad_permutation import PermutedDyads
from stakeholder_graph.inference.early_stopping import LEAST, sequential, stops_at, until_clear
from stakeholder_graph.inference.replicates import replicated

#: What is left of a predictor that the others explain is smaller than this share of it.
COLLINEAR = 1e-9


@dataclass(frozen=True, eq=False)
class Regression:
    """What each predictor explains beside the others.

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
        t under permutations; NaN of a predictor whose draws have stopped may stand in the rest.
    draws : ndarray of int, shape (p,)
        On how many of them each p rests.
    """

    intercept: float
    coefficients: NDArray[np.float64]
    t: NDArray[np.float64]
    p: NDArray[np.float64]
    r_squared: float
    simulated: NDArray[np.float64]
    draws: NDArray[np.intp]


def mrqap(
    y: NDArray[np.float64], x: NDArray[np.float64], dyads: PermutedDyads, *, permutations: int = 9999, seed: int = 0
) -> Regression:
    """Regress one square matrix on several, and test each by double semi-partialling [1]_.

    Parameters
    ----------
    y : ndarray of float, shape (n, n)
        Such as ties.
    x : ndarray of float, shape (p, n, n)
        Predictors; symmetric where dyads are unordered. They are known of all pairs, also of those that were not asked
        about.
    dyads : PermutedDyads
        Where `y` is known.
    permutations, seed : int
        How many at most, and the seed; draws stop early by the rule of `early_stopping`, when those of every predictor
        have stopped.

    Returns
    -------
    Regression

    Notes
    -----
    For each predictor in turn, its residual given the other predictors is permuted, and its t is compared with the t
    that the permuted residual has beside the others, unpermuted: a pivotal statistic. By [2]_ this t follows from three
    sums of products of the permuted residual: with the residual of y given the others, with each direction that the
    others span, and with itself, which no permutation changes where everybody was asked about everybody. Residuals of
    dyads that are not observed, too, come from the fit on those that are, so that they can be moved to observed ones.

    References
    ----------
    .. [1] Dekker, D., Krackhardt, D., & Snijders, T. A. B. (2007). Sensitivity of MRQAP tests to collinearity and
       autocorrelation conditions. Psychometrika, 72(4), 563-581.
    .. [2] Frisch, R., & Waugh, F. V. (1933). Partial time regressions as compared with individual trends.
       Econometrica, 1(4), 387-401.

    Examples
    --------
    >>> rng = np.random.default_rng(0)
    >>> x = rng.normal(size=(2, 8, 8))
    >>> regression = mrqap(1 + 2 * x[0] - x[1], x, PermutedDyads.among(np.ones((8, 8), dtype=bool)), permutations=99)
    >>> np.round(regression.coefficients, 6), round(regression.intercept, 6), round(regression.r_squared, 6)
    (array([ 2., -1.]), 1.0, 1.0)
    """
    out, predictors = dyads.of(y), [dyads.of(matrix) for matrix in x]
    design = np.stack([np.ones(len(dyads.rows)), *predictors], axis=1)
    fit = np.linalg.lstsq(design, out, rcond=None)[0] if len(out) else np.full(len(x) + 1, np.nan)
    aside = np.stack([np.ones(len(dyads.missing[0])), *(matrix[dyads.missing] for matrix in x)], axis=1)
    partials = [_Partial.of(out, design, aside, column, dyads) for column in range(1, len(x) + 1)]
    beside = np.stack([partial.residual.ravel() for partial in partials], axis=1)
    compared = _Compared.of(out, design, x, beside, dyads)

    def t_under(orders: NDArray[np.intp], asked: NDArray[np.intp], compared: _Compared) -> NDArray[np.float64]:
        """The t of some predictors, shape (b, p); NaN of the others."""
        products, squares = compared.products(orders)
        t = np.full((len(orders), len(partials)), np.nan)
        for column, k in enumerate(asked.tolist()):
            t[:, k] = partials[k].t(products[:, :, column], None if squares is None else squares[:, column])
        return t

    def drawn() -> Iterator[NDArray[np.float64]]:
        """Draws of every predictor until the first may stop, and from there on of those that have not stopped."""
        batches = dyads.permutations(permutations, seed, dyads.n**2)
        first: list[NDArray[np.intp]] = []
        while sum(map(len, first)) < LEAST and (batch := next(batches, None)) is not None:
            first.append(batch)
        of_all = np.concatenate(list(replicated(lambda orders: t_under(orders, every, compared), first)))
        yield of_all
        left = np.flatnonzero(stops_at(t, of_all) == 0)
        of_left = compared.only(left)
        yield from replicated(lambda orders: t_under(orders, left, of_left), batches)

    every = np.arange(len(partials))
    t = t_under(np.arange(dyads.n)[None], every, compared)[0]
    simulated = until_clear(t, drawn())
    draws = stops_at(t, simulated)
    draws = np.where(draws, draws, len(simulated))
    total = float(((out - out.mean()) ** 2).sum()) if len(out) else 0.0
    explained = 1 - float(((out - design @ fit) ** 2).sum()) / total if total > 0 else np.nan
    coefficients = np.where(np.isnan(t), np.nan, fit[1:])
    return Regression(float(fit[0]), coefficients, t, sequential(t, simulated), explained, simulated, draws)


@dataclass(frozen=True, eq=False)
class _Partial:
    """One predictor beside the others."""

    #: The residual of the predictor given the others, shape (n, n), on dyads observed or not; 0 elsewhere.
    residual: NDArray[np.float64]
    #: From products with the outcome, the constant and all predictors to those that are needed: with the residual of
    #: the outcome given the others, and with an orthonormal basis of what these span, the constant among them.
    needed: NDArray[np.float64]
    #: Sums of squares of the two residuals on the observed dyads.
    predictor_squares: float
    outcome_squares: float
    freedom: int

    @classmethod
    def of(
        cls,
        out: NDArray[np.float64],
        design: NDArray[np.float64],
        aside: NDArray[np.float64],
        column: int,
        dyads: PermutedDyads,
    ) -> "_Partial":
        others, own = np.delete(design, column, axis=1), design[:, column]
        basis, sizes, turned = np.linalg.svd(others, full_matrices=False)
        spans = sizes > COLLINEAR * sizes.max(initial=0.0)
        basis = basis[:, spans]
        residual = own - basis @ (basis.T @ own)
        if residual @ residual <= COLLINEAR * (own @ own):
            residual = np.zeros_like(own)
        fitted = (turned[spans].T / sizes[spans]) @ (basis.T @ own)
        left_aside = aside[:, column] - np.delete(aside, column, axis=1) @ fitted
        along = basis.T @ out
        left = out - basis @ along
        to_basis = np.insert(turned[spans].T / sizes[spans], column, 0.0, axis=0)
        needed = np.vstack([np.eye(1, 1 + len(along)), np.column_stack([-to_basis @ along, to_basis])])
        freedom = len(out) - basis.shape[1] - 1
        squares = float(left @ left) if left @ left > COLLINEAR * (out @ out) else 0.0
        moved = dyads.square(residual, left_aside)
        return cls(moved, needed, float(residual @ residual), squares, freedom)

    def t(self, products: NDArray[np.float64], moved_squares: NDArray[np.float64] | None) -> NDArray[np.float64]:
        """Compute t from sums of products, one a permutation; NaN where nothing explains, or is to be explained.

        Parameters
        ----------
        products : ndarray of float, shape (b, k)
            Of the permuted residual with the outcome, the constant and all predictors, on observed dyads.
        moved_squares : ndarray of float, shape (b,), or None
            Sum of squares of the permuted residual on observed dyads; None where no permutation changes it.
        """
        if not (self.predictor_squares > 0 and self.outcome_squares > 0 and self.freedom > 0):
            return np.full(len(products), np.nan)
        product, *shared = (products @ self.needed).T
        own = self.predictor_squares if moved_squares is None else moved_squares
        squares = np.maximum(own - np.sum(np.square(shared), axis=0), COLLINEAR * self.predictor_squares)
        # Where nothing is left to explain t has no limit; it is kept finite, so that it can be compared.
        rest = np.maximum(self.outcome_squares - product**2 / squares, COLLINEAR * self.outcome_squares)
        return np.asarray(product / np.sqrt(squares * rest / self.freedom), dtype=np.float64)


@dataclass(frozen=True, eq=False)
class _Compared:
    """The cells of square matrices in which what is permuted meets what stays where it is."""

    #: Shape (c,). Where everybody was asked about everybody only those that hold anything but the constant, and of two
    #: that hold the same under every permutation one.
    rows: NDArray[np.intp]
    columns: NDArray[np.intp]
    #: The outcome, the constant and all predictors there, shape (c, k).
    known: NDArray[np.float64]
    #: The residuals of all predictors, shape (n * n, p), side by side, so that one look at memory fetches them.
    beside: NDArray[np.float64]
    #: Their sums over all dyads, shape (p,), which no permutation changes where everybody was asked about everybody;
    #: else None.
    sums: NDArray[np.float64] | None

    @classmethod
    def of(
        cls,
        out: NDArray[np.float64],
        design: NDArray[np.float64],
        x: NDArray[np.float64],
        beside: NDArray[np.float64],
        dyads: PermutedDyads,
    ) -> "_Compared":
        known, rows, columns = np.column_stack([out, design]), dyads.rows, dyads.columns
        all_observed = not len(dyads.missing[0])
        sums = beside[rows * dyads.n + columns].sum(axis=0) if all_observed else None
        if all_observed and dyads.directed and np.array_equal(x, x.transpose(0, 2, 1)):
            # What is permuted is the same both ways, so that both ways of a pair meet the same.
            whole = np.zeros((dyads.n, dyads.n, known.shape[1]))
            whole[rows, columns] = known
            upper = rows < columns
            rows, columns = rows[upper], columns[upper]
            known = whole[rows, columns] + whole[columns, rows]
        if all_observed:
            there = np.delete(known, 1, axis=1).any(axis=1)
            rows, columns, known = rows[there], columns[there], known[there]
        return cls(rows, columns, known, beside, sums)

    def only(self, columns: NDArray[np.intp]) -> "_Compared":
        """The same of some predictors alone.

        Parameters
        ----------
        columns : ndarray of int, shape (at most p,)
            Which of them.
        """
        sums = None if self.sums is None else self.sums[columns]
        kept = np.ones(len(self.rows), dtype=bool)
        if sums is not None and len(columns) == 1:
            # A predictor meets the others and the outcome: where these are 0 nothing is added up.
            kept = np.asarray(np.delete(self.known, [1, 2 + columns[0]], axis=1).any(axis=1))
        beside = np.ascontiguousarray(self.beside[:, columns])
        return _Compared(self.rows[kept], self.columns[kept], self.known[kept], beside, sums)

    def products(self, orders: NDArray[np.intp]) -> tuple[NDArray[np.float64], NDArray[np.float64] | None]:
        """Compute sums of products with permuted residuals, and the sums of their squares where these change.

        Parameters
        ----------
        orders : ndarray of int, shape (b, n)
            The permutations.

        Returns
        -------
        products : ndarray of float, shape (b, k, p)
            On observed dyads.
        squares : ndarray of float, shape (b, p), or None
            On observed dyads; None where no permutation changes them.
        """
        # Within range by what they are: not to look is quicker.
        places = (orders * orders.shape[1]).take(self.rows, axis=1, mode="clip")
        places += orders.take(self.columns, axis=1, mode="clip")
        moved = self.beside.take(places, axis=0, mode="clip")
        products = self.known.T @ moved
        if self.sums is not None:
            products[:, 1] = self.sums
            return products, None
        # The constant is 1 where a dyad is observed.
        return products, self.known[:, 1] @ np.square(moved)
