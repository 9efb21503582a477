"""The form behind a KoboToolbox or ODK export: an XLSForm workbook, which knows labels and types."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from stakeholder_graph.survey.formats.responses import Kind
from stakeholder_graph.survey.formats.source import Rows, Source, open_source
from stakeholder_graph.survey.formats.wording import plain
from stakeholder_graph.survey.inspection import Inspection


@dataclass(frozen=True, slots=True)
class XlsField:
    """One question of the form: its label, kind, and options by name."""

    label: str
    kind: Kind
    choices: Mapping[str, str] = field(default_factory=dict)


def xlsform_beside(source: Source) -> dict[str, XlsField]:
    """Read the questions of the form beside an export that knows most of its columns.

    Parameters
    ----------
    source : Source
        The export.

    Returns
    -------
    dict of str to XlsField
        By name; none where there is no such form.
    """
    wanted = {part for sheet in source.sheets.values() for header in sheet[0][:] for part in header.split("/")}
    best: dict[str, XlsField] = {}
    for path in source.neighbours(".xlsx"):
        if path.name == source.file.rpartition("/")[2]:
            continue
        opened = open_source(path, path.name, Inspection())
        if opened is None or not {"survey", "choices"} <= set(opened.sheets):
            continue
        found = _fields(_records(opened.sheets["survey"]), _records(opened.sheets["choices"]))
        if len(wanted & set(found)) > len(wanted & set(best)):
            best = found
    return best


def _fields(survey: list[dict[str, str]], choices: list[dict[str, str]]) -> dict[str, XlsField]:
    lists: dict[str, dict[str, str]] = {}
    for row in choices:
        name = row.get("list_name") or row.get("list name", "")
        lists.setdefault(name, {})[row.get("name", "")] = _label(row)
    found: dict[str, XlsField] = {}
    for row in survey:
        kind, _, rest = row.get("type", "").partition(" ")
        options = lists.get(rest.split(" ")[0], {})
        if kind == "select_multiple":
            found[row.get("name", "")] = XlsField(_label(row), "many", options)
        elif kind in ("select_one", "rank"):
            found[row.get("name", "")] = XlsField(_label(row), "single", options)
        elif kind in ("text", "integer", "decimal", "range"):
            found[row.get("name", "")] = XlsField(_label(row), "text" if kind == "text" else "single")
    return found


def _records(rows: Rows) -> list[dict[str, str]]:
    names = [name.casefold() for name in rows[0]] if rows else []
    return [dict(zip(names, row, strict=False)) for row in rows[1:]]


def _label(row: Mapping[str, str]) -> str:
    """The label in the first language that has one; the name where none has."""
    labels = (text for name, text in row.items() if name.partition("::")[0].strip() == "label" and text)
    return plain(next(labels, row.get("name", "")))
