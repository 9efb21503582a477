"""The sheet for mail-merge keeps what people wrote into it, in whichever language it is written again."""

import io

import openpyxl

from stakeholder_graph.text import speaking
from stakeholder_graph.views.profile import Addressee, mailing_workbook, merge_mailing

ZOO = Addressee("Zoo", "Ana, ana@zoo.example", "../zoo.html", answered=False, closes="2026-03-31")
BANK = Addressee("Bank", "", "../bank.html", answered=True)


def noted(sheet: bytes) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(sheet))
    book.worksheets[0]["G1"], book.worksheets[0]["G2"] = "Sent on", "May 4"
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
    assert rows(merged)[2][4:] == ("has answered", None, "May 4")


def test_notes_stay_where_the_sheet_is_written_in_spanish_next() -> None:
    written = mailing_workbook([ZOO])
    with speaking("es"):
        merged = merge_mailing(written, noted(written), mailing_workbook([ZOO]))
    assert rows(merged)[0][4:] == ("Estado", "Responder a más tardar el", "Sent on")
    assert rows(merged)[1][4:] == ("todavía no", "31 de marzo de 2026", "May 4")


def test_a_mail_program_finds_addresses_in_a_column_of_their_own() -> None:
    both = Addressee("Zoo", "Ana Ruiz, ana@zoo.example, (555) 010-0123, desk@zoo.example", "../zoo.html", answered=True)
    header, zoo, bank = rows(mailing_workbook([both, BANK]))
    assert header[:3] == ("Organization", "Contact", "E-mail")
    assert (zoo[2], bank[2]) == ("ana@zoo.example; desk@zoo.example", None)


def test_notes_of_a_sheet_from_before_there_were_addresses_stay() -> None:
    """Earlier versions wrote no such column."""
    book = openpyxl.load_workbook(io.BytesIO(mailing_workbook([ZOO])))
    book.worksheets[0].delete_cols(3)
    out = io.BytesIO()
    book.save(out)
    written = out.getvalue()
    book.worksheets[0]["F1"], book.worksheets[0]["F2"] = "Sent on", "May 4"
    out = io.BytesIO()
    book.save(out)
    merged = rows(merge_mailing(written, out.getvalue(), mailing_workbook([ZOO])))
    assert merged[0][2:] == ("E-mail", "File", "Status", "Answer by", "Sent on")
    assert merged[1][2:] == ("ana@zoo.example", "../zoo.html", "not yet", "2026-03-31", "May 4")
