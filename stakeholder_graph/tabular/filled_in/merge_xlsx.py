"""Carries over into a new workbook what people filled in since the earlier one was written."""

import io
import zipfile
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stakeholder_graph.tabular.reproducible import without_clock

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

#: Headers by which a row is known again. Where there are none, people add rows, and those they added are carried over.
RowKey = Sequence[str]
#: What a row is called: its key, and how many rows above it have the same.
_Known = tuple[tuple[str, ...], int]
#: Parts of a workbook that hold more than cells.
_PICTURES = (
    "xl/media/",
    "xl/charts/",
    "xl/chartsheets/",
    "xl/drawings/drawing",
    "xl/embeddings/",
    "xl/pivotTables/",
    "xl/vbaProject",
)


class _UnsafeError(Exception):
    """The workbooks cannot be put together without a loss."""


def merge_workbooks(
    written: bytes, changed: bytes, fresh: bytes, keys: Mapping[str, RowKey], former: str
) -> bytes | None:
    """Carry over what people filled in.

    Parameters
    ----------
    written : bytes
        The earlier workbook as we wrote it.
    changed : bytes
        The same, as people saved it.
    fresh : bytes
        The workbook as it is written now.
    keys : mapping of str to RowKey
        By sheet that people fill in. Its first row holds headers.
    former : str
        Name of a sheet for rows that people filled in and that the new workbook lacks, or has otherwise.

    Returns
    -------
    bytes or None
        The new workbook with what they filled in, their own sheets, columns, comments and colours; None where that
        is not safe: they used formulas or pictures, merged cells, or changed what is not for filling in.

    Examples
    --------
    >>> from stakeholder_graph.tabular.write_xlsx import workbook
    >>> written, changed, fresh = (
    ...     workbook({"calls": [["whom", "when"], *rows]})
    ...     for rows in ([["Ada", ""], ["Ben", ""]], [["Ada", "May"], ["Ben", "June"]], [["Ada", ""], ["Cem", ""]])
    ... )
    >>> merged = merge_workbooks(written, changed, fresh, {"calls": ["whom"]}, "Earlier calls")
    >>> import openpyxl
    >>> book = openpyxl.load_workbook(io.BytesIO(merged))
    >>> {sheet.title: list(sheet.iter_rows(min_row=2, values_only=True)) for sheet in book}
    {'calls': [('Ada', 'May'), ('Cem', None)], 'Earlier calls': [('Ben', 'June')]}
    """
    try:
        _check_parts(changed)
        merging = _Merging(_opened(written), _opened(changed), _opened(fresh), former)
        merging.sheets(keys)
    except _UnsafeError:
        return None
    if not merging.carried:
        return fresh
    out = io.BytesIO()
    merging.fresh.save(out)
    return without_clock(out.getvalue())


def headers_of(data: bytes, sheet: str) -> list[str]:
    """Give the headers of a sheet.

    Parameters
    ----------
    data : bytes
        A workbook.
    sheet : str
        One of its sheets.

    Returns
    -------
    list of str
        Empty where it has no such sheet or is no workbook.

    Examples
    --------
    >>> headers_of(b"no workbook", "calls")
    []
    """
    try:
        book = _opened(data)
    except _UnsafeError:
        return []
    return [head for head, _seen in _headers(book[sheet])] if sheet in book.sheetnames else []


def _check_parts(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            names = parts.namelist()
    except zipfile.BadZipFile as error:
        raise _UnsafeError from error
    if any(name.startswith(_PICTURES) for name in names):
        raise _UnsafeError


def _opened(data: bytes) -> "Workbook":
    import openpyxl
    from openpyxl.worksheet.worksheet import Worksheet

    try:
        book = openpyxl.load_workbook(io.BytesIO(data))
    except Exception as error:  # openpyxl raises whatever it stumbles over in a workbook that it does not understand
        raise _UnsafeError from error
    for sheet in book:
        if not isinstance(sheet, Worksheet) or sheet.merged_cells.ranges or sheet.tables:
            raise _UnsafeError
        if any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row):
            raise _UnsafeError
    return book


