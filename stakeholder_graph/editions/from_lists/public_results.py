"""Indicators and strategies of outcomes that the backbone's list of items marks as public: no answers are in them."""

from collections.abc import Iterator, Sequence
from typing import Any

from stakeholder_graph.editions.release import IndicatorResult
from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.table import Row


def public_results(partnership: Partnership, findings: Sequence[Finding]) -> tuple[IndicatorResult, ...]:
    """Give the figures of public outcomes: of everybody together, and the gaps between groups that may be shown.

    Parameters
    ----------
    partnership : Partnership
        Its list of items says which outcomes are public.
    findings : sequence of Finding
        Of the desk; those of `indicator_progress` and `disparity_gaps` are looked at. The second leaves out groups of
        fewer than ten people, and others from which these could be computed.

    Returns
    -------
    tuple of IndicatorResult
        In the order of the list of indicators, each followed by its gaps.

    Examples
    --------
    >>> public_results(Partnership("P", {}), [])
    ()
    """
    public = _public_outcomes(partnership)
    tables = {finding.name: finding.table.rows for finding in findings if finding.table is not None}
    gaps = tables.get("disparity_gaps", ())
    return tuple(
        result
        for row in tables.get("indicator_progress", ())
        if str(row.get("outcome") or "") in public
        for result in _of_indicator(row, gaps)
    )


def public_strategies(partnership: Partnership) -> tuple[tuple[str, str], ...]:
    """Give what is tried for public outcomes; not by whom, how far it got or what was learned.

    Parameters
    ----------
    partnership : Partnership
        Its lists of items and strategies.

    Returns
    -------
    tuple of (str, str)
        Outcome and strategy, in the order of the list.

    Examples
    --------
    >>> import pandas as pd
    >>> items = pd.DataFrame({"kind": ["outcome"], "item": ["Reading"], "public": [True]})
    >>> tried = pd.DataFrame({"strategy": ["Books at home", "Buses"], "outcome": ["Reading", "Attendance"]})
    >>> public_strategies(Partnership("P", {}, {"items": items, "strategies": tried}))
    (('Reading', 'Books at home'),)
    """
    frame, public = partnership.lists.get("strategies"), _public_outcomes(partnership)
    if frame is None:
        return ()
    rows = zip(frame["outcome"].astype(str), frame["strategy"].astype(str), strict=True)
    return tuple(dict.fromkeys((outcome, strategy) for outcome, strategy in rows if outcome in public))


def _public_outcomes(partnership: Partnership) -> set[str]:
    frame = partnership.lists.get("items")
    if frame is None or "public" not in frame:
        return set()
    return set(frame.loc[(frame["kind"] == "outcome") & frame["public"].astype(bool), "item"].astype(str))


def _of_indicator(row: Row, gaps: Sequence[Row]) -> Iterator[IndicatorResult]:
    outcome, indicator, unit = str(row["outcome"]), str(row["indicator"]), str(row.get("unit") or "")

    def result(ends: Row, first: str, last: str, **about: Any) -> IndicatorResult:
        then = _figure(ends[first])
        since = "" if then is None else str(ends["since"])
        return IndicatorResult(
            outcome, indicator, unit, since, str(ends["until"]), then, float(str(ends[last])), **about
        )

    if row.get("latest") is not None:
        yield result(row, "baseline", "latest", target=_figure(row.get("target")))
    for gap in gaps:
        if gap["indicator"] == row["indicator"] and not gap.get("place") and gap["last_gap"] is not None:
            groups = {"group": str(gap["group"]), "reference": str(gap["reference"])}
            yield result(gap, "first_gap", "last_gap", **groups)


def _figure(cell: object) -> float | None:
    return None if cell is None else float(str(cell))
