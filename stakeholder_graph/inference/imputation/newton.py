"""Newton steps of the dyad model: six equations for many fits side by side, without writing out dummy variables."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from stakeholder_graph.frames.arrays import Floats
from stakeholder_graph.inference.imputation.design import FIXED, Design
from stakeholder_graph.inference.imputation.dyads import REPORTS, Dyads

#: Prior variances of the effect of a pair of sectors and of every other coefficient.
PAIR_VARIANCE, COEFFICIENT_VARIANCE = 0.16, 10.0

#: Dyads that are looked at together, times fits.
AT_ONCE = 12_000


class NewtonSteps:
    """The sums over dyads that a Newton step needs.

    Parameters
    ----------
    dyads : Dyads
        The observed dyads of informative rows are looked at.
    """

    def __init__(self, dyads: Dyads) -> None:
        self.dyads = dyads
        self.taught = dyads.learned.any(axis=1)
        self.rows = np.flatnonzero(self.taught)
        senders, receivers = np.nonzero(dyads.learned)
        # Dyads are grouped by sender, sector of the receiver and report: within a group only popularity differs.
        cell = np.searchsorted(self.rows, senders) * dyads.sectors + dyads.sector[receivers]
        group = cell * len(REPORTS) + dyads.report[senders, receivers]
        order = np.argsort(group, kind="stable")
        senders, receivers = senders[order], receivers[order]
        design = Design.of(dyads, senders, receivers)
        self._tied = dyads.tied[senders, receivers].astype(float)
        groups, self._begins, self._size = np.unique(group[order], return_index=True, return_counts=True)
        self._cells, self._cell_begins = np.unique(groups // len(REPORTS), return_index=True)
        self._sender, self._pair = groups // (len(REPORTS) * dyads.sectors), design.pair[self._begins]
        self._fixed, self._popularity = design.covariates[:FIXED, self._begins], design.covariates[FIXED:]
        self._sector = dyads.sector[self.rows]
        self._of_sector = (self._sector == np.arange(dyads.sectors)[:, None]).astype(float)

    def newton(
        self,
        weights: Floats,
        at: tuple[Floats, Floats, Floats],
        variance: Floats,
        uncertainty: Floats,
    ) -> tuple[tuple[Floats, Floats, Floats], Floats, Floats]:
        """Take a Newton step of some fits, side by side: the first axis of all arrays is that of fits.

        Parameters
        ----------
        weights : ndarray of float, shape (b, r)
            How often each row counts.
        at : tuple of ndarray of float, shapes (b, q), (b, S, S) and (b, r)
            Coefficients, pairs and intercepts.
        variance, uncertainty : ndarray of float, shapes (b,) and (b, r)
            Of intercepts, and of each given the data.

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
        alike = coefficients[:, :FIXED] @ self._fixed + pairs.reshape(fits, -1)[:, self._pair]
        alike += intercepts[:, self._sender]
        w = weights[:, self._sender]
        weighted, missed_of, about_popularity, slope_of_popularity = self._looked_at(
            alike, coefficients[:, FIXED:], uncertainty[:, self._sender], w
        )
        # Information on coefficients, and on them with each (sender, sector of receivers); the first
        # covariate is constant, so that its sums are the information on intercepts and pairs themselves.
        inner = np.repeat(np.eye(q)[None] / COEFFICIENT_VARIANCE, fits, axis=0)
        inner[:, :FIXED] += (self._fixed * w[:, None]) @ weighted.transpose(0, 2, 1)
        inner[:, FIXED:, :FIXED] = inner[:, :FIXED, FIXED:].transpose(0, 2, 1)
        inner[:, FIXED:, FIXED:] += about_popularity
        slope = np.hstack([(w * missed_of) @ self._fixed.T, slope_of_popularity])
        slope -= coefficients / COEFFICIENT_VARIANCE
        cells = np.zeros((fits, q + 1, r * sectors))
        of_groups = np.concatenate([weighted, missed_of[:, None]], axis=1)
        cells[:, :, self._cells] = np.add.reduceat(of_groups, self._cell_begins, axis=2)
        shared = np.moveaxis(cells[:, :q].reshape(fits, q, r, sectors), 1, 3)
        missed_in = cells[:, q].reshape(fits, r, sectors)
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

    def _looked_at(
        self, alike: Floats, of_popularity: Floats, uncertainty: Floats, weights: Floats
    ) -> tuple[Floats, Floats, Floats, Floats]:
        """Sum over dyads: by group the information on all coefficients and what is missed, and both on popularity.

        What is known by group comes in by group. Dyads are looked at some at a time: arrays of all of them would not
        stay in the cache, and threads would wait for memory.
        """
        fits, groups = alike.shape
        weighted, missed_of = np.empty((fits, FIXED + len(self._popularity), groups)), np.empty((fits, groups))
        inner: Floats | float = 0.0
        slope: Floats | float = 0.0
        for of_groups, of_dyads in self._pieces(fits):
            size, popularity = self._size[of_groups], self._popularity[:, of_dyads]
            begins = self._begins[of_groups] - of_dyads.start
            odds = np.repeat(alike[:, of_groups], size, axis=1) + of_popularity @ popularity
            chance = 1 / (1 + np.exp(-odds))
            varies = chance * (1 - chance)
            # The mean probability over the distribution of the intercept; at its mode it would be off where ties are
            # rare.
            missed = self._tied[of_dyads] - chance
            missed -= varies * (0.5 - chance) * np.repeat(uncertainty[:, of_groups], size, axis=1)
            by_popularity = varies[:, None] * popularity
            summed = np.add.reduceat(varies, begins, axis=-1)
            weighted[:, :FIXED, of_groups] = self._fixed[:, of_groups] * summed[:, None]
            weighted[:, FIXED:, of_groups] = np.add.reduceat(by_popularity, begins, axis=-1)
            missed_of[:, of_groups] = np.add.reduceat(missed, begins, axis=-1)
            dyad_weights = np.repeat(weights[:, of_groups], size, axis=1)
            inner = inner + (by_popularity * dyad_weights[:, None]) @ popularity.T
            slope = slope + (dyad_weights * missed) @ popularity.T
        return weighted, missed_of, np.asarray(inner), np.asarray(slope)

    def _pieces(self, fits: int) -> Iterator[tuple[slice, slice]]:
        """Cut the groups, and with them the dyads, into pieces that stay in the cache."""
        ends = self._begins + self._size
        of_piece = ends * fits // AT_ONCE
        first = np.append(np.flatnonzero(np.diff(of_piece, prepend=-1)), len(ends))
        for begin, end in pairwise(first.tolist()):
            yield slice(begin, end), slice(int(self._begins[begin]), int(ends[end - 1]))

    def _by_sector(self, values: Floats) -> Floats:
        """Sums over the senders of each sector: shape (b, r, ...) to (b, S, ...)."""
        flat: Floats = self._of_sector @ values.reshape(*values.shape[:2], -1)
        return np.asarray(flat.reshape(*flat.shape[:2], *values.shape[2:]))
