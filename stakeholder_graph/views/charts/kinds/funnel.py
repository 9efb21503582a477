"""A funnel: how far places, or communities, lie off what is expected of them, within what is usual for their size."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log10

from stakeholder_graph.text import N_, number, translate
from stakeholder_graph.views.charts.drawing.canvas import SMALL, Canvas, PixelScale, width_of
from stakeholder_graph.views.charts.drawing.plane import BARS, DOTS, LINES
from stakeholder_graph.views.charts.drawing.theme import COLOURS, Role
from stakeholder_graph.views.charts.kinds.key import KeyEntry, draw_key, key_height
from stakeholder_graph.views.charts.kinds.plot import WIDTHS, Size

#: How high what is drawn is, the room for numbers at its left and below, and how far names stand apart.
HIGH, LEFT, BELOW, APART = 240.0, 46.0, 34.0, 14.0
#: Sizes that differ by more than this factor lie on a logarithmic scale.
WIDELY = 10.0


@dataclass(frozen=True, slots=True)
class FunnelWords:
    """What a funnel calls what it shows; message ids.

    Parameters
    ----------
    dot, named : str
        What a dot is, and one that stands out.
    usual, nearly_all : str
        What lies within the limits.
    expected : str
        The line in the middle.
    size : str
        What lies across.
    """

    dot: str
    named: str
    usual: str
    nearly_all: str
    expected: str
    size: str


PLACES = FunnelWords(
    dot=N_("a place"),
    named=N_("better than expected"),
    usual=N_("95 of 100 places of this size"),
    nearly_all=N_("998 of 1,000"),
    expected=N_("as expected"),
    size=N_("people"),
)


@dataclass(frozen=True, slots=True)
class FunnelDot:
    """One place: of how many people, how much better than expected, and its name only if it stands out."""

    n: float
    apart: float
    name: str = ""


@dataclass(frozen=True, slots=True)
class FunnelLimit:
    """Within what 95 of 100, and 998 of 1,000, places of a size lie."""

    n: float
    usual: float
    nearly_all: float


@dataclass(frozen=True, slots=True)
class Funnel:
    """Places by size, and how much better than expected they do.

    Parameters
    ----------
    title : str
        Of which indicator.
    dots : tuple of FunnelDot
        At least one.
    limits : tuple of FunnelLimit
        From the smallest size to the largest.
    unit : str
        Of what they are apart.
    words : FunnelWords
        What it calls them.

    Examples
    --------
    >>> Funnel("Reading", (FunnelDot(100, 12.0, "Hill School"), FunnelDot(200, -3.0)), ()).draw("narrow").width
    340.0
    """

    title: str
    dots: tuple[FunnelDot, ...]
    limits: tuple[FunnelLimit, ...]
    unit: str = ""
    words: FunnelWords = PLACES

    def draw(self, size: Size) -> Canvas:
        """Draw it."""
        width = WIDTHS[size]
        key = self._key()
        top = key_height(key, width) + 6
        canvas = Canvas(width, top + HIGH + BELOW)
        draw_key(canvas, key, width)
        most = max([abs(dot.apart) for dot in self.dots] + [limit.nearly_all for limit in self.limits]) or 1.0
        down = PixelScale(top + HIGH, top, -1.06 * most, 1.06 * most)
        sizes = [dot.n for dot in self.dots] + [limit.n for limit in self.limits]
        across = _Across(LEFT + 8, width - 10, min(sizes), max(sizes))
        self._draw_limits(canvas, across, down)
        _draw_lines(canvas, [[(LEFT, down(0)), (width, down(0))]], 1.5, "ink", "expected")
        _draw_dots(canvas, [dot for dot in self.dots if not dot.name], across, down, "quiet", "place")
        named = [dot for dot in self.dots if dot.name]
        _draw_dots(canvas, named, across, down, "accent", "named")
        self._write_axes(canvas, across, down, width)
        _write_names(canvas, named, across, down, width)
        return canvas

    def _key(self) -> list[KeyEntry]:
        key = [KeyEntry("dot", "quiet", translate(self.words.dot))]
        if any(dot.name for dot in self.dots):
            key.append(KeyEntry("dot", "accent", translate(self.words.named)))
        # In words beside the line they would cover dots.
        key.append(KeyEntry("line", "ink", translate(self.words.expected)))
        if self.limits:
            key.append(KeyEntry("band", "accent-soft", translate(self.words.usual)))
            key.append(KeyEntry("band", "soft", translate(self.words.nearly_all)))
        return key

    def _draw_limits(self, canvas: Canvas, across: "_Across", down: PixelScale) -> None:
        from matplotlib.patches import Polygon

        roles: tuple[tuple[Role, str], ...] = (("soft", "nearly-all"), ("accent-soft", "usual"))
        for role, name in roles:
            ends = [(limit.n, limit.usual if name == "usual" else limit.nearly_all) for limit in self.limits]
            placed = [(across(n), down(reach), down(-reach)) for n, reach in ends]
            if len(placed) == 1:  # all are of one size, for which the limits hold from side to side
                placed = [(x, *placed[0][1:]) for x in across.ends]
            if placed:
                upper = [(x, top) for x, top, _bottom in placed]
                lower = [(x, bottom) for x, _top, bottom in reversed(placed)]
                band = Polygon([*upper, *lower], closed=True, facecolor=COLOURS[role], linewidth=0)
                canvas.draw([band], name, BARS)

    def _write_axes(self, canvas: Canvas, across: "_Across", down: PixelScale, width: float) -> None:
        for value in (down.high / 1.06, 0.0, down.low / 1.06):
            sign = "+" if value > 0 else "−" if value < 0 else ""
            written = f"{sign}{number(abs(round(value, 1)))}"
            canvas.text(LEFT - 4, down(value) + 4, written, role="muted", size=SMALL - 1, anchor="end")
        y = down.left + 14
        canvas.text(across(across.low), y, number(across.low), role="muted", size=SMALL - 1, anchor="middle")
        if across.high > across.low:
            canvas.text(width, y, number(across.high), role="muted", size=SMALL - 1, anchor="end")
        canvas.text(
            (LEFT + width) / 2, y + 14, translate(self.words.size), role="muted", size=SMALL - 1, anchor="middle"
        )


class _Across:
    """Where a size lies: on a logarithmic scale where sizes differ widely."""

    def __init__(self, left: float, right: float, low: float, high: float) -> None:
        self.low, self.high, self.ends = low, high, (left, right)
        self._log = low > 0 and high / low > WIDELY
        ends = (log10(low), log10(high)) if self._log else (low, high)
        self._scale = PixelScale(left, right, *(ends if ends[0] < ends[1] else (ends[0] - 1, ends[1] + 1)))

    def __call__(self, n: float) -> float:
        return self._scale(log10(n) if self._log else n)


def _draw_lines(
    canvas: Canvas, lines: Sequence[Sequence[tuple[float, float]]], width: float, role: Role, name: str
) -> None:
    from matplotlib.collections import LineCollection

    canvas.draw([LineCollection(lines, colors=COLOURS[role], linewidths=width)], name, LINES)


def _draw_dots(
    canvas: Canvas, dots: Sequence[FunnelDot], across: _Across, down: PixelScale, role: Role, name: str
) -> None:
    from matplotlib.patches import Circle

    radius = 4.6 if name == "named" else 3.2
    drawn = [Circle((across(d.n), down(d.apart)), radius, facecolor=COLOURS[role], linewidth=0) for d in dots]
    canvas.draw(drawn, name, DOTS)


def _write_names(canvas: Canvas, dots: Sequence[FunnelDot], across: _Across, down: PixelScale, width: float) -> None:
    """Write names beside their dots, the highest first, each below the one before where they would meet."""
    lowest = 0.0
    for dot in sorted(dots, key=lambda dot: -dot.apart):
        x, y = across(dot.n), max(down(dot.apart) + 4, lowest + APART)
        lowest = y
        right = x + 9 + width_of(dot.name, SMALL, bold=True) <= width
        at = x + 9 if right else x - 9
        canvas.text(at, y, dot.name, size=SMALL, bold=True, anchor="start" if right else "end")
