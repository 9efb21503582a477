"""Indicator progress: how many indicators are better than at their baseline, in the three usual wordings."""

import math
import re
from collections.abc import Iterator, Sequence

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures._columns import OUTCOME
from stakeholder_graph.measures._declaration import Chart
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures.results._figures import Indicator, indicators_of
from stakeholder_graph.measures.results._outcomes import by_outcome, core_of, counts_of
from stakeholder_graph.measures.results._periods import point_in_time
from stakeholder_graph.measures.results._progress import (
    BETTER,
    ENDPOINTS,
    NO_BASELINE,
    NO_DATA,
    NO_DIRECTION,
    VERDICTS,
    WORSE,
    Progress,
    progress,
    run_of_changes,
    trend_of,
    usual_halfway,
)
from stakeholder_graph.model.finding import Finding, Measured, Message, Quotient
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
    Column("next", N_("If nothing changes, a year on"), "number"),
    Column("next_low", N_("At least, a year on"), "number"),
    Column("next_high", N_("At most, a year on"), "number"),
    Column("target", N_("Target"), "number"),
)
IMPROVED, IMPROVED_OF_KNOWN, MAINTAINED = (
    N_("improved"), N_("improved, where there is a baseline"), N_("improved or maintained")
)  # fmt: skip
#: So many sentences, at most, on single indicators.
MOST_SENTENCES = 3
LEAST_RUN = 2


def _reading(finding: Finding) -> Message | None:
    if finding.value is None or finding.table is None:
        return None
    counts = dict(finding.tables["roles"].rows[0])
    return Message("progress", {name: counts[name] for name in ("indicators", "better", "same", "worse", "no_data")})


@measure(
    section="results",
    title=N_("Indicators that improved"),
    question=N_("How many of our indicators are better than at their baseline?"),
    how_to_read=N_(
        "Each indicator is better, about the same or worse than at its baseline, or there is no data; the four add up. "
        "Where the partnership says how many points matter, that decides. Else a change counts only if it is larger "
        "than what numbers of this size vary by. “Improved” and “improved or maintained” are different claims: say "
        "which one you make. Indicators move together, so this count is no test of anything."
    ),
    formula=N_(
        "Better / all indicators. A change c counts if |c| reaches `matters`; without it, if |c| > 1.645 standard "
        "errors, from n (binomial) or from the residuals of a line through four figures or more; with neither, any "
        "change counts. An indicator whose first figure is later than halfway between the usual (median) first and "
        "latest year has no baseline, unless one is stated or a changed test began a new one. An outcome is better "
        "where at least half of its core indicators with a baseline are, and more are better than worse. Trend: least "
        "squares weighted by n / (p (1 - p)), scale estimated, t interval."
    ),
    undefined=N_("Without figures of any indicator."),
    unit=N_("share"),
    bounds=(0, 1),
    references=(
        "Friedman, M. (2005). Trying Hard Is Not Good Enough. Trafford.",
        "Kania, J., & Kramer, M. (2011). Collective impact. Stanford Social Innovation Review, 9(1), 36-41.",
    ),
    messages={
        "progress": N_(
            "Of {indicators} indicators: {better} better than at their baseline, {same} about the same, {worse} worse, "
            "{no_data} without a baseline or without data."
        ),
        "wordings_said": N_(
            "Improved: {better} of {indicators}; of those with a baseline {better} of {known}; improved or maintained "
            "{maintained} of {indicators}."
        ),
        "bounds": N_("Surely better: {k_low}. Surely or possibly better: {k_high}."),
        "of_outcomes": N_(
            "Outcomes of which at least half of the core indicators are better, and more better than worse: "
            "{better} of {count}."
        ),
        "worse_but": N_("{indicator} is worse than in {since}, but better {count} times running."),
        "better_but": N_("{indicator} is better than in {since}, but worse {count} times running."),
        "endpoints": N_("Indicators judged by first and latest figure alone, where any change counts: {count}."),
        "no_direction": N_("Indicators of which the list does not say which direction is good: {count}."),
        "no_baseline": N_("Indicators without a baseline: {count}."),
        "new_series": N_("Indicators of which a changed test began a new baseline: {count}."),
        "stale": N_("Indicators whose latest figure is more than two years old: {count}."),
        "no_figures": N_("There are no figures of indicators."),
        "outcomes": N_("Each outcome"),
        "roles": N_("All, core and contributing"),
        "wordings": N_("In each wording"),
        "bounds_of": N_("As far as the noise of indicators allows"),
        "trends": N_("Trends, and where they lead"),
    },
    reading=_reading,
    chart=Chart("none"),
    questions=(N_("Which indicator should be better by now, and what would turn its curve?"),),
    no_range=N_("Indicators are figures that the partnership keeps: who answered the survey does not move them."),
    reads=("indicator",),
)
def indicator_progress(graph: PartnerGraph, partnership: Partnership) -> Measured:
    """Judge every indicator against its baseline.

    Parameters
    ----------
    graph : PartnerGraph
        One wave, whose affiliations of the kind indicator say who uses which.
    partnership : Partnership
        Its lists `indicators` and `items`.

    Returns
    -------
    Measured
        `value` is the share of indicators that are better, `certain` what of it the noise of indicators allows. `table`
        has one row an indicator. `tables` has outcomes (the same by outcome), roles (all, core, contributing), wordings
        (improved; improved where there is a baseline; improved or maintained), bounds_of (k_low, k_high), and trends
        of indicators with four figures or more.

    Examples
    --------
    >>> import pandas as pd
    >>> from stakeholder_graph.model.survey import Wave
    >>> figures = pd.DataFrame({"indicator": "Reading", "period": ["2020", "2024"], "value": [41.0, 47.0]})
    >>> lists = {"indicators": figures.assign(good="up")}
    >>> partnership = Partnership("P", {"1": PartnerGraph(Wave("1"), {}, {})}, lists)
    >>> found = indicator_progress(partnership.graph(), partnership)
    >>> found.value, found.table.rows[0]["verdict"]
    (1.0, 'better')
    """
    indicators = indicators_of(partnership)
    if not any(series.figures for indicator in indicators for series in (indicator.series or {}).values()):
        return Measured(None, caveats=[Message("no_figures")])
    halfway = usual_halfway(indicators)
    judged = [progress(indicator, halfway) for indicator in indicators]
    now = _year(graph, judged)
    rows = [_row(made, _users(graph, made.indicator), now) for made in judged]
    counts = counts_of(judged)
    bounds = sum(made.surely_better for made in judged), sum(made.maybe_better for made in judged)
    outcomes = list(by_outcome(judged))
    tables = {
        "outcomes": Table.from_rows(BY_OUTCOME, outcomes, Disclosure.NETWORK),
        "roles": Table.from_rows(BY_ROLE, _by_role(judged), Disclosure.NETWORK),
        "wordings": Table.from_rows(WORDINGS, _wordings(counts), Disclosure.NETWORK),
        "bounds_of": Table.from_rows(BOUNDS, [{"k_low": bounds[0], "k_high": bounds[1]}], Disclosure.NETWORK),
        "trends": Table.from_rows(TRENDS, _trends(judged), Disclosure.NETWORK),
    }
    absent = {
        name
        for name in ("outcome", "role", "unit", "users")
        if not any(row.get(name) not in (None, "") for row in rows)
    }
    kept = [column for column in BY_INDICATOR if column.name not in absent]
    return Measured(
        counts["better"] / counts["indicators"],
        Table.from_rows(kept, rows, Disclosure.NETWORK),
        {name: table for name, table in tables.items() if len(table)},
        quotient=Quotient(counts["better"], counts["indicators"]),
        certain=(bounds[0] / len(judged), bounds[1] / len(judged)),
        caveats=list(_caveats(judged, rows, outcomes, bounds)),
    )


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
        ahead = line.at(float(indicator.of().times[-1]) + 1)
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
                for name, value in (("next", ahead.value), ("next_low", ahead.low), ("next_high", ahead.high))
            },
            "target": _known(indicator.target),
        }


