"""A reidentification audit: who must have been silent, for somebody who sees the edition and looks closely.

Two organizations that have not answered never share a line: nobody has reported one. So lines by name, together with
how many answered, can betray who did not. This is a question of whole numbers, and it is answered exactly.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, vstack

from stakeholder_graph.frames.pairs import distinct_pairs

#: Branches of one search; who is not cleared by then counts as identified. Counted, not timed: the same everywhere.
BRANCHES = 100


def identified(
    answered: NDArray[np.bool_],
    lines: NDArray[np.intp],
    sector: NDArray[np.intp],
    silent_in: Mapping[int, int],
) -> NDArray[np.bool_]:
    """Say which organizations must be silent in every answer pattern that agrees with what is shown.

    Parameters
    ----------
    answered : ndarray of bool, shape (n,)
        Who answered, in truth; how many did is shown.
    lines : ndarray of int, shape (m, 2)
        Pairs drawn by name.
    sector : ndarray of int, shape (n,)
        Of each organization.
    silent_in : mapping of int to int
        How many have not answered in each sector of which that is shown.

    Returns
    -------
    ndarray of bool, shape (n,)

    Notes
    -----
    A pattern agrees if its silent organizations share no line and are as many as is shown. First whoever is silent
    is cleared by changing places with one that answered, which is quick and clears nearly everybody. For the others
    patterns are sought in which fewer of them are silent, by integer programming (HiGHS through
    ``scipy.optimize.milp``), until all are cleared or there is none. The audit follows the idea of exact disclosure
    audits [1]_.

    References
    ----------
    .. [1] Fischetti, M., & Salazar, J. J. (2001). Solving the cell suppression problem on tabular data with linear
       constraints. Management Science, 47(7), 1008-1027.

    Examples
    --------
    Of three with a line between the first two, one has not answered: it may be any of them. If two have not, the
    third is one of them for certain.

    >>> lines, sector = np.array([[0, 1]]), np.zeros(3, dtype=int)
    >>> identified(np.array([True, True, False]), lines, sector, {}).any()
    np.False_
    >>> identified(np.array([True, False, False]), lines, sector, {})
    array([False, False,  True])
    """
    remaining = ~answered & ~_exchanged(answered, lines, sector, silent_in)
    if not remaining.any():
        return remaining
    shown = _what_is_shown(answered, lines, sector, silent_in)
    while remaining.any():
        fewer = LinearConstraint(remaining.astype(float), -np.inf, remaining.sum() - 1)
        pattern = milp(
            np.zeros(len(answered)),
            constraints=[shown, fewer],
            integrality=np.ones(len(answered), dtype=np.int64),
            bounds=Bounds(0, 1),
            options={"node_limit": BRANCHES},
        )
        if pattern.x is None:
            break
        remaining &= pattern.x > 0.5
    return remaining


def _exchanged(
    answered: NDArray[np.bool_],
    lines: NDArray[np.intp],
    sector: NDArray[np.intp],
    silent_in: Mapping[int, int],
) -> NDArray[np.bool_]:
    """Whose silence some organization could have had instead: one without a line to anybody else that is silent."""
    n = len(answered)
    counted = np.where(np.isin(sector, list(silent_in)), sector, -1)
    low, high = distinct_pairs(*lines.T)
    ends = np.stack([np.append(low, high), np.append(high, low)], axis=1)
    ends = ends[answered[ends[:, 0]] & ~answered[ends[:, 1]]]
    silent_partners = np.bincount(ends[:, 0], minlength=n)
    cleared: NDArray[np.bool_] = np.isin(counted, counted[answered & (silent_partners == 0)])
    own = ends[(silent_partners[ends[:, 0]] == 1) & (counted[ends[:, 0]] == counted[ends[:, 1]])]
    cleared[own[:, 1]] = True
    return cleared


def _what_is_shown(
    answered: NDArray[np.bool_],
    lines: NDArray[np.intp],
    sector: NDArray[np.intp],
    silent_in: Mapping[int, int],
) -> LinearConstraint:
    n, m = len(answered), len(lines)
    ends = csr_array((np.ones(2 * m), (np.repeat(np.arange(m), 2), lines.ravel())), shape=(m, n))
    members = csr_array(np.array([sector == code for code in silent_in], dtype=float).reshape(-1, n))
    counts = np.array([(~answered).sum(), *silent_in.values()], dtype=float)
    rows = vstack([ends, csr_array(np.ones((1, n))), members], format="csr")
    low, high = np.append(np.zeros(m), counts), np.append(np.ones(m), counts)
    return LinearConstraint(rows, low, high)
