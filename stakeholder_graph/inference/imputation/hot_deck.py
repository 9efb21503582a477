"""Hot deck: answers not given are borrowed, again and again, from organizations of the same kind that gave one.

References
----------
.. [1] Rubin, D. B., & Schenker, N. (1986). Multiple imputation for interval estimation from simple random samples with
   ignorable nonresponse. Journal of the American Statistical Association, 81(394), 366-374.
.. [2] Andridge, R. R., & Little, R. J. A. (2010). A review of hot deck imputation for survey non-response.
   International Statistical Review, 78(1), 40-64.
"""

import numpy as np
from numpy.typing import NDArray


def hot_deck(
    answers: NDArray[np.float64], group: NDArray[np.intp], *, draws: int = 200, seed: int = 0
) -> NDArray[np.float64]:
    """Fill in answers not given by those given in the same group.

    Parameters
    ----------
    answers : ndarray of float, shape (n,)
        NaN where none was given; at least one was.
    group : ndarray of int, shape (n,)
        Who may lend to whom, such as the sector; a group without answers borrows from all.
    draws : int
        How often.
    seed : int
        Same seed, same draws.

    Returns
    -------
    ndarray of float, shape (draws, n)
        Given answers first, in ascending order, then those borrowed.

    Notes
    -----
    In each draw those who lend are resampled before they lend, so that how little is known of a small group shows: the
    approximate Bayesian bootstrap [1]_. Within groups it takes those who are silent to be like those who answered [2]_.

    Examples
    --------
    >>> hot_deck(np.array([4.0, np.nan, 1.0, np.nan]), np.array([0, 0, 1, 1]), draws=2)
    array([[1., 4., 4., 1.],
           [1., 4., 4., 1.]])
    """
    given = ~np.isnan(answers)
    everyone = np.sort(answers[given])
    rng = np.random.default_rng(np.random.SeedSequence(seed))
    filled = [np.tile(everyone, (draws, 1))]
    for one in np.unique(group[~given]):
        own = np.sort(answers[given & (group == one)])
        lenders = own if len(own) else everyone
        resampled = lenders[rng.integers(len(lenders), size=(draws, len(lenders)))]
        missing = int((~given & (group == one)).sum())
        chosen = rng.integers(len(lenders), size=(draws, missing))
        filled.append(np.take_along_axis(resampled, chosen, axis=1))
    return np.hstack(filled)
