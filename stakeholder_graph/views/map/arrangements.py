"""By what the organizations of a copy can be arranged beside their connections: what the copy holds, and no more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.frames.rows import natural
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.text import N_, _
from stakeholder_graph.views.layout.group_places import group_of_each, group_places, tied_pairs
from stakeholder_graph.views.layout.positions import Position

#: With fewer groups there is nothing to tell apart, with more nobody can.
FEWEST, MOST = 2, 24

_TITLES = {
    "sector": (N_("Sector"), ""),
    "outcome": (N_("Outcome"), N_("No outcome named")),
    "cluster": (N_("Cluster"), N_("In no cluster")),
    "team": (N_("Team"), N_("On no team")),
    "place": (N_("Place"), N_("Place not known")),
}


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A way to arrange the map.

    Parameters
    ----------
    kind : str
        Such as ``"team"``.
    groups : tuple of str
        Their names; the last is of those who are in none, where there are any.
    stands : mapping of str to int
        The group in which each organization stands.
    places : mapping of str to (float, float)
        Where it stands.
    rest : bool
        Whether the last group is of those who are in none.
    several : bool
        Whether some are in several groups.
    titled : str
        What a group is called, where that is not what the kind is.
    """

    kind: str
    groups: tuple[str, ...]
    stands: Mapping[str, int]
    places: Mapping[str, tuple[float, float]]
    rest: bool = False
    several: bool = False
    titled: str = ""

    def as_data(self) -> dict[str, Any]:
        """What the page knows of it."""
        return {
            "kind": self.kind,
            "title": self.titled or _(_TITLES[self.kind][0]),
            "groups": list(self.groups),
            "rest": self.rest,
            "several": self.several,
        }


def arrangements(
    copy: Copy,
    where: Mapping[str, Position],
    sectors: Sequence[str],
    clusters: Sequence[Mapping[str, Any]],
    *,
    large: bool = False,
) -> tuple[Arrangement, ...]:
    """Find by what the organizations of a copy can be arranged.

    Parameters
    ----------
    copy : Copy
        What the reader may see; nothing else is looked at.
    where : mapping of str to Position
        Where organizations stand by their connections and by sector.
    sectors : sequence of str
        In the order of the legend.
    clusters : sequence of mapping
        With `name` and `members`, numbers in `where`.
    large : bool
        Whether the map opens from sectors, and is arranged by nothing else.

    Returns
    -------
    tuple of Arrangement
        By sector first, where sectors are known.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> from stakeholder_graph.views.layout.positions import positions
    >>> graph = nx.path_graph(["a", "b", "c"])
    >>> nx.set_node_attributes(graph, {"a": "Health", "b": "Health", "c": "Schools"}, "sector")
    >>> copy = Copy("partners", Partnership("P", {"1": from_networkx(graph)}, {}), (), "1")
    >>> [found.kind for found in arrangements(copy, positions(copy.partnership), ["Health", "Schools"], [])]
    ['sector']
    """
    names = list(where)
    ways = []
    if any(sector != NO_SECTOR for sector in sectors) and len(sectors) >= FEWEST:
        ways.append(_by_sector(copy, where, sectors))
    if large:
        return tuple(ways)
    people = copy.partnership.graph(copy.wave).organizations
    place = next((column for column in people if str(column).strip().casefold() == "place"), None)
    members = {
        "outcome": _on_lists(copy, "outcome"),
        "cluster": {str(group["name"]): {names[k] for k in group["members"]} for group in clusters},
        "team": _on_lists(copy, "team"),
        "place": {} if place is None else _with_value(zip(people["organization"], people[place], strict=True)),
    }
    layer = next(iter(copy.partnership.graph(copy.wave).layers), None)
    pairs = tied_pairs(copy.partnership.graph(copy.wave), layer)
    for kind, groups in members.items():
        if FEWEST <= len(groups) <= MOST:
            ways.append(_in_groups(kind, groups, where, pairs))
    return tuple(ways)


def _by_sector(copy: Copy, where: Mapping[str, Position], sectors: Sequence[str]) -> Arrangement:
    sector_of: dict[str, str] = {}
    for graph in copy.partnership.graphs.values():
        sector_of.update(zip(graph.organizations["organization"], graph.organizations["sector"], strict=True))
    numbers = {sector: k for k, sector in enumerate(sectors)}
    places = {name: (position.sector_x, position.sector_y) for name, position in where.items()}
    return Arrangement("sector", tuple(sectors), {name: numbers[sector_of[name]] for name in where}, places)


def _in_groups(
    kind: str, groups: Mapping[str, set[str]], where: Mapping[str, Position], pairs: Sequence[tuple[str, str]]
) -> Arrangement:
    stands = group_of_each(where, list(groups.values()), pairs)
    rest = (_(_TITLES[kind][1]),) if len(groups) in stands.values() else ()
    several = sum(map(len, groups.values())) > len(set().union(*groups.values()))
    return Arrangement(kind, (*groups, *rest), stands, group_places(where, stands, pairs), bool(rest), several)


def _on_lists(copy: Copy, kind: str) -> dict[str, set[str]]:
    """Who is on each outcome or team, in the order of the partnership's list."""
    frame = copy.partnership.graph(copy.wave)["affiliations"]
    frame = frame[(frame["kind"] == kind) & (frame["value"] != 0)]
    members = _with_value(zip(frame["organization"], frame["item"], strict=True))
    listed = copy.partnership.lists.get("items")
    order = [] if listed is None else list(map(str, listed.loc[listed["kind"] == kind, "item"]))
    return {item: members[item] for item in dict.fromkeys([*order, *members]) if item in members}


def _with_value(rows: Any) -> dict[str, set[str]]:
    members: dict[str, set[str]] = {}
    for name, value in rows:
        if isinstance(value, str) and value.strip():
            members.setdefault(value.strip(), set()).add(str(name))
    return {value: members[value] for value in sorted(members, key=natural)}
