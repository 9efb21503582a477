"""Where the rows of a chart lie: names beside what is drawn, or above it where there is little room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stakeholder_graph.views.charts.drawing.canvas import TEXT, Canvas, PixelScale, width_of
from stakeholder_graph.views.charts.kinds.plot import WIDTHS, Size
from stakeholder_graph.views.layout.text_width import wrap

#: How many lines a name may take, and from one line to the next.
LINES, LEADING = 3, 17.0
#: Where names stand beside what is drawn: the widest column of names, the least height of a row, and what a row adds to
#: the height of its names.
BESIDE: Mapping[Size, tuple[float, float, float]] = {
    "wide": (230.0, 30.0, 12.0),
    "small": (140.0, 20.0, 3.0),
    "medium": (240.0, 20.0, 3.0),
}
#: Sizes of charts beside a sentence.
BESIDE_SENTENCES: tuple[Size, ...] = ("small", "medium")
#: How much of a small chart numbers beside its bars may take.
SMALL_AFTER = 0.6
#: Below the names of a row on a phone.
BELOW_NAME = 31.0


@dataclass(frozen=True, slots=True)
class RowLayout:
    """Where rows lie, in pixels.

    Parameters
    ----------
    size : {"wide", "narrow", "small", "medium"}
        For which width.
    names : tuple of tuple of str
        The lines of each row's name.
    left : float
        Where what is drawn may begin.
    middles : tuple of float
        Of what is drawn in each row, downwards.
    height : float
        Of the whole.
    """

    size: Size
    names: tuple[tuple[str, ...], ...]
    left: float
    middles: tuple[float, ...]
    height: float

    @property
    def width(self) -> float:
        """Of the whole."""
        return WIDTHS[self.size]

    def scale(self, before: float, after: float, low: float, high: float) -> PixelScale:
        """A scale that leaves room for texts before and after what is drawn, but never more than two thirds.

        In a small chart texts after it may take more: numbers with their ranges.

        Parameters
        ----------
        before, after : float
            How much room, in pixels.
        low, high : float
            The chart's numbers at the ends; different.
        """
        most = (self.width - self.left) / 3
        most_after = SMALL_AFTER * (self.width - self.left) if self.size in BESIDE_SENTENCES else most
        return PixelScale(self.left + min(before, most), self.width - min(after, most_after), low, high)

    def write_names(self, canvas: Canvas, strong: Sequence[bool], faint: Sequence[bool]) -> None:
        """Write the names of all rows: bold where a row stands out, faint where there is nothing to draw."""
        for lines, middle, bold, pale in zip(self.names, self.middles, strong, faint, strict=True):
            first = middle - LEADING * (len(lines) - 1) / 2 + 5
            if self.size == "narrow":
                first = middle - 15 - LEADING * (len(lines) - 1)
            for k, line in enumerate(lines):
                canvas.text(0, first + LEADING * k, line, role="muted" if pale else "ink", bold=bold)


def row_layout(names: Sequence[str], size: Size, top: float) -> RowLayout:
    """Lay out rows below `top`.

    Parameters
    ----------
    names : sequence of str
        Of the rows.
    size : {"wide", "narrow", "small", "medium"}
        For which width.
    top : float
        How much room is taken above, as by a key.

    Examples
    --------
    >>> row_layout(["Schools", "Health"], "narrow", 20).left
    0.0
    """
    most, least, gap = BESIDE.get(size, (WIDTHS[size], 0.0, 0.0))
    # Names may be bold, so they break a little earlier.
    lines = tuple(wrap(name, TEXT, most / 1.09, LINES) for name in names)
    widest = max((width_of(line, bold=True) for name in lines for line in name), default=0.0)
    middles, y = [], top
    for name in lines:
        if size in BESIDE:
            high = max(least, LEADING * len(name) + gap)
            middles.append(y + high / 2)
        else:
            high = LEADING * len(name) + BELOW_NAME
            middles.append(y + LEADING * len(name) + 10)
        y += high
    return RowLayout(size, lines, min(widest, most) + 16 if size in BESIDE else 0.0, tuple(middles), y + 4)
