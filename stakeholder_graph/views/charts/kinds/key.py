"""Keys: what the marks of a chart mean, in a line above it that breaks where there is no room."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from stakeholder_graph.views.charts.drawing.canvas import SMALL, Canvas, cut, width_of
from stakeholder_graph.views.charts.drawing.theme import COLOURS, Role
from stakeholder_graph.views.charts.kinds.plot import WIDTHS, Size

#: From one line to the next, and how wide a key by itself may be.
LINE, WIDE = 22.0, 1000.0


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """What a mark of some colour means, in words."""

    mark: Literal["dot", "tick", "line", "band", "hollow"]
    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class SharedKey:
    """A key by itself, for several charts below it.

    Parameters
    ----------
    entries : tuple of KeyEntry
        In order.

    Examples
    --------
    >>> SharedKey((KeyEntry("dot", "quiet", "as it is"), KeyEntry("tick", "ink", "by chance"))).title
    'as it is, by chance'
    """

    entries: tuple[KeyEntry, ...]

    @property
    def title(self) -> str:
        """What it says, for those who do not see it."""
        return ", ".join(entry.text for entry in self.entries)

    def draw(self, size: Size) -> Canvas:
        """Draw it."""
        width = WIDE if size == "wide" else WIDTHS[size]
        canvas = Canvas(width, key_height(self.entries, width))
        draw_key(canvas, self.entries, width)
        return canvas


def key_height(entries: Sequence[KeyEntry], width: float) -> float:
    """How much room a key takes."""
    return LINE * len(_lines(entries, width)) + 4 if entries else 0.0


def draw_key(canvas: Canvas, entries: Sequence[KeyEntry], width: float, top: float = 0.0) -> None:
    """Draw a key."""
    from matplotlib.patches import Circle, Patch, Rectangle

    for k, line in enumerate(_lines(entries, width)):
        middle = top + 11 + LINE * k
        for x, entry in line:
            colour = COLOURS[entry.role]
            shape: Patch
            if entry.mark == "dot":
                shape = Circle((x + 6, middle), 5)
            elif entry.mark == "tick":
                shape = Rectangle((x + 5, middle - 8), 2, 16)
            elif entry.mark == "line":
                shape = Rectangle((x, middle - 0.75), 14, 1.5)
            else:
                shape = Rectangle((x, middle - 5), 14, 10)
            shape.set(facecolor=colour, linewidth=0)
            if entry.mark == "hollow":
                shape.set(facecolor=COLOURS["paper"], edgecolor=colour, linewidth=1.5)
            canvas.draw([shape])
            canvas.text(x + 20, middle + 4, cut(entry.text, width - 22, SMALL), role="muted", size=SMALL)


def _lines(entries: Sequence[KeyEntry], width: float) -> list[list[tuple[float, KeyEntry]]]:
    lines: list[list[tuple[float, KeyEntry]]] = []
    x = 0.0
    for entry in entries:
        wide = 20 + width_of(entry.text, SMALL)
        if not lines or x + wide > width:
            lines.append([])
            x = 0.0
        lines[-1].append((x, entry))
        x += wide + 22
    return lines
