"""Which cells of the workbook wait for somebody to decide: those that are yellow."""

import pandas as pd

from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.settings.draft import UNSURE, Draft, guesses_in
from stakeholder_graph.survey.settings.workbook.cells import sheet_tables
from stakeholder_graph.survey.settings.workbook.sheets import SHEETS, UNDECIDED
from stakeholder_graph.text import _, _n

#: Columns in which a mark behind a proposal says that it waits.
_MARKED = {"Questions": ("blank", "several_answers", "flagged_answers"), "Files": ("role", "source")}


def is_waiting(sheet: str, column: str, table: pd.DataFrame, with_sector: frozenset[str]) -> "pd.Series[bool]":
    """Say which cells of a column wait for a decision, or for a sector that no answer says.

    Parameters
    ----------
    sheet : str
        A key of `SHEETS`.
    column : str
        Its name in the settings.
    table : DataFrame of str
        The sheet.
    with_sector : frozenset of str
        Organizations, in normal form, whose sector an answer says.
    """
    if sheet == "Scales":
        return guesses_in(table, column)
    if (sheet, column) == ("Questions", "kind"):
        return table[column].str.endswith(UNSURE) | (table[column] == UNDECIDED)
    if column in _MARKED.get(sheet, ()):
        return table[column].str.endswith(UNSURE)
    blank = table[column] == ""
    if (sheet, column) == ("Organizations", "sector"):
        return blank & ~table["organization"].map(normal).isin(list(with_sector))
    return blank & ((sheet, column) in (("Promise", "promise"), ("Names", "decision")))


def waiting_cells(draft: Draft) -> dict[str, int]:
    """Count the cells that wait, by sheet; sheets without any are left out.

    Parameters
    ----------
    draft : Draft
        As it is written.

    Examples
    --------
    >>> from stakeholder_graph.survey.settings.model import Settings
    >>> settings = Settings.model_validate({"question": [{"kind": "ignore", "question": "Q1", "decided": False}]})
    >>> waiting_cells(Draft(settings))
    {'Questions': 1, 'Promise': 1}
    """
    tables = sheet_tables(draft)
    counts = {
        sheet: sum(
            int(is_waiting(sheet, str(column), tables[sheet], draft.with_sector).sum())
            for column in tables[sheet].columns
        )
        for sheet in SHEETS
        if sheet in tables
    }
    return {sheet: count for sheet, count in counts.items() if count}


def waiting_in_words(draft: Draft) -> str:
    """Say how many cells are yellow and where; blank where none is.

    Parameters
    ----------
    draft : Draft
        As it is written.

    Examples
    --------
    >>> from stakeholder_graph.survey.settings.model import Settings
    >>> names = pd.DataFrame({"written": ["Zoo"], "decision": [""]})
    >>> waiting_in_words(Draft(Settings(), {}, {"names": names}))
    '1 yellow cell (Names 1)'
    """
    counts = waiting_cells(draft)
    if not counts:
        return ""
    sheets = [
        _("{sheet} {count}, which may stay blank", sheet=sheet, count=count)
        if sheet == "Organizations"
        else f"{sheet} {count}"
        for sheet, count in counts.items()
    ]
    return _n(
        "{count} yellow cell ({sheets})",
        "{count} yellow cells ({sheets})",
        sum(counts.values()),
        sheets=", ".join(sheets),
    )
