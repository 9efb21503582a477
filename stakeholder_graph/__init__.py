"""Turn surveys of collective-impact partnerships into partner graphs, findings and pages.

An export becomes a `Survey`, a `Survey` becomes a `PartnerGraph`, measures turn the graph into
`Finding` values, views show them.

>>> import stakeholder_graph as sg
>>> partnership = sg.read("surveys/wren-county")
>>> findings = sg.measure(partnership, ["density"], layers=["collaboration"])
>>> round(findings["density"].value, 4)
0.1818

Everything named in ``__all__`` is loaded when it is first used (PEP 562), so that importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stakeholder_graph import measures as measures
    from stakeholder_graph.api.binding import write_binder as write_binder
    from stakeholder_graph.api.communities import across as across
    from stakeholder_graph.api.comparing import compare as compare
    from stakeholder_graph.api.comparing import timeline as timeline
    from stakeholder_graph.api.explaining import check as check
    from stakeholder_graph.api.explaining import explain as explain
    from stakeholder_graph.api.exporting import write as write
    from stakeholder_graph.api.findings import Findings as Findings
    from stakeholder_graph.api.introducing import introductions as introductions
    from stakeholder_graph.api.judging import maturity as maturity
    from stakeholder_graph.api.measuring import indicators as indicators
    from stakeholder_graph.api.measuring import measure as measure
    from stakeholder_graph.api.profiling import profiles as profiles
    from stakeholder_graph.api.publishing.verify_report import verify as verify
    from stakeholder_graph.api.publishing.write_map import draw_map as draw_map
    from stakeholder_graph.api.publishing.write_report import report as report
    from stakeholder_graph.api.reading import from_networkx as from_networkx
    from stakeholder_graph.api.reading import read as read
    from stakeholder_graph.api.reading import to_networkx as to_networkx
    from stakeholder_graph.api.shortening import short_questionnaires as short_questionnaires
    from stakeholder_graph.api.supposing import coming_answers as coming_answers
    from stakeholder_graph.api.supposing import departures as departures
    from stakeholder_graph.api.supposing import draw_departures as draw_departures
    from stakeholder_graph.api.supposing import whatif as whatif

__version__ = "0.1.0"

#: Which module of `stakeholder_graph.api` defines each public name: what a command does not need is not loaded.
_HOMES = {
    "Findings": "findings",
    "across": "communities",
    "check": "explaining",
    "coming_answers": "supposing",
    "compare": "comparing",
    "departures": "supposing",
    "draw_departures": "supposing",
    "draw_map": "publishing.write_map",
    "explain": "explaining",
    "from_networkx": "reading",
    "indicators": "measuring",
    "introductions": "introducing",
    "maturity": "judging",
    "measure": "measuring",
    "profiles": "profiling",
    "read": "reading",
    "report": "publishing.write_report",
    "short_questionnaires": "shortening",
    "timeline": "comparing",
    "to_networkx": "reading",
    "verify": "publishing.verify_report",
    "whatif": "supposing",
    "write_binder": "binding",
    "write": "exporting",
}

__all__ = [
    "Findings",
    "__version__",
    "across",
    "check",
    "coming_answers",
    "compare",
    "departures",
    "draw_departures",
    "draw_map",
    "explain",
    "from_networkx",
    "indicators",
    "introductions",
    "maturity",
    "measure",
    "measures",
    "profiles",
    "read",
    "report",
    "short_questionnaires",
    "timeline",
    "to_networkx",
    "verify",
    "whatif",
    "write",
    "write_binder",
]


def __getattr__(name: str) -> object:
    if name == "measures":
        return import_module("stakeholder_graph.measures")
    if name in _HOMES:
        return getattr(import_module(f"stakeholder_graph.api.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
