"""A line between a measure's bounds: where the value lies, where chance would put it, how far it could move."""

from dataclasses import dataclass

from stakeholder_graph.model.finding import Interval
from stakeholder_graph.text import _
from stakeholder_graph.views.charts.drawing.canvas import SMALL, Anchor, Canvas, PixelScale
from stakeholder_graph.views.charts.drawing.plane import Plane
from stakeholder_graph.views.charts.drawing.theme import Role
from stakeholder_graph.views.charts.kinds.key import KeyEntry, draw_key
from stakeholder_graph.views.charts.kinds.plot import Size
from stakeholder_graph.views.layout.text_width import text_width

#: The line is one picture for every width: nothing stands beside it.
WIDTH, HEIGHT, MIDDLE = 420.0, 66.0, 38.0
#: How much room what is usual takes, in words below its tick.
USUAL = 20.0
#: The radius of the dot.
DOT = 6.1
#: How much room a key takes, where bands have to be told apart.
KEY = 26.0


@dataclass(frozen=True, slots=True)
class RangeLine:
    """One value between bounds.

    Parameters
    ----------
    title : str
        What it shows.
    value : float
        As it is.
    written : str
        The same in words.
    bounds : tuple of float
        What stands at the left and at the right end.
    ends : tuple of str
        What the bounds mean.
    usual : float or None
        What chance alone would give.
    usual_written : str
        The same in words.
    attainable, likely : tuple of float or None
        From the least to the most that is possible here; where the value would lie with all the answers.
    likely_written : str
        The range in words.
    stands_out : bool
        Whether the value differs clearly from what is usual.

    Examples
    --------
    >>> RangeLine("Within a sector", 22, "22 of 100", (0, 100), ("none", "all"), 13, "13 of 100").draw("wide").width
    420.0
    """

    title: str
    value: float
    written: str
    bounds: Interval
    ends: tuple[str, str]
    usual: float | None = None
    usual_written: str = ""
    attainable: Interval | None = None
    likely: Interval | None = None
    likely_written: str = ""
    stands_out: bool = False

    @property
    def described(self) -> str:
        """What it shows, with its numbers, for those who do not see it."""
        return "; ".join(filter(None, (f"{self.title}: {self.written}", self.usual_written, self.likely_written)))

    def draw(self, size: Size) -> Canvas:
        """Draw it."""
        key = self._key()
        high = HEIGHT + (USUAL if self.usual is not None else 0)
        canvas = Canvas(WIDTH, high + (KEY if key else 0))
        draw_key(canvas, key, WIDTH, high)
        scale = PixelScale(8, WIDTH - 8, *self.bounds)
        plane = Plane(canvas, scale)

        def band(ends: Interval | None, high: float, role: Role, name: str) -> None:
            if ends is not None:
                plane.bars([MIDDLE], [self._within(min(ends))], [self._within(max(ends))], high, [role], name)

        band(self.bounds, 2, "line", "bounds")
        band(self.attainable, 6, "line", "attainable")
        band(self.likely, 20, "accent-soft", "likely")
        value = self._within(self.value)
        role: Role = "accent" if self.stands_out or self.usual is None else "quiet"
        if self.usual is not None:
            usual = self._within(self.usual)
            plane.across([MIDDLE], [usual], [value], 3, [role], "difference")
            plane.down([MIDDLE], [usual], 11, 2, "usual")
            self._write(canvas, scale(usual), MIDDLE + 24, self.usual_written)
        plane.dots([MIDDLE], [value], DOT, [role], "value")
        self._write(canvas, scale(value), 18, self.written, strong=True)
        canvas.text(0, high - 4, self.ends[0], role="muted", size=SMALL)
        canvas.text(WIDTH, high - 4, self.ends[1], role="muted", size=SMALL, anchor="end")
        return canvas

    def _key(self) -> list[KeyEntry]:
        key = [KeyEntry("band", "accent-soft", _("with everyone’s answers"))] if self.likely else []
        return key + ([KeyEntry("band", "line", _("what is possible in this partnership"))] if self.attainable else [])

    def _within(self, value: float) -> float:
        return min(max(value, min(self.bounds)), max(self.bounds))

    @staticmethod
    def _write(canvas: Canvas, x: float, y: float, text: str, *, strong: bool = False) -> None:
        """Write around `x`, but within the picture."""
        size = 15.0 if strong else SMALL
        half = text_width(text, size) * 0.54
        anchor: Anchor = "start" if x - half < 0 else "end" if x + half > WIDTH else "middle"
        at = {"start": max(0.0, x - 7), "end": min(WIDTH, x + 7), "middle": x}[anchor]
        canvas.text(at, y, text, role="ink" if strong else "muted", size=size, bold=strong, anchor=anchor)
