"""A call list and a workbook of corrections: as they were written, as people filled them in, and as they are now."""

import io
from collections.abc import Callable

import openpyxl
from openpyxl.comments import Comment
from openpyxl.workbook import Workbook

from stakeholder_graph.tabular.write_xlsx import workbook
from stakeholder_graph.views.call_list.call_list_workbook import HEADERS
from stakeholder_graph.views.present.corrections import SHEETS


def _calls(*rows: tuple[str, str, str]) -> bytes:
    lines = [[purpose, whom, "arts", "", why, "", "", "", "", "", "", ""] for purpose, whom, why in rows]
    return workbook({"Backbone only - call list": [list(HEADERS), *lines]})


def _corrections(*organizations: str) -> bytes:
    sheets = {
        name: [[*copied, *beside], *[[""] * (len(copied) + len(beside))] * 3]
        for name, (copied, beside) in SHEETS.items()
    }
    sheets["organizations"] += [[name, "", "arts", ""] for name in organizations]
    return workbook({"This is wrong": [["Write here"]], **sheets})


def _filled(written: bytes, sheet: str, change: Callable[[Workbook], object]) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(written))
    book[sheet].append(["Dan", "a friend"])
    book[sheet]["A2"].comment = Comment("ask her", "me")
    book.create_sheet("mine")["B2"] = "note"
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


CALLS = _calls(("survey", "Ada", "has not answered"), ("survey", "Ben", "2 ties"))
CORRECTIONS = _corrections("Ada", "Ben")
#: As they are written now, which nobody touches.
FRESH_CALLS = _calls(("survey", "Ada", "has not answered"), ("introduce", "Cem", "3 ties"))
FRESH_CORRECTIONS = _corrections("Ada", "Cem")
FILLED_CALLS = _filled(CALLS, "Backbone only - call list", lambda book: book.worksheets[0].cell(2, 9, "Zoe"))
FILLED_CORRECTIONS = _filled(CORRECTIONS, "corrections", lambda book: book["organizations"].cell(6, 2, "health"))
