"""Dyads that look alike to the dyad model, counted together: what a Newton step sums over them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from stakeholder_graph.frames.arrays import Floats, Ints
from stakeholder_graph.inference.imputation.design import FIXED, Design, coded
from stakeholder_graph.inference.imputation.dyads import Dyads

#: Kinds of dyads that are looked at together, times fits.
AT_ONCE = 12_000


@dataclass(frozen=True, eq=False)
class DyadGroups:
    """The dyads to which the model is fitted, in g groups of k kinds.

    In a *group* sender, sector of the receiver, report and popularity of the sender are the same, so that only the
    popularity of receivers differs. Where that is the same, too, dyads are of one *kind*. Kinds are in the order of
    groups, groups in the order of cells, and a *cell* is a sender with a sector of receivers.

    Parameters
    ----------
    cell, sender, pair : ndarray of int, shape (g,)
        The cell of each group, its sender, as an index into the rows, and its pair of sectors.
    fixed : ndarray of float, shape (`FIXED`, g)
        All covariates but the last.
    begins : ndarray of int, shape (g,)
        The first kind of each group.
    popularity, count, ties : ndarray of float, shape (k,)
        The last covariate of each kind, how many dyads are of it, and how many of them are ties.
    """

    cell: Ints
    sender: Ints
    pair: Ints
    fixed: Floats
    begins: Ints
    popularity: Floats
    count: Floats
    ties: Floats

    @classmethod
    def of(cls, dyads: Dyads, rows: Ints) -> "DyadGroups":
        """Group the dyads of informative rows.

        Parameters
        ----------
        dyads : Dyads
            What is known.
        rows : ndarray of int, shape (r,)
            Those that have dyads, in the order in which they are wanted.

        Returns
        -------
        DyadGroups
        """
        senders, receivers = np.nonzero(dyads.learned)
        design = Design.of(dyads, senders, receivers)
        row = np.argsort(rows)[np.searchsorted(rows, senders, sorter=np.argsort(rows))]
        cell, report = row * dyads.sectors + dyads.sector[receivers], dyads.report[senders, receivers]
        code, popularities = coded(cell, report, *design.covariates[FIXED - 1 :])
        _, first, kind, count = np.unique(code, return_index=True, return_inverse=True, return_counts=True)
        begins = np.flatnonzero(np.diff(code[first] // popularities, prepend=-1))
        of_groups = first[begins]
        return cls(
            cell=cell[of_groups],
            sender=row[of_groups],
            pair=design.pair[of_groups],
            fixed=design.covariates[:FIXED, of_groups],
            begins=begins,
            popularity=design.covariates[FIXED, first],
            count=count.astype(float),
            ties=np.bincount(kind, dyads.tied[senders, receivers], len(first)).astype(float),
        )

    def sums(self, odds: Floats, slope: Floats, uncertainty: Floats) -> Floats:
        """Sum over the dyads of each group, for b fits side by side.

        Parameters
        ----------
        odds : ndarray of float, shape (b, g)
            Log-odds of ties to receivers of no popularity.
        slope : ndarray of float, shape (b, 1)
            What their popularity adds.
        uncertainty : ndarray of float, shape (b, g)
            Variance of the sender's intercept.

        Returns
        -------
        ndarray of float, shape (b, 5, g)
            The information on log-odds, the same times popularity and times its square; then how many more ties there
            are than expected, and the same times popularity.
        """
        summed = np.empty((len(odds), 5, len(self.begins)))
        for groups, kinds in self._pieces(len(odds)):
            size, popularity, count = self._size[groups], self.popularity[kinds], self.count[kinds]
            chance = 1 / (1 + np.exp(-(np.repeat(odds[:, groups], size, axis=1) + slope * popularity)))
            terms = np.empty((len(odds), 5, len(popularity)))
            varies, missed = terms[:, 0], terms[:, 3]
            expected = count * chance
            np.multiply(expected, 1 - chance, out=varies)
            np.multiply(varies, popularity, out=terms[:, 1])
            np.multiply(terms[:, 1], popularity, out=terms[:, 2])
            # The mean probability over the distribution of the intercept; at its mode it would be off where ties are
            # rare.
            np.subtract(self.ties[kinds], expected, out=missed)
            missed -= varies * (0.5 - chance) * np.repeat(uncertainty[:, groups], size, axis=1)
            np.multiply(missed, popularity, out=terms[:, 4])
            summed[:, :, groups] = np.add.reduceat(terms, self.begins[groups] - kinds.start, axis=-1)
        return summed

    @cached_property
    def _size(self) -> Ints:
        return np.diff(self.begins, append=len(self.count))

    def _pieces(self, fits: int) -> Iterator[tuple[slice, slice]]:
        """Cut groups, and with them kinds, into pieces: arrays of all of them would not stay in the cache."""
        ends = self.begins + self._size
        first = np.append(np.flatnonzero(np.diff(ends * fits // AT_ONCE, prepend=-1)), len(ends))
        for begin, end in pairwise(first.tolist()):
            yield slice(begin, end), slice(int(self.begins[begin]), int(ends[end - 1]))
