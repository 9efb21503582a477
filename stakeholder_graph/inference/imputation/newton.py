"""Newton steps of the dyad model: six equations for many fits side by side, without writing out dummy variables."""

from itertools import pairwise

import numpy as np

from stakeholder_graph.frames.arrays import Floats
from stakeholder_graph.inference.imputation.design import FIXED
from stakeholder_graph.inference.imputation.dyad_groups import DyadGroups
from stakeholder_graph.inference.imputation.dyads import Dyads

#: Coefficients, effects of pairs of sectors and intercepts of some fits, or how far they move.
At = tuple[Floats, Floats, Floats]

#: Prior variances of the effect of a pair of sectors and of every other coefficient.
PAIR_VARIANCE, COEFFICIENT_VARIANCE = 0.16, 10.0


class NewtonSteps:
    """The sums over dyads that a Newton step needs.

    Parameters
    ----------
    dyads : Dyads
        The observed dyads of informative rows are looked at.
    """

    def __init__(self, dyads: Dyads) -> None:
        self.dyads, self.taught = dyads, np.asarray(dyads.learned.any(axis=1))
        # Rows of one sector follow one another.
        by_sector = np.argsort(dyads.sector, kind="stable")
        self.rows = by_sector[self.taught[by_sector]]
        self.groups = groups = DyadGroups.of(dyads, self.rows)
        self._cells, self._cell_begins = np.unique(groups.cell, return_index=True)
        self._products = (groups.fixed[:, None] * groups.fixed).reshape(FIXED**2, -1).T
        sectors, begins = np.unique(dyads.sector[self.rows], return_index=True)
        self._of_sector = list(zip(sectors.tolist(), pairwise([*begins.tolist(), len(self.rows)]), strict=True))

    def sums(self, at: At, uncertainty: Floats) -> Floats:
        """Sum over dyads.

        Parameters
        ----------
        at : tuple of ndarray of float
            Where some fits are, as in `newton`.
        uncertainty : ndarray of float, shape (b, r)
            The variance of each intercept given all else.

        Returns
        -------
        ndarray of float, shape (b, 5, g)
            As of `DyadGroups.sums`.
        """
        coefficients, pairs, intercepts = at
        groups = self.groups
        odds = coefficients[:, :FIXED] @ groups.fixed + pairs.reshape(len(pairs), -1)[:, groups.pair]
        odds += intercepts[:, groups.sender]
        return groups.sums(odds, coefficients[:, FIXED:], uncertainty[:, groups.sender])

    def newton(
        self,
        weights: Floats,
        at: At,
        variance: Floats,
        sums: Floats,
    ) -> tuple[At, Floats, Floats]:
        """Take a Newton step of some fits, side by side: the first axis of all arrays is that of fits.

        Parameters
        ----------
        weights : ndarray of float, shape (b, r)
            How often each row counts.
        at : tuple of ndarray of float, shapes (b, q), (b, S, S) and (b, r)
            Coefficients, pairs and intercepts.
        variance : ndarray of float, shape (b,)
            Of intercepts.
        sums : ndarray of float, shape (b, 5, g), or (1, 5, g) where it is the same for all
            As of `sums`.

        Returns
        -------
        tuple of ndarray of float
            The steps of all three.
        ndarray of float, shape (b, r)
            The variance of each intercept given all else.
        ndarray of float, shape (b, r)
            The same with the uncertainty of all else.
        """
        coefficients, pairs, intercepts = at
        (fits, q), r, sectors = coefficients.shape, len(self.rows), self.dyads.sectors
        variance = variance[:, None]
        w = weights[:, self.groups.sender, None].transpose(0, 2, 1) * sums
        fixed = self.groups.fixed
        # Information on coefficients, popularity the last of them, and in one more column what pulls at them.
        inner = np.repeat(np.eye(q, q + 1)[None] / COEFFICIENT_VARIANCE, fits, axis=0)
        inner[:, :FIXED, :FIXED] += (w[:, 0] @ self._products).reshape(fits, FIXED, FIXED)
        inner[:, :FIXED, FIXED] += w[:, 1] @ fixed.T
        inner[:, FIXED, :FIXED] += inner[:, :FIXED, FIXED]
        inner[:, :FIXED, q] = w[:, 3] @ fixed.T
        inner[:, FIXED, FIXED:] += w[:, 2::2].sum(axis=2)
        inner[:, :, q] -= coefficients / COEFFICIENT_VARIANCE
        # The same of each sender with a sector of receivers, and of each sender; the first covariate is constant, so
        # that its sums are the information on intercepts and pairs themselves.
        of_groups = np.empty((len(sums), q + 1, sums.shape[2]))
        np.multiply(fixed, sums[:, :1], out=of_groups[:, :FIXED])
        of_groups[:, FIXED:] = sums[:, 1::2]
        cells = np.zeros((len(sums), q + 1, r * sectors))
        cells[:, :, self._cells] = np.add.reduceat(of_groups, self._cell_begins, axis=2)
        cells = cells.reshape(-1, q + 1, r, sectors)
        information, own = cells[:, 0], cells.sum(axis=3).transpose(0, 2, 1)

        # Eliminate the intercepts first: the information of a sender about itself is a number.
        alone = own[..., 0] + 1 / variance
        own = np.repeat(own, fits // len(own), axis=0)
        own[..., q] -= intercepts / variance
        share = weights / alone
        inner -= (own[..., :q].transpose(0, 2, 1) * share[:, None]) @ own
        # Then eliminate the pairs, whose information is a block for each sector of senders.
        solved, against = np.zeros((fits, sectors, sectors, q + 1)), np.empty((fits, r))
        for sector, (begin, end) in self._of_sector:
            rows = slice(begin, end)
            mine = information[:, rows]
            less = (mine * share[:, rows, None]).transpose(0, 2, 1)
            weighted = (weights[:, None, None, rows] @ cells[:, :, rows])[:, :, 0].transpose(0, 2, 1)
            across = weighted - less @ own[:, rows]
            across[..., q] -= pairs[:, sector] / PAIR_VARIANCE
            block = -less @ mine
            np.einsum("bii->bi", block)[:] += weighted[..., 0] + 1 / PAIR_VARIANCE
            inverse = np.linalg.inv(block)
            solved[:, sector] = inverse @ across
            inner -= across[..., :q].transpose(0, 2, 1) @ solved[:, sector]
            # An intercept is uncertain because of its own answers and because of what it is measured against.
            against[:, rows] = (mine @ inverse * mine).sum(axis=2)
            own[:, rows] -= mine @ solved[:, sector]
        # Solve for the coefficients, then substitute back.
        inverse = np.linalg.inv(inner[..., :q])
        step = inverse @ inner[..., q:]
        rest = own[..., :q]
        pair_step = solved[..., q] - (solved[..., :q] @ step[:, None])[..., 0]
        own_step = (own[..., q] - (rest @ step)[..., 0]) / alone
        against += (rest @ inverse * rest).sum(axis=2)
        return (step[..., 0], pair_step, own_step), 1 / alone, 1 / alone + against / alone**2
