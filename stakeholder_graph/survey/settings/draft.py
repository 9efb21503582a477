"""A draft of the survey settings: what is guessed from exports, beside what a person has decided."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stakeholder_graph.survey.settings.model import QuestionSettings, Settings

if TYPE_CHECKING:
    import pandas as pd

#: Marks a cell as a guess that nobody has confirmed.
UNSURE = "?"
#: Columns of the tables of a draft: those of the plain files, and what helps to decide.
TABLES: Mapping[str, tuple[str, ...]] = {
    "scales": ("scale", "value", "name", "tie"),
    "organizations": ("organization", "sector", "role"),
    "names": ("written", "proposal", "score", "why", "decision"),
    "sectors": ("list", "sector", "share"),
}
QuestionKey = tuple[str, str, str]
"""What tells a question from the others: its id or columns, its box, its wave."""
_NUMBER = r"[-+.\d]+"


@dataclass(frozen=True, slots=True)
class QuestionNote:
    """What helps a person to decide about a question.

    Parameters
    ----------
    reason : str
        Why it is taken for what it is.
    items : str
        Its first rows or options.
    """

    reason: str = ""
    items: str = ""


@dataclass(frozen=True, eq=False)
class Draft:
    """Survey settings on their way.

    Parameters
    ----------
    settings : Settings
        Scales are named in the questions and spelled out in `tables`.
    notes : mapping of (str, str, str) to QuestionNote
        By `question_key`.
    tables : mapping of str to DataFrame of str
        As in `TABLES`, with any further columns; a cell that ends with `UNSURE` is a guess.
    with_sector : frozenset of str
        Organizations, in normal form, that state their sector in an answer, so that nobody has to fill it in.
    news : tuple of str
        What an earlier draft lacks, in words.
    """

    settings: Settings
    notes: Mapping[QuestionKey, QuestionNote] = field(default_factory=dict)
    tables: "Mapping[str, pd.DataFrame]" = field(default_factory=dict)
    with_sector: frozenset[str] = frozenset()
    news: tuple[str, ...] = ()


def question_key(question: QuestionSettings) -> QuestionKey:
    """Say what tells a question from the others.

    Parameters
    ----------
    question : QuestionSettings
        Of which the id or the columns, the box and the wave count.

    Examples
    --------
    >>> question_key(QuestionSettings(kind="tie", question="QID5", wave="2025"))
    ('QID5', '', '2025')
    """
    return (question.question or question.columns or question.respondent, question.choice, question.wave)


def is_guess(text: str, column: str) -> bool:
    """Whether a cell of the table of scales bears the mark of a guess.

    Parameters
    ----------
    text : str
        The cell.
    column : str
        Only numbers, names that are a number, and ties are ever marked; elsewhere a "?" is text.

    Examples
    --------
    >>> is_guess("0?", "value"), is_guess("2?", "name"), is_guess("Really?", "name")
    (True, True, False)
    """
    if not text.endswith(UNSURE):
        return False
    if column == "name":
        return re.fullmatch(_NUMBER, text.removesuffix(UNSURE)) is not None
    return column in ("value", "tie")


def guesses_in(scales: "pd.DataFrame", column: str) -> "pd.Series[bool]":
    """Say which cells of a column of the table of scales bear the mark of a guess.

    Parameters
    ----------
    scales : DataFrame of str
        As in `TABLES`.
    column : str
        Only numbers, names that are a number, and ties are ever marked; elsewhere a "?" is text.

    Examples
    --------
    >>> import pandas as pd
    >>> scales = pd.DataFrame({"scale": ["Agree?"] * 2, "value": ["0?", "1"], "name": ["2?", "Really?"]})
    >>> [guesses_in(scales, column).tolist() for column in scales]
    [[False, False], [True, False], [True, False]]
    """
    return scales[column].map(lambda text: is_guess(text, column)).astype(bool)
