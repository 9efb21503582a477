"""A wave among those who answered both times, on the dyads that are known both times."""

import numpy as np
import pandas as pd

from stakeholder_graph.frames.arrays import Flags
from stakeholder_graph.graph import PartnerGraph
from stakeholder_graph.studies.change.two_waves import TwoWaves


def on_panel(graph: PartnerGraph, layer: str, waves: TwoWaves) -> PartnerGraph:
    """Restrict one kind of tie to those who answered both times, and to what they answered both times.

    Parameters
    ----------
    graph : PartnerGraph
        Either wave.
    layer : str
        The kind of tie; the others are left out.
    waves : TwoWaves
        Both waves of it side by side.

    Returns
    -------
    PartnerGraph
        In which a dyad that is not known in the other wave is not known either.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> from stakeholder_graph.studies.change.two_waves import two_waves
    >>> graphs = [from_networkx(nx.DiGraph(ties)) for ties in ([("a", "b"), ("b", "c")], [("b", "a"), ("a", "d")])]
    >>> waves = two_waves(*(graph.layer("collaboration") for graph in graphs))
    >>> [on_panel(graph, "collaboration", waves).layer("collaboration").n_ties for graph in graphs]
    [1, 1]
    """
    panel = np.flatnonzero(waves.panel)
    names = [waves.organizations[k] for k in panel]
    known = waves.known[np.ix_(panel, panel)]
    frames = {name: frame for name, frame in graph.frames.items() if name not in ("unlisted", "rosters")}
    for name, frame in frames.items():
        if "layer" in frame:
            frames[name] = frame[frame["layer"] == layer]
    for name, column in (("organizations", "organization"), ("asked", "organization")):
        frames[name] = frames[name][frames[name][column].isin(names)]
    for name in ("affiliations", "ratings"):
        frames[name] = frames[name][frames[name]["organization"].isin(names)]
    # What is known both times is spelled out below: rosters and limits have done their work.
    frames["asked"] = frames["asked"].assign(roster="", limit=np.nan)
    frames["ties"] = _among(frames["ties"], names, known)
    frames["exceptions"] = _unknown(names, known, layer)
    return PartnerGraph(graph.wave, {layer: graph.layers[layer]}, frames, graph.directed)


def _among(frame: pd.DataFrame, names: list[str], known: Flags) -> pd.DataFrame:
    """The rows on dyads that are known."""
    index = pd.Index(names, dtype="str")
    rows, columns = (index.get_indexer(pd.Index(frame[end])) for end in ("from", "to"))
    listed = (rows >= 0) & (columns >= 0)
    kept = listed.copy()
    kept[listed] = known[rows[listed], columns[listed]]
    return frame[kept]


def _unknown(names: list[str], known: Flags, layer: str) -> pd.DataFrame:
    rows, columns = np.nonzero(~known & ~np.eye(len(names), dtype=bool))
    ends = np.array(names, dtype=object)
    return pd.DataFrame({"layer": layer, "from": ends[rows], "to": ends[columns], "observed": False})
