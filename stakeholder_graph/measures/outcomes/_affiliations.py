"""Carried: which organization said that it works on which outcome, activity or other item."""

import numpy as np
import pandas as pd

from stakeholder_graph.frames import natural
from stakeholder_graph.graph import PartnerGraph, Partnership


def carried(graph: PartnerGraph, partnership: Partnership, kind: str) -> pd.DataFrame:
    """Who carries which item of a kind.

    Parameters
    ----------
    graph : PartnerGraph
        One wave; an affiliation of value 0 says that an organization does not carry an item.
    partnership : Partnership
        Its list `items` tells of items that nobody carries.
    kind : str
        Such as ``"outcome"``.

    Returns
    -------
    DataFrame of bool
        Organizations in the order of the graph, whether or not they answered, by items in the order of their names.

    Examples
    --------
    >>> import pandas as pd
    >>> from stakeholder_graph.model.survey import LayerInfo, Wave
    >>> named = {"organization": ["A", "A", "B"], "kind": "outcome", "item": ["Reading", "Health", "Reading"]}
    >>> frames = {"organizations": pd.DataFrame({"organization": ["A", "B"]}), "affiliations": pd.DataFrame(named)}
    >>> graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)
    >>> carried(graph, Partnership("P", {"1": graph}, {}), "outcome").to_numpy().tolist()
    [[True, True], [False, True]]
    """
    frame = graph["affiliations"]
    frame = frame[(frame["kind"] == kind) & (frame["value"] != 0)]
    items = partnership.lists.get("items")
    listed = set() if items is None else set(items.loc[items["kind"] == kind, "item"])
    names = pd.Index(sorted(listed | set(frame["item"]), key=natural), dtype=object)
    cells = np.zeros((len(graph.names), len(names)), dtype=bool)
    # An organization that is on no roster carries nothing here.
    who, what = graph.index.get_indexer(pd.Index(frame["organization"])), names.get_indexer(pd.Index(frame["item"]))
    cells[who[who >= 0], what[who >= 0]] = True
    return pd.DataFrame(cells, index=list(graph.names), columns=names)
