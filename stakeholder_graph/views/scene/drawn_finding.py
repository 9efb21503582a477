"""What of a finding a map can show: the organizations it speaks of, or the lines."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.studies.in_common.groupings import TEAM
from stakeholder_graph.studies.in_common.traits import SAME, SEATS, YES_NO, each_of
from stakeholder_graph.views.scene import Scene


@dataclass(frozen=True, slots=True)
class Drawn:
    """What stands out on a map.

    Parameters
    ----------
    organizations : frozenset of int
        Dots of the scene that are named.
    lines : frozenset of int
        Threads of the scene that are in colour.
    """

    organizations: frozenset[int] = frozenset()
    lines: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.organizations or self.lines)


#: Where the map shows nothing of a finding.
NOTHING = Drawn()


def drawn(finding: Finding, scene: Scene, copy: Copy) -> Drawn:
    """Find what of a finding a map can show.

    Parameters
    ----------
    finding : Finding
        Any.
    scene : Scene
        The map of the same copy.
    copy : Copy
        What its readers may see; nothing else is looked at.

    Returns
    -------
    Drawn
        False where the map cannot show it, or draws another kind of tie.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> from stakeholder_graph.model.finding import Message, Scope
    >>> from stakeholder_graph.views.scene import scene
    >>> graph = nx.path_graph(["a", "b", "c"])
    >>> nx.set_node_attributes(graph, {"a": "x", "b": "x", "c": "y"}, "sector")
    >>> copy = Copy("backbone", Partnership("P", {"1": from_networkx(graph)}, {}), (), "1")
    >>> reading = Message("within", {"inside": 50, "chance": 33})
    >>> finding = Finding("ei_index", Scope(("1",), ("collaboration",)), 0.0, "index", (-1, 1), reading=reading)
    >>> on_map = scene(copy)
    >>> [(on_map.threads[k].a, on_map.threads[k].b) for k in drawn(finding, on_map, copy).lines]
    [(0, 1)]
    """
    elsewhere = finding.scope.layers and scene.layer not in finding.scope.layers
    kind = measures()[finding.name].on_map
    if elsewhere or finding.reading is None or kind is None:
        return NOTHING
    return _SHOWN[kind](finding, scene, copy)


def _across_or_within(finding: Finding, scene: Scene, copy: Copy) -> Drawn:
    inside = finding.reading is not None and "inside" in finding.reading.fields
    return Drawn(lines=scene.within if inside else scene.across)


def _in_common(finding: Finding, scene: Scene, copy: Copy) -> Drawn:
    """The lines between those that have in common what is named first."""
    fields = finding.reading.fields if finding.reading else {}
    named = str(fields.get("what") or fields.get("work") or fields.get("alike") or "")
    first = next(iter(each_of(named)), "")
    return Drawn(
        lines=_alike(TEAM if first == SEATS else first.removeprefix(SAME.format("")).removesuffix(YES_NO), scene, copy)
    )


def _listed(finding: Finding, scene: Scene, copy: Copy) -> Drawn:
    table = finding.tables.get("only_through")
    named = {str(row[end]) for row in (table.rows if table else ()) for end in ("organization", "backbone")}
    return _among(named, scene)


def _group(finding: Finding, scene: Scene, copy: Copy) -> Drawn:
    """Those of whom the headline speaks: all who work on an outcome, or the members of a cluster of several."""
    outcomes = finding.reading.fields.get("outcomes") if finding.reading else None
    carried = copy.partnership.graph(copy.wave)["affiliations"]
    theirs = carried[(carried["kind"] == "outcome") & (carried["item"] == outcomes)]
    if len(theirs) and "pairs" in (finding.reading.fields if finding.reading else {}):
        working = theirs[theirs["value"] != 0] if "value" in theirs else theirs
        return _among(set(working["organization"].astype(str)), scene)
    table = finding.tables.get("clusters")
    letters = {row["cluster"] for row in (table.rows if table else ()) if row["outcomes"] == outcomes}
    rows = finding.table.rows if finding.table else ()
    return _among({str(row["organization"]) for row in rows if row.get("cluster") in letters - {None}}, scene)


def _among(names: set[str], scene: Scene) -> Drawn:
    dots = frozenset(number for number, dot in enumerate(scene.dots) if dot.name in names)
    return Drawn(dots, scene.bright(dots)) if dots else NOTHING


def _alike(what: str, scene: Scene, copy: Copy) -> frozenset[int]:
    """The lines whose two ends have something in common: a team, or the same value of an attribute."""
    graph = copy.partnership.graph(copy.wave)
    if what == TEAM:
        seats = graph["affiliations"]
        pairs = seats.loc[seats["kind"] == "team", ["organization", "item"]].itertuples(index=False)
    elif column := next((name for name in map(str, graph.organizations) if _spoken(name) == _spoken(what)), ""):
        pairs = graph.organizations[["organization", column]].dropna().itertuples(index=False)
    else:
        return frozenset()
    has: dict[str, set[str]] = {}
    for organization, value in pairs:
        if str(value).strip():
            has.setdefault(str(organization), set()).add(str(value))
    theirs = [has.get(dot.name, set()) for dot in scene.dots]
    return frozenset(k for k, thread in enumerate(scene.threads) if theirs[thread.a] & theirs[thread.b])


def _spoken(column: str) -> str:
    """A column as sentences write it, whatever its letters."""
    return column.replace("_", " ").casefold()


_SHOWN: Mapping[str, Callable[[Finding, Scene, Copy], Drawn]] = {
    "sectors": _across_or_within,
    "alike": _in_common,
    "group": _group,
    "listed": _listed,
}
