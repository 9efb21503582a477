"""What stands around a table: a line of notes below it, and in place of a missing header the first row of data."""

import re
from collections.abc import Mapping, Sequence

from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.roles.vocabulary import words
from stakeholder_graph.tabular import TextRows
from stakeholder_graph.tabular.delimited import as_number

#: How a line of notes begins.
_NOTE = re.compile(
    r"(source|notes?|remarks?|data|fuente|quelle|last updated|exported|generated)\b.*[:.]|[*©†]", re.IGNORECASE
)
#: A line that counts: "22 organizations, 17 answered", "N = 22", "Answered: 17 of 22".
_COUNT = re.compile(
    r"n\s*=\s*\d+.*|(total|number|count)( of [\w ]+)?[:=]?\s*\d+.*"
    r"|[\w ]+[:=]\s*\d+( (of|out of|/|from) \d+)?( [\w ]+)?\W*"
    r"|\d+ (of|out of) (the )?\d+\b.*"
    r"|\d+ ([\w-]+ )?(organi[sz]ations?|partners?|members?|orgs?|answers?|answered|responses?|responded|respondents?"
    r"|replies|replied|rows?|entries|records?|returned|missing|organizaciones|respuestas|organisationen|antworten"
    r"|geantwortet|in (all|total))\b.*",
    re.IGNORECASE,
)
_LONGEST_NAME = 120
#: A sentence has so many words, and is longer than every name.
_SENTENCE_WORDS = 5


def notes_below(rows: TextRows, body: Sequence[int]) -> list[int]:
    """Give the last rows of a table that are notes: one cell alone, apart or worded as a note or a count.

    Parameters
    ----------
    rows : list of list of str
        Of the sheet.
    body : sequence of int
        The rows below the header that are not empty.

    Returns
    -------
    list of int
        Empty for a table of one column.

    Examples
    --------
    >>> notes_below([["A", "B"], ["x", "y"], [], ["Source: survey of 2024"]], [1, 3])
    [3]
    >>> notes_below([["A", "B"], ["x", "y"], ["z", ""]], [1, 2])
    []
    >>> notes_below([["#", "Name"], ["1", "Elm"], ["2", "Fir"], ["", "2 organizations, 1 answered"]], [1, 2, 3])
    [3]
    """
    cells = {number: [text for text in rows[number] if text] for number in body}
    if max(map(len, cells.values()), default=0) < 2:
        return []
    below: list[int] = []
    for place in range(len(body) - 1, 0, -1):
        number = body[place]
        if len(cells[number]) > 1 or not (rows[number][0] or _is_note(cells[number][0], cells)):
            break
        below.append(number)
        apart = number - body[place - 1] > 1
        if apart and len(cells[body[place - 1]]) > 1:
            return sorted(below)  # everything below the gap
    return sorted(number for number in below if _is_note(cells[number][0], cells))


def _is_note(text: str, cells: Mapping[int, Sequence[str]]) -> bool:
    """Whether a cell that stands alone is worded as a note, as a count or as a sentence longer than all other cells."""
    if _NOTE.match(text) or _COUNT.fullmatch(text) or len(text) > _LONGEST_NAME:
        return True
    longest = max((len(cell) for row in cells.values() if len(row) > 1 for cell in row[:2]), default=0)
    return len(text.split()) >= _SENTENCE_WORDS and len(text) > longest and bool(re.search(r"\d|[.!?]$", text))


def is_data(head: Sequence[str], body: Sequence[Sequence[str]], known: frozenset[str]) -> bool:
    """Whether the row that stands in place of headers is a row of data: it names what the rows below name.

    Parameters
    ----------
    head : sequence of str
        The first row.
    body : sequence of sequence of str
        The rows below.
    known : frozenset of str
        Words that are headers.

    Returns
    -------
    bool
        False for a matrix, whose headers are names of rows, too, but for the corner.

    Examples
    --------
    >>> is_data(["Ada", "Gem"], [["Gem", "Kay"], ["Kay", "Ada"]], frozenset())
    True
    >>> is_data(["", "Ada", "Gem"], [["Ada", "0", "1"], ["Gem", "1", "0"]], frozenset())
    False
    """
    if len(head) < 2 or not head[0] or not head[1] or len(body) < 2:
        return False
    if any(words(text) in known or as_number(text) is not None for text in head[:2]):
        return False
    named = {normal(text) for row in body for text in row if text}
    numbers = [as_number(text) is not None for row in body for text in row[1:2]]
    return normal(head[0]) in named and normal(head[1]) in named and not all(numbers)
