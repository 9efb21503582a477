"""Leaks of each kind in files of each kind, with every place in which such a file can hide a text."""

import csv
import io
import json
import zipfile
import zlib
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches
from xlsxwriter import Workbook

from stakeholder_graph.editions.checks.png_texts import PNG, texts_in_png
from stakeholder_graph.editions.publish import LeakError, write_folders
from stakeholder_graph.editions.statements import statements
from stakeholder_graph.editions.withheld import Withheld

ZOO, HIDDEN = "Wren Zoo & Gardens", "Núñez “Nan” Clinic"
WITHHELD = Withheld(
    texts=frozenset({HIDDEN}),
    names=frozenset({"Eastgate School", ZOO}),
    beside={"Eastgate School": frozenset({"Share our data"})},
)
#: A name that is not shown; two that are, of whom one named the other; a rating beside who gave it.
KINDS = {"name": (HIDDEN,), "tie": ("Eastgate School", ZOO), "answer": ("Eastgate School", "Share our data", "4")}
HARMLESS = ("Eastgate School",)
Cells = tuple[str, ...]


def page(cells: Cells) -> str:
    row = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
    return f"<!doctype html><table><tr>{row}</tr></table>"


def page_attribute(cells: Cells) -> str:
    return f'<!doctype html><p title="{escape(" – ".join(cells))}">…</p>'


def page_data(cells: Cells) -> str:
    return f'<!doctype html><script type="application/json">{json.dumps({"cells": cells})}</script>'


def page_meta(cells: Cells) -> str:
    return f'<!doctype html><meta name="author" content="{escape(", ".join(cells))}">'


def svg(cells: Cells) -> str:
    return f"<svg xmlns='http://www.w3.org/2000/svg'><text>{' '.join(map(escape, cells))}</text></svg>"


def svg_description(cells: Cells) -> str:
    return f"<svg><desc>{escape(' and '.join(cells))}</desc></svg>"


def svg_metadata(cells: Cells) -> str:
    return f"<svg><metadata><![CDATA[{' and '.join(cells)}]]></metadata></svg>"


def comma_separated(cells: Cells) -> str:
    out = io.StringIO()
    csv.writer(out).writerows([["from", "to"], cells])
    return out.getvalue()


def with_quotes(cells: Cells) -> str:
    """Every cell in quotation marks, the names over two lines, after a byte order mark."""
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerow([cell.replace(" ", "\n", 1) for cell in cells])
    return f"\ufeff{out.getvalue()}"


def document(cells: Cells) -> str:
    return json.dumps([{"row": {"of": list(cells)}}])


def escaped(cells: Cells) -> str:
    return json.dumps(dict(enumerate(cells)), ensure_ascii=True)


def _workbook(fill: Callable[[Workbook], None]) -> bytes:
    out = io.BytesIO()
    with Workbook(out) as book:
        fill(book)
    return out.getvalue()


def workbook(cells: Cells) -> bytes:
    return _workbook(lambda book: book.add_worksheet().write_row(0, 0, cells))


def workbook_inline(cells: Cells) -> bytes:
    """With its texts in the cells themselves, not in a part that all sheets share."""
    out = io.BytesIO()
    with Workbook(out, {"constant_memory": True}) as book:
        book.add_worksheet().write_row(0, 0, cells)
    return out.getvalue()


def workbook_comment(cells: Cells) -> bytes:
    return _workbook(lambda book: book.add_worksheet().write_comment(0, 0, " – ".join(cells)))


def workbook_properties(cells: Cells) -> bytes:
    return _workbook(lambda book: (book.add_worksheet(), book.set_properties({"comments": "; ".join(cells)}))[0])


def workbook_choices(cells: Cells) -> bytes:
    choices = {"validate": "list", "source": [" ".join(cells)]}
    return _workbook(lambda book: book.add_worksheet().data_validation(0, 0, 0, 0, choices))


def workbook_cell(cells: Cells) -> bytes:
    return _workbook(lambda book: book.add_worksheet().write(0, 0, " ".join(cells)))


def _slides(fill: Callable[[object], None]) -> bytes:
    show, out = Presentation(), io.BytesIO()
    fill(show)
    show.save(out)
    return out.getvalue()


def slide(cells: Cells) -> bytes:
    def fill(show: Any) -> None:
        shape = show.slides.add_slide(show.slide_layouts[6]).shapes.add_table(1, len(cells), *[Inches(1)] * 4)
        for k, cell in enumerate(cells):
            shape.table.cell(0, k).text = cell

    return _slides(fill)


def slide_notes(cells: Cells) -> bytes:
    def fill(show: Any) -> None:
        show.slides.add_slide(show.slide_layouts[6]).notes_slide.notes_text_frame.text = " – ".join(cells)

    return _slides(fill)