def _caveats(
    judged: Sequence[Progress], rows: Sequence[Row], outcomes: Sequence[Row], bounds: tuple[int, int]
) -> Iterator[Message]:
    counts = counts_of(judged)
    known, maintained = counts["indicators"] - counts["no_data"], counts["better"] + counts["same"]
    said = {name: counts[name] for name in ("indicators", "better")}
    yield Message("wordings_said", {**said, "known": known, "maintained": maintained})
    yield Message("bounds", {"k_low": bounds[0], "k_high": bounds[1]})
    if outcomes:
        better = sum(row["verdict"] == BETTER for row in outcomes)
        yield Message("of_outcomes", {"better": better, "count": len(outcomes)})
    yield from list(_turning(judged))[:MOST_SENTENCES]
    reasons = [made.judged_by for made in judged]
    for id, count in (
        ("endpoints", sum(made.judged_by == ENDPOINTS and made.verdict != NO_DATA for made in judged)),
        ("no_direction", reasons.count(NO_DIRECTION)),
        ("no_baseline", reasons.count(NO_BASELINE)),
        ("new_series", sum(bool(row["new_series"]) for row in rows)),
        ("stale", sum(float(row["years_old"] or 0) > 2 for row in rows)),
    ):
        if count:
            yield Message(id, {"count": count})


def _turning(judged: Sequence[Progress]) -> Iterator[Message]:
    """Both sentences of an indicator where both are true: worse than then, and better several times running."""
    for made in judged:
        run, since = run_of_changes(made.indicator), made.first.period if made.first else ""
        if made.verdict == WORSE and run >= LEAST_RUN:
            yield Message("worse_but", {"indicator": made.indicator.name, "since": since, "count": run})
        elif made.verdict == BETTER and run <= -LEAST_RUN:
            yield Message("better_but", {"indicator": made.indicator.name, "since": since, "count": -run})


def _known(number: float) -> float | None:
    return None if math.isnan(number) else number
