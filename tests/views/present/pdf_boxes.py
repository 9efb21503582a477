"""Where the texts of a PDF stand, read from its pages and from nothing that drew them."""

import re
from dataclasses import dataclass
from typing import Any

from pypdf import PageObject
from pypdf.generic import ContentStream

#: How far letters reach above and below the line they stand on, in sizes of the font: capitals, and g or y.
ABOVE, BELOW = 0.73, 0.2
Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True)
class TextBox:
    """A line of text: its size and its edges, from the lower left corner of the page."""

    text: str
    size: float
    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: "TextBox", slack: float = 0.6) -> bool:
        """Whether the two share more than a hair's breadth."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.top, other.top) - max(self.bottom, other.bottom)
        return across > slack and down > slack


def text_boxes(page: PageObject) -> list[TextBox]:
    """The boxes of all texts of a page; what is written twice in one place, as with white around it, is one."""
    resources: Any = page["/Resources"]
    fonts = {name: font.get_object() for name, font in resources["/Font"].items()}
    boxes: dict[tuple[str, float, float], TextBox] = {}
    stack: list[Matrix] = []
    matrix: Matrix = (1, 0, 0, 1, 0, 0)
    line, font, size, scale = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), "", 0.0, 1.0
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        numbers = [float(value) for value in operands if isinstance(value, (int, float))]
        if operator == b"q":
            stack.append(matrix)
        elif operator == b"Q":
            matrix = stack.pop()
        elif operator == b"cm":
            matrix = _times(numbers, matrix)
        elif operator == b"BT":
            line = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
            scale = 1.0
        elif operator == b"Tf":
            font, size = str(operands[0]), float(operands[1])
        elif operator == b"Tz":
            scale = numbers[0] / 100
        elif operator == b"Tm":
            line = tuple(numbers)  # type: ignore[assignment]
        elif operator == b"Tj":
            text, wide = _read(fonts[font], operands[0].original_bytes)
            left, bottom = _at(line[4], line[5], matrix)
            wide *= size * scale / 1000
            box = TextBox(text, size, left, bottom - BELOW * size, left + wide, bottom + ABOVE * size)
            if text.strip():
                boxes[text, round(left, 1), round(bottom, 1)] = box
    return list(boxes.values())


def overlaps(boxes: list[TextBox]) -> list[tuple[str, str]]:
    """The texts of which one stands on another."""
    return [(one.text, other.text) for k, one in enumerate(boxes) for other in boxes[k + 1 :] if one.meets(other)]


def _read(font: Any, written: bytes) -> tuple[str, float]:
    """The letters that codes stand for, and how wide they are, in thousandths of the size."""
    stated = re.findall(rb"<([0-9A-F]{2})> <([0-9A-F]{4})>", font["/ToUnicode"].get_data())
    letters = {int(code, 16): chr(int(letter, 16)) for code, letter in stated}
    first, widths = int(font["/FirstChar"]), [float(width) for width in font["/Widths"]]
    text = "".join(letters[code] for code in written)
    return text, sum(widths[code - first] for code in written)


def _times(inner: list[float], outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _at(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
