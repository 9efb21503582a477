"""A table of text with a row of headers: columns as their author wrote them, and what their cells say."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property
from itertools import compress
from math import nan
from pathlib import Path
from typing import TYPE_CHECKING

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.tabular import TextRows
from stakeholder_graph.tabular.delimited import as_number
from stakeholder_graph.tabular.files import check_headers, header_row, open_plain_file
from stakeholder_graph.tabular.texts.date_like import RANGE_AS_DATE, note_dates_as_text
from stakeholder_graph.tabular.texts.not_known import ERRORS
from stakeholder_graph.text import _

if TYPE_CHECKING:
    import pandas as pd

YES = frozenset({"yes", "true", "1", "y", "sí", "si"})
NO = frozenset({"no", "false", "0", "n"})


@dataclass(frozen=True, eq=False)
class SourceTable:
    """A table as its author sees it.

    Parameters
    ----------
    file : str
        Name relative to the partnership's folder.
    columns : dict of str to list of str
        Cells by header as written, all columns of one length. Blank is ``""``.
    rows : list of int
        The number that a spreadsheet gives each row.
    decimal_comma : bool
        Whether ``3,5`` may mean three and a half.

    Examples
    --------
    >>> table = SourceTable("ties.csv", {"From": ["A", "B"], "Value": ["1", ""]}, [2, 3])
    >>> table.texts("from"), table.texts("layer"), "value" in table
    (['A', 'B'], ['', ''], True)
    """

    file: str
    columns: dict[str, list[str]]
    rows: list[int]
    decimal_comma: bool = False

    @cached_property
    def headers(self) -> dict[str, str]:
        """Header as written, by header in lower case."""
        return {header.casefold(): header for header in self.columns}

    def __contains__(self, column: str) -> bool:
        return column.casefold() in self.headers

    def __len__(self) -> int:
        return len(self.rows)

    def texts(self, column: str) -> list[str]:
        """Give a column; blank throughout where there is none.

        Parameters
        ----------
        column : str
            Its header, in any case.
        """
        header = self.headers.get(column.casefold())
        return [""] * len(self.rows) if header is None else self.columns[header]

    def items(self, column: str) -> Iterator[tuple[int, str]]:
        """Give the cells of a column, each with the number of its row.

        Parameters
        ----------
        column : str
            Its header, in any case.
        """
        return zip(self.rows, self.texts(column), strict=True)

    def records(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Give the rows one by one: the number of each, and its cells that are not blank by header."""
        for row, *cells in zip(self.rows, *self.columns.values(), strict=True):
            yield row, {header: text for header, text in zip(self.columns, cells, strict=True) if text}

    def select(self, kept: Collection[bool]) -> "SourceTable":
        """Give the table with some of its rows only.

        Parameters
        ----------
        kept : collection of bool
            Whether each row stays.
        """
        columns = {header: list(compress(texts, kept)) for header, texts in self.columns.items()}
        return replace(self, columns=columns, rows=list(compress(self.rows, kept)))

    def require(self, inspection: Inspection, *columns: str) -> None:
        """Note every column that is not there.

        Parameters
        ----------
        inspection : Inspection
            Takes the problems.
        *columns : str
            Headers.
        """
        for column in columns:
            if column not in self:
                add = _("Add a column with the header “{column}”.", column=column)
                near = suggestion(column, list(self.headers.values()), add)
                inspection.wrong(_("There is no column “{column}”.", column=column), near, self.file, column=column)

    def require_text(self, inspection: Inspection, *columns: str) -> None:
        """Note every column that is not there, and every cell of one that is blank or an error of a spreadsheet.

        Parameters
        ----------
        inspection : Inspection
            Takes the problems.
        *columns : str
            Headers.
        """
        self.require(inspection, *columns)
        for column in columns:
            for row, text in self.items(column) if column in self else ():
                if not text:
                    inspection.wrong(_("The cell is blank."), _("Fill it in."), self.file, row, column)
                elif text[0] in "#Ee" and text.casefold() in ERRORS:
                    what = _("The spreadsheet could not compute this cell: it shows {error}.", error=text)
                    inspection.wrong(what, _("Correct its formula, or write the text itself."), self.file, row, column)

    def numbers(self, column: str, inspection: Inspection, least: float | None = None) -> list[float]:
        """Read a column of numbers.

        Parameters
        ----------
        column : str
            Its header.
        inspection : Inspection
            Takes a problem for each text that is no number.
        least : float, optional
            The smallest number allowed.

        Returns
        -------
        list of float
            NaN where a cell is blank or bad.
        """
        texts = self.texts(column)
        numbers = {text: as_number(text, self.decimal_comma) for text in set(texts)}
        good = {text: n for text, n in numbers.items() if n is not None and (least is None or n >= least)}
        cells = ((row, text) for row, text in self.items(column) if text and text not in good)
        if least is None:
            inspection.wrong_texts(
                cells,
                self.file,
                column,
                lambda text: _("“{text}” is not a number.", text=text),
                lambda text: _("Write a number, or leave the cell blank."),
            )
        else:
            inspection.wrong_texts(
                cells,
                self.file,
                column,
                lambda text: _("“{text}” is not a number of {least} or more.", text=text, least=least),
                lambda text: _("Write a number of {least} or more, or leave the cell blank.", least=least),
            )
        return [good.get(text, nan) for text in texts]

    def yes_or_no(self, column: str, inspection: Inspection, blank: bool | None = False) -> list[bool]:
        """Read a column of yes and no.

        Parameters
        ----------
        column : str
            Its header.
        inspection : Inspection
            Takes a problem for each text that is neither.
        blank : bool, optional
            What a blank means; None where a cell must not be blank.
        """
        answers = [text.casefold() for text in self.texts(column)]
        known = YES | NO | (frozenset() if blank is None else {""})
        pairs = zip(self.items(column), answers, strict=True) if column in self else ()
        inspection.wrong_texts(
            (cell for cell, answer in pairs if answer not in known),
            self.file,
            column,
            lambda text: _("“{text}” is neither yes nor no.", text=text) if text else _("The cell is blank."),
            lambda text: _("Write yes or no."),
        )
        return [answer in YES or (bool(blank) and not answer) for answer in answers]

    def words(self, column: str, allowed: Collection[str], inspection: Inspection) -> list[str]:
        """Read a column that holds one of a few words, in any case.

        Parameters
        ----------
        column : str
            Its header.
        allowed : collection of str
            The words, in lower case.
        inspection : Inspection
            Takes a problem for each text that is none of them and not blank.

        Returns
        -------
        list of str
            In lower case; blank where a cell is blank or bad.
        """
        words = [text.casefold() for text in self.texts(column)]
        listed = ", ".join(allowed)
        inspection.wrong_texts(
            (cell for cell, word in zip(self.items(column), words, strict=True) if word and word not in allowed),
            self.file,
            column,
            lambda text: _("“{text}” is not one of {words}.", text=text, words=listed),
            lambda text: suggestion(text, list(allowed), _("Write one of {words}.", words=listed)),
        )
        return [word if word in allowed else "" for word in words]

    def to_frame(self) -> "pd.DataFrame":
        """Give the table as a frame of text, whose index has the numbers of the rows."""
        import pandas as pd

        return pd.DataFrame(self.columns, index=self.rows, dtype="str")


