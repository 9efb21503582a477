"""The poster on which everybody finds themselves: the map with every name, on as many sheets as legible names need.

Where that would be a wall of sheets, symbols have the numbers of the list of names in place of names.
"""

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.text import _
from stakeholder_graph.views.layout.sheets import MapSheet, on_sheets
from stakeholder_graph.views.present.map_key import map_key
from stakeholder_graph.views.present.paper.name_sheets import listed
from stakeholder_graph.views.present.paper.pdf_canvas import LEADING, Box, Paper
from stakeholder_graph.views.present.paper.pdf_fonts import width, wrapped
from stakeholder_graph.views.present.paper.pdf_map import draw_legend, legend_height
from stakeholder_graph.views.present.paper.poster import APART, BODY, EDGE, FLOOR, WIDE, draw_head
from stakeholder_graph.views.present.screens import Screen
from stakeholder_graph.views.scene import Scene
from stakeholder_graph.views.scene.scene import LINE, RING

#: Sizes of names, the largest first; the least can be read from a step and a half away.
SIZES = (24.0, 22.0, 20.0, 18.0)
#: How wide names are, in sizes of their letters: wider ones where they would need more lines.
NAME_WIDE, NAME_LINES = (8.5, 11.0, 14.0, 20.0, 30.0), 4
#: On more sheets than this nobody looks for a name.
MOST_SHEETS = 4
#: The radius of a symbol, and the free space between it and its name.
RADIUS, BELOW = 10.0, 4.0
#: How strongly lines are drawn behind names, and those that lead to another sheet.
STRENGTH, LEAVING = 0.35, 0.1
#: The part of the width for what is said about the map; its question stands beside it.
SAID = 0.72


class _Written(NamedTuple):
    """A name in lines, and how wide the longest is."""

    lines: tuple[str, ...]
    wide: float


class _Map(NamedTuple):
    """The map on its sheets: who stands where, the names, and the size of their letters."""

    sheets: tuple[MapSheet, ...]
    names: tuple[_Written, ...]
    size: float
    numbered: bool = False


def draw_map_sheets(paper: Paper, copy: Copy, scene: Scene, screen: Screen | None, kind: str) -> bool:
    """Draw the map with the names of all, over several sheets where one has no room.

    Parameters
    ----------
    paper : Paper
        To draw on; each sheet is a page, and is turned.
    copy : Copy
        What stands at the foot.
    scene : Scene
        The map.
    screen : Screen or None
        What explains it; None where there is no such screen.
    kind : str
        What stands above the title.

    Returns
    -------
    bool
        Whether symbols have numbers, of `listed`, in place of names.
    """
    title = screen.title if screen else _("Each symbol is one of us")
    lines = [line for line in screen.lines if line not in screen.asks] if screen else []
    said = " ".join(filter(None, (*lines, map_key(ring=scene.has_ring, widths=scene.has_widths))))
    asked = next(iter(screen.asks), "") if screen else ""
    numbers = _("Your number stands before your name in the list.")
    below = draw_head(paper, copy, kind, title)
    legend = legend_height(scene, WIDE, BODY) if scene.by_sector else 0.0

    def room(words: str) -> Box:
        top = below + _explained(paper, below, words, asked, draw=False)
        return Box(EDGE, top, WIDE, FLOOR - top - legend)

    drawn = _with_names(scene, room(said))
    if drawn is None:
        said = f"{numbers} {said}"
        drawn = _with_numbers(scene, room(said))
    box = room(said)
    for number, _sheet in enumerate(drawn.sheets):
        if number:
            paper.turn()
            draw_head(paper, copy, kind, title)
        _explained(paper, below, said, asked, draw=True)
        if len(drawn.sheets) > 1:
            at = _("Sheet {number} of {all}: hang them side by side", number=number + 1, all=len(drawn.sheets))
            paper.line(EDGE + WIDE - width(at, BODY), EDGE + 16, at, BODY)
        _draw(paper, box, scene, drawn, number)
        if scene.by_sector:
            draw_legend(paper, Box(EDGE, FLOOR - legend, WIDE, legend), scene, BODY)
    paper.turn()
    return drawn.numbered


