"""Where in an export things stand: columns by header, id or wording; who answers each row."""

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.survey.formats import Column, Responses
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.settings.template import Template
from stakeholder_graph.tabular.source_table import SourceTable


@dataclass(frozen=True, eq=False)
class Part:
    """The main table of an export, or a part of the form that each respondent could fill in several times.

    Parameters
    ----------
    table : Table
        Its cells.
    columns : tuple of Column
        What they ask.
    respondent : Series of int
        For each row of the table the row of the respondent in the main table.
    repeated : bool
        Whether a respondent may have several rows.
    """

    table: SourceTable
    columns: tuple[Column, ...]
    respondent: "pd.Series[int]"
    repeated: bool = False

    @cached_property
    def by_header(self) -> dict[str, Column]:
        """Columns by header in lower case."""
        return {column.header.casefold(): column for column in self.columns}

    def column(self, name: str) -> Column | None:
        """The column with that header, else the only one of the question with that id or wording."""
        found = self.by_header.get(name.casefold())
        if found is None:
            asked = self.question(name)
            found = asked[0] if len(asked) == 1 else None
        return found

    def question(self, name: str) -> tuple[Column, ...]:
        """All columns of a question, by its id, else by its wording, else the column with that header."""
        key = normal(name)
        for of in ("question", "wording", "header"):
            found = tuple(column for column in self.columns if normal(getattr(column, of)) == key)
            if found:
                return found
        return ()

    def texts(self, column: Column) -> "pd.Series[str]":
        """The answers of a column by row, with labels in place of codes."""
        cells = self.table.cells[column.header]
        return cells.map({text: column.labels.get(text, text) for text in cells.unique()}).astype("str")


def parts_of(responses: Responses) -> tuple[Part, ...]:
    """Give the main table of an export first, then its repeated parts."""
    rows = responses.table.cells.index
    main = Part(responses.table, responses.columns, pd.Series(rows, index=rows))
    return (main, *(Part(each.table, each.columns, each.respondent, True) for each in responses.repeats))


def joined(part: Part, written: str, inspection: Inspection) -> "pd.Series[str] | None":
    """Fill in a header, an id, or a template that joins several of them, for each row.

    Parameters
    ----------
    part : Part
        Where the columns stand.
    written : str
        Such as ``"Your organization"`` or ``"{RecipientFirstName} {RecipientLastName}"``.
    inspection : Inspection
        Takes a problem for each column that is not there.

    Returns
    -------
    Series of str or None
        Blank where any of its columns is; None where there is no such column.
    """
    template = Template(written)
    found = {name: column_of(part, name, inspection) for name in template.fields or (written,)}
    texts = {name: part.texts(column) for name, column in found.items() if column is not None}
    if len(texts) < len(found):
        return None
    if not template.fields:
        return texts[written]
    rows = zip(*texts.values(), strict=True)
    filled = [template.filled(dict(zip(texts, row, strict=True))) for row in rows]
    return pd.Series(filled, index=part.table.cells.index, dtype="str")


def column_of(part: Part, name: str, inspection: Inspection) -> Column | None:
    """Find a column, noting a problem where there is none."""
    found = part.column(name)
    if found is None:
        known = [column.header for column in part.columns]
        todo = suggestion(name, known, "Correct the question in the settings.")
        inspection.wrong(f'There is no column "{name}".', todo, part.table.file, column=name)
    return found
