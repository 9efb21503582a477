"""The waves of several exports, and each question once over all of them."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from stakeholder_graph.survey.formats import Responses
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.settings.draft import QuestionKey, question_key
from stakeholder_graph.survey.settings.drafting.answer_order import ResponseScale
from stakeholder_graph.survey.settings.drafting.question_guess import QuestionGuess

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DATES = re.compile(r"date|time|submi|fecha", re.IGNORECASE)


def wave_of(file: str, responses: Responses) -> str:
    """Give the year in which most respondents answered, else the one in the name of the file; blank without any.

    Parameters
    ----------
    file : str
        Its name.
    responses : Responses
        What it holds.
    """
    noted = [column.header for column in responses.columns if column.kind == "meta"]
    dates = [header for header in noted if _DATES.search(header)]
    years = Counter[str](
        year for header in dates for text in responses.table.cells[header] for year in _YEAR.findall(str(text))
    )
    if years:
        return min(years, key=lambda year: (-years[year], year))
    return next(iter(_YEAR.findall(file)), "")


def waves_of(exports: Sequence[tuple[str, Responses]], known: Mapping[str, str]) -> dict[str, str]:
    """Give the wave of each file: as it is known, else its year, else a number.

    Parameters
    ----------
    exports : sequence of (str, Responses)
        Files as the settings name them, and what they hold.
    known : mapping of str to str
        The wave of a file where it is known.
    """
    waves: dict[str, str] = {}
    for number, (file, responses) in enumerate(exports, start=1):
        wave = known.get(file) or wave_of(file, responses) or str(number)
        if wave in waves.values() and file not in known:
            in_name = (year for year in _YEAR.findall(file) if year not in waves.values())
            wave = next(in_name, f"{wave} ({number})")
        waves[file] = wave
    return waves


def each_question_once(guesses: Sequence[tuple[str, tuple[QuestionGuess, ...]]]) -> list[QuestionGuess]:
    """Bring the questions of all waves together: with the same id and the same wording it is the same question.

    Parameters
    ----------
    guesses : sequence of (str, tuple of QuestionGuess)
        By wave.

    Returns
    -------
    list of QuestionGuess
        Those of one wave only name that wave, where there are several.
    """
    merged: dict[tuple[QuestionKey, str], QuestionGuess] = {}
    waves: dict[tuple[QuestionKey, str], set[str]] = {}
    for wave, in_wave in guesses:
        for guess in in_wave:
            same = (question_key(guess.question), normal(guess.question.wording))
            if same in merged:
                items = tuple(dict.fromkeys([*merged[same].items, *guess.items]))
                merged[same] = replace(merged[same], items=items, scale=_wider(merged[same].scale, guess.scale))
            merged.setdefault(same, guess)
            waves.setdefault(same, set()).add(wave)
    several = len({wave for wave, _guesses in guesses}) > 1
    return [
        replace(guess, question=guess.question.model_copy(update={"wave": min(waves[same])}))
        if several and len(waves[same]) == 1
        else guess
        for same, guess in merged.items()
    ]


def _wider(first: ResponseScale | None, second: ResponseScale | None) -> ResponseScale | None:
    """The scale of two waves that has more steps."""
    return max((scale for scale in (first, second) if scale), key=lambda scale: len(scale.answers), default=None)
