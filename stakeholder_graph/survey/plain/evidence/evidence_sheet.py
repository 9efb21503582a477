"""The evidence sheet: a workbook in which people decide the rows of a rubric, read as if it were evidence.csv.

Names of sheets, headers and words of dropdowns are a file format: they are the same in every language.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from stakeholder_graph.model import evidence_words
from stakeholder_graph.model.evidence_words import OPEN_WORDS, STATUS_WORDS
from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.survey.input_files import shown_files
from stakeholder_graph.survey.plain.evidence.written_dates import date_written
from stakeholder_graph.survey.settings.workbook.sheets import EVIDENCE_SHEET, sheet_file
from stakeholder_graph.tabular import TextRows
from stakeholder_graph.tabular.files import open_file, trimmed
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import N_, _

#: Its sheets: a row for each criterion, and a row for each condition, by which proposals are accepted together.
ROWS, CONDITIONS = "Evidence", evidence_words.ACCEPT_SHEET

RUBRIC, ROW, CONDITION, PROPOSAL = "Rubric", "Row", "Condition", "The tool proposes"
STATUS, EVIDENCE, LINK = "Status", "Evidence", "Link"
BY, REVIEWED_BY, DATE, REASON = "Decided by", "Reviewed by", "Date", "Reason"
ACCEPT, COUNTED = "Accept all proposals", "Proposals"
#: Where a row of the table that is read stands: its file with the sheet, the number of the row, and the header under
#: which it names who decided.
WHERE = ("file", "row", "by_header")
#: The columns of evidence.csv by the headers that people fill in.
FILLED_IN = evidence_words.FILLED_IN
#: The columns of either sheet.
_ROWS_HAVE = (RUBRIC, ROW, CONDITION, PROPOSAL, *FILLED_IN)
_CONDITIONS_HAVE = (RUBRIC, CONDITION, ACCEPT, BY, REVIEWED_BY, DATE)
#: What can be chosen as the status of a row.
OPEN = "open"
STATUSES = (N_("shown"), N_("not met"), N_("does not apply"), N_("open"))
#: Proposals that can be accepted: the others propose nothing.
FIRM = frozenset({"shown", "not met"})


class _Accepted(NamedTuple):
    """What somebody accepted of a condition in one step."""

    by: str
    reviewed_by: str
    date: str
    file: str
    row: int


def is_evidence_sheet(path: Path) -> bool:
    """Whether a file is the evidence sheet of its folder, by its name.

    Parameters
    ----------
    path : Path
        Of any file.

    Examples
    --------
    >>> is_evidence_sheet(Path("surveys", "Evidence-Sheet.xlsx")), is_evidence_sheet(Path("evidence.xlsx"))
    (True, False)
    """
    return path.name.casefold() == EVIDENCE_SHEET


def evidence_sheet_in(folder: Path) -> Path | None:
    """Find the evidence sheet of a partnership.

    Parameters
    ----------
    folder : Path
        Of the partnership.
    """
    return next(filter(is_evidence_sheet, shown_files(folder)), None)


def read_evidence_sheet(path: Path, inspection: Inspection) -> SourceTable | None:
    """Read what people decided in the evidence sheet.

    Parameters
    ----------
    path : Path
        The workbook.
    inspection : Inspection
        Takes problems.

    Returns
    -------
    SourceTable or None
        With the columns of evidence.csv and `WHERE`: a row for each row that somebody decided, by itself or with all
        proposals of its condition. A row that stays open, or of which only evidence or a link is filled in, is not
        decided, and is left out. None where the workbook cannot be read.
    """
    opened = open_file(path, path.name, inspection)
    if opened is None:
        return None
    table = _sheet(opened.sheets, ROWS, (ROW, STATUS), path.name)
    if table is None:
        inspection.wrong(
            _(
                "The workbook has no sheet “{rows}” with the columns “{row}” and “{status}”, so that nothing in it is "
                "read, and nothing that is accepted on the sheet “{accept}”.",
                rows=ROWS,
                row=ROW,
                status=STATUS,
                accept=CONDITIONS,
            ),
            _(
                "Put the sheet back, or move the workbook out of the folder and have it written again: "
                "stakeholder-graph maturity FOLDER --draft"
            ),
            path.name,
        )
        return None
    accepting = _sheet(opened.sheets, CONDITIONS, (CONDITION, ACCEPT), path.name)
    if accepting is None:
        inspection.advise(
            _("The workbook has no sheet “{accept}”, so no proposals are accepted together.", accept=CONDITIONS),
            _("To have the sheet back, run: stakeholder-graph maturity FOLDER --draft"),
            path.name,
        )
    before = len(inspection.problems)
    _require(table, _ROWS_HAVE, inspection)
    if accepting is not None:
        _require(accepting, _CONDITIONS_HAVE, inspection)
    if len(inspection.problems) > before:
        return None
    accepted = _accepted(accepting, inspection) if accepting is not None else {}
    decided = list(_decided(table, accepted, inspection))
    if len(inspection.problems) > before:
        return None
    names = ("rubric", "benchmark", *FILLED_IN.values(), *WHERE)
    columns = {name: [cells[name] for _row, cells in decided] for name in names}
    return SourceTable(table.file, columns, [row for row, _cells in decided])


def _decided(
    table: SourceTable, accepted: Mapping[tuple[str, str], _Accepted], inspection: Inspection
) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows that somebody decided, as rows of evidence.csv."""
    _note_unknown_statuses(table, inspection)
    dates = _dates(table, inspection)
    for place, row in enumerate(table.rows):
        cells = {header: table.texts(header)[place] for header in _ROWS_HAVE}
        cells[DATE] = dates[place]
        together = accepted.get((cells[RUBRIC].casefold(), cells[CONDITION].casefold()))
        proposed, file, decided_in = status_in(cells[PROPOSAL]), table.file, row
        if not cells[STATUS] and together and proposed in FIRM:
            if not cells[BY]:
                # Whatever is wrong with it is wrong with the cells of the condition.
                file, decided_in = together.file, together.row
            cells |= {STATUS: proposed, BY: cells[BY] or together.by, DATE: cells[DATE] or together.date}
            cells[REVIEWED_BY] = cells[REVIEWED_BY] or together.reviewed_by
        cells[STATUS] = status_in(cells[STATUS])
        if not cells[STATUS] and cells[BY] and (cells[LINK] or cells[EVIDENCE]):
            inspection.advise(
                _("The row names who decided and a document, but no status, so that it counts for nothing."),
                _("Choose a status, or “{open}” where it is not decided yet.", open=OPEN),
                table.file,
                row,
                STATUS,
            )
        if cells[STATUS] in ("", OPEN):
            continue
        if not (cells[RUBRIC] and cells[ROW]):
            inspection.wrong(
                _("The row has a status but does not say which row of which rubric it is about."),
                _("Fill in “{rubric}” and “{row}”, or empty its status.", rubric=RUBRIC, row=ROW),
                table.file,
                row,
                ROW if cells[RUBRIC] else RUBRIC,
            )
            continue
        yield (
            row,
            {
                "rubric": cells[RUBRIC],
                "benchmark": cells[ROW],
                **{name: cells[header] for header, name in FILLED_IN.items()},
                "file": file,
                "row": str(decided_in),
                "by_header": BY,
            },
        )


