"""A paper to print: pages of text and symbols, by reportlab, with the same bytes each time."""

import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from stakeholder_graph.text import _, current_language
from stakeholder_graph.views.present.paper.pdf_fonts import (
    OUTLINES,
    PLAIN,
    drawable,
    ready,
    run_width,
    runs,
    width,
    wrapped,
)
from stakeholder_graph.views.present.paper.pdf_outlines import draw_outlined, paint
from stakeholder_graph.views.scene.scene import RING
from stakeholder_graph.views.style import INK, MUTED, PAPER, Look
from stakeholder_graph.views.symbols import Point

#: From one line of text to the next, in sizes of the font.
LEADING = 1.25
#: How far from the right edge, and half as far from the lower, it is noted that letters are missing, and how large.
NOTE_AT, NOTE = 40.0, 14.0
#: How strongly is drawn what is not spoken of.
FAINT = 0.15
#: Titles that have no room are written smaller, down to this size.
LEAST = 6


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
        #: The texts in one, to look for a text in all of them at once: each between spaces, none next to another.
        self._noted = f" {title} \0"
        #: Whether the page has letters that could not be drawn.
        self._boxes = False
        # Invariant: no clock and no chance in the file.
        self.pen: Any = Canvas(
            self._bytes, pagesize=size, invariant=1, pageCompression=1, lang=current_language(), initialFontName=PLAIN
        )
        self.pen.setTitle(title)
        self.pen.setViewerPreference("DisplayDocTitle", "true")
        self.pen.setCreator("stakeholder-graph")
        # In place of "anonymous" and "unspecified".
        self.pen.setAuthor("")
        self.pen.setSubject("")

    def turn(self) -> None:
        """End a page."""
        if self._boxes:
            self._boxes = False
            said = _("Some letters of this page could not be drawn; a box (□) stands for each.")
            right, foot = self.size[0] - NOTE_AT, self.size[1] - NOTE_AT / 2
            self.line(right - width(said, NOTE), foot, said, NOTE, colour=MUTED)
        self.pen.showPage()

    def printed(self) -> Printed:
        """Finish it, after the last page was ended."""
        self.pen.save()
        return Printed(self._bytes.getvalue(), "\n".join(self._texts))

    def line(
        self, x: float, y: float, text: str, size: float, *, bold: bool = False, colour: str = INK, middle: bool = False
    ) -> None:
        """Write one line of text; `y` is where its letters stand."""
        x = x - width(text, size, bold=bold) / 2 if middle else x
        self._write(x, y, text, size, bold=bold, colour=colour)

    def shows(self, text: str) -> None:
        """Note a text that stands on the page in pieces."""
        self._texts.append(text)
        self._noted += f" {text} \0"

    def text(self, box: Box, text: str, size: float, *, bold: bool = False, colour: str = INK) -> float:
        """Write a text into a box, smaller if it does not fit; the height it takes."""
        while self.height(text, size, box.wide, bold=bold) > box.high and size >= LEAST:
            size *= 0.94
        return self.paragraph((box.left, box.top), box.wide, text, size, bold=bold, colour=colour)

    def height(self, text: str, size: float, wide: float, *, bold: bool = False) -> float:
        """How high a text is in a column."""
        return len(wrapped(text, size, wide, bold=bold)) * size * LEADING

    def paragraph(
        self, at: Point, wide: float, text: str, size: float, *, bold: bool = False, colour: str = INK
    ) -> float:
        """Write a text into a column below a point, never smaller; the height it takes."""
        self.shows(text)
        lines = wrapped(text, size, wide, bold=bold)
        for k, line in enumerate(lines):
            self._write(at[0], at[1] + size * (0.95 + LEADING * k), line, size, bold=bold, colour=colour)
        return len(lines) * size * LEADING

    def path(
        self, steps: Iterable[tuple[str, Sequence[float]]], *, fill: str | None, stroke: str | None, thickness: float
    ) -> None:
        """Draw an outline of steps as SVG has them: M, L and Z, with their numbers, y downwards."""
        outline = self.pen.beginPath()
        draw = {"M": outline.moveTo, "L": outline.lineTo, "Z": outline.close}
        for how, numbers in steps:
            draw[how](*(self.size[1] - value if k % 2 else value for k, value in enumerate(numbers)))
        with self._painted(fill, stroke, thickness):
            self.pen.drawPath(outline, fill=bool(fill), stroke=bool(stroke))

    def picture(self, box: Box, png: bytes) -> None:
        """Draw a picture of pixels into a box."""
        from reportlab.lib.utils import ImageReader

        lower = self.size[1] - box.top - box.high
        self.pen.drawImage(ImageReader(io.BytesIO(png)), box.left, lower, box.wide, box.high, mask="auto")

    def circle(self, at: Point, radius: float, *, fill: str | None, stroke: str | None) -> None:
        """Draw a circle around a point."""
        with self._painted(fill, stroke, radius / 4):
            self.pen.circle(at[0], self.size[1] - at[1], radius, fill=bool(fill), stroke=bool(stroke))

    @contextmanager
    def _painted(self, fill: str | None, stroke: str | None, thickness: float) -> Iterator[None]:
        self.pen.saveState()
        if fill:
            self.pen.setFillColor(paint(fill))
        if stroke:
            self.pen.setStrokeColor(paint(stroke))
            self.pen.setLineWidth(thickness)
        yield
        self.pen.restoreState()

    @contextmanager
    def within(self, box: Box) -> Iterator[None]:
        """What is drawn meanwhile ends at the edges of a box."""
        self.pen.saveState()
        edge = self.pen.beginPath()
        edge.rect(box.left, self.size[1] - box.top - box.high, box.wide, box.high)
        self.pen.clipPath(edge, stroke=0, fill=0)
        yield
        self.pen.restoreState()

    def rectangle(self, box: Box, *, fill: str | None = None, stroke: str | None = None, dashed: bool = False) -> None:
        """Draw a rectangle."""
        self.pen.saveState()
        self.pen.setDash(*([5, 4] if dashed else []))
        if fill:
            self.pen.setFillColor(paint(fill))
        if stroke:
            self.pen.setStrokeColor(paint(stroke))
        self.pen.rect(
            box.left, self.size[1] - box.top - box.high, box.wide, box.high, fill=bool(fill), stroke=bool(stroke)
        )
        self.pen.restoreState()

    def symbol(self, x: float, y: float, radius: float, look: Look, *, ring: bool = False, faint: bool = False) -> None:
        """Draw the symbol of a sector around a point."""
        self.pen.saveState()
        self.pen.setStrokeColor(paint(INK))
        self.pen.setLineWidth(0.16 * radius)
        self.pen.setLineJoin(1)
        if faint:
            self.pen.setStrokeAlpha(FAINT)
        if ring:
            self.pen.setFillColor(paint(PAPER))
            self.pen.circle(x, self.size[1] - y, RING * radius, fill=1)
        path = self.pen.beginPath()
        for k, (across, down) in enumerate(look.around(x, y, radius)):
            (path.lineTo if k else path.moveTo)(across, self.size[1] - down)
        path.close()
        # A colour brings its own strength along: that of the symbol is set after it.
        self.pen.setFillColor(paint(look.colour))
        if faint:
            self.pen.setFillAlpha(FAINT)
        self.pen.drawPath(path, fill=1)
        self.pen.restoreState()

    def segment(self, start: Point, end: Point, colour: str, thickness: float, strength: float) -> None:
        """Draw a straight line; `strength` from 0 to 1 is how much of what lies beneath it hides."""
        self.pen.setStrokeColor(paint(colour))
        self.pen.setStrokeAlpha(strength)
        self.pen.setLineWidth(thickness)
        self.pen.line(start[0], self.size[1] - start[1], end[0], self.size[1] - end[1])

    def leader(self, start: Point, end: Point) -> None:
        """Draw a thin dotted line, as from a symbol to its name."""
        self.pen.saveState()
        self.pen.setStrokeColor(paint(INK))
        self.pen.setLineWidth(0.6)
        self.pen.setDash(2, 2)
        self.pen.line(start[0], self.size[1] - start[1], end[0], self.size[1] - end[1])
        self.pen.restoreState()

    def halo(self, x: float, y: float, text: str, size: float) -> None:
        """Write a line of text around a middle, with white around it, so that lines behind do not strike it out."""
        self.pen.saveState()
        self.pen.setStrokeColor(paint(PAPER))
        self.pen.setLineWidth(size * 0.25)
        self.pen.setLineJoin(1)
        start = x - width(text, size) / 2
        self._write(start, y, text, size, mode=1)
        self.pen.restoreState()
        self._write(start, y, text, size)

    def _write(
        self, x: float, y: float, text: str, size: float, *, bold: bool = False, colour: str = INK, mode: int = 0
    ) -> None:
        # A line of a text that is noted whole says nothing more.
        if f" {text} " not in self._noted:
            self.shows(text)
        self._boxes |= not drawable(text)
        for run in runs(text, bold=bold):
            if run.font == OUTLINES:
                draw_outlined(self.pen, (x, self.size[1] - y), run.text, size, bold=bold, colour=colour, mode=mode)
                continue
            written = self.pen.beginText(x, self.size[1] - y)
            written.setFont(run.font, size)
            written.setFillColor(paint(colour))
            written.setTextRenderMode(mode)
            written.textOut(run.text)
            self.pen.drawText(written)
            x += run_width(run, size, bold=bold)
