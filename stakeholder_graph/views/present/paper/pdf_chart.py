"""A chart on paper: the drawing that the report's pages show, as paths and text of the PDF."""

import re
from collections.abc import Iterable
from typing import NamedTuple
from xml.etree import ElementTree

from stakeholder_graph.views.charts.drawing.canvas import Canvas
from stakeholder_graph.views.charts.kinds.plot import Plot, Size
from stakeholder_graph.views.present.paper.pdf_canvas import Box, Paper
from stakeholder_graph.views.present.paper.pdf_fonts import width

#: Of these widths of a chart the one is taken that makes its letters largest.
FOR_PAPER: tuple[Size, ...] = ("small", "narrow", "wide")
#: The largest a chart is drawn, in times its size on a page.
LARGEST = 2.8
_SVG = "{http://www.w3.org/2000/svg}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_STEP = re.compile(r"([MLCQZz])([^MLCQZz]*)")


class _Shape(NamedTuple):
    """What is drawn: its path, and where it begins."""

    path: str
    right: float
    down: float
    style: str


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
    root = ElementTree.fromstring(canvas.as_svg())  # noqa: S314 (our own)
    for shape in _shapes(root):
        _draw(paper, box, shape, times)
    for node in root.iter(f"{_SVG}text"):
        _write(paper, box, node, times)
    return canvas.height * times


def _times(canvas: Canvas, box: Box) -> float:
    return min(LARGEST, box.wide / canvas.width, box.high / canvas.height)


def _write(paper: Paper, box: Box, node: ElementTree.Element, times: float) -> None:
    said, stated = node.text or "", _styles(node.get("style", ""))
    size, bold = float(stated["font-size"].removesuffix("px")) * times, stated.get("font-weight", "400") != "400"
    wide = width(said, size, bold=bold)
    before = {"start": 0.0, "middle": wide / 2, "end": wide}[stated.get("text-anchor", "start")]
    x, y = (float(node.get(axis, "0")) * times for axis in ("x", "y"))
    paper.line(box.left + x - before, box.top + y, said, size, bold=bold, colour=stated["fill"])


def _shapes(root: ElementTree.Element) -> Iterable[_Shape]:
    marks = {path.get("id"): path.get("d", "") for path in root.iter(f"{_SVG}path") if path.get("id")}
    stated = {id(path) for defined in root.iter(f"{_SVG}defs") for path in defined.iter()}
    for node in root.iter():
        if id(node) in stated:
            continue
        if node.tag == f"{_SVG}path":
            yield _Shape(node.get("d", ""), 0.0, 0.0, node.get("style", ""))
        elif node.tag == f"{_SVG}use":
            right, down = (float(node.get(axis, "0")) for axis in ("x", "y"))
            yield _Shape(marks[node.get(_LINK, "").removeprefix("#")], right, down, node.get("style", ""))


def _draw(paper: Paper, box: Box, shape: _Shape, times: float) -> None:
    stated = _styles(shape.style)
    fill, stroke = stated.get("fill", "#000000"), stated.get("stroke", "none")
    steps = [
        (how.upper(), [_placed(box, shape, value, k, times) for k, value in enumerate(numbers.split())])
        for how, numbers in _STEP.findall(shape.path)
    ]
    paper.path(
        steps,
        fill=None if fill == "none" else fill,
        stroke=None if stroke == "none" else stroke,
        thickness=float(stated.get("stroke-width", "1")) * times,
    )


def _placed(box: Box, shape: _Shape, value: str, k: int, times: float) -> float:
    """A number of a path in points of the page: every second one runs downwards."""
    start, offset = (box.top, shape.down) if k % 2 else (box.left, shape.right)
    return start + (offset + float(value)) * times


def _styles(style: str) -> dict[str, str]:
    return dict(part.split(": ", 1) for part in style.split("; ") if ": " in part)
