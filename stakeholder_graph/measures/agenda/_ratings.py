"""The ratings of one wave: one voice an organization, one column an item of the agenda."""

import pandas as pd

from stakeholder_graph.frames import natural
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.finding import Message


def agenda_items(graph: PartnerGraph, partnership: Partnership) -> list[str]:
    """The items that are looked at: those of the agenda in the order of the list, or all that are rated."""
    rated = set(graph["ratings"]["item"])
    listed = partnership.lists.get("items")
    agenda = list(listed.loc[listed["kind"] == "agenda", "item"]) if listed is not None else []
    return [item for item in agenda if item in rated] or sorted(rated, key=natural)


def organization_ratings(graph: PartnerGraph, partnership: Partnership) -> tuple[pd.DataFrame, list[Message]]:
    """The ratings of each organization, one column an item in the order of the list, and what to say of them."""
    ratings, items = graph["ratings"], agenda_items(graph, partnership)
    ratings = ratings[ratings["item"].isin(items)]
    spoken = ratings.groupby("organization")["respondent"].nunique()
    several = int((spoken > 1).sum())
    # Of an even number the lower of the two in the middle, so that every answer is a step of the scale.
    medians = ratings.groupby(["organization", "item"])["value"].quantile(0.5, interpolation="lower")
    table = pd.pivot_table(medians.reset_index(), index="organization", columns="item", values="value")
    return (
        table.reindex(index=list(graph.names), columns=items).astype(float),
        [Message("several_ratings", {"several": several})] if several else [],
    )
