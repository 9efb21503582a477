"""A row of an indicator or a gap: its name, its figures over time, and what they say, with an arrow and a word."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from stakeholder_graph.views.charts.drawing.canvas import SMALL, TEXT, Canvas
from stakeholder_graph.views.charts.drawing.plane import DOTS
from stakeholder_graph.views.charts.drawing.theme import COLOURS, Role
from stakeholder_graph.views.charts.kinds.plot import Size
from stakeholder_graph.views.charts.kinds.time_panel import TimePanel
from stakeholder_graph.views.layout.text_width import wrap

ArrowKind = Literal["better", "same", "worse", "unknown"]
#: By how it stands: the colour of its line and its arrow; never the colour alone.
ROLES: dict[ArrowKind, Role] = {"better": "accent", "same": "quiet", "worse": "fewer", "unknown": "quiet"}
#: Widths: of the whole, of the column of names, and of the figures; on a phone the name stands above.
WIDE, NARROW, NAMES, FIGURES = 600.0, 340.0, 150.0, 230.0
#: How high figures are, how much higher with labels of two lines, from one line of words to the next, and how much room
#: an arrow takes.
HIGH, LABELS, LEADING, ARROW = 60.0, 14.0, 15.0, 16.0
#: A name breaks into so many lines.
LINES = 4


@dataclass(frozen=True, slots=True)
class LineRow:
    """One row.

    Parameters
    ----------
    name : str
        Of the indicator, or whose gap it is.
    panel : TimePanel or None
        Its figures; None where there are none to draw.
    standing : {"better", "same", "worse", "unknown"}
        Which arrow stands before its verdict: upwards is better, whichever way the figures go.
    verdict : str
        In words.
    said : tuple of str
        Further lines.
    about : str
        What of it, where that is not the whole, such as its gap; below the name.
    titled : bool
        Whether its name stands above the picture already, as in small multiples.

    Examples
    --------
    >>> LineRow("Reading", None, "unknown", "no figures").draw("narrow").width
    340.0
    """

    name: str
    panel: TimePanel | None
    standing: ArrowKind
    verdict: str
    said: tuple[str, ...] = ()
    about: str = ""
    titled: bool = False

    @property
    def title(self) -> str:
        """Its name."""
        return self.name

    @property
    def described(self) -> str:
        """All that it says, for those who do not see it."""
        name = f"{self.name} ({self.about})" if self.about else self.name
        return "; ".join((f"{name}: {self.verdict}", *self.said))

    def draw(self, size: Size) -> Canvas:
        """Draw it."""
        beside = size == "wide"
        left = NAMES + FIGURES + 12 if beside else NARROW / 2 + 8
        width = WIDE if beside else NARROW
        words = [*_wrapped(self.verdict, width - left - ARROW, 2, bold=True)]
        verdict_lines = len(words)
        words += [line for text in self.said for line in _wrapped(text, width - left, 3)]
        names = [] if self.titled else wrap(self.name, TEXT, (NAMES if beside else width) / 1.09, LINES)
        lines = len(names) + bool(self.about and not self.titled)
        above = 0.0 if beside else 17.0 * lines
        figures = HIGH + (LABELS if self.panel.other else 0.0) if self.panel else 0.0
        high = max(figures, LEADING * len(words) + 10, 17.0 * lines + 10 if beside else 0)
        canvas = Canvas(width, above + high)
        for k, line in enumerate(names):
            canvas.text(0, 20 + 17 * k if beside else 13 + 17 * k, line, bold=True)
        if lines > len(names):
            canvas.text(0, (20 if beside else 13) + 17 * len(names), self.about, role="muted", size=SMALL)
        if self.panel:
            span = (NAMES, FIGURES) if beside else (0.0, NARROW / 2)
            self.panel.draw(canvas, span[0], above, span[1], figures)
        middle = above + 16
        draw_arrow(canvas, self.standing, left + 5, middle - 4.5)
        for k, line in enumerate(words):
            bold = k < verdict_lines
            x = left + (ARROW if bold else 0)
            canvas.text(x, middle + LEADING * k, line, role="ink" if bold else "muted", size=SMALL + bold, bold=bold)
        return canvas


def draw_arrow(canvas: Canvas, standing: ArrowKind, x: float, y: float, role: Role | None = None) -> None:
    """Draw how something stands around a point: upwards better, downwards worse, across the same, a ring not known.

    Parameters
    ----------
    canvas : Canvas
        What is drawn on.
    standing : {"better", "same", "worse", "unknown"}
        Which arrow.
    x, y : float
        Its middle, in pixels.
    role : Role, optional
        Its colour; by default that of how it stands.
    """
    from matplotlib.patches import Circle, Polygon

    colour = COLOURS[role or ROLES[standing]]
    if standing == "unknown":
        canvas.draw([Circle((x, y), 4, facecolor=COLOURS["paper"], edgecolor=colour, linewidth=1.6)], standing, DOTS)
        return
    shapes = {
        "better": ((-5.5, 4.5), (0, -5.5), (5.5, 4.5)),
        "worse": ((-5.5, -4.5), (0, 5.5), (5.5, -4.5)),
        "same": ((-4.5, -5.5), (5.5, 0), (-4.5, 5.5)),
    }
    corners = [(x + across, y + down) for across, down in shapes[standing]]
    canvas.draw([Polygon(corners, closed=True, facecolor=colour, linewidth=0)], standing, DOTS)


def _wrapped(text: str, width: float, most: int, *, bold: bool = False) -> Sequence[str]:
    return wrap(text, SMALL + bold, width / (1.07 if bold else 1.0), most)
