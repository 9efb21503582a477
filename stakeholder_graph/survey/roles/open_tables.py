"""The tables of a folder, each file opened once: its sheets with their headers, as far as they have any."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from stakeholder_graph.exchange.network_source import NetworkSource, open_network
from stakeholder_graph.model.problems import Inspection, Problem
from stakeholder_graph.survey.exports.stray_files import EARLIER
from stakeholder_graph.survey.roles.totals import without_totals
from stakeholder_graph.survey.settings.elements import SETTINGS_FILE
from stakeholder_graph.survey.settings.workbook.sheets import WORKBOOK_FILE
from stakeholder_graph.tabular import TextRows
from stakeholder_graph.tabular.files import WORKBOOKS, trimmed
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import _

_ENDINGS = frozenset({".csv", ".tsv", ".tab", ".txt", ".json", ".zip", *WORKBOOKS})
#: What a column without a header is called.
NAMELESS = "(no header)"
_MOST_TITLE_ROWS = 5


@dataclass(frozen=True, eq=False)
class OpenTable:
    """One table: a file, or a sheet of a workbook.

    Parameters
    ----------
    file : str
        Its name.
    sheet : str
        Blank unless the file has several.
    table : SourceTable
        Its columns; a table that problems name as the user sees it.
    opened : NetworkSource
        The file it stands in.
    row_numbers : bool
        Whether numbers of rows stood before the first column, and are left out.
    """

    file: str
    sheet: str
    table: SourceTable
    opened: NetworkSource
    row_numbers: bool = False

    @property
    def name(self) -> str:
        """What it is called: its sheet, or its file without the ending."""
        return self.sheet or PurePath(self.file).stem

    def texts(self, header: str) -> list[str]:
        """The cells of a column that are not blank."""
        return [text for text in self.table.texts(header) if text]


@dataclass(frozen=True, eq=False)
class OpenFiles:
    """What lies in a folder.

    Parameters
    ----------
    files : dict of str to NetworkSource
        Every file that could be opened.
    tables : list of OpenTable
        Their tables, in the order of the names of files, and of sheets in each.
    broken : list of Problem
        What is wrong with files that cannot be read.
    """

    files: dict[str, NetworkSource] = field(default_factory=dict)
    tables: list[OpenTable] = field(default_factory=list)
    broken: list[Problem] = field(default_factory=list)


def tables_in(folder: Path, but: Collection[str] = ()) -> list[Path]:
    """Give the files of a folder that may hold tables, by name.

    Parameters
    ----------
    folder : Path
        Of a partnership.
    but : collection of str
        Names of files that are known to be something else.
    """
    passed = {*but, SETTINGS_FILE, WORKBOOK_FILE}
    return sorted(
        path
        for path in (folder.iterdir() if folder.is_dir() else ())
        if path.suffix.casefold() in _ENDINGS
        and path.name not in passed
        and path.name[0] not in "~."
        and EARLIER not in path.name
        and path.is_file()
    )


def open_tables(paths: Iterable[Path], encoding: str = "") -> OpenFiles:
    """Open files, each once.

    Parameters
    ----------
    paths : iterable of Path
        As `tables_in` gives them.
    encoding : str
        That of text files, where the settings say it.
    """
    there = OpenFiles()
    for path in paths:
        inspection = Inspection()
        opened = open_network(path, path.name, inspection, encoding=encoding)
        if opened is None or inspection.problems:
            there.broken.extend(inspection.problems)
            continue
        there.files[path.name] = opened
        several = len(opened.sheets) > 1
        for sheet, rows in opened.sheets.items():
            if any(map(any, rows)):
                there.tables.append(table_of_sheet(opened, sheet if several else "", rows))
    return there


def table_of_sheet(opened: NetworkSource, sheet: str, rows: TextRows) -> OpenTable:
    """Give the table of a sheet, whatever its headers look like.

    Parameters
    ----------
    opened : NetworkSource
        The file.
    sheet : str
        The name of the sheet; blank where it is the only one.
    rows : list of list of str
        Its rows.

    Returns
    -------
    OpenTable
        Titles above the headers are passed over. A blank header above texts is `NAMELESS`; numbers of rows without a
        header, in the first column, are left out. Of two equal headers the second has a number.

    Examples
    --------
    >>> source = NetworkSource("m.csv", "CSV", {})
    >>> table_of_sheet(source, "", [["", "A", "B"], ["A", "0", "1"], ["B", "1", "0"]]).table.columns
    {'(no header)': ['A', 'B'], 'A': ['0', '1'], 'B': ['1', '0']}
    >>> open_table = table_of_sheet(source, "", [["", "from", "to"], ["1", "A", "B"], ["2", "B", "C"]])
    >>> open_table.table.columns, open_table.row_numbers
    ({'from': ['A', 'B'], 'to': ['B', 'C']}, True)
    """
    shown = _("{file}, sheet “{sheet}”", file=opened.file, sheet=sheet) if sheet else opened.file
    filled = [number for number, row in enumerate(rows) if any(row)]
    head = filled[_titles(rows, filled)]
    width = max((len(trimmed(rows[number])) for number in filled), default=0)
    body = [number for number in filled if number > head]
    headers = [*rows[head], *[""] * width][:width]
    cells = [[row[place] if place < len(row) else "" for row in map(rows.__getitem__, body)] for place in range(width)]
    numbered = bool(width) and not headers[0] and _counts_up(cells[0])
    columns: dict[str, list[str]] = {}
    taken: set[str] = set()
    for place in range(int(numbered), width):
        if not headers[place] and not any(cells[place]):
            continue
        header = wanted = headers[place] or NAMELESS
        number = 1
        while header.casefold() in taken:
            number += 1
            header = f"{wanted} ({number})"
        taken.add(header.casefold())
        columns[header] = cells[place]
    columns, body = without_totals(columns, body)
    table = SourceTable(shown, columns, [number + 1 for number in body], opened.decimal_comma)
    return OpenTable(opened.file, sheet, table, opened, numbered)


def _titles(rows: TextRows, filled: list[int]) -> int:
    """How many of the first rows are a title: one cell alone, and what of two cells follows it, above wider rows."""
    widths = [sum(map(bool, rows[number])) for number in filled[: 2 * _MOST_TITLE_ROWS]]
    usual = sorted(widths)[len(widths) // 2]
    titled = widths[0] == 1
    for place, width in enumerate(widths[:_MOST_TITLE_ROWS]):
        beside_title = titled and width == 2 < usual
        if (width > 1 and not beside_title) or place == len(filled) - 1:
            return place
    return 0


def _counts_up(texts: list[str]) -> bool:
    """Whether a column counts rows, from 1 or from 0."""
    return len(texts) > 1 and any(texts == [str(number + first) for number in range(len(texts))] for first in (0, 1))
