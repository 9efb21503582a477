"""What people wrote into the call list: who calls, how it stands, when."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from stakeholder_graph.text import _, in_every_language
from stakeholder_graph.views.call_list.call_lines import PURPOSES
from stakeholder_graph.views.call_list.call_list_workbook import (
    DATE,
    DONE,
    FORMER,
    KEY,
    NOT_NOW,
    NOTES,
    SHEET,
    STATUS,
    WHO,
)

if TYPE_CHECKING:
    import openpyxl


@dataclass(frozen=True, slots=True)
class Note:
    """What people wrote of one call.

    Parameters
    ----------
    purpose, whom, with_whom : str
        By what the call is known.
    who, status, date, notes : str
        As in the workbook; blank where nobody wrote anything.
    """

    purpose: str
    whom: str
    with_whom: str = ""
    who: str = ""
    status: str = ""
    date: str = ""
    notes: str = ""

    @property
    def done(self) -> bool:
        """Whether the call is done."""
        return self.status.casefold() in in_every_language(DONE)

    @property
    def settled(self) -> bool:
        """Whether the call need not be made now: it is done, or not wanted now."""
        return self.done or self.status.casefold() in in_every_language(NOT_NOW)


@dataclass(frozen=True, slots=True)
class CallNotes:
    """What people wrote into a call list.

    Parameters
    ----------
    of_calls : mapping of (str, str, str) to Note
        By the key of a call.
    earlier : tuple of Note
        Of calls that are no longer on the list.
    """

    of_calls: Mapping[tuple[str, str, str], Note] = field(default_factory=dict)
    earlier: tuple[Note, ...] = ()

    @property
    def settled(self) -> frozenset[tuple[str, str, str]]:
        """Calls that need not be made now."""
        return frozenset(key for key, note in self.of_calls.items() if note.settled)


def read_notes(data: bytes) -> CallNotes:
    """Read what people wrote.

    Parameters
    ----------
    data : bytes
        A workbook in which it stands beside the calls of now, as `merge_call_list` makes it.

    Examples
    --------
    >>> from stakeholder_graph.tabular.write_xlsx import workbook
    >>> from stakeholder_graph.views.call_list.call_list_workbook import HEADERS
    >>> row = ["Connect", "Zoo", "", "Museum", "", "", "", "", "Ana", "done", "May 4", ""]
    >>> read_notes(workbook({SHEET: [HEADERS, row]})).of_calls["connect", "Zoo", "Museum"].done
    True
    """
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data))
    of_calls: dict[tuple[str, str, str], Note] = {}
    purposes = {_(title): purpose for purpose, (title, _about) in PURPOSES.items()}
    for note in _notes(book, _(SHEET)):
        if note.purpose in purposes:
            purpose = purposes[note.purpose]
            whom = "" if purpose == "find out" else note.whom
            of_calls.setdefault((purpose, whom, note.with_whom), note)
    return CallNotes(of_calls, tuple(_notes(book, _(FORMER))))


def _notes(book: "openpyxl.Workbook", name: str) -> Iterator[Note]:
    from openpyxl.worksheet.worksheet import Worksheet

    sheet = book[name] if name in book.sheetnames else None
    if not isinstance(sheet, Worksheet):
        return
    rows = sheet.iter_rows(values_only=True)
    heads = [_text(value) for value in next(rows, ())]
    columns = [heads.index(_(head)) if _(head) in heads else None for head in (*KEY, WHO, STATUS, DATE, NOTES)]
    for row in rows:
        cells = [_text(row[column]) if column is not None else "" for column in columns]
        if any(cells):
            yield Note(*cells)


def _text(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    return "" if value is None else str(value).strip()
