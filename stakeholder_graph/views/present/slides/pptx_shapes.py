"""Symbols and lines as a slide's file holds them: a map has hundreds, each of which the library makes step by step."""

from collections.abc import Iterable, Sequence
from typing import Any

from stakeholder_graph.views.symbols import Point

#: A shape's corners are in so many parts of a point.
FINE = 100
_NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_LINE = (
    '<p:cxnSp {namespaces}><p:nvCxnSpPr><p:cNvPr id="{number}" name="Connector {before}"/><p:cNvCxnSpPr/><p:nvPr/>'
    '</p:nvCxnSpPr><p:spPr><a:xfrm{flipped}><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
    '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{stroke}</p:spPr></p:cxnSp>'
)
_SHAPE = (
    '<p:sp {namespaces}><p:nvSpPr><p:cNvPr id="{number}" name="Rectangle {before}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
    '<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:custGeom><a:avLst/>'
    '<a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="{across}" h="{down}">'
    "{path}</a:path></a:pathLst></a:custGeom>{fill}{stroke}</p:spPr><p:txBody>"
    '<a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p><a:pPr algn="ctr"/></a:p></p:txBody></p:sp>'
)


def line_shape(number: int, start: Point, end: Point, colour: str, width: float) -> Any:
    """Make a straight line.

    Parameters
    ----------
    number : int
        Of the shape on its slide.
    start, end : tuple of float
        Its ends, in points.
    colour : str
        ``#rrggbb``.
    width : float
        In points.

    Returns
    -------
    pptx.oxml.shapes.connector.CT_Connector
        To be added to a slide.

    Examples
    --------
    >>> line_shape(3, (0, 10), (5, 0), "#000000", 1).spPr.xfrm.flipV
    True
    """
    from pptx.oxml import parse_xml

    x0, y0, x1, y1 = map(_emu, (*start, *end))
    return parse_xml(
        _LINE.format(
            namespaces=_NAMESPACES,
            number=number,
            before=number - 1,
            flipped=(' flipH="1"' if x0 > x1 else "") + (' flipV="1"' if y0 > y1 else ""),
            x=min(x0, x1),
            y=min(y0, y1),
            wide=abs(x1 - x0),
            high=abs(y1 - y0),
            stroke=_stroke(colour, width),
        )
    )


def outlined_shape(
    number: int, outlines: Iterable[Sequence[Point]], fill: str | None, colour: str, width: float
) -> Any:
    """Make one shape of one or more outlines.

    Parameters
    ----------
    number : int
        Of the shape on its slide.
    outlines : iterable of sequence of tuple of float
        Their corners, in points.
    fill : str or None
        ``#rrggbb``; without one the outlines are open lines.
    colour, width : str, float
        Of the lines.

    Returns
    -------
    pptx.oxml.shapes.autoshape.CT_Shape
        To be added to a slide.

    Examples
    --------
    >>> shape = outlined_shape(3, [[(0, 0), (1, 0), (0, 1)]], None, "#000000", 1)
    >>> shape.cx.pt, shape.spPr.noFill is not None
    (1.0, True)
    """
    from pptx.oxml import parse_xml

    paths = [list(points) for points in outlines]
    x, y = zip(*(point for points in paths for point in points), strict=True)
    left, top, wide, high = min(x), min(y), max(x) - min(x), max(y) - min(y)
    return parse_xml(
        _SHAPE.format(
            namespaces=_NAMESPACES,
            number=number,
            before=number - 1,
            x=_emu(left),
            y=_emu(top),
            wide=_emu(wide),
            high=_emu(high),
            across=round(wide * FINE),
            down=round(high * FINE),
            path="".join(_path(points, (left, top), closed=fill is not None) for points in paths),
            fill="<a:noFill/>" if fill is None else _solid(fill),
            stroke=_stroke(colour, width),
        )
    )


def _path(points: Sequence[Point], corner: Point, *, closed: bool) -> str:
    """An outline as the file format writes it, from the corner of its shape."""
    steps = []
    for k, (x, y) in enumerate(points):
        at = f'<a:pt x="{round((x - corner[0]) * FINE)}" y="{round((y - corner[1]) * FINE)}"/>'
        steps.append(f"<a:lnTo>{at}</a:lnTo>" if k else f"<a:moveTo>{at}</a:moveTo>")
    return "".join(steps) + ("<a:close/>" if closed else "")


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour[1:].upper()}"/></a:solidFill>'


def _stroke(colour: str, width: float) -> str:
    return f'<a:ln w="{_emu(width)}">{_solid(colour)}</a:ln>'


def _emu(points: float) -> int:
    """Points in the units of the file, cut as the library cuts them."""
    return int(points * 12_700)