def status_in(text: str) -> str:
    """Give the status that a cell says, in whichever language it was chosen.

    Parameters
    ----------
    text : str
        A proposal of the tool, or what people chose.

    Examples
    --------
    >>> status_in("Demostrada"), status_in("pendiente"), status_in("perhaps")
    ('shown', 'open', 'perhaps')
    """
    said = text.casefold()
    return OPEN if said and said in OPEN_WORDS else STATUS_WORDS.get(said, said)


def _note_unknown_statuses(table: SourceTable, inspection: Inspection) -> None:
    choices = [_(status) for status in STATUSES]
    known = ", ".join(choices)
    inspection.wrong_texts(
        ((row, text) for row, text in table.items(STATUS) if text and status_in(text) not in STATUSES),
        table.file,
        STATUS,
        lambda text: _("“{text}” is no status.", text=text),
        lambda text: suggestion(text, choices, _("Choose one of these: {known}.", known=known)),
    )


def _dates(table: SourceTable, inspection: Inspection) -> list[str]:
    """The dates of a table as year, month and day."""
    written = {text: date_written(text) for text in set(table.texts(DATE))}
    inspection.wrong_texts(
        ((row, text) for row, text in table.items(DATE) if text and not written[text]),
        table.file,
        DATE,
        lambda text: _("“{text}” is no date that can be read one way only.", text=text),
        lambda text: _("Write year, month and day, as in 2026-03-20."),
    )
    return [written[text] for text in table.texts(DATE)]


def _accepted(table: SourceTable, inspection: Inspection) -> dict[tuple[str, str], _Accepted]:
    """The conditions of which somebody accepted all proposals, by rubric and condition in lower case."""
    yes, dates = table.yes_or_no(ACCEPT, inspection), _dates(table, inspection)
    rows = zip(
        table.rows, table.texts(RUBRIC), table.texts(CONDITION), yes, table.texts(BY), table.texts(REVIEWED_BY), dates,
        strict=True,
    )  # fmt: skip
    accepted = {}
    for row, rubric, condition, accepts, by, reviewed_by, date in rows:
        if accepts and not by:
            inspection.wrong(
                _("Nobody is named who accepts the proposals of this condition."),
                _("Fill in who decided it."),
                table.file,
                row,
                BY,
            )
        if accepts:
            accepted[rubric.casefold(), condition.casefold()] = _Accepted(by, reviewed_by, date, table.file, row)
    return accepted


def _require(table: SourceTable, headers: tuple[str, ...], inspection: Inspection) -> None:
    """Note every column that is gone: what it held would be lost without a word.

    Only a header that nobody knows can be one that was renamed.
    """
    known = {header.casefold() for header in (*_ROWS_HAVE, *_CONDITIONS_HAVE, COUNTED)}
    others = [header for header in table.columns if header.casefold() not in known]
    for header in headers:
        if header not in table:
            add = _("Add a column with the header “{column}”.", column=header)
            what = _("There is no column “{column}”.", column=header)
            inspection.wrong(what, suggestion(header, others, add), table.file, column=header)


def _sheet(sheets: Mapping[str, TextRows], name: str, headers: tuple[str, ...], file: str) -> SourceTable | None:
    """The sheet of a name as a table; where somebody renamed it, the first that has some headers."""
    wanted = {header.casefold() for header in headers}
    for sheet, rows in sheets.items():
        if sheet.strip().casefold() == name.casefold() and rows and rows[0]:
            return _table(rows, sheet_file(sheet, file))
    for sheet, rows in sheets.items():
        if rows and wanted <= {text.casefold() for text in rows[0]}:
            return _table(rows, sheet_file(sheet, file))
    return None


def _table(rows: TextRows, file: str) -> SourceTable:
    """A sheet as a table; rows and columns in which nothing stands are left out."""
    headers = trimmed(rows[0])
    filled = [(number, row) for number, row in enumerate(rows[1:], start=2) if any(row)]
    columns: dict[str, list[str]] = {}
    for place, header in enumerate(headers):
        if header and header not in columns:
            columns[header] = [row[place] if place < len(row) else "" for _number, row in filled]
    return SourceTable(file, columns, [number for number, _row in filled])
