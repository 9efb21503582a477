"""Reads the workbook partnership.xlsx: as the survey settings it spells, or as the draft it is."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import ValidationError

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.model.survey import Promise
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.settings.draft import UNSURE, Draft, QuestionKey, QuestionNote, question_key
from stakeholder_graph.survey.settings.elements import SettingsTable
from stakeholder_graph.survey.settings.model import LayerSettings, QuestionSettings, Settings, WaveSettings
from stakeholder_graph.survey.settings.own.spelled import ColourSettings, ParagraphSettings
from stakeholder_graph.survey.settings.tables import COLUMNS_OF, TableRoleName, TableSettings
from stakeholder_graph.survey.settings.workbook.cell_problems import note_invalid, note_no_choice
from stakeholder_graph.survey.settings.workbook.open_sheets import open_sheets
from stakeholder_graph.survey.settings.workbook.plain_tables import confirmed_scales, decided_names
from stakeholder_graph.survey.settings.workbook.sheets import (
    ALL_RATINGS,
    BETWEEN,
    FACTS,
    KINDS,
    PLAIN,
    PROMISES,
    SHEETS,
    START,
    TABLE_ROLES,
    UNDECIDED,
    YES_NO,
    sheet_file,
)
from stakeholder_graph.tabular.source_table import NO, YES, SourceTable
from stakeholder_graph.text import _

RowSettings = TypeVar("RowSettings", bound=SettingsTable)

_PROMISES: Mapping[str, Promise] = {promise: promise for promise in get_args(Promise)}
_LISTS = ("attributes", "not_known", "agree", "files", "organizations.attributes", "pages.order")


@dataclass(frozen=True, eq=False)
class SettingsWorkbook:
    """What the workbook says.

    Parameters
    ----------
    settings : Settings
        Scales are named in the questions and spelled out in `tables`; each question knows its row.
    tables : mapping of str to SourceTable
        Sheets that stand for plain files, by the name of the file, without the marks of guesses.
    notes : mapping of (str, str, str) to QuestionNote
        What helps to decide about each question.
    written : mapping of str to SourceTable
        The same tables as they are written.
    """

    settings: Settings
    tables: Mapping[str, SourceTable] = field(default_factory=dict)
    notes: Mapping[QuestionKey, QuestionNote] = field(default_factory=dict)
    written: Mapping[str, SourceTable] = field(default_factory=dict)

    def draft(self) -> Draft:
        """The workbook as a draft, to which a new export may add."""
        tables = {name: table.to_frame().reset_index(drop=True) for name, table in self.written.items()}
        return Draft(self.settings, self.notes, tables)

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


def read_workbook(path: Path, inspection: Inspection) -> SettingsWorkbook:
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
    SettingsWorkbook
        Settings, plain tables and what helps to decide.

    Raises
    ------
    SurveyError
        If the settings in it cannot be understood.
    """
    sheets = open_sheets(path, inspection)
    reader = _SheetReader(path.name, sheets, inspection)
    questions, notes = reader.questions()
    waves = [wave for _raw, wave in reader.models("Rounds", WaveSettings)]
    layers = {raw["layer"]: layer for raw, layer in reader.models("Layers", LayerSettings, apart="layer")}
    ratings, questions = reader.promises(questions)
    listed = [said for _raw, said in reader.models("Files", TableSettings)]
    facts: dict[str, Any] = {"question": questions, "wave": waves, "layers": layers, **reader.facts()}
    facts |= {"table": listed, "drafted": reader.drafted()}
    facts["colours"] = [row for _raw, row in reader.models("Colours", ColourSettings)]
    facts["paragraph"] = [row for _raw, row in reader.models("Paragraphs", ParagraphSettings)]
    if ratings:
        facts.setdefault("promises", {})["ratings"] = ratings
    settings = reader.settings(facts)
    tables = {PLAIN[sheet]: table for sheet in PLAIN if (table := sheets.get(sheet)) is not None and len(table)}
    plain = {name: table for name, table in tables.items() if name != "names"}
    if "scales" in plain:
        plain["scales"] = confirmed_scales(plain["scales"], inspection)
    if "names" in tables:
        plain |= decided_names(tables["names"], plain.get("organizations"), inspection)
    written = {name: sheets[sheet] for sheet, name in PLAIN.items() if sheet in sheets}
    return SettingsWorkbook(settings, plain, notes, written)


