"""Persons who have not said that they may be named: counted in every copy, and called by a number beyond the desk."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pandas as pd

from stakeholder_graph.frames import natural
from stakeholder_graph.graph.partner_graph import PartnerGraph
from stakeholder_graph.graph.partnership import Partnership
from stakeholder_graph.text import _

#: Columns that hold one organization or person, and those that may hold several, parted by semicolons.
_ONE, _SEVERAL = ("organization", "from", "to", "by", "who", "with"), ("partners", "with whom")


def with_persons_unnamed(partnership: Partnership) -> Partnership:
    """The partnership with numbers in place of the names of persons who have not said that they may be named.

    Parameters
    ----------
    partnership : Partnership
        Its `info` says who is a person, and who agreed.

    Returns
    -------
    Partnership
        The same one where everybody agreed, or nobody on the list is a person.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> from stakeholder_graph.model.survey import SurveyInfo
    >>> graph = from_networkx(nx.Graph([("Ana Ruiz", "School")]))
    >>> info = SurveyInfo("P", participants={"Ana Ruiz": False})
    >>> with_persons_unnamed(Partnership(info, {"1": graph}, {})).graph().names
    ('Participant 1', 'School')
    """
    called = called_instead(partnership)
    if not called:
        return partnership
    info = replace(partnership.info, participants=dict.fromkeys(called.values(), False))
    graphs = {wave: _renamed(graph, called) for wave, graph in partnership.graphs.items()}
    return Partnership(info, graphs, {name: _in_frame(frame, called) for name, frame in partnership.lists.items()})


def called_instead(partnership: Partnership) -> dict[str, str]:
    """Give the numbers that stand in place of the names of persons who have not said that they may be named.

    Parameters
    ----------
    partnership : Partnership
        As of `with_persons_unnamed`.

    Examples
    --------
    >>> from stakeholder_graph.model.survey import SurveyInfo
    >>> called_instead(Partnership(SurveyInfo("P", participants={"Ana Ruiz": False, "Bo Lee": True}), {}))
    {'Ana Ruiz': 'Participant 1'}
    """
    unnamed = sorted((name for name, agreed in partnership.info.participants.items() if not agreed), key=natural)
    taken = {name.casefold() for graph in partnership.graphs.values() for name in graph.names}
    return dict(zip(unnamed, _numbers(taken), strict=False))


def _numbers(taken: set[str]) -> Iterator[str]:
    """Names that nobody has."""
    number = 0
    while True:
        number += 1
        name = _("Participant {number}", number=number)
        if name.casefold() not in taken:
            yield name


def _renamed(graph: PartnerGraph, called: Mapping[str, str]) -> PartnerGraph:
    frames = {name: _in_frame(frame, called) for name, frame in graph.frames.items()}
    return PartnerGraph(graph.wave, graph.layers, frames, graph.directed)


def _in_frame(frame: pd.DataFrame, called: Mapping[str, str]) -> pd.DataFrame:
    changed = {column: frame[column].replace(dict(called)) for column in _ONE if column in frame}
    for column in _SEVERAL:
        if column in frame:
            cells = (str(cell).split("; ") for cell in frame[column])
            changed[column] = pd.Series(
                ["; ".join(called.get(name, name) for name in names) for names in cells], frame.index, dtype="str"
            )
    return frame.assign(**changed)
