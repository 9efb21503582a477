"""What every export becomes: who answered which question about what, before anyone says what it means."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import compress
from types import MappingProxyType
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.survey.formats.options.several import with_ticks_apart
from stakeholder_graph.survey.formats.options.write_ins import with_write_ins
from stakeholder_graph.tabular.columns import CodedTexts
from stakeholder_graph.tabular.files import TableFile

AnswerKind = Literal["single", "many", "text", "meta"]
ItemKind = Literal["named", "residual", "typed", "added", "unnamed"]
Mask = NDArray[np.bool_]

#: What stands in the cell of an option that was not ticked.
NOT_TICKED = frozenset(
    {"", "0", "0.0", "false", "no", "n", "unchecked", "not selected", "-99", "falsch", "falso", "faux"}
)
_BETWEEN_TICKS = re.compile(r"[,;|\r\n]")
WHOLE_NUMBER = re.compile(r"-?\d+\.0+")


#: Reasons to set an answer aside that may be wrong: somebody has answered. A preview or a test is no answer.
DOUBTFUL = ("spam", "not approved", "rejected")


@dataclass(frozen=True, slots=True)
class AnswerColumn:
    """One column of answers.

    Parameters
    ----------
    header : str
        The header of the column in the table, unique.
    question : str
        Shared by all columns of one question: its id (``"QID5"``), or its text where there is no id.
    wording : str
        What was asked, as plain text.
    item : str
        The row of a grid, the option of a list or the place in a series that the column stands for, as a
        respondent read it (``"A Smith"``); blank where a question has one answer.
    choice : str
        The option, in a grid where several can be ticked in each row; `item` is the row then.
    kind : {"single", "many", "text", "meta"}
        One of several answers; an option that is ticked or not; words of the respondent's own; or what the
        tool noted by itself (dates, addresses, progress), which is never an answer.
    labels : mapping of str to str
        What a code in the cells stands for, where the export or a file beside it says so; in the order of
        the answers, where it is known.
    item_kind : {"named", "residual", "typed", "added", "unnamed"}
        Whether the item is what it is called; the option for what is not listed, or for none of it; what a respondent
        may have typed in beside organizations, or added to options of any kind; or one that the export only numbers.
    write_in_of : str
        The question beside whose option "other" these words were written; blank where they answer one of their own.
    beside : str
        That option; blank where the form has none to tick.
    of_answers : bool
        Whether the option is known only because somebody ticked it, so that the form may have had others.

    Examples
    --------
    >>> AnswerColumn("contact_1", "contact", "How often are you in contact?", "A Smith").item
    'A Smith'
    """

    header: str
    question: str
    wording: str
    item: str = ""
    choice: str = ""
    kind: AnswerKind = "single"
    labels: Mapping[str, str] = field(default_factory=dict)
    item_kind: ItemKind = "named"
    write_in_of: str = ""
    beside: str = ""
    of_answers: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "labels", MappingProxyType(dict(self.labels)))


FilledColumn = tuple[AnswerColumn, CodedTexts]
"""A column of an export with its cells."""


@dataclass(frozen=True, eq=False)
class AnswerTable:
    """The main table of an export, or a part of the form that each respondent could fill in several times.

    Parameters
    ----------
    file : str
        How problems name it.
    columns : tuple of AnswerColumn
        What the columns ask, in their order.
    cells : dict of str to CodedTexts
        The texts of each column, by its header. In a column of kind ``many`` a cell is ``"1"`` (ticked), ``"0"``
        (left out by someone who ticked another option of the same list) or blank (nothing ticked at all: not
        answered, unless the settings say that it means no).
    rows : list of int
        The number of each row in the file or the sheet.
    respondents : list of int
        For each row the row of its respondent in the main table.
    name : str
        Of a repeated part, such as the sheet it stands in; blank for the main table.
    decimal_comma : bool
        Whether ``3,5`` may mean three and a half.
    """

    file: str
    columns: tuple[AnswerColumn, ...]
    cells: dict[str, CodedTexts]
    rows: list[int]
    respondents: list[int]
    name: str = ""
    decimal_comma: bool = False

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def repeated(self) -> bool:
        """Whether a respondent may have several rows."""
        return bool(self.name)

    @cached_property
    def by_header(self) -> dict[str, AnswerColumn]:
        """Columns by header in lower case."""
        return {column.header.casefold(): column for column in self.columns}

    @cached_property
    def _groups(self) -> dict[str, dict[str, tuple[AnswerColumn, ...]]]:
        """Columns by question, by wording and by header, all in the form in which texts are compared."""
        groups: dict[str, dict[str, tuple[AnswerColumn, ...]]] = {"question": {}, "wording": {}, "header": {}}
        for column in self.columns:
            for name, group in groups.items():
                key = _comparable(getattr(column, name))
                group[key] = (*group.get(key, ()), column)
        return groups

    def column(self, name: str) -> AnswerColumn | None:
        """Give the column with that header, else the only one of the question with that id or wording.

        Parameters
        ----------
        name : str
            Header, id or wording.
        """
        if name.casefold() in self.by_header:
            return self.by_header[name.casefold()]
        columns = self.question(name)
        return columns[0] if len(columns) == 1 else None

    def question(self, name: str) -> tuple[AnswerColumn, ...]:
        """Give all columns of a question, by its id, else by its wording, else the column with that header.

        Parameters
        ----------
        name : str
            Id, wording or header.
        """
        key = _comparable(name)
        return next((group[key] for group in self._groups.values() if key in group), ())

    def texts(self, column: AnswerColumn) -> CodedTexts:
        """Give the answers of a column by row, with labels in place of codes.

        Parameters
        ----------
        column : AnswerColumn
            One of the table.
        """
        cells, labels = self.cells[column.header], column.labels
        return cells.renamed(labels) if labels else cells

    def select(self, kept: Iterable[bool]) -> "AnswerTable":
        """Give the table with some of its rows only.

        Parameters
        ----------
        kept : iterable of bool
            Whether each row stays.
        """
        mask = list(kept)
        whole = np.array(mask, dtype=np.bool_)
        cells = {header: texts[whole] for header, texts in self.cells.items()}
        rows, respondents = list(compress(self.rows, mask)), list(compress(self.respondents, mask))
        return replace(self, cells=cells, rows=rows, respondents=respondents)


@dataclass(frozen=True, eq=False)
class Responses:
    """One export as its tool meant it.

    Parameters
    ----------
    format : str
        Such as ``"Qualtrics CSV"``.
    table : AnswerTable
        One row for each respondent who counts.
    set_apart : mapping of str to int
        Rows that do not count, by reason: ``"previews"``, ``"tests"``, ``"spam"``, ``"empty partial answers"``.
    unfinished : frozenset of int
        Rows of the table that the tool says were not finished.
    repeats : tuple of AnswerTable
        Parts of the form that were filled in several times.
    flagged : Responses, optional
        Rows set apart of which a person has to say whether they count, and nothing else.
    flags : mapping of int to str
        Why each of these is set apart, one of `DOUBTFUL`, by row.
    """

    format: str
    table: AnswerTable
    set_apart: Mapping[str, int] = field(default_factory=dict)
    unfinished: frozenset[int] = frozenset()
    repeats: tuple[AnswerTable, ...] = ()
    flagged: "Responses | None" = None
    flags: Mapping[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "set_apart", MappingProxyType(dict(self.set_apart)))

    @property
    def columns(self) -> tuple[AnswerColumn, ...]:
        """The columns of the main table."""
        return self.table.columns

    @property
    def tables(self) -> tuple[AnswerTable, ...]:
        """The main table, then the repeated parts."""
        return (self.table, *self.repeats)


def responses(
    format: str,
    source: TableFile,
    rows: NDArray[np.int64],
    filled: Iterable[FilledColumn],
    *,
    apart: Mapping[str, Mask] | None = None,
    unfinished: Mask | None = None,
    partial: Mask | None = None,
    repeats: tuple[AnswerTable, ...] = (),
) -> Responses:
    """Put an export together.

    Parameters
    ----------
    format : str
        The name of the tool's format; the spelling is added.
    source : TableFile
        As opened.
    rows : array of int, shape (n,)
        The row of each respondent.
    filled : iterable of (AnswerColumn, CodedTexts)
        The columns. Options may be ticked in any way; headers need not be unique yet.
    apart : mapping of str to array of bool, shape (n,)
        Rows that do not count, by reason; the first that holds is the reason.
    unfinished : array of bool, shape (n,)
        Rows that the tool calls unfinished.
    partial : array of bool, shape (n,)
        Rows that do not count without any answer; the unfinished ones if not given.
    repeats : tuple of AnswerTable
        As in `Responses`.

    Returns
    -------
    Responses
        With ticks made alike, and rows that do not count set apart.
    """
    columns, cells = _tidied(list(filled), source.decimal_comma)
    answered = np.zeros(len(rows), dtype=bool)
    for column, texts in zip(columns, cells, strict=True):
        if column.kind != "meta":
            answered |= texts != ""
    for part in repeats:
        answered |= np.isin(rows, part.respondents)
    unfinished = np.zeros(len(rows), dtype=bool) if unfinished is None else unfinished
    reasons = dict(apart or {})
    reasons["empty partial answers"] = (unfinished if partial is None else partial) & ~answered
    out, by_reason = np.zeros(len(rows), dtype=bool), dict[str, set[int]]()
    for reason, mask in reasons.items():
        by_reason[reason] = set(rows[mask & ~out].tolist())
        out |= mask

    def tables(kept: Mask) -> tuple[AnswerTable, ...]:
        numbers = rows[kept].tolist()
        texts = _by_header(columns, cells if kept.all() else [column[kept] for column in cells])
        main = AnswerTable(source.file, tuple(columns), texts, numbers, numbers, decimal_comma=source.decimal_comma)
        stays = set(numbers)
        return (main, *(part.select(row in stays for row in part.respondents) for part in repeats))

    main, *parts = tables(~out)
    doubtful = {row: reason for reason in DOUBTFUL for row in by_reason.get(reason, ())}
    flagged = None
    if doubtful:
        aside = np.isin(rows, list(doubtful))
        doubted, *further = tables(aside)
        flagged = Responses(format, doubted, {}, frozenset(rows[aside & unfinished].tolist()), tuple(further))
    return Responses(
        f"{format} {source.spelling}",
        main,
        {reason: len(numbers) for reason, numbers in by_reason.items() if numbers},
        frozenset(rows[~out & unfinished].tolist()),
        tuple(parts),
        flagged,
        doubtful,
    )


def repeat(
    name: str,
    source: TableFile,
    rows: NDArray[np.int64],
    filled: Iterable[FilledColumn],
    respondents: NDArray[np.int64],
) -> AnswerTable:
    """Put a repeated part of the form together.

    Parameters
    ----------
    name : str
        Of the part.
    source, rows, filled
        As for `responses`.
    respondents : array of int, shape (n,)
        The row of each row's respondent in the main table.

    Returns
    -------
    AnswerTable
        With ticks made alike.
    """
    columns, cells = _tidied(list(filled), source.decimal_comma)
    return AnswerTable(
        source.file,
        tuple(columns),
        _by_header(columns, cells),
        rows.tolist(),
        respondents.tolist(),
        name,
        source.decimal_comma,
    )


def _by_header(columns: list[AnswerColumn], cells: list[CodedTexts]) -> dict[str, CodedTexts]:
    return {column.header: texts for column, texts in zip(columns, cells, strict=True)}


def _tidied(filled: list[FilledColumn], decimal_comma: bool) -> tuple[list[AnswerColumn], list[CodedTexts]]:
    if any(_may_hold_several(*pair) for pair in filled):
        filled = with_ticks_apart(filled, decimal_comma)
    cells = [_whole(texts) for _column, texts in filled]
    columns = with_write_ins(_unique([column for column, _cells in filled]), cells)
    lists: dict[tuple[str, str], list[int]] = {}
    for place, column in enumerate(columns):
        if column.kind == "many":
            lists.setdefault((column.question, column.item if column.choice else ""), []).append(place)
    for (question, row), places in lists.items():
        ticked = [_ticked(cells[place]) for place in places]
        beside = [cells[place] != "" for place, column in enumerate(columns) if question == column.write_in_of]
        any_ticked = np.logical_or.reduce(ticked if row else ticked + beside)
        for place, mask in zip(places, ticked, strict=True):
            cells[place] = CodedTexts(("", "0", "1"), np.where(mask, 2, any_ticked))
    return columns, cells


def _may_hold_several(column: AnswerColumn, texts: CodedTexts) -> bool:
    in_grid = column.item and not column.choice and column.kind in ("single", "text")
    return bool(in_grid) and any(_BETWEEN_TICKS.search(text) for text in texts.different)


def _ticked(texts: CodedTexts) -> Mask:
    return texts.among(text.casefold() not in NOT_TICKED for text in texts.different)


def _whole(texts: CodedTexts) -> CodedTexts:
    """Whole numbers as whole numbers: a spreadsheet may have made 1.0 of a 1."""
    different = texts.different
    if not any(text.endswith(".0") for text in different) or not all(
        WHOLE_NUMBER.fullmatch(text) or text.removeprefix("-").isdigit() for text in different if text
    ):
        return texts
    return texts.renamed({text: text.partition(".")[0] for text in different})


def _unique(columns: list[AnswerColumn]) -> list[AnswerColumn]:
    """Columns with headers that differ in more than case; a blank one is called by its place."""
    taken, unique = set[str](), []
    for place, column in enumerate(columns, start=1):
        written = column.header or f"Column {place}"
        header, number = written, 1
        while header.casefold() in taken:
            number += 1
            header = f"{written} ({number})"
        taken.add(header.casefold())
        if header != column.header or not column.question:
            column = replace(column, header=header, question=column.question or written)
        unique.append(column)
    return unique


def _comparable(text: str) -> str:
    """A text without case, with one space between words."""
    return unicodedata.normalize("NFC", " ".join(unicodedata.normalize("NFC", text).split()).casefold())
