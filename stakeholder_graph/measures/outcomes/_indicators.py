"""Indicators of outcomes: first and latest figure of everybody together and of each group, and which way is good."""

from collections.abc import Iterator, Sequence

import pandas as pd

from stakeholder_graph.frames import natural
from stakeholder_graph.graph import Partnership
from stakeholder_graph.measures.outcomes._strategies import Strategy
from stakeholder_graph.model.table import Row


def indicator_rows(partnership: Partnership, outcomes: Sequence[str], tried: Sequence[Strategy]) -> Iterator[Row]:
    """The figures of each indicator of some outcomes, of everybody together, and below them those of each group.

    Parameters
    ----------
    partnership : Partnership
        Its lists `items` and `indicators`.
    outcomes : sequence of str
        In the order of the rows.
    tried : sequence of Strategy
        A strategy may name the indicator that it is to move.

    Yields
    ------
    Row
        outcome, indicator, group (blank for everybody together), good (up, down or blank), unit, and the first and the
        latest figure with their periods, where there are any.

    Examples
    --------
    >>> figures = pd.DataFrame({"indicator": "Absence", "period": ["2020", "2025"], "value": [15.0, 19.0]})
    >>> known = figures.assign(outcome="Attendance", good="down")
    >>> (row,) = indicator_rows(Partnership("P", {}, {"indicators": known}), ["Attendance"], ())
    >>> row["first"], row["last"], row["good"]
    (15.0, 19.0, 'down')
    """
    items, frame = partnership.lists.get("items"), partnership.lists.get("indicators")
    of_outcome: dict[str, set[str]] = {}
    if items is not None and "outcome" in items:
        for indicator, outcome in items.loc[items["kind"] == "indicator", ["item", "outcome"]].to_numpy():
            of_outcome.setdefault(str(outcome), set()).add(str(indicator))
    if frame is not None and "outcome" in frame:
        for indicator, outcome in frame[["indicator", "outcome"]].drop_duplicates().to_numpy():
            of_outcome.setdefault(str(outcome), set()).add(str(indicator))
    for strategy in tried:
        if strategy.indicator:
            of_outcome.setdefault(strategy.outcome, set()).add(strategy.indicator)
    for outcome in outcomes:
        for indicator in sorted(of_outcome.get(outcome, ()), key=natural):
            yield from _of_indicator(frame, outcome, indicator)


def _of_indicator(frame: pd.DataFrame | None, outcome: str, indicator: str) -> Iterator[Row]:
    cells: Row = {"outcome": outcome, "indicator": indicator, "group": ""}
    if frame is None:
        yield cells
        return
    rows = frame[(frame["indicator"] == indicator) & frame["value"].notna()]
    if "place" in rows:
        rows = rows[rows["place"].isin(["", None]) | rows["place"].isna()]
    groups = rows["subgroup"].fillna("").astype(str) if "subgroup" in rows else pd.Series("", rows.index)
    known = {name: next(filter(None, _texts(rows, name)), "") for name in ("good", "unit")}
    yield {**cells, **known, **_ends(rows[groups == ""])}
    for group in sorted(set(groups) - {""}, key=natural):
        yield {**cells, **known, "group": group, **_ends(rows[groups == group])}


def _texts(rows: pd.DataFrame, column: str) -> list[str]:
    return list(rows[column].fillna("").astype(str).str.strip()) if column in rows else []


def _ends(rows: pd.DataFrame) -> Row:
    """The first and the latest figure; none where there is none."""
    if rows.empty:
        return {}
    order = sorted(range(len(rows)), key=lambda k: natural(str(rows["period"].iloc[k])))
    first, last = rows.iloc[order[0]], rows.iloc[order[-1]]
    return {
        "first_period": str(first["period"]),
        "first": float(first["value"]),
        "last_period": str(last["period"]),
        "last": float(last["value"]),
    }
