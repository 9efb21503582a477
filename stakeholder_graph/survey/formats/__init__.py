"""Reads exports of survey tools, told apart by what is in them and never by what they are called.

A format is one module here with ``recognize(source) -> bool`` and ``read(source, inspection) -> Responses``.
Others add theirs through the entry point group ``stakeholder_graph.formats``, naming such a module.
"""

from collections.abc import Collection
from pathlib import Path

from stakeholder_graph.survey.formats.responses import Column, Repeat, Responses
from stakeholder_graph.survey.inspection import Inspection

__all__ = ["Column", "Repeat", "Responses", "read_export"]


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
        None where nothing can be read.
    """
    raise NotImplementedError
