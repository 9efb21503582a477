"""Lines of text in scripts that Lato does not have: shaped, from right to left where the script runs so, as outlines.

matplotlib, which draws the charts, brings all that is needed: libraqm, which orders and joins letters, and DejaVu Sans,
which has Arabic, Hebrew, Armenian, Georgian and many symbols. What that font lacks is looked for among the fonts of
this computer. Outlines are drawn since a PDF of reportlab can hold neither shaped text nor fonts with PostScript
outlines; below them stands the same text unseen, so that it can be searched and copied.
"""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, NamedTuple

#: Outlines are made at this size, in points.
SIZE = 100.0
#: Letters without a shape of their own: those that join or part others, and choose between two looks of one.
UNSEEN = frozenset("\u200c\u200d\ufe0e\ufe0f")
#: Among fonts of this computer that have a letter, one of these is taken first.
PLAIN_STYLE = ("normal", 400)
#: matplotlib's own font of last resort has a box for every letter there is.
BOXES = "Last Resort"


class Stroke(NamedTuple):
    """One step of an outline: how, and the points it needs, in points upwards from where the line begins."""

    how: str
    points: tuple[float, ...]


class Outlined(NamedTuple):
    """A line of text as outlines at `SIZE`: its strokes, and how wide it is."""

    strokes: tuple[Stroke, ...]
    width: float


def drawable_outline(letter: str) -> bool:
    """Whether some font has a letter, so that its outline can be drawn.

    Parameters
    ----------
    letter : str
        One character.

    Examples
    --------
    >>> drawable_outline("ש"), drawable_outline(chr(0xF0000))
    (True, False)
    """
    return letter in UNSEEN or _font_with(letter) is not None


@lru_cache(maxsize=4096)
def outlined(text: str, *, bold: bool = False) -> Outlined:
    """Shape a line of text.

    Parameters
    ----------
    text : str
        One line; each of its letters is a `drawable_outline`, or Lato's.
    bold : bool
        Whether in bold, where the font has it.

    Examples
    --------
    >>> outlined("שלום").width > outlined("שלו").width > 0
    True
    """
    from matplotlib.font_manager import get_font
    from matplotlib.textpath import TextToPath

    further = dict.fromkeys(path for letter in text if (path := _font_with(letter)) is not None)
    font: Any = get_font([*_first_fonts(bold=bold), *further])
    font.set_size(SIZE, 72)
    glyphs, shapes, _rules = TextToPath().get_glyphs_with_font(font, text)
    strokes: list[Stroke] = []
    for name, x, y, _scale in glyphs:
        corners, codes = shapes[name]
        strokes += _strokes([(x + float(right), y + float(up)) for right, up in corners], codes)
    font.set_text(text, 0.0, flags=_no_hinting())
    return Outlined(tuple(strokes), font.get_width_height()[0] / 64)


@cache
def embedded_font(letter: str) -> Path | None:
    """The font in which a letter can stand unseen below its outline; None where it cannot go into the file.

    Parameters
    ----------
    letter : str
        One character.
    """
    path = _font_with(letter)
    # Of letters beyond the first plane reportlab states a wrong code.
    return path if path is not None and path.suffix.casefold() == ".ttf" and ord(letter) < 0x10000 else None


@cache
def fonts_here() -> tuple[Path, ...]:
    """The fonts of this computer: upright ones of usual weight first, then by name."""
    from matplotlib.font_manager import fontManager

    ranked = sorted(fontManager.ttflist, key=lambda font: ((font.style, font.weight) != PLAIN_STYLE, font.name))
    return tuple(dict.fromkeys(Path(font.fname) for font in ranked if BOXES not in font.name))


def forget_fonts() -> None:
    """Forget which font has which letter, so that they are looked for anew."""
    for known in (_font_with, outlined, embedded_font):
        known.cache_clear()


def _strokes(corners: Sequence[tuple[float, float]], codes: Iterable[int]) -> list[Stroke]:
    """The steps of a path; curves with one handle become such with two."""
    from matplotlib.path import Path as Outline

    strokes: list[Stroke] = []
    steps, at, k = list(codes), (0.0, 0.0), 0
    while k < len(steps):
        code = steps[k]
        if code == Outline.MOVETO:
            strokes.append(Stroke("move", corners[k]))
        elif code == Outline.LINETO:
            strokes.append(Stroke("line", corners[k]))
        elif code == Outline.CURVE3:
            (a, b), (x, y) = corners[k], corners[k + 1]
            first = at[0] + 2 / 3 * (a - at[0]), at[1] + 2 / 3 * (b - at[1])
            strokes.append(Stroke("curve", (*first, x + 2 / 3 * (a - x), y + 2 / 3 * (b - y), x, y)))
            k += 1
        elif code == Outline.CURVE4:
            strokes.append(Stroke("curve", (*corners[k], *corners[k + 1], *corners[k + 2])))
            k += 2
        else:
            strokes.append(Stroke("close", ()))
        at = corners[k]
        k += 1
    return strokes


@cache
def _first_fonts(*, bold: bool) -> tuple[Path, ...]:
    """Lato and DejaVu Sans, which are there on every computer."""
    import matplotlib

    style = "Bold" if bold else "Regular"
    with as_file(files("fontpkg_lato") / "files" / f"Lato-{style}.ttf") as lato:
        dejavu = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / f"DejaVuSans{'-Bold' if bold else ''}.ttf"
        return lato, dejavu


@cache
def _font_with(letter: str) -> Path | None:
    """The first font that has an outline for a letter: those that are always there, then those of this computer."""
    for path in _first_fonts(bold=False):
        if _has(path, letter):
            return path
    return next((path for path in fonts_here() if _has(path, letter)), None)


@cache
def _letters(path: Path) -> Any:
    from matplotlib.ft2font import FT2Font

    try:
        font: Any = FT2Font(path)
    except (OSError, RuntimeError):
        return None
    return font if font.scalable else None


@cache
def _has(path: Path, letter: str) -> bool:
    font = _letters(path)
    if font is None or not font.get_char_index(ord(letter)):
        return False
    try:
        font.load_char(ord(letter), flags=_no_hinting())
    except RuntimeError:  # a picture in place of an outline
        return False
    return letter.isspace() or len(font.get_path()[1]) > 0


def _no_hinting() -> Any:
    from matplotlib.ft2font import LoadFlags

    return LoadFlags.NO_HINTING
