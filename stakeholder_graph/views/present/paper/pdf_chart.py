"""A chart on paper: the drawing that the report's pages show, as paths and text of the PDF."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from stakeholder_graph.views.charts.drawing.canvas import Canvas
from stakeholder_graph.views.charts.drawing.theme import COLOURS
from stakeholder_graph.views.charts.kinds.plot import Plot, Size
from stakeholder_graph.views.present.paper.pdf_canvas import Box, Paper
from stakeholder_graph.views.present.paper.pdf_fonts import width

#: Of these widths of a chart the one is taken that makes its letters largest.
FOR_PAPER: tuple[Size, ...] = ("small", "narrow", "wide")
#: The largest a chart is drawn, in times its size on a page.
LARGEST = 2.8
_STEP = re.compile(r"([MLz])([^MLz]*)")
_HEAVY = "700"


def draw_paper_chart(paper: Paper, box: Box, plot: Plot) -> float:
    """Draw a chart as large as a box allows, from its upper left corner.

    Parameters
    ----------
    paper : Paper
        To draw on.
    box : Box
        Where there is room.
    plot : Plot
        What is drawn.

    Returns
    -------
    float
        The height it takes.
    """
    pictures = [plot.draw(size) for size in FOR_PAPER]
    times, canvas = max(((_times(canvas, box), canvas) for canvas in pictures), key=lambda pair: pair[0])
    for node in _elements(canvas):
        if node.tag == "text":
            _write(paper, box, node, times)
        elif node.tag == "circle":
            x, y, radius = (float(node.attrib[name]) * times for name in ("cx", "cy", "r"))
            paper.circle((box.left + x, box.top + y), radius, fill=_colour(node, "fill"), stroke=_colour(node, "line"))
        else:
            _draw(paper, box, node, times)
    return canvas.height * times


def _times(canvas: Canvas, box: Box) -> float:
    return min(LARGEST, box.wide / canvas.width, box.high / canvas.height)


def _elements(canvas: Canvas) -> Iterator[ElementTree.Element]:
    """The shapes and texts of the page's picture, the lowest first."""
    root = ElementTree.fromstring(f"<svg>{''.join(canvas.elements())}</svg>")  # noqa: S314 (our own)
    return (node for node in root.iter() if node.tag in ("text", "circle", "path"))


def _colour(node: ElementTree.Element, how: str) -> str | None:
    """The colour of a role, from the class that names it."""
    roles = (name.removeprefix(f"{how}-") for name in node.get("class", "").split() if name.startswith(f"{how}-"))
    return next((colour for role in roles for known, colour in COLOURS.items() if known == role), None)


def _write(paper: Paper, box: Box, node: ElementTree.Element, times: float) -> None:
    said, size, bold = node.text or "", float(node.attrib["font-size"]) * times, node.get("font-weight") == _HEAVY
    wide = width(said, size, bold=bold)
    before = {"start": 0.0, "middle": wide / 2, "end": wide}[node.get("text-anchor", "start")]
    x, y = (float(node.attrib[axis]) * times for axis in ("x", "y"))
    paper.line(box.left + x - before, box.top + y, said, size, bold=bold, colour=_colour(node, "fill") or "#000000")


def _draw(paper: Paper, box: Box, node: ElementTree.Element, times: float) -> None:
    steps = []
    for how, numbers in _STEP.findall(node.attrib["d"]):
        placed = (float(value) * times + (box.top if k % 2 else box.left) for k, value in enumerate(numbers.split()))
        steps.append((how.upper(), list(placed)))
    thickness = float(node.get("stroke-width", "1")) * times
    paper.path(steps, fill=_colour(node, "fill"), stroke=_colour(node, "line"), thickness=thickness)
