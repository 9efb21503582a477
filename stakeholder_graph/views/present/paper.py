"""A paper to print: pages of text, of symbols and of the map, by reportlab, with the same bytes each time."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from stakeholder_graph.views.layout.positions import RADIUS
from stakeholder_graph.views.present.labels import Name, Spot, spots
from stakeholder_graph.views.present.letters import PLAIN, drawable, ready, runs, width, wrapped
from stakeholder_graph.views.present.outline import outline
from stakeholder_graph.views.present.scene import LINE, MOST_NAMED, RING, Scene
from stakeholder_graph.views.present.screens import Screen
from stakeholder_graph.views.present.wording import told
from stakeholder_graph.views.style import ACCENT, INK, MUTED, PAPER, Look

#: From one line of text to the next, in sizes of the font.
LEADING = 1.25
#: How far from the left edge, and a third as far from the lower, it is noted that letters are missing.
NOTE_AT = 45.0
#: Text that has no room is written smaller, down to this size.
LEAST = 6
#: Names on a map, in points: the least can be read from a step and a half away.
SIZES = (22.0, 20.0, 18.0)
#: Free space around the symbols of a map, and how much more it may be stretched one way than the other.
BORDER, STRETCHED = 26.0, 1.4
#: With all lines drawn, those behind a name matter less.
BEHIND = 0.05
#: How far off its symbol a name may stand, in tries.
TRIES = 4


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF, and all the texts that stand in it."""

    content: bytes
    shows: str


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a page: left, top, width and height in points, y downwards from the top of the page."""

    left: float
    top: float
    wide: float
    high: float


class Paper:
    """A PDF in the making.

    Parameters
    ----------
    size : tuple of float
        Width and height of a page, in points.
    title : str
        Of the document.
    """

    def __init__(self, size: tuple[float, float], title: str) -> None:
        from reportlab.pdfgen.canvas import Canvas

        ready()
        self.size, self._bytes, self._texts = size, io.BytesIO(), [title]
        #: Whether the page has letters that could not be drawn.
        self._boxes = False
        # Invariant: no clock and no chance in the file.
        self.pen: Any = Canvas(
            self._bytes, pagesize=size, invariant=1, pageCompression=1, lang="en", initialFontName=PLAIN
        )
        self.pen.setTitle(title)
        self.pen.setCreator("stakeholder-graph")

    def turn(self) -> None:
        """Begin the next page."""
        if self._boxes:
            self._boxes = False
            self.line(NOTE_AT, self.size[1] - NOTE_AT / 3, told("no_letters"), 9, colour=MUTED)
        self.pen.showPage()

    def printed(self) -> Printed:
        """Finish it."""
        self.turn()
        self.pen.save()
        return Printed(self._bytes.getvalue(), "\n".join(self._texts))

    def line(
        self, x: float, y: float, text: str, size: float, *, bold: bool = False, colour: str = INK, middle: bool = False
    ) -> None:
        """Write one line of text; `y` is where its letters stand."""
        x = x - width(text, size, bold=bold) / 2 if middle else x
        self._write(x, y, text, size, bold=bold, colour=colour)

    def text(self, box: Box, text: str, size: float, *, bold: bool = False, colour: str = INK) -> float:
        """Write a text into a box, smaller if it does not fit; the height it takes."""
        self._texts.append(text)
        while True:
            lines = wrapped(text, size, box.wide, bold=bold)
            if len(lines) * size * LEADING <= box.high or size < LEAST:
                break
            size *= 0.94
        for k, line in enumerate(lines):
            self._write(box.left, box.top + size * (0.95 + LEADING * k), line, size, bold=bold, colour=colour)
        return len(lines) * size * LEADING

    def middle(self, box: Box, text: str, size: float, *, bold: bool = False) -> None:
        """Write a text into a box, halfway down."""
        lines = wrapped(text, size, box.wide, bold=bold)
        taken = min(box.high, len(lines) * size * LEADING)
        self.text(Box(box.left, box.top + (box.high - taken) / 2, box.wide, taken + 0.1), text, size, bold=bold)

    def rectangle(self, box: Box, *, fill: str | None = None, stroke: str | None = None, dashed: bool = False) -> None:
        """Draw a rectangle."""
        self.pen.saveState()
        self.pen.setDash(*([5, 4] if dashed else []))
        if fill:
            self.pen.setFillColor(fill)
        if stroke:
            self.pen.setStrokeColor(stroke)
        self.pen.rect(
            box.left, self.size[1] - box.top - box.high, box.wide, box.high, fill=bool(fill), stroke=bool(stroke)
        )
        self.pen.restoreState()

    def symbol(self, x: float, y: float, radius: float, look: Look, *, ring: bool = False, faint: bool = False) -> None:
        """Draw the symbol of a sector around a point."""
        self.pen.saveState()
        self.pen.setStrokeColor(INK)
        self.pen.setLineWidth(0.16 * radius)
        self.pen.setLineJoin(1)
        if faint:
            self.pen.setFillAlpha(0.15)
            self.pen.setStrokeAlpha(0.15)
        if ring:
            self.pen.setFillColor(PAPER)
            self.pen.circle(x, self.size[1] - y, RING * radius, fill=1)
        path = self.pen.beginPath()
        for k, (right, down) in enumerate(outline(look.path)):
            (path.lineTo if k else path.moveTo)(x + radius * right, self.size[1] - y - radius * down)
        path.close()
        self.pen.setFillColor(look.colour)
        self.pen.drawPath(path, fill=1)
        self.pen.restoreState()

    def map(self, box: Box, scene: Scene, screen: Screen) -> bool:
        """Draw the map as a screen shows it, as large as the box allows; whether all it speaks of are named."""
        left, top, wide, high = scene.symbols
        fit = (box.wide - 2 * BORDER) / wide, (box.high - 2 * BORDER) / high
        scale = min(fit)
        across, down = (min(each, STRETCHED * scale) for each in fit)
        corner = box.left + (box.wide - wide * across) / 2, box.top + (box.high - high * down) / 2

        def place(x: float, y: float) -> tuple[float, float]:
            return corner[0] + (x - left) * across, corner[1] + (y - top) * down

        self._threads(scene, screen, place, scale)
        radius = RADIUS * scale
        for k, dot in enumerate(scene.dots):
            faint = screen.lit is not None and k not in screen.lit
            self.symbol(*place(dot.x, dot.y), radius, scene.looks[dot.sector], ring=dot.backbone, faint=faint)
        wanted = range(len(scene.dots)) if screen.lit is None else sorted(screen.lit)
        found, size = self._spots(box, scene, wanted, place, radius)
        for spot in found:
            dot = scene.dots[spot.number]
            self._texts.append(dot.name)
            if spot.led:
                half = max(width(text, size) for text in dot.lines) / 2
                x, y = place(dot.x, dot.y)
                bottom = spot.top + size * LEADING * len(dot.lines)
                self._leader((x, y), (_near(x, spot.x - half, spot.x + half), _near(y, spot.top, bottom)))
        for spot in found:
            for k, line in enumerate(scene.dots[spot.number].lines):
                self._halo(spot.x, spot.top + size * (0.95 + LEADING * k), line, size)
        return len(found) == len(wanted)

    def _spots(
        self, box: Box, scene: Scene, wanted: Sequence[int], place: Any, radius: float
    ) -> tuple[tuple[Spot, ...], float]:
        """Where names stand, and their size: the largest with room for all, or else the least, with fewer names."""
        if len(wanted) > MOST_NAMED:
            return (), SIZES[-1]
        at = [place(dot.x, dot.y) for dot in scene.dots]
        reach = [radius * (RING if dot.backbone else 1) for dot in scene.dots]
        symbols = [(*(c - r for c in at[k]), 2 * r, 2 * r) for k, r in enumerate(reach) if k in set(wanted)]
        ties = np.array([(*at[one.a], *at[one.b]) for one in scene.threads]).reshape(-1, 4)
        order = sorted(wanted, key=lambda k: (-len(scene.partners[k]), k))
        for size in SIZES:
            line = size * LEADING
            names = []
            for k in order:
                lines = scene.dots[k].lines
                longest = max(width(text, size) for text in lines)
                names.append(Name(k, at[k][0], at[k][1], reach[k], longest + 4, line * len(lines), line))
            found = spots(names, (box.left, box.top, box.wide, box.high), symbols, ties, TRIES, BEHIND)
            if len(found) == len(wanted):
                break
        return found, size

    def _leader(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        self.pen.saveState()
        self.pen.setStrokeColor(INK)
        self.pen.setLineWidth(0.6)
        self.pen.setDash(2, 2)
        self.pen.line(start[0], self.size[1] - start[1], end[0], self.size[1] - end[1])
        self.pen.restoreState()

    def _threads(self, scene: Scene, screen: Screen, place: Any, scale: float) -> None:
        bright = scene.bright(screen.lit, screen.ties)
        apart = bool(screen.ties) or screen.lit is not None
        order = [*(k for k in range(len(scene.threads)) if k not in bright), *sorted(bright)]
        self.pen.saveState()
        for k in order:
            thread = scene.threads[k]
            a, b = scene.dots[thread.a], scene.dots[thread.b]
            self.pen.setStrokeColor(ACCENT if k in bright else LINE)
            self.pen.setStrokeAlpha(0.5 if k in bright else 0.08 if apart else scene.ink)
            self.pen.setLineWidth(thread.width * scale)
            (x1, y1), (x2, y2) = place(a.x, a.y), place(b.x, b.y)
            self.pen.line(x1, self.size[1] - y1, x2, self.size[1] - y2)
        self.pen.restoreState()

    def _halo(self, x: float, y: float, text: str, size: float) -> None:
        """A name with white around it, so that lines behind do not strike it out."""
        self.pen.saveState()
        self.pen.setStrokeColor(PAPER)
        self.pen.setLineWidth(size * 0.25)
        self.pen.setLineJoin(1)
        start = x - width(text, size) / 2
        self._write(start, y, text, size, mode=1)
        self.pen.restoreState()
        self._write(start, y, text, size)

    def _write(
        self, x: float, y: float, text: str, size: float, *, bold: bool = False, colour: str = INK, mode: int = 0
    ) -> None:
        self._texts.append(text)
        self._boxes |= not drawable(text)
        for run in runs(text, bold=bold):
            written = self.pen.beginText(x, self.size[1] - y)
            written.setFont(run.font, size)
            written.setFillColor(colour)
            written.setTextRenderMode(mode)
            written.textOut(run.text)
            self.pen.drawText(written)
            x += width(run.text, size, bold=bold)


def _near(value: float, low: float, high: float) -> float:
    """The value between low and high that is nearest."""
    return min(high, max(low, value))


def legend(paper: Paper, box: Box, scene: Scene, size: float = 13) -> None:
    """The sectors with their symbols, side by side in centred rows."""
    rows: list[list[tuple[str, float]]] = [[]]
    for sector in scene.sectors:
        wide = width(sector, size) + 3.2 * size
        if rows[-1] and sum(taken for _, taken in rows[-1]) + wide > box.wide:
            rows.append([])
        rows[-1].append((sector, wide))
    for k, row in enumerate(rows):
        x, y = box.left + (box.wide - sum(wide for _, wide in row)) / 2, box.top + size * (1 + 1.6 * k)
        for sector, wide in row:
            paper.symbol(x + size, y - size * 0.35, size * 0.42, scene.looks[sector])
            paper.line(x + 1.8 * size, y, sector, size)
            x += wide


def ruled(paper: Paper, box: Box, heads: Sequence[tuple[str, float]], rows: int) -> None:
    """An empty table to write in: headings with their shares of the width, and so many rows."""
    head = 30.0
    high = (box.high - head) / rows
    paper.rectangle(Box(box.left, box.top, box.wide, head), fill="#F4F7F9")
    x = box.left
    for title, share in heads:
        paper.text(Box(x + 8, box.top + 7, box.wide * share - 16, head), title, 13, bold=True)
        paper.rectangle(Box(x, box.top, box.wide * share, box.high), stroke=MUTED)
        x += box.wide * share
    for k in range(rows):
        paper.rectangle(Box(box.left, box.top + head + high * k, box.wide, high), stroke=MUTED)
