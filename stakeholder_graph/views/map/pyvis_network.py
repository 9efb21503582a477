"""The network of the map as pyvis models it: organizations as nodes, the ties of all waves as edges."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.graph import PartnerGraph
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.survey import COLUMNS, HOURS
from stakeholder_graph.studies.reported_pairs import ReportedPair, reported_pairs, would_be_known
from stakeholder_graph.text import _, listing, translate
from stakeholder_graph.views.in_short import who_answered
from stakeholder_graph.views.layout.positions import Position
from stakeholder_graph.views.map.arrangements import Arrangement
from stakeholder_graph.views.map.hour_lines import hour_lines

if TYPE_CHECKING:
    from pyvis.network import Network

#: Nothing moves: positions are given, and lines are straight.
OPTIONS = {
    "autoResize": False,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {"shape": "custom", "physics": False, "scaling": {"label": {"drawThreshold": 1}}},
    "edges": {"smooth": False, "physics": False, "hoverWidth": 0, "selectionWidth": 0},
    "interaction": {
        "dragNodes": False,
        "hover": True,
        "hoverConnectedEdges": False,
        "selectConnectedEdges": False,
        "keyboard": False,
        "tooltipDelay": 3600000,
    },
}

#: Columns that say how an organization was surveyed, not what it is.
_NOT_ATTRIBUTES = {*COLUMNS["organizations"], "answered", "public", HOURS}


def pyvis_network(
    copy: Copy,
    layers: Mapping[str, int],
    items: Mapping[tuple[str, str], int],
    where: Mapping[str, Position],
    ways: Sequence[Arrangement] = (),
    whole: Copy | None = None,
) -> "Network":
    """The partnership as a pyvis network.

    Parameters
    ----------
    copy : Copy
        All that may be drawn.
    layers : mapping of str to int
        The layers drawn, numbered.
    items : mapping of (str, str) to int
        Kind and name of all that organizations work on, numbered.
    where : mapping of str to Position
        Where organizations stand by their connections.
    ways : sequence of Arrangement
        How else they can be arranged.
    whole : Copy, optional
        Where `copy` holds some organizations of a large network only: all of it, by which hours are reckoned.

    Returns
    -------
    pyvis.network.Network
        Nodes are numbered by name. A node has its position, its sector, its figures by the numbers of `figures` and,
        for each wave in which it is listed, what it works on; an edge has its layer, its wave and its strength. Only
        where ties have a direction and the edition is the backbone's do edges say who named them and nodes who has
        not answered yet; there, too, an edge lists the waves that could not show it, because an end of it was not
        asked or did not answer.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.editions import make_copy
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> copy = make_copy("partners", Partnership("Ours", {"1": from_networkx(nx.path_graph(3))}, {}), [], "1")
    >>> from stakeholder_graph.views.layout.positions import positions
    >>> drawn = pyvis_network(copy, {"collaboration": 0}, {}, positions(copy.partnership))
    >>> len(drawn.nodes), len(drawn.edges)
    (3, 2)
    """
    # Loaded here: pyvis loads IPython, which takes longer than the map.
    from pyvis.network import Network

    net = Network(directed=False)
    net.options = OPTIONS
    partnership = copy.partnership
    index = {name: k for k, name in enumerate(where)}
    known = _latest_rows(copy)
    carried = {wave: _carried(graph, items) for wave, graph in partnership.graphs.items()}
    listed = {wave: set(graph.names) for wave, graph in partnership.graphs.items()}
    silent = {wave: who_answered.silent(copy, graph) for wave, graph in partnership.graphs.items()}
    hours = hour_lines(whole or copy)
    scores, title_numbers = _scores(copy), {title: k for k, title in enumerate(figures(copy))}
    for name, position in where.items():
        row = known[name]
        extra: dict[str, Any] = {}
        if any(name in names for names in silent.values()):
            extra["silent"] = [k for k, names in enumerate(silent.values()) if name in names]
        if name in scores:
            extra["scores"] = [[title_numbers[title], value] for title, value in scores[name]]
        if row["role"].casefold() == "backbone":
            extra["backbone"] = True
        net.add_node(
            index[name],
            label="\n".join(position.lines),
            shape="custom",
            name=name,
            x=position.x,
            y=position.y,
            places={way.kind: way.places[name] for way in ways},
            stands={way.kind: way.stands[name] for way in ways},
            width=position.width,
            sector=str(row["sector"]),
            waves=[k for k, names in enumerate(listed.values()) if name in names],
            items=[carried[wave].get(name, []) for wave in partnership.graphs],
            about=[*_about(row), *hours.get(name, [])],
            **extra,
        )
    for node in net.nodes:
        # Scripts draw symbols of their own, and write a name in one line from the name itself.
        for unused in ("color", "shape"):
            del node[unused]
        if node["label"] == node["name"]:
            del node["label"]
    for k, graph in enumerate(partnership.graphs.values()):
        for layer, number in layers.items():
            pairs = list(reported_pairs(graph.layer(layer)))
            for pair, unsure in zip(pairs, _unsure(copy, layer, k, pairs), strict=True):
                edge: dict[str, Any] = {
                    "from": index[graph.names[pair.a]],
                    "to": index[graph.names[pair.b]],
                    "layer": number,
                    "wave": k,
                    "strength": _short(pair.strength),
                }
                if pair.named_by is not None:
                    edge["named"] = pair.named_by
                if unsure:
                    edge["unsure"] = unsure
                net.edges.append(edge)  # add_edge looks through all edges each time
    return net


def _unsure(copy: Copy, layer: str, wave: int, pairs: Sequence[ReportedPair]) -> list[list[int]]:
    """For each pair the other waves in which nobody knows whether it has a tie; for the backbone's eyes only."""
    unsure: list[list[int]] = [[] for _pair in pairs]
    graphs = list(copy.partnership.graphs.values())
    for k, other in enumerate(graphs if copy.confidential else ()):
        if k != wave:
            known = would_be_known(pairs, graphs[wave].layer(layer), other.layer(layer))
            for waves, yes in zip(unsure, known.tolist(), strict=True):
                waves += [] if yes else [k]
    return unsure


