"""What is wrong with an input, where, and what to do about it.

An input is read to its end before anything is raised, so that one error lists all of its problems.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Literal

from stakeholder_graph.model.errors import StakeholderGraphError
from stakeholder_graph.text import _, _n, listing

#: Beyond so many rows with one and the same mistake, a list of them helps nobody.
MOST_ROWS = 20
#: So many different texts of a column are looked at one by one: to find what each is like takes time.
MOST_TEXTS = 100
#: So many known names are suggested at most, by words of so many letters at least.
_MOST, _LEAST_LETTERS = 3, 3
#: What an open decision leaves open.
About = Literal["", "who answered", "answers"]


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
    about : {"", "who answered", "answers"}
        What an open decision leaves open: who answered, or only what somebody who answered said or was promised; blank
        where it may be either.
    organizations : tuple of str
        Of a decision about who answered, those that it may be about; none where it may be about anybody.
    """

    what: str
    todo: str
    file: str = ""
    row: int | None = None
    column: str | None = None
    about: About = ""
    organizations: tuple[str, ...] = ()

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


#: Settings that belong to one question of an export.
_OF_QUESTIONS = frozenset({"several_answers", "flagged_answers", "agree"})


def _in_toml(key: str, value: str) -> str:
    if key in _OF_QUESTIONS:
        return _('write {key} = "{value}" below this [[question]] in partnership.toml', key=key, value=value)
    if "." in key:
        table, _dot, key = key.partition(".")
        return _(
            'write into partnership.toml a line [{table}], and below it {key} = "{value}"',
            table=table, key=key, value=value,
        )  # fmt: skip
    return _('write {key} = "{value}" in partnership.toml', key=key, value=value)


