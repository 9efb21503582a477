"""What one question of an export is taken for, and why."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from stakeholder_graph.survey.settings.drafting.answer_order import ResponseScale
from stakeholder_graph.survey.settings.drafting.profile import QuestionProfile
from stakeholder_graph.survey.settings.model import QuestionSettings


@dataclass(frozen=True, slots=True)
class QuestionGuess:
    """What one question is taken for.

    Parameters
    ----------
    question : QuestionSettings
        Its `decided` is False where the guess is unsure; a question of which nothing is known is ignored, undecided.
    reason : str
        Why, in plain words; it quotes the question and never an answer.
    items : tuple of str
        Its rows or options.
    scale : ResponseScale, optional
        What its answers are called, where they are steps.
    """

    question: QuestionSettings
    reason: str
    items: tuple[str, ...] = ()
    scale: ResponseScale | None = None


def question_as(profile: QuestionProfile, kind: str, sure: bool, **more: object) -> QuestionSettings:
    """Give the settings of a question that is taken for a kind.

    Parameters
    ----------
    profile : QuestionProfile
        What can be seen of it.
    kind : str
        As of `QuestionSettings`.
    sure : bool
        Whether nobody has to confirm it.
    **more
        Further settings; blank ones are left out.
    """
    settings = {"kind": kind, "question": profile.id, "wording": profile.wording, "decided": sure, **more}
    return QuestionSettings.model_validate({key: value for key, value in settings.items() if value not in ("", None)})


def left_out(profile: QuestionProfile, why: str, sure: bool) -> QuestionGuess:
    """Take a question for one that is not used.

    Parameters
    ----------
    profile : QuestionProfile
        What can be seen of it.
    why : str
        The reason.
    sure : bool
        Whether nobody has to confirm it.
    """
    return QuestionGuess(question_as(profile, "ignore", sure), why, profile.items, profile.scale)


def first_match(patterns: Mapping[str, str], text: str) -> tuple[str, str]:
    """Give the first name whose words a text has, and the word; both blank where there is none.

    Parameters
    ----------
    patterns : mapping of str to str
        A pattern of words by name.
    text : str
        In plain words.

    Examples
    --------
    >>> first_match({"trust": r"trust|rely", "contact": "contact"}, "how far can you rely on them")
    ('trust', 'rely')
    """
    matches = ((name, match[0]) for name, words in patterns.items() if (match := re.search(words, text)))
    return next(matches, ("", ""))
