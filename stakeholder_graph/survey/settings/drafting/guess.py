"""Guesses what the questions of an export are about, and says why; what is not clear is marked unsure.

Each rule takes the profile of a question and says what the question may be; the words by which rules tell questions
apart are in `vocabulary`, the order of answers in `answer_order`. A new kind of question is a rule in a file
`guess_<kind>.py`, and a line in `_guess`.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from stakeholder_graph.survey.formats import AnswerColumn, Responses
from stakeholder_graph.survey.settings.drafting.guess_answers import (
    about_person,
    guess_consent,
    guess_own_words,
    guess_single_choice,
    guess_ticked,
    is_about_person,
)
from stakeholder_graph.survey.settings.drafting.guess_ties import (
    FEWEST_ROWS,
    guess_chosen_partners,
    guess_judged_rows,
    guess_named_partners,
    guess_partner_rows,
    guess_repeated,
)
from stakeholder_graph.survey.settings.drafting.missing_steps import missing_steps
from stakeholder_graph.survey.settings.drafting.profile import QuestionProfile, forms
from stakeholder_graph.survey.settings.drafting.question_guess import QuestionGuess, left_out
from stakeholder_graph.survey.settings.drafting.respondent import guess_identity
from stakeholder_graph.survey.settings.drafting.vocabulary import MISSING
from stakeholder_graph.survey.settings.elements import Template
from stakeholder_graph.text import _


def guess_questions(responses: Responses, known: Collection[str] = ()) -> tuple[QuestionGuess, ...]:
    """Guess what each question of an export is about.

    Parameters
    ----------
    responses : Responses
        The export.
    known : collection of str
        Organizations that are known already, such as those of a roster.

    Returns
    -------
    tuple of QuestionGuess
        Who answers first, where that can be told; then in the order of the export. A question with several boxes
        for each partner has a guess for each box.
    """
    parts = responses.tables
    profiles = [
        QuestionProfile(part, name, columns) for part in parts for name, columns in _questions(part.columns).items()
    ]
    grids = [profile for profile in profiles if len(profile.items) >= FEWEST_ROWS and profile.kind != "text"]
    identity = guess_identity(parts[0], [profile for profile in profiles if profile.part is parts[0]], grids, known)
    organizations = forms([*known]) | (identity.names if identity else frozenset())
    guesses = [QuestionGuess(identity.question, identity.reason)] if identity else []
    taken: dict[str, int] = {}
    joined = Template(identity.question.respondent).fields if identity else ()
    about_ties = dict[str, str]()
    by_profile = dict[int, list[QuestionGuess]]()
    for number in sorted(range(len(profiles)), key=lambda place: bool(profiles[place].columns[0].write_in_of)):
        profile = profiles[number]
        if identity and (profile.id == identity.question.question or profile.columns[0].header in joined):
            continue
        listed = about_ties.get(profile.columns[0].write_in_of, "")
        guessed = [_beside(profile, listed)] if listed else _guess(profile, organizations, profiles)
        if profile.unnamed:  # whom or what it asks about is for a person to say
            guessed = [_undecided(guess) for guess in guessed]
        by_profile[number] = [_with_missing_steps(_with_own_layer(guess, profile, taken)) for guess in guessed]
        if any(guess.question.kind == "tie" for guess in guessed):
            about_ties[profile.id] = profile.wording
    return (*guesses, *(guess for number in sorted(by_profile) for guess in by_profile[number]))


def _beside(profile: QuestionProfile, listed: str) -> QuestionGuess:
    """What respondents wrote beside the option "other" of a question about ties is read with that question."""
    return left_out(
        profile, _("Names that respondents wrote in are read with “{question}”.", question=listed), sure=True
    )


def _questions(columns: Sequence[AnswerColumn]) -> dict[str, tuple[AnswerColumn, ...]]:
    questions: dict[str, list[AnswerColumn]] = {}
    for column in columns:
        if column.kind != "meta":
            questions.setdefault(column.question, []).append(column)
    return {name: tuple(group) for name, group in questions.items()}


def _guess(
    profile: QuestionProfile, organizations: frozenset[str], others: Sequence[QuestionProfile]
) -> list[QuestionGuess]:
    """The first rule that fits decides."""
    if re.search(MISSING, profile.words):
        return [left_out(profile, _("It asks who is not here, which is no tie."), sure=True)]
    if profile.part.repeated:
        return [guess_repeated(profile, others)]
    if guesses := guess_partner_rows(profile, organizations) or guess_judged_rows(profile):
        return guesses
    if consent := guess_consent(profile):
        return [consent]
    if chosen := guess_chosen_partners(profile, organizations):
        return [chosen]
    if profile.kind == "text":
        if is_about_person(profile):
            return [about_person(profile)]
        return [guess_named_partners(profile, organizations) or guess_own_words(profile)]
    if profile.kind == "many":
        return [guess_ticked(profile)]
    return [guess_single_choice(profile)]


def _with_missing_steps(guess: QuestionGuess) -> QuestionGuess:
    """What nobody chose is not in an export; where a step seems to be missing, the reason says so."""
    used = guess.scale is not None and guess.question.kind in ("tie", "rating")
    missing = missing_steps(guess.scale) if used and guess.scale else ""
    return replace(guess, reason=f"{guess.reason} {missing}") if missing else guess


def _undecided(guess: QuestionGuess) -> QuestionGuess:
    return replace(guess, question=guess.question.model_copy(update={"decided": False}))


def _with_own_layer(guess: QuestionGuess, profile: QuestionProfile, taken: dict[str, int]) -> QuestionGuess:
    """Two questions are two kinds of tie, so the second needs another name."""
    if guess.question.kind != "tie":
        return guess
    name = guess.question.layer
    if name in taken and profile.short not in taken:
        name = profile.short
    taken[name] = taken.get(name, 0) + 1
    if taken[name] > 1:
        name = f"{name} {taken[name]}"
    return replace(guess, question=guess.question.model_copy(update={"layer": name}))
