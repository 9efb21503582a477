"""Arranged by teams, outcomes, clusters or places: who stands in which group, and where."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from stakeholder_graph.graph import PartnerGraph
from stakeholder_graph.views.layout.positions import LINE_HEIGHT, NAME_BELOW, RADIUS, Position
from stakeholder_graph.views.layout.sector_layout import arrange_by_sector


def group_of_each(
    names: Iterable[str], groups: Sequence[Iterable[str]], pairs: Iterable[tuple[str, str]]
) -> dict[str, int]:
    """Give each organization the one group in which it stands.

    Parameters
    ----------
    names : iterable of str
        All organizations.
    groups : sequence of iterable of str
        Their members; an organization may be in several.
    pairs : iterable of (str, str)
        Connections, each pair once.

    Returns
    -------
    dict of str to int
        Who is in several stands with the group of whose members it is connected with the largest share, of equal ones
        in the first. Who is in none has the number after the last group.

    Examples
    --------
    >>> group_of_each("abcd", ["ab", "bc"], [("b", "c")])
    {'a': 0, 'b': 1, 'c': 1, 'd': 2}
    """
    partners: dict[str, set[str]] = {}
    for a, b in pairs:
        partners.setdefault(a, set()).add(b)
        partners.setdefault(b, set()).add(a)
    sets = [set(members) for members in groups]

    def share(name: str, k: int) -> float:
        return len(partners.get(name, set()) & sets[k]) / max(1, len(sets[k]) - 1)

    chosen = {}
    for name in names:
        mine = [k for k, members in enumerate(sets) if name in members]
        chosen[name] = max(mine, key=lambda k: (share(name, k), -k)) if mine else len(sets)
    return chosen


def group_places(
    where: Mapping[str, Position], group_of: Mapping[str, int], pairs: Iterable[tuple[str, str]]
) -> dict[str, tuple[float, float]]:
    """Where organizations stand when those of one group stand together.

    Parameters
    ----------
    where : mapping of str to Position
        As arranged by ties: inside its group each keeps to the side of its partners.
    group_of : mapping of str to int
        The group of each.
    pairs : iterable of (str, str)
        Connections, each pair once.

    Returns
    -------
    dict of str to (float, float)
        The middle of each symbol.

    Examples
    --------
    >>> at = [Position(0, 0, 0, 0, ("a",), 8.0), Position(1, 0, 0, 0, ("b",), 8.0)]
    >>> places = group_places({"a": at[0], "b": at[1]}, {"a": 0, "b": 1}, [("a", "b")])
    >>> places["a"][0] < places["b"][0]
    True
    """
    index = {name: k for k, name in enumerate(where)}
    numbers = {group: k for k, group in enumerate(sorted(set(group_of.values())))}
    block = np.array([numbers[group_of[name]] for name in where], dtype=np.intp)
    tied = np.array(sorted(sorted((index[a], index[b])) for a, b in pairs), dtype=np.intp).reshape(-1, 2)
    heights = [RADIUS + NAME_BELOW + LINE_HEIGHT * len(position.lines) for position in where.values()]
    sizes = np.column_stack([[max(position.width, 2 * RADIUS) for position in where.values()], heights])
    up = [0.0, 1.0] * (RADIUS - sizes[:, 1:] / 2)
    centres = np.array([(position.x, position.y) for position in where.values()]).reshape(-1, 2) - up
    placed = np.round(arrange_by_sector(centres, sizes, block, tied) + up, 1)
    return {name: (x, y) for name, (x, y) in zip(where, placed.tolist(), strict=True)}


def tied_pairs(graph: PartnerGraph, layer: str | None) -> list[tuple[str, str]]:
    """Who is connected with whom, each pair once.

    Parameters
    ----------
    graph : PartnerGraph
        A wave.
    layer : str or None
        The kind of connection; None for no pairs.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> tied_pairs(from_networkx(nx.path_graph(["a", "b", "c"])), "collaboration")
    [('a', 'b'), ('b', 'c')]
    """
    ties = graph["ties"]
    ties = ties[(ties["layer"] == layer) & (ties["from"] != ties["to"])]
    return sorted({(min(a, b), max(a, b)) for a, b in zip(ties["from"], ties["to"], strict=True)})
