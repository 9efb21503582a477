"""The list of what is wrong with an input, filled while it is read to its end."""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

from stakeholder_graph.model.errors import Problem, SurveyError

if TYPE_CHECKING:
    import pandas as pd

#: Beyond so many rows with one and the same mistake, a list of them helps nobody.
MOST_ROWS = 20


@dataclass
class Inspection:
    """Problems that stop the reading at its end; decisions that are open, and advice, which do not.

    Examples
    --------
    >>> inspection = Inspection()
    >>> inspection.wrong("There is no such file.", "Add it.", "ties.csv")
    >>> print(inspection.problems[0])
    ties.csv: There is no such file. Add it.
    """

    problems: list[Problem] = field(default_factory=list)
    advice: list[Problem] = field(default_factory=list)
    undecided: list[Problem] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)

    def wrong(
        self, what: str, todo: str, file: str = "", row: Hashable | None = None, column: str | None = None
    ) -> None:
        """Note a problem."""
        self.problems.append(Problem(what, todo, file, _row(row), column))

    def advise(
        self, what: str, todo: str, file: str = "", row: Hashable | None = None, column: str | None = None
    ) -> None:
        """Note what was mended while reading."""
        self.advice.append(Problem(what, todo, file, _row(row), column))

    def decide(
        self, what: str, todo: str, file: str = "", row: Hashable | None = None, column: str | None = None
    ) -> None:
        """Note a decision that is open; `left_out` counts the answers that wait for it."""
        self.undecided.append(Problem(what, todo, file, _row(row), column))

    def wrong_texts(
        self,
        bad: "pd.Series[str]",
        file: str,
        column: str | None,
        what: Callable[[str], str],
        todo: Callable[[str], str],
    ) -> None:
        """Note one problem for each different text, at the first row it stands in.

        Parameters
        ----------
        bad : Series of str
            The offending texts, indexed by row.
        file, column : str
            Where they stand.
        what, todo : callable
            The text of a problem, given an offending text.
        """
        for text, rows in bad.groupby(bad, sort=False):
            more = len(rows) - 1
            also = f" (and in {more} more row{'s' if more > 1 else ''})" if more else ""
            self.wrong(f"{what(str(text))}{also}.", todo(str(text)), file, rows.index[0], column)

    def wrong_rows(self, rows: Sequence[Hashable], file: str, what: Callable[[int], str], todo: str) -> None:
        """Note a problem for each row, and for those beyond `MOST_ROWS` how many they are.

        Parameters
        ----------
        rows : sequence of int
            As the spreadsheet numbers them.
        file : str
            Where they stand.
        what : callable
            What is wrong, given the place of a row in `rows`.
        todo : str
            What the user can do about it.
        """
        for place, row in enumerate(rows[:MOST_ROWS]):
            self.wrong(what(place), todo, file, row)
        more = len(rows) - MOST_ROWS
        if more > 0:
            self.wrong(f"The like is wrong in {more} more row{'s' if more > 1 else ''}.", todo, file, rows[MOST_ROWS])

    def verdict(self) -> None:
        """Raise all problems at once, where there are any.

        Raises
        ------
        SurveyError
            Ordered by file (as first met) and row.
        """
        if self.problems:
            files = list(dict.fromkeys(problem.file for problem in self.problems))
            raise SurveyError(sorted(dict.fromkeys(self.problems), key=lambda p: (files.index(p.file), p.row or 0)))


def suggestion(name: str, known: "list[str] | tuple[str, ...]", otherwise: str = "") -> str:
    """Say which known names come nearest to one that is not known.

    Examples
    --------
    >>> suggestion("blnk", ["blank", "file"])
    'Did you mean "blank"?'
    >>> suggestion("x", ["blank", "file"], "Leave it out.")
    'Leave it out.'
    """
    folded = {text.casefold(): text for text in reversed(known)}
    near = [folded[text] for text in get_close_matches(name.casefold(), folded, 3, 0.6)]
    if not near:
        return otherwise
    return "Did you mean " + " or ".join(f'"{text}"' for text in near) + "?"


def _row(row: Hashable | None) -> int | None:
    return None if row is None else int(str(row))
