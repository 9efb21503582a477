"""What the partners' files for other network tools tell beside the room's map, from their bytes alone.

Whoever has the room's map learns nothing from them if every line in them is one of the map, as close as the map says
and once, if neither a direction nor the order of its two ends says who reported it, and if they know of an organization
nothing but what the map knows.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl

from stakeholder_graph.exchange.graph_format import RELATION, GraphFile
from tests.attacks.extract import map_data
from tests.exchange.reading import read_text

#: What the files are called.
STEM = "network"
#: What formats call the kind of tie, the round of the survey, how close a connection is, and that it runs one way.
LAYERS = ("ValueKind", "layer", RELATION, "Type", "type", "Relationship", "key")
WAVES = ("wave", "Wave")
STRENGTHS = ("weight", "Strength", "strength", "Edge Weight", "Weight")
#: What formats say of an organization that is its name, its number, or where and how it is drawn.
DRAWN = {"id", "name", "label", "vertex", "text", "organization", "x", "y", "colour", "color", "graphics", "number"}
#: Between the outcomes, teams and the like of one organization.
BETWEEN = " | "
#: Columns of plain tables: the name of an organization, and the two ends of a line.
NAMED, ENDS = ("text", "organization", "Label", "name"), (("from", "to"), ("Source", "Target"))


class Line(NamedTuple):
    """A line as a file has it; what the format does not say is None. `file` is what its file is called after."""

    first: str
    second: str
    layer: str | None = None
    wave: str | None = None
    strength: str | None = None
    directed: bool = False
    file: str | None = None


@dataclass
class Exported:
    """What the files of one format say."""

    organizations: dict[str, set[str]] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)


def read_export(files: Mapping[str, str | bytes], scratch: Path) -> Exported:
    """Read the files of one format: graphs by the package's own readers, tables cell by cell."""
    exported = Exported()
    ids: dict[str, str] = {}
    for name, content in files.items():
        tables = list(_tables(name, content))
        if tables:
            for table in tables:
                _take_table(exported, table, ids)
            continue
        if name.endswith(".clu"):
            continue  # numbers of sectors, by which the node of each place is coloured
        graph, inspection = read_text(scratch, name, content)
        assert graph is not None, (name, inspection.problems)
        _take_graph(exported, graph, _called_after(name))
    return exported


def beyond_the_map(exported: Exported, page: Path) -> list[str]:
    """What an export says that the map does not."""
    data = map_data(page)
    organizations, layers, waves = data["organizations"], data["about"]["layers"], data["about"]["waves"]
    names = {entry["id"]: entry["name"] for entry in organizations}
    place = {name: k for k, name in enumerate(names.values())}
    drawn: dict[frozenset[str], list[tuple[str, str, str]]] = {}
    for tie in data["ties"]:
        ends = frozenset((names[tie["from"]], names[tie["to"]]))
        kind = layers[tie["layer"]]
        called = {float(step["value"]): step["name"] for step in kind.get("steps") or ()}
        level = float(tie["strength"]) if tie.get("strength") else None
        said = "" if level is None else f"{called.get(level, '')}={level:g}"
        drawn.setdefault(ends, []).append((kind["name"], waves[tie["wave"]], said))
    wrong = list(_wrong_lines(exported.lines, drawn, place))
    order = [place.get(name, -1) for name in exported.organizations]
    wrong += ["the order of organizations"] if order != sorted(order) else []
    items = [item["name"] for item in data["about"]["items"]]
    known = {entry["name"]: {*_texts(entry), *_of_items(entry, items)} for entry in organizations}
    for name, texts in exported.organizations.items():
        more = {part for text in texts for part in text.split(BETWEEN)} - known.get(name, set()) - {name}
        wrong += [f"{name}: {', '.join(sorted(more))}"] if more or name not in known else []
    return wrong


