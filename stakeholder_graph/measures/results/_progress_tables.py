"""The tables of indicator progress: indicators, their figures, counts in each wording, trends."""

import math
import re
from collections.abc import Iterator, Sequence

from stakeholder_graph.graph import PartnerGraph
from stakeholder_graph.measures._columns import OUTCOME
from stakeholder_graph.measures.results._figures import Indicator
from stakeholder_graph.measures.results._outcomes import core_of, counts_of
from stakeholder_graph.measures.results._periods import in_time, point_in_time, times_of
from stakeholder_graph.measures.results._progress import VERDICTS, Progress, run_of_changes, trend_of
from stakeholder_graph.model.table import Column, Disclosure, Row, Table
from stakeholder_graph.text import N_

INDICATOR = Column("indicator", N_("Indicator"), "text")
VERDICT = Column("verdict", N_("Since its baseline"), "verdict", labels=VERDICTS)
BY_INDICATOR = (
    INDICATOR,
    OUTCOME,
    Column("role", N_("Core or contributing"), "term"),
    Column("unit", N_("Unit"), "text"),
    Column("since", N_("Baseline of"), "text"),
    Column("baseline", N_("Baseline"), "number"),
    Column("until", N_("Latest of"), "text"),
    Column("latest", N_("Latest"), "number"),
    Column("target", N_("Target"), "number"),
    Column("change", N_("Change"), "number"),
    VERDICT,
    Column("judged_by", N_("Judged by"), "term"),
    Column("margin", N_("Changes up to this are none"), "number", evaluator=True),
    Column("running", N_("Changes in one direction lately, better above 0"), "number"),
    Column("new_series", N_("A changed test began a new baseline"), "flag"),
    Column("years_old", N_("Years since the latest figure"), "number"),
    Column("users", N_("Organizations that use it"), "count", of_answers=True),
)
COUNTS = (
    Column("indicators", N_("Indicators"), "count"),
    Column("better", N_("Better"), "count"),
    Column("same", N_("About the same"), "count"),
    Column("worse", N_("Worse"), "count"),
    Column("no_data", N_("No data"), "count"),
)
BY_OUTCOME = (OUTCOME, *COUNTS, VERDICT)
BY_ROLE = (Column("role", N_("Core or contributing"), "term"), *COUNTS)
WORDINGS = (
    Column("wording", N_("In words"), "term"),
    Column("count", N_("How many"), "count"),
    Column("of", N_("Of"), "count"),
    Column("share", N_("Share"), "share"),
)
BOUNDS = (Column("k_low", N_("Surely better"), "count"), Column("k_high", N_("Surely or possibly better"), "count"))
TRENDS = (
    INDICATOR,
    Column("points", N_("Figures"), "count"),
    Column("slope", N_("Change a year"), "number"),
    Column("slope_low", N_("At least"), "number"),
    Column("slope_high", N_("At most"), "number"),
    Column("now", N_("On the line at the latest figure"), "number", evaluator=True),
    Column("next", N_("If nothing changes, a year on"), "number"),
    Column("next_low", N_("At least, a year on"), "number"),
    Column("next_high", N_("At most, a year on"), "number"),
    Column("target", N_("Target"), "number"),
)
FIGURES = (
    INDICATOR,
    Column("period", N_("Period"), "text"),
    Column("at", N_("As a point in time"), "number", evaluator=True),
    Column("value", N_("Value"), "number"),
    Column("n", N_("Of how many"), "count"),
    Column("series", N_("Test"), "text"),
    Column("earlier", N_("Of a test no longer in use"), "flag"),
)
IMPROVED, IMPROVED_OF_KNOWN, MAINTAINED = (
    N_("improved"), N_("improved, where there is a baseline"), N_("improved or maintained")
)  # fmt: skip


def progress_table(graph: PartnerGraph, judged: Sequence[Progress]) -> Table:
    """One row an indicator; columns that say nothing of any are left out.

    Parameters
    ----------
    graph : PartnerGraph
        Its affiliations say who uses which, its date what is old.
    judged : sequence of Progress
        Of all indicators.
    """
    now = _year(graph, judged)
    rows = [_row(made, _users(graph, made.indicator), now) for made in judged]
    absent = {
        name
        for name in ("outcome", "role", "unit", "users")
        if not any(row.get(name) not in (None, "") for row in rows)
    }
    kept = [column for column in BY_INDICATOR if column.name not in absent]
    return Table.from_rows(kept, rows, Disclosure.NETWORK)


