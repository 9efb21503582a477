"""Groupings: what organizations can have in common, and of which it is known."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.graph.marked_one import marks_one
from stakeholder_graph.measures.outcomes._affiliations import carried
from stakeholder_graph.model.survey import COLUMNS, HOURS, NO_SECTOR

#: What columns hold that say yes and no, in languages that surveys are answered in.
_YES_NO = tuple(
    {yes, no}
    for yes, no in (
        ("yes", "no"),
        ("y", "n"),
        ("true", "false"),
        ("1", "0"),
        ("1.0", "0.0"),
        ("sí", "no"),
        ("si", "no"),
        ("oui", "non"),
        ("ja", "nein"),
    )
)
#: What teams are called among what two can have in common.
TEAM = "team"


@dataclass(frozen=True, eq=False)
class Grouping:
    """One thing that organizations can have in common.

    Parameters
    ----------
    name : str
        Such as ``"sector"``.
    same : ndarray of bool, shape (n, n)
        Whether two have it in common, in the order of the graph.
    stated : ndarray of bool, shape (n,)
        Of which organizations it is known.
    groups : int
        How many different ones there are.
    yes_no : bool
        Whether these are no groups but yes and no.
    """

    name: str
    same: NDArray[np.bool_]
    stated: NDArray[np.bool_]
    groups: int
    yes_no: bool = False


def of_attributes(graph: PartnerGraph, known: float) -> list[Grouping]:
    """The sector, and whatever else the list of organizations says that puts them into groups.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.
    known : float
        An attribute counts if it is known of this share of organizations.

    Returns
    -------
    list of Grouping
        The sector first, the others by name; with two groups or more, of two members or more on average. Of two that
        say the same, such as a name and its number, only the first. A column that only tells one organization from
        all others, such as the lead agency, groups nobody.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> pairs = nx.Graph([("a", "b"), ("c", "d")])
    >>> nx.set_node_attributes(pairs, {"a": "x", "b": "y", "c": "x", "d": "y"}, "sector")
    >>> nx.set_node_attributes(pairs, {"a": "north", "b": "north", "c": "south", "d": "south"}, "place")
    >>> [(one.name, one.groups) for one in of_attributes(from_networkx(pairs), 0.8)]
    [('sector', 2), ('place', 2)]
    """
    people = graph.organizations
    kept: list[Grouping] = []
    for name in ("sector", *sorted(set(people.columns) - {*COLUMNS["organizations"], "answered", "public", HOURS})):
        values = people[name].astype(object).where(people[name].notna(), "").astype(str).str.strip().to_numpy()
        stated = (values != "") & (values != NO_SECTOR)
        groups = len(np.unique(values[stated]))
        if name != "sector" and marks_one(values[stated]):
            continue
        if stated.sum() >= known * len(stated) and 2 <= groups <= stated.sum() / 2:
            same = values[:, None] == values
            if not any(np.array_equal(same, other.same) for other in kept):
                kept.append(Grouping(name, same, stated, groups, _yes_no(values[stated])))
    return kept


def _yes_no(values: NDArray[np.object_]) -> bool:
    """Whether a column says yes and no of organizations, by whatever words or marks."""
    return {str(value).casefold() for value in np.unique(values)} in _YES_NO


def _of_teams(graph: PartnerGraph, partnership: Partnership) -> Grouping | None:
    """Whether two sit in a team together; None without teams.

    It is known of those who answered, and of those whom a list seats in a team although they did not. Of the others it
    is not known whether they sit in none.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.
    partnership : Partnership
        Its list `items` tells of teams.
    """
    seats = carried(graph, partnership, "team").to_numpy(dtype=float)
    if not seats.any():
        return None
    known = graph.answered | seats.any(axis=1)
    return Grouping(TEAM, seats @ seats.T > 0, known, int(seats.any(axis=0).sum()))


def groupings(graph: PartnerGraph, partnership: Partnership, known: float) -> list[Grouping]:
    """All that two can have in common by what lists and answers say: attributes, and teams.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.
    partnership : Partnership
        Its list `items` tells of teams.
    known : float
        An attribute counts if it is known of this share of organizations.

    Returns
    -------
    list of Grouping
        As of `of_attributes` and `_of_teams`. Where a column of the list of organizations is called team too, whichever
        of the two is known of more organizations.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> pairs = nx.Graph([("a", "b"), ("c", "d")])
    >>> nx.set_node_attributes(pairs, {"a": "x", "b": "y", "c": "x", "d": "y"}, "sector")
    >>> graph = from_networkx(pairs)
    >>> [grouping.name for grouping in groupings(graph, Partnership("P", {"1": graph}, {}), 0.5)]
    ['sector']
    """
    attributes, teams = of_attributes(graph, known), _of_teams(graph, partnership)
    column = next((grouping for grouping in attributes if grouping.name == TEAM), None)
    if teams is None or (column is not None and column.stated.sum() > teams.stated.sum()):
        return attributes
    return [grouping for grouping in attributes if grouping is not column] + [teams]
