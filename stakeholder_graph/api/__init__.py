"""The public Python functions, a module for each job; the command line calls these and nothing deeper."""
"""The public Python functions; the command line calls these and nothing deeper."""

from stakeholder_graph.api.binding import write_binder
from stakeholder_graph.api.comparing import compare, timeline
from stakeholder_graph.api.explaining import check, explain
from stakeholder_graph.api.exporting import write
from stakeholder_graph.api.findings import Findings
from stakeholder_graph.api.introducing import introductions
from stakeholder_graph.api.judging import maturity
from stakeholder_graph.api.measuring import measure
from stakeholder_graph.api.profiling import profiles
from stakeholder_graph.api.publishing import draw_map, report
from stakeholder_graph.api.reading import from_networkx, read, to_networkx
from stakeholder_graph.api.shortening import short_questionnaires
from stakeholder_graph.api.supposing import coming_answers, departures, draw_departures, whatif

__all__ = [
    "Findings",
    "check",
    "coming_answers",
    "compare",
    "departures",
    "draw_departures",
    "draw_map",
    "explain",
    "from_networkx",
    "introductions",
    "maturity",
    "measure",
    "profiles",
    "read",
    "report",
    "short_questionnaires",
    "timeline",
    "to_networkx",
    "whatif",
    "write",
    "write_binder",
]
