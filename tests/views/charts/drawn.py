"""What stands in a chart's SVG, read back as a browser would find it."""

import re
from dataclasses import dataclass
from xml.etree import ElementTree

from markupsafe import Markup

#: All that a picture may hold: nothing that runs, asks for something, or is blocked by the content security policy.
ELEMENTS = {"svg", "g", "path", "circle", "text"}
ATTRIBUTES = {
    "class", "viewBox", "role", "aria-label", "d", "transform", "cx", "cy", "r", "x", "y", "font-size", "font-weight",
    "text-anchor", "stroke-width",
}  # fmt: skip


@dataclass(frozen=True)
class Drawn:
    """A picture read back.

    Parameters
    ----------
    root : Element
        The ``<svg>``.
    """

    root: ElementTree.Element

    @property
    def texts(self) -> list[str]:
        """All texts, in the order of the file."""
        return [node.text or "" for node in self.root.iter("text")]

    def text(self, said: str) -> ElementTree.Element:
        """The one text that says this."""
        (node,) = (node for node in self.root.iter("text") if node.text == said)
        return node

    def marks(self, name: str) -> list[ElementTree.Element]:
        """What was drawn under a name."""
        return [node for group in self.root.iter("g") if group.get("class") == name for node in group]

    def dots(self, name: str) -> list[float]:
        """Where the circles under a name lie across."""
        return [float(node.get("cx", "")) for node in self.marks(name)]

    def spans(self, name: str) -> list[tuple[float, float]]:
        """From where to where the lines and bars under a name reach across."""
        ends = []
        for node in self.marks(name):
            across = [float(x) for x in re.findall(r"[ML] (-?[\d.]+) ", node.get("d", ""))]
            ends.append((min(across), max(across)))
        return ends

    def colours(self, name: str) -> list[str]:
        """The classes of what was drawn under a name."""
        return [node.get("class", "") for node in self.marks(name)]


def pictures(html: Markup | str, kind: str = "wide") -> list[Drawn]:
    """The pictures of a width in a page's markup, which has to be well formed."""
    root = ElementTree.fromstring(f"<div>{html}</div>")
    for svg in (svg for svg in root.iter("svg") if svg.get("class") != "swatch"):
        assert {node.tag for node in svg.iter()} <= ELEMENTS
        assert {name for node in svg.iter() for name in node.attrib} <= ATTRIBUTES
    return [Drawn(svg) for svg in root.iter("svg") if svg.get("class") == kind]


def picture_of(html: Markup | str, kind: str = "wide") -> Drawn:
    """The one picture of a width."""
    (drawn,) = pictures(html, kind)
    return drawn


def proportional(lengths: list[float], values: list[float]) -> bool:
    """Whether lengths are to values as one scale has it, to the pixel's tenth that the file keeps."""
    largest = max(range(len(values)), key=lambda k: abs(values[k]))
    unit = lengths[largest] / values[largest]
    return all(abs(length - unit * value) <= 0.21 for length, value in zip(lengths, values, strict=True))
