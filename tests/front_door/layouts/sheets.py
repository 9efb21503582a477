"""Sheets that are stored otherwise than a person sees them."""

import datetime
from pathlib import Path

from openpyxl import Workbook

from tests.front_door.files import Book, Ods, table
from tests.front_door.layout import layout
from tests.front_door.partnership import IDS, NAMES, SECTORS, TIES, Rows, listed, nodes, pairs, square

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
LISTS: Rows = [["Choices"], ["Weekly"], ["Monthly"], ["Yearly"]]
BOTH = {
    "organizations.xlsx": Book({"Sheet1": listed("organization", "sector")}),
    "ties.xlsx": Book({"Sheet1": pairs("from", "to")}),
}


def hide_first(book: Workbook) -> None:
    """Hide the lists for dropdowns."""
    book.worksheets[0].sheet_state = "hidden"
    book.active = 1


def hide_row(book: Workbook) -> None:
    """Hide a row, as a filter does."""
    book.worksheets[0].row_dimensions[4].hidden = True


def merge_sectors(book: Workbook) -> None:
    """Merge cells that stand for one sector, as lists by sector have it."""
    sheet = book.worksheets[0]
    first = 2
    for row in range(3, sheet.max_row + 2):
        if sheet.cell(row, 2).value != sheet.cell(first, 2).value:
            if row - first > 1:
                sheet.merge_cells(start_row=first, end_row=row - 1, start_column=2, end_column=2)
            first = row


def title_above(book: Workbook) -> None:
    """A title over all columns and a blank row."""
    sheet = book.worksheets[0]
    sheet.insert_rows(1, 2)
    sheet["A1"] = "Partners of Wren County, spring 2025"
    sheet.merge_cells("A1:C1")


def merge_header(book: Workbook) -> None:
    """A header over two columns of the list of organizations."""
    sheet = book.worksheets[0]
    sheet["D1"] = "Contact"
    sheet.merge_cells("D1:E1")
    for row in range(2, 10):
        sheet.cell(row, 4, "Ada Gem")
        sheet.cell(row, 5, "ada@example.org")


def sizes_as_dates(book: Workbook) -> None:
    """Sizes such as 1-10, of which a spreadsheet made dates."""
    sheet = book.worksheets[0]
    sheet["C1"] = "size"
    for row, size in enumerate(
        [
            "11-50",
            "51-200",
            datetime.datetime(2025, 1, 10),
            "11-50",
            datetime.datetime(2025, 1, 10),
            "51-200",
            "11-50",
            "11-50",
        ],
        2,
    ):
        sheet.cell(row, 3, size)


def numbers_with_formats(book: Workbook) -> None:
    """Ids that are numbers shown with leading zeros."""
    for sheet, columns in (("Members", "A"), ("Links", "AB")):
        for column in columns:
            for row in range(2, book[sheet].max_row + 1):
                book[sheet][f"{column}{row}"].number_format = "00000"


def formulas(book: Workbook) -> None:
    """Sectors looked up by a formula that no spreadsheet has computed."""
    sheet = book.worksheets[0]
    for row in range(2, 10):
        sheet.cell(row, 2, f"=VLOOKUP(A{row},List!A:B,2,FALSE)")


def error_cells(book: Workbook) -> None:
    """Two sectors that a formula did not find."""
    sheet = book.worksheets[0]
    for row in (3, 5):
        sheet.cell(row, 2, "#N/A").data_type = "e"


NUMBERED = {name: 101 + number for number, name in enumerate(NAMES)}
BY_SECTOR: Rows = [["organization", "sector"], *([n, s] for n, s in sorted(SECTORS.items(), key=lambda item: item[1]))]

