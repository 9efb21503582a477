"""Writes a draft as the workbook partnership.xlsx."""

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from stakeholder_graph.model.errors import Problem, SurveyError
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.settings.drafting.draft import UNSURE, Draft, Note, guesses_in, key
from stakeholder_graph.survey.settings.model import Question, Scale, Settings
from stakeholder_graph.survey.settings.sheets import (
    ALL_RATINGS,
    ASKS,
    BETWEEN,
    DECISIONS,
    FACTS,
    FACTS_ROW,
    KINDS,
    PLAIN,
    SENTENCES,
    SHEETS,
    START,
    UNDECIDED,
    Choice,
    Field,
)
from stakeholder_graph.tabular.reproducible import without_clock

_YELLOW = PatternFill("solid", start_color="FFFFEB3B", end_color="FFFFEB3B")
_WHITE = PatternFill("solid", start_color="FFFFFFFF", end_color="FFFFFFFF")
_HEAD = PatternFill("solid", start_color="FFE3E8EC", end_color="FFE3E8EC")
#: Dropdowns reach so far below the last row, for what is added by hand.
_SPARE = 200


def workbook_bytes(draft: Draft) -> bytes:
    """Give a draft as a workbook.

    Parameters
    ----------
    draft : Draft
        Settings, notes and tables.

    Returns
    -------
    bytes
        An XLSX file, the same for the same draft. Every cell is text or a number: none is ever a formula.
    """
    book = Workbook()
    start = book.active
    start.title = START
    _write_start(start, draft.settings)
    tables = _tables(draft)
    for name, fields in SHEETS.items():
        if name in tables:
            _write_sheet(book.create_sheet(name), fields, tables, draft.told)
    book.properties.creator = "stakeholder-graph"
    raw = io.BytesIO()
    book.save(raw)
    return without_clock(raw.getvalue())


def write_workbook(path: Path, draft: Draft) -> None:
    """Write a draft as a workbook.

    Parameters
    ----------
    path : Path
        The file.
    draft : Draft
        What to write.

    Raises
    ------
    SurveyError
        If the workbook is open elsewhere, or cannot be written; it is left as it is then.
    """
    check_closed(path)
    fresh = path.with_name(f".{path.name}.new")
    try:
        fresh.write_bytes(workbook_bytes(draft))
        fresh.replace(path)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        what = "The workbook cannot be written: it is open elsewhere, or the folder is protected."
        raise SurveyError([Problem(what, "Close it, then try again.", path.name)]) from error


def open_cells(draft: Draft) -> dict[str, int]:
    """Count the cells that are yellow in the workbook, by sheet; sheets without any are left out."""
    tables = _tables(draft)
    counts = {
        name: sum(int(_waiting(name, str(each), tables[name], draft.told).sum()) for each in tables[name].columns)
        for name in SHEETS
        if name in tables
    }
    return {name: count for name, count in counts.items() if count}


def yellow(draft: Draft) -> str:
    """Say how many cells are yellow and where; blank where none is.

    Examples
    --------
    >>> names = pd.DataFrame({"written": ["Zoo"], "decision": [""]})
    >>> yellow(Draft(Settings(), {}, {"names": names}))
    '1 yellow cell (Names 1)'
    """
    counts = open_cells(draft)
    count = sum(counts.values())
    where = ", ".join(
        f"{name} {each}{', which may stay blank' if name == 'Organizations' else ''}" for name, each in counts.items()
    )
    return f"{count} yellow cell{'s' if count > 1 else ''} ({where})" if count else ""


def check_closed(path: Path) -> None:
    """Refuse to touch a workbook that a spreadsheet has open.

    Raises
    ------
    SurveyError
        If the mark of a spreadsheet lies beside it.
    """
    if path.with_name(f"~${path.name}").exists() or path.with_name(f".~lock.{path.name}#").exists():
        what = "The workbook is open in a spreadsheet, here or on another computer."
        todo = "Save and close it there, then try again."
        raise SurveyError([Problem(what, todo, path.name)])


