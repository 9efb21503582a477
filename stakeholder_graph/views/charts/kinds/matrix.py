"""A matrix whose weight is on what differs: a square as large as the difference, coloured where that is clear."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Literal

from stakeholder_graph.text import N_, _, number
from stakeholder_graph.views.charts.drawing.canvas import SMALL, TEXT, Canvas, cut, width_of
from stakeholder_graph.views.charts.drawing.plane import BARS
from stakeholder_graph.views.charts.drawing.theme import COLOURS, Role
from stakeholder_graph.views.charts.kinds.dumbbell import Dumbbell, DumbbellRow
from stakeholder_graph.views.charts.kinds.key import KeyEntry, draw_key, key_height
from stakeholder_graph.views.charts.kinds.plot import WIDTHS, Size
from stakeholder_graph.views.layout.text_width import wrap

if TYPE_CHECKING:
    from matplotlib.patches import Rectangle

_FROM_TO, _BETWEEN = N_("{sector} to {other}"), N_("{sector} and {other}")
Differs = Literal["more", "fewer", ""]
_ROLES: Mapping[Differs, Role] = {"more": "accent", "fewer": "fewer", "": "soft"}

#: The column of names, the slanted names above, and the most pairs that a phone lists.
COLUMN, ABOVE, MOST_PAIRS = 150.0, 96.0, 12
#: The most height of a cell; room for two lines; what lies between words and the edge of a square.
HIGH, TWO_LINES, ROOM = 42.0, 30.0, 3.0


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """What is between two sectors, and what would be usual; None where that is not known.

    Parameters
    ----------
    sector, other : str
        The one on the left and the one above.
    observed, expected : float or None
        Counts.
    differs : {"more", "fewer", ""}
        Whether the difference is clear.
    """

    sector: str
    other: str
    observed: float | None
    expected: float | None = None
    differs: Differs = ""

    @property
    def difference(self) -> float:
        """How far what is lies from what would be usual."""
        if self.observed is None or self.expected is None:
            return 0.0
        return abs(self.observed - self.expected)


@dataclass(frozen=True, slots=True)
class SectorMatrix:
    """Pairs of sectors; on a phone, where a matrix has no room, the pairs that differ most.

    Parameters
    ----------
    title : str
        What is counted.
    sectors : tuple of str
        Rows and columns.
    cells : tuple of MatrixCell
        Pairs that are not there stay blank.
    directed : bool
        Whether what is from one sector to another differs from what is the other way.
    usual : str
        What would be usual, for the phone's key.

    Examples
    --------
    >>> cell = MatrixCell("Health", "Schools", 3, 10)
    >>> SectorMatrix("Connections", ("Health", "Schools"), (cell,), False, "usual").draw("wide").width
    640.0
    """

    title: str
    sectors: tuple[str, ...]
    cells: tuple[MatrixCell, ...]
    directed: bool
    usual: str

    def draw(self, size: Size) -> Canvas:
        """Draw it."""
        if size == "narrow":
            return self.most_different().draw(size)
        key, squares = self._key(), []
        top = key_height(key, WIDTHS[size]) + ABOVE
        cell = _cell_width(WIDTHS[size], len(self.sectors))
        high = min(HIGH, cell)
        canvas = Canvas(WIDTHS[size], top + high * len(self.sectors) + 6)
        draw_key(canvas, key, WIDTHS[size])
        largest = max((it.difference for it in self.cells), default=0.0)
        for k, sector in enumerate(self.sectors):
            middle = high * (k + 0.5)
            canvas.text(COLUMN + cell * (k + 0.5) - 2, top - 8, cut(sector, 125, SMALL), size=SMALL, slant=40)
            for line, words in enumerate(lines := wrap(sector, SMALL, COLUMN - 14, 2)):
                canvas.text(0, top + middle + 4 + 14 * (line - (len(lines) - 1) / 2), words, size=SMALL)
        for shown in self.cells:
            row, column = self.sectors.index(shown.sector), self.sectors.index(shown.other)
            middle = top + high * (row + 0.5)
            across = COLUMN + cell * (column + 0.5)
            side = _side(shown, high, largest)
            shift = _write_cell(canvas, shown, (across, middle), cell, side)
            squares.append(_square(shown, (across + shift, middle), side))
        canvas.draw([square for square in squares if square], "cells", BARS)
        return canvas

    def most_different(self) -> Dumbbell:
        """The pairs that differ most, those whose difference is clear first."""
        compared = [it for it in self.cells if it.observed is not None]
        compared.sort(key=lambda it: (not it.differs, -it.difference, -(it.observed or 0), it.sector, it.other))
        name = _FROM_TO if self.directed else _BETWEEN
        rows = tuple(
            DumbbellRow(
                _(name, sector=it.sector, other=it.other),
                it.observed,
                it.expected,
                number(it.observed),
                "" if it.expected is None else f"{it.expected:.0f}",
                bool(it.differs),
            )
            for it in compared[:MOST_PAIRS]
        )
        return Dumbbell(self.title, rows, self.usual)

    def _key(self) -> list[KeyEntry]:
        said = {it.differs for it in self.cells}
        key = [KeyEntry("band", "accent", _("more than usual"))] if "more" in said else []
        key += [KeyEntry("band", "fewer", _("fewer than usual"))] if "fewer" in said else []
        if any(it.difference for it in self.cells):
            key.append(KeyEntry("band", "soft", _("more, not clearly")))
            key.append(KeyEntry("hollow", "line", _("fewer, not clearly")))
        return key


def _cell_width(width: float, sectors: int) -> float:
    """Of few sectors so wide that words have room beside a square; slanted names keep within the picture."""
    return max(min(84.0, 420 / sectors), min(64.0, (width - COLUMN - 30) / sectors))


def _side(shown: MatrixCell, high: float, largest: float) -> float:
    """How large the square of a cell is: as its difference; a cell is at least as wide as high."""
    if shown.observed is None:
        return 0.0
    share = sqrt(shown.difference / largest) if largest else 1.0 if shown.differs else 0.0
    return share * (high - 2)


def _square(shown: MatrixCell, middle: tuple[float, float], side: float) -> "Rectangle | None":
    """The square around a point."""
    from matplotlib.patches import Rectangle

    if side < 1:
        return None
    corner = middle[0] - side / 2, middle[1] - side / 2
    square = Rectangle(corner, side, side, facecolor=COLOURS[_ROLES[shown.differs]], linewidth=0)
    if not shown.differs and (shown.expected or 0) > (shown.observed or 0):
        square.set(facecolor=COLOURS["paper"], edgecolor=COLOURS["line"], linewidth=1.5)
    return square


def _write_cell(canvas: Canvas, shown: MatrixCell, middle: tuple[float, float], cell: float, side: float) -> float:
    """Write the number, in its square where it fits there, else beside it; how far the square gives way for that.

    Where the cell is too narrow for both, the number stands over the square in the ink of the page, on a rim of paper.
    """
    x, y = middle
    written = "–" if shown.observed is None else number(shown.observed)
    if not shown.differs:
        size = min(SMALL, SMALL * (cell - 2) / width_of(written, SMALL))
        canvas.text(x, y + 4, written, role="muted", size=size, anchor="middle")
        return 0.0
    usual = "" if shown.expected is None else _("not {usual}", usual=number(round(shown.expected)))
    alone, both = width_of(written, bold=True), max(width_of(written, bold=True), width_of(usual, SMALL - 1))
    # With what would be usual where that has room, in the square or beside it; else the number by itself.
    for wide, below, least in ((both, usual, TWO_LINES), (alone, "", TEXT)):
        inside, beside = side >= max(wide + 2 * ROOM, least), cell >= side + wide + 2 * ROOM
        if inside or beside:
            left = x if inside else x + (side + ROOM) / 2
            role: Role = "paper" if inside else "ink"
            canvas.text(left, y + (1 if below else 5), written, role=role, bold=True, anchor="middle")
            if below:
                canvas.text(left, y + 14, below, role=role, size=SMALL - 1, anchor="middle")
            return 0.0 if inside else -(wide + ROOM) / 2
    canvas.text(x, y + 5, written, size=min(TEXT, TEXT * (cell - 2) / alone), bold=True, anchor="middle")
    return 0.0