@dataclass
class Inspection:
    """Problems, which stop the reading at its end; decisions that are open, and advice, which do not.

    Parameters
    ----------
    problems, advice, undecided : list of Problem
        What was noted.
    left_out : Counter of str
        Answers that wait for a decision, by layer or question.
    sheets : dict of str to str
        Plain files that a sheet of the settings stands for, and that sheet.
    places : dict of str to sequence of (str, int)
        Of tables that several are put together as, by what they are called: the file and the row of each row, from 1
        on.

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
    sheets: dict[str, str] = field(default_factory=dict)
    to_set: Callable[[str, str], str] = _in_toml
    places: dict[str, Sequence[tuple[str, int]]] = field(default_factory=dict)

    def _at(self, what: str, todo: str, file: str, row: Hashable | None, column: str | None) -> Problem:
        """A problem at its place; a row of several tables together is that of the table it comes from."""
        number = _row(row)
        if file in self.places and number is not None and 0 < number <= len(self.places[file]):
            file, number = self.places[file][number - 1]
        return Problem(what, todo, file, number, column)

    @property
    def in_workbook(self) -> bool:
        """Whether the settings are a workbook, which has words of its own."""
        return self.to_set is not _in_toml

    def list_name(self, family: str) -> str:
        """What users call one of their lists: the file, unless a sheet of their settings stands for it.

        Parameters
        ----------
        family : str
            The name of the file without its ending; `sheets` has those that are a sheet.

        Examples
        --------
        >>> in_workbook = Inspection(sheets={"scales": "Scales"}, to_set="write {} in {}".format)
        >>> Inspection().list_name("scales"), in_workbook.list_name("scales")
        ('scales.csv', 'the sheet “Scales”')
        """
        if family not in self.sheets:
            return f"{family}.csv"
        return _("the sheet “{sheet}”", sheet=self.sheets[family]) if self.in_workbook else self.sheets[family]

    def wrong(
        self, what: str, todo: str, file: str = "", row: Hashable | None = None, column: str | None = None
    ) -> None:
        """Note a problem.

        Parameters
        ----------
        what : str
            The sentence that says what is wrong.
        todo : str
            What the user can do about it.
        file : str
            Where it stands.
        row : int, optional
            As a spreadsheet numbers it.
        column : str, optional
            Its header.
        """
        self.problems.append(self._at(what, todo, file, row, column))

    def advise(
        self, what: str, todo: str, file: str = "", row: Hashable | None = None, column: str | None = None
    ) -> None:
        """Note what was mended while reading.

        Parameters
        ----------
        what : str
            The sentence that says what was mended.
        todo : str
            What the user can do about it.
        file : str
            Where it stands.
        row : int, optional
            As a spreadsheet numbers it.
        column : str, optional
            Its header.
        """
        self.advice.append(self._at(what, todo, file, row, column))

    def decide(
        self,
        what: str,
        todo: str,
        file: str = "",
        row: Hashable | None = None,
        column: str | None = None,
        about: About = "",
        organizations: tuple[str, ...] = (),
    ) -> None:
        """Note a decision that is open; `left_out` counts the answers that wait for it.

        Parameters
        ----------
        what : str
            The sentence that says what is open.
        todo : str
            What the user can do about it.
        file : str
            Where it stands.
        row : int, optional
            As a spreadsheet numbers it.
        column : str, optional
            Its header.
        about, organizations
            As of `Problem`.
        """
        at = self._at(what, todo, file, row, column)
        self.undecided.append(replace(at, about=about, organizations=organizations))

    def wrong_texts(
        self,
        cells: Iterable[tuple[Hashable, str]],
        file: str,
        column: str | None,
        what: Callable[[str], str],
        todo: Callable[[str], str],
    ) -> None:
        """Note one problem for each different text, at the first row it stands in.

        Parameters
        ----------
        cells : iterable of (int, str)
            The row and the text of each offending cell.
        file, column : str
            Where they stand.
        what, todo : callable
            The sentence that says what is wrong, and the one that says what to do, given an offending text.

        Examples
        --------
        >>> inspection = Inspection()
        >>> cells = [(2, "maybe"), (5, "maybe")]
        >>> inspection.wrong_texts(
        ...     cells, "x.csv", None, lambda text: f"“{text}” is no answer.", lambda text: "Mend it.")
        >>> print(inspection.problems[0])
        x.csv, row 2: “maybe” is no answer. The same is wrong in 1 more row. Mend it.
        """
        rows: dict[str, list[Hashable]] = {}
        for row, text in cells.items() if hasattr(cells, "items") else cells:
            rows.setdefault(str(text), []).append(row)
        for text, places in list(rows.items())[:MOST_TEXTS]:
            sentence = what(text).removesuffix(".") + "."
            if more := len(places) - 1:
                also = _n("The same is wrong in {count} more row.", "The same is wrong in {count} more rows.", more)
                sentence = f"{sentence} {also}"
            self.wrong(sentence, todo(text), file, places[0], column)
        if further := list(rows.values())[MOST_TEXTS:]:
            self.wrong(
                _n(
                    "{count} more text in this column is wrong in the same way.",
                    "{count} more texts in this column are wrong in the same way.",
                    len(further),
                ),
                _("Correct those that are listed and read again; at most {most} are listed.", most=MOST_TEXTS),
                file,
                further[0][0],
                column,
            )

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
            also = _n("The same is wrong in {count} more row.", "The same is wrong in {count} more rows.", more)
            self.wrong(also, todo, file, rows[MOST_ROWS])

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

    Parameters
    ----------
    name : str
        The one that is not known.
    known : list or tuple of str
        Those that are.
    otherwise : str
        What to say where none is near.

    Examples
    --------
    >>> suggestion("blnk", ["blank", "file"])
    'Did you mean “blank”?'
    >>> suggestion("x", ["blank", "file"], "Leave it out.")
    'Leave it out.'
    >>> suggestion("Famly", ["Family Services of Wren County", "Wren Clinic"])
    'Did you mean “Family Services of Wren County”?'
    """
    folded = {text.casefold(): text for text in reversed(known)}
    near = [folded[text] for text in get_close_matches(name.casefold(), folded, _MOST, 0.6)]
    near = near or [folded[text] for text in _with_its_words(name.casefold(), folded)]
    if not near:
        return otherwise
    return _("Did you mean {names}?", names=listing((_("“{name}”", name=text) for text in near), "or"))


def _with_its_words(name: str, known: Iterable[str]) -> list[str]:
    """The longer names in which each word of this one stands, give or take a letter: the shortest of them first."""
    words = [word for word in name.split() if len(word) >= _LEAST_LETTERS]
    there = [text for text in known if words and all(get_close_matches(word, text.split(), 1, 0.8) for word in words)]
    return sorted(there, key=len)[:_MOST]


def _row(row: Hashable | None) -> int | None:
    return None if row is None else int(str(row))
