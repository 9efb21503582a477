"""What charts are made of: bars, lines and dots, across in a chart's own numbers and down in pixels."""

from collections.abc import Sequence
from dataclasses import dataclass

from stakeholder_graph.views.charts.drawing.canvas import Canvas, PixelScale
from stakeholder_graph.views.charts.drawing.theme import COLOURS, Role

#: What lies above what: bars, lines, ticks, dots.
BARS, LINES, TICKS, DOTS = 0.1, 0.2, 0.3, 0.4


@dataclass(frozen=True, slots=True)
class Plane:
    """The part of a canvas on which a chart's numbers lie.

    Parameters
    ----------
    canvas : Canvas
        What is drawn on.
    scale : PixelScale
        Where the numbers lie.

    Examples
    --------
    >>> plane = Plane(Canvas(100, 20), PixelScale(0, 100, 0, 10))
    >>> plane.bars([10], [0], [3], 8, ["accent"], "value")
    >>> plane.canvas.elements()
    ['<g class="value"><path class="fill-accent" d="M 0 6 L 30 6 L 30 14 L 0 14 z"/></g>']
    """

    canvas: Canvas
    scale: PixelScale

    def bars(
        self,
        ys: Sequence[float],
        starts: Sequence[float],
        ends: Sequence[float],
        thick: float,
        roles: Sequence[Role],
        name: str = "",
    ) -> None:
        """Draw a bar around each `y`, `thick` pixels high."""
        from matplotlib.patches import Rectangle

        drawn = []
        for y, start, end, role in zip(ys, starts, ends, roles, strict=True):
            left = self.scale(start)
            size = self.scale(end) - left, thick
            drawn.append(Rectangle((left, y - thick / 2), *size, facecolor=COLOURS[role], linewidth=0))
        self.canvas.draw(drawn, name, BARS)

    def across(
        self,
        ys: Sequence[float],
        starts: Sequence[float],
        ends: Sequence[float],
        width: float,
        roles: Sequence[Role],
        name: str = "",
    ) -> None:
        """Draw a line at each `y` from one number to another."""
        ends_of = zip(ys, starts, ends, strict=True)
        lines = [((self.scale(start), y), (self.scale(end), y)) for y, start, end in ends_of]
        self._lines(lines, width, roles, name, LINES)

    def down(
        self, ys: Sequence[float], xs: Sequence[float], half: float, width: float, name: str = "", depth: float = TICKS
    ) -> None:
        """Draw a tick at each place, that reaches `half` its length above and below `y`, in pixels."""
        lines = [((self.scale(x), y - half), (self.scale(x), y + half)) for y, x in zip(ys, xs, strict=True)]
        self._lines(lines, width, ["ink"] * len(lines), name, depth)

    def dots(self, ys: Sequence[float], xs: Sequence[float], radius: float, roles: Sequence[Role], name: str) -> None:
        """Draw a dot at each place."""
        from matplotlib.patches import Circle

        drawn = [
            Circle((self.scale(x), y), radius, facecolor=COLOURS[role], linewidth=0)
            for y, x, role in zip(ys, xs, roles, strict=True)
        ]
        self.canvas.draw(drawn, name, DOTS)

    def _lines(
        self,
        lines: Sequence[tuple[tuple[float, float], tuple[float, float]]],
        width: float,
        roles: Sequence[Role],
        name: str,
        depth: float,
    ) -> None:
        from matplotlib.collections import LineCollection

        colours = [COLOURS[role] for role in roles]
        self.canvas.draw([LineCollection(lines, colors=colours, linewidths=width)], name, depth)
