"""Facts of indicators: whether they are broken down, fresh and used, how many improved, and whether gaps closed."""

import math
from collections.abc import Iterator

from stakeholder_graph.conditions.criterion import FindingField
from stakeholder_graph.conditions.facts._context import FactContext
from stakeholder_graph.conditions.quantity import Quantity, does_not_apply, share
from stakeholder_graph.measures.results._figures import indicators_of
from stakeholder_graph.measures.results._outcomes import core_of
from stakeholder_graph.measures.results._progress import BETTER, NO_DATA, SAME, Progress, progress, usual_halfway
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.table import Row

#: Fewer people are no cell, fewer groups no breakdown, an older figure is not fresh, fewer sectors are no sharing.
CELL, GROUPS, YEARS, SECTORS = 10, 2, 2, 2
CLOSED_BY = ("lower rose", "both")


def _core(finding: Finding | None) -> list[Row]:
    """The core indicators, as the measure lists them."""
    rows = finding.table.rows if finding is not None and finding.table is not None else ()
    return [row for row in rows if row.get("role") != "contributing"]


def indicators_by_group(context: FactContext, looked: FindingField) -> Quantity:
    """The share of core indicators whose latest figures are given for two groups of ten people or more."""
    core, frame = _core(context.finding("indicator_progress")), context.partnership.lists.get("indicators")
    if not core or frame is None:
        return does_not_apply("no_indicators", file="indicators.csv")
    named = frame[(frame["subgroup"] != "") & frame["value"].notna() & ~(frame["n"] < CELL)]
    groups = named.groupby(["indicator", "period"])["subgroup"].nunique()
    broken_down = set(groups[groups >= GROUPS].index.get_level_values("indicator"))
    return share(sum(row["indicator"] in broken_down for row in core), len(core))


def indicators_fresh(context: FactContext, looked: FindingField) -> Quantity:
    """The share of core indicators whose latest figure is at most two years old."""
    core = _core(context.finding("indicator_progress"))
    if not core:
        return does_not_apply("no_indicators", file="indicators.csv")
    ages = [row["years_old"] for row in core]
    return share(sum(age is not None and float(age) <= YEARS for age in ages), len(core))


def indicators_used(context: FactContext, looked: FindingField) -> Quantity:
    """The share of core indicators that organizations of two sectors or more use; who is silent may use any."""
    core = _core(context.finding("indicator_progress"))
    if not core:
        return does_not_apply("no_indicators", file="indicators.csv")
    uses = context.graph["affiliations"]
    uses = uses[(uses["kind"] == "indicator") & (uses["value"] != 0)]
    if uses.empty:
        return does_not_apply("no_users", file="affiliations.csv")
    people = context.graph.organizations.set_index("organization")["sector"]
    sectors = uses["organization"].map(people).groupby(uses["item"]).nunique()
    count = sum(sectors.get(row["indicator"], 0) >= SECTORS for row in core)
    from_answers = not (uses["source"] == "list").all() and not context.graph.answered.all()
    return share(count, len(core), low=count, high=len(core) if from_answers else count)


def indicators_improved(context: FactContext, looked: FindingField) -> Quantity:
    """The share of core indicators that improved, in the rubric's wording, as far as their own noise allows."""
    indicators = indicators_of(context.partnership)
    if not any(series.figures for indicator in indicators for series in (indicator.series or {}).values()):
        return does_not_apply("no_indicators", file="indicators.csv")
    halfway = usual_halfway(indicators)
    wording = str(looked.where.get("wording", "improved"))
    core = core_of([progress(indicator, halfway) for indicator in indicators])
    # Of those with a baseline the others are no part, neither as improved nor as what may have improved.
    core = [made for made in core if "baseline" not in wording or made.verdict != NO_DATA]
    if not core:
        return does_not_apply("no_baseline", file="indicators.csv")
    good = (BETTER, SAME) if "maintained" in wording else (BETTER,)
    count = sum(made.verdict in good for made in core)
    low = sum(made.verdict in good and _is_sure(made) for made in core)
    high = sum(made.verdict in good or made.maybe_better for made in core)
    return share(count, len(core), low=low, high=high)


def _is_sure(made: Progress) -> bool:
    """Whether the noise of an indicator leaves no doubt that it is no worse."""
    return made.surely_better or not made.maybe_better


def gaps_closed_from_below(context: FactContext, looked: FindingField) -> Quantity:
    """How many gaps closed, surely, because the group worse off got better."""
    finding = context.finding("disparity_gaps")
    gaps = list(_gaps(finding))
    if not gaps:
        return does_not_apply("no_gaps", file="indicators.csv")
    sure = sum(high < 0 for _low, high in gaps)
    possible = sum(low < 0 for low, _high in gaps)
    return Quantity(
        float(sure),
        (float(sure), float(possible)),
        numerator=sure,
        denominator=len(gaps),
        fact=sure == possible,
        certain=True,
    )


def _gaps(finding: Finding | None) -> Iterator[tuple[float, float]]:
    """The interval of the change of every gap; one that did not close from below cannot have closed from below."""
    rows = finding.table.rows if finding is not None and finding.table is not None else ()
    for row in rows:
        low, high = (row.get(name) for name in ("change_low", "change_high"))
        if low is None or high is None or math.isnan(float(low)):
            continue
        yield (float(low), float(high)) if row.get("because") in CLOSED_BY else (0.0, math.inf)
