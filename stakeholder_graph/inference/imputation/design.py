"""The covariates of dyads in the dyad model."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.frames.arrays import Floats
from stakeholder_graph.inference.imputation.dyads import UNKNOWN, YES, Dyads

#: The first so many covariates are the same for all dyads of a sender with a sector and a report.
FIXED = 4


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
                dyads.popularity[senders, receivers],
                dyads.own_popularity[senders, receivers],
            ]
        )
        return cls(covariates, from_sector * dyads.sectors + to_sector)
