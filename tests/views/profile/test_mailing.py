"""The sheet for mail-merge keeps what people wrote into it, in whichever language it is written again."""

import io

import openpyxl

from stakeholder_graph.text import speaking
from stakeholder_graph.views.profile import Addressee, mailing_workbook, merge_mailing

ZOO = Addressee("Zoo", "Ana, ana@zoo.example", "../zoo.html", answered=False, closes="2026-03-31")
BANK = Addressee("Bank", "", "../bank.html", answered=True)


def noted(sheet: bytes) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(sheet))
    book.worksheets[0]["F1"], book.worksheets[0]["F2"] = "Sent on", "May 4"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def rows(sheet: bytes | None) -> list[tuple[object, ...]]:
    assert sheet is not None
    return [*openpyxl.load_workbook(io.BytesIO(sheet)).worksheets[0].iter_rows(values_only=True)]


def test_notes_stay_with_their_organization() -> None:
    """The zoo answered meanwhile, and another organization stands above it."""
    written = mailing_workbook([ZOO])
    answered = Addressee("Zoo", "Ana, ana@zoo.example", "../zoo.html", answered=True)
    merged = merge_mailing(written, noted(written), mailing_workbook([BANK, answered]))
    assert [row[0] for row in rows(merged)] == ["Organization", "Bank", "Zoo"]
    assert rows(merged)[2][3:] == ("has answered", None, "May 4")


def test_notes_stay_where_the_sheet_is_written_in_spanish_next() -> None:
    written = mailing_workbook([ZOO])
    with speaking("es"):
        merged = merge_mailing(written, noted(written), mailing_workbook([ZOO]))
    assert rows(merged)[0][3:] == ("Estado", "Responder a más tardar el", "Sent on")
    assert rows(merged)[1][3:] == ("todavía no", "31 de marzo de 2026", "May 4")