def _explained(paper: Paper, top: float, said: str, asked: str, *, draw: bool) -> float:
    """What the map shows, and beside it what it asks; the height that they take."""
    left = WIDE * SAID if asked else WIDE
    if draw:
        paper.paragraph((EDGE, top), left - 30, said, BODY)
        paper.paragraph((EDGE + left, top), WIDE - left, asked, BODY, bold=True)
    return max(paper.height(said, BODY, left - 30), paper.height(asked, BODY, WIDE - left, bold=True)) + APART


def _with_names(scene: Scene, box: Box) -> _Map | None:
    """With names, on as few sheets as there can be; None where these are too many."""
    return _laid(scene, box, [dot.name for dot in scene.dots], MOST_SHEETS)


def _with_numbers(scene: Scene, box: Box) -> _Map:
    """With the numbers of the list, for which a sheet each would be enough in any case."""
    number = {k: str(count) for count, k in enumerate(listed(scene), start=1)}
    drawn = _laid(scene, box, [number[k] for k in range(len(scene.dots))], len(scene.dots))
    assert drawn, "a number fits on a sheet"
    return drawn._replace(numbered=True)


def _laid(scene: Scene, box: Box, said: Sequence[str], most: int) -> _Map | None:
    """On as few sheets as there can be: as a map, or else in rows, and there as large as it can be."""
    points = [(dot.x, dot.y) for dot in scene.dots]
    for count, in_rows, size in product(range(1, most + 1), (False, True), SIZES):
        names = tuple(_written(name, size) for name in said)
        boxes = [
            (max(name.wide, 2 * RADIUS * RING), _top(backbone=dot.backbone) + size * LEADING * len(name.lines))
            for dot, name in zip(scene.dots, names, strict=True)
        ]
        if sheets := on_sheets(points, boxes, (box.wide, box.high), count, in_rows=in_rows):
            return _Map(sheets, names, size)
    return None


def _written(name: str, size: float) -> _Written:
    for wide in NAME_WIDE:
        lines = tuple(wrapped(name, size, wide * size))
        if len(lines) <= NAME_LINES:
            break
    return _Written(lines, max(width(line, size) for line in lines))


def _top(*, backbone: bool) -> float:
    """From the upper edge of a box to that of the name."""
    return 2 * RADIUS * (RING if backbone else 1) + BELOW


def _draw(paper: Paper, box: Box, scene: Scene, drawn: _Map, number: int) -> None:
    """One sheet: its symbols and names, and all lines as far as they cross it."""
    symbols = {}
    for k, sheet in enumerate(drawn.sheets):
        for dot, (x, y) in zip(sheet.numbers, sheet.middles, strict=True):
            backbone, lines = scene.dots[dot].backbone, drawn.names[dot].lines
            high = _top(backbone=backbone) + drawn.size * LEADING * len(lines)
            reach = RADIUS * (RING if backbone else 1)
            symbols[dot] = box.left + (k - number) * box.wide + x, box.top + y - high / 2 + reach
    here = set(drawn.sheets[number].numbers)
    with paper.within(box):
        for thread in scene.threads:
            strength = STRENGTH if {thread.a, thread.b} <= here else LEAVING
            paper.segment(symbols[thread.a], symbols[thread.b], LINE, thread.width, strength)
    for dot in drawn.sheets[number].numbers:
        paper.symbol(*symbols[dot], RADIUS, scene.looks[scene.dots[dot].sector], ring=scene.dots[dot].backbone)
    for dot in drawn.sheets[number].numbers:
        paper.shows("" if drawn.numbered else scene.dots[dot].name)
        top = symbols[dot][1] + RADIUS * (RING if scene.dots[dot].backbone else 1) + BELOW
        for k, line in enumerate(drawn.names[dot].lines):
            paper.halo(symbols[dot][0], top + drawn.size * (0.95 + LEADING * k), line, drawn.size)
