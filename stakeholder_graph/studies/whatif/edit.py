"""The partnership as it would be: a new Partnership in which some organizations or connections are not, or are new."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.graph.partner_graph import FRAMES
from stakeholder_graph.measures.outcomes._strategies import names_in
from stakeholder_graph.model.survey import SurveyInfo
from stakeholder_graph.studies.whatif.scenario import Scenario

#: Columns of frames and lists that name an organization: a row that names one that leaves goes with it.
_NAMES = {
    "organizations": ("organization",),
    "ties": ("from", "to"),
    "asked": ("organization",),
    "rosters": ("organization",),
    "exceptions": ("from", "to"),
    "affiliations": ("organization",),
    "ratings": ("organization",),
    "unlisted": ("by",),
    "commitments": ("who",),
    "corrections": ("organization", "with"),
    "forecasts": ("who", "partner"),
}
#: Columns of lists that name several organizations: the names go, and the row stays.
_SEVERAL = {"strategies": "partners", "commitments": "with whom"}


def edited(partnership: Partnership, scenario: Scenario) -> Partnership:
    """Make the partnership as it would be.

    Parameters
    ----------
    partnership : Partnership
        As it is; it stays so.
    scenario : Scenario
        What changes, as `make_scenario` checked it.

    Returns
    -------
    Partnership
        Organizations that leave are gone from every wave and list, as if their rows had been taken out of every file.
        What changes besides does so in the wave of the scenario: an organization that joins has answered, and a
        connection that is made is reported by every end that has answered, at an unknown strength. An organization that
        is gone from a whole wave takes the wave along.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> ours = Partnership("Ours", {"1": from_networkx(nx.star_graph(["Backbone", "Clinic", "Library"]))})
    >>> edited(ours, Scenario("1", without=("Backbone",))).graph().layer("collaboration").n_ties
    0
    >>> made = Scenario("1", connect=(("Clinic", "Library"),), layers=("collaboration",))
    >>> edited(ours, made).graph().layer("collaboration").n_ties
    3
    """
    left = left_of(partnership, frozenset(scenario.without))
    graphs = dict(left.graphs)
    if scenario.wave in graphs:
        graphs[scenario.wave] = _changed(graphs[scenario.wave], scenario)
    agreed = partnership.agreed
    return Partnership(
        left.info,
        {wave: graph for wave, graph in graphs.items() if graph.names or not partnership.graphs[wave].names},
        left.lists,
        None if agreed is None else edited(agreed, scenario),
    )


def left_of(partnership: Partnership, gone: Collection[str]) -> Partnership:
    """Leave out organizations from every wave and list.

    Parameters
    ----------
    partnership : Partnership
        As it is; it stays so.
    gone : collection of str
        Organizations.

    Returns
    -------
    Partnership
        As if their rows had been taken out of every file; it has the same waves.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> left_of(Partnership("Ours", {"1": from_networkx(nx.path_graph("abc"))}), {"b"}).graph().names
    ('a', 'c')
    """
    roster = frozenset(name for graph in partnership.graphs.values() for name in graph.names)
    agreed = partnership.agreed
    return Partnership(
        _info_without(partnership.info, gone),
        {wave: _graph_without(graph, gone) for wave, graph in partnership.graphs.items()},
        {name: _frame_without(name, frame, gone, roster) for name, frame in partnership.lists.items()},
        None if agreed is None else left_of(agreed, gone),
    )


def _frame_without(name: str, frame: pd.DataFrame, gone: Collection[str], roster: Collection[str] = ()) -> pd.DataFrame:
    for column in _NAMES.get(name, ()):
        frame = frame[~frame[column].isin(gone)]
    if name in _SEVERAL and len(frame) and gone:
        cells = ([other for other in names_in(cell, roster) if other not in gone] for cell in frame[_SEVERAL[name]])
        frame = frame.assign(**{_SEVERAL[name]: list(map("; ".join, cells))})
    return frame


def _graph_without(graph: PartnerGraph, gone: Collection[str]) -> PartnerGraph:
    if not gone:
        return graph
    return replace(graph, frames={name: _frame_without(name, graph[name], gone) for name in FRAMES})


def _info_without(info: SurveyInfo, gone: Collection[str]) -> SurveyInfo:
    def remaining(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(name for name in names if name not in gone)

    def by_wave(names: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        return {wave: left for wave, listed in names.items() if (left := remaining(listed))}

    return replace(
        info,
        answers_aside=by_wave(info.answers_aside),
        late_answers=by_wave(info.late_answers),
        participants={name: named for name, named in info.participants.items() if name not in gone},
    )


def _changed(graph: PartnerGraph, scenario: Scenario) -> PartnerGraph:
    """The wave with who joins, with connections made, and without those that end."""
    steps: list[tuple[Callable[[PartnerGraph, Scenario], PartnerGraph], Collection[tuple[str, str]]]] = [
        (_with_joined, scenario.join),
        (_with_connections, scenario.connect),
        (_without_connections, scenario.disconnect),
    ]
    for step, pairs in steps:
        if pairs:
            graph = step(graph, scenario)
    return graph


def _with_joined(graph: PartnerGraph, scenario: Scenario) -> PartnerGraph:
    """Those who join stand on the list, and have answered about every kind of tie that was asked about."""
    people = [{"organization": name, "sector": sector} for name, sector in scenario.join]
    about = graph["asked"]["layer"].unique()
    asked = [
        {"layer": layer, "organization": row["organization"], "answered": True} for layer in about for row in people
    ]
    return _with_rows(graph, {"organizations": people, "asked": asked})


def _with_connections(graph: PartnerGraph, scenario: Scenario) -> PartnerGraph:
    """Every end that has answered reports the new connection; nobody has said how far they trust each other."""
    rows: dict[str, list[dict[str, Any]]] = {"ties": [], "exceptions": []}
    asked = graph["asked"]
    for layer in scenario.layers:
        heard = asked[asked["answered"] & (asked["layer"] == layer)]
        respondents = heard.groupby("organization")["respondent"].max().to_dict()
        judged = [name for name, info in graph.layers.items() if info.asked_of == layer]
        for pair in scenario.connect:
            reports = [(a, b) for a, b in (pair, pair[::-1]) if a in respondents]
            for a, b in reports if graph.has_direction(layer) else reports[:1]:
                rows["ties"].append({"layer": layer, "from": a, "to": b, "respondent": respondents[a]})
                rows["exceptions"] += [{"layer": name, "from": a, "to": b, "observed": False} for name in judged]
    return _with_rows(graph, rows)


def _without_connections(graph: PartnerGraph, scenario: Scenario) -> PartnerGraph:
    """What is asked about partners of a kind of tie ends with the tie."""
    ended = {frozenset(pair) for pair in scenario.disconnect}
    layers = [name for name, info in graph.layers.items() if {name, info.asked_of} & set(scenario.layers)]
    ties = graph["ties"]
    between = pd.Series([frozenset(pair) in ended for pair in zip(ties["from"], ties["to"], strict=True)], ties.index)
    kept = ties[~(between & ties["layer"].isin(layers))]
    return replace(graph, frames={**graph.frames, "ties": kept})


def _with_rows(graph: PartnerGraph, rows: Mapping[str, list[dict[str, Any]]]) -> PartnerGraph:
    added = {name: pd.concat([graph[name], pd.DataFrame(new)]) for name, new in rows.items() if new}
    return replace(graph, frames={**graph.frames, **added})