def read_table(
    path: Path, file: str, inspection: Inspection, encoding: str = "", headers: Collection[str] = ()
) -> SourceTable | None:
    """Read a CSV file or a sheet of a workbook.

    Parameters
    ----------
    path : Path
        The file.
    file : str
        How problems name it.
    inspection : Inspection
        Takes the problems.
    encoding : str
        Of a text that is not UTF-8; blank where the text tells it.
    headers : collection of str
        Some that have to be there, in lower case: by them the sheet and the row of headers are found.

    Returns
    -------
    SourceTable or None
        None where nothing can be read. Text is NFC, trimmed and without control characters; rows without
        any text are left out, and the others keep their row numbers.
    """
    opened = open_plain_file(path, file, inspection, encoding, headers)
    return None if opened is None else table_of(opened.rows, file, opened.decimal_comma, inspection, headers)


def table_of(
    rows: TextRows, file: str, decimal_comma: bool, inspection: Inspection, headers: Collection[str] = ()
) -> SourceTable | None:
    """Make a table of rows, the first of which that has any text holds the headers.

    Parameters
    ----------
    rows : list of list of str
        From row 1 on.
    file : str
        How problems name it.
    decimal_comma : bool
        Whether ``3,5`` may mean three and a half.
    inspection : Inspection
        Takes a problem for cells without a header, and for headers that stand twice.
    headers : collection of str
        Some that have to be there, in lower case.

    Returns
    -------
    SourceTable or None
        None where there is no text at all.
    """
    filled = [number for number, row in enumerate(rows) if any(row)]
    if not filled:
        inspection.wrong(_("The file is empty."), _("Fill it, or remove it if it is not needed."), file)
        return None
    header = header_row(rows, file, inspection, headers)
    body = [number for number in filled if number > header and rows[number] != rows[header]]
    names = list(rows[header])
    while not names[-1]:
        names.pop()
    width = len(names)
    cells = [[*rows[number][:width], *[""] * (width - len(rows[number]))] for number in body]
    numbers = [number + 1 for number in body]
    check_headers(names, rows, header, file, inspection)
    columns: dict[str, list[str]] = {}
    seen = {""}
    for place, texts in enumerate(zip(*cells, strict=True)) if cells else enumerate([()] * width):
        if names[place].casefold() not in seen:
            seen.add(names[place].casefold())
            columns[names[place]] = list(texts)
    for name, column in columns.items():
        if any(map(RANGE_AS_DATE.fullmatch, set(column))):
            note_dates_as_text(name, column, numbers, file, inspection)
    return SourceTable(file, columns, numbers, decimal_comma)


def advise_on_headers(table: SourceTable, known: Collection[str], inspection: Inspection) -> None:
    """Advise on each header that is a known one with a typing error: what stands below it would be lost.

    Parameters
    ----------
    table : SourceTable
        The file.
    known : collection of str
        Headers that mean something, in lower case.
    inspection : Inspection
        Takes the advice.

    Examples
    --------
    >>> inspection = Inspection()
    >>> advise_on_headers(SourceTable("ties.csv", {"from": [], "layr": []}, []), ["from", "to", "layer"], inspection)
    >>> print(inspection.advice[0])
    ties.csv, column “layr”: No column has this name. Is it “layer”? Then rename it.
    """
    there = table.headers
    missing = [column for column in known if column not in there]
    for header in table.columns:
        if (
            missing
            and header.casefold() not in known
            and (near := get_close_matches(header.casefold(), missing, 1, 0.8))
        ):
            inspection.advise(
                _("No column has this name."),
                _("Is it “{column}”? Then rename it.", column=near[0]),
                table.file,
                column=header,
            )
