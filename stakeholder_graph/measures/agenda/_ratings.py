"""The ratings of one wave: one voice an organization, one column an item of the agenda."""

import pandas as pd

from stakeholder_graph.frames import natural
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.finding import Message


def agenda_items(graph: PartnerGraph, partnership: Partnership) -> list[str]:
    """The items that are looked at: those of the agenda in the order of the list, or all that are rated.

    Parameters
    ----------
    graph : PartnerGraph
        One wave; its ratings.
    partnership : Partnership
        Its list `items` says which are of the agenda.

    Returns
    -------
    list of str
        In the order of the list, or sorted.

    Examples
    --------
    >>> from stakeholder_graph.model.survey import Wave
    >>> ratings = pd.DataFrame({"organization": ["A", "A"], "item": ["Pool funds", "Meet"], "value": [1.0, 2.0]})
    >>> frames = {"organizations": ratings[["organization"]].drop_duplicates(), "ratings": ratings}
    >>> graph = PartnerGraph(Wave("1"), {}, frames)
    >>> agenda_items(graph, Partnership("P", {"1": graph}, {}))
    ['Meet', 'Pool funds']
    """
    rated = set(graph["ratings"]["item"])
    listed = partnership.lists.get("items")
    agenda = list(listed.loc[listed["kind"] == "agenda", "item"]) if listed is not None else []
    return [item for item in agenda if item in rated] or sorted(rated, key=natural)


def organization_ratings(graph: PartnerGraph, partnership: Partnership) -> tuple[pd.DataFrame, list[Message]]:
    """The ratings of each organization, one column an item in the order of the list, and what to say of them.

    Parameters
    ----------
    graph : PartnerGraph
        One wave; its ratings.
    partnership : Partnership
        Its list `items` says which are of the agenda.

    Returns
    -------
    DataFrame
        NaN where an organization did not rate an item; the middle answer where several people did.

    Examples
    --------
    >>> from stakeholder_graph.model.survey import Wave
    >>> ratings = pd.DataFrame({"organization": ["A", "B"], "item": "Meet", "value": [1.0, 2.0], "respondent": ""})
    >>> graph = PartnerGraph(Wave("1"), {}, {"organizations": ratings[["organization"]], "ratings": ratings})
    >>> organization_ratings(graph, Partnership("P", {"1": graph}, {}))[0]["Meet"].tolist()
    [1.0, 2.0]
    """
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
