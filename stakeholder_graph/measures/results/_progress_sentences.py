"""What is said of indicators besides their count: the other wordings, outcomes by the rule, and what verdicts lack."""

from collections.abc import Iterator, Sequence

from stakeholder_graph.measures.results._outcomes import counts_of
from stakeholder_graph.measures.results._progress import (
    BETTER,
    ENDPOINTS,
    NO_BASELINE,
    NO_DATA,
    NO_DIRECTION,
    WORSE,
    Progress,
    run_of_changes,
)
from stakeholder_graph.model.finding import Message
from stakeholder_graph.model.table import Row

#: So many sentences, at most, on single indicators.
MOST_SENTENCES = 3
LEAST_RUN = 2


def progress_sentences(
    judged: Sequence[Progress], rows: Sequence[Row], outcomes: Sequence[Row], bounds: tuple[int, int]
) -> Iterator[Message]:
    """Say what belongs beside the count of indicators that are better.

    Parameters
    ----------
    judged : sequence of Progress
        Of all indicators.
    rows : sequence of Row
        One an indicator, as in the main table.
    outcomes : sequence of Row
        As of `by_outcome`.
    bounds : tuple of int
        How many are surely better, and surely or possibly.

    Yields
    ------
    Message
        Of `indicator_progress`.
    """
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
