"""The tables of a folder, each file opened once: its sheets with their headers, as far as they have any."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from stakeholder_graph.exchange.network_source import NetworkSource, open_network
from stakeholder_graph.model.problems import Inspection, Problem
from stakeholder_graph.survey.formats.plain import numbered_partners
from stakeholder_graph.survey.roles.opening.around_tables import is_data, notes_below
from stakeholder_graph.survey.roles.opening.totals import without_totals
from stakeholder_graph.survey.roles.vocabulary import HEADERS
from stakeholder_graph.survey.settings.elements import SETTINGS_FILE
from stakeholder_graph.survey.settings.workbook.sheets import OUR_WORKBOOKS
from stakeholder_graph.survey.stray_files import EARLIER, is_like_evidence_sheet
from stakeholder_graph.tabular import TextRows
from stakeholder_graph.tabular.delimited import as_number
from stakeholder_graph.tabular.files import WORKBOOKS, trimmed
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import _, listing

_ENDINGS = frozenset({".csv", ".tsv", ".tab", ".txt", ".json", ".zip", *WORKBOOKS})
#: What a column without a header is called.
NAMELESS = "(no header)"
_MOST_TITLE_ROWS = 5
_SHOWN_LETTERS = 60
_PAIR = 2


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
    left_out : tuple of str
        Totals and notes below that are no part of the table, as written.
    headless : bool
        Whether it has no row of headers.
    is_matrix : bool
        Whether a person says that it is a matrix of ties, whatever its headers are.
    unanswered : frozenset of int
        Rows of a matrix that say that nobody answered.
    short_names : str
        Which of its names were abbreviations or ids, in plain words; blank for none.
    """

    file: str
    sheet: str
    table: SourceTable
    opened: NetworkSource
    row_numbers: bool = False
    left_out: tuple[str, ...] = ()
    headless: bool = False
    short_names: str = ""
    is_matrix: bool = False
    unanswered: frozenset[int] = frozenset()

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
    passed = {*but, SETTINGS_FILE, *OUR_WORKBOOKS}
    return sorted(
        path
        for path in (folder.iterdir() if folder.is_dir() else ())
        if path.suffix.casefold() in _ENDINGS
        and path.name not in passed
        and not is_like_evidence_sheet(path)
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
    below = notes_below(rows, body)
    body = [number for number in body if number not in below]
    headless = is_data(trimmed(rows[head]), [rows[number] for number in body], HEADERS)
    headers = numbered_partners([*([] if headless else rows[head]), *[""] * width][:width])
    body = [head, *body] if headless else body
    cells = [[row[place] if place < len(row) else "" for row in map(rows.__getitem__, body)] for place in range(width)]
    if headless and width > _PAIR and not any(as_number(text) is not None for column in cells for text in column):
        # A row names an organization, and then its partners, as many as it has.
        partners = ["; ".join(filter(None, row)) for row in zip(*cells[1:], strict=True)]
        cells, headers, width = [cells[0], partners], headers[:_PAIR], _PAIR
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
    everything, last = columns, next((cells[-1] for cells in columns.values() if cells), "")
    columns, kept = without_totals(columns, body)
    totals = [header for header in everything if header not in columns] + [last] * (len(kept) < len(body))
    notes = (next(filter(None, rows[number])) for number in below)
    left_out, body = (*totals, *notes), kept
    table = SourceTable(shown, columns, [number + 1 for number in body], opened.decimal_comma)
    return OpenTable(opened.file, sheet, table, opened, numbered, left_out, headless)


def left_out_in_words(table: OpenTable) -> str:
    """Say what of a sheet is no part of its table.

    Parameters
    ----------
    table : OpenTable
        With something left out.
    """
    texts = listing([_("“{text}”", text=text[:_SHOWN_LETTERS]) for text in table.left_out], "and")
    return _("Left out, as totals or notes: {texts}.", texts=texts)


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
    """Whether a column counts rows, from 1 or from 0; somebody may have sorted them since."""
    counted = [{str(number + first) for number in range(len(texts))} for first in (0, 1)]
    return len(texts) > 1 and set(texts) in counted
