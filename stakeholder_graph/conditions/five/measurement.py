"""Shared measurement: baselines, core indicators of each outcome, freshness, groups, users, data that go round."""

import re
from collections.abc import Iterator, Sequence

from stakeholder_graph.conditions.five.counted import CountedFact, Known, rows_of, share
from stakeholder_graph.model.finding import Finding, Message
from stakeholder_graph.model.table import Row
from stakeholder_graph.studies.aligned_pairs import KINDS

#: Figures older than this many years no longer steer anything.
FRESH = 2
#: An indicator that so many organizations use is shared.
SHARED = 2
CONTRIBUTING = "contributing"
#: What kinds of tie are called along which data go.
OF_DATA = re.compile(r"\b(data|datos)\b", re.IGNORECASE)


def measurement(known: Known) -> Iterator[CountedFact]:
    """What is counted of shared measurement.

    Parameters
    ----------
    known : Known
        One wave.
    """
    progress = known.first.get("indicator_progress")
    rows = known.rows("indicator_progress")
    if progress and rows:
        yield from _outcomes(progress, rows, known)
        yield from share("baseline", progress, sum(row["baseline"] is not None for row in rows), len(rows))
    if (gaps := known.first.get("disparity_gaps")) and rows and known.rows("disparity_gaps"):
        by_group = {row["indicator"] for row in known.rows("disparity_gaps")}
        yield from share("by_group", gaps, len(by_group), len(rows))
    yield from _data_pairs(known)
    if progress and rows:
        if any(row.get("users") for row in rows):
            used = sum(int(row.get("users") or 0) >= SHARED for row in rows)
            yield from share("used", progress, used, len(rows))
        aged = [float(row["years_old"] or 0) for row in rows if row.get("years_old") is not None]
        yield from share("fresh", progress, sum(age <= FRESH for age in aged), len(aged))


def measurement_unknown(known: Known) -> Iterator[Message]:
    """What nobody has told yet."""
    rows = known.rows("indicator_progress")
    if not rows:
        yield Message("no_indicators")
    elif not any(row.get("users") for row in rows):
        yield Message("no_users")
    if not list(_data_pairs(known)):
        yield Message("no_data_layer")


def _outcomes(progress: Finding, rows: Sequence[Row], known: Known) -> Iterator[CountedFact]:
    """Outcomes with a core indicator that has a baseline, of all that the list of items has."""
    items = known.partnership.lists.get("items")
    listed = set() if items is None else set(items.loc[items["kind"] == "outcome", "item"].astype(str))
    outcomes = listed | {str(row["outcome"]) for row in rows if row.get("outcome")}
    measured = {
        str(row["outcome"])
        for row in rows
        if row.get("outcome") and row["baseline"] is not None and row.get("role") != CONTRIBUTING
    }
    yield from share("outcomes_measured", progress, len(measured), len(outcomes))


def _data_pairs(known: Known) -> Iterator[CountedFact]:
    """Of pairs that share most of their outcomes, those that exchange data, where it was asked."""
    for finding in known.all_of("aligned_pairs"):
        if any(map(OF_DATA.search, finding.scope.layers)):
            counts = {str(row["kind"]): int(row["pairs"] or 0) for row in rows_of(finding)}
            together = counts.get(KINDS["together"], 0)
            yield from share("data_pairs", finding, together, together + counts.get(KINDS["introductions"], 0))
            return
