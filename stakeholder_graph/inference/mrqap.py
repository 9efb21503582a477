"""MRQAP: what each thing that pairs of organizations have in common adds to the others.

References
----------
.. [1] Dekker, D., Krackhardt, D., & Snijders, T. A. B. (2007). Sensitivity of MRQAP tests to collinearity and
   autocorrelation conditions. Psychometrika, 72(4), 563-581.
.. [2] Frisch, R., & Waugh, F. V. (1933). Partial time regressions as compared with individual trends. Econometrica,
   1(4), 387-401.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.inference.dyad_permutation import PermutedDyads
from stakeholder_graph.inference.label_permutation import two_sided

#: What is left of a predictor that the others explain is smaller than this share of it.
COLLINEAR = 1e-9


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
    y: NDArray[np.float64], x: NDArray[np.float64], dyads: PermutedDyads, *, permutations: int = 9999, seed: int = 0
) -> Regression:
    """Regress one square matrix on several, and test each by double semi-partialling [1]_.

    Parameters
    ----------
    y : ndarray of float, shape (n, n)
        Such as ties.
    x : ndarray of float, shape (p, n, n)
        Predictors; symmetric where dyads are unordered.
    dyads : PermutedDyads
        Where all are known.
    permutations, seed : int
        How many, and of which chance.

    Returns
    -------
    Regression

    Notes
    -----
    Of each predictor, what the others leave unexplained is permuted, and its t is compared with the t it then has
    beside the others, unpermuted: a pivotal statistic. By [2]_ this t follows from three sums of products with the
    permuted residual u: with what the others leave of y, with each direction that the others span, and with itself,
    which no permutation changes.

    Examples
    --------
    >>> rng = np.random.default_rng(0)
    >>> x = rng.normal(size=(2, 8, 8))
    >>> found = mrqap(1 + 2 * x[0] - x[1], x, PermutedDyads.among(np.ones((8, 8), dtype=bool)), permutations=99)
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
    def of(cls, out: NDArray[np.float64], design: NDArray[np.float64], place: int, dyads: PermutedDyads) -> "_Part":
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
