"""Drafts the survey settings from exports, one for each wave."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from stakeholder_graph.frames import natural
from stakeholder_graph.survey.formats import Responses
from stakeholder_graph.survey.names.decisions import WaveAndName
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.names.roster import Names
from stakeholder_graph.survey.plain.lists import REFERENCE
from stakeholder_graph.survey.settings.draft import TABLES, Draft, QuestionNote, question_key
from stakeholder_graph.survey.settings.drafting.guess import guess_questions
from stakeholder_graph.survey.settings.drafting.name_tables import (
    GuessedExport,
    implied_roster,
    is_sector,
    names_to_decide,
    organizations_with_sector,
)
from stakeholder_graph.survey.settings.drafting.question_guess import QuestionGuess
from stakeholder_graph.survey.settings.drafting.scale_table import scale_table, with_scale
from stakeholder_graph.survey.settings.drafting.waves import each_question_once, waves_of
from stakeholder_graph.survey.settings.model import QuestionSettings, Settings, WaveSettings

#: Of more rows or options than this, a note shows the first three only.
_MOST_SHOWN = 4


def draft_from_responses(
    exports: Sequence[tuple[str, Responses]],
    known: Collection[str] = (),
    aliases: Mapping[WaveAndName, str] | None = None,
    waves: Mapping[str, str] | None = None,
    drafted: Sequence[str] = (),
    decided: Collection[QuestionSettings] = (),
    deleted: Collection[str] = (),
) -> Draft:
    """Draft the settings from exports.

    Parameters
    ----------
    exports : sequence of (str, Responses)
        Files as the settings name them, and what they hold.
    known : collection of str
        Organizations that are listed already; if there are any, the draft lists none.
    aliases : mapping, optional
        As of `NameDecisions`.
    waves : mapping of str to str, optional
        The wave of a file where it is known; else it is called by the year of its answers.
    drafted : sequence of str
        Organizations that an earlier draft lists.
    decided : collection of QuestionSettings
        Questions of the settings that are there; where a person has decided, nothing is guessed.
    deleted : collection of str
        Organizations, in normal form, that a person took out of an earlier draft.

    Returns
    -------
    Draft
        One for all waves; a question stands in it once, unless its id or its wording has changed.
    """
    by_file = waves_of(exports, waves or {})
    guessed = [
        GuessedExport(by_file[file], responses, with_decided(guesses, decided))
        for file, responses in exports
        for guesses in [guess_questions(responses, [*known, *drafted])]
    ]
    together = each_question_once([(export.wave, export.guesses) for export in guessed])
    scales, table = scale_table(together)
    questions = tuple(with_scale(guess, scales.get(number, "")) for number, guess in enumerate(together))
    settings = Settings(question=questions, wave=_waves(by_file))
    implied = [name for name in implied_roster(together, guessed) if normal(name) not in deleted]
    roster = list(known) or list(Names([*drafted, *implied]).shown.values())
    tables = {
        "scales": table,
        "sectors": _sectors(together),
        "names": names_to_decide(roster, guessed, aliases),
    }
    if not known:
        rows = [(name, "", "") for name in roster]
        tables["organizations"] = pd.DataFrame(rows, columns=list(TABLES["organizations"]), dtype="str")
    notes = {question_key(guess.question): QuestionNote(guess.reason, _sample(guess.items)) for guess in together}
    return Draft(settings, notes, tables, organizations_with_sector(roster, guessed, aliases))


def with_decided(guesses: Sequence[QuestionGuess], decided: Collection[QuestionSettings]) -> tuple[QuestionGuess, ...]:
    """Put what a person has decided in the place of guesses.

    Parameters
    ----------
    guesses : sequence of QuestionGuess
        Of one export.
    decided : collection of QuestionSettings
        Of the settings that are there.

    Returns
    -------
    tuple of QuestionGuess
        Who answers first; where that is decided, no other question is taken for it.

    Examples
    --------
    >>> wrong = QuestionGuess(QuestionSettings(kind="identity", question="Results?"), "")
    >>> right = QuestionSettings(kind="identity", question="Group")
    >>> [guess.question.question for guess in with_decided([wrong], [right])]
    ['Group']
    """
    by_id = {question_key(question)[:2]: question for question in decided if question.decided}
    who = next((question for question in by_id.values() if question.kind == "identity"), None)
    kept = []
    for guess in guesses:
        question = by_id.get(question_key(guess.question)[:2], guess.question)
        if who is None or question.kind != "identity":
            kept.append(guess if question is guess.question else replace(guess, question=question))
    return (*([QuestionGuess(who, "")] if who else []), *kept)


def _waves(by_file: Mapping[str, str]) -> tuple[WaveSettings, ...]:
    files: dict[str, list[str]] = {}
    for file, wave in by_file.items():
        files.setdefault(wave, []).append(file)
    return tuple(WaveSettings(name=wave, files=tuple(files[wave])) for wave in sorted(files, key=natural))


def _sectors(guesses: Sequence[QuestionGuess]) -> pd.DataFrame:
    """The sectors that respondents could choose from, as the reference list."""
    offered = dict.fromkeys(item for guess in guesses if is_sector(guess.question) for item in guess.items)
    rows = [(REFERENCE, item, "") for item in offered]
    return pd.DataFrame(rows, columns=list(TABLES["sectors"]), dtype="str")


def _sample(items: Sequence[str]) -> str:
    """The first items, and how many there are."""
    if len(items) <= _MOST_SHOWN:
        return "; ".join(items)
    return f"{'; '.join(items[:3])}; ... ({len(items)})"
