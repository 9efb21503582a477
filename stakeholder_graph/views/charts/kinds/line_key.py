"""What the marks in rows of indicators mean: arrows, the hollow dot, the line across, dashes, the band of a gap."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stakeholder_graph.text import _
from stakeholder_graph.views.charts.drawing.canvas import SMALL, Canvas, width_of
from stakeholder_graph.views.charts.drawing.theme import COLOURS, Role
from stakeholder_graph.views.charts.kinds.line_row import ArrowKind, LineRow, draw_arrow
from stakeholder_graph.views.charts.kinds.plot import WIDTHS, Size

#: How wide it may be, from one line to the next, and from a mark to its words.
WIDE, LINE, MARK = 1000.0, 20.0, 18.0


@dataclass(frozen=True, slots=True)
class LineKey:
    """The key of some rows: only what occurs in them.

    Parameters
    ----------
    rows : tuple of LineRow
        Any.

    Examples
    --------
    >>> key = LineKey((LineRow("Reading", None, "better", "better"), LineRow("Math", None, "worse", "worse")))
    >>> [text for _mark, text in key.entries]
    ['better', 'worse']
    """

    rows: tuple[LineRow, ...]

    @property
    def title(self) -> str:
        """What it says, for those who do not see it."""
        return ", ".join(text for _mark, text in self.entries)

    @property
    def entries(self) -> tuple[tuple[str, str], ...]:
        """Marks and what they mean."""
        return tuple(self._entries())

    def _entries(self) -> Iterator[tuple[str, str]]:
        standing = {row.standing for row in self.rows}
        words: Sequence[tuple[ArrowKind, str]] = (
            ("better", _("better")), ("same", _("about the same")), ("worse", _("worse")), ("unknown", _("not known")),
        )  # fmt: skip
        yield from ((mark, text) for mark, text in words if mark in standing)
        panels = [row.panel for row in self.rows if row.panel]
        marks = (
            ("baseline", _("baseline"), any(panel.baseline for panel in panels)),
            ("target", _("target"), any(panel.target is not None for panel in panels)),
            ("ahead", _("next year if the trend goes on, and its likely range"), any(panel.ahead for panel in panels)),
            ("new-test", _("the test changed"), any(len(panel.tests) > 1 for panel in panels)),
            ("band", _("between the two groups"), any(panel.other for panel in panels)),
        )
        yield from ((mark, text) for mark, text, occurs in marks if occurs)

    def draw(self, size: Size) -> Canvas:
        """Draw it."""
        width = WIDE if size == "wide" else WIDTHS[size]
        placed: list[tuple[float, float, str, str]] = []
        x = y = 0.0
        for mark, text in self.entries:
            wide = MARK + width_of(text, SMALL)
            if x and x + wide > width:
                x, y = 0.0, y + LINE
            placed.append((x, y + 11, mark, text))
            x += wide + 18
        canvas = Canvas(width, y + LINE)
        for left, middle, mark, text in placed:
            _draw_mark(canvas, mark, left + 6, middle)
            canvas.text(left + MARK, middle + 4, text, role="muted", size=SMALL)
        return canvas


def _draw_mark(canvas: Canvas, mark: str, x: float, y: float) -> None:
    from matplotlib.collections import LineCollection
    from matplotlib.patches import Circle, Patch, Rectangle

    if mark in ("better", "same", "worse", "unknown"):
        draw_arrow(canvas, mark, x, y)  # type: ignore[arg-type]
        return
    if mark in ("target", "ahead", "new-test"):
        ends = {
            "target": [[(x - 6, y), (x + 7, y)]],
            "ahead": [[(x - 6, y + 3), (x - 2, y + 1)], [(x + 1, y - 1), (x + 6, y - 3)]],
            "new-test": [[(x, y - 7), (x, y - 2)], [(x, y + 2), (x, y + 7)]],
        }[mark]
        role: Role = "quiet" if mark == "new-test" else "ink"
        canvas.draw([LineCollection(ends, colors=COLOURS[role], linewidths=1.5)], mark)
        return
    shape: Patch = Circle((x, y), 3.6, facecolor=COLOURS["paper"], edgecolor=COLOURS["ink"], linewidth=1.6)
    if mark == "band":
        shape = Rectangle((x - 6, y - 5), 13, 10, facecolor=COLOURS["accent-soft"], linewidth=0)
    canvas.draw([shape], mark)
