"""The list to find oneself in and to mark what is wrong: every name, by sector, with a box to tick."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.text import _
from stakeholder_graph.views.present.paper.pdf_canvas import LEADING, Box, Paper
from stakeholder_graph.views.present.paper.pdf_fonts import width, wrapped
from stakeholder_graph.views.present.paper.poster import APART, BODY, EDGE, FLOOR, WIDE, draw_head
from stakeholder_graph.views.scene import Scene
from stakeholder_graph.views.style import MUTED

COLUMNS, BETWEEN = 3, 30.0
#: Names are as large as there is room for on as few sheets as there can be, between these sizes.
SIZES = (34.0, 32.0, 30.0, 28.0, 26.0, 24.0)
#: Names stand apart at most by so many sizes of their letters.
MOST_APART = 1.0
#: Where a name begins, after its box, and the space below a heading and a name, in sizes of its letters.
INDENT, HEADED, APART_BY = 1.35, 0.25, 0.1


class _ListLine(NamedTuple):
    """A name, or the sector of those that follow; `number` is that on the map, 0 where names stand there."""

    text: str
    heading: bool
    number: int = 0

    @property
    def said(self) -> str:
        """What is written."""
        return f"{self.number}  {self.text}" if self.number else self.text


def draw_name_sheets(paper: Paper, copy: Copy, scene: Scene, kind: str, *, numbered: bool) -> None:
    """Draw the list, over several sheets where one has no room.

    Parameters
    ----------
    paper : Paper
        To draw on; each sheet is a page, and is turned.
    copy : Copy
        What stands at the foot.
    scene : Scene
        It knows the names, the sectors and their looks.
    kind : str
        What stands above the title.
    numbered : bool
        Whether the map has numbers in place of names, which then stand here, too.
    """
    title = _("Find yourself, and mark what is wrong")
    how = (
        _("Tick your organization if name and sector are right. If not, cross out what is wrong and write beside it.")
        if scene.by_sector
        else _("Tick your organization if its name is right. If not, cross it out and write beside it.")
    )
    entries = list(_entries(scene, numbered=numbered))
    top = draw_head(paper, copy, kind, title)
    top += paper.height(how, BODY, WIDE) + APART
    size, columns = _laid(entries, FLOOR - top)
    sheets = -(-len(columns) // COLUMNS)
    apart = min((_apart(column, size, FLOOR - top) for column in columns), default=0.0)
    for number in range(sheets):
        if number:
            draw_head(paper, copy, kind, title)
        paper.paragraph((EDGE, top - APART - paper.height(how, BODY, WIDE)), WIDE, how, BODY)
        if sheets > 1:
            _say_sheet(paper, number, sheets)
        for k, column in enumerate(columns[COLUMNS * number : COLUMNS * (number + 1)]):
            _draw(paper, EDGE + k * (_column() + BETWEEN), top, column, size, apart, scene)
        paper.turn()


def _say_sheet(paper: Paper, number: int, sheets: int) -> None:
    at = _("Sheet {number} of {all}", number=number + 1, all=sheets)
    paper.line(EDGE + WIDE - width(at, BODY), EDGE + 16, at, BODY)


def _column() -> float:
    return (WIDE - BETWEEN * (COLUMNS - 1)) / COLUMNS


def listed(scene: Scene) -> tuple[int, ...]:
    """Organizations by number, in the order of the list: by sector where there are several, and by name.

    Parameters
    ----------
    scene : Scene
        It knows the names and the sectors.
    """
    everybody = range(len(scene.dots))
    if not scene.by_sector:
        return tuple(everybody)
    return tuple(k for sector in scene.sectors for k in everybody if scene.dots[k].sector == sector)


def _entries(scene: Scene, *, numbered: bool) -> Iterator[_ListLine]:
    sector = None
    for number, k in enumerate(listed(scene), start=1):
        dot = scene.dots[k]
        if scene.by_sector and dot.sector != sector:
            sector = dot.sector
            yield _ListLine(sector, heading=True)
        yield _ListLine(dot.name, heading=False, number=number if numbered else 0)


def _laid(entries: Sequence[_ListLine], high: float) -> tuple[float, list[list[_ListLine]]]:
    """The largest letters with which the list needs no more sheets than with the least, and its columns."""
    least = _filled(entries, SIZES[-1], high)
    sheets = -(-len(least) // COLUMNS)
    for size in SIZES:
        # Columns of about the same height, the lower the better.
        heights = (
            sum(_high(entry, size) for entry in entries) / (COLUMNS * sheets) + extra for extra in range(0, 2000, 20)
        )
        for wanted in heights:
            columns = _filled(entries, size, min(wanted, high))
            if len(columns) <= COLUMNS * sheets:
                return size, columns
            if wanted >= high:
                break
    return SIZES[-1], least


def _filled(entries: Sequence[_ListLine], size: float, high: float) -> list[list[_ListLine]]:
    """Columns no higher than that; a heading stands above at least one name, and is said again in the next column."""
    columns: list[list[_ListLine]] = [[]]
    left, heading = high, None
    for k, entry in enumerate(entries):
        needed = _high(entry, size) + (_high(entries[k + 1], size) if entry.heading and k + 1 < len(entries) else 0)
        if columns[-1] and needed > left:
            columns.append([])
            left = high
            if not entry.heading and heading is not None:
                columns[-1].append(heading)
                left -= _high(heading, size)
        heading = entry if entry.heading else heading
        columns[-1].append(entry)
        left -= _high(entry, size)
    return columns


def _apart(column: Sequence[_ListLine], size: float, high: float) -> float:
    """How much further apart names may stand, so that there is room to write and a sheet is not half empty."""
    free = high - sum(_high(entry, size) for entry in column)
    return min(max(free, 0.0) / len(column), MOST_APART * size)


def _high(entry: _ListLine, size: float) -> float:
    wide = _column() - INDENT * size
    return (
        len(wrapped(entry.said, size, wide, bold=entry.heading)) * LEADING + (0.5 if entry.heading else 0.25)
    ) * size


def _draw(
    paper: Paper, left: float, top: float, column: Sequence[_ListLine], size: float, apart: float, scene: Scene
) -> None:
    wide = _column() - INDENT * size
    for entry in column:
        if entry.heading:
            paper.symbol(left + size * 0.5, top + size * 0.62, size * 0.42, scene.looks[entry.text])
        else:
            paper.rectangle(Box(left, top + size * 0.2, size * 0.85, size * 0.85), stroke=MUTED)
        paper.paragraph((left + INDENT * size, top), wide, entry.said, size, bold=entry.heading)
        top += _high(entry, size) + apart
