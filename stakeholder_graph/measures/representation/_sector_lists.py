"""Reference lists of sectors: who should be at the table, and which organization stands for which sector of a list.

One organization may belong to several lists: the first list is of its `sector`; any other is of the attribute that is
called as the list is, such as a column ``Age served`` in organizations.csv beside a list ``Age served`` in sectors.csv.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from stakeholder_graph.frames import natural
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures._columns import SECTOR
from stakeholder_graph.model.finding import Message
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.model.table import Column, Disclosure, Table
from stakeholder_graph.text import N_

LIST = Column("list", N_("List"), "text")


@dataclass(frozen=True, eq=False)
class SectorList:
    """One reference list and how the organizations of a wave fall on it.

    Parameters
    ----------
    name : str
        As sectors.csv has it; blank where there is no list.
    shares : Series of float
        Share of each sector of the list in the community, NaN where not known; by sector, sorted.
    members : Series of str
        The sector of each organization that has one, by organization.
    """

    name: str
    shares: "pd.Series[float]"
    members: "pd.Series[str]"

    @property
    def sectors(self) -> list[str]:
        """Those of the list and those that are there, sorted."""
        return sorted(set(self.shares.index) | set(self.members), key=natural)

    @property
    def listed(self) -> "pd.Series[int]":
        """How many organizations each of `sectors` has at the table."""
        return self.members.value_counts().reindex(self.sectors, fill_value=0)

    @property
    def fair(self) -> "pd.Series[float]":
        """What share each of `sectors` has in the community: an equal one of the list where none is known."""
        equal = 1 / len(self.shares) if len(self.shares) else 1 / max(len(self.sectors), 1)
        return self.shares.reindex(self.sectors).fillna(equal)


def table_by_sector(columns: Iterable[Column], frame: pd.DataFrame, of_list: str = "") -> Table:
    """One row a sector; of a further list beside the list's name, and for the backbone alone.

    Parameters
    ----------
    columns : iterable of Column
        Besides the sector; those that the frame lacks are left out.
    frame : DataFrame
        Indexed by sector.
    of_list : str
        Blank for the first list.

    Returns
    -------
    Table
        With a row for each row of the frame.

    Examples
    --------
    >>> frame = pd.DataFrame({"listed": [3, 4]}, index=["Health", "Schools"])
    >>> [dict(row) for row in table_by_sector([Column("listed")], frame).rows]
    [{'sector': 'Health', 'listed': 3}, {'sector': 'Schools', 'listed': 4}]
    """
    frame = frame.rename_axis("sector").reset_index()
    if of_list:
        return Table.from_frame((LIST, SECTOR, *columns), frame.assign(list=of_list), Disclosure.PAIR)
    return Table.from_frame((SECTOR, *columns), frame, Disclosure.SECTOR)


def first_list(graph: PartnerGraph, partnership: Partnership) -> SectorList:
    """The list of the sectors themselves; without one, the sectors that are there.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.
    partnership : Partnership
        Its list `sectors` holds the lists, first of all those of the settings.

    Returns
    -------
    SectorList
        Without a name where there is no list.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> graph = from_networkx(nx.Graph([("A", "B")]))
    >>> first_list(graph, Partnership("P", {"1": graph}, {})).name
    ''
    """
    names = _names(partnership)
    name = names[0] if names else ""
    return SectorList(name, _shares(partnership, name), _members(graph, "sector"))


def further_lists(graph: PartnerGraph, partnership: Partnership) -> tuple[list[SectorList], list[Message]]:
    """The other lists, and a caveat for each of which no attribute is called so.

    Parameters
    ----------
    graph, partnership
        As for `first_list`.

    Returns
    -------
    tuple of (list of SectorList, list of Message)
        Both empty where there is at most one list.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> graph = from_networkx(nx.Graph([("A", "B")]))
    >>> further_lists(graph, Partnership("P", {"1": graph}, {}))
    ([], [])
    """
    attributes = {str(column).casefold(): str(column) for column in graph.organizations}
    lists, caveats = [], []
    for name in _names(partnership)[1:]:
        column = attributes.get(name.casefold())
        if column is None:
            caveats.append(Message("no_column", {"list": name}))
        else:
            lists.append(SectorList(name, _shares(partnership, name), _members(graph, column)))
    return lists, caveats


def _names(partnership: Partnership) -> list[str]:
    frame = partnership.lists.get("sectors")
    return [] if frame is None else list(dict.fromkeys(frame["list"].astype(str)))


def _shares(partnership: Partnership, name: str) -> "pd.Series[float]":
    """By sector; counts and percentages become shares."""
    frame = partnership.lists.get("sectors")
    if frame is None or not name:
        return pd.Series(dtype="float64", index=pd.Index([], dtype="str"))
    rows = frame[frame["list"] == name]
    shares = pd.Series(rows["share"].astype("float64").to_numpy(), index=rows["sector"].astype(str)).sort_index()
    total = float(shares.sum())
    return shares / total if total > 1 + 1e-9 else shares


def _members(graph: PartnerGraph, column: str) -> "pd.Series[str]":
    """The stated sectors, as written in the column."""
    people = graph.organizations.set_index("organization")[column].astype(str).str.strip()
    return people[~people.isin(["", NO_SECTOR, "nan"])]
