"""Indicators of an outcome in words: latest and first figure, which way is good, and the gap of two groups."""

from collections.abc import Sequence

from stakeholder_graph.model.table import Row
from stakeholder_graph.text import N_, _, translate
from stakeholder_graph.views.charts.indicators.words import distance_of, figure_of

GOOD = {"up": N_("higher is better"), "down": N_("lower is better")}


def indicators(rows: Sequence[Row]) -> tuple[str, ...]:
    """One line an indicator.

    Parameters
    ----------
    rows : sequence of Row
        indicator, group, good, unit, first_period, first, last_period and last; groups after everybody together.

    Examples
    --------
    >>> everybody = {"indicator": "Absence", "group": "", "good": "down", "unit": "%", "last": 19.4}
    >>> indicators([{**everybody, "first": 14.9, "first_period": "2020", "last_period": "2025"}])
    ('Absence: 19.4% in 2025, 14.9% in 2020; lower is better',)
    """
    names = dict.fromkeys(str(row["indicator"]) for row in rows)
    return tuple(_line([row for row in rows if row["indicator"] == name]) for name in names)


def _line(rows: Sequence[Row]) -> str:
    whole, groups = rows[0], [row for row in rows[1:] if isinstance(row.get("last"), float)]
    said = _figures(whole)
    good = GOOD.get(str(whole.get("good") or "").casefold())
    if good and isinstance(whole.get("last"), float):
        said = _("{figures}; {good}", figures=said, good=translate(good))
    if len(groups) == 2:
        said = _("{figures}. {gap}", figures=said, gap=_gap(*groups))
    return said


def _figures(row: Row) -> str:
    name, first, last = row["indicator"], row.get("first"), row.get("last")
    if not isinstance(last, float) or not isinstance(first, float):
        return str(name)
    fields = {"indicator": name, "last": _with_unit(last, row), "last_period": row["last_period"]}
    if row["first_period"] == row["last_period"]:
        return _("{indicator}: {last} in {last_period}", **fields)
    return _("{indicator}: {last} in {last_period}, {first} in {first_period}", **fields, first=_with_unit(first, row),
             first_period=row["first_period"])  # fmt: skip


def _gap(first: Row, second: Row) -> str:
    """What lies between two groups, now and at first; which of them is ahead follows from the numbers."""
    fields = {
        "one": first["group"],
        "one_last": _with_unit(first["last"], first),
        "other": second["group"],
        "other_last": _with_unit(second["last"], second),
        "gap": _gap_of(first["last"], second["last"], first),
        "first_gap": _gap_of(first["first"], second["first"], first),
        "first_period": first["first_period"],
    }
    if first["first_period"] == first["last_period"]:
        return _("{one} {one_last}, {other} {other_last}: a gap of {gap}", **fields)
    return _("{one} {one_last}, {other} {other_last}: a gap of {gap}, {first_gap} in {first_period}", **fields)


def _gap_of(value: object, other: object, row: Row) -> str:
    return distance_of(abs(round(float(str(value)) - float(str(other)), 6)), row.get("unit"))


def _with_unit(value: object, row: Row) -> str:
    return figure_of(float(str(value)), row.get("unit"))
