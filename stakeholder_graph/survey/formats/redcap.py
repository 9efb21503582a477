"""REDCap: raw data, with the data dictionary beside it that says what codes stand for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.formats.options.cells import kind_of
from stakeholder_graph.survey.formats.responses import (
    AnswerColumn,
    AnswerKind,
    AnswerTable,
    FilledColumn,
    Responses,
    repeat,
    responses,
)
from stakeholder_graph.survey.formats.source import Signature, Source, note_unreadable, open_source, plain
from stakeholder_graph.tabular.columns import Body, CodedTexts, body
from stakeholder_graph.text import _

_FIRST = "Variable / Field Name"
_NOTED = re.compile("redcap_.*|.*_timestamp", re.IGNORECASE)
_TICKED = re.compile(r"(.+)___(.+)")
_KINDS: Mapping[str, AnswerKind] = {
    "text": "text",
    "notes": "text",
    "checkbox": "many",
    "file": "meta",
    "calc": "single",
}
_STATUS = ".*_complete"
#: In an export with labels, the header of an option, and the tool's own columns.
_LABELLED = re.compile(r"(.+) \(choice=(.+)\)", re.DOTALL)
_NOTED_LABELS = re.compile(
    r"event name|repeat (instrument|instance)|survey (identifier|timestamp)|data access group|complete\?", re.I
)
#: REDCap's own columns; else a form's status beside options written ``list___option``, or beside the record's id.
SIGNATURES = (
    Signature(among=("redcap_(event_name|repeat_instrument|repeat_instance|data_access_group)",)),
    Signature(among=(_TICKED.pattern, _STATUS)),
    Signature(opening=("record_id",), among=(_STATUS,)),
    Signature(among=(_LABELLED.pattern, r"complete\?")),
)
_TRUTH = {"yesno": {"1": "Yes", "0": "No"}, "truefalse": {"1": "True", "0": "False"}}


@dataclass(frozen=True, slots=True)
class _Field:
    """One field of the data dictionary."""

    label: str
    form: str
    kind: AnswerKind
    choices: Mapping[str, str] = field(default_factory=dict)


def read(source: Source, inspection: Inspection) -> Responses:
    """Read the export; rows of a repeating form become a repeated part."""
    data = body(source.rows, 1, len(source.headers))
    fields = _dictionary(source, inspection)
    columns = [_column(header, fields) for header in source.headers]
    names = [header.casefold() for header in source.headers]
    form = data.cells[names.index("redcap_repeat_instrument")] if "redcap_repeat_instrument" in names else None
    if form is None:
        again = np.zeros(len(data.rows), dtype=bool)
        form = CodedTexts.of([""] * len(data.rows))
    else:
        again = form != ""
    base = data.at(~again)
    parent, base = _records(data, again, base, names)
    repeats, only_repeated = list[AnswerTable](), set[int]()
    for name in form[again].used():
        rows = form == name
        answered = [place for place in range(1, len(names)) if (data.cells[place][rows] != "").any()]
        own = [place for place in answered if not names[place].startswith("redcap_")]
        only_repeated |= {place for place in own if not (base.cells[place] != "").any()}
        part = [(_sorted_kind(columns[place], data.cells[place][rows])) for place in own]
        repeats.append(repeat(name, source, data.rows[rows], part, parent[rows]))
    filled = [
        _sorted_kind(columns[place], base.cells[place]) for place in range(len(names)) if place not in only_repeated
    ]
    status = [base.cells[place] for place, name in enumerate(names) if name.endswith("_complete")]
    nothing = np.zeros(len(base.rows), dtype=bool)
    complete = np.logical_or.reduce(
        [nothing, *(texts.among(text in ("2", "2.0") for text in texts.different) for texts in status)]
    )
    if not fields:
        inspection.advise(
            _("There is no data dictionary beside the export, so that answers stay codes."),
            _("Download the data dictionary in REDCap and put it into the same folder."),
            source.file,
        )
    unfinished = ~complete if status else nothing  # no form of the record was marked complete
    return responses("REDCap", source, base.rows, filled, unfinished=unfinished, repeats=tuple(repeats))


def _records(data: Body, again: NDArray[np.bool_], base: Body, names: list[str]) -> tuple[NDArray[np.int64], Body]:
    """The row of the record for every row; a record that has rows of repeating forms only gets a row of its own."""
    event = data.cells[names.index("redcap_event_name")] if "redcap_event_name" in names else None
    first = dict[object, int]()
    for place in np.flatnonzero(~again).tolist():
        key = data.cells[0][place]
        if event is not None:
            first.setdefault((key, event[place]), int(data.rows[place]))
        first.setdefault(key, int(data.rows[place]))
    parent, added = np.zeros(len(data.rows), dtype=np.int64), list[int]()
    for place, key in enumerate(data.cells[0]):
        if again[place] and key not in first:
            first[key] = int(data.rows[place])
            added.append(place)
        exact = (key, event[place]) if event is not None else key
        parent[place] = first.get(exact, first[key])
    if not added:
        return parent, base
    rows = np.concatenate([base.rows, data.rows[added]])
    keys = [data.cells[0][place] for place in added]
    cells = [[*texts, *([""] * len(added) if number else keys)] for number, texts in enumerate(base.cells)]
    order = np.argsort(rows, kind="stable")
    return parent, Body(rows, list(map(CodedTexts.of, cells))).at(order)


def _column(header: str, fields: Mapping[str, _Field]) -> AnswerColumn:
    if labelled := _LABELLED.fullmatch(plain(header)):
        return AnswerColumn(header, labelled[1], labelled[1], labelled[2], kind="many")
    if _NOTED_LABELS.fullmatch(header) or header.casefold() == "record id":
        return AnswerColumn(header, header, header, kind="meta")
    ticked = _TICKED.fullmatch(header)
    known = fields.get(header) or (fields.get(ticked[1]) if ticked else None)
    if _NOTED.fullmatch(header) or (header.endswith("_complete") and not known):
        return AnswerColumn(header, header, header, kind="meta")
    if ticked:
        item = known.choices.get(ticked[2], ticked[2]) if known else ticked[2]
        return AnswerColumn(header, ticked[1], known.label if known else ticked[1], item, kind="many")
    if known:
        return AnswerColumn(header, header, known.label, kind=known.kind, labels=known.choices)
    return AnswerColumn(header, header, header, kind="meta" if header.casefold() == "record_id" else "single")


def _sorted_kind(column: AnswerColumn, cells: CodedTexts) -> FilledColumn:
    unknown = column.kind == "single" and not column.labels
    return (
        AnswerColumn(column.header, column.question, column.wording, kind=kind_of([cells])) if unknown else column
    ), cells


def _dictionary(source: Source, inspection: Inspection) -> dict[str, _Field]:
    """The fields of the data dictionary beside the export that knows most of its columns."""
    wanted = {re.sub("___.*", "", header) for header in source.headers}
    best: dict[str, _Field] = {}
    for path in source.neighbours(".csv"):
        try:
            with path.open("rb") as stream:
                start = stream.read(200)
        except OSError:
            note_unreadable(path.name, inspection)
            continue
        if _FIRST.encode() not in start:
            continue
        opened = open_source(path, path.name, Inspection())
        if opened is None:
            note_unreadable(path.name, inspection)
        described = _fields(opened) if opened and opened.headers[:1] == [_FIRST] else {}
        if len(wanted & set(described)) > len(wanted & set(best)):
            best = described
    return best


def _fields(source: Source) -> dict[str, _Field]:
    places = {header: place for place, header in enumerate(source.headers)}
    names = ("Form Name", "Field Type", "Field Label", "Choices, Calculations, OR Slider Labels")
    described: dict[str, _Field] = {}
    for row in source.rows[1:]:
        form, kind, label, choices = (row[places[n]] if n in places and places[n] < len(row) else "" for n in names)
        if not row or not row[0]:
            continue
        options = {} if kind in ("calc", "slider", "text", "notes") else _choices(choices)
        identifier = not described  # the first field is the record's id
        answered = "meta" if identifier else _KINDS.get(kind, "single")
        described[row[0]] = _Field(plain(label), form, answered, _TRUTH.get(kind, options))
    return described


def _choices(text: str) -> dict[str, str]:
    """Codes and labels, as in ``"1, one | 2, two"``.

    Examples
    --------
    >>> _choices("1, Food, drink | 2, Other")
    {'1': 'Food, drink', '2': 'Other'}
    """
    pairs = [option.partition(",") for option in text.split("|")]
    return {code.strip(): plain(label) for code, comma, label in pairs if comma}
