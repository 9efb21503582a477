"""Shapes that are written as the file holds them are those that the library makes step by step."""

from typing import Any
from xml.etree.ElementTree import canonicalize

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.util import Pt

from stakeholder_graph.views.present.slides.pptx_shapes import line_shape, outlined_shape
from stakeholder_graph.views.present.slides.pptx_slide import rgb
from stakeholder_graph.views.symbols import Point


def shapes() -> Any:
    show = Presentation()
    return show.slides.add_slide(show.slide_layouts[6]).shapes


def without_style(element: Any) -> str:
    for style in element.findall("{http://schemas.openxmlformats.org/presentationml/2006/main}style"):
        element.remove(style)
    return written(element)


def written(element: Any) -> str:
    return canonicalize(element.xml, strip_text=True)


@pytest.mark.parametrize(("start", "end"), [((1.5, 2), (30, 40.25)), ((30, 2), (1, 40)), ((3, 9), (3, 1))])
def test_a_line_is_the_librarys(start: Point, end: Point) -> None:
    theirs: Any = shapes().add_connector(MSO_CONNECTOR.STRAIGHT, *map(Pt, (*start, *end)))
    theirs.line.color.rgb, theirs.line.width = rgb("#c1c8d0"), Pt(0.56)
    ours = line_shape(theirs.shape_id, start, end, "#c1c8d0", 0.56)
    assert without_style(ours) == without_style(theirs._element)


@pytest.mark.parametrize("fill", ["#0072b2", None])
def test_an_outline_is_that_of_the_librarys_builder(fill: str | None) -> None:
    corners = [(10.0, 20.0), (30.0, 20.0), (30.0, 50.0)]
    builder = shapes().build_freeform(1000, 2000, scale=127.0)
    builder.add_line_segments([(100 * x, 100 * y) for x, y in corners[1:]], close=fill is not None)
    theirs: Any = builder.convert_to_shape()
    if fill:
        theirs.fill.solid()
        theirs.fill.fore_color.rgb = rgb(fill)
    else:
        theirs.fill.background()
    theirs.line.color.rgb, theirs.line.width = rgb("#000000"), Pt(0.8)
    ours = outlined_shape(theirs.shape_id, [corners], fill, "#000000", 0.8)
    assert (ours.x, ours.y, ours.cx, ours.cy) == (theirs.left, theirs.top, theirs.width, theirs.height)
    for path in (".//a:pathLst", "p:spPr/a:ln", "p:spPr/a:solidFill", "p:spPr/a:noFill"):
        assert list(map(written, ours.xpath(path))) == list(map(written, theirs._element.xpath(path)))
