"""Rows of charts from rows of tables: an indicator over time, and the gap between two groups."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from stakeholder_graph.measures.results._gaps import BECAUSE, HIGHER_FELL, NARROWER, NEITHER, WIDER
from stakeholder_graph.measures.results._gaps import NO_DATA as NO_GAP_DATA
from stakeholder_graph.measures.results._gaps import VERDICTS as GAP_VERDICTS
from stakeholder_graph.measures.results._progress import BETTER, MATTERS, NO_DATA, SAME, VERDICTS, WORSE
from stakeholder_graph.model.table import Row
from stakeholder_graph.text import _, number, translate
from stakeholder_graph.views.charts.indicators.words import change_of, distance_of, figure_of
from stakeholder_graph.views.charts.kinds.line_row import ROLES, ArrowKind, LineRow
from stakeholder_graph.views.charts.kinds.time_panel import Ahead, TimePanel, TimePoint

#: So many changes in one direction are worth a word where they go against the verdict.
LEAST_RUN = 2
_STANDING: Mapping[str, ArrowKind] = {BETTER: "better", SAME: "same", WORSE: "worse"}


def indicator_row(row: Row, figures: Sequence[Row], trend: Row | None = None, *, titled: bool = False) -> LineRow:
    """Put an indicator into a row.

    Parameters
    ----------
    row : Row
        Of the table of indicators: its verdict, and what that compares.
    figures : sequence of Row
        Of the table of figures: its own, those of earlier tests first.
    trend : Row, optional
        Of the table of trends, where it has four figures.
    titled : bool
        Whether its name stands above already.

    Examples
    --------
    >>> figures = [{"period": str(2020 + k), "at": 2020.0 + k, "value": 40.0 + k, "n": 900} for k in range(2)]
    >>> row = {"indicator": "Reading", "unit": "%", "since": "2020", "baseline": 40.0, "until": "2021", "latest": 41.0}
    >>> drawn = indicator_row({**row, "change": 1.0, "verdict": "better"}, figures)
    >>> drawn.verdict, drawn.said
    ('better, +1 point', ('41% in 2021 (n = 900)', '40% in 2020'))
    """
    unit = row.get("unit")
    standing = _STANDING.get(str(row["verdict"]), "unknown")
    current = [figure for figure in figures if not figure.get("earlier")]
    said = []
    if current:
        latest = _figure(current[-1], unit)
        size = current[-1].get("n")
        said.append(_("{figure} (n = {n})", figure=latest, n=number(size)) if size is not None else latest)
    first = next((figure for figure in current if figure["period"] == row.get("since")), None)
    target = _number(row.get("target"))
    goal = "" if target is None else _("target {figure}", figure=figure_of(target, unit))
    if (expected := _number(row.get("expected"))) is not None:
        awaited = _("{figure} expected by {by}", figure=figure_of(expected, unit), by=row["expected_by"])
        goal = ", ".join(filter(None, (goal, awaited)))
    then = _figure(first, unit) if first is not None and first is not current[-1] else ""
    if then or goal:
        said.append(", ".join(filter(None, (then, goal))))
    said += filter(None, [_running(row, current)])
    if row.get("new_series") and current:
        said.append(_("A changed test began in {period}.", period=current[0]["period"]))
    panel = None
    if figures:
        panel = TimePanel(
            _tests(figures),
            ROLES[standing],
            (str(figures[0]["period"]), str(figures[-1]["period"])),
            _point(first) if then and first is not None else None,
            target,
            _ahead(trend, current),
        )
    return LineRow(str(row["indicator"]), panel, standing, _verdict(row, current), tuple(said), titled=titled)


def gap_row(row: Row, figures: Sequence[Row], *, name: str = "", titled: bool = False) -> LineRow:
    """Put the gap between a group and the one it is compared with into a row.

    Parameters
    ----------
    row : Row
        Of a table of gaps.
    figures : sequence of Row
        Of both groups, in the periods that both have.
    name : str
        By default that of the indicator.
    titled : bool
        Whether the name stands above already.

    Examples
    --------
    >>> figures = [{"period": year, "at": float(year), "value": low, "other": 80.0} for year, low in
    ...            (("2020", 60.0), ("2024", 70.0))]
    >>> row = {"indicator": "Reading", "group": "low", "reference": "high", "since": "2020", "until": "2024"}
    >>> row |= {"first_gap": 20.0, "last_gap": 10.0, "change": -10.0, "verdict": "narrower", "because": "lower rose"}
    >>> gap_row(row, figures).verdict, gap_row(row, figures).said
    ('gap narrower: the group worse off got better', ('10 in 2024, 20 in 2020', 'Change −10'))
    """
    unit = figures[0].get("unit") if figures else ""
    group, reference = str(row["group"]), str(row["reference"])
    panel = None
    if figures:
        last = figures[-1]
        panel = TimePanel(
            (tuple((_value(figure, "at"), _value(figure, "value")) for figure in figures),),
            ROLES[_gap_standing(row)],
            (str(figures[0]["period"]), str(last["period"])),
            other=tuple((_value(figure, "at"), _value(figure, "other")) for figure in figures),
            labels=(
                (group, figure_of(_value(last, "value"), unit)),
                (reference, figure_of(_value(last, "other"), unit)),
            ),
        )
    return LineRow(
        name or str(row["indicator"]),
        panel,
        _gap_standing(row),
        _gap_verdict(row),
        tuple(_of_gap(row, unit)),
        _("gap between groups"),
        titled=titled,
    )


def _verdict(row: Row, figures: Sequence[Row]) -> str:
    change = _number(row.get("change"))
    if row["verdict"] == NO_DATA:
        why = translate(str(row.get("judged_by") or VERDICTS[NO_DATA]))
        return (
            why if change is None else _("{verdict}, {change}", verdict=why, change=change_of(change, row.get("unit")))
        )
    if row["verdict"] == SAME and change:
        return _within_noise(row, change, _good(row, figures))
    word = translate(VERDICTS[str(row["verdict"])])
    return word if change is None else _("{verdict}, {change}", verdict=word, change=change_of(change, row.get("unit")))


def _good(row: Row, figures: Sequence[Row]) -> int:
    """Which way is good: above 0 for upwards. As its latest change was counted; else by its target."""
    running, target, first = (_number(row.get(name)) for name in ("running", "target", "baseline"))
    if running and len(figures) > 1:
        before, last = (_value(figure, "value") for figure in figures[-2:])
        return 1 if (last > before) == (running > 0) else -1
    if target is None or first is None or target == first:
        return 0
    return 1 if target > first else -1


def _within_noise(row: Row, change: float, good: int) -> str:
    """A change that is too small to be one, and for better or worse."""
    unit = row.get("unit")
    if not good:
        return _("{verdict}, {change}", verdict=translate(VERDICTS[SAME]), change=change_of(change, unit))
    moved = distance_of(abs(change), unit)
    better = (change > 0) == (good > 0)
    if row.get("judged_by") == MATTERS:
        return (
            _("{change} better, less than what matters", change=moved)
            if better
            else _("{change} worse, less than what matters", change=moved)
        )
    return (
        _("{change} better, which could be luck", change=moved)
        if better
        else _("{change} worse, which could be luck", change=moved)
    )


def _running(row: Row, figures: Sequence[Row]) -> str:
    """The other half of the truth: better lately, though worse than at the baseline, or the other way round."""
    run = int(_number(row.get("running")) or 0)
    against = (row["verdict"] == WORSE and run >= LEAST_RUN) or (row["verdict"] == BETTER and run <= -LEAST_RUN)
    if not against:
        return ""
    times = [_value(figure, "at") for figure in figures[-abs(run) - 1 :]]
    yearly = all(after - before == 1 for before, after in pairwise(times))
    count = number(abs(run))
    if run > 0:
        return (
            _("But better {count} years running.", count=count)
            if yearly
            else _("But better {count} times running.", count=count)
        )
    return (
        _("But worse {count} years running.", count=count)
        if yearly
        else _("But worse {count} times running.", count=count)
    )


def _figure(figure: Row, unit: object) -> str:
    return _("{figure} in {period}", figure=figure_of(_value(figure, "value"), unit), period=figure["period"])


def _tests(figures: Sequence[Row]) -> tuple[tuple[TimePoint, ...], ...]:
    by_test: dict[object, list[TimePoint]] = {}
    for figure in figures:
        by_test.setdefault((bool(figure.get("earlier")), figure.get("series") or ""), []).append(_point(figure))
    return tuple(map(tuple, by_test.values()))


def _point(figure: Row) -> TimePoint:
    return _value(figure, "at"), _value(figure, "value")


def _ahead(trend: Row | None, figures: Sequence[Row]) -> Ahead | None:
    if trend is None or not figures:
        return None
    at = _value(figures[-1], "at")
    start, end, low, high = (_value(trend, name) for name in ("now", "next", "next_low", "next_high"))
    return Ahead((at, start), (at + 1, end), low, high)


def _gap_standing(row: Row) -> ArrowKind:
    """A gap that is narrower because the group better off got worse has no arrow upwards: nobody wants that."""
    if row["verdict"] == NARROWER:
        return "same" if row.get("because") == HIGHER_FELL else "better"
    return "worse" if row["verdict"] == WIDER else "unknown" if row.get("change") is None else "same"


def _gap_verdict(row: Row) -> str:
    if row.get("gone"):
        return _("the gap is gone")
    if row["verdict"] == NO_GAP_DATA:
        return _("gap: no data") if row.get("last_gap") is None else _("gap: no baseline")
    word = _("gap {verdict}", verdict=translate(GAP_VERDICTS[str(row["verdict"])]))
    said = str(row.get("because") or NEITHER)
    because = "" if said == NEITHER else BECAUSE.get(said, "")
    return _("{verdict}: {because}", verdict=word, because=translate(because)) if because else word


def _of_gap(row: Row, unit: object) -> list[str]:
    last, first, change = (_number(row.get(name)) for name in ("last_gap", "first_gap", "change"))
    if last is None:
        return []
    now = {"gap": distance_of(last, unit), "period": row["until"]}
    if first is None or change is None:
        return [_("{gap} in {period}", **now)]
    said = [_("{gap} in {period}, {first} in {since}", **now, first=figure_of(first), since=row["since"])]
    low, high = (_number(row.get(name)) for name in ("change_low", "change_high"))
    written = change_of(change, unit)
    if low is None or high is None:
        return [*said, _("Change {change}", change=written)]
    ends = {name: change_of(round(end, 1) if abs(end) >= 1 else end) for name, end in (("low", low), ("high", high))}
    return [*said, _("Change {change} ({low} to {high})", change=written, **ends)]


def _value(row: Row, name: str) -> float:
    return float(row[name] or 0)


def _number(cell: object) -> float | None:
    return float(cell) if isinstance(cell, int | float) and not isinstance(cell, bool) else None
