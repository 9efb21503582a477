"""Drafts the evidence sheet, with all that people wrote into the last one."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from stakeholder_graph.conditions import Ledger
from stakeholder_graph.survey.plain.evidence.evidence_sheet import (
    ACCEPT,
    BY,
    CONDITION,
    CONDITIONS,
    DATE,
    FILLED_IN,
    FIRM,
    PROPOSAL,
    REVIEWED_BY,
    ROW,
    ROWS,
    RUBRIC,
    STATUS,
    STATUSES,
    status_in,
)
from stakeholder_graph.tabular.filled_in.merge_xlsx import merge_workbooks
from stakeholder_graph.tabular.write_xlsx import workbook
from stakeholder_graph.text import _
from stakeholder_graph.views.evidence_sheet.sheet_cells import (
    ACCEPT_HEADERS,
    HEADERS,
    HOW_IT_WORKS,
    HOW_TO,
    OURS,
    SENTENCES,
    SINCE,
    Cells,
    RowId,
    accept_cells,
    key_of,
    row_cells,
)

#: Where rows stand of which somebody wrote something and that the rubric no longer has.
FORMER = "Earlier rows"


@dataclass(frozen=True, slots=True)
class DraftedSheet:
    """An evidence sheet.

    Parameters
    ----------
    content : bytes
        The workbook.
    rows, changed : int
        How many rows it has, and of how many something changed since the last draft.
    whole : bool
        Whether it holds all that people wrote into the last one. Where not, it holds what they decided, and the last
        one has to be kept beside it.
    """

    content: bytes
    rows: int
    changed: int
    whole: bool = True


def draft_evidence_sheet(ledgers: Sequence[Ledger], last: bytes | None = None) -> DraftedSheet:
    """Draft the evidence sheet of some ledgers.

    Parameters
    ----------
    ledgers : sequence of Ledger
        One for each rubric.
    last : bytes, optional
        The last draft, as people saved it.

    Returns
    -------
    DraftedSheet
        Rows of other rubrics stay as they were in the last draft. What was accepted by condition is written into its
        rows, with the proposals that were accepted, so that a later proposal changes no decision.
    """
    book = _opened(last) if last is not None else None
    earlier = _rows(book[ROWS]) if book else {}
    accepted = _accepted(book) if book else {}
    rows = [cells for ledger in ledgers for cells in row_cells(ledger, earlier)]
    rubrics = {ledger.rubric.id.casefold() for ledger in ledgers}
    rows += [{header: cells.get(header, "") for header in OURS} | {SINCE: ""} for key, cells in earlier.items()
             if key[0] not in rubrics]  # fmt: skip
    for cells in rows:
        before = earlier.get(key_of(cells), {})
        together = accepted.get((cells[RUBRIC].casefold(), before.get(CONDITION, "").casefold()))
        if together and not before.get(STATUS) and status_in(before.get(PROPOSAL, "")) in FIRM:
            # What people wrote themselves stays: only what they left blank is filled in.
            said = {STATUS: before[PROPOSAL], **together}
            cells |= {header: text for header, text in said.items() if not before.get(header)}
    changed = sum(bool(cells[SINCE]) for cells in rows)
    fresh = _written(rows)
    if book is None:
        return DraftedSheet(fresh, len(rows), changed, whole=last is None)
    merged = merge_workbooks(_as_we_wrote_it(book), _saved(book), fresh, _KEYS, FORMER)
    if merged is not None:
        return DraftedSheet(merged, len(rows), changed)
    for cells in rows:
        before = earlier.get(key_of(cells), {})
        cells |= {header: before[header] for header in FILLED_IN if before.get(header)}
    return DraftedSheet(_written(rows), len(rows), changed, whole=False)


_KEYS = {ROWS: (RUBRIC, ROW), CONDITIONS: (RUBRIC, CONDITION), HOW_TO: (HOW_IT_WORKS,)}


def _written(rows: Sequence[Cells]) -> bytes:
    accepting = list(accept_cells(rows))
    sheets: dict[str, Sequence[Sequence[str]]] = {
        HOW_TO: [(HOW_IT_WORKS,), *((_(sentence, accept=CONDITIONS),) for sentence in SENTENCES)],
        CONDITIONS: [ACCEPT_HEADERS, *([cells.get(header, "") for header in ACCEPT_HEADERS] for cells in accepting)],
        ROWS: [HEADERS, *([cells.get(header, "") for header in HEADERS] for cells in rows)],
    }
    header = _("For the backbone only")
    return workbook(
        sheets, header, {ROWS: {STATUS: [_(status) for status in STATUSES]}, CONDITIONS: {ACCEPT: ("yes", "no")}}
    )


def _opened(data: bytes) -> Workbook | None:
    """The last draft with the sheet of rows under its name; None where that is no such workbook."""
    try:
        book = openpyxl.load_workbook(io.BytesIO(data))
    except Exception:  # openpyxl raises whatever it stumbles over in a workbook that it does not understand
        return None
    for name, headers in ((ROWS, (RUBRIC, ROW, STATUS)), (CONDITIONS, (RUBRIC, CONDITION, ACCEPT))):
        if name not in book.sheetnames:
            like_it = next((sheet for sheet in book if set(headers) <= set(_texts(sheet, 1))), None)
            if like_it is not None:
                like_it.title = name
    return book if ROWS in book.sheetnames else None


def _texts(sheet: Worksheet, row: int) -> list[str]:
    return ["" if cell.value is None else str(cell.value).strip() for cell in sheet[row]]


def _cells(sheet: Worksheet) -> list[Cells]:
    headers = _texts(sheet, 1)
    rows = []
    for number in range(2, sheet.max_row + 1):
        cells: Cells = {}
        for header, text in zip(headers, _texts(sheet, number), strict=True):
            cells.setdefault(header, text)
        rows.append(cells)
    return rows


def _rows(sheet: Worksheet) -> dict[RowId, Cells]:
    """The rows of a draft that say what they are about, the first of each."""
    rows: dict[RowId, Cells] = {}
    for cells in _cells(sheet):
        key = key_of(cells)
        if all(key):
            rows.setdefault(key, cells | {STATUS: cells.get(STATUS, "").casefold()})
    return rows


def _accepted(book: Workbook) -> dict[tuple[str, str], Cells]:
    """Of each condition whose proposals were accepted, who did, in the words of the rows."""
    if CONDITIONS not in book.sheetnames:
        return {}
    return {
        (cells.get(RUBRIC, "").casefold(), cells.get(CONDITION, "").casefold()): {
            header: cells.get(header, "").removesuffix(" 00:00:00") for header in (BY, REVIEWED_BY, DATE)
        }
        for cells in _cells(book[CONDITIONS])
        if cells.get(ACCEPT, "").casefold() in ("yes", "y", "true", "1")
    }


def _as_we_wrote_it(book: Workbook) -> bytes:
    """The last draft without what people filled in, as far as that can be told.

    Rows without a key are theirs, and so are columns of other headers and other sheets.
    """
    sheets: dict[str, list[list[str]]] = {}
    for name, headers in ((ROWS, OURS), (CONDITIONS, ACCEPT_HEADERS), (HOW_TO, (HOW_IT_WORKS,))):
        if name in book.sheetnames:
            known = [header for header in _texts(book[name], 1) if header in headers]
            blank = [header for header in FILLED_IN if name == ROWS and header in _texts(book[name], 1)]
            lines = [cells for cells in _cells(book[name]) if name != ROWS or all(key_of(cells))]
            filled = [[*(cells.get(header, "") for header in known), *("" for _header in blank)] for cells in lines]
            sheets[name] = [[*known, *blank], *filled]
    return workbook(sheets)


def _saved(book: Workbook) -> bytes:
    book.save(saved := io.BytesIO())
    return saved.getvalue()
