"""Reads exports of survey tools, told apart by what is in them and never by what they are called.

A format is one module here with ``recognize(source) -> bool`` and ``read(source, inspection) -> Responses``.
Others add theirs through the entry point group ``stakeholder_graph.formats``, naming such a module. What no
format recognizes is read as a plain table.
"""

from collections.abc import Collection
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.formats.plain import read_plain
from stakeholder_graph.survey.formats.responses import Column, Repeat, Responses
from stakeholder_graph.survey.formats.source import open_source

ENTRY_POINTS = "stakeholder_graph.formats"

__all__ = ["ENTRY_POINTS", "Column", "Repeat", "Responses", "read_export"]


def read_export(path: Path, file: str, inspection: Inspection, known: Collection[str] = ()) -> Responses | None:
    """Read the export of a survey tool.

    Parameters
    ----------
    path : Path
        A CSV, TSV, XLSX or JSON file, or a ZIP archive with one of these.
    file : str
        How problems name it.
    inspection : Inspection
        Takes problems and advice.
    known : collection of str
        Options that lists of the form are known to hold, such as the names on the roster. They tell options
        apart that share a cell and have commas of their own.

    Returns
    -------
    Responses or None
        None where nothing can be read; the inspection then holds why.
    """
    source = open_source(path, file, inspection, frozenset(known))
    if source is None:
        return None
    for each in _formats():
        if each.recognize(source):
            found: Responses = each.read(source, inspection)
            return found
    return read_plain(source, inspection)


@cache
def _formats() -> tuple[Any, ...]:
    """The modules of all formats: ours by name, then those of others."""
    ours = [import_module(f"{__name__}.{name}") for name in sorted(info.name for info in iter_modules(__path__))]
    others = [entry.load() for entry in sorted(entry_points(group=ENTRY_POINTS), key=lambda entry: entry.name)]
    return tuple(each for each in [*ours, *others] if hasattr(each, "recognize"))
