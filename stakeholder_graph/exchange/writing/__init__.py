"""Networks for other tools: one format a file, and the table of them all.

A format is one module here that defines its `NetworkWriter` as ``WRITER``, or several as ``WRITERS``; it knows nothing
of surveys.
"""

from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

from stakeholder_graph.exchange.writing.network_writer import NetworkWriter

__all__ = ["NETWORK_WRITERS", "NetworkWriter"]


def _writers() -> dict[str, NetworkWriter]:
    modules = [import_module(info.name) for info in walk_packages(__path__, f"{__name__}.")]
    writers = [writer for module in modules for writer in _of(module)]
    return {writer.key: writer for writer in sorted(writers, key=lambda writer: writer.key)}


def _of(module: ModuleType) -> tuple[NetworkWriter, ...]:
    several: tuple[NetworkWriter, ...] = getattr(module, "WRITERS", ())
    return (module.WRITER,) if hasattr(module, "WRITER") else several


#: Every format, by what the command line calls it.
NETWORK_WRITERS = _writers()
