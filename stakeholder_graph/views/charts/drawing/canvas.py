"""A canvas in CSS pixels, y downwards, on which matplotlib draws.

matplotlib was chosen by measurement (September 2026, two cores): it takes 0.3 s to import and 6 to 12 ms a chart, and
writes the same bytes each time, with text as text that keeps its anchor. Altair with vl-convert brings a JavaScript
engine of 84 MB and takes 0.06 s a chart; Lets-Plot writes other bytes each time; ReportLab's SVG, which calls itself
experimental, sets text by the widths of its own fonts, so that labels lie elsewhere in the reader's.
"""

import io
import re
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from stakeholder_graph.views.charts.drawing.theme import COLOURS, Role
from stakeholder_graph.views.layout.text_width import text_width

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Anchor = Literal["start", "middle", "end"]

#: Sizes of type in pixels.
TEXT, SMALL = 14.0, 12.0
#: Bold letters are about so much wider.
BOLD = 1.07

_NOT_IN_XML = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_ALIGNED: dict[Anchor, Literal["left", "center", "right"]] = {"start": "left", "middle": "center", "end": "right"}


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
    >>> b">7 of 7</text>" in canvas.as_svg()
    True
    """

    def __init__(self, width: float, height: float) -> None:
        from matplotlib.backends.backend_svg import FigureCanvasSVG
        from matplotlib.figure import Figure
        from matplotlib.transforms import Affine2D

        self.width, self.height = width, height
        # 72 pixels an inch: matplotlib's point is then a pixel.
        self.figure = Figure(figsize=(width / 72, height / 72), dpi=72)
        FigureCanvasSVG(self.figure)
        self.figure.patch.set_visible(False)
        #: For what is placed in pixels.
        self.pixels = Affine2D().scale(1, -1).translate(0, height)

    def axes(self, scale: "PixelScale") -> "Axes":
        """Axes without frame or ticks as high as the canvas: x in the chart's own numbers, y in pixels.

        Parameters
        ----------
        scale : PixelScale
            Where its numbers lie.
        """
        box = (scale.left / self.width, 0.0, (scale.right - scale.left) / self.width, 1.0)
        axes = self.figure.add_axes(box, xlim=(scale.low, scale.high), ylim=(self.height, 0))
        axes.set_axis_off()
        return axes

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
        self.figure.text(
            x,
            y,
            drawable(text),
            transform=self.pixels,
            color=COLOURS[role],
            fontsize=size,
            fontweight="bold" if bold else "normal",
            horizontalalignment=_ALIGNED[anchor],
            verticalalignment="baseline",
            rotation=slant,
            rotation_mode="anchor",
            parse_math=False,
        )

    def as_svg(self) -> bytes:
        """The picture as matplotlib writes it, the same each time."""
        import matplotlib

        out = io.BytesIO()
        stated = dict.fromkeys(("Creator", "Date", "Format", "Type"))
        with matplotlib.rc_context({"svg.fonttype": "none", "svg.hashsalt": "chart"}), warnings.catch_warnings():
            # Text is not drawn here but by the reader's fonts, which have other letters than matplotlib's.
            warnings.filterwarnings("ignore", r"Glyph|Matplotlib currently does not support", UserWarning)
            self.figure.savefig(out, format="svg", metadata=stated)
        return out.getvalue()


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
