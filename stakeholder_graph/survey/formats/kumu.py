"""Kumu: the workbook with elements and connections, and the JSON of a project."""

from collections.abc import Iterable

import numpy as np

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.formats.build import Asked, Cells, kind_of, repeat, responses
from stakeholder_graph.survey.formats.responses import Column, Responses
from stakeholder_graph.survey.formats.source import Source, body, trimmed
from stakeholder_graph.tabular.delimited import Rows

Records = list[dict[str, str]]


def recognize(source: Source) -> bool:
    """Whether there are elements with labels, and connections from and to."""
    if isinstance(source.data, dict):
        return isinstance(source.data.get("elements"), list) and isinstance(source.data.get("connections"), list)
    return _sheet(source, ["label"]) is not None and _sheet(source, ["from", "to"]) is not None


def read(source: Source, inspection: Inspection) -> Responses:
    """Read elements as respondents and connections as what each of them repeats.

    A piped ``To`` is several connections. An element that only connections name comes after the last row.
    """
    if isinstance(source.data, dict):
        elements, numbers = _from_json(source.data["elements"]), None
        connections, places = _from_json(source.data["connections"]), None
        names = {each["id"]: each.get("label", each["id"]) for each in elements if "id" in each}
        for each in connections:
            each |= {end: names.get(each[end], each[end]) for end in ("from", "to") if end in each}
        label, origin, target = "label", "from", "to"
    else:
        elements, numbers, (label,) = _from_sheet(_sheet(source, ["label"]) or [], 1)
        connections, places, (origin, target) = _from_sheet(_sheet(source, ["from", "to"]) or [], 2)
    rows = {
        each.get(label, ""): number
        for each, number in zip(elements, numbers or range(1, len(elements) + 1), strict=True)
    }
    last = max(rows.values(), default=1)
    _unclear(elements, label, source, inspection, numbers)
    ties: list[tuple[int, dict[str, str]]] = []
    for each, number in zip(connections, places or range(1, len(connections) + 1), strict=True):
        for one in _several(each.get(origin, "")):
            for other in _several(each.get(target, "")):
                ties.append((number, {**each, origin: one, target: other}))
    for _, each in ties:
        if each[origin] not in rows:
            last += 1
            rows[each[origin]] = last
            elements.append({label: each[origin]})
    of = np.array([rows[each[origin]] for _, each in ties], dtype=np.int64)
    instances = np.arange(1, len(ties) + 1) if len({n for n, _ in ties}) < len(ties) else np.array([n for n, _ in ties])
    part = repeat("connections", source, instances.astype(np.int64), _columns([each for _, each in ties], origin), of)
    table = [each for each in elements if each.get(label)]
    where = np.array([rows[each[label]] for each in table], dtype=np.int64)
    return responses("Kumu", source, where, _columns(table, label), repeats=(part,))


def _sheet(source: Source, opening: list[str]) -> Rows | None:
    """The sheet whose first row begins with these headers."""
    for rows in source.sheets.values():
        if rows and [header.casefold() for header in rows[0][: len(opening)]] == opening:
            return rows
    return None


def _from_sheet(rows: Rows, first: int) -> tuple[Records, list[int], list[str]]:
    headers = trimmed(rows[0])
    data = body(rows, 1, len(headers))
    records = [dict(zip(headers, texts, strict=True)) for texts in data.cells.T.tolist()]
    return records, data.rows.tolist(), headers[:first]


def _from_json(listed: Iterable[object]) -> Records:
    records = []
    for each in listed:
        if isinstance(each, dict):
            record = {str(key): each[key] for key in each}
            own = record.pop("attributes", None)  # one spelling keeps what users add apart
            record |= own if isinstance(own, dict) else {}
            records.append({key: _text(value) for key, value in record.items()})
    return records


def _text(value: object) -> str:
    if isinstance(value, list):
        return "|".join(map(_text, value))
    return "" if value is None or isinstance(value, dict) else str(value).strip()


def _unclear(elements: Records, label: str, source: Source, inspection: Inspection, numbers: list[int] | None) -> None:
    seen = set[str]()
    for place, each in enumerate(elements):
        name = each.get(label, "")
        row = numbers[place] if numbers else place + 1
        if not name:
            inspection.advise("The element has no label; it is left out.", "Give it a label.", source.file, row)
        elif name in seen:
            inspection.wrong(f'Two elements are called "{name}".', "Merge or rename one of them.", source.file, row)
        seen.add(name)


def _several(text: str) -> list[str]:
    return [name for part in text.split("|") if (name := part.strip())]


def _columns(records: Records, name: str) -> list[Asked]:
    """One column for each attribute, and one for each value of an attribute that has several."""
    asked: list[Asked] = []
    for key in dict.fromkeys(key for record in records for key in record):
        texts = [record.get(key, "") for record in records]
        if key != name and any("|" in text for text in texts):
            for option in dict.fromkeys(option for text in texts for option in _several(text)):
                ticks = _array("1" if option in _several(text) else "" for text in texts)
                asked.append((Column(f"{key} [{option}]", key, key, option, kind="many"), ticks))
            continue
        cells = _array(texts)
        asked.append((Column(key, key, key, kind="meta" if key == "id" else kind_of([cells])), cells))
    return asked


def _array(texts: Iterable[str]) -> Cells:
    listed = list(texts)
    cells = np.empty(len(listed), dtype=object)
    cells[:] = listed
    return cells
