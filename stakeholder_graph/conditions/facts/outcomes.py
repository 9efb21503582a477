"""Facts of outcomes: who carries them, which have a team, an activity, an indicator, and who does the same for them."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pandas as pd

from stakeholder_graph.conditions.criterion import FindingField
from stakeholder_graph.conditions.facts._context import FactContext, imputed, no_layer
from stakeholder_graph.conditions.quantity import Quantity, does_not_apply, share
from stakeholder_graph.graph import Layer

#: An outcome is carried by so many organizations of so many sectors.
ORGANIZATIONS, SECTORS = 3, 2


def _items(context: FactContext, kind: str) -> pd.DataFrame:
    items = context.partnership.lists.get("items")
    return pd.DataFrame(columns=["item", "outcome"]) if items is None else items[items["kind"] == kind]


def _carried(context: FactContext, kind: str) -> pd.DataFrame:
    rows = context.graph["affiliations"]
    return rows[(rows["kind"] == kind) & (rows["value"] != 0)]


def outcomes_of(context: FactContext) -> list[str]:
    """The outcomes that the partnership lists or, without a list, those that somebody works on.

    Parameters
    ----------
    context : FactContext
        One wave.
    """
    listed = list(_items(context, "outcome")["item"].astype(str))
    return listed or sorted(set(_carried(context, "outcome")["item"].astype(str)))


def outcomes_carried(context: FactContext, looked: FindingField) -> Quantity:
    """The share of outcomes that three organizations of two sectors or more work on; who is silent may work on any."""
    outcomes = outcomes_of(context)
    if not outcomes:
        return does_not_apply("no_outcomes", file="items.csv")
    sector = dict(zip(context.graph.names, context.graph.organizations["sector"], strict=True))
    carried = _carried(context, "outcome")
    if carried.empty:
        return does_not_apply("no_carriers", file="affiliations.csv")
    silent = [name for name, yes in zip(context.graph.names, context.graph.answered, strict=True) if not yes]
    if not context.partnership.info.surveyed or (carried["source"] == "list").all():
        silent = []
    sure = possible = 0
    for outcome in outcomes:
        here = set(carried.loc[carried["item"] == outcome, "organization"])
        more = here | set(silent)
        sure += len(here) >= ORGANIZATIONS and len({sector[name] for name in here}) >= SECTORS
        possible += len(more) >= ORGANIZATIONS and len({sector[name] for name in more}) >= SECTORS
    return share(sure, len(outcomes), low=sure, high=possible)


def outcomes_with_team(context: FactContext, looked: FindingField) -> Quantity:
    """The share of outcomes for which a team is there."""
    outcomes, teams = outcomes_of(context), _items(context, "team")
    if not outcomes:
        return does_not_apply("no_outcomes", file="items.csv")
    names = set(teams["item"].astype(str)) | set(_carried(context, "team")["item"].astype(str))
    if not names:
        return does_not_apply("no_teams", file="affiliations.csv")
    served = set(teams["outcome"].astype(str)) - {""}
    served |= {outcome for outcome in outcomes if any(outcome.casefold() in name.casefold() for name in names)}
    if not served:
        return does_not_apply("teams_without_outcome", file="items.csv")
    return share(sum(outcome in served for outcome in outcomes), len(outcomes))


def outcomes_with_activity(context: FactContext, looked: FindingField) -> Quantity:
    """The share of outcomes with an activity or a strategy; who is silent may have an activity for any."""
    outcomes = outcomes_of(context)
    if not outcomes:
        return does_not_apply("no_outcomes", file="items.csv")
    activities, strategies = _carried(context, "activity"), context.partnership.lists.get("strategies")
    of_activity = _items(context, "activity")
    done = of_activity[of_activity["item"].isin(set(activities["item"]))]
    served = set(done["outcome"].astype(str)) - {""}
    if strategies is not None:
        served |= set(strategies["outcome"].astype(str)) - {""}
    if not served:
        return does_not_apply("no_activities", file="affiliations.csv")
    count = sum(outcome in served for outcome in outcomes)
    waiting = set(of_activity["outcome"].astype(str)) if not context.graph.answered.all() else set()
    return share(count, len(outcomes), low=count, high=sum(outcome in served | waiting for outcome in outcomes))


def outcomes_with_baseline(context: FactContext, looked: FindingField) -> Quantity:
    """The share of outcomes with a core indicator that has a baseline."""
    outcomes, finding = outcomes_of(context), context.finding("indicator_progress")
    if not outcomes:
        return does_not_apply("no_outcomes", file="items.csv")
    if finding is None or finding.table is None or "outcome" not in finding.table:
        return does_not_apply("no_indicators", file="indicators.csv")
    has = {
        str(row["outcome"])
        for row in finding.table.rows
        if row.get("role") != "contributing" and row["verdict"] != "no data"
    }
    return share(sum(outcome in has for outcome in outcomes), len(outcomes))


def same_activity_tied(context: FactContext, looked: FindingField) -> Quantity:
    """Of the pairs with the same activity for the same outcome, the share that work together."""
    layer = context.layer_name(looked)
    if not layer:
        return no_layer(looked)
    outcome = {row.item: row.outcome for row in _items(context, "activity").itertuples() if row.outcome}
    activities = _carried(context, "activity")
    activities = activities[activities["item"].isin(set(outcome))]
    if activities.empty:
        return does_not_apply("no_activities", file="affiliations.csv")
    index = {name: place for place, name in enumerate(context.graph.names)}
    pairs = {
        pair
        for _item, group in activities.groupby("item")
        for pair in combinations(sorted(index[name] for name in set(group["organization"])), 2)
    }
    if not pairs:
        return does_not_apply("no_activity_in_common")
    first, second = np.array(sorted(pairs)).T

    def tied(completed: Layer) -> float:
        named = completed.adjacency.toarray() > 0
        return float((named[first, second] | named[second, first]).mean())

    quantity = imputed(context.study(layer), tied)
    return _among(quantity, len(pairs))


def _among(quantity: Quantity, cases: int) -> Quantity:
    if quantity.value is None:
        return quantity
    if not quantity.fact:
        return replace(quantity, cases=cases)
    return share(round(quantity.value * cases), cases)
