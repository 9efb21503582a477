"""Reads exports of survey tools, recognized by what is in them and never by what they are called.

A format is one module here with ``read(source, inspection) -> Responses`` and with ``SIGNATURES``: what the headers of
its exports are, any of which is enough. One whose headers do not show it has ``recognize(source) -> bool`` instead, and
perhaps ``SPELLINGS``, such as JSON, beyond which it need not be asked; it is asked where no signature fits. Others add
theirs through the entry point group ``stakeholder_graph.formats``, naming such a module. What is of no format is read
as a plain table.
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
from stakeholder_graph.survey.formats.responses import AnswerColumn, AnswerTable, Responses
from stakeholder_graph.survey.formats.source import Signature, Source, open_source

ENTRY_POINTS = "stakeholder_graph.formats"
#: As many rows at the start of a file tell its format.
_MOST_ROWS = 20

__all__ = ["ENTRY_POINTS", "AnswerColumn", "AnswerTable", "Responses", "Signature", "read_export", "resembles_export"]


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
        Options that lists of the form are known to hold, such as the names on the roster. They part options that
        share a cell and have commas of their own.

    Returns
    -------
    Responses or None
        None where nothing can be read; the inspection then holds why.
    """
    source = open_source(path, file, inspection, frozenset(known))
    if source is None:
        return None
    module = _format_of(source)
    responses: Responses | None = read_plain(source, inspection) if module is None else module.read(source, inspection)
    return responses


def resembles_export(path: Path, headers: Collection[Collection[str]], share: float) -> bool:
    """Whether a file is an export, as far as its first rows show.

    Parameters
    ----------
    path : Path
        The file.
    headers : collection of collection of str
        Those of exports that are known.
    share : float
        A plain table is an export if it shares more than this part of its headers with one of these.
    """
    source = open_source(path, path.name, Inspection(), most_rows=_MOST_ROWS)
    if source is None:
        return False
    if _format_of(source) is not None:
        return True
    own = set(next((row for row in source.rows if any(row)), [])) - {""}
    return any(len(own & set(known)) > share * len(own | set(known)) for known in headers)


def _format_of(source: Source) -> Any:
    """The module of the format that a source has; None for a plain table."""
    for module in _formats():
        if any(signature.fits(source) for signature in _signatures(module)):
            return module
    for module in _formats():
        asked = hasattr(module, "recognize") and source.spelling in getattr(module, "SPELLINGS", (source.spelling,))
        if asked and module.recognize(source):
            return module
    return None


def _signatures(module: Any) -> tuple[Signature, ...]:
    signatures: tuple[Signature, ...] = getattr(module, "SIGNATURES", ())
    return signatures


@cache
def _formats() -> tuple[Any, ...]:
    """The modules of all formats: ours by name, then those of others."""
    ours = [import_module(f"{__name__}.{name}") for name in sorted(info.name for info in iter_modules(__path__))]
    others = [entry.load() for entry in sorted(entry_points(group=ENTRY_POINTS), key=lambda entry: entry.name)]
    return tuple(module for module in [*ours, *others] if hasattr(module, "recognize") or _signatures(module))
