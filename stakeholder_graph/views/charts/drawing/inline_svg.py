"""A canvas's picture as SVG inside a page: classes for colours, no style attributes, no ids, one decimal.

matplotlib writes a document of its own, in which styles are attributes that the pages' content security policy blocks,
and ids that would occur once a chart. Here stays what is drawn: groups with a name, paths, circles and text.
"""

import re
from collections.abc import Iterator, Mapping
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
_PATTERNS: Mapping[str, Markup] = {
    "circle": Markup('<circle class="{kind}"{listed}/>'),
    "path": Markup('<path class="{kind}"{listed}/>'),
    "text": Markup('<text class="{kind}"{listed}>{text}</text>'),
}
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
    drawn = Markup("").join(_parts(root, shapes))
    size = f"{canvas.width:g} {canvas.height:g}"
    return Markup('<svg class="{}" viewBox="0 0 {}" role="img" aria-label="{}">{}</svg>').format(
        kind, size, label, drawn
    )


def _parts(parent: ElementTree.Element, shapes: Mapping[str, ElementTree.Element]) -> Iterator[Markup]:
    for node in parent:
        tag = node.tag.removeprefix(_SVG)
        if tag == "g":
            inside = Markup("").join(_parts(node, shapes))
            name = node.get("id", "")
            if name.startswith(NAMED):
                yield Markup('<g class="{}">{}</g>').format(name.removeprefix(NAMED), inside)
            else:
                yield inside
        elif tag == "path":
            yield _element("path", {"d": _short(" ".join(node.get("d", "").split()))}, node.get("style", ""))
        elif tag == "use":
            shape = shapes[node.get(_LINK, "").removeprefix("#")]
            at = {axis: _short(node.get(axis, "0")) for axis in ("x", "y")}
            yield _symbol(shape, at, node.get("style", ""))
        elif tag == "text":
            at = {axis: _short(node.get(axis, "0")) for axis in ("x", "y")}
            turned = node.get("transform", "")
            if turned and not turned.startswith("rotate(-0 "):
                at["transform"] = _short(turned)
            yield _element("text", at, node.get("style", ""), node.text or "")


def _symbol(shape: ElementTree.Element, at: Mapping[str, str], style: str) -> Markup:
    """A marker at its place; matplotlib draws a circle as eight curves that begin at its lowest point."""
    path = " ".join(shape.get("d", "").split())
    if path.count("C") == 8:
        radius = abs(float(path.split()[2]))
        return _element("circle", {"cx": at["x"], "cy": at["y"], "r": f"{radius:.1f}"}, style)
    return _element("path", {"transform": f"translate({at['x']} {at['y']})", "d": _short(path)}, style)


def _element(tag: str, attributes: Mapping[str, str], style: str, text: str = "") -> Markup:
    stated = dict(part.split(": ", 1) for part in style.split("; ") if ": " in part)
    classes, fill, stroke = [], stated.get("fill", "ink"), stated.get("stroke", "none")
    if fill != "none" and (role := ROLES.get(fill, "ink")) and not (tag == "path" and "fill" not in stated):
        classes.append(f"fill-{role}")
    if stroke in ROLES:
        classes.append(f"line-{ROLES[stroke]}")
    kept = {name: _short(stated[name].removesuffix("px")) for name in _KEPT if name in stated}
    if tag != "text" and stroke == "none":
        kept.pop("stroke-width", None)
    written = {**attributes, **dict(item for item in kept.items() if item not in _USUAL)}
    listed = Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in written.items())
    return _PATTERNS[tag].format(kind=" ".join(classes), listed=listed, text=text)


def _short(text: str) -> str:
    return _NUMBER.sub(lambda found: f"{float(found[0]):.1f}".removesuffix(".0"), text)
