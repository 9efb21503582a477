"""Indicators and strategies of an outcome in words, where the list of items marks it as public."""

from collections.abc import Iterator

from stakeholder_graph.editions.release import IndicatorResult, Release
from stakeholder_graph.text import _
from stakeholder_graph.views.charts.indicators.words import distance_of, figure_of
from stakeholder_graph.views.outcomes.sheet_view import SheetLine


def public_lines(release: Release, outcome: str) -> tuple[SheetLine, ...]:
    """Put the figures of an outcome, and what is tried for it, into lines of its sheet.

    Parameters
    ----------
    release : Release
        The room's.
    outcome : str
        Any.

    Examples
    --------
    >>> absence = IndicatorResult("Attendance", "Absence", "%", "2020", "2025", 14.9, 19.4, 12.0)
    >>> ours = Release("partners", "Ours", "1", (), (), results=(absence,))
    >>> public_lines(ours, "Attendance")[0].said
    ('Absence: 19.4% in 2025, 14.9% in 2020. The target is 12%.',)
    """
    return tuple(_lines(release, outcome))


def _lines(release: Release, outcome: str) -> Iterator[SheetLine]:
    results = [result for result in release.results if result.outcome == outcome]
    if results:
        yield SheetLine(_("What the figures say"), said=tuple(map(_said, results)))
    tried = tuple(strategy for about, strategy in release.strategies if about == outcome)
    if tried:
        yield SheetLine(_("What is tried"), said=tried)


def _said(result: IndicatorResult) -> str:
    return _of_group(result) if result.group else _of_everybody(result)


def _of_everybody(result: IndicatorResult) -> str:
    fields = {
        "indicator": result.indicator,
        "last": figure_of(result.last, result.unit),
        "last_period": result.until,
    }
    if result.first is None:
        said = _("{indicator}: {last} in {last_period}", **fields)
    else:
        first = figure_of(result.first, result.unit)
        said = _("{indicator}: {last} in {last_period}, {first} in {first_period}", **fields, first=first,
                 first_period=result.since)  # fmt: skip
    if result.target is None:
        return _("{said}.", said=said)
    return _("{said}. The target is {target}.", said=said, target=figure_of(result.target, result.unit))


def _of_group(result: IndicatorResult) -> str:
    fields = {
        "indicator": result.indicator,
        "group": result.group,
        "reference": result.reference,
        "gap": distance_of(result.last, result.unit),
    }
    if result.first is None:
        return _("{indicator}, {group} compared with {reference}: a gap of {gap}.", **fields)
    first = distance_of(result.first, result.unit)
    return _(
        "{indicator}, {group} compared with {reference}: a gap of {gap}, {first_gap} in {first_period}.",
        **fields,
        first_gap=first,
        first_period=result.since,
    )
