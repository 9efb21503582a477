"""Letters for papers, in whatever alphabet a name is written.

Lato, which goes into the file, for Latin, Greek and Cyrillic; a line with any other letter is drawn as outlines. For
Chinese, Japanese and Korean, where this computer has no font, those that readers of PDF bring along are asked for. What
no font has is shown as a box. Widths are
reportlab's, which needs the fonts anyway; fontTools reads the same ones from Lato's file.
"""

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import as_file, files
from itertools import groupby
from typing import NamedTuple

from stakeholder_graph.views.layout.text_width import broken_lines
from stakeholder_graph.views.present.paper.other_scripts import SIZE, UNSEEN, drawable_outline, outlined

PLAIN, BOLD = "Lato-Regular", "Lato-Bold"
#: Fonts that readers bring along, the first that has a letter is taken: what an encoding of those countries has.
EASTERN: Mapping[str, str] = {"STSong-Light": "gbk", "HYGothic-Medium": "cp949", "HeiseiKakuGo-W5": "cp932"}
#: In place of a font: the line is drawn as outlines, shaped.
OUTLINES = "outlines"
#: In place of a letter that no font has.
BOX = "□"


class Run(NamedTuple):
    """A piece of text in one font, or a whole line as outlines."""

    font: str
    text: str


def runs(text: str, *, bold: bool = False) -> list[Run]:
    """Cut a line of text into pieces by the font that has their letters.

    Parameters
    ----------
    text : str
        One line. Control characters become spaces; those that only say how others join stay where letters are shaped.
    bold : bool
        Whether in bold.

    Returns
    -------
    list of Run
        One of `OUTLINES` where the line has letters of other scripts: their order and joins go across its words.

    Examples
    --------
    >>> runs("Niños Łódź")
    [Run(font='Lato-Regular', text='Niños Łódź')]
    >>> runs("שלום 2025")
    [Run(font='outlines', text='שלום 2025')]
    """
    return list(_runs(text, bold=bold))


@lru_cache(maxsize=1 << 14)
def _runs(text: str, *, bold: bool) -> tuple[Run, ...]:
    own = BOLD if bold else PLAIN
    cleaned = _clean(text)
    if any(_outline_only(char) for char in cleaned):
        line = "".join(char if ord(char) in ready() or drawable_outline(char) else BOX for char in cleaned)
        return (Run(OUTLINES, line),)
    letters = [_letter(char, own) for char in cleaned if char not in UNSEEN]
    return tuple(Run(font, "".join(run.text for run in same)) for font, same in groupby(letters, lambda run: run.font))


def drawable(text: str) -> bool:
    """Whether every letter of a text can be drawn.

    Parameters
    ----------
    text : str
        One line.

    Examples
    --------
    >>> drawable("Ελπίδα 健康"), drawable("أمل")
    (True, True)
    """
    return text.count(BOX) == sum(run.text.count(BOX) for run in runs(text))


def lent_by_reader(text: str) -> bool:
    """Whether some letters of a text are in a font that the reader of the PDF has to bring along.

    Parameters
    ----------
    text : str
        One line.

    Examples
    --------
    >>> lent_by_reader("Ελπίδα"), lent_by_reader("أمل")
    (False, False)
    """
    return any(run.font in EASTERN for run in runs(text))


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line of text is.

    Parameters
    ----------
    text : str
        One line.
    size : float
        Of the font, in points.
    bold : bool
        Whether in bold.

    Examples
    --------
    >>> width("Clinic", 1000) < width("Clinic", 1000, bold=True) < width("Clinics", 1000)
    True
    """
    return _thousandths(text, bold=bold) * size / 1000


def run_width(run: Run, size: float, *, bold: bool = False) -> float:
    """How wide a piece of a line is.

    Parameters
    ----------
    run : Run
        Of `runs`.
    size : float
        Of the font, in points.
    bold : bool
        Whether in bold.
    """
    from reportlab.pdfbase.pdfmetrics import stringWidth

    if run.font == OUTLINES:
        return outlined(run.text, bold=bold).width * size / SIZE
    return float(stringWidth(run.text, run.font, size))


def wrapped(text: str, size: float, wide: float, *, bold: bool = False) -> list[str]:
    """Break a text into lines; a word that is wider than a line is cut.

    Parameters
    ----------
    text : str
        Any.
    size : float
        Of the font, in points.
    wide : float
        No line is wider.
    bold : bool
        Whether in bold.

    Examples
    --------
    >>> wrapped("Each symbol is one of us", 12, 75)
    ['Each symbol', 'is one of us']
    """
    return list(_wrapped(text, size, wide, bold=bold))


@lru_cache(maxsize=1 << 14)
def _wrapped(text: str, size: float, wide: float, *, bold: bool) -> tuple[str, ...]:
    return tuple(broken_lines(text, wide, lambda line: width(line, size, bold=bold)))


@lru_cache(maxsize=1 << 15)
def _thousandths(text: str, *, bold: bool) -> float:
    """How wide a line of text is, in thousandths of the size."""
    return sum(run_width(run, 1000, bold=bold) for run in runs(text, bold=bold))


@cache
def ready() -> frozenset[int]:
    """Make the fonts known to reportlab, once; the letters that Lato has, by their code.

    Returns
    -------
    frozenset of int
        Codes of letters.

    Examples
    --------
    >>> ord("é") in ready(), ord("健") in ready()
    (True, False)
    """
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    fonts = []
    for name in (PLAIN, BOLD):
        with as_file(files("fontpkg_lato") / "files" / f"{name}.ttf") as path:
            fonts.append(TTFont(name, str(path)))
        registerFont(fonts[-1])
    for name in EASTERN:
        registerFont(UnicodeCIDFont(name))
    return frozenset.intersection(*(frozenset(font.face.charToGlyph) for font in fonts))


def _clean(text: str) -> str:
    kinds = ((char, unicodedata.category(char)) for char in unicodedata.normalize("NFC", text))
    kept = ((char, kind) for char, kind in kinds if kind != "Cf" or char in UNSEEN)
    return "".join(" " if kind.startswith("C") and char not in UNSEEN else char for char, kind in kept)


def _outline_only(char: str) -> bool:
    """Whether a letter is in none of the fonts that text is written in, and has an outline."""
    return ord(char) not in ready() and char not in UNSEEN and drawable_outline(char)


def _letter(char: str, own: str) -> Run:
    if ord(char) in ready():
        return Run(own, char)
    return Run(_eastern(char) or own, char if _eastern(char) else BOX)


@cache
def _eastern(char: str) -> str | None:
    """The font that readers bring along for it."""
    for font, encoding in EASTERN.items():
        try:
            char.encode(encoding)
        except UnicodeEncodeError:
            continue
        return font
    return None
