"""What the community's page tells, from its bytes alone and beside the room's copy.

Whoever has the room's copy learns nothing from it if every number in it can be counted on the room's map; whoever has
not learns no number under five if each that is left out can be anything from none to four.
"""

import html
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from tests.attacks.seen import Seen

#: Numbers under this one are left out, and how a page says so.
FEWEST, LEFT_OUT = 5, "fewer than five"
OTHER = "Other"
Cell = tuple[str, str]

_SECTION = re.compile(r"<h2>How they are connected: (.*?)</h2>(.*?)</section>", re.DOTALL)
_ROW = re.compile(r'<tr><th scope="row">(.*?)</th><td class="number">(.*?)</td><td class="number">(.*?)</td></tr>')
_ALL = re.compile(r"([\d,]+) of ([\d,]+) pairs of organizations (?:is|are) connected")
_ACROSS = re.compile(r"Of these, ([\d,]+) are of two sectors")


@dataclass(frozen=True)
class Counted:
    """What a community's page says of one kind of tie: by pair of sectors, None where it leaves a number out."""

    cells: Mapping[Cell, int | None]
    all: int | None = None
    across: int | None = None


def community(page: Path) -> dict[str, Counted]:
    """Read a community's page."""
    counted = {}
    for layer, section in _SECTION.findall(page.read_text("utf-8")):
        cells = {
            _sectors(html.unescape(name)): None if lines == LEFT_OUT else _number(lines)
            for name, lines, _ in _ROW.findall(section)
        }
        whole, across = _ALL.search(section), _ACROSS.search(section)
        counted[html.unescape(layer)] = Counted(
            cells, _number(whole[1]) if whole else None, _number(across[1]) if across else None
        )
    return counted


def follows(counted: Counted) -> list[str]:
    """Numbers that a page leaves out and that are not any of none to four, given all it says: each with its bounds."""
    cells = list(counted.cells)
    known = [counted.cells[cell] for cell in cells]
    low = np.array([0 if value is None else value for value in known], dtype=float)
    high = np.array([FEWEST - 1 if value is None else value for value in known], dtype=float)
    rows, sums = [], []
    for total, apart in ((counted.all, None), (counted.across, True)):
        if total is not None:
            rows.append([float(apart is None or (cell[0] != cell[1])) for cell in cells])
            sums.append(float(total))
    rules = [LinearConstraint(np.array(rows), sums, sums)] if rows else []
    found = []
    for k, cell in enumerate(cells):
        if known[k] is not None:
            continue
        ends = []
        for sign in (1.0, -1.0):
            aim = np.zeros(len(cells))
            aim[k] = sign
            solved = milp(aim, constraints=rules, bounds=Bounds(low, high), integrality=np.ones(len(cells), dtype=int))
            ends.append(None if solved.x is None else round(solved.x[k]))
        if ends != [0, FEWEST - 1]:
            found.append(f"{cell[0]} and {cell[1]}: {ends[0]} to {ends[1]}")
    return found


def beyond_the_map(counted: Mapping[str, Counted], seen: Seen, wave: str) -> list[str]:
    """Numbers of a community's page that are not those that anybody can count on the room's map."""
    wrong = []
    for layer, told in counted.items():
        drawn = seen.drawn.get((layer, wave))
        shown = {sector for cell in told.cells for sector in cell}
        merged = [sector if sector in shown else OTHER for sector in seen.sector]
        lines = [] if drawn is None else drawn.lines.tolist()
        on_map = Counter(frozenset((merged[a], merged[b])) for a, b in lines)
        for cell, value in told.cells.items():
            here = on_map[frozenset(cell)]
            if value != (here if here >= FEWEST else None):
                wrong.append(f"{layer}, {cell}: {value}, and {here} on the map")
        across = sum(count for ends, count in on_map.items() if len(ends) > 1)
        wrong += [f"{layer}: {told.all} in all"] if told.all not in (None, len(lines)) else []
        wrong += [f"{layer}: {told.across} across"] if told.across not in (None, across) else []
    return wrong


def names_in(folder: Path, names: tuple[str, ...]) -> list[str]:
    """Names of organizations in the texts and attributes of the pages of a folder, but for what a sector is called."""
    said = "\n".join(html.unescape(path.read_text("utf-8")) for path in sorted(folder.glob("*.html")))
    return [name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said)]


def _sectors(name: str) -> Cell:
    within = name.removeprefix("within ")
    if within != name:
        return within, within
    first, second = name.split(" and ")
    return first, second


def _number(text: str) -> int:
    return int(text.replace(",", ""))


def told_by_community(folder: Path, seen: Seen) -> list[str]:
    """What a community's folder tells beside the room's copy, by name, or of numbers that it leaves out."""
    counted = community(folder / "report.html")
    left_out = [f"{layer}: {found}" for layer, told in counted.items() for found in follows(told)]
    return [*left_out, *beyond_the_map(counted, seen, seen.waves[-1]), *names_in(folder, seen.organizations)]
