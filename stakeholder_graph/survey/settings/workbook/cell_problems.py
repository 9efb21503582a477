"""Puts into words what is wrong with a cell of the workbook."""

from collections.abc import Collection

from pydantic_core import ErrorDetails

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.survey.settings.mistakes.unfit import unfit_in
from stakeholder_graph.survey.settings.mistakes.validation_errors import begun, remedy
from stakeholder_graph.survey.settings.workbook.sheets import FACTS, SHEETS, START, sheet_file
from stakeholder_graph.text import _


def note_invalid(detail: ErrorDetails, sheet: str, file: str, row: int | None, inspection: Inspection) -> None:
    """Note what the model of the settings says against a row.

    Parameters
    ----------
    detail : ErrorDetails
        As pydantic has it.
    sheet : str
        Where the row is.
    file : str
        The workbook.
    row : int or None
        As the spreadsheet numbers it.
    inspection : Inspection
        Takes the problem.
    """
    name = ".".join(str(step) for step in detail["loc"])
    fields = {field.name: field for field in (FACTS if sheet == START else SHEETS[sheet])}
    field = fields.get(name) or fields.get(str(detail["loc"][0]) if detail["loc"] else "")
    where, column, written = sheet_file(sheet, file), field.header if field else None, str(detail["input"])
    if unfit := unfit_in(detail):
        inspection.wrong(str(unfit), unfit.remedy, where, row, column)
    elif field and field.choice:
        note_no_choice(written, field.choice.words, where, row, column, inspection)
    elif detail["type"] == "missing":
        inspection.wrong(_("The cell is blank."), _("Fill it in."), where, row, column)
    else:
        inspection.wrong(
            _("The cell cannot be “{written}”.", written=begun(written)), remedy(detail), where, row, column
        )


def note_no_choice(
    written: str, words: Collection[str], file: str, row: int | None, column: str | None, inspection: Inspection
) -> None:
    """Note a word that no dropdown offers.

    Parameters
    ----------
    written : str
        The word.
    words : collection of str
        Those of the dropdown.
    file : str
        The workbook and the sheet.
    row, column
        Of the cell.
    inspection : Inspection
        Takes the problem.
    """
    otherwise = _("Choose one of {words}.", words=", ".join(words))
    inspection.wrong(
        _("“{written}” cannot be chosen.", written=written),
        suggestion(written, tuple(words), otherwise),
        file,
        row,
        column,
    )
