"""PartnerGraph, all that is known of one wave; Layer, one kind of tie as arrays; Partnership, all waves together."""

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.graph.networkx import from_networkx, to_networkx
from stakeholder_graph.graph.observed import Observed
from stakeholder_graph.graph.partner_graph import PartnerGraph
from stakeholder_graph.graph.partnership import Partnership, to_partnership

__all__ = [
    "Layer",
    "Observed",
    "PartnerGraph",
    "Partnership",
    "from_networkx",
    "to_networkx",
    "to_partnership",
]
