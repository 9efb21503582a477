"""Plants texts in files of every kind, each as a statement of its own."""

import io
import json
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape

#: A text in a paragraph, or the cells of a row.
Planting = tuple[str, ...]


def planted(name: str, content: str | bytes, plantings: Sequence[Planting]) -> str | bytes:
    """A file with each of the plantings in every place that its kind has for one."""
    if name.endswith(".xlsx"):
        return _in_archive(content, {"xl/worksheets/sheet1.xml": _rows}, plantings)
    if name.endswith(".pptx"):
        places = {"ppt/slides/slide1.xml": _paragraphs, "ppt/notesSlides/notesSlide1.xml": _paragraphs}
        return _in_archive(content, places, plantings)
    text = content.decode() if isinstance(content, bytes) else content
    if name.endswith(".html"):
        for plant in (_in_body, _in_data):
            text = plant(text, plantings)
        return text
    return "\n".join([text, *map(" ".join, plantings)])


def _in_body(page: str, plantings: Iterable[Planting]) -> str:
    cells = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>" for cells in plantings)
    words = [escape(" ".join(cells)) for cells in plantings]
    paragraphs = "".join(f"<p>… <b>{text}</b></p>" for text in words)
    titles = "".join(f'<i title="→ {text}"></i>' for text in words)
    comments = "".join(f"<!-- # {' '.join(cells)} -->" for cells in plantings)
    style = "<style>" + "\n".join(f"/* § {' '.join(cells)} */" for cells in plantings) + "</style>"
    return page.replace("</body>", f"<table>{cells}</table>{paragraphs}{titles}{comments}{style}</body>")


def _in_data(page: str, plantings: Iterable[Planting]) -> str:
    """As objects among those that the page's scripts read, with escapes as they write them."""
    start, end = '<script type="application/json" id="data">{"organizations":[', "</script>"
    entries = [json.dumps({"name": cells[0], "label": list(cells[1:]), "x": 0.5}) + "," for cells in plantings]
    if start in page:
        return page.replace(start, start + "".join(entries))
    return page.replace("</body>", f'<script type="application/json">[{"".join(entries)[:-1]}]{end}</body>')


def _in_archive(
    content: str | bytes, places: Mapping[str, Callable[[str, Iterable[Planting]], str]], plantings: Iterable[Planting]
) -> bytes:
    assert isinstance(content, bytes)
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(written, "w") as copy:
        for name in archive.namelist():
            part = archive.read(name)
            if name in places:
                text = part.decode()
                part = places[name](text, plantings).encode()
                assert len(part) > len(text)
            copy.writestr(name, part)
    return written.getvalue()


def _rows(sheet: str, plantings: Iterable[Planting]) -> str:
    rows = [[f'<c t="inlineStr"><is><t>{escape(cell)}</t></is></c>' for cell in cells] for cells in plantings]
    return sheet.replace("</sheetData>", "".join(f"<row>{''.join(row)}</row>" for row in rows) + "</sheetData>")


def _paragraphs(slide: str, plantings: Iterable[Planting]) -> str:
    runs = [[f"<a:r><a:t>{escape(cell)} </a:t></a:r>" for cell in cells] for cells in plantings]
    return slide.replace("</p:txBody>", "".join(f"<a:p>{''.join(row)}</a:p>" for row in runs) + "</p:txBody>", 1)
