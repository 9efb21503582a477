"""Indicator progress: how many indicators are better than at their baseline, in the three usual wordings."""

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures._declaration import Chart
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures.results._expected import expectations, with_expected
from stakeholder_graph.measures.results._figures import indicators_of
from stakeholder_graph.measures.results._outcomes import by_outcome, counts_of
from stakeholder_graph.measures.results._progress import progress, usual_halfway
from stakeholder_graph.measures.results._progress_sentences import progress_sentences
from stakeholder_graph.measures.results._progress_tables import further_tables, progress_table
from stakeholder_graph.model.finding import Finding, Measured, Message, Quotient
from stakeholder_graph.text import N_


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
        "figures": N_("The figures of each"),
    },
    reading=_reading,
    chart=Chart("progress"),
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
        (improved; improved where there is a baseline; improved or maintained), bounds_of (k_low, k_high), trends of
        indicators with four figures or more, and figures (all of them, at their points in time).

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
    counts, outcomes = counts_of(judged), list(by_outcome(judged))
    bounds = sum(made.surely_better for made in judged), sum(made.maybe_better for made in judged)
    said = expectations(partnership, "indicator")
    table = with_expected(progress_table(graph, judged), said, lambda row: row["indicator"])
    return Measured(
        counts["better"] / counts["indicators"],
        table,
        further_tables(judged, outcomes, bounds),
        quotient=Quotient(counts["better"], counts["indicators"]),
        certain=(bounds[0] / len(judged), bounds[1] / len(judged)),
        caveats=list(progress_sentences(judged, table.rows, outcomes, bounds)),
    )