def _tables(draft: Draft) -> dict[str, pd.DataFrame]:
    """The cells of every sheet, as text, by its headers."""
    settings, scales = draft.settings, draft.tables.get("scales", pd.DataFrame())
    extra = [_spelled(each.scale, _scale_name(each)) for each in settings.question]
    extra += [_spelled(each.scale, name) for name, each in settings.layers.items()]
    tables = {PLAIN_NAMES[name]: table for name, table in draft.tables.items()}
    tables["Scales"] = pd.concat([scales, *filter(len, extra)], ignore_index=True).fillna("").astype("str")
    rows = [_question(each, draft.notes.get(key(each), Note())) for each in settings.question]
    tables["Questions"] = _frame("Questions", rows)
    tables["Promise"] = _frame("Promise", _promises(settings))
    rounds = [{"name": each.name, "date": each.date, "files": BETWEEN.join(each.files)} for each in settings.wave]
    tables["Rounds"] = _frame("Rounds", rounds)
    if settings.layers:
        layers = [
            {
                "layer": name,
                "scale": _named(each.scale, name),
                "promise": each.promise or "",
                "combine": each.combine or "",
                "asked_of": each.asked_of,
                "asks": ASKS.word(each.asks or ""),
            }
            for name, each in settings.layers.items()
        ]
        tables["Layers"] = _frame("Layers", layers)
    return tables


PLAIN_NAMES = {name: sheet for sheet, name in PLAIN.items()}