def _latest_rows(copy: Copy) -> dict[str, dict[str, Any]]:
    """What the latest wave that lists an organization says of it."""
    rows: dict[str, dict[str, Any]] = {}
    for graph in copy.partnership.graphs.values():
        people = graph.organizations.astype(object)
        known = people.where(people.notna(), None)
        rows.update({row["organization"]: row for row in known.to_dict("records")})
    return rows


def _about(row: Mapping[str, Any]) -> list[list[str]]:
    """Attributes as text, in the order of their names; blank ones left out."""
    pairs = []
    for key in sorted(key for key in row if key not in _NOT_ATTRIBUTES):
        value = row[key]
        if value is None or not str(value).strip():
            continue
        text = f"{value:g}" if isinstance(value, float) else str(value)
        pairs.append([_readable(key), text])
    role = str(row["role"])
    return [[_("Role"), role], *pairs] if role and role.casefold() != "backbone" else pairs


def _readable(name: str) -> str:
    """A column's header as words."""
    words = " ".join(name.replace("_", " ").split())
    return words[:1].upper() + words[1:]


def _carried(graph: PartnerGraph, items: Mapping[tuple[str, str], int]) -> dict[str, list[int]]:
    """The numbers of all that an organization works on."""
    carried: dict[str, set[int]] = {}
    frame = graph["affiliations"]
    for name, kind, item in zip(frame["organization"], frame["kind"], frame["item"], strict=True):
        carried.setdefault(str(name), set()).add(items[str(kind), str(item)])
    return {name: sorted(numbers) for name, numbers in carried.items()}


def figures(copy: Copy) -> list[str]:
    """Titles of the findings that say a number of single organizations; none beyond the backbone's desk.

    Parameters
    ----------
    copy : Copy
        What the reader may see.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.editions import make_copy
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> figures(make_copy("partners", Partnership("Ours", {"1": from_networkx(nx.path_graph(3))}, {}), [], "1"))
    []
    """
    return list(dict.fromkeys(title for scores in _scores(copy).values() for title, _value in scores))


def _short(value: float | None) -> float | int | None:
    """A whole number without a point, which the block of data need not hold."""
    return int(value) if value is not None and float(value).is_integer() else value


def _scores(copy: Copy) -> dict[str, list[tuple[str, float]]]:
    """Findings of single organizations as title and value; on the backbone's desk only."""
    scores: dict[str, list[tuple[str, float]]] = {}
    if not copy.confidential:
        return scores
    for finding in copy.findings:
        title = _title(finding)
        for row in finding.table.rows if finding.table else ():
            value = row.get(finding.name)
            if isinstance(value, (int, float)) and "organization" in row:
                scores.setdefault(str(row["organization"]), []).append((title, _short(round(float(value), 4)) or 0))
    return scores


def sizes(copy: Copy) -> list[str]:
    """Titles of the findings that the size of a symbol can stand for: those that are never below zero.

    Parameters
    ----------
    copy : Copy
        Only the backbone's has any: in a room all symbols are equal.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.editions import make_copy
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> copy = make_copy("partners", Partnership("Ours", {"1": from_networkx(nx.path_graph(3))}, {}), [], "1")
    >>> sizes(copy)
    []
    """
    scored = {title for scores in _scores(copy).values() for title, _value in scores}
    signed = {_title(finding) for finding in copy.findings if finding.bounds[0] is None or finding.bounds[0] < 0}
    return sorted(str(title) for title in scored - signed)


def _title(finding: Finding) -> str:
    title = translate(measures()[finding.name].title)
    if not finding.scope.layers:
        return title
    return _("{measure}, {layers}", measure=title, layers=listing(finding.scope.layers))
