"""Makes the font of the pages: ``python -m tools.page_font``.

Lato, regular and bold, with the letters of western and central European languages and those of the catalogue, as a
style sheet that carries the font in itself: a page asks for nothing. Other scripts have the reader's own fonts.
The licence of Lato, which stands beside it, keeps the name for the whole font; what is cut from it is "Page Sans".
It needs brotli (``pip install brotli``) and writes the same bytes again from the same version of Lato and fontTools.
"""

import io
from base64 import b64encode
from importlib.resources import as_file, files
from pathlib import Path

from fontTools import subset

from stakeholder_graph.views.style import PAGE_FONT

FOLDER = Path(__file__).resolve().parents[1] / "stakeholder_graph" / "views" / "fonts"
STYLE_SHEET = FOLDER / "page-sans.css"
WEIGHTS = {"Regular": 400, "Bold": 700}
#: Latin with its accents, and the signs that texts of pages have.
#: Latin with its accents, and the signs that texts of pages have.
LETTERS = (
    "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0xAD), *range(0xAE, 0x180)))) + "ȘșȚțẞ–—‘’‚“”„†•…‰‹›€™←↑→↓−≠≤≥□"
)
_HEAD = """/* Made by tools/page_font.py from Lato 2.015, (c) 2010-2015 tyPoland Lukasz Dziedzic, under the SIL Open
   Font License 1.1, which stands in OFL.txt beside this file. Letters other than Latin have the reader's fonts. */
"""


def style_sheet() -> str:
    """The style sheet with both weights."""
    faces = "".join(
        f'@font-face {{ font-family: "{PAGE_FONT}"; font-weight: {weight}; font-style: normal; font-display: block;\n'
        f'  src: url("data:font/woff2;base64,{b64encode(_cut(style)).decode()}") format("woff2"); }}\n'
        for style, weight in WEIGHTS.items()
    )
    return _HEAD + faces


def licence() -> str:
    """The licence under which Lato may be given on."""
    text = (files("fontpkg_lato") / "LICENSE").read_text("utf-8")
    return "\n".join(line.rstrip() for line in text.splitlines()).strip() + "\n"


def _cut(style: str) -> bytes:
    """One weight with these letters alone, as WOFF2: letters, their widths and their kerning."""
    options = subset.Options(flavor="woff2", layout_features=["kern"], hinting=False, name_IDs=[0, 13, 14])
    with as_file(files("fontpkg_lato") / "files" / f"Lato-{style}.ttf") as path:
        font = subset.load_font(str(path), options)
        cutter = subset.Subsetter(options)
        cutter.populate(text=LETTERS)
        cutter.subset(font)
        for number, name in {1: PAGE_FONT, 2: style, 4: f"{PAGE_FONT} {style}", 6: f"PageSans-{style}"}.items():
            font["name"].setName(name, number, 3, 1, 0x409)
        made = io.BytesIO()
        subset.save_font(font, made, options)
    return made.getvalue()


def main() -> None:
    """Write the style sheet and the licence."""
    FOLDER.mkdir(exist_ok=True)
    STYLE_SHEET.write_text(style_sheet(), encoding="utf-8", newline="\n")
    (FOLDER / "OFL.txt").write_text(licence(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
