"""Reads the files of a folder: names and lines from its map, numbers from all its pages and slides."""

import csv
import html
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import numpy as np

from tests.attacks.declared import SENTENCES, TABLES, VALUES, WORDS, Reader, Row
from tests.attacks.seen import Drawn, Fact, Seen
from tests.folders import files_in

#: Of the tables as data the one with the value of each finding.
ALL_FINDINGS = "findings.csv"


@dataclass(frozen=True)
class _Printed:
    """A table of a page: the finding it belongs to (measure/layer/wave) and its rows by column."""

    finding: str
    rows: tuple[Row, ...]

    @property
    def scope(self) -> tuple[str, str, str]:
        measure, layer, wave = self.finding.split("/")
        return measure, "" if layer == "-" else layer, wave


def interval(text: str) -> tuple[float, float] | None:
    """Bounds of what a printed number can stand for; None where no number is printed.

    Examples
    --------
    >>> interval("2,111")
    (2111.0, 2111.0)
    >>> [round(bound, 3) for bound in interval("0.25")], [round(bound, 3) for bound in interval("22%")]
    ([0.245, 0.255], [0.215, 0.225])
    """
    match = re.fullmatch(r"([-−]?)(\d[\d,]*)(?:\.(\d+))?(%?)", text.strip())
    if not match:
        return None
    sign, whole, decimals, percent = match.groups()
    value = float(f"{'-' if sign else ''}{whole.replace(',', '')}.{decimals or 0}")
    half = 0.0 if decimals is None and not percent else 0.5 * 10.0 ** -len(decimals or "")
    scale = 100.0 if percent else 1.0
    return (value - half) / scale, (value + half) / scale


