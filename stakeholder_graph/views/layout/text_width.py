"""How wide text is and where it breaks, without asking a browser.

Pages carry the Latin letters of Lato (tools/page_font.py), so that the widths in Lato's file are those of every page
and paper. Names in other scripts are written in the reader's own fonts: for Greek and Cyrillic, which Lato has too, its
widths are near enough. A browser moves some pairs of letters closer together (kerning); a line is never wider for it
by more than 1 %.
"""

import unicodedata
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from importlib.resources import as_file, files

#: Letters that Lato does not have; Chinese, Japanese and Korean ones.
_UNKNOWN, _WIDE = 722.0, 1000.0


def text_width(text: str, size: float) -> float:
    """Width of a line of text.

    Parameters
    ----------
    text : str
        Without line breaks. A letter with an accent is as wide as without.
    size : float
        Of the font, in pixels.

    Returns
    -------
    float
        In pixels.

    Examples
    --------
    >>> text_width("Clinic", 1000)
    2419.5
    >>> text_width("Niño", 10) == text_width("Nino", 10)
    True
    """
    return _of_text(text) * size / 1000


@lru_cache(maxsize=1 << 15)
def _of_text(text: str) -> float:
    return sum(_thousandths(char) for char in unicodedata.normalize("NFD", text))


@cache
def _thousandths(char: str) -> float:
    if unicodedata.combining(char):
        return 0
    return _WIDE if unicodedata.east_asian_width(char) in "WF" else _lato().get(ord(char), _UNKNOWN)


@cache
def _lato() -> Mapping[int, float]:
    """Thousandths of the font size for the letters of Lato, by their code."""
    from fontTools.ttLib import TTFont

    with as_file(files("fontpkg_lato") / "files" / "Lato-Regular.ttf") as path, TTFont(path) as font:
        advances, units = font["hmtx"].metrics, font["head"].unitsPerEm
        return {code: 1000 * advances[glyph][0] / units for code, glyph in font.getBestCmap().items()}


def wrap(text: str, size: float, width: float, most: int = 4) -> tuple[str, ...]:
    """Break a name into lines of about equal length.

    Parameters
    ----------
    text : str
        Any.
    size : float
        Of the font, in pixels.
    width : float
        No line is wider, in pixels.
    most : int
        Number of lines after which the rest is cut off, with an ellipsis.

    Returns
    -------
    tuple of str
        At least one line.

    Examples
    --------
    >>> wrap("Wren Valley Community College", 13, 120)
    ('Wren Valley', 'Community College')
    >>> wrap("Onomatopoeiaonomatopoeiaonomatopoeia", 13, 120)
    ('Onomatopoeiaonom', 'atopoeiaonomatopo', 'eia')
    """
    lines = _lines(text, size, width)
    narrower = width * 0.95
    # The narrowest column that needs no further line makes the most even one.
    while narrower > width / 3 and len(evener := _lines(text, size, narrower)) == len(lines):
        if any(len(word) > 1 and text_width(word, size) > narrower for word in text.split()):
            break
        lines, narrower = evener, narrower * 0.95
    if len(lines) > most:
        last = lines[most - 1]
        while last and text_width(last + "…", size) > width:
            last = last[:-1]
        lines = [*lines[: most - 1], last.rstrip() + "…"]
    return tuple(lines)


def broken_lines(text: str, wide: float, width: Callable[[str], float]) -> list[str]:
    """Break a text between words into as few lines as will hold it; a word that is wider than a line is cut.

    Parameters
    ----------
    text : str
        Any.
    wide : float
        No line is wider, but for one of a single letter.
    width : callable
        How wide a line is.

    Examples
    --------
    >>> broken_lines("one two threefour", 7, len)
    ['one two', 'threefo', 'ur']
    """
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined) <= wide:
            lines[-1] = joined
            continue
        if width(word) <= wide:
            lines.append(word)
            continue
        lines.append("")
        for char in word:
            if lines[-1] and width(lines[-1] + char) > wide:
                lines.append("")
            lines[-1] += char
    return lines


def _lines(text: str, size: float, wide: float) -> list[str]:
    return broken_lines(text, wide, lambda line: text_width(line, size)) or [text.strip()]
