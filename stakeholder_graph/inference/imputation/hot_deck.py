"""Hot deck: each missing answer is filled in, many times over, with one from an organization of the same group.

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
    answers: NDArray[np.float64], group: NDArray[np.intp], *, imputations: int = 200, seed: int = 0
) -> NDArray[np.float64]:
    """Impute missing answers with answers given in the same group.

    Parameters
    ----------
    answers : ndarray of float, shape (n,)
        NaN where none was given; at least one was.
    group : ndarray of int, shape (n,)
        Who may donate to whom, such as the sector; a group without answers takes them from all.
    imputations : int
        How many.
    seed : int
        Same seed, same imputations.

    Returns
    -------
    ndarray of float, shape (imputations, n)
        Given answers first, in ascending order, then those filled in.

    Notes
    -----
    Each imputation resamples the donors first, so that it shows how little is known of a small group: the approximate
    Bayesian bootstrap [1]_. It assumes that within groups those who did not answer are like those who did [2]_.

    References
    ----------
    .. [1] Rubin, D. B., & Schenker, N. (1986). Multiple imputation for interval estimation from simple random samples
       with ignorable nonresponse. Journal of the American Statistical Association, 81(394), 366-374.
    .. [2] Andridge, R. R., & Little, R. J. A. (2010). A review of hot deck imputation for survey non-response.
       International Statistical Review, 78(1), 40-64.

    Examples
    --------
    >>> hot_deck(np.array([4.0, np.nan, 1.0, np.nan]), np.array([0, 0, 1, 1]), imputations=2)
    array([[1., 4., 4., 1.],
           [1., 4., 4., 1.]])
    """
    given = ~np.isnan(answers)
    all_answers = np.sort(answers[given])
    rng = np.random.default_rng(np.random.SeedSequence(seed))
    filled = [np.tile(all_answers, (imputations, 1))]
    for code in np.unique(group[~given]):
        own = np.sort(answers[given & (group == code)])
        donors = own if len(own) else all_answers
        resampled = donors[rng.integers(len(donors), size=(imputations, len(donors)))]
        missing = int((~given & (group == code)).sum())
        chosen = rng.integers(len(donors), size=(imputations, missing))
        filled.append(np.take_along_axis(resampled, chosen, axis=1))
    return np.hstack(filled)
