"""When ties are said to run within sectors or across, and a pair of sectors, or a sector, is named: two nulls reject.

Permuting labels asks whether sectors matter at all. It rejects, too, where one sector is only busier or more sought
after than others. Rewired networks keep how many partners everyone has, so that what remains is who the partners are.
The first is corrected for all that is judged together. The second then has to agree, corrected by Benjamini and
Hochberg's procedure [1]_ over all that stand out by themselves under the first: one busy sector makes all of its pairs
stand out there, and each by itself would give chance as many tries under the second.

References
----------
.. [1] Benjamini, Y., & Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the Royal Statistical
   Society B, 57(1), 289-300.
.. [2] Berger, R. L. (1982). Multiparameter hypothesis testing and acceptance sampling. Technometrics, 24(4), 295-300.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from stakeholder_graph.model.finding import LEVEL, Finding

#: Two p no further apart than so many Monte Carlo errors are alike.
ERRORS = 2.0


def larger_p(finding: Finding) -> float | None:
    """The p of a value that has to differ from both null models: the larger of the two [2]_.

    Parameters
    ----------
    finding : Finding
        With its tests.

    Returns
    -------
    float or None
        1 where the value lies above what one null model gives and below what the other gives; the p of permuted labels
        where rewired networks tell nothing, and a caveat says so; None without a test.

    Examples
    --------
    >>> from stakeholder_graph.model.finding import Scope, Test
    >>> labels, rewired = Test("labels", 999, 0.5, 0.1, 0.002, 0), Test("rewired", 499, 0.4, 0.1, 0.03, 0)
    >>> found = Finding("ei_index", Scope(("1",)), 0.1, "index", (-1, 1), test=labels, rewired=rewired)
    >>> larger_p(found)
    0.03
    """
    labels, rewired = finding.test, finding.rewired
    if labels is None or rewired is None or finding.value is None:
        return labels.p if labels else None
    opposite = (finding.value - labels.expected) * (finding.value - rewired.expected) < 0
    return 1.0 if opposite else max(labels.p, rewired.p)


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


def smallest_agreed(finding: Finding) -> float | None:
    """The smallest corrected p of the rows of which rewired networks do not say otherwise.

    Parameters
    ----------
    finding : Finding
        Its table has p_adjusted and p_rewired_adjusted, None where these tell nothing or are not needed.

    Returns
    -------
    float or None
        1 where rewired networks speak against all rows; None without a table.
    """
    rows = finding.table.rows if finding.table is not None else ()
    tested = [row for row in rows if row.get("p_adjusted") is not None]
    left = [row for row in tested if not float(row.get("p_rewired_adjusted") or 0) > LEVEL]
    return min((float(row["p_adjusted"] or 0) for row in left), default=1.0) if tested else None


def clearest_of(rows: Sequence[Mapping[str, Any]], counted: str) -> Mapping[str, Any]:
    """The row to name first: of those with the smallest p, as far as draws tell, the one furthest from chance.

    Permutations bound p from below, so that several rows often share the smallest. Chance would give more ties where
    sectors are large and have answered: a row of which little is known seldom comes first.

    Parameters
    ----------
    rows : sequence of mapping
        At least one, with `p`, `p_adjusted`, its Monte Carlo error `p_error`, and `expected`.
    counted : str
        The column of what `expected` is held against.

    Examples
    --------
    >>> few = {"p": 0.001, "p_adjusted": 0.008, "p_error": 0.002, "observed": 3, "expected": 31.4}
    >>> clearest_of([few, {**few, "observed": 13, "expected": 125.5}], "observed")["observed"]
    13
    """
    smallest = min(rows, key=_p_of)
    reach = _p_of(smallest) + ERRORS * float(smallest.get("p_error") or 0)
    alike = [row for row in rows if _p_of(row) <= reach]
    return max(alike, key=lambda row: abs(float(row.get(counted) or 0) - float(row.get("expected") or 0)))


def _p_of(row: Mapping[str, Any]) -> float:
    corrected = row.get("p_adjusted")
    return float(row.get("p") or 0) if corrected is None else float(corrected)
