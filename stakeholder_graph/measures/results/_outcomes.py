"""Indicators rolled up to the outcomes that they are there for."""

from collections.abc import Iterator, Sequence

from stakeholder_graph.measures.results._progress import BETTER, NO_DATA, SAME, WORSE, Progress
from stakeholder_graph.model.table import Row


def counts_of(judged: Sequence[Progress]) -> dict[str, int]:
    """Count verdicts: four parts that add up to all.

    Parameters
    ----------
    judged : sequence of Progress
        Any.
    """
    verdicts = [progress.verdict for progress in judged]
    names = {"better": BETTER, "same": SAME, "worse": WORSE, "no_data": NO_DATA}
    return {"indicators": len(judged)} | {name: verdicts.count(verdict) for name, verdict in names.items()}


def core_of(judged: Sequence[Progress]) -> list[Progress]:
    """The core indicators: all that are not called contributing; where all are, these.

    Parameters
    ----------
    judged : sequence of Progress
        Of one outcome, or of all.
    """
    return [progress for progress in judged if progress.indicator.role != "contributing"] or list(judged)


def by_outcome(judged: Sequence[Progress]) -> Iterator[Row]:
    """One row an outcome.

    Parameters
    ----------
    judged : sequence of Progress
        Of all indicators.

    Yields
    ------
    mapping
        An outcome is better where at least half of its core indicators with a baseline are better, and more of them are
        better than worse; worse likewise. Else it is about the same; without a baseline there is no data.
    """
    for outcome in dict.fromkeys(outcome for progress in judged for outcome in progress.indicator.outcomes):
        counts = counts_of(core_of([progress for progress in judged if outcome in progress.indicator.outcomes]))
        known = counts["indicators"] - counts["no_data"]
        better, worse = counts["better"], counts["worse"]
        if not known:
            verdict = NO_DATA
        elif 2 * better >= known and better > worse:
            verdict = BETTER
        elif 2 * worse >= known and worse > better:
            verdict = WORSE
        else:
            verdict = SAME
        yield {"outcome": outcome, **counts, "verdict": verdict}