class _SheetReader:
    """Turns rows of sheets into settings."""

    def __init__(self, file: str, sheets: Mapping[str, SourceTable], inspection: Inspection) -> None:
        self.file, self.sheets, self.inspection = file, sheets, inspection
        self.fact_rows: dict[str, int] = {}

    def questions(self) -> tuple[list[QuestionSettings], dict[QuestionKey, QuestionNote]]:
        """Each row of the sheet Questions that names a question, and the notes beside it."""
        sheet = self.sheets["Questions"]
        questions, notes = [], {}
        for row, raw in sheet.records():
            if not {"question", "columns", "respondent"} & set(raw):
                self.inspection.wrong(
                    _("The row names no question."),
                    _("Fill in its id, or delete the row."),
                    sheet.file,
                    row,
                    "question",
                )
                continue
            note = QuestionNote(raw.pop("reason", ""), raw.pop("items", ""))
            question = self.model("Questions", row, QuestionSettings, _kind(raw))
            if question is not None:
                questions.append(question)
                notes[question_key(question)] = note
        return questions, notes

    def promises(self, questions: list[QuestionSettings]) -> tuple[str, list[QuestionSettings]]:
        """What was promised of all ratings, and the questions with what was promised of each."""
        promises: dict[QuestionKey, tuple[Promise | None, int]] = {}
        ratings, known = "", [question_key(question) for question in questions]
        sheet = self.sheets.get("Promise")
        for row, filled in sheet.records() if sheet else ():
            raw = {name: filled.get(name, "") for name in ("question", "choice", "wave", "promise")}
            promise = PROMISES.value(raw["promise"])
            key = (raw["question"], raw["choice"], raw["wave"])
            file = sheet_file("Promise", self.file)
            if promise and promise not in PROMISES.words:
                note_no_choice(raw["promise"], PROMISES.words, file, int(row), "promise", self.inspection)
            elif normal(raw["question"]) == normal(ALL_RATINGS):
                ratings = promise
            elif key in known:
                promises[key] = (_PROMISES.get(promise), int(row))
            elif promise:
                otherwise = _("Name a question of the sheet “{sheet}”, or delete the row.", sheet="Questions")
                self.inspection.wrong(
                    _("There is no question “{question}”.", question=raw["question"]),
                    suggestion(raw["question"], [question for question, _choice, _wave in known], otherwise),
                    file,
                    row,
                    "question",
                )
        file = sheet_file("Promise", self.file)
        promised = [
            question.with_promise(promises[key][0], file, promises[key][1])
            if (key := question_key(question)) in promises
            else question
            for question in questions
        ]
        return ratings, promised

    def models(self, sheet: str, model: type[RowSettings], apart: str = "") -> list[tuple[dict[str, str], RowSettings]]:
        """Each row of a sheet; a column that is not part of the model is set apart."""
        if sheet not in self.sheets:
            return []
        rows = dict(self.sheets[sheet].records())
        read = {
            row: self.model(sheet, row, model, {name: text for name, text in raw.items() if name != apart})
            for row, raw in rows.items()
        }
        return [({apart: "", **rows[row]}, settings) for row, settings in read.items() if settings is not None]

    def model(self, sheet: str, row: Any, model: type[RowSettings], raw: Mapping[str, Any]) -> RowSettings | None:
        """One row, which knows where it stands; None where something is wrong with it."""
        meant: dict[str, Any] = {}
        for column in SHEETS[sheet]:
            if column.name in raw:
                text = raw[column.name]
                by_dropdown = column.choice is not None and column.name != "kind"
                meant[column.name] = column.choice.value(text) if column.choice and by_dropdown else text
        if "decided" in raw:
            meant["decided"] = raw["decided"]
        if sheet == "Files":
            meant = _of_table(meant)
        for name in _LISTS:
            if name in meant:
                meant[name] = _split(meant[name])
        try:
            return model.model_validate(meant).located(sheet_file(sheet, self.file), int(row))
        except ValidationError as error:
            for detail in error.errors():
                note_invalid(detail, sheet, self.file, int(row), self.inspection)
        return None

    def drafted(self) -> dict[str, list[str]]:
        """What runs drafted so far, by kind of row."""
        drafted: dict[str, list[str]] = {}
        for _row, raw in self.sheets["Drafted"].records() if "Drafted" in self.sheets else ():
            drafted.setdefault(raw.get("kind", "").casefold(), []).append(raw.get("row", ""))
        return drafted

    def facts(self) -> dict[str, Any]:
        """What stands in the first sheet, beside the labels that we know."""
        facts: dict[str, Any] = {}
        if START not in self.sheets:
            return facts
        sheet = self.sheets[START]
        by_label = {fact.header.casefold(): fact for fact in FACTS}
        for row, label, text in zip(sheet.rows, sheet.texts("label"), sheet.texts("value"), strict=True):
            fact = by_label.get(label.casefold())
            if fact is None or not text:
                continue
            self.fact_rows[fact.name] = int(row)
            value: Any = text
            if fact.choice is YES_NO:
                value = True if text.casefold() in YES else False if text.casefold() in NO else text
            elif fact.choice:
                value = fact.choice.value(text)
            first, _dot, rest = fact.name.partition(".")
            if rest:
                facts.setdefault(first, {})[rest] = _split(value) if fact.name in _LISTS else value
            else:
                facts[first] = value
        for group in ("organizations", "network"):
            if "file" not in facts.get(group, {"file": ""}):
                del facts[group]
        return facts

    def settings(self, raw: dict[str, Any]) -> Settings:
        """Everything together."""
        try:
            return Settings.model_validate(raw).located(self.file)
        except ValidationError as error:
            for detail in error.errors():
                name = ".".join(str(step) for step in detail["loc"])
                note_invalid(detail, START, self.file, self.fact_rows.get(name), self.inspection)
            self.inspection.verdict()
            raise


def _of_table(meant: Mapping[str, Any]) -> dict[str, Any]:
    """A row of the sheet Files: columns by meaning, and a mark where what it is is a guess still."""
    columns = {name.removeprefix("columns."): text for name, text in meant.items() if name.startswith("columns.")}
    word = str(meant.get("role", ""))
    role = TABLE_ROLES.value(word.removesuffix(UNSURE).strip())
    rest = {name: text for name, text in meant.items() if not name.startswith("columns.")}
    known = COLUMNS_OF.get(role, ((), 0))[0] if role in get_args(TableRoleName) else columns
    columns = {name: text for name, text in columns.items() if name in known}
    return {**rest, "role": role, "columns": columns, "decided": not word.endswith(UNSURE)}


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


def _split(text: str) -> list[str]:
    return [entry.strip() for entry in text.split(BETWEEN.strip()) if entry.strip()]
