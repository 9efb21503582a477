"""What went wrong, where, and what to do about it.

Every error a user can meet derives from `StakeholderGraphError`. An input is read to its end before
anything is raised, so that one error lists all of its problems.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from stakeholder_graph.text import _


class StakeholderGraphError(Exception):
    """The root of all errors whose text is meant for the user."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with an input, as the user sees the input.

    Parameters
    ----------
    what : str
        What is wrong, quoting the offending text.
    todo : str
        What the user can do about it.
    file : str
        Name of the file relative to the partnership's folder.
    row : int or None
        Row as a spreadsheet numbers it: the header is row 1.
    column : str or None
        The header of the column.
    """

    what: str
    todo: str
    file: str = ""
    row: int | None = None
    column: str | None = None

    @property
    def where(self) -> str:
        """The place in words.

        Examples
        --------
        >>> Problem("x", "y", "ties.csv", 3, "to").where
        'ties.csv, row 3, column “to”'
        """
        parts = [self.file] if self.file else []
        if self.row is not None:
            parts.append(_("row {row}", row=str(self.row)))
        if self.column is not None:
            parts.append(_("column “{column}”", column=self.column))
        return ", ".join(parts)

    def __str__(self) -> str:
        where = self.where
        return f"{where}: {self.what} {self.todo}" if where else f"{self.what} {self.todo}"


class SurveyError(StakeholderGraphError):
    """An input cannot be read; lists every problem found in it.

    Parameters
    ----------
    problems : iterable of Problem
        In the order of the files and rows they were found in.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class UnknownNameError(StakeholderGraphError):
    """A name given by the user is none of those there are.

    Parameters
    ----------
    kind : str
        What was named, such as ``"measure"``.
    name : str
        As the user wrote it.
    known : iterable of str
        The names there are.
    """

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        self.name = name
        super().__init__(f"There is no {kind} “{name}”. Choose from: {', '.join(known)}.")
