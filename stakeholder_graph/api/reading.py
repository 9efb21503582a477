"""From files, or from any networkx graph, to a Partnership, and back to networkx."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from stakeholder_graph.graph import Partnership, to_partnership
from stakeholder_graph.graph import from_networkx as graph_from_networkx
from stakeholder_graph.graph import to_networkx as graph_to_networkx
from stakeholder_graph.model.survey import SurveyInfo
from stakeholder_graph.survey import read_partnership

if TYPE_CHECKING:
    import networkx as nx


def read(path: "str | Path | nx.Graph[Any]", *, language: str = "") -> Partnership:
    """Read everything that a partnership's folder holds.

    Parameters
    ----------
    path : str, Path or networkx.Graph
        The folder, the settings file in it, or one file that holds a whole network, such as ``network.graphml``. A
        graph of networkx is read as by `from_networkx`.
    language : {"en", "es"}
        The language of pages, and of the partnership's own words where its lists have them; blank for the one that
        the settings name.

    Returns
    -------
    Partnership
        ``partnership.info`` holds what the survey says of itself, its open decisions, and advice on what the reader
        mended.

    Raises
    ------
    SurveyError
        With every problem found, each with its file, row and column.

    Examples
    --------
    >>> read("surveys/wren-county")
    <Partnership Wren County Cradle to Career: 2 waves; 2025: 61 organizations, 43 answered, 3 layers, 1,147 ties>
    """
    if not isinstance(path, str | Path):
        return from_networkx(path)
    return to_partnership(read_partnership(path, language))


def from_networkx(graph: "nx.Graph[Any]", *, sector: str = "sector", name: str = "Network") -> Partnership:
    """Make a partnership of one wave from any networkx graph.

    Parameters
    ----------
    graph : networkx.Graph or a kind of it
        Nodes are organizations. The edge attributes ``layer`` and ``weight`` are read where there are any.
    sector : str
        The node attribute by which organizations are grouped.
    name : str
        What the partnership is called.

    Returns
    -------
    Partnership
        A map has no respondents: every organization counts as having answered.

    Examples
    --------
    >>> import networkx as nx
    >>> club = from_networkx(nx.karate_club_graph(), sector="club")
    >>> club.graph().layer("collaboration").n_ties
    78
    """
    wave = graph_from_networkx(graph, sector=sector)
    return Partnership(SurveyInfo(name, sector_called=sector), {wave.wave.name: wave})


def to_networkx(partnership: Partnership, wave: str | None = None) -> "nx.MultiDiGraph[str] | nx.MultiGraph[str]":
    """One wave as networkx knows graphs, so that networkx's own writers take it.

    Parameters
    ----------
    partnership : Partnership
        Any.
    wave : str, optional
        The latest by default.

    Returns
    -------
    networkx.MultiDiGraph or networkx.MultiGraph
        Nodes are organizations; an edge is one report of one tie, with its layer and, as ``weight``, its strength.

    Examples
    --------
    >>> import networkx as nx
    >>> to_networkx(from_networkx(nx.path_graph(3))).number_of_nodes()
    3
    """
    return graph_to_networkx(partnership.graph(wave))
