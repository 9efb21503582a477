"""The texts that people see or hear in a file: of pages, workbooks and slides."""

import io
from html.parser import HTMLParser

import openpyxl
from playwright.sync_api import Page
from pptx import Presentation

#: Attributes that are read out or shown.
SPOKEN = ("aria-label", "aria-valuetext", "title", "alt", "placeholder", "label")
#: The same of a page as it stands in a browser, with what it would draw on paper.
_LIVE = """(spoken) => {
  // Where a word may break it is still one word.
  document.querySelectorAll("wbr").forEach((may) => may.remove());
  document.documentElement.normalize();
  const texts = [], walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest("script, style, svg text")) texts.push(walker.currentNode.data);
  }
  const parts = (text) => [...(text.children.length ? text.children : [text])];
  const lines = (text) => parts(text).map((line) => line.textContent).join(" ");
  texts.push(...[...document.querySelectorAll("svg text")].map(lines));
  for (const name of spoken) {
    for (const element of document.querySelectorAll(`[${name}]`)) texts.push(element.getAttribute(name));
  }
  if (typeof drawPicture === "function") {
    const picture = new DOMParser().parseFromString(drawPicture().svg, "image/svg+xml");
    texts.push(...[...picture.querySelectorAll("text, title")].map((element) => element.textContent));
  }
  return texts.filter((text) => text.trim());
}"""


def visible_texts(name: str, content: str | bytes) -> list[str]:
    """What is seen or heard of a file, piece by piece."""
    if isinstance(content, str):
        page = _Texts()
        # Where a word may break it is still one word.
        page.feed(content.replace("<wbr/>", ""))
        return page.texts if name.endswith(".html") else content.splitlines()
    if name.endswith(".xlsx"):
        return _of_workbook(content)
    assert name.endswith(".pptx")
    texts = []
    for slide in Presentation(io.BytesIO(content)).slides:
        texts += [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        texts += [shape.name for shape in slide.shapes if shape.has_text_frame and not shape.is_placeholder]
        texts += [slide.notes_slide.notes_text_frame.text] if slide.has_notes_slide else []
    # What python-pptx calls shapes that nobody named is seen by nobody.
    return [text for text in texts if not text.startswith(("TextBox ", "Freeform ", "Rectangle ", "Oval "))]


def texts_now(page: Page) -> list[str]:
    """What is seen or heard of an open page in its present state."""
    return list(page.evaluate(_LIVE, list(SPOKEN)))


def _of_workbook(content: bytes) -> list[str]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheets = [sheet for sheet in book if sheet.sheet_state == "visible"]
    cells = [cell.value for sheet in sheets for row in sheet.iter_rows() for cell in row]
    return [*(sheet.title for sheet in sheets), *(cell for cell in cells if isinstance(cell, str))]


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self._hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # A hidden block holds the data of a table as CSV, for programs.
        self._hidden = tag in ("script", "style") or (tag == "pre" and "hidden" in dict(attrs))
        self.texts += [value for name, value in attrs if name in SPOKEN and value]

    def handle_endtag(self, tag: str) -> None:
        self._hidden = False

    def handle_data(self, data: str) -> None:
        if not self._hidden and data.strip():
            self.texts.append(data)
