"""What people added to the workbook that is no part of the settings: sheets, columns, comments, pictures."""

import io

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from stakeholder_graph.survey.settings.workbook.sheets import SHEETS, START


def has_additions(earlier: bytes, fresh: bytes) -> bool:
    """Whether a workbook holds something that the one written in its stead lacks.

    Parameters
    ----------
    earlier, fresh : bytes
        The workbooks. What is neither a decision nor a guess counts; cells of the sheets and columns that the
        settings have are left to whoever drafts them.

    Examples
    --------
    >>> from stakeholder_graph.tabular.write_xlsx import workbook
    >>> ours = workbook({"Questions": [["question"], ["Q1"]]})
    >>> has_additions(ours, ours), has_additions(workbook({"Questions": [["question", "mine"], ["Q1", "x"]]}), ours)
    (False, True)
    """
    try:
        before = openpyxl.load_workbook(io.BytesIO(earlier))
    except Exception:  # openpyxl raises whatever it stumbles over: who knows what is in there
        return True
    now = openpyxl.load_workbook(io.BytesIO(fresh))
    return any(
        not isinstance(sheet, Worksheet) or _adds(sheet, now) for sheet in before.worksheets + before.chartsheets
    )


def _adds(sheet: Worksheet, now: Workbook) -> bool:
    title = next((name for name in (START, *SHEETS) if name.casefold() == sheet.title.strip().casefold()), "")
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None or cell.comment]
    if not title:
        return bool(cells or sheet._images or sheet._charts)
    if sheet._images or sheet._charts or any(cell.comment or cell.data_type == "f" for cell in cells):
        return True
    if title not in now.sheetnames:
        return any(cell.row > 1 for cell in cells)
    if title == START:  # what we ask there stands in the first two columns
        return any(cell.column > 2 for cell in cells)
    heads = {_text(cell.value) for cell in now[title][1]} | {field.name for field in SHEETS[title]}
    ours = {cell.column for cell in sheet[1] if _text(cell.value) in {head.casefold() for head in heads if head}}
    return any(cell.column not in ours for cell in cells)


def _text(value: object) -> str:
    return str(value or "").strip().casefold()
