"""A canvas's picture as SVG inside a page: classes for colours, no style attributes, no ids, one decimal.

matplotlib writes a document of its own, in which styles are attributes that the pages' content security policy blocks,
and ids that would occur once a chart. Here stays what is drawn: groups with a name, paths, circles and text.
"""

import re
from collections.abc import Iterator, Mapping
from html import escape
from xml.etree import ElementTree

from markupsafe import Markup

from stakeholder_graph.views.charts.drawing.canvas import Canvas
from stakeholder_graph.views.charts.drawing.theme import ROLES

#: What is drawn under a name has it as an id that begins so, and on a page as its class.
NAMED = "chart-"
_SVG = "{http://www.w3.org/2000/svg}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_NUMBER = re.compile(r"-?\d+\.\d+")
#: Of all that matplotlib states of a shape, what makes a difference on these charts.
_KEPT = ("stroke-width", "stroke-dasharray", "stroke-linecap", "opacity", "font-size", "font-weight", "text-anchor")
_USUAL = {("text-anchor", "start"), ("stroke-linecap", "butt"), ("font-weight", "normal"), ("stroke-width", "1")}


def named(name: str) -> str:
    """The id for something drawn, so that the page's SVG has it under this name, as a class.

    Examples
    --------
    >>> named("dots")
    'chart-dots'
    """
    return NAMED + name


def inline(canvas: Canvas, label: str, kind: str) -> Markup:
    """The picture for a page.

    Parameters
    ----------
    canvas : Canvas
        Drawn.
    label : str
        What it shows, for those who do not see it.
    kind : str
        A class of the whole.

    Examples
    --------
    >>> canvas = Canvas(60, 20)
    >>> canvas.text(0, 14, "<b> & co", role="muted")
    >>> print(inline(canvas, "Who", "wide"))
    <svg class="wide" viewBox="0 0 60 20" role="img" aria-label="Who"><text class="fill-muted" x="0" y="14"
    font-size="14">&lt;b&gt; &amp; co</text></svg>
    """
    root = ElementTree.fromstring(canvas.as_svg())  # noqa: S314 (our own)
    shapes = {shape.get("id", ""): shape for shape in root.iter(f"{_SVG}path") if shape.get("id")}
    drawn = Markup("".join(_parts(root, shapes)))  # noqa: S704 (`_element` escapes)
    size = f"{canvas.width:g} {canvas.height:g}"
    return Markup('<svg class="{}" viewBox="0 0 {}" role="img" aria-label="{}">{}</svg>').format(
        kind, size, label, drawn
    )


def _parts(parent: ElementTree.Element, shapes: Mapping[str, ElementTree.Element]) -> Iterator[str]:
    for node in parent:
        tag = node.tag.removeprefix(_SVG)
        if tag == "g":
            inside, name = "".join(_parts(node, shapes)), node.get("id", "")
            yield f'<g class="{escape(name.removeprefix(NAMED))}">{inside}</g>' if name.startswith(NAMED) else inside
        elif tag == "path":
            yield _element("path", {"d": _short(" ".join(node.get("d", "").split()))}, node.get("style", ""))
        elif tag == "use":
            yield _symbol(shapes[node.get(_LINK, "").removeprefix("#")], _place(node), node.get("style", ""))
        elif tag == "text":
            turned = node.get("transform", "")
            at = _place(node) if turned.startswith("rotate(-0 ") else _place(node) | {"transform": _short(turned)}
            yield _element("text", at, node.get("style", ""), node.text or "")


def _place(node: ElementTree.Element) -> dict[str, str]:
    return {axis: _short(node.get(axis, "0")) for axis in ("x", "y")}


def _symbol(shape: ElementTree.Element, at: Mapping[str, str], style: str) -> str:
    """A marker at its place; matplotlib draws a circle as eight curves that begin at its lowest point."""
    path = " ".join(shape.get("d", "").split())
    if path.count("C") == 8:
        radius = abs(float(path.split()[2]))
        return _element("circle", {"cx": at["x"], "cy": at["y"], "r": f"{radius:.1f}"}, style)
    return _element("path", {"transform": f"translate({at['x']} {at['y']})", "d": _short(path)}, style)


def _element(tag: str, attributes: Mapping[str, str], style: str, text: str | None = None) -> str:
    """One shape with its colours as classes; all that is in it is escaped here."""
    stated = dict(part.split(": ", 1) for part in style.split("; ") if ": " in part)
    fill, stroke = stated.get("fill", ""), stated.get("stroke", "")
    classes = [f"fill-{ROLES[fill]}"] if fill in ROLES else []
    classes += [f"line-{ROLES[stroke]}"] if stroke in ROLES else []
    kept = {name: _short(stated[name].removesuffix("px")) for name in _KEPT if name in stated}
    if stroke not in ROLES:
        kept.pop("stroke-width", None)
    written = {**attributes, **{name: value for name, value in kept.items() if (name, value) not in _USUAL}}
    listed = "".join(f' {name}="{escape(value)}"' for name, value in written.items())
    begun = f'<{tag} class="{" ".join(classes)}"{listed}'
    return f"{begun}/>" if text is None else f"{begun}>{escape(text)}</{tag}>"


def _short(text: str) -> str:
    return _NUMBER.sub(lambda match: f"{float(match[0]):.1f}".removesuffix(".0"), text)
