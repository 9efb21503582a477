"""Reads the workbook partnership.xlsx: as the survey settings it spells, or as the draft it is."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from stakeholder_graph.model.errors import Problem
from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.settings.confirmed import confirmed, decided
from stakeholder_graph.survey.settings.drafting.draft import UNSURE, Draft, Key, Note, key
from stakeholder_graph.survey.settings.model import (
    SETTINGS_FILE,
    LayerSettings,
    Question,
    Settings,
    WaveSettings,
)
from stakeholder_graph.survey.settings.sheets import (
    ALL_RATINGS,
    BETWEEN,
    FACTS,
    KINDS,
    PLAIN,
    PROMISES,
    SHEETS,
    START,
    UNDECIDED,
    Field,
    sheet_file,
)
from stakeholder_graph.tabular.cells import NO, YES
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.tabular.workbook import workbook_rows

M = TypeVar("M", bound=BaseModel)

_LISTS = ("attributes", "not_known", "files", "organizations.attributes")
_DAMAGED = "Close it in Excel, or delete it and run start again (its decisions are lost)."
_QUESTION = re.compile(r"question (\d+)\b[:,]? ?")


@dataclass(frozen=True, eq=False)
class SettingsBook:
    """What the settings say, in either spelling; only the workbook has more than `settings` and `file`.

    Parameters
    ----------
    settings : Settings
        Scales are named in the questions and spelled out in `tables`.
    file : str
        How problems name it.
    tables : mapping of str to Table
        Sheets that stand for plain files, by the name of the file, without the marks of guesses.
    notes : mapping of (str, str, str) to Note
        What helps to decide about each question.
    written : mapping of str to DataFrame of str
        The same tables as they are written.
    rows : tuple of int
        The row of each question.
    """

    settings: Settings
    file: str
    tables: Mapping[str, SourceTable] = field(default_factory=dict)
    notes: Mapping[Key, Note] = field(default_factory=dict)
    written: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    rows: tuple[int, ...] = ()

    def draft(self) -> Draft:
        """The workbook as a draft, to which a new export may add."""
        return Draft(self.settings, self.notes, self.written)

    def placed(self, problem: Problem) -> Problem:
        """Say where in the settings a problem stands."""
        if problem.file != SETTINGS_FILE:
            return problem
        found = _QUESTION.match(problem.what)
        if not found or int(found[1]) > len(self.rows):
            return replace(problem, file=self.file)
        what = problem.what[found.end() :]
        row = self.rows[int(found[1]) - 1]
        return replace(problem, what=what[:1].upper() + what[1:], file=sheet_file("Questions", self.file), row=row)

    def sheets(self, files: Collection[str]) -> dict[str, str]:
        """Say which sheets stand for plain files, by the name of the file without its ending.

        Parameters
        ----------
        files : collection of str
            Plain files that lie beside the settings, by name without ending; no sheet stands for these.
        """
        listed = "organizations" in self.tables and not self.settings.organizations
        return {
            family: sheet
            for sheet, family in PLAIN.items()
            if family in self.written and family not in files and (family != "organizations" or listed)
        }


def read_book(path: Path, inspection: Inspection) -> SettingsBook:
    """Read the workbook, noting all of its problems and the guesses in it that nobody has confirmed.

    Parameters
    ----------
    path : Path
        The file.
    inspection : Inspection
        Takes the problems, each with sheet, row and column; the open decisions; and advice where the workbook is
        open in a spreadsheet, so that changes may not have been saved.

    Returns
    -------
    SettingsBook
        Settings, plain tables and what helps to decide.

    Raises
    ------
    SurveyError
        If the settings in it cannot be understood.
    """
    sheets = _open(path, inspection)
    reader = _Reader(path.name, sheets, inspection)
    questions, notes, rows = reader.questions()
    waves = [each for _, each in reader.models("Rounds", WaveSettings)]
    layers = {raw["layer"]: each for raw, each in reader.models("Layers", LayerSettings, apart="layer")}
    ratings, questions = reader.promises(questions)
    facts: dict[str, Any] = {"question": questions, "wave": waves, "layers": layers, **reader.facts()}
    if ratings:
        facts["promises"] = {"ratings": ratings}
    settings = reader.settings(facts)
    tables = {PLAIN[sheet]: table for sheet in PLAIN if (table := sheets.get(sheet)) is not None and len(table)}
    plain = {name: table for name, table in tables.items() if name != "names"}
    if "scales" in plain:
        plain["scales"] = confirmed(plain["scales"], inspection)
    if "names" in tables:
        plain |= decided(tables["names"], plain.get("organizations"), inspection)
    written = {name: sheets[sheet].cells.reset_index(drop=True) for sheet, name in PLAIN.items() if sheet in sheets}
    return SettingsBook(settings, path.name, plain, notes, written, rows)


def _open(path: Path, inspection: Inspection) -> dict[str, SourceTable]:
    """The sheets by name, each with the names of `SHEETS` for headers."""
    if path.with_name(f"~${path.name}").exists() or path.with_name(f".~lock.{path.name}#").exists():
        inspection.advise(
            "The workbook is open in a spreadsheet; what was not saved there is not seen.", "Save it.", path.name
        )
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = "it is open elsewhere" if isinstance(error, PermissionError) else error.strerror or "it is away"
        inspection.wrong(f"The workbook cannot be read: {reason}.", "Save and close it, then try again.", path.name)
        inspection.verdict()
    found = workbook_rows(data, path.name, inspection)
    if found is None:
        inspection.problems = [
            replace(each, todo=_DAMAGED) if each.todo.startswith("Download") else each for each in inspection.problems
        ]
        inspection.verdict()
    spelled = {sheet.casefold(): sheet for sheet in [START, *SHEETS]}
    sheets = {}
    for name, rows in (found or {}).items():
        sheet = spelled.get(name.strip().casefold())
        if sheet == START:
            sheets[START] = SourceTable(
                sheet_file(START, path.name), _frame([["", ""], *rows], ["label", "value"], first=0)
            )
        elif sheet:
            sheets[sheet] = _table(rows, SHEETS[sheet], sheet_file(sheet, path.name), inspection)
    if "Questions" not in sheets:
        inspection.wrong('There is no sheet "Questions".', "Bring it back, or draft the workbook anew.", path.name)
        inspection.verdict()
    return sheets


def _table(rows: list[list[str]], fields: tuple[Field, ...], file: str, inspection: Inspection) -> SourceTable:
    names = {each.header.casefold(): each.name for each in fields} | {each.name: each.name for each in fields}
    heads = [_text(cell) for cell in (rows[0] if rows else [])]
    headers = [names.get(head.casefold(), head) for head in heads]
    twice = sorted({head for head in headers if head and headers.count(head) > 1})
    for head in twice:
        inspection.wrong(f'Two columns have the header "{head}".', "Rename or remove one.", file, 1, head)
    frame = _frame(rows, headers, first=1)
    return SourceTable(file, frame.loc[:, ~frame.columns.duplicated()])


def _frame(rows: list[list[str]], headers: list[str], first: int) -> pd.DataFrame:
    """Rows with any text under headers, indexed by row of the sheet; columns without header are left out."""
    kept = [place for place, head in enumerate(headers) if head]
    cells = {
        number: [_text(row[place]) if place < len(row) else "" for place in kept]
        for number, row in enumerate(rows[1:], start=first + 1)
    }
    filled = {number: row for number, row in cells.items() if any(row)}
    columns = [headers[place] for place in kept]
    return pd.DataFrame(list(filled.values()), columns=columns, index=list(filled), dtype="str")


def _text(cell: str) -> str:
    return unicodedata.normalize("NFC", cell.strip())


class _Reader:
    """Turns rows of sheets into settings; what is wrong is told by sheet, row and column."""

    def __init__(self, file: str, sheets: Mapping[str, SourceTable], inspection: Inspection) -> None:
        self.file, self.sheets, self.inspection = file, sheets, inspection
        self.fact_rows: dict[str, int] = {}

    def questions(self) -> tuple[list[Question], dict[Key, Note], tuple[int, ...]]:
        """Each row of the sheet Questions that names a question."""
        sheet = self.sheets["Questions"]
        found, notes, rows = [], {}, []
        for row in sheet.cells.index:
            raw = {str(name): str(text) for name, text in sheet.cells.loc[row].items() if text}
            if not {"question", "columns", "respondent"} & set(raw):
                self.inspection.wrong(
                    "The row names no question.", "Fill in its id, or delete the row.", sheet.file, row, "question"
                )
                continue
            note = Note(raw.pop("reason", ""), raw.pop("items", ""))
            question = self.model("Questions", row, Question, _kind(raw))
            if question is not None:
                found.append(question)
                notes[key(question)] = note
                rows.append(int(row))
        return found, notes, tuple(rows)

    def promises(self, questions: list[Question]) -> tuple[str, list[Question]]:
        """What was promised of all ratings, and the questions with what was promised of each."""
        told: dict[Key, str] = {}
        ratings, known = "", [key(each) for each in questions]
        sheet = self.sheets.get("Promise")
        for row in sheet.cells.index if sheet else ():
            raw = {name: sheet[name][row] for name in ("question", "choice", "wave", "promise")} if sheet else {}
            promise = PROMISES.value(raw["promise"])
            file = sheet_file("Promise", self.file)
            if promise and promise not in PROMISES.words:
                self._cannot(raw["promise"], tuple(PROMISES.words), file, int(row), "promise")
            elif normal(raw["question"]) == normal(ALL_RATINGS):
                ratings = promise
            elif (raw["question"], raw["choice"], raw["wave"]) in known:
                told[raw["question"], raw["choice"], raw["wave"]] = promise
            elif promise:
                ids = [each[0] for each in known]
                todo = suggestion(raw["question"], ids, "Name a question of the sheet Questions, or delete the row.")
                self.inspection.wrong(f'There is no question "{raw["question"]}".', todo, file, row, "question")
        return ratings, [each.model_copy(update={"promise": told.get(key(each)) or None}) for each in questions]

    def models(self, sheet: str, model: type[M], apart: str = "") -> list[tuple[dict[str, str], M]]:
        """Each row of a sheet; a column that is not part of the model is set apart."""
        if sheet not in self.sheets:
            return []
        cells = self.sheets[sheet].cells
        rows = {row: {str(name): str(text) for name, text in cells.loc[row].items() if text} for row in cells.index}
        made = {
            row: self.model(sheet, row, model, {name: text for name, text in raw.items() if name != apart})
            for row, raw in rows.items()
        }
        return [({apart: "", **rows[row]}, each) for row, each in made.items() if each is not None]

    def model(self, sheet: str, row: Any, model: type[M], raw: Mapping[str, Any]) -> M | None:
        """One row; None where something is wrong with it."""
        meant: dict[str, Any] = {}
        for each in SHEETS[sheet]:
            if each.name in raw:
                text = raw[each.name]
                meant[each.name] = each.choice.value(text) if each.choice and each.name != "kind" else text
        if "decided" in raw:
            meant["decided"] = raw["decided"]
        for name in _LISTS:
            if name in meant:
                meant[name] = _parts(meant[name])
        try:
            return model.model_validate(meant)
        except ValidationError as error:
            for detail in error.errors():
                self._explain(detail, sheet, int(row))
        return None

    def facts(self) -> dict[str, Any]:
        """What stands in the first sheet, beside the labels that we know."""
        found: dict[str, Any] = {}
        if START not in self.sheets:
            return found
        cells = self.sheets[START].cells
        by_label = {each.header.casefold(): each for each in FACTS}
        for row, label, text in zip(cells.index, cells["label"], cells["value"], strict=True):
            fact = by_label.get(label.casefold())
            if fact is None or not text:
                continue
            self.fact_rows[fact.name] = int(row)
            value: Any = text
            if fact.name in ("directed", "invented"):
                value = True if text.casefold() in YES else False if text.casefold() in NO else text
            elif fact.choice:
                value = fact.choice.value(text)
            first, _, rest = fact.name.partition(".")
            if rest:
                found.setdefault(first, {})[rest] = _parts(value) if fact.name in _LISTS else value
            else:
                found[first] = value
        if "file" not in found.get("organizations", {"file": ""}):
            del found["organizations"]
        return found

    def settings(self, raw: dict[str, Any]) -> Settings:
        """Everything together."""
        try:
            return Settings.model_validate(raw)
        except ValidationError as error:
            for detail in error.errors():
                name = ".".join(str(part) for part in detail["loc"])
                self._explain(detail, START, self.fact_rows.get(name))
        self.inspection.verdict()
        raise AssertionError

    def _explain(self, detail: ErrorDetails, sheet: str, row: int | None) -> None:
        name = ".".join(str(part) for part in detail["loc"])
        known = {each.name: each for each in (FACTS if sheet == START else SHEETS[sheet])}
        at = known.get(name) or known.get(str(detail["loc"][0]) if detail["loc"] else "")
        file, column = sheet_file(sheet, self.file), at.header if at else None
        if detail["type"] == "value_error":
            what = str(detail.get("ctx", {}).get("error", detail["msg"]))
            self.inspection.wrong(f"{what[:1].upper()}{what[1:]}.", "Add or correct it.", file, row, column)
        elif at and at.choice:
            self._cannot(str(detail["input"]), tuple(at.choice.words), file, row, column)
        elif detail["type"] == "missing":
            self.inspection.wrong("The cell is blank.", "Fill it in.", file, row, column)
        else:
            self.inspection.wrong(f'"{detail["input"]}" will not do.', f"{detail['msg']}.", file, row, column)

    def _cannot(self, text: str, words: tuple[str, ...], file: str, row: int | None, column: str | None) -> None:
        todo = suggestion(text, words, f"Choose one of {', '.join(words)}.")
        self.inspection.wrong(f'"{text}" cannot be chosen.', todo, file, row, column)


def _kind(raw: dict[str, str]) -> dict[str, Any]:
    """What a question is, from the word in its dropdown; a mark says that it is a guess still."""
    word = raw.get("kind", UNDECIDED)
    kind = KINDS.value(word.removesuffix(UNSURE).strip())
    meant: dict[str, Any] = {**raw, "kind": kind}
    if kind == UNDECIDED:
        meant["kind"] = "ignore"
    elif kind == "sector":
        meant |= {"kind": "attribute", "item": "sector"}
    return meant if kind != UNDECIDED and not word.endswith(UNSURE) else {**meant, "decided": False}


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(BETWEEN.strip()) if part.strip()]
