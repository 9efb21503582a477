"""Newton steps of the dyad model: six equations for many fits side by side, without writing out dummy variables."""

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
        self.dyads, self.groups = dyads, DyadGroups.of(dyads)
        self.taught = dyads.learned.any(axis=1)
        self.rows = np.flatnonzero(self.taught)
        self._cells, self._cell_begins = np.unique(self.groups.cell, return_index=True)
        self._sector = dyads.sector[self.rows]
        self._of_sector = (self._sector == np.arange(dyads.sectors)[:, None]).astype(float)

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
        w, fixed, missed = weights[:, self.groups.sender], self.groups.fixed, sums[:, 3]
        # Information on coefficients, and on them with each (sender, sector of receivers); the first
        # covariate is constant, so that its sums are the information on intercepts and pairs themselves.
        information = np.concatenate([fixed * sums[:, :1], sums[:, 1:2]], axis=1)
        inner = np.repeat(np.eye(q)[None] / COEFFICIENT_VARIANCE, fits, axis=0)
        inner[:, :FIXED] += (fixed * w[:, None]) @ information.transpose(0, 2, 1)
        inner[:, FIXED:, :FIXED] = inner[:, :FIXED, FIXED:].transpose(0, 2, 1)
        inner[:, FIXED, FIXED] += (w * sums[:, 2]).sum(axis=1)
        slope = np.hstack([(w * missed) @ fixed.T, (w * sums[:, 4]).sum(axis=1, keepdims=True)])
        slope -= coefficients / COEFFICIENT_VARIANCE
        cells = np.zeros((len(sums), q + 1, r * sectors))
        of_groups = np.concatenate([information, missed[:, None]], axis=1)
        cells[:, :, self._cells] = np.add.reduceat(of_groups, self._cell_begins, axis=2)
        shared = np.moveaxis(cells[:, :q].reshape(-1, q, r, sectors), 1, 3)
        missed_in = cells[:, q].reshape(-1, r, sectors)
        information, own = shared[..., 0], shared.sum(axis=2)

        # Eliminate the intercepts first: the information of a sender about itself is a number.
        alone = own[..., 0] + 1 / variance
        pull = missed_in.sum(axis=2) - intercepts / variance
        share = weights / alone
        inner = inner - (own.transpose(0, 2, 1) * share[:, None]) @ own
        slope = slope - ((share * pull)[:, None] @ own)[:, 0]
        # Then eliminate the pairs, whose information is a block for each sector of senders.
        less = share[..., None] * information
        blocks = self._by_sector(-less[..., None] * information[:, :, None])
        diagonal = np.arange(sectors)
        blocks[..., diagonal, diagonal] += self._by_sector(weights[..., None] * information) + 1 / PAIR_VARIANCE
        across = self._by_sector(weights[..., None, None] * shared - less[..., None] * own[:, :, None])
        pair_slope = self._by_sector(weights[..., None] * missed_in - less * pull[..., None]) - pairs / PAIR_VARIANCE
        solved = np.linalg.solve(blocks, np.concatenate([across, pair_slope[..., None]], axis=3))
        back, ahead = solved[..., :q], solved[..., q]
        # Solve for the coefficients, then substitute back.
        flat = across.reshape(fits, -1, q).transpose(0, 2, 1)
        inner = inner - flat @ back.reshape(fits, -1, q)
        slope = slope - (flat @ ahead.reshape(fits, -1, 1))[..., 0]
        step = np.linalg.solve(inner, slope[..., None])
        pair_step = ahead - (back @ step[:, None])[..., 0]
        own_step = (pull - (own @ step)[..., 0] - (information * pair_step[:, self._sector]).sum(axis=2)) / alone
        # An intercept is uncertain because of its own answers and because of what it is measured against.
        rest = own - (information[:, :, None] @ back[:, self._sector])[:, :, 0]
        against = (rest @ np.linalg.inv(inner) * rest).sum(axis=2)
        against += ((information[:, :, None] @ np.linalg.inv(blocks)[:, self._sector])[:, :, 0] * information).sum(
            axis=2
        )
        return (step[..., 0], pair_step, own_step), 1 / alone, 1 / alone + against / alone**2

    def _by_sector(self, values: Floats) -> Floats:
        """Sums over the senders of each sector: shape (b, r, ...) to (b, S, ...)."""
        flat: Floats = self._of_sector @ values.reshape(*values.shape[:2], -1)
        return np.asarray(flat.reshape(*flat.shape[:2], *values.shape[2:]))
