"""The scales of a draft: which questions share one, and its steps as rows of a table."""

from collections.abc import Sequence

import pandas as pd

from stakeholder_graph.survey.settings.draft import TABLES, UNSURE
from stakeholder_graph.survey.settings.drafting.answer_order import ResponseScale, no_tie
from stakeholder_graph.survey.settings.drafting.question_guess import QuestionGuess
from stakeholder_graph.survey.settings.model import QuestionSettings

#: So many words of a question name its scale.
_WORDS = 6


def scale_table(guesses: Sequence[QuestionGuess]) -> tuple[dict[int, str], pd.DataFrame]:
    """Name the scales; questions with the same answers share one.

    Parameters
    ----------
    guesses : sequence of QuestionGuess
        With their scales.

    Returns
    -------
    (dict of int to str, DataFrame)
        The name of each question's scale by its number in `guesses`, and the table `scales` of a draft.
    """
    of_ties = {guess.scale for guess in guesses if guess.scale and guess.question.kind == "tie"}
    names: dict[ResponseScale, str] = {}
    by_number: dict[int, str] = {}
    for number, guess in enumerate(guesses):
        if guess.scale is None:
            continue
        if guess.scale not in names:
            question = guess.question
            short = " ".join((question.item or question.wording or question.question).split()[:_WORDS])
            name = question.layer if question.kind == "tie" else short
            names[guess.scale] = name if name not in names.values() else f"{name} ({len(names) + 1})"
        by_number[number] = names[guess.scale]
    rows = [row for scale, name in names.items() for row in _steps(name, scale, scale in of_ties)]
    return by_number, pd.DataFrame(rows, columns=list(TABLES["scales"]), dtype="str")


def with_scale(guess: QuestionGuess, scale: str) -> QuestionSettings:
    """Give the question with the name of its scale, and the answers that say no more than a blank.

    Parameters
    ----------
    guess : QuestionGuess
        What the question is taken for.
    scale : str
        The name.
    """
    if guess.scale is None:
        return guess.question
    return guess.question.model_copy(update={"scale": scale, "not_known": guess.scale.outside})


def _steps(name: str, scale: ResponseScale, of_tie: bool) -> list[tuple[str, ...]]:
    """The rows of one scale."""
    rows: list[tuple[str, ...]] = []
    for answer, value in zip(scale.answers, scale.values, strict=True):
        number = f"{value:g}" if scale.ordered else f"{value:g}{UNSURE}"
        shown = f"{answer}{UNSURE}" if scale.name == "numbers" else answer
        tie = "" if not of_tie else "no" if no_tie(answer) else "yes" if scale.name else f"yes{UNSURE}"
        rows.append((name, number, shown, tie))
    return rows
