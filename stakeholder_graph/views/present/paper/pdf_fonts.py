"""Letters for papers, in whatever alphabet a name is written.

Lato, which goes into the file, for Latin, Greek and Cyrillic; for Chinese, Japanese and Korean the fonts that readers
of PDF bring along. What none of them has is shown as a box. Widths are reportlab's, which needs the fonts anyway;
fontTools reads the same ones from Lato's file.
"""

import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import as_file, files
from itertools import groupby
from typing import NamedTuple

from stakeholder_graph.views.layout.text_width import broken_lines

PLAIN, BOLD = "Lato-Regular", "Lato-Bold"
#: Fonts that readers bring along, the first that has a letter is taken: what an encoding of those countries has.
EASTERN: Mapping[str, str] = {"STSong-Light": "gbk", "HYGothic-Medium": "cp949", "HeiseiKakuGo-W5": "cp932"}
#: In place of a letter that no font has.
BOX = "□"


class Run(NamedTuple):
    """A piece of text in one font."""

    font: str
    text: str


def runs(text: str, *, bold: bool = False) -> list[Run]:
    """Cut a line of text into pieces by the font that has their letters.

    Parameters
    ----------
    text : str
        One line. Control characters become spaces; those that only say how others join are left out.
    bold : bool
        Whether in bold.

    Examples
    --------
    >>> runs("Niños Łódź")
    [Run(font='Lato-Regular', text='Niños Łódź')]
    >>> runs("健康 Clinic", bold=True)
    [Run(font='STSong-Light', text='健康'), Run(font='Lato-Bold', text=' Clinic')]
    >>> runs("שלום")
    [Run(font='Lato-Regular', text='□□□□')]
    """
    own = BOLD if bold else PLAIN
    letters = [_letter(char, own) for char in _clean(text)]
    return [Run(font, "".join(run.text for run in same)) for font, same in groupby(letters, lambda run: run.font)]


def drawable(text: str) -> bool:
    """Whether every letter of a text can be drawn.

    Parameters
    ----------
    text : str
        One line.

    Examples
    --------
    >>> drawable("Ελπίδα 健康"), drawable("أمل")
    (True, False)
    """
    return text.count(BOX) == sum(run.text.count(BOX) for run in runs(text))


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
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return float(sum(stringWidth(run.text, run.font, size) for run in runs(text, bold=bold)))


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
    return broken_lines(text, wide, lambda line: width(line, size, bold=bold))


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
    return "".join(" " if kind.startswith("C") else char for char, kind in kinds if kind != "Cf")


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
