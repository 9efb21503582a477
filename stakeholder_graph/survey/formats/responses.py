"""What every export becomes: who answered which question about what, before anyone says what it means."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

import numpy as np
import pandas as pd

from stakeholder_graph.tabular.source_table import SourceTable

Kind = Literal["single", "many", "text", "meta"]

#: Columns of `Responses.long`.
LONG = ("row", "repeat", "instance", "header", "question", "item", "choice", "answer")


@dataclass(frozen=True, slots=True)
class Column:
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

    Examples
    --------
    >>> Column("contact_1", "contact", "How often are you in contact?", "A Smith").item
    'A Smith'
    """

    header: str
    question: str
    wording: str
    item: str = ""
    choice: str = ""
    kind: Kind = "single"
    labels: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "labels", MappingProxyType(dict(self.labels)))


@dataclass(frozen=True, eq=False)
class Repeat:
    """A part of the form that one respondent filled in several times: one row each time.

    Parameters
    ----------
    name : str
        The name of the part, such as the sheet it stands in.
    table : Table
        Its cells; the index is the row in that sheet.
    columns : tuple of Column
        What the columns ask.
    respondent : Series of int
        For each row of the table the row of the respondent in `Responses.table`.
    """

    name: str
    table: SourceTable
    columns: tuple[Column, ...]
    respondent: "pd.Series[int]"


@dataclass(frozen=True, eq=False)
class Responses:
    """One export as its tool meant it.

    Parameters
    ----------
    format : str
        Such as ``"Qualtrics CSV"``.
    table : Table
        One row a respondent who counts; the index is the row in the file. In a column of kind ``many`` a cell
        is ``"1"`` (ticked), ``"0"`` (left out by someone who ticked another option of the same list) or blank
        (nothing ticked at all: not answered, unless the settings say that it means no).
    columns : tuple of Column
        One for each column of the table, in its order.
    set_apart : mapping of str to int
        Rows that do not count, by reason: ``"previews"``, ``"tests"``, ``"spam"``, ``"empty partial answers"``.
    unfinished : frozenset of int
        Rows of the table that the tool says were not finished.
    repeats : tuple of Repeat
        Parts of the form that were filled in several times.
    """

    format: str
    table: SourceTable
    columns: tuple[Column, ...]
    set_apart: Mapping[str, int] = field(default_factory=dict)
    unfinished: frozenset[int] = frozenset()
    repeats: tuple[Repeat, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "set_apart", MappingProxyType(dict(self.set_apart)))

    def questions(self) -> dict[str, tuple[Column, ...]]:
        """The columns of each question, by question, without what the tool noted by itself."""
        found: dict[str, list[Column]] = {}
        for column in self.columns:
            if column.kind != "meta":
                found.setdefault(column.question, []).append(column)
        return {question: tuple(columns) for question, columns in found.items()}

    def long(self) -> pd.DataFrame:
        """Give one row for each answer.

        Returns
        -------
        DataFrame
            Columns row (of the respondent), repeat (name of the repeated part, or blank), instance (row in
            that part, or 0), header, question, item, choice and answer, a label where there is one. Blank
            cells and what the tool noted are left out: a respondent of `table.index` and a header among the
            categories of the column `header`, which are all that were shown, have no row here if there was
            no answer.
        """
        parts = [_long("", self.table, self.columns, pd.Series(self.table.cells.index, self.table.cells.index))]
        parts += [_long(part.name, part.table, part.columns, part.respondent) for part in self.repeats]
        shown = {name: pd.api.types.union_categoricals([part[name] for part in parts]) for name in LONG[3:]}
        frame = pd.concat([part[list(LONG[:3])] for part in parts], ignore_index=True)
        return frame.assign(**shown)[list(LONG)]


def _long(name: str, table: SourceTable, columns: tuple[Column, ...], respondent: "pd.Series[int]") -> pd.DataFrame:
    asked = [column for column in columns if column.kind != "meta"]
    headers = [column.header for column in asked]
    cells = table.cells[headers].to_numpy(dtype=object)
    codes, texts = pd.factorize(cells.ravel(order="F"))
    codes = codes.reshape(cells.shape, order="F")
    answers, place = dict[str, int](), {str(text): code for code, text in enumerate(texts)}
    filled = codes != place.get("", -1)
    meant = np.empty_like(codes)
    for number, column in enumerate(asked):
        used = np.unique(codes[:, number])
        lookup = np.full(len(texts), -1)
        for code in used:
            text = str(texts[code])
            lookup[code] = answers.setdefault(column.labels.get(text, text), len(answers))
        meant[:, number] = lookup[codes[:, number]]
    at, of = np.nonzero(filled)
    frame: dict[str, object] = {
        "row": respondent.to_numpy()[at],
        "repeat": name,
        "instance": table.cells.index.to_numpy()[at] if name else 0,
    }
    for key in ("header", "question", "item", "choice"):
        of_column, values = pd.factorize(np.array([getattr(column, key) for column in asked], dtype=object))
        frame[key] = pd.Categorical.from_codes(of_column[of], pd.Index(values, dtype="str"))
    frame["answer"] = pd.Categorical.from_codes(meant[at, of], pd.Index(list(answers), dtype="str"))
    return pd.DataFrame(frame, columns=list(LONG), index=range(len(at)))