layout(
    "sheets, the first one hidden",
    {"partners.xlsx": Book({"Lists": LISTS, "Partners": pairs("From", "To")}, hide_first)},
)
layout(
    "sheets, the first one hidden, usual names",
    {
        "organizations.xlsx": Book({"Lists": LISTS, "Sheet1": listed("organization", "sector")}, hide_first),
        "ties.xlsx": Book({"Lists": LISTS, "Sheet1": pairs("from", "to")}, hide_first),
    },
)
layout(
    "sheets, a hidden row",
    {**BOTH, "organizations.xlsx": Book({"Sheet1": listed("organization", "sector")}, hide_row, shuffled=False)},
)
layout(
    "sheets, merged cells", {**BOTH, "organizations.xlsx": Book({"Sheet1": BY_SECTOR}, merge_sectors, shuffled=False)}
)
layout("sheets, a title above the headers", {"partners.xlsx": Book({"Sheet1": pairs("From", "To")}, title_above)})
layout(
    "sheets, a title above, usual names",
    {
        "organizations.xlsx": Book({"Sheet1": listed("organization", "sector")}, title_above),
        "ties.xlsx": Book({"Sheet1": pairs("from", "to")}, title_above),
    },
)
layout(
    "sheets, a merged header",
    {**BOTH, "organizations.xlsx": Book({"Sheet1": listed("organization", "sector")}, merge_header)},
)
layout(
    "sheets, ranges that became dates",
    {**BOTH, "organizations.xlsx": Book({"Sheet1": listed("organization", "sector")}, sizes_as_dates)},
)
layout(
    "sheets, ids with leading zeros by format",
    {
        "network.xlsx": Book(
            {
                "Members": [["Id", "Name", "Sector"], *([NUMBERED[n], n, s] for n, s in SECTORS.items())],
                "Links": [["From", "To"], *([NUMBERED[a], NUMBERED[b]] for a, b, _n in TIES)],
            },
            numbers_with_formats,
        )
    },
)
layout(
    "sheets, formulas without a value",
    {
        **BOTH,
        "organizations.xlsx": Book(
            {"Sheet1": listed("organization", "sector"), "List": listed("organization", "sector")},
            formulas,
            shuffled=False,
        ),
    },
)
layout(
    "sheets, error cells as sectors",
    {**BOTH, "organizations.xlsx": Book({"Sheet1": listed("organization", "sector")}, error_cells)},
)
layout(
    "sheets, an empty one and notes beside the ties",
    {
        "partners.xlsx": Book(
            {"Partners": pairs("From", "To"), "Sheet2": [], "Notes": [["Sent out in March"], ["Two reminders"]]}
        )
    },
)
layout(
    "workbook of LibreOffice (ODS), usual names",
    {
        "organizations.ods": Ods({"Sheet1": listed("organization", "sector")}),
        "ties.ods": Ods({"Sheet1": pairs("from", "to")}),
    },
)
layout(
    "workbook of LibreOffice (ODS), nodes and edges",
    {"network.ods": Ods({"nodes": nodes("id", "name", "sector"), "edges": pairs("source", "target", ids=True)})},
)
layout("workbook of LibreOffice (ODS), matrix", {"matrix.ods": Ods({"Sheet1": square()})})
layout("workbook of old Excel (XLS)", {"network.xls": (SAMPLES / "network.xls").read_bytes()}, varied="nothing")
layout(
    "workbook of plain files",
    {
        "survey.xlsx": Book(
            {
                "organizations": listed("organization", "sector"),
                "ties": pairs("from", "to"),
                "affiliations": [
                    ["organization", "kind", "item"],
                    ["Alder Clinic", "outcome", "Reading"],
                    ["Elm Library", "outcome", "Reading"],
                ],
                "items": [["kind", "item"], ["outcome", "Reading"], ["outcome", "Housing"]],
            }
        )
    },
    items=1,
)
layout(
    "workbook of plain files, by ids",
    {
        "survey.xlsx": Book(
            {
                "organizations": nodes("id", "organization", "sector"),
                "ties": [["from", "to", "value"], *([IDS[a], IDS[b], n] for a, b, n in TIES)],
            }
        )
    },
)
layout(
    "an ending in capitals",
    {"Organizations.CSV": table(listed("Organization", "Sector")), "TIES.CSV": table(pairs("From", "To"))},
)
