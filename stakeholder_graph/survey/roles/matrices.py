"""Matrices: who is tied to whom as a square, or who takes part in what as a table with a column for each."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from stakeholder_graph.survey.formats.options.several import ticks_in
from stakeholder_graph.survey.names.matching import Matcher
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.roles.opening.open_tables import NAMELESS, OpenTable
from stakeholder_graph.survey.roles.table_role import TableRole
from stakeholder_graph.survey.roles.vocabulary import HEADERS, item_kind, words
from stakeholder_graph.tabular.delimited import as_number, is_known
from stakeholder_graph.text import _, _n

#: Of a smaller square nobody can tell whether it is one.
_LEAST = 3
#: This share of the columns have names that stand in the first column, too.
_SQUARE = 0.8
#: Of which this share of the rows is enough: who did not answer has none.
_ROWS = 0.3
_MOST_STEPS = 12
#: What stands in the cell of an item that an organization takes part in, and of one that it does not.
TICKED = frozenset({"x", "1", "yes", "y", "true", "✓", "✔", "✗", "•", "*", "si", "sí", "ja", "oui"})
NOT_TICKED = frozenset({"", "0", "no", "n", "false", "-", "–", "—", "none"})


def square_columns(table: OpenTable) -> list[str]:
    """Give the headers of a matrix that are names of its first column; none where the table is no matrix.

    Parameters
    ----------
    table : OpenTable
        Any.
    """
    return list(_square(table))


@lru_cache(maxsize=8)
def _square(table: OpenTable) -> tuple[str, ...]:
    """The headers of a matrix; the last tables that were looked at are remembered."""
    seen = _of_rows(table)
    if seen or not table.is_matrix:
        return seen
    # Whoever says that it is one knows that its other columns are organizations; their names are asked about.
    partners = [header for header in list(table.table.columns)[1:] if words(header) not in HEADERS]
    about = tuple(header for header in partners if table.texts(header) and _are_steps(table.texts(header)))
    return about if len(about) >= _LEAST - 1 else ()


def _of_rows(table: OpenTable) -> tuple[str, ...]:
    """The headers that are names of rows, where these are nearly all."""
    headers = list(table.table.columns)
    if len(headers) <= _LEAST or len(table.table) < _LEAST:
        return ()
    alike = same_names(table)
    beside = [normal(text) for text in table.table.texts(headers[0])]
    named = {alike.get(normal(header), normal(header)) for header in headers[1:]}
    of_rows = set(beside) - {""}
    columns = [header for header in headers[1:] if alike.get(normal(header), normal(header)) in of_rows]
    rows = len(of_rows & named)
    named_rows = len(beside) - beside.count("")
    if 2 * len(of_rows) < named_rows or named_rows < len(beside) - 1 or rows < _SQUARE * len(of_rows) or rows < _LEAST:
        return ()
    # A square: nearly every column is a row. A roster: rows of those who answered, a column for everybody.
    others = [header for header in headers[1:] if header not in columns]
    if len(columns) >= _SQUARE * (len(headers) - 1):
        answers = {text.casefold() for header in columns for text in table.texts(header)}
        partners = {header for header in others if _is_partner(header, table.texts(header), answers)}
        return tuple(header for header in headers[1:] if header in partners or header not in others)
    if len(columns) >= _ROWS * (len(headers) - 1) and all(_are_steps(table.texts(header)) for header in others):
        return tuple(headers[1:])
    return ()


@lru_cache(maxsize=8)
def same_names(table: OpenTable) -> Mapping[str, str]:
    """Give the name of a row for each header that spells it otherwise: certainly so, or nearly and at its place.

    Parameters
    ----------
    table : OpenTable
        Perhaps a matrix.

    Returns
    -------
    mapping of str to str
        In normal form; whom a name that is only near means stays a question.
    """
    first, *headers = table.table.columns
    names = table.table.texts(first)
    across, rows = list(map(normal, headers)), list(map(normal, names))
    above, beside = set(across) - set(rows), set(rows) - set(across) - {""}
    if not above or not beside or 2 * len(above) > len(across) or 2 * len(beside) > len(set(rows)):
        return {}
    matcher = Matcher(text for text, key in zip(names, rows, strict=True) if key in beside)
    unmatched = [(place, header) for place, header in enumerate(headers) if across[place] in above]
    alike: dict[str, str] = {}
    for (place, header), match in zip(unmatched, matcher.match_all([header for _p, header in unmatched]), strict=True):
        near = {normal(proposal.organization) for proposal in match.proposals}
        opposite = rows[place] if place < len(rows) else ""
        if len(match.organizations) == 1:
            alike[normal(header)] = normal(match.organizations[0])
        elif opposite in near & beside:
            alike[normal(header)] = opposite
    return alike


def _is_partner(header: str, texts: Sequence[str], answers: set[str]) -> bool:
    """Whether a column beside those of a matrix is about an organization, too: it holds the same answers."""
    if words(header) in HEADERS or header.startswith(NAMELESS):
        return False
    numbers = [number for text in answers if (number := as_number(text, decimal_comma=True)) is not None]
    return all(
        text.casefold() in answers
        or not_known(text)
        or (
            (number := as_number(text, decimal_comma=True)) is not None
            and bool(numbers)
            and 0 <= number <= max(numbers)
        )
        for text in texts
    )


def matrix(table: OpenTable) -> TableRole | None:
    """Take a table for a matrix of ties.

    Parameters
    ----------
    table : OpenTable
        Any.
    """
    columns = square_columns(table)
    if not columns or not all(_are_steps(table.texts(header)) for header in columns):
        return None
    if ticks_in(Counter(text for header in columns for text in table.texts(header) if text), decimal_comma=True):
        return None  # several kinds of tie in a cell: answers of a grid with boxes
    first = next(iter(table.table.columns))
    rows = len({normal(text) for text in table.texts(first)})
    why = _("Its columns have the names that stand in its first column.")
    if rows < len(columns):
        why += " " + _n(
            "{count} organization has no row and has not answered.",
            "{count} organizations have no row and have not answered.",
            len(columns) - rows,
        )
    return TableRole(table.file, table.sheet, "matrix", {"organization": first}, why, sure=True)


def affiliation_table(table: OpenTable, first: str) -> TableRole | None:
    """Take a table for one of what organizations take part in, with a column for each item.

    Parameters
    ----------
    table : OpenTable
        Any.
    first : str
        Its column with names of organizations.
    """
    others = [header for header in table.table.columns if header != first]
    ticked = [header for header in others if is_ticked(table.table.texts(header))]
    if len(ticked) < _LEAST - 1 or 2 * len(ticked) < len(others):
        return None
    if len({normal(text) for text in table.texts(first)}) < len(table.texts(first)):
        return None
    kind = next((kind for text in (table.name, first, *ticked) if (kind := item_kind(text))), "")
    why = _("Each row is an organization, and {count} columns are ticked or not.", count=len(ticked))
    doubt = "" if kind else _("It does not say what its columns are: activities, outcomes or teams.")
    role = TableRole(table.file, table.sheet, "affiliation table", {"organization": first}, why, sure=bool(kind))
    return replace(role, kind=kind or "activity", doubt=doubt)


def is_ticked(texts: Sequence[str]) -> bool:
    """Whether the cells of a column are ticks, at least one of them made.

    Parameters
    ----------
    texts : sequence of str
        Its cells, blanks included.

    Examples
    --------
    >>> is_ticked(["x", "", "X"]), is_ticked(["", ""]), is_ticked(["Health", "x"])
    (True, False, False)
    """
    folded = {text.casefold() for text in texts}
    return folded <= TICKED | NOT_TICKED and bool(folded & TICKED)


def not_known(text: str) -> bool:
    """Whether a cell says that it is not known whether there is a tie.

    Parameters
    ----------
    text : str
        The cell of a matrix; there ``-`` and ``none`` say that there is no tie.

    Examples
    --------
    >>> [text for text in ("NA", "-", "none", "", "2", "#N/A") if not_known(text)]
    ['NA', '#N/A']
    """
    return bool(text) and text.casefold() not in NOT_TICKED and not is_known(text)


def _are_steps(texts: Sequence[str]) -> bool:
    """Whether cells say how strong ties are: numbers, ticks, or a few words."""
    different = {text for text in texts if not not_known(text)}
    numbers = all(as_number(text, decimal_comma=True) is not None for text in different)
    return numbers or len(different) <= _MOST_STEPS