def slide_properties(cells: Cells) -> bytes:
    def fill(show: Any) -> None:
        show.core_properties.comments = " – ".join(cells)

    return _slides(fill)


def workbook_behind_a_chart(cells: Cells) -> bytes:
    """Only in the embedded workbook, which is an archive in the archive."""

    def fill(show: Any) -> None:
        data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
        data.categories = ["A"]
        data.add_series("B", (1,))
        box = [Inches(1)] * 4
        chart = show.slides.add_slide(show.slide_layouts[6]).shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *box, data)
        chart.chart.part.chart_workbook.update_from_xlsx_blob(workbook(cells))

    return _slides(fill)


def picture_in_slides(cells: Cells, *, packed: bool = False) -> bytes:
    """In the texts of a PNG, packed or not."""

    def fill(show: Any) -> None:
        info, out = PngInfo(), io.BytesIO()
        info.add_itxt("Description", " – ".join(cells), zip=packed)
        Image.new("RGB", (2, 2)).save(out, "PNG", pnginfo=info)
        show.slides.add_slide(show.slide_layouts[6]).shapes.add_picture(out, 0, 0)

    return _slides(fill)


def packed_picture(cells: Cells) -> bytes:
    return picture_in_slides(cells, packed=True)


def name_of_a_part(cells: Cells) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(" ".join(cells), "")
    return out.getvalue()


def comment_of_the_archive(cells: Cells) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a", "")
        archive.comment = " ".join(cells).encode()
    return out.getvalue()


PLACES = (
    ("a.html", (page, page_attribute, page_data, page_meta)),
    ("a.svg", (svg, svg_description, svg_metadata)),
    ("a.csv", (comma_separated, with_quotes)),
    ("a.json", (document, escaped)),
    ("a.xlsx", (workbook, workbook_inline, workbook_comment, workbook_properties, workbook_choices, workbook_cell)),
    ("a.pptx", (slide, slide_notes, slide_properties, workbook_behind_a_chart, picture_in_slides, packed_picture)),
    ("a.zip", (name_of_a_part, comment_of_the_archive)),
)
MAKERS = [(name, make) for name, makers in PLACES for make in makers]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("name", "make"), MAKERS, ids=[make.__name__ for _, make in MAKERS])
def test_a_leak_of_each_kind_is_refused_wherever_it_hides(
    name: str, make: Callable[[Cells], str | bytes], kind: str, tmp_path: Path
) -> None:
    with pytest.raises(LeakError, match=f"{name} was not written"):
        write_folders(tmp_path, {"room": {name: make(KINDS[kind])}}, {"room": WITHHELD})
    assert not (tmp_path / "room").exists()


@pytest.mark.parametrize(("name", "make"), MAKERS, ids=[make.__name__ for _, make in MAKERS])
def test_what_may_be_said_is_written_by_each(name: str, make: Callable[[Cells], str | bytes], tmp_path: Path) -> None:
    write_folders(tmp_path, {"room": {name: make(HARMLESS)}}, {"room": WITHHELD})
    assert (tmp_path / "room" / name).is_file()


def test_a_picture_alone_is_not_written_unless_somebody_says_what_it_shows(tmp_path: Path) -> None:
    out = io.BytesIO()
    Image.new("RGB", (2, 2)).save(out, "PNG")
    with pytest.raises(ValueError, match="nobody says what it shows"):
        write_folders(tmp_path, {"room": {"a.png": out.getvalue()}}, {"room": WITHHELD})


def test_the_texts_of_a_picture_are_looked_at_besides_what_it_is_said_to_show(tmp_path: Path) -> None:
    info, out = PngInfo(), io.BytesIO()
    info.add_text("Author", HIDDEN.replace("“", '"'), zip=True)
    info.add_itxt("Title", HIDDEN)
    Image.new("RGB", (2, 2)).save(out, "PNG", pnginfo=info)
    with pytest.raises(LeakError):
        write_folders(tmp_path, {"room": {"a.png": out.getvalue()}}, {"room": WITHHELD}, {"room": {"a.png": "a tree"}})


def test_a_text_that_cannot_be_unpacked_is_read_as_it_stands() -> None:
    body = b"Title\0\0no zlib"
    chunk = len(body).to_bytes(4, "big") + b"zTXt" + body + zlib.crc32(b"zTXt" + body).to_bytes(4, "big")
    assert list(texts_in_png(PNG + chunk)) == ["Title no zlib"]


def test_a_workbook_in_slides_is_read_cell_by_cell() -> None:
    said = statements(workbook_behind_a_chart(("One", "Two")))
    assert said is not None
    assert any("One" in cells for cells in said)
