"""The numbers that a page shows, and where each stands in the tables beside it.

A number of a page is in a table where a cell of the tables that the page rests on

- is that number once it is rounded to as many digits as the page shows, whatever its sign: a page may say "fewer";
- is the share that the page shows of 100, or what is left of it;
- is the sum of two counts of one row, where the page says "of so many" of the first;
- are as many rows as the page says a table has;
- or is a text in which the number stands, such as a date, a name, or a sentence of the survey's own.

Numbers in words ("seven of 12") and the marks of scales are not looked at.
"""

import csv
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from itertools import permutations

#: A number as pages write it, with the sign or the percent sign beside it.
_NUMBER = re.compile(r"(?<![\w.,])[−-]?(?:\d[\d,]*(?:\.\d+)?|\.\d+)(?:e[−-]\d+)?")
_OF = re.compile(r"([\d,]+) of ([\d,]+)")
#: Tables that say how the survey stands as a whole, to which every page refers.
GENERAL = ("about", "rounds", "kinds_of_tie", "rules", "response", "response by_sector", "tie_counts network")
#: Tables with a row for each finding, of which a block of the appendix has its own.
OF_FINDINGS = ("findings", "tests", "corrected_tests", "sentences", "measures", "dictionary")
_VOID = frozenset({"br", "img", "input", "link", "meta", "wbr", "hr", "use", "path", "rect", "circle", "line"})


@dataclass(frozen=True)
class Shown:
    """A piece of text of a page, and the block of the appendix that it stands in; blank elsewhere."""

    block: str
    text: str

    @property
    def numbers(self) -> list[str]:
        """The numbers in it."""
        return _NUMBER.findall(self.text)


class PageTexts(HTMLParser):
    """The texts of a page, without code, hidden data and the marks of scales."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.shown: list[Shown] = []
        self._open: list[tuple[str, str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        classes = (said.get("class") or "").split()
        hidden = tag in ("script", "style") or (tag == "pre" and "hidden" in said) or "tick" in classes
        block, before = (self._open[-1][1], self._open[-1][2]) if self._open else ("", False)
        if tag == "article" and "block" in classes:
            block = said.get("id") or ""
        if tag not in _VOID:
            self._open.append((tag, block, before or hidden))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        return

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place][0] == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        _tag, block, hidden = self._open[-1] if self._open else ("", "", False)
        if data.strip() and not hidden:
            self.shown.append(Shown(block, " ".join(data.split())))


def shown_on(page: str) -> list[Shown]:
    """The texts of a page."""
    texts = PageTexts()
    texts.feed(page.replace("<wbr/>", ""))
    return texts.shown


@dataclass(frozen=True)
class Numbers:
    """Numbers and texts of some tables."""

    numbers: set[float] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)
    sums: set[tuple[float, float]] = field(default_factory=set)

    @cached_property
    def _rounded(self) -> Mapping[int, set[float]]:
        rounded: dict[int, set[float]] = defaultdict(set)
        for digits in range(7):
            for value in self.numbers:
                for shown in (value, 100 * value, 100 - 100 * value):
                    rounded[digits] |= {_half_up(abs(shown), digits), round(abs(shown), digits)}
        return rounded

    @cached_property
    def _significant(self) -> set[str]:
        return {f"{abs(value):.4g}" for value in self.numbers} | {f"{abs(value):.3g}" for value in self.numbers}

    @cached_property
    def _in_texts(self) -> set[str]:
        return {number for text in self.texts for number in _NUMBER.findall(text)}

    def have(self, number: str) -> bool:
        """Whether a number as a page shows it is among them."""
        plain = number.replace(",", "").lstrip("−-").replace("−", "-")
        digits = len(plain.partition(".")[2])
        return (
            float(plain) in self._rounded[digits]
            or f"{float(plain):.4g}" in self._significant
            or plain in self._significant
            or number in self._in_texts
            or plain in self._in_texts
        )

    def have_sum(self, text: str) -> bool:
        """Whether a text says "so many of so many" of two counts in one row."""
        said = _OF.fullmatch(text)
        if said is None:
            return False
        part, whole = (float(number.replace(",", "")) for number in said.groups())
        return (part, whole) in self.sums


def _half_up(value: float, digits: int) -> float:
    scale = float(10**digits)
    return math.floor(value * scale + 0.5) / scale


@dataclass(frozen=True)
class Tables:
    """The CSV files of a copy, by the name of the table."""

    rows: Mapping[str, list[dict[str, str]]]

    @classmethod
    def of(cls, files: Mapping[str, str]) -> "Tables":
        """Read them."""
        named = {"dictionary.csv": "dictionary"} | {
            row["place"]: row["table"] for row in csv.DictReader(files["dictionary.csv"].splitlines())
        }
        return cls(
            {named[file]: list(csv.DictReader(text.splitlines())) for file, text in files.items() if file in named}
        )

    def of_block(self, measure: str) -> Numbers:
        """What a block of the appendix rests on: its measure's tables, its findings, and the survey as a whole."""
        numbers = Numbers()
        for table, rows in self.rows.items():
            if table.split()[0] == measure or table in GENERAL:
                _add(numbers, rows)
            elif table in OF_FINDINGS:
                _add(numbers, [row for row in rows if re.split("[/ ]", next(iter(row.values())))[0] == measure])
        return numbers

    @cached_property
    def whole(self) -> Numbers:
        """All tables."""
        numbers = Numbers()
        for rows in self.rows.values():
            _add(numbers, rows)
        return numbers


def _add(numbers: Numbers, rows: list[dict[str, str]]) -> None:
    # How many rows a finding has in a table, or the table in all.
    numbers.numbers.update(Counter(row.get("finding") for row in rows).values(), [len(rows)])
    for row in rows:
        of_row = set()
        for cell in row.values():
            try:
                of_row.add(float(cell))
            except ValueError:
                numbers.texts.add(cell)
        numbers.numbers.update(of_row)
        numbers.sums.update((part, part + other) for part, other in permutations(of_row, 2))


def missing(page: str, tables: Tables) -> Iterator[tuple[str, str, str]]:
    """Each number of a page that is in no table it rests on: the block, the text, and the number."""
    of_block: dict[str, Numbers] = {}
    for shown in shown_on(page):
        if not shown.numbers:
            continue
        if shown.block not in of_block:
            of_block[shown.block] = tables.of_block(shown.block) if shown.block else tables.whole
        numbers = of_block[shown.block]
        for number in shown.numbers:
            if not numbers.have(number) and not numbers.have_sum(shown.text):
                yield shown.block, shown.text, number
