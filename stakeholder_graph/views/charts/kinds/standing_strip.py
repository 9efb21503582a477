"""A strip of arrows, one for each indicator: the better ones first, then those about the same, worse, not known."""

from dataclasses import dataclass

from stakeholder_graph.views.charts.drawing.canvas import Canvas
from stakeholder_graph.views.charts.kinds.line_row import ArrowKind, draw_arrow
from stakeholder_graph.views.charts.kinds.plot import Size

#: Marks stand in lines of so many; more lines than this are no picture any more.
A_LINE, MOST_LINES = 30, 6
PITCH, HIGH = 15.0, 18.0


@dataclass(frozen=True, slots=True)
class StandingStrip:
    """Marks for indicators.

    Parameters
    ----------
    title : str
        What it shows.
    better, same, worse, unknown : int
        How many of each.

    Examples
    --------
    >>> StandingStrip("", 7, 3, 1, 1).draw("small").width
    180.0
    """

    title: str
    better: int
    same: int
    worse: int
    unknown: int

    @property
    def drawable(self) -> bool:
        """Whether there are few enough."""
        return 0 < self.better + self.same + self.worse + self.unknown <= A_LINE * MOST_LINES

    def draw(self, size: Size) -> Canvas:
        """Draw it."""
        marks: list[ArrowKind] = []
        marks += ["better"] * self.better
        marks += ["same"] * self.same
        marks += ["worse"] * self.worse
        marks += ["unknown"] * self.unknown
        canvas = Canvas(PITCH * min(len(marks), A_LINE), HIGH * -(-len(marks) // A_LINE))
        for k, mark in enumerate(marks):
            draw_arrow(canvas, mark, PITCH * (k % A_LINE) + PITCH / 2, HIGH * (k // A_LINE) + HIGH / 2)
        return canvas
