"""Who alone holds a group together, by hand."""

import numpy as np
import pandas as pd

from stakeholder_graph.graph import PartnerGraph
from stakeholder_graph.measures.outcomes._only_links import only_links
from stakeholder_graph.model.survey import LayerInfo, Wave


def test_who_alone_holds_a_group_together() -> None:
    # In the group a - b - c, only b links a and c; d, outside, would be another way.
    layers = {"contact": LayerInfo("contact"), "trust": LayerInfo("trust", promise="backbone")}
    ties = pd.DataFrame([("a", "b"), ("c", "b"), ("a", "d"), ("d", "c")], columns=["from", "to"]).assign(value=1.0)
    every = pd.concat([ties.assign(layer=layer) for layer in layers])
    organizations = pd.DataFrame({"organization": list("abcd"), "sector": "x"})
    graph = PartnerGraph(Wave("1"), layers, {"organizations": organizations, "ties": every})
    links = only_links(graph, np.array(["A", "A", "A", None], dtype=object))
    assert [dict(row) for row in links.rows] == [{"cluster": "A", "layer": "contact", "organization": "b"}]
