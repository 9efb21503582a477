"""What lists expect of indicators and strategies, beside what they say of them."""

from collections.abc import Callable, Mapping

from stakeholder_graph.graph import Partnership
from stakeholder_graph.measures.results._periods import in_time
from stakeholder_graph.model.table import Column, Row, Table
from stakeholder_graph.text import N_

EXPECTED = Column("expected", N_("Expected"), "number")
EXPECTED_BY = Column("expected_by", N_("Expected by"), "text")
#: A value, and by when.
Expectation = tuple[float, str]


def expectations(partnership: Partnership, about: str) -> Mapping[str, Expectation]:
    """What is expected of indicators, or of strategies, for everybody; of several the one that is due last.

    Parameters
    ----------
    partnership : Partnership
        Its list `forecasts`; there may be none.
    about : {"indicator", "strategy"}
        Of which.

    Examples
    --------
    >>> import pandas as pd
    >>> cells = {"about": "indicator", "name": "Reading", "subgroup": "", "place": "", "value": [65.0, 70.0]}
    >>> lists = {"forecasts": pd.DataFrame(cells | {"expected_by": ["2026", "2025"]})}
    >>> expectations(Partnership("Ours", {}, lists), "indicator")
    {'Reading': (65.0, '2026')}
    """
    frame = partnership.lists.get("forecasts")
    if frame is None or frame.empty:
        return {}
    rows = frame[(frame["about"] == about) & (frame["subgroup"] == "") & (frame["place"] == "")]
    due: dict[str, dict[str, float]] = {}
    for name, value, by in zip(rows["name"], rows["value"], rows["expected_by"], strict=True):
        due.setdefault(str(name), {})[str(by)] = float(value)
    return {name: (values[last], last) for name, values in due.items() for last in in_time(values)[-1:]}


def with_expected(table: Table, expected: Mapping[str, Expectation], name_of: Callable[[Row], object]) -> Table:
    """The table with what is expected and by when; itself where nothing is expected of any of its rows.

    Parameters
    ----------
    table : Table
        Of indicators or strategies.
    expected : mapping of str to (float, str)
        As of `expectations`.
    name_of : callable
        ``(row) -> name``.
    """
    said = [expected.get(str(name_of(row))) for row in table.rows]
    if not any(said):
        return table
    values = [None if forecast is None else forecast[0] for forecast in said]
    return table.with_columns({EXPECTED: values, EXPECTED_BY: [forecast[1] if forecast else "" for forecast in said]})
