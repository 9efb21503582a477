"""How the same content may be spelled: names, order of rows and columns, separators, letters and ends of lines."""

import io
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import Workbook

from tests.front_door.files import Book, Ods, Table, Text
from tests.front_door.partnership import Rows


@dataclass(frozen=True)
class Spelling:
    """One way of writing down a partnership.

    Parameters
    ----------
    names : mapping of str to str
        What each organization is called, by its usual name.
    ids : mapping of str to str
        The same for ids.
    order : int
        Seed of the order of rows and columns; 0 leaves them as they are.
    separator : str
        Between cells, where the layout has a comma.
    encoding : str
        Of text files.
    newline : str
        Between lines.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    ids: Mapping[str, str] = field(default_factory=dict)
    order: int = 0
    separator: str = ","
    encoding: str = "utf-8"
    newline: str = "\n"

    def bytes_of(self, content: Table | Book | Ods | Text) -> bytes:
        """Spell the content of a file."""
        if isinstance(content, Book):
            return self._book(content)
        if isinstance(content, Ods):
            return content.bytes_of(self._cell)
        if isinstance(content, Text):
            text = content.text
            for usual, name in self.names.items():
                text = text.replace(content.escape(usual), content.escape(name))
            return text.replace("\n", self.newline).encode("utf-8")
        rows = self._ordered(content.rows, content.heads, content.shuffled)
        separator = self.separator if content.separator == "," else content.separator
        text = content.text([[self._cell(cell) for cell in row] for row in rows], separator)
        return text.replace("\n", self.newline).encode(content.encoding or self.encoding)

    def _cell(self, cell: object) -> object:
        if not isinstance(cell, str):
            return cell
        if cell in self.ids:
            return self.ids[cell]
        for usual, name in self.names.items():
            cell = cell.replace(usual, name)
        return cell

    def _ordered(self, rows: Rows, heads: int, shuffled: str) -> Rows:
        if not self.order or not shuffled:
            return rows
        mixed = random.Random(self.order)
        below = list(rows[heads:])
        mixed.shuffle(below)
        table: list[Sequence[object]] = [*rows[:heads], *below]
        if shuffled == "rows":
            return table
        columns = list(range(len(rows[0])))
        mixed.shuffle(columns)
        return [[row[column] for column in columns] for row in table]

    def _book(self, content: Book) -> bytes:
        workbook = Workbook()
        workbook.remove(workbook.worksheets[0])
        for name, rows in content.sheets.items():
            sheet = workbook.create_sheet(name)
            for row in self._ordered(rows, 1, "rows" if content.shuffled else ""):
                sheet.append([self._cell(cell) for cell in row])
        if content.made:
            content.made(workbook)
        written = io.BytesIO()
        workbook.save(written)
        return written.getvalue()


PLAIN = Spelling()
"""As the layouts have it."""


def book(path: Path, sheets: Mapping[str, Rows]) -> None:
    """Write a workbook."""
    path.write_bytes(PLAIN.bytes_of(Book(sheets)))
