"""Puts the names, headers and choices of a workbook into other words: those of the language that is spoken now."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stakeholder_graph.text import _, in_every_language

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


def as_said_now(messages: Iterable[str]) -> dict[str, str]:
    """Give for what some messages are called in any language what they are called now.

    Parameters
    ----------
    messages : iterable of str
        The English texts.

    Examples
    --------
    >>> as_said_now(["done"])
    {'done': 'done', 'hecha': 'done'}
    """
    return {said: _(message) for message in messages for said in in_every_language(message)}


@dataclass(frozen=True, slots=True)
class Words:
    """What is said otherwise in a workbook that was written in another language.

    Parameters
    ----------
    names : mapping of str to str
        Names of sheets and headers, as they may be, and as they are now.
    cells : mapping of str to mapping of str to str
        The same of cells, below each header of now.
    """

    names: Mapping[str, str]
    cells: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def reworded(data: bytes, words: Words) -> bytes:
    """Put a workbook into the words of now; whatever else stands in it stays.

    Parameters
    ----------
    data : bytes
        A workbook.
    words : Words
        Which words.

    Returns
    -------
    bytes
        As it was, where nothing in it is said otherwise, and where it is no workbook of cells alone.

    Examples
    --------
    >>> from stakeholder_graph.tabular.write_xlsx import workbook
    >>> words = Words({"Llamadas": "Calls", "Estado": "Status"}, {"Status": {"hecha": "done"}})
    >>> import openpyxl
    >>> now = openpyxl.load_workbook(io.BytesIO(reworded(workbook({"Llamadas": [["Estado"], ["hecha"]]}), words)))
    >>> now.sheetnames, [cell.value for cell in now["Calls"]["A"]]
    (['Calls'], ['Status', 'done'])
    """
    import openpyxl
    from openpyxl.worksheet.worksheet import Worksheet

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if any("/media/" in name or "/charts/" in name or "vbaProject" in name for name in parts.namelist()):
                return data
        book = openpyxl.load_workbook(io.BytesIO(data))
    except Exception:  # openpyxl raises whatever it stumbles over; who merges the workbook says so
        return data
    changed = [_reworded(sheet, words) for sheet in book if isinstance(sheet, Worksheet)]
    if not any(changed):
        return data
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _reworded(sheet: "Worksheet", words: Words) -> bool:
    """Whether anything on a sheet was said otherwise."""
    changed = False
    if (name := words.names.get(sheet.title, sheet.title)) != sheet.title:
        sheet.title, changed = name, True
    for column in sheet.iter_cols():
        head = words.names.get(str(column[0].value), column[0].value)
        below = words.cells.get(str(head), {})
        for cell, said in ((cell, words.names if cell is column[0] else below) for cell in column):
            now = said.get(str(cell.value).strip(), cell.value) if isinstance(cell.value, str) else cell.value
            if now != cell.value:
                cell.value, changed = now, True
    return changed
