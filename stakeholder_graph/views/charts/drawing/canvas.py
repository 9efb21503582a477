"""A canvas in CSS pixels, y downwards, on which matplotlib's artists draw.

matplotlib was chosen by measurement (two cores): its artists take 0.15 s to import and 1 to 2 ms a chart, and draw the
same each time, with text as text that keeps its anchor. A figure with axes takes 0.3 s to import and 6 to 12 ms a
chart, most of it for axes, ticks and fonts that these charts do not have. Altair with vl-convert brings a JavaScript
engine of 84 MB and takes 0.06 s a chart; Lets-Plot writes other bytes each time; ReportLab's SVG, which calls itself
experimental, sets text by the widths of its own fonts, so that labels lie elsewhere in the reader's.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from stakeholder_graph.views.charts.drawing.theme import Role
from stakeholder_graph.views.layout.text_width import text_width

if TYPE_CHECKING:
    from matplotlib.artist import Artist

    from stakeholder_graph.views.charts.drawing.page_renderer import PageRenderer

Anchor = Literal["start", "middle", "end"]

#: Sizes of type in pixels.
TEXT, SMALL = 14.0, 12.0
#: What lies above a chart's marks: its key, and above that all words.
KEY, WORDS = 1.0, 3.0
#: Bold letters are about so much wider.
BOLD = 1.07

_NOT_IN_XML = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class PixelScale:
    """A chart's numbers from `low` to `high`, which differ, between two places in pixels.

    Examples
    --------
    >>> PixelScale(100, 200, 0, 1)(0.25)
    125.0
    """

    left: float
    right: float
    low: float
    high: float

    def __call__(self, value: float) -> float:
        """Where a number lies, in pixels."""
        return self.left + (self.right - self.left) * (value - self.low) / (self.high - self.low)


@dataclass(frozen=True, slots=True)
class _Text:
    """A line of text; `size` in pixels, `slant` in degrees upwards."""

    x: float
    y: float
    text: str
    role: Role
    size: float
    bold: bool
    anchor: Anchor
    slant: float

    def draw(self, renderer: "PageRenderer") -> None:
        """Write it as an element: the reader's own fonts set it, so that no font is measured here."""
        from stakeholder_graph.views.charts.drawing.page_renderer import element, short

        at = {"x": short(self.x), "y": short(self.y)}
        if self.slant:
            at["transform"] = f"rotate({short(-self.slant)} {at['x']} {at['y']})"
        attributes = {"class": f"fill-{self.role}", **at, "font-size": short(self.size)}
        if self.bold:
            attributes["font-weight"] = "700"
        if self.anchor != "start":
            attributes["text-anchor"] = self.anchor
        renderer.written.append(element("text", attributes, self.text))


class Canvas:
    """A drawing in the making.

    Parameters
    ----------
    width, height : float
        In CSS pixels.

    Examples
    --------
    >>> canvas = Canvas(100, 20)
    >>> canvas.text(0, 14, "7 of 7")
    >>> canvas.elements()
    ['<text class="fill-ink" x="0" y="14" font-size="14">7 of 7</text>']
    """

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self._layers: list[tuple[float, str, list[Artist | _Text]]] = []

    def draw(self, artists: Sequence["Artist"], name: str = "", depth: float = KEY) -> None:
        """Draw shapes in pixels.

        Parameters
        ----------
        artists : sequence of matplotlib.artist.Artist
            In the colours of the theme. None leaves nothing.
        name : str
            The class of the group they stand in; blank for none.
        depth : float
            What is greater lies above; of equals, what was drawn later.
        """
        if artists:
            self._layers.append((depth, name, list(artists)))

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        role: Role = "ink",
        size: float = TEXT,
        bold: bool = False,
        anchor: Anchor = "start",
        slant: float = 0.0,
    ) -> None:
        """Write one line; `y` is where its letters stand, and `slant` turns it upwards around there, in degrees."""
        self._layers.append((WORDS, "", [_Text(x, y, drawable(text), role, size, bold, anchor, slant)]))

    def elements(self) -> list[str]:
        """The elements of its picture, the lowest first; the same each time."""
        from stakeholder_graph.views.charts.drawing.page_renderer import PageRenderer

        renderer = PageRenderer()
        for _depth, name, artists in sorted(self._layers, key=lambda layer: layer[0]):
            renderer.draw_together(artists, name)
        return renderer.written


def drawable(text: str) -> str:
    r"""The text without what XML cannot hold; what breaks a line is a space.

    Examples
    --------
    >>> drawable("Ward\x00 1\nand 2")
    'Ward 1 and 2'
    """
    return _NOT_IN_XML.sub("", " ".join(text.split()))


def width_of(text: str, size: float = TEXT, *, bold: bool = False) -> float:
    """About how wide a line of text is, in pixels."""
    return text_width(text, size) * (BOLD if bold else 1)


def cut(text: str, wide: float, size: float = TEXT) -> str:
    """The text, or its beginning and an ellipsis where it is wider than that.

    Examples
    --------
    >>> cut("Houses of worship", 60)
    'Houses…'
    """
    if width_of(text, size) <= wide:
        return text
    while text and width_of(f"{text}…", size) > wide:
        text = text[:-1]
    return f"{text.rstrip()}…"
