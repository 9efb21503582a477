"""Sheets made by hand whose headers stand in two rows, with cells merged over columns."""

from openpyxl import Workbook

from tests.front_door.files import Book
from tests.front_door.layout import layout
from tests.front_door.partnership import NAMES, SECTORS, Rows, answers

ROWS: Rows = [
    ["Organization", "Sector", "How often do you work with them?", *[""] * 7],
    ["", "", *NAMES],
    *([a, SECTORS[a], *answers()[a]] for a in NAMES),
]


def merge(book: Workbook) -> None:
    """The question over its partners, the two others over both rows."""
    sheet = book.worksheets[0]
    for cells in ("A1:A2", "B1:B2", "C1:J1"):
        sheet.merge_cells(cells)


def merge_question(book: Workbook) -> None:
    """The question over its partners alone."""
    book.worksheets[0].merge_cells("C1:J1")


layout(
    "sheets, a question merged over its partners",
    {"survey.xlsx": Book({"Sheet1": ROWS}, merge, shuffled=False)},
    ties={"contact": 10},
)
layout(
    "sheets, a question merged over its partners, other headers not",
    {"survey.xlsx": Book({"Sheet1": ROWS}, merge_question, shuffled=False)},
    ties={"contact": 10},
)