def further_tables(judged: Sequence[Progress], outcomes: Sequence[Row], bounds: tuple[int, int]) -> dict[str, Table]:
    """The other tables by name, those without rows left out.

    Parameters
    ----------
    judged : sequence of Progress
        Of all indicators.
    outcomes : sequence of Row
        As of `by_outcome`.
    bounds : tuple of int
        How many are surely better, and surely or possibly.
    """
    rows: dict[str, tuple[Sequence[Column], Sequence[Row]]] = {
        "outcomes": (BY_OUTCOME, outcomes),
        "roles": (BY_ROLE, list(_by_role(judged))),
        "wordings": (WORDINGS, list(_wordings(counts_of(judged)))),
        "bounds_of": (BOUNDS, [{"k_low": bounds[0], "k_high": bounds[1]}]),
        "trends": (TRENDS, list(_trends(judged))),
        "figures": (FIGURES, [row for made in judged for row in _figures(made.indicator)]),
    }
    return {name: Table.from_rows(*made, Disclosure.NETWORK) for name, made in rows.items() if made[1]}


def _row(made: Progress, users: int | None, now: float | None) -> Row:
    indicator, series = made.indicator, made.indicator.of()
    row: dict[str, object] = {
        "indicator": indicator.name,
        "outcome": indicator.outcome,
        "role": indicator.role,
        "unit": indicator.unit,
        "since": made.first.period if made.first else None,
        "baseline": made.first.value if made.first else None,
        "until": made.last.period if made.last else None,
        "latest": made.last.value if made.last else None,
        "target": _known(indicator.target),
        "change": _known(round(made.change, 10)),
        "verdict": made.verdict,
        "judged_by": made.judged_by,
        "margin": _known(made.margin),
        "running": run_of_changes(indicator) if indicator.direction else None,
        "new_series": bool(series.earlier),
    }
    point = point_in_time(made.last.period) if made.last else None
    row["years_old"] = None if point is None or now is None else max(0.0, math.floor(now) - math.floor(point))
    if users is not None:
        row["users"] = users
    return row  # type: ignore[return-value]


def _users(graph: PartnerGraph, indicator: Indicator) -> int | None:
    """How many organizations use an indicator; None where nobody says so of any."""
    frame = graph["affiliations"]
    uses = frame[(frame["kind"] == "indicator") & (frame["value"] != 0)]
    return int(uses.loc[uses["item"] == indicator.name, "organization"].nunique()) if len(uses) else None


def _year(graph: PartnerGraph, judged: Sequence[Progress]) -> float | None:
    """The year that figures are held against: of the wave or, where that is later, of the latest figure."""
    periods = [made.last.period for made in judged if made.last]
    wave = re.match(r"\d{4}", graph.wave.date or graph.wave.name)
    points = [point for period in periods if (point := point_in_time(period)) is not None]
    return max([*points, *([float(wave[0])] if wave else [])], default=None)


def _by_role(judged: Sequence[Progress]) -> Iterator[Row]:
    yield {"role": N_("all"), **counts_of(judged)}
    contributing = [made for made in judged if made.indicator.role == "contributing"]
    if contributing and len(contributing) < len(judged):
        yield {"role": N_("core"), **counts_of(core_of(judged))}
        yield {"role": N_("contributing"), **counts_of(contributing)}


def _wordings(counts: dict[str, int]) -> Iterator[Row]:
    every, known = counts["indicators"], counts["indicators"] - counts["no_data"]
    for wording, count, base in (
        (IMPROVED, counts["better"], every),
        (IMPROVED_OF_KNOWN, counts["better"], known),
        (MAINTAINED, counts["better"] + counts["same"], every),
    ):
        yield {"wording": wording, "count": count, "of": base, "share": count / base if base else None}


def _trends(judged: Sequence[Progress]) -> Iterator[Row]:
    for made in judged:
        line, indicator = trend_of(made.indicator), made.indicator
        if line is None:
            continue
        latest = float(indicator.of().times[-1])
        ahead = line.at(latest + 1)
        most = math.inf if math.isnan(indicator.scale) else indicator.scale
        least = -math.inf if math.isnan(indicator.scale) else 0.0
        yield {
            "indicator": indicator.name,
            "points": line.points,
            "slope": line.slope.value,
            "slope_low": line.slope.low,
            "slope_high": line.slope.high,
            **{
                name: min(max(value, least), most)
                for name, value in (
                    ("now", line.at(latest).value),
                    ("next", ahead.value),
                    ("next_low", ahead.low),
                    ("next_high", ahead.high),
                )
            },
            "target": _known(indicator.target),
        }


def _figures(indicator: Indicator) -> Iterator[Row]:
    """All figures of everybody together, those of earlier tests among them, each at its point in time."""
    series = indicator.of()
    every = [*((figure, True) for figure in series.earlier), *((figure, False) for figure in series.figures)]
    periods = in_time(dict.fromkeys(figure.period for figure, _earlier in every))
    at = dict(zip(periods, times_of(periods).tolist(), strict=True))
    for figure, earlier in sorted(every, key=lambda pair: (not pair[1], periods.index(pair[0].period))):
        yield {
            "indicator": indicator.name,
            "period": figure.period,
            "at": at[figure.period],
            "value": figure.value,
            "n": None if math.isnan(figure.n) else round(figure.n),
            "series": figure.test,
            "earlier": earlier,
        }


def _known(number: float) -> float | None:
    return None if math.isnan(number) else number