class _Page(HTMLParser):
    """Tables of a report in order, with the finding to which each belongs.

    Pictures stand before the line that names their finding; the evaluator's tables, of class "values", after it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[tuple[bool, str, list[list[str]]]] = []
        self.findings: list[tuple[int, str, str]] = []
        #: What a chart draws, as CSV, by the name of the file that it is saved as.
        self.data: dict[str, str] = {}
        self._file = ""
        self._in_data = False
        self._cell: list[str] | None = None
        self._term = self._finding = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_data = tag == "pre" and bool(self._file)
        if tag == "button":
            self._file = dict(attrs).get("data-saves") or self._file
        if tag == "table":
            classes = (dict(attrs).get("class") or "").split()
            self.tables.append((bool(classes) and "values" not in classes, self._finding, []))
        elif tag == "tr" and self.tables:
            self.tables[-1][2].append([])
        elif tag in ("td", "th", "dt", "dd"):
            self._cell = []

    def handle_endtag(self, tag: str) -> None:
        self._in_data = False
        if tag not in ("td", "th", "dt", "dd") or self._cell is None:
            return
        text = " ".join("".join(self._cell).split())
        self._cell = None
        if tag == "dt":
            self._term = text
        elif tag == "dd" and self._term == "Finding":
            self._finding = text
            self.findings.append((len(self.tables), text, ""))
        elif tag == "dd" and self._term == "Value" and self.findings:
            self.findings[-1] = (*self.findings[-1][:2], text)
        elif tag in ("td", "th") and self.tables and self.tables[-1][2]:
            self.tables[-1][2][-1].append(text)
        if tag == "dd":
            self._term = ""

    def handle_data(self, data: str) -> None:
        if self._in_data:
            self.data[self._file] = self.data.get(self._file, "") + data
        elif self._cell is not None:
            self._cell.append(data)

    def printed(self) -> Iterator[_Printed]:
        for at, (picture, finding, rows) in enumerate(self.tables):
            if picture:
                finding = next((name for index, name, _ in self.findings if index > at), "")
            if finding.count("/") == 2 and len(rows) > 1:
                yield _Printed(finding, tuple(dict(zip(rows[0], row, strict=False)) for row in rows[1:]))
        for _, finding, _ in self.findings:
            file = re.sub(r"[^\w-]+", "-", finding.replace("/-/", "/").replace("/", "-"))
            for name, text in self.data.items():
                if name.removesuffix(".csv") == file or name.startswith(f"{file}-"):
                    rows_of = tuple(csv.DictReader(text.strip().splitlines()))
                    if finding.count("/") == 2 and rows_of:
                        yield _Printed(finding, rows_of)


def _readers(table: _Printed) -> list[Reader]:
    columns = table.rows[0].keys()
    return [reader for measure, needed, reader in TABLES if measure == table.scope[0] and needed <= columns]


def _of_tables(tables: Iterable[_Printed], source: str) -> Iterator[Fact]:
    for table in tables:
        measure, layer, wave = table.scope
        for reader in _readers(table):
            for row in table.rows:
                for quantity, column, of, over in reader(row):
                    bounds = interval(row.get(column, "").split(" of ")[0].rstrip("▲▼"))
                    if bounds:
                        yield Fact(quantity, *bounds, layer, wave, of, over, f"{source}, {measure}: {column}")


def _of_values(findings: Iterable[tuple[str, str]], source: str) -> Iterator[Fact]:
    for finding, value in findings:
        if finding.count("/") != 2:
            continue
        measure, layer, wave = finding.split("/")
        layer = "" if layer == "-" else layer
        bounds = interval(value.split(" ")[0])
        if bounds and measure in VALUES:
            quantity, over = VALUES[measure]
            yield Fact(quantity, *bounds, layer, wave, (), over, f"{source}, {measure}: value")
        elif not bounds and measure in WORDS and not value.startswith("undefined"):
            quantity, over, low, high = WORDS[measure]
            yield Fact(quantity, low, high, layer, wave, (), over, source=f"{source}, {measure}: in words")


def _of_sentences(text: str, waves: Mapping[str, int], latest: str, source: str) -> Iterator[Fact]:
    """Take a count for that of the wave with as many organizations; of the latest, if several have."""
    for pattern, quantity in SENTENCES:
        for count, total in sorted({(int(count), int(total)) for count, total in pattern.findall(text)}):
            meant = [wave for wave, listed in waves.items() if listed == total]
            if meant:
                wave = latest if latest in meant else meant[-1]
                yield Fact(quantity, count, count, "", wave, source=f"{source}, a sentence")


def _as_data(folder: Path) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """The tables that a folder holds as data, which have more digits than a page prints."""
    for path in sorted(folder.rglob("*.csv")):
        rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
        if rows and "finding" in rows[0]:
            yield path.name, rows


def _written(rows: Iterable[dict[str, str]]) -> list[_Printed]:
    """Rows by the finding that they belong to."""
    of_each: dict[str, list[Row]] = {}
    for row in rows:
        of_each.setdefault(row["finding"], []).append({name: cell for name, cell in row.items() if name != "finding"})
    return [_Printed(finding, tuple(each)) for finding, each in of_each.items() if finding.count("/") == 2]


def _texts(path: Path) -> str:
    """Visible text of a page or of the slides and their notes."""
    if path.suffix == ".pptx":
        with zipfile.ZipFile(path) as archive:
            parts = [archive.read(name).decode() for name in sorted(archive.namelist()) if name.endswith(".xml")]
        return "\n".join(" ".join(re.findall(r"<a:t>([^<]*)</a:t>", part)) for part in parts)
    text = re.sub(r"<(script|style)\b.*?</\1>", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", " ", text))


def map_data(path: Path) -> dict[str, Any]:
    found = re.search(
        r'<script type="application/json" id="data">(.*?)</script>', path.read_text(encoding="utf-8"), re.DOTALL
    )
    data: dict[str, Any] = json.loads(found.group(1)) if found else {}
    return data


def _drawn(data: Mapping[str, Any]) -> dict[tuple[str, str], Drawn]:
    number = {entry["id"]: at for at, entry in enumerate(data["organizations"])}
    kinds = data["about"]["layers"]
    strongest: dict[tuple[int, int], dict[tuple[int, int], float]] = {
        (layer, wave): {} for layer in range(len(kinds)) for wave in range(len(data["about"]["waves"]))
    }
    for tie in data["ties"]:
        low, high = sorted((number[tie["from"]], number[tie["to"]]))
        pairs = strongest[tie["layer"], tie["wave"]]
        pairs[low, high] = max(pairs.get((low, high), 0.0), float(tie.get("strength") or 0))
    drawn = {}
    for (layer, wave), pairs in strongest.items():
        steps = {step["value"]: at for at, step in enumerate(kinds[layer].get("steps") or [], 1)}
        known = bool(steps) and all(value in steps for value in pairs.values())
        level = [steps[value] if known else 0 for value in pairs.values()]
        names = tuple(step["name"] for step in kinds[layer]["steps"]) if known else ()
        lines = np.array(list(pairs), dtype=np.intp).reshape(-1, 2)
        drawn[kinds[layer]["name"], data["about"]["waves"][wave]] = Drawn(lines, np.array(level, dtype=np.intp), names)
    return drawn


def extract(folder: Path, beside: Sequence[Path] = ()) -> Seen:
    """Read a folder of an edition: its map gives names and lines, all its files the numbers.

    A folder without a map names nobody: there is nothing to prove then, and `organizations` is empty. Of folders
    `beside` it that the same reader has, numbers are read alike.
    """
    if not (folder / "map.html").exists():
        return Seen((), (), {}, {}, ())
    data = map_data(folder / "map.html")
    organizations, waves = data["organizations"], data["about"]["waves"]
    present = {
        wave: frozenset(k for k, entry in enumerate(organizations) if at in entry.get("waves", [at]))
        for at, wave in enumerate(waves)
    }
    facts: list[Fact] = []
    answers = [entry.get("said", "") for entry in data["about"].get("answers", [])]
    listed = {
        wave: max([len(present[wave]), *(int(total) for _, total in SENTENCES[0][0].findall(said))])
        for wave, said in zip(waves, answers, strict=False)
    }
    sizes = {wave: len(present[wave]) for wave in waves}
    unread: set[str] = set()
    for path in (path for each in (folder, *beside) for path in sorted(each.glob("*.html"))):
        if path.name != "map.html":
            page = _Page()
            page.feed(path.read_text(encoding="utf-8"))
            printed, values = list(page.printed()), [(finding, value) for _, finding, value in page.findings]
            facts += [*_of_tables(printed, path.name), *_of_values(values, path.name)]
            unread |= {table.scope[0] for table in printed if not _readers(table)}
    for name, rows in (table for each in (folder, *beside) for table in _as_data(each)):
        written, values = _written(rows), [(row["finding"], row["value"]) for row in rows if row.get("value")]
        facts += [*_of_tables(written, name), *(_of_values(values, name) if name == ALL_FINDINGS else ())]
        unread |= {table.scope[0] for table in written if name != ALL_FINDINGS and not _readers(table)}
    latest = next((fact.wave for fact in facts), waves[-1])
    for path in (path for each in (folder, *beside) for path in files_in(each)):
        if path.name != "map.html" and path.suffix in (".html", ".pptx"):
            facts += _of_sentences(_texts(path), {**sizes, **listed}, latest, path.name)
    for wave, said in zip(waves, answers, strict=False):
        facts += _of_sentences(said, {wave: listed[wave]}, wave, "map.html")
    # A folder beside this one may speak of a round that this one is silent about.
    facts = [fact for fact in facts if fact.wave in present]
    names = tuple(entry["name"] for entry in organizations)
    sectors = tuple(entry.get("sector") or "" for entry in organizations)
    return Seen(names, sectors, present, _drawn(data), tuple(dict.fromkeys(facts)), listed, tuple(sorted(unread)))
