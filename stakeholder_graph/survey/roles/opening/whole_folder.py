"""The tables of a folder as they are understood when all are open: with full names, and matrices without totals."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from stakeholder_graph.survey.roles.opening.matrix_totals import without_named_totals
from stakeholder_graph.survey.roles.opening.open_tables import OpenFiles, open_tables
from stakeholder_graph.survey.roles.opening.short_names import with_full_names
from stakeholder_graph.survey.roles.opening.unanswered_rows import without_unanswered_rows
from stakeholder_graph.tabular.source_table import SourceTable


def open_folder(paths: Iterable[Path], encoding: str = "", lists: Sequence[SourceTable] = ()) -> OpenFiles:
    """Open files, each once, and see their tables together.

    Parameters
    ----------
    paths : iterable of Path
        As `tables_in` gives them.
    encoding : str
        That of text files, where the settings say it.
    lists : sequence of SourceTable
        Plain files beside them, which may list organizations.
    """
    there = open_tables(paths, encoding)
    tables = without_named_totals(with_full_names(there.tables, lists), lists)
    return replace(there, tables=without_unanswered_rows(tables))
