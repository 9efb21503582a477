"""What somebody does who accepts whatever the workbook proposes, and knows what was promised."""

from dataclasses import dataclass
from pathlib import Path

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

WORKBOOK = "partnership.xlsx"
#: The colour of cells that wait.
YELLOW = "FFFFEB3B"
#: What nobody but people can know: what respondents were told.
PROMISED = "named"


@dataclass(frozen=True)
class Filled:
    """What was done to the yellow cells of a workbook.

    Parameters
    ----------
    accepted : int
        Proposals that were accepted.
    left : tuple of str
        Cells for which nothing is proposed.
    """

    accepted: int = 0
    left: tuple[str, ...] = ()


def accept(folder: Path) -> Filled:
    """Go through the yellow cells: accept each proposal, and leave what has none."""
    workbook = folder / WORKBOOK
    if not workbook.exists():
        return Filled()
    book = openpyxl.load_workbook(workbook)
    accepted, left = 0, []
    for sheet in book.worksheets:
        heads = {str(cell.value): number for number, cell in enumerate(sheet[1])}
        for row in sheet.iter_rows(min_row=2):
            for head, cell in zip(heads, row, strict=False):
                if cell.fill.start_color.rgb != YELLOW:
                    continue
                proposed = _proposal(sheet, head, cell, row[heads["proposal"]].value if "proposal" in heads else None)
                if proposed:
                    cell.value = proposed
                    accepted += 1
                elif head != "sector":  # it may stay blank
                    left.append(f"{sheet.title}, {head}, {row[0].value}")
    book.save(workbook)
    return Filled(accepted, tuple(left))


def _proposal(sheet: Worksheet, head: str, cell: Cell, name: object) -> str:
    """What the workbook proposes for a cell, or what a person knows; blank where there is no proposal."""
    text = str(cell.value or "")
    if text.endswith("?"):
        return text[:-1]
    if sheet.title == "Promise":
        return PROMISED
    return "yes" if head == "decision" and name else ""
