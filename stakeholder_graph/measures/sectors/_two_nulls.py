"""When a pair of sectors, or a sector, is named: both null models have to reject.

Permuting labels asks whether sectors matter at all. It rejects, too, where one sector is only busier or more sought
after than others. Rewired networks keep how many partners everyone has, so that what remains is who the partners are.
The first is corrected for all that is judged together. The second then has to agree, corrected by Benjamini and
Hochberg's procedure [1]_ over all that stand out by themselves under the first: one busy sector makes all of its pairs
stand out there, and each by itself would give chance as many tries under the second.

References
----------
.. [1] Benjamini, Y., & Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the Royal Statistical
   Society B, 57(1), 289-300.
"""

from collections.abc import Mapping
from typing import Any

from stakeholder_graph.model.finding import LEVEL


def by_labels(row: Mapping[str, Any]) -> bool:
    """Whether a row stands out once all rows are corrected together.

    Parameters
    ----------
    row : mapping
        With `p_adjusted`; None where the row is not judged.

    Returns
    -------
    bool

    Examples
    --------
    >>> by_labels({"p_adjusted": 0.01}), by_labels({"p_adjusted": None})
    (True, False)
    """
    return row.get("p_adjusted") is not None and row["p_adjusted"] <= LEVEL


def by_both(row: Mapping[str, Any]) -> bool:
    """Whether it does, and rewired networks agree.

    Parameters
    ----------
    row : mapping
        With `p_adjusted` and `p_rewired_adjusted`; None where rewired networks tell nothing.

    Returns
    -------
    bool

    Examples
    --------
    >>> rewired = (0.03, None)
    >>> [by_both({"p_adjusted": 0.01, "p_rewired_adjusted": p}) for p in rewired]
    [True, False]
    """
    return by_labels(row) and row.get("p_rewired_adjusted") is not None and row["p_rewired_adjusted"] <= LEVEL
