"""Plain files that are the sheets of one workbook."""

from pathlib import Path

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.input_files import shown_files
from stakeholder_graph.survey.plain.families import ESSENTIAL, FAMILIES
from stakeholder_graph.survey.settings.workbook.sheets import OUR_WORKBOOKS, sheet_file
from stakeholder_graph.survey.stray_files import is_like_evidence_sheet
from stakeholder_graph.tabular.files import WORKBOOKS, open_file
from stakeholder_graph.tabular.source_table import SourceTable, table_of


def one_workbook(folder: Path) -> str:
    """Find a workbook that is alone in its folder and has a sheet for each file that has to be there.

    Parameters
    ----------
    folder : Path
        Of the partnership.

    Returns
    -------
    str
        Its name; blank for none.
    """
    books = [path for path in shown_files(folder) if path.suffix.casefold() in WORKBOOKS]
    books = [path for path in books if path.name not in OUR_WORKBOOKS and not is_like_evidence_sheet(path)]
    opened = open_file(books[0], books[0].name, Inspection(), most_rows=1) if len(books) == 1 else None
    names = {name.strip().casefold() for name in opened.sheets} if opened else set()
    return books[0].name if {"organizations", "ties"} <= names else ""


def sheets_of(path: Path, inspection: Inspection) -> dict[str, SourceTable]:
    """Read the sheets of a workbook that are called as plain files are.

    Parameters
    ----------
    path : Path
        The workbook.
    inspection : Inspection
        Takes problems.

    Returns
    -------
    dict of str to SourceTable
        By the name of the file that each stands for.
    """
    opened = open_file(path, path.name, inspection)
    sheets = {name.strip().casefold(): name for name in opened.sheets} if opened else {}
    tables = {}
    for family in FAMILIES:
        if opened and family in sheets and any(map(any, opened.sheets[sheets[family]])):
            rows, file = opened.sheets[sheets[family]], sheet_file(sheets[family], path.name)
            table = table_of(rows, file, opened.decimal_comma, inspection, ESSENTIAL.get(family, ()))
            if table is not None:
                tables[family] = table
    return tables