def _frame(sheet: str, rows: Sequence[Mapping[str, str]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=[each.name for each in SHEETS[sheet]], dtype="str").fillna("")


def _question(question: Question, note: Note) -> dict[str, str]:
    """One row of the sheet Questions."""
    lists = {"attributes": question.attributes, "not_known": question.not_known}
    told = question.model_dump(exclude_defaults=True, exclude={"scale", "promise", *lists})
    row = {name: str(value) for name, value in told.items()}
    row |= {name: BETWEEN.join(texts) for name, texts in lists.items()}
    kind = "sector" if (question.kind, question.item) == ("attribute", "sector") else str(question.kind)
    row["kind"] = KINDS.word(kind)
    if not question.decided:
        row["kind"] = UNDECIDED if question.kind == "ignore" else f"{row['kind']}{UNSURE}"
    row["blank"] = question.blank if question.kind == "tie" else row.get("blank", "")
    row["layer"] = question.layer if question.kind == "tie" or "layer" in row else ""
    return {**row, "scale": _named(question.scale, _scale_name(question)), "items": note.items, "reason": note.reason}


def _promises(settings: Settings) -> list[dict[str, str]]:
    """A row for each question of which respondents may have been told who sees it."""
    unpromised = ("identity", "attribute", "ignore")
    asked = [each for each in settings.question if each.kind not in unpromised or each.promise or not each.decided]
    rows = [
        {
            "question": key(each)[0],
            "choice": each.choice,
            "wave": each.wave,
            "wording": each.wording,
            "promise": each.promise or "",
        }
        for each in asked
        if each.kind != "identity"
    ]
    if settings.promises.ratings:
        rows.append({"question": ALL_RATINGS, "promise": settings.promises.ratings})
    return rows


def _scale_name(question: Question) -> str:
    return question.layer if question.kind == "tie" else question.item or question.question or question.columns


def _named(scale: Scale, otherwise: str) -> str:
    return scale if isinstance(scale, str) else otherwise if scale else ""


def _spelled(scale: Scale, name: str) -> pd.DataFrame:
    """Steps that are written out in the settings, as rows of the sheet Scales."""
    steps = () if isinstance(scale, str) else scale
    told = {None: "", True: "yes", False: "no"}
    rows = [{"scale": name, "value": f"{each.value:g}", "name": each.name, "tie": told[each.tie]} for each in steps]
    return _frame("Scales", rows)


def _write_start(sheet: Worksheet, settings: Settings) -> None:
    _put(sheet.cell(1, 1), "Survey settings").font = Font(bold=True, size=14)
    for row, sentence in enumerate(SENTENCES, start=2):
        _put(sheet.cell(row, 1), sentence)
    for row, fact in enumerate(FACTS, start=FACTS_ROW):
        _put(sheet.cell(row, 1), fact.header).font = Font(bold=True)
        _put(sheet.cell(row, 2), _fact(settings, fact.name))
        if fact.choice:
            _offer(sheet, fact.choice, f"B{row}")
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 36, 50


def _fact(settings: Settings, name: str) -> str:
    value: object = settings
    for part in name.split("."):
        value = getattr(value, part, "")
    if isinstance(value, bool):
        return "yes" if value else "no"
    return BETWEEN.join(value) if isinstance(value, tuple) else str(value or "")


def _write_sheet(
    sheet: Worksheet, fields: Sequence[Field], tables: Mapping[str, pd.DataFrame], told: frozenset[str]
) -> None:
    table = tables[sheet.title]
    known = {each.name: each for each in fields}
    columns = [known.get(str(name), Field(str(name), str(name))) for name in table.columns]
    last = len(table) + 1
    for place, column in enumerate(columns, start=1):
        letter = get_column_letter(place)
        head = _put(sheet.cell(1, place), column.header)
        head.font, head.fill = Font(bold=True), _HEAD
        sheet.column_dimensions[letter].width = column.width
        for row, text in enumerate(table[column.name], start=2):
            _put(sheet.cell(row, place), text).alignment = Alignment(wrap_text=column.width > 30, vertical="top")
        cells = f"{letter}2:{letter}{last + _SPARE}"
        if column.choice:
            _offer(sheet, column.choice, cells)
        elif column.name == "scale" and sheet.title in ("Questions", "Layers"):
            _offer_names(sheet, "Scales", len(tables["Scales"]), cells)
        elif column.name == "decision":
            count = len(tables.get("Organizations", ()))
            _offer_names(sheet, "Organizations", count, cells, hint=f"Or write one of: {', '.join(DECISIONS)}")
        waiting = [row for row, each in enumerate(_waiting(sheet.title, column.name, table, told), 2) if each]
        for row in waiting:
            sheet.cell(row, place).fill = _YELLOW
        if waiting:
            first = f"{letter}2"
            decided = f'AND({first}<>"",RIGHT({first},1)<>"{UNSURE}",{first}<>"{UNDECIDED}")'
            sheet.conditional_formatting.add(cells, FormulaRule(formula=[decided], fill=_WHITE))
    sheet.freeze_panes = "A2"


def _waiting(sheet: str, column: str, table: pd.DataFrame, told: frozenset[str]) -> "pd.Series[bool]":
    """Which cells of a column wait for a decision, or for a sector that no answer says."""
    if sheet == "Scales":
        return guesses_in(table, column)
    if (sheet, column) == ("Questions", "kind"):
        return table[column].str.endswith(UNSURE) | (table[column] == UNDECIDED)
    blank = table[column] == ""
    if (sheet, column) == ("Organizations", "sector"):
        return blank & ~table["organization"].map(normal).isin(list(told))
    return blank & ((sheet, column) in (("Promise", "promise"), ("Names", "decision")))


def _put(cell: Cell, text: str) -> Cell:
    """Write text as text: a cell that begins with = would be taken for a formula otherwise."""
    if text:
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
        cell.data_type = "s"
        cell.number_format = "@"
        cell.quotePrefix = text[0] in "=+-@\t\r"
    return cell


def _offer(sheet: Worksheet, choice: Choice, cells: str) -> None:
    _validate(sheet, f'"{",".join(choice.words)}"', cells, others=choice.others)


def _offer_names(sheet: Worksheet, source: str, count: int, cells: str, hint: str = "") -> None:
    if count:
        _validate(sheet, f"'{source}'!$A$2:$A${count + 1}", cells, others=True, hint=hint)


def _validate(sheet: Worksheet, formula: str, cells: str, others: bool, hint: str = "") -> None:
    offered = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=not others)
    offered.error, offered.errorTitle = "Choose one of the list.", "Survey settings"
    if hint:
        offered.prompt, offered.promptTitle, offered.showInputMessage = hint, "Decision", True
    sheet.add_data_validation(offered)
    offered.add(cells)