@dataclass
class _Merging:
    """Three workbooks that are put together in the last."""

    written: "Workbook"
    changed: "Workbook"
    fresh: "Workbook"
    former: str
    carried: bool = False

    def sheets(self, keys: Mapping[str, RowKey]) -> None:
        of_people = [name for name in self.changed.sheetnames if name not in self.written.sheetnames]
        for name in of_people:
            self._own_sheet(self.changed[name])
        for name in self.changed.sheetnames:
            sheet = self.changed[name]
            if name in of_people:
                continue
            if name in keys and name in self.fresh.sheetnames:
                if keys[name]:
                    self._filled_in(name, keys[name])
                else:
                    self._added(name)
            elif _texts(sheet) != _texts(self.written[name]) or any(map(_is_noted, _cells(sheet))):
                raise _UnsafeError

    def _own_sheet(self, sheet: "Worksheet") -> None:
        """A sheet that people added, or that an earlier run added for them."""
        self.carried = True
        if sheet.title in self.fresh.sheetnames:
            raise _UnsafeError
        copied = self.fresh.create_sheet(sheet.title)
        for letter, dimension in sheet.column_dimensions.items():
            copied.column_dimensions[letter].width = dimension.width
        for cell in _cells(sheet):
            _copy(cell, copied.cell(cell.row, cell.column))

    def _filled_in(self, name: str, key: RowKey) -> None:
        """Rows that are known by a key."""
        changed, fresh = self.changed[name], self.fresh[name]
        places = _headers(self.written[name])
        heads, columns = _headers(changed), self._columns(changed, fresh, places)
        before, now = _by_key(self.written[name], key), _by_key(fresh, key)
        for known, row in _by_key(changed, key).items():
            old = before.get(known)
            was = {head: _text(self.written[name].cell(old, column)) for head, column in places.items()} if old else {}
            differing = [
                head
                for head, column in heads.items()
                if _text(changed.cell(row, column)) != was.get(head, "") or _is_noted(changed.cell(row, column))
            ]
            if not differing:
                continue
            self.carried = True
            new = now.get(known)
            if new is None and old is not None:
                self._to_former(changed, row, heads)
                continue
            if new is None:  # a row that people added
                new = fresh.max_row + 1
                now[known] = new
            otherwise = False
            for head in differing:
                if head not in columns:  # a column that we no longer write
                    otherwise = True
                    continue
                cell, target = changed.cell(row, heads[head]), fresh.cell(new, columns[head])
                if _text(target) in ("", was.get(head, ""), _text(cell)):
                    _copy(cell, target)
                else:  # we write something else there now, and so did they
                    otherwise = True
            if otherwise:
                self._to_former(changed, row, heads)

    def _added(self, name: str) -> None:
        """Rows that people added to those that we left for them."""
        changed, fresh = self.changed[name], self.fresh[name]
        heads, columns = _headers(changed), self._columns(changed, fresh)
        places = _headers(self.written[name])
        ours = Counter(_row(self.written[name], row, places) for row in range(2, self.written[name].max_row + 1))
        free = 2
        for row in range(2, changed.max_row + 1):
            texts = _row(changed, row, heads)
            if not texts or (ours[texts] > 0 and not any(_is_noted(changed.cell(row, c)) for c in heads.values())):
                ours[texts] -= 1
                continue
            self.carried = True
            for head, column in heads.items():
                target = fresh.cell(free, columns[head])
                _copy(changed.cell(row, column), target)
            free += 1

    def _columns(
        self, changed: "Worksheet", fresh: "Worksheet", ours: Collection[tuple[str, int]] = ()
    ) -> dict[tuple[str, int], int]:
        """The column of each header in the new sheet; those that people added follow at its end, ours do not."""
        columns = _headers(fresh)
        for head, column in _headers(changed).items():
            if head not in columns and head not in ours:
                columns[head] = max([0, *columns.values()]) + 1
                _copy(changed.cell(1, column), fresh.cell(1, columns[head]))
                self.carried = True
        return columns

    def _to_former(self, changed: "Worksheet", row: int, heads: Mapping[tuple[str, int], int]) -> None:
        """Keep a whole row on a sheet of its own."""
        if self.former not in self.fresh.sheetnames:
            self.fresh.create_sheet(self.former)
        sheet = self.fresh[self.former]
        columns = self._columns(changed, sheet)
        target = sheet.max_row + 1
        for head, column in heads.items():
            _copy(changed.cell(row, column), sheet.cell(target, columns[head]))


def _headers(sheet: "Worksheet") -> dict[tuple[str, int], int]:
    """Columns with anything in them, by header and how many columns left of it have the same."""
    seen: Counter[str] = Counter()
    columns = {}
    for cells in sheet.iter_cols():
        if any(_text(cell) or _is_noted(cell) for cell in cells):
            head = _text(cells[0])
            columns[head, seen[head]] = cells[0].column
            seen[head] += 1
    return columns


def _by_key(sheet: "Worksheet", key: RowKey) -> dict[_Known, int]:
    """Rows with anything in them, by their key."""
    heads = _headers(sheet)
    if not all((head, 0) in heads for head in key):
        raise _UnsafeError
    columns = [heads[head, 0] for head in key]
    seen: Counter[tuple[str, ...]] = Counter()
    rows = {}
    for row in range(2, sheet.max_row + 1):
        if not any(_text(sheet.cell(row, column)) or _is_noted(sheet.cell(row, column)) for column in heads.values()):
            continue
        name = tuple(_text(sheet.cell(row, column)) for column in columns)
        rows[name, seen[name]] = row
        seen[name] += 1
    return rows


def _row(sheet: "Worksheet", row: int, heads: Mapping[tuple[str, int], int]) -> tuple[tuple[tuple[str, int], str], ...]:
    """What stands in a row, below which header."""
    return tuple(sorted((head, text) for head, column in heads.items() if (text := _text(sheet.cell(row, column)))))


def _texts(sheet: "Worksheet") -> dict[tuple[int, int], str]:
    return {(cell.row, cell.column): _text(cell) for cell in _cells(sheet) if _text(cell)}


def _cells(sheet: "Worksheet") -> Iterator["Cell"]:
    for row in sheet.iter_rows():
        yield from row


def _text(cell: "Cell") -> str:
    return "" if cell.value is None else str(cell.value).strip()


def _is_noted(cell: "Cell") -> bool:
    """Whether somebody wrote a comment on a cell, or coloured it."""
    return cell.comment is not None or cell.fill.fill_type is not None


def _copy(cell: "Cell", target: "Cell") -> None:
    target.value = cell.value
    if isinstance(cell.value, str):
        target.data_type = "s"
    target.number_format = cell.number_format
    target.font, target.fill, target.alignment = copy(cell.font), copy(cell.fill), copy(cell.alignment)
    if cell.comment is not None:
        target.comment = copy(cell.comment)
