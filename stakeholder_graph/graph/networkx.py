"""To and from networkx without loss, in plain values that networkx's own writers take."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import networkx as nx
import pandas as pd

from stakeholder_graph.frames.simple_names import simple_names
from stakeholder_graph.graph.partner_graph import FRAMES, PartnerGraph
from stakeholder_graph.graph.plain_attributes import Beside, plain_number, plain_value
from stakeholder_graph.model.errors import UnknownNameError
from stakeholder_graph.model.problems import Problem, SurveyError
from stakeholder_graph.model.survey import DEFAULT_LAYER, DEFAULT_WAVE, LayerInfo, Wave
from stakeholder_graph.text import _

#: The attribute of the networkx graph that holds, as JSON, what belongs to no node and to no edge.
STATE = "stakeholder_graph"

#: What a tie is called here and there.
TIE_ATTRIBUTES = {"layer": "layer", "value": "weight", "respondent": "respondent"}


def to_networkx(graph: PartnerGraph) -> "nx.MultiDiGraph[str] | nx.MultiGraph[str]":
    """Hand a graph to networkx.

    Parameters
    ----------
    graph : PartnerGraph
        Any.

    Returns
    -------
    networkx.MultiDiGraph or networkx.MultiGraph
        A node is an organization with its sector, role and further attributes. An edge is one report of one tie with
        its `layer`, its strength as `weight`, and its `respondent`; of a tie without direction `reported_by` says
        which end reported it. What is blank or not known is left out. The graph's attribute `wave` names the wave, and
        `stakeholder_graph` holds, as JSON, what was asked and every answer that is no tie.

    See Also
    --------
    from_networkx : Brings it back without loss.

    Notes
    -----
    All attributes are text, numbers or flags, and their names consist of letters, digits and underscores, so that
    ``networkx.write_graphml`` and its like take the graph as it is.

    Examples
    --------
    >>> import pandas as pd
    >>> frames = {
    ...     "organizations": pd.DataFrame({"organization": ["A", "B"]}),
    ...     "ties": pd.DataFrame({"layer": ["trust"], "from": ["A"], "to": ["B"], "value": [2.0]}),
    ... }
    >>> network = to_networkx(PartnerGraph(Wave("1"), {"trust": LayerInfo("trust")}, frames))
    >>> list(network.edges(data=True))
    [('A', 'B', {'layer': 'trust', 'weight': 2.0})]
    """
    organizations, ties = graph.organizations, graph["ties"]
    of_nodes = simple_names(str(column) for column in organizations if column != "organization")
    others = [str(column) for column in ties if column not in ("from", "to", *TIE_ATTRIBUTES)]
    of_edges = TIE_ATTRIBUTES | simple_names(others, taken=[*TIE_ATTRIBUTES.values(), "reported_by"])
    network: nx.MultiDiGraph[str] | nx.MultiGraph[str] = nx.MultiDiGraph() if graph.directed else nx.MultiGraph()
    beside = {name: graph[name] for name in FRAMES if name not in ("organizations", "ties")}
    network.graph["wave"] = graph.wave.name
    text = [str(column) for frame in (organizations, ties) for column in frame if frame[column].dtype == "str"]
    network.graph[STATE] = Beside(graph.wave, graph.layers, beside, of_nodes, of_edges, text).to_json()
    for row in organizations.to_dict("records"):
        network.add_node(row["organization"], **_attributes(row, of_nodes))
    for row in ties.to_dict("records"):
        reporter = {} if graph.has_direction(row["layer"]) else {"reported_by": row["from"]}
        network.add_edge(row["from"], row["to"], **_attributes(row, of_edges), **reporter)
    return network


def _attributes(row: Mapping[Any, object], names: Mapping[str, str]) -> dict[str, Any]:
    values = {short: plain_value(row[name]) for name, short in names.items()}
    return {short: value for short, value in values.items() if value is not None}


def from_networkx(network: "nx.Graph[Any]", sector: str = "sector") -> PartnerGraph:
    """Make a graph of any networkx graph.

    Parameters
    ----------
    network : networkx.Graph or a kind of it
        What `to_networkx` made comes back without loss. Any other graph is read as its attributes say: of a node its
        sector and `role`; of an edge `layer`, `weight` (else `value`) and `respondent`; all others are kept, lists and
        the like as text. Everyone then counts as having answered. An edge of weight 0, and one from a node to itself,
        is no tie.
    sector : str
        The node attribute that is the sector.

    Returns
    -------
    PartnerGraph

    Raises
    ------
    UnknownNameError
        If no node has the attribute that is to be the sector.
    SurveyError
        If it is no networkx graph, two nodes have the same name, one has none, or a weight is no number.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = from_networkx(nx.karate_club_graph(), sector="club")
    >>> graph.directed, graph.layer("collaboration").n_ties, graph.layer("collaboration").sectors
    (False, 78, ('Mr. Hi', 'Officer'))
    """
    if not isinstance(network, nx.Graph):
        said = _("This is no networkx graph but a {kind}.", kind=type(network).__name__)
        raise SurveyError([Problem(said, _("Make one of it, as with networkx.from_pandas_edgelist."))])
    if STATE in network.graph:
        return _restored(network, sector)
    nodes = [{**_cells(data), "organization": str(node)} for node, data in network.nodes(data=True)]
    ties = [_tie(u, v, _cells(data)) for u, v, data in network.edges(data=True) if u != v]
    ties = [tie for tie in ties if tie["value"] != 0]
    _check(nodes, ties)
    layers = sorted({tie["layer"] for tie in ties}) or [DEFAULT_LAYER]
    frames = {"organizations": _with_sector(nodes, sector), "ties": pd.DataFrame(ties)}
    infos = {name: LayerInfo(name) for name in layers}
    return PartnerGraph(Wave(DEFAULT_WAVE), infos, frames, network.is_directed())


def _cells(data: Mapping[Any, Any]) -> dict[str, Any]:
    """Attributes as a frame holds them: a value of numpy is one of Python, and what holds several values is text."""
    cells = {str(name): plain_number(value) for name, value in data.items()}
    return {
        name: value if value is None or isinstance(value, str | int | float | date | complex) else str(value)
        for name, value in cells.items()
    }


def _tie(u: object, v: object, data: Mapping[str, Any]) -> dict[str, Any]:
    tie = {**data, "from": str(u), "to": str(v)}
    layer = tie.get("layer")
    tie["layer"] = DEFAULT_LAYER if layer is None or layer == "" or layer != layer else str(layer)
    if "weight" in tie:
        tie["value"] = tie.pop("weight")
    if tie.get("value") is None:
        tie["value"] = math.nan
    return tie


def _check(nodes: Iterable[Mapping[str, Any]], ties: Iterable[Mapping[str, Any]]) -> None:
    counts = Counter(node["organization"] for node in nodes)
    problems = [
        Problem(_("{count} nodes are called “{name}”.", count=count, name=name), _("Give each node a name of its own."))
        for name, count in counts.items()
        if count > 1
    ]
    if counts[""]:
        problems.append(Problem(_("A node has a blank name."), _("Give each node a name of its own.")))
    problems += [
        Problem(
            _(
                "The weight of the edge from “{tail}” to “{head}” is not a number: {weight}.",
                tail=tie["from"],
                head=tie["to"],
                weight=repr(tie["value"]),
            ),
            _("Give it a number, or leave it out where the strength is not known."),
        )
        for tie in ties
        if not isinstance(plain_number(tie["value"]), int | float) or math.isinf(tie["value"])
    ]
    if problems:
        raise SurveyError(problems)


def _with_sector(nodes: list[dict[str, Any]], sector: str) -> pd.DataFrame:
    frame = pd.DataFrame(nodes)
    if sector != "sector":
        if sector not in frame:
            known = sorted(str(column) for column in frame if column != "organization")
            raise UnknownNameError("attribute of nodes", sector, known)
        frame = frame.drop(columns="sector", errors="ignore").rename(columns={sector: "sector"})
    return frame


def _restored(network: "nx.Graph[Any]", sector: str) -> PartnerGraph:
    """The graph that `to_networkx` made this of, with whatever was changed in networkx since."""
    beside = Beside.from_json(network.graph[STATE])
    of_nodes = {short: name for name, short in beside.nodes.items()}
    of_edges = {short: name for name, short in beside.edges.items()}
    nodes = [
        {**{of_nodes.get(key, key): value for key, value in data.items()}, "organization": str(node)}
        for node, data in network.nodes(data=True)
    ]
    ties = []
    for u, v, data in network.edges(data=True):
        tie = {of_edges.get(key, key): value for key, value in data.items() if key != "reported_by"}
        ends = (v, u) if data.get("reported_by") == str(v) else (u, v)
        ties.append({"value": math.nan, **tie, "from": str(ends[0]), "to": str(ends[1])})
    _check(nodes, ties)
    organizations = _with_blanks(_with_sector(nodes, sector), beside.nodes, beside.text)
    frames = {"organizations": organizations, "ties": _with_blanks(pd.DataFrame(ties), beside.edges, beside.text)}
    return PartnerGraph(beside.wave, beside.layers, {**beside.frames, **frames}, network.is_directed())


def _with_blanks(frame: pd.DataFrame, columns: Iterable[str], text: Sequence[str]) -> pd.DataFrame:
    """The frame with its blanks, which the networkx graph leaves out."""
    for column in columns:
        blank = "" if column in text else math.nan
        frame[column] = frame[column].fillna(blank) if column in frame else blank
        if column in text:
            frame[column] = frame[column].astype("str")
    return frame
