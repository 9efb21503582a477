"""What every kind of chart has in common: a title, and a picture for each of two widths."""

from collections.abc import Hashable
from typing import Literal, Protocol

from stakeholder_graph.views.charts.drawing.canvas import Canvas

#: For a column of text, for a phone, of which `charts.css` shows the one that fits, and beside a sentence
#: a small one, or a medium one where names are long.
Size = Literal["wide", "narrow", "small", "medium"]
WIDTHS: dict[Size, float] = {"wide": 640.0, "narrow": 340.0, "small": 340.0, "medium": 440.0}
SIZES: tuple[Size, ...] = ("wide", "narrow")


class Plot(Hashable, Protocol):
    """A chart that can be drawn: a frozen value, so that equal charts are drawn once."""

    @property
    def title(self) -> str:
        """What it shows, in a few words."""
        ...

    def draw(self, size: Size) -> Canvas:
        """Draw it."""
        ...
