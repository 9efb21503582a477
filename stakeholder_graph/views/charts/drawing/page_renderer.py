"""A renderer of matplotlib's that writes SVG for a page: classes for colours, no styles, no ids, one decimal.

matplotlib's own SVG is a document of its own, in which styles are attributes that the pages' content security policy
blocks, and ids that would occur once a chart. Here artists draw what a page needs and nothing else.
"""

from collections.abc import Iterable
from html import escape
from typing import Any

from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.colors import to_rgba
from matplotlib.path import Path
from matplotlib.transforms import Transform

from stakeholder_graph.views.charts.drawing.theme import COLOURS, Role

_ROLES: dict[tuple[float, ...], Role] = {to_rgba(colour): role for role, colour in COLOURS.items()}
_STEPS = {int(Path.MOVETO): "M", int(Path.LINETO): "L", int(Path.CLOSEPOLY): "z"}


class PageRenderer(RendererBase):
    """Collects the SVG of artists that are drawn with it: straight lines, circles, and texts.

    Attributes
    ----------
    written : list of str
        Elements, in the order in which they were drawn.

    Examples
    --------
    >>> from matplotlib.patches import Circle, Rectangle
    >>> renderer = PageRenderer()
    >>> for shape in (Rectangle((1, 2), 30, 4), Circle((5, 6), 3)):
    ...     shape.set(facecolor=COLOURS["accent"], linewidth=0)
    ...     shape.draw(renderer)
    [...]
    [...]
    >>> renderer.written
    ['<path class="fill-accent" d="M 1 2 L 31 2 L 31 6 L 1 6 z"/>', '<circle class="fill-accent" cx="5" cy="6" r="3"/>']
    """

    def __init__(self) -> None:
        super().__init__()
        self.written: list[str] = []

    def draw_path(self, gc: GraphicsContextBase, path: Path, transform: Transform, face: Any = None, /) -> None:
        """Write a path, or the circle that it is."""
        classes = [] if face is None else [f"fill-{_ROLES[tuple(face)]}"]
        width = gc.get_linewidth()
        if width:
            classes.append(f"line-{_ROLES[tuple(gc.get_rgb())]}")
        attributes = {"class": " ".join(classes)}
        if path is Path.unit_circle():
            (x, y), (right, _y) = transform.transform([(0, 0), (1, 0)])
            attributes |= {"cx": short(x), "cy": short(y), "r": short(right - x)}
        else:
            attributes["d"] = _steps(path, transform)
        if width not in (0, 1):
            attributes["stroke-width"] = short(width)
        self.written.append(element("path" if "d" in attributes else "circle", attributes))

    def draw_together(self, artists: Iterable[Any], name: str) -> None:
        """Draw artists in a group, which has its name as its class."""
        before, self.written = self.written, []
        for artist in artists:
            artist.draw(self)
        drawn = "".join(self.written)
        self.written = [*before, f'<g class="{escape(name)}">{drawn}</g>' if name else drawn]


def element(tag: str, attributes: dict[str, str], text: str | None = None) -> str:
    """One element; all that is in it is escaped here."""
    begun = f"<{tag}" + "".join([f' {name}="{escape(value)}"' for name, value in attributes.items()])
    return f"{begun}/>" if text is None else f"{begun}>{escape(text)}</{tag}>"


def short(number: float) -> str:
    """A number with one decimal, or none where that is 0.

    Examples
    --------
    >>> short(12.04), short(0.25)
    ('12', '0.2')
    """
    return f"{number:.1f}".removesuffix(".0")


def _steps(path: Path, transform: Transform) -> str:
    steps = []
    for (x, y), code in path.iter_segments(transform, remove_nans=False, simplify=False):
        step = _STEPS[int(code)]
        steps.append(step if step == "z" else f"{step} {short(x)} {short(y)}")
    return " ".join(steps)
