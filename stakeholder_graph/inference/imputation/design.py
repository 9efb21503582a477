"""The covariates of dyads in the dyad model."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.frames.arrays import Floats, Ints
from stakeholder_graph.inference.imputation.dyads import UNKNOWN, YES, Dyads

#: All covariates but the last are the same for nearly all dyads of a sender with a sector and a report.
FIXED = 5


@dataclass(frozen=True, eq=False)
class Design:
    """The covariates of m dyads.

    Parameters
    ----------
    covariates : ndarray of float, shape (6, m)
        In the order of `Fit.coefficients`.
    pair : ndarray of int, shape (m,)
        Index into the flat matrix of pairs of sectors.
    """

    covariates: Floats
    pair: NDArray[np.intp]

    @classmethod
    def of(cls, dyads: Dyads, senders: NDArray[np.intp], receivers: NDArray[np.intp]) -> "Design":
        """Make the design of dyads senders[k] -> receivers[k].

        Parameters
        ----------
        dyads : Dyads
            What is known.
        senders, receivers : ndarray of int, shape (m,)
            Their ends.

        Returns
        -------
        Design
        """
        report = dyads.report[senders, receivers]
        from_sector, to_sector = dyads.sector[senders], dyads.sector[receivers]
        covariates = np.array(
            [
                np.ones(len(senders)),
                from_sector == to_sector,
                report == YES,
                report == UNKNOWN,
                dyads.own_popularity[senders, receivers],
                dyads.popularity[senders, receivers],
            ]
        )
        return cls(covariates, from_sector * dyads.sectors + to_sector)

    def alike(self) -> tuple["Design", Ints]:
        """Take together the dyads that look the same.

        Returns
        -------
        Design
            Of every look.
        ndarray of int, shape (m,)
            Which of them each dyad has.
        """
        code, _ = coded(self.pair, *self.covariates)
        _, first, look = np.unique(code, return_index=True, return_inverse=True)
        return Design(self.covariates[:, first], self.pair[first]), look


def coded(*columns: NDArray[Any]) -> tuple[Ints, int]:
    """Number dyads so that those have one number which are the same in all columns.

    Parameters
    ----------
    *columns : ndarray, shape (m,)
        What to look at, the most important first.

    Returns
    -------
    ndarray of int, shape (m,)
        In the order of columns: without the last column it is the quotient by the second.
    int
        How many values the last column has.

    Examples
    --------
    >>> coded(np.array([0, 1, 1]), np.array([0.5, 0.5, 2.0]))
    (array([0, 2, 3]), 2)
    """
    code, values = np.zeros(len(columns[0]), dtype=np.intp), 1
    for column in columns:
        different, place = np.unique(column, return_inverse=True)
        code, values = np.asarray(code * len(different) + place), len(different)
    return code, values
