"""The font that pages carry: the letters of Lato that texts and names need, as wide as they are reckoned."""

import re
import unicodedata
from importlib.resources import as_file, files
from io import BytesIO

import pytest
from babel.messages.pofile import read_po
from fontTools.ttLib import TTFont
from playwright.sync_api import Browser

from stakeholder_graph.views.layout.text_width import text_width
from stakeholder_graph.views.page import packaged
from stakeholder_graph.views.style import PAGE_FONT
from tools.catalogue import LOCALE
from tools.page_font import LETTERS, WEIGHTS

#: What texts of the catalogue have that Lato has not: the reader's own fonts draw it.
DRAWN_BY_OTHERS = set("▲▼\n")


def test_every_letter_of_the_catalogue_is_in_the_font() -> None:
    texts: set[str] = set()
    for path in LOCALE.rglob("*.po"):
        for message in read_po(BytesIO(path.read_bytes())):
            for written in (message.id, message.string):
                texts.update([written] if isinstance(written, str) else map(str, written or ()))
    assert len(texts) > 1000
    assert set("".join(texts)) - set(LETTERS) <= DRAWN_BY_OTHERS


def test_the_licence_goes_with_the_font_and_its_name_stays_with_the_whole_font() -> None:
    """Lato's licence reserves its name: what is cut from it is called otherwise."""
    assert "SIL OPEN FONT LICENSE Version 1.1" in packaged("views/fonts/OFL.txt")
    assert 'with Reserved Font Name "Lato"' in packaged("views/fonts/OFL.txt")
    assert not re.search("lato", PAGE_FONT, re.IGNORECASE)
    assert "OFL.txt" in packaged("views/fonts/page-sans.css")


@pytest.mark.browser
@pytest.mark.parametrize(("style", "weight"), WEIGHTS.items())
def test_the_embedded_letters_are_those_of_lato(chromium: Browser, style: str, weight: int) -> None:
    """Each letter as wide as in Lato's file, drawn from the style sheet alone: what it lacks would differ."""
    page = chromium.new_page()
    page.set_content(f"<style>{packaged('views/fonts/page-sans.css')}</style>")
    widths = page.evaluate(
        """async ([family, weight, letters]) => {
          const pen = document.createElement("canvas").getContext("2d");
          await document.fonts.load(`${weight} 1000px "${family}"`);
          const fonts = ["monospace", "serif"].map((other) => `${weight} 1000px "${family}", ${other}`);
          const width = (letter, font) => { pen.font = font; return pen.measureText(letter).width; };
          return letters.map((letter) => fonts.map((font) => width(letter, font)));
        }""",
        [PAGE_FONT, weight, list(LETTERS)],
    )
    page.close()
    with as_file(files("fontpkg_lato") / "files" / f"Lato-{style}.ttf") as path, TTFont(path) as font:
        glyphs, advances, units = font.getBestCmap(), font["hmtx"].metrics, font["head"].unitsPerEm
        expected = [1000 * advances[glyphs[ord(letter)]][0] / units for letter in LETTERS]
    assert [pair[0] for pair in widths] == pytest.approx(expected, abs=0.6)
    assert [pair[1] for pair in widths] == pytest.approx(expected, abs=0.6)
    if weight == 400:
        composed = [letter for letter in LETTERS if len(unicodedata.normalize("NFD", letter)) == 1]
        assert [text_width(letter, 1000) for letter in composed] == pytest.approx(
            [expected[LETTERS.index(letter)] for letter in composed], abs=0.6
        )
