"""Shaped lines of text in a PDF: outlines that are seen, and the text itself, unseen, to search and to copy."""

import unicodedata
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from stakeholder_graph.views.present.paper.other_scripts import SIZE, UNSEEN, embedded_font, outlined

#: How reportlab draws text and outlines: only filled, or only their edges; and text that is not drawn at all.
EDGES, UNDRAWN = 1, 3
PLAIN = "Lato-Regular"


def draw_outlined(
    pen: Any, at: tuple[float, float], text: str, size: float, *, bold: bool, colour: str, mode: int = 0
) -> None:
    """Draw a line of text as outlines.

    Parameters
    ----------
    pen : reportlab.pdfgen.canvas.Canvas
        To draw with.
    at : tuple of float
        Where it begins, from the lower left corner of the page.
    text : str
        One line.
    size : float
        Of the font, in points.
    bold : bool
        Whether in bold.
    colour : str
        ``#rrggbb``.
    mode : int
        0 for filled letters, `EDGES` for their edges in the pen's colour.
    """
    line, times = outlined(text, bold=bold), size / SIZE
    path = pen.beginPath()
    draw = {"move": path.moveTo, "line": path.lineTo, "curve": path.curveTo, "close": path.close}
    for stroke in line.strokes:
        points = (round(at[k % 2] + value * times, 3) for k, value in enumerate(stroke.points))
        draw[stroke.how](*points)
    pen.saveState()
    pen.setFillColor(paint(colour))
    pen.drawPath(path, fill=mode != EDGES, stroke=mode == EDGES, fillMode=1)
    pen.restoreState()
    if mode != EDGES:
        _write_unseen(pen, at, text, size, line.width * times)


@cache
def paint(colour: str) -> Any:
    """A colour as reportlab holds it: from its text it would make it anew for each line of a map.

    Parameters
    ----------
    colour : str
        ``#rrggbb``.

    Examples
    --------
    >>> paint("#ff0000").rgb()
    (1.0, 0.0, 0.0)
    """
    from reportlab.lib.colors import toColor

    return toColor(colour)


def _write_unseen(pen: Any, at: tuple[float, float], text: str, size: float, wide: float) -> None:
    """Write the text below its outlines, as wide as they are together, in the fonts that can be embedded."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    letters = ((letter, embedded_font(letter)) for letter in in_sight(text) if letter not in UNSEEN)
    pieces = [
        (_known(path), "".join(letter for letter, _path in same))
        for path, same in groupby(letters, lambda pair: pair[1])
        if path is not None
    ]
    natural = sum(stringWidth(piece, font, size) for font, piece in pieces)
    if not natural:
        return
    x = at[0]
    # Mode and scale of text outlast it.
    pen.saveState()
    for font, piece in pieces:
        written = pen.beginText(x, at[1])
        written.setFont(font, size)
        written.setTextRenderMode(UNDRAWN)
        written.setHorizScale(100 * wide / natural)
        written.textOut(piece)
        pen.drawText(written)
        x += stringWidth(piece, font, size) * wide / natural
    pen.restoreState()


def in_sight(text: str) -> str:
    """The letters of a line from left to right, as a PDF holds them: what reads it turns them again.

    Of the rules of the Unicode standard [1]_ these are enough for names: runs of one direction, the numbers within
    them, and a line that begins on the side of its first letter.

    Parameters
    ----------
    text : str
        One line, as it is written in a file.

    References
    ----------
    .. [1] Unicode Standard Annex #9, Unicode Bidirectional Algorithm.

    Examples
    --------
    >>> in_sight("Hope"), in_sight("אבג 12 דה"), in_sight("No. אב")
    ('Hope', 'הד 12 גבא', 'No. בא')
    """
    kinds = [unicodedata.bidirectional(letter) for letter in text]
    strong = ["R" if kind in ("R", "AL") else "L" if kind in ("L", "EN", "AN") else "" for kind in kinds]
    letters = [way for way, kind in zip(strong, kinds, strict=True) if way and kind not in ("EN", "AN")]
    begins = next(iter(letters), "L")
    for k, way in enumerate(strong):
        if not way:
            before = next((other for other in reversed(strong[:k]) if other), begins)
            after = next((other for other in strong[k:] if other), begins)
            strong[k] = before if before == after else begins
    runs = [
        (way, [letter for letter, _way in same])
        for way, same in groupby(zip(text, strong, strict=True), lambda pair: pair[1])
    ]
    shown = ["".join(reversed(letters) if way == "R" else letters) for way, letters in runs]
    return "".join(reversed(shown) if begins == "R" else shown)


def _known(path: Path) -> str:
    """The name under which reportlab knows a font; fonts of this computer are embedded as far as they are used."""
    from reportlab.pdfbase.pdfmetrics import getRegisteredFontNames, registerFont
    from reportlab.pdfbase.ttfonts import TTFError, TTFont

    name = path.stem
    if name not in getRegisteredFontNames():
        try:
            registerFont(TTFont(name, str(path)))
        except TTFError:  # PostScript outlines under another ending
            return PLAIN
    return name
