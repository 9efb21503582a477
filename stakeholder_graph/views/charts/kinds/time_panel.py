"""A small panel of figures over time, on an axis that begins at zero: a line a test, target, and what is ahead."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import floor, log10

from stakeholder_graph.text import number
from stakeholder_graph.views.charts.drawing.canvas import SMALL, Canvas, PixelScale, cut, width_of
from stakeholder_graph.views.charts.drawing.plane import BARS, DOTS, LINES, TICKS
from stakeholder_graph.views.charts.drawing.theme import COLOURS, Role

TimePoint = tuple[float, float]
"""When, and how much."""

#: Room for the numbers of the axis, for the labels of the highest line above it, and for the years below.
LEFT, ABOVE, BELOW = 38.0, 8.0, 16.0
#: Lengths of a dash and of the space after it.
DASH, SPACE = 5.0, 3.5
_STEPS = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)


@dataclass(frozen=True, slots=True)
class Ahead:
    """Where the line of the years leads if nothing changes.

    Parameters
    ----------
    start, end : tuple of float
        On that line at the latest figure, and a unit of time on.
    low, high : float
        The interval of a new figure then.
    """

    start: TimePoint
    end: TimePoint
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class TimePanel:
    """Figures over time.

    Parameters
    ----------
    tests : tuple of tuple of (float, float)
        A line for each test, the one in use last: nothing joins two of them.
    role : Role
        The colour of the one in use.
    periods : tuple of str
        What the first and the latest figure are called.
    baseline : tuple of (float, float) or None
        What the latest figure is held against.
    target : float or None
        A line across.
    ahead : Ahead or None
        None of fewer than four figures.
    other : tuple of (float, float)
        A second line, at the same times as the one in use, with a band between them.
    labels : tuple of tuple of str
        What stands at the line in use and at the other: a name, and its number where there is room.

    Examples
    --------
    >>> TimePanel((((2020, 41.0), (2024, 47.0)),), "accent", ("2020", "2024")).axis
    (0.0, 50.0)
    """

    tests: tuple[tuple[TimePoint, ...], ...]
    role: Role
    periods: tuple[str, str] = ("", "")
    baseline: TimePoint | None = None
    target: float | None = None
    ahead: Ahead | None = None
    other: tuple[TimePoint, ...] = ()
    labels: tuple[tuple[str, str], tuple[str, str]] = (("", ""), ("", ""))

    @property
    def axis(self) -> tuple[float, float]:
        """From 0, or the least figure below it, to a round number that holds everything."""
        values = [value for points in (*self.tests, self.other) for _at, value in points]
        values += [self.target] if self.target is not None else []
        values += [self.ahead.low, self.ahead.high, self.ahead.end[1]] if self.ahead else []
        low, high = min(values, default=0.0), max(values, default=0.0)
        ends = (-_round_above(-low) if low < 0 else 0.0), (_round_above(high) if high > 0 else 0.0)
        return ends if ends[0] < ends[1] else (0.0, 1.0)

    def draw(self, canvas: Canvas, left: float, top: float, width: float, height: float) -> None:
        """Draw it into a part of a canvas.

        Parameters
        ----------
        canvas : Canvas
            What is drawn on.
        left, top, width, height : float
            The part, with the numbers of the axis and the years.
        """
        times = [at for points in (*self.tests, self.other) for at, _value in points]
        times += [self.ahead.end[0]] if self.ahead else []
        if not times:
            return
        first, last = min(times), max(times)
        alone = first == last
        across = PixelScale(left + LEFT + 5, left + width - 7, first - alone, last + alone)
        down = PixelScale(top + height - BELOW, top + ABOVE + (8 if self.other else 0), *self.axis)
        self._draw_axis(canvas, left, across, down)
        if self.other:
            self._draw_band(canvas, across, down)
        self._draw_tests(canvas, across, down)
        if self.ahead:
            self._draw_ahead(canvas, self.ahead, across, down)
        self._draw_target(canvas, across, down)
        self._draw_dots(canvas, across, down)

    def _draw_axis(self, canvas: Canvas, left: float, across: PixelScale, down: PixelScale) -> None:
        ends = across.left - 5, across.right + 7
        for value in (down.low, down.high):
            _lines(canvas, [[(ends[0], down(value)), (ends[1], down(value))]], 1, "line", "axis")
            canvas.text(left + LEFT - 4, down(value) + 4, number(value), role="muted", size=SMALL - 1, anchor="end")
        if down.low < 0 < down.high:
            _lines(canvas, [[(ends[0], down(0)), (ends[1], down(0))]], 1, "quiet", "zero")
        every = [at for points in self.tests for at, _value in points]
        y = down.left + 13
        begins, last = self.periods
        if begins != last and every:
            canvas.text(max(across(min(every)) - 5, ends[0]), y, begins, role="muted", size=SMALL - 1)
        if every:
            half = width_of(last, SMALL - 1) / 2
            x = min(across(max(every)), ends[1] - half)
            canvas.text(x, y, last, role="muted", size=SMALL - 1, anchor="middle")

    def _draw_band(self, canvas: Canvas, across: PixelScale, down: PixelScale) -> None:
        from matplotlib.patches import Polygon

        ours, theirs = ([(across(at), down(value)) for at, value in line] for line in (self.tests[-1], self.other))
        if len(ours) > 1:
            band = Polygon([*ours, *reversed(theirs)], closed=True, facecolor=COLOURS["accent-soft"], linewidth=0)
            canvas.draw([band], "band", BARS)
        else:
            _lines(canvas, [[ours[0], theirs[0]]], 6, "accent-soft", "band", BARS)
        _lines(canvas, [theirs], 2, "quiet", "other")
        above = sum(value for _at, value in self.tests[-1]) >= sum(value for _at, value in self.other)
        wide = across.right - across.left
        for line, (name, written), over in ((ours, self.labels[0], above), (theirs, self.labels[1], not above)):
            ys = [y for _x, y in line]
            y = max(min(ys) - 6, down.right - 3) if over else min(max(ys) + 14, down.left - 3)
            canvas.text(across.left, y, cut(name, wide, SMALL - 1), role="muted", size=SMALL - 1)
            end = width_of(name, SMALL - 1) + 5
            if end + width_of(written, SMALL - 1) <= wide:
                canvas.text(across.left + end, y, written, role="muted", size=SMALL - 1)

    def _draw_tests(self, canvas: Canvas, across: PixelScale, down: PixelScale) -> None:
        for number_of_it, points in enumerate(self.tests, 1):
            role: Role = self.role if number_of_it == len(self.tests) else "quiet"
            line = [(across(at), down(value)) for at, value in points]
            if len(line) > 1:
                _lines(canvas, [line], 2, role, "series")
            elif line:
                _dots(canvas, line, 2.5, role, "series")
        for before, after in zip(self.tests, self.tests[1:], strict=False):
            if before and after:
                x = across((before[-1][0] + after[0][0]) / 2)
                _lines(canvas, _dashes((x, down.right), (x, down.left)), 1, "quiet", "new-test", TICKS)

    def _draw_ahead(self, canvas: Canvas, ahead: Ahead, across: PixelScale, down: PixelScale) -> None:
        start, end = ((across(at), down(value)) for at, value in (ahead.start, ahead.end))
        _lines(canvas, [[(end[0], down(ahead.low)), (end[0], down(ahead.high))]], 5, "accent-soft", "interval", BARS)
        _lines(canvas, _dashes(start, end), 1.5, "ink", "ahead")

    def _draw_target(self, canvas: Canvas, across: PixelScale, down: PixelScale) -> None:
        if self.target is None:
            return
        y = down(self.target)
        _lines(canvas, [[(across.left - 5, y), (across.right + 7, y)]], 1.5, "ink", "target", TICKS)

    def _draw_dots(self, canvas: Canvas, across: PixelScale, down: PixelScale) -> None:
        if self.baseline:
            at, value = self.baseline
            _dots(canvas, [(across(at), down(value))], 3.6, self.role, "baseline", hollow=True)
        if self.tests and self.tests[-1]:
            at, value = self.tests[-1][-1]
            _dots(canvas, [(across(at), down(value))], 4.2, self.role, "latest")
        if self.other:
            at, value = self.other[-1]
            _dots(canvas, [(across(at), down(value))], 3.4, "quiet", "latest-other")


def _round_above(value: float) -> float:
    """The least round number that is no less."""
    power = 10.0 ** floor(log10(value))
    return next(step * power for step in _STEPS if step * power >= value * (1 - 1e-12))


def _dashes(start: TimePoint, end: TimePoint) -> list[list[TimePoint]]:
    length = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5
    if not length:
        return []
    across, down = ((end[axis] - start[axis]) / length for axis in (0, 1))
    count = int(length // (DASH + SPACE)) + 1
    pieces = [(k * (DASH + SPACE), min(k * (DASH + SPACE) + DASH, length)) for k in range(count)]
    return [
        [(start[0] + along * across, start[1] + along * down) for along in piece]
        for piece in pieces
        if piece[0] < piece[1]
    ]


def _lines(
    canvas: Canvas, lines: Sequence[Sequence[TimePoint]], width: float, role: Role, name: str, depth: float = LINES
) -> None:
    from matplotlib.collections import LineCollection

    if lines:
        canvas.draw([LineCollection(lines, colors=COLOURS[role], linewidths=width)], name, depth)


def _dots(
    canvas: Canvas, points: Iterable[TimePoint], radius: float, role: Role, name: str, *, hollow: bool = False
) -> None:
    from matplotlib.patches import Circle

    drawn = [Circle(point, radius, facecolor=COLOURS["paper" if hollow else role], linewidth=0) for point in points]
    for dot in drawn if hollow else ():
        dot.set(edgecolor=COLOURS[role], linewidth=1.6)
    canvas.draw(drawn, name, DOTS)
