"""The form behind a KoboToolbox or ODK export: an XLSForm workbook, which knows labels and types."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.formats.responses import AnswerKind
from stakeholder_graph.survey.formats.source import Source, note_unreadable, open_source, plain
from stakeholder_graph.tabular import TextRows


@dataclass(frozen=True, slots=True)
class XlsField:
    """One question of the form.

    Parameters
    ----------
    label : str
        As respondents read it.
    kind : str
        Of its column.
    choices : mapping of str to str
        Labels of its options by name.
    grid, wording : str
        The name and the label of the grid it is a row of; blank for most.
    """

    label: str
    kind: AnswerKind
    choices: Mapping[str, str] = field(default_factory=dict)
    grid: str = ""
    wording: str = ""


def xlsform_beside(source: Source, inspection: Inspection) -> dict[str, XlsField]:
    """Read the questions of the form beside an export that knows most of its columns.

    Parameters
    ----------
    source : Source
        The export.
    inspection : Inspection
        Takes advice on each workbook beside it that cannot be read.

    Returns
    -------
    dict of str to XlsField
        By name; none where there is no such form.
    """
    headers = {header for sheet in source.sheets.values() for header in (sheet[0] if sheet else ())}
    wanted = {part for header in headers for cut in ("/", "[/-]", "[/.]") for part in re.split(cut, header)}
    best: dict[str, XlsField] = {}
    for path in source.neighbours(".xlsx"):
        start = open_source(path, path.name, Inspection(), most_rows=1)
        if start is None:
            note_unreadable(path.name, inspection)
        if start is None or not {"survey", "choices"} <= set(start.sheets):
            continue
        opened = open_source(path, path.name, Inspection())
        if opened is None:
            note_unreadable(path.name, inspection)
            continue
        questions = _fields(_records(opened.sheets["survey"]), _records(opened.sheets["choices"]))
        if len(wanted & set(questions)) > len(wanted & set(best)):
            best = questions
    return best


def _fields(survey: list[dict[str, str]], choices: list[dict[str, str]]) -> dict[str, XlsField]:
    lists: dict[str, dict[str, str]] = {}
    for row in choices:
        name = row.get("list_name") or row.get("list name", "")
        lists.setdefault(name, {})[row.get("name", "")] = _label(row)
    questions: dict[str, XlsField] = {}
    groups: list[tuple[str, str]] = []
    for row in survey:
        kind, _, rest = row.get("type", "").replace("begin ", "begin_").replace("end ", "end_").partition(" ")
        if kind.startswith("begin_"):
            is_grid = "table-list" in row.get("appearance", "").split()
            groups.append((row.get("name", ""), _label(row)) if is_grid else ("", ""))
        elif kind.startswith("end_") and groups:
            groups.pop()
        options = lists.get(rest.split(" ")[0], {})
        if kind == "select_multiple":
            questions[row.get("name", "")] = XlsField(_label(row), "many", options)
        elif kind in ("select_one", "rank"):
            grid, wording = groups[-1] if groups else ("", "")
            questions[row.get("name", "")] = XlsField(_label(row), "single", options, grid, wording)
        elif kind in ("text", "integer", "decimal", "range"):
            questions[row.get("name", "")] = XlsField(_label(row), "text" if kind == "text" else "single")
    return questions


def _records(rows: TextRows) -> list[dict[str, str]]:
    names = [name.casefold() for name in rows[0]] if rows else []
    return [dict(zip(names, row, strict=False)) for row in rows[1:]]


def _label(row: Mapping[str, str]) -> str:
    """The label in the first language that has one; the name where none has."""
    labels = (text for name, text in row.items() if name.partition("::")[0].strip() == "label" and text)
    return plain(next(labels, row.get("name", "")))
