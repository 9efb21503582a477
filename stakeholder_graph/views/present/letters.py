"""Letters for papers, in whatever alphabet a name is written.

Helvetica where it has them, DejaVu Sans for nearly all other alphabets (it comes with this package), and for Chinese,
Japanese and Korean the fonts that readers of PDF bring along. What none of them has is shown as an empty box.
"""

import unicodedata
from functools import cache
from importlib.resources import as_file, files
from itertools import groupby
from typing import NamedTuple

PLAIN, BOLD = "Helvetica", "Helvetica-Bold"
WIDE, WIDE_BOLD = "DejaVuSans", "DejaVuSans-Bold"
#: By the first word of a letter's name.
EASTERN = {
    "CJK": "STSong-Light",
    "HIRAGANA": "HeiseiKakuGo-W5",
    "KATAKANA": "HeiseiKakuGo-W5",
    "HANGUL": "HYGothic-Medium",
}


class Run(NamedTuple):
    """A piece of text in one font."""

    font: str
    text: str


def runs(text: str, *, bold: bool = False) -> list[Run]:
    """Cut a line of text into pieces by the font that has their letters.

    Parameters
    ----------
    text : str
        One line. Control characters become spaces.
    bold : bool
        Whether in bold.

    Examples
    --------
    >>> runs("Niños Łódź")
    [Run(font='Helvetica', text='Niños '), Run(font='DejaVuSans', text='Łódź')]
    >>> runs("健康 Clinic", bold=True)
    [Run(font='STSong-Light', text='健康 '), Run(font='Helvetica-Bold', text='Clinic')]
    """
    found: list[Run] = []
    clean = "".join(" " if unicodedata.category(char).startswith("C") else char for char in text)
    # A word is in one font: half of it in another is hard to read.
    for blank, word in ((blank, "".join(part)) for blank, part in groupby(clean, str.isspace)):
        if blank and found:
            found[-1] = Run(found[-1].font, found[-1].text + word)
            continue
        pieces = _pieces(word, bold=bold)
        if found and pieces[0].font == found[-1].font:
            pieces[0] = Run(pieces[0].font, found.pop().text + pieces[0].text)
        found += pieces
    return found


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line of text is.

    Examples
    --------
    >>> round(width("Clinic", 1000))
    2444
    """
    from reportlab.pdfbase.pdfmetrics import stringWidth

    ready()
    return float(sum(stringWidth(run.text, run.font, size) for run in runs(text, bold=bold)))


def wrapped(text: str, size: float, wide: float, *, bold: bool = False) -> list[str]:
    """Break a text into lines; a word that is wider than a line is cut.

    Examples
    --------
    >>> wrapped("Each symbol is one of us", 12, 80)
    ['Each symbol', 'is one of us']
    """
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, size, bold=bold) <= wide:
            lines[-1] = joined
            continue
        lines.append("")
        for char in word:
            if lines[-1] and width(lines[-1] + char, size, bold=bold) > wide:
                lines.append("")
            lines[-1] += char
    return lines


@cache
def ready() -> None:
    """Make the fonts known to reportlab, once."""
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    for name in (WIDE, WIDE_BOLD):
        with as_file(files("stakeholder_graph.views.present") / "fonts" / f"{name}.ttf") as path:
            registerFont(TTFont(name, str(path)))
    for name in sorted(set(EASTERN.values())):
        registerFont(UnicodeCIDFont(name))


def _pieces(word: str, *, bold: bool) -> list[Run]:
    try:
        word.encode("cp1252")
    except UnicodeEncodeError:
        wide = WIDE_BOLD if bold else WIDE
        pieces = [
            Run(font, "".join(part)) for font, part in groupby(word, lambda char: EASTERN.get(_first(char), wide))
        ]
        return [Run(font, _as_read(text)) for font, text in pieces]
    return [Run(BOLD if bold else PLAIN, word)]


def _first(char: str) -> str:
    return unicodedata.name(char, "").partition(" ")[0].partition("-")[0]


def _as_read(text: str) -> str:
    """Letters in the order in which they stand on paper: Hebrew and Arabic from right to left."""
    return text[::-1] if text and unicodedata.bidirectional(text[0]) in ("R", "AL") else text
