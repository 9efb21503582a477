"""Graph files of other tools, read: one format a file, and the table of them all.

A format is one module here that defines its `GraphFormat` as ``FORMAT``; it knows nothing of surveys.
"""

from importlib import import_module
from pkgutil import iter_modules

from stakeholder_graph.exchange.graph_format import GraphFormat

__all__ = ["GRAPH_FORMATS"]


def _formats() -> dict[str, GraphFormat]:
    modules = [import_module(f"{__name__}.{info.name}") for info in iter_modules(__path__)]
    formats: list[GraphFormat] = [module.FORMAT for module in modules if hasattr(module, "FORMAT")]
    return {graph_format.name: graph_format for graph_format in formats}


#: Every format, by name.
GRAPH_FORMATS = _formats()