def _wrong_lines(
    lines: Iterable[Line], drawn: Mapping[frozenset[str], list[tuple[str, str, str]]], place: Mapping[str, int]
) -> Iterator[str]:
    left = {ends: list(known) for ends, known in drawn.items()}
    for line in lines:
        said = f"{line.first} and {line.second} ({line.layer}, {line.wave}, {line.file}, {line.strength})"
        here = left.get(frozenset(line[:2]), [])
        fitting = next((known for known in here if _fits(line, known)), None)
        if fitting is None:
            yield f"{said}: more than the map"
        else:
            here.remove(fitting)
        if line.directed:
            yield f"{said}: a direction"
        if place.get(line.first, -1) > place.get(line.second, -1):
            yield f"{said}: the order of its ends"


def _fits(line: Line, known: tuple[str, str, str]) -> bool:
    layer, wave, level = known
    strength = line.strength or ""
    if strength.replace(".", "", 1).isdigit():
        strength = f"{float(strength):g}"
    same = not strength or strength in level.split("=") or (not level and strength == "1")
    here = line.file in (None, wave, layer, f"{wave}-{layer}")
    return here and line.layer in (None, layer) and line.wave in (None, wave) and same


def _called_after(name: str) -> str | None:
    """The round or the kind of tie that a file is of, or both, where each has its own."""
    found = re.fullmatch(rf"{STEM}-(.+)\.\w+", name)
    return found[1] if found else None


def _take_graph(exported: Exported, graph: GraphFile, file: str | None) -> None:
    for node in graph.nodes:
        texts = {text for key, texts in node.attributes.items() if key.casefold() not in DRAWN for text in texts}
        exported.organizations.setdefault(node.name, set()).update(texts)
    lines = []
    for edge in graph.edges:
        said = {key: " ".join(values) for key, values in edge.attributes.items()}
        line = _line(edge.origin, edge.target, said, directed=bool(edge.directed))
        lines.append(line._replace(file=file))
    exported.lines += _once(lines, [node.name for node in graph.nodes])


def _once(lines: list[Line], order: list[str]) -> list[Line]:
    """Lines once, where a format without undirected ones has each both ways."""
    place = {name: k for k, name in enumerate(order)}
    forth = [line for line in lines if place[line.first] < place[line.second]]
    back = [line._replace(first=line.second, second=line.first) for line in lines if line not in forth]
    return forth if Counter(forth) == Counter(back) else lines


def _line(first: str, second: str, said: Mapping[str, str], *, directed: bool) -> Line:
    layer, wave, strength = (
        next((said[name] for name in names if said.get(name)), None) for names in (LAYERS, WAVES, STRENGTHS)
    )
    return Line(first, second, layer, wave, strength, directed)


def _tables(name: str, content: str | bytes) -> Iterator[list[dict[str, str]]]:
    if name.endswith(".csv") and isinstance(content, str):
        yield list(csv.DictReader(content.removeprefix("\ufeff").splitlines()))
    elif name == f"{STEM}.xlsx" and isinstance(content, bytes):
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
        for sheet in book.worksheets:
            rows = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
            yield [dict(zip(rows[0], row, strict=False)) for row in rows[1:]]


def _take_table(exported: Exported, rows: list[dict[str, str]], ids: dict[str, str]) -> None:
    """A table of lines, or of organizations."""
    columns = rows[0].keys() if rows else ()
    for one, other in ENDS:
        if one in columns and other in columns:
            for row in rows:
                directed = row.get("direction", row.get("Type", "undirected")).casefold() != "undirected"
                ends = ids.get(row[one], row[one]), ids.get(row[other], row[other])
                exported.lines.append(_line(*ends, row, directed=directed))
            return
    named = next((column for column in NAMED if column in columns), None)
    if named is not None and "connection" not in columns:
        for row in rows:
            ids[row.get("Id", "")] = row[named]
            texts = {cell for key, cell in row.items() if cell and key.casefold() not in {*DRAWN, "group"}}
            exported.organizations.setdefault(row[named], set()).update(texts)


def _of_items(entry: Mapping[str, Any], items: list[str]) -> Iterator[str]:
    """Outcomes, teams and the like of an organization in all rounds."""
    yield from (items[k] for of_wave in entry["items"] for k in of_wave)


def _texts(value: Any) -> Iterator[str]:
    """All texts and numbers of an entry of the map."""
    if isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    else:
        yield str(value)
