"""A draft of the survey settings: what is guessed of one or several exports, beside what a person has decided."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.exports.columns import joined, parts_of
from stakeholder_graph.survey.formats import Responses
from stakeholder_graph.survey.names.matching import Matcher
from stakeholder_graph.survey.names.normalization import natural, normal
from stakeholder_graph.survey.names.roster import Names
from stakeholder_graph.survey.plain.lists import REFERENCE
from stakeholder_graph.survey.settings.drafting.answer_order import Ladder, no_tie
from stakeholder_graph.survey.settings.drafting.guess import Guess, guess_questions
from stakeholder_graph.survey.settings.model import Question, Settings, WaveSettings

#: Marks a cell as a guess that nobody has confirmed.
UNSURE = "?"
#: Columns of the tables of a draft, which are those of the plain files, and what helps to decide.
TABLES: Mapping[str, tuple[str, ...]] = {
    "scales": ("scale", "value", "name", "tie"),
    "organizations": ("organization", "sector", "role"),
    "names": ("written", "proposal", "score", "why", "decision"),
    "sectors": ("list", "sector", "share"),
}
Key = tuple[str, str, str]
_NUMBER = r"[-+.\d]+"

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DATES = re.compile(r"date|time|submi|fecha", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Note:
    """What helps a person to decide about a question: why it is taken for what it is, and its rows or options."""

    reason: str = ""
    items: str = ""


@dataclass(frozen=True, eq=False)
class Draft:
    """Survey settings on their way.

    Parameters
    ----------
    settings : Settings
        Scales are named in the questions and spelled out in `tables`.
    notes : mapping of (str, str, str) to Note
        By `key` of the question.
    tables : mapping of str to DataFrame of str
        As in `TABLES`, with any further columns; a cell that ends with `UNSURE` is a guess.
    told : frozenset of str
        Organizations, in normal form, that state their sector in an answer, so that nobody has to fill it in.
    """

    settings: Settings
    notes: Mapping[Key, Note] = field(default_factory=dict)
    tables: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    told: frozenset[str] = frozenset()


def key(question: Question) -> Key:
    """What tells a question from the others: its id or columns, its box, its wave."""
    return (question.question or question.columns or question.respondent, question.choice, question.wave)


def guesses_in(scales: pd.DataFrame, column: str) -> "pd.Series[bool]":
    """Say which cells of a column of the table of scales bear the mark of a guess.

    Parameters
    ----------
    scales : DataFrame of str
        As in `TABLES`.
    column : str
        Only numbers, names that are a number, and ties are ever marked; elsewhere a "?" is text.

    Examples
    --------
    >>> scales = pd.DataFrame({"scale": ["Agree?"] * 2, "value": ["0?", "1"], "name": ["2?", "Really?"]})
    >>> [guesses_in(scales, column).tolist() for column in scales]
    [[False, False], [True, False], [True, False]]
    """
    marked = scales[column].str.endswith(UNSURE)
    if column == "name":
        return marked & scales[column].str.removesuffix(UNSURE).str.fullmatch(_NUMBER)
    return marked & (column in ("value", "tie"))


def draft(
    exports: Sequence[tuple[str, Responses]],
    known: Collection[str] = (),
    aliases: Mapping[tuple[str, str], str] | None = None,
    waves: Mapping[str, str] | None = None,
    drafted: Sequence[str] = (),
) -> Draft:
    """Draft the settings from exports, one for each wave.

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

    Returns
    -------
    Draft
        One for all waves; a question stands in it once, unless its id or its wording has changed.
    """
    named = _waves(exports, waves or {})
    guesses = [(named[file], guess_questions(responses, [*known, *drafted])) for file, responses in exports]
    together = _together(guesses)
    scales, table = _scales(together)
    questions = tuple(_scaled(guess, scales.get(place, "")) for place, guess in enumerate(together))
    files: dict[str, list[str]] = {}
    for file, wave in named.items():
        files.setdefault(wave, []).append(file)
    listed = tuple(WaveSettings(name=wave, files=tuple(files[wave])) for wave in sorted(files, key=natural))
    settings = Settings(question=questions, wave=listed)
    roster = list(known) or list(Names([*drafted, *_roster(together, exports, guesses)]).shown.values())
    tables = {"scales": table, "sectors": _sectors(together), "names": _names(roster, exports, guesses, aliases)}
    if not known:
        tables["organizations"] = _frame("organizations", [(name, "", "") for name in roster])
    notes = {key(guess.question): Note(guess.reason, _sample(guess.items)) for guess in together}
    return Draft(settings, notes, tables, _told(roster, exports, guesses, aliases))


def _frame(name: str, rows: Sequence[tuple[str, ...]]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=list(TABLES[name]), dtype="str")


def wave_of(file: str, responses: Responses) -> str:
    """Give the year in which most respondents answered, else the one in the name of the file; blank without any."""
    noted = [column.header for column in responses.columns if column.kind == "meta"]
    dates = [header for header in noted if _DATES.search(header)]
    years = Counter[str](
        year for header in dates for text in responses.table.cells[header] for year in _YEAR.findall(str(text))
    )
    if years:
        return min(years, key=lambda year: (-years[year], year))
    return next(iter(_YEAR.findall(file)), "")


def _waves(exports: Sequence[tuple[str, Responses]], known: Mapping[str, str]) -> dict[str, str]:
    """The wave of each file: as it is known, else its year, else a number."""
    found: dict[str, str] = {}
    for number, (file, responses) in enumerate(exports, start=1):
        wave = known.get(file) or wave_of(file, responses) or str(number)
        if wave in found.values() and file not in known:
            in_name = (year for year in _YEAR.findall(file) if year not in found.values())
            wave = next(in_name, f"{wave} ({number})")
        found[file] = wave
    return found


def _together(guesses: Sequence[tuple[str, tuple[Guess, ...]]]) -> list[Guess]:
    """Each question once: with the same id and the same wording it is the same question."""
    rows: dict[tuple[Key, str], Guess] = {}
    seen: dict[tuple[Key, str], set[str]] = {}
    for wave, found in guesses:
        for guess in found:
            same = (key(guess.question), normal(guess.question.wording))
            if same in rows:
                items = tuple(dict.fromkeys([*rows[same].items, *guess.items]))
                rows[same] = replace(rows[same], items=items, scale=_wider(rows[same].scale, guess.scale))
            rows.setdefault(same, guess)
            seen.setdefault(same, set()).add(wave)
    several = len({wave for wave, _ in guesses}) > 1
    return [
        replace(guess, question=guess.question.model_copy(update={"wave": min(seen[same])}))
        if several and len(seen[same]) == 1
        else guess
        for same, guess in rows.items()
    ]


def _wider(one: Ladder | None, other: Ladder | None) -> Ladder | None:
    """The ladder of two waves that has more steps."""
    return max((each for each in (one, other) if each), key=lambda each: len(each.answers), default=None)


def _scales(guesses: Sequence[Guess]) -> tuple[dict[int, str], pd.DataFrame]:
    """The name of each question's scale by its place, and the scales; questions with the same answers share one."""
    of_ties = {guess.scale for guess in guesses if guess.scale and guess.question.kind == "tie"}
    names: dict[Ladder, str] = {}
    named: dict[int, str] = {}
    for place, guess in enumerate(guesses):
        if guess.scale is None:
            continue
        if guess.scale not in names:
            question = guess.question
            short = " ".join((question.item or question.wording or question.question).split()[:6])
            name = question.layer if question.kind == "tie" else short
            names[guess.scale] = name if name not in names.values() else f"{name} ({len(names) + 1})"
        named[place] = names[guess.scale]
    rows = [row for scale, name in names.items() for row in _steps(name, scale, scale in of_ties)]
    return named, _frame("scales", rows)


def _scaled(guess: Guess, scale: str) -> Question:
    """The question with the name of its scale, and the answers that say no more than a blank."""
    if guess.scale is None:
        return guess.question
    return guess.question.model_copy(update={"scale": scale, "not_known": guess.scale.outside})


def _steps(name: str, scale: Ladder, of_tie: bool) -> list[tuple[str, ...]]:
    """The rows of one scale."""
    rows: list[tuple[str, ...]] = []
    for answer, value in zip(scale.answers, scale.values, strict=True):
        number = f"{value:g}" if scale.ordered else f"{value:g}{UNSURE}"
        shown = f"{answer}{UNSURE}" if scale.name == "numbers" else answer
        tie = "" if not of_tie else "no" if no_tie(answer) else "yes" if scale.name else f"yes{UNSURE}"
        rows.append((name, number, shown, tie))
    return rows


def _identity(found: Sequence[Guess]) -> Question | None:
    return next((guess.question for guess in found if guess.question.kind == "identity"), None)


def _respondents(responses: Responses, found: Sequence[Guess]) -> set[str]:
    """Who answers, as written."""
    question = _identity(found)
    if question is None:
        return set()
    texts = joined(parts_of(responses)[0], question.respondent or question.question, Inspection())
    return set() if texts is None else set(texts) - {""}


def _named(responses: Responses, found: Sequence[Guess]) -> set[str]:
    """Partners as respondents wrote them down."""
    asked = {guess.question.partners for guess in found if guess.question.kind == "tie"} - {""}
    return {
        text
        for part in parts_of(responses)
        for question in asked
        for column in part.question(question)
        for text in part.texts(column)
        if text
    }


def _roster(
    together: Sequence[Guess],
    exports: Sequence[tuple[str, Responses]],
    guesses: Sequence[tuple[str, tuple[Guess, ...]]],
) -> list[str]:
    """The rows and options of questions about ties, as the form has them; without any, those who answer."""
    ties = [guess for guess in together if guess.question.kind == "tie" and not guess.question.partners]
    roster = list(Names(item for guess in ties for item in guess.items).shown.values())
    if roster:
        return roster
    pairs = zip(exports, guesses, strict=True)
    answering = {name for (_, responses), (_, found) in pairs for name in _respondents(responses, found)}
    kept: list[str] = []
    for name in sorted(answering, key=natural):
        if not Matcher(kept).match(name).organization:
            kept.append(name)
    return kept


def _names(
    roster: Sequence[str],
    exports: Sequence[tuple[str, Responses]],
    guesses: Sequence[tuple[str, tuple[Guess, ...]]],
    aliases: Mapping[tuple[str, str], str] | None,
) -> pd.DataFrame:
    """Names as written that nobody can be sure of, with the nearest organization."""
    if not roster:
        return _frame("names", [])
    rows: dict[str, tuple[str, ...]] = {}
    for (_, responses), (wave, found) in zip(exports, guesses, strict=True):
        written = sorted(_respondents(responses, found) | _named(responses, found), key=natural)
        for match in Matcher(roster, aliases, wave).match_all(written):
            for each in match.single:
                if not each.decided:
                    best = each.proposals[0] if each.proposals else None
                    told = (best.organization, str(best.score), best.reason) if best else ("", "", "")
                    rows.setdefault(normal(each.written), (each.written, *told, ""))
    return _frame("names", [rows[name] for name in sorted(rows, key=natural)])


def _told(
    roster: Sequence[str],
    exports: Sequence[tuple[str, Responses]],
    guesses: Sequence[tuple[str, tuple[Guess, ...]]],
    aliases: Mapping[tuple[str, str], str] | None,
) -> frozenset[str]:
    """Organizations of which somebody answered the question about the sector."""
    found: set[str] = set()
    for (_, responses), (wave, asked) in zip(exports, guesses, strict=True):
        who, main = _identity(asked), parts_of(responses)[0]
        names = joined(main, who.respondent or who.question, Inspection()) if who else None
        if names is None:
            continue
        for guess in asked:
            if _is_sector(guess.question) and guess.question.decided:
                columns = main.question(guess.question.question)
                answered = {
                    row for column in columns for row, text in main.texts(column).items() if text not in ("", "0")
                }
                writing = sorted({text for row, text in names.items() if row in answered and text})
                matches = Matcher(roster, aliases, wave).match_all(writing)
                found |= {normal(match.organization) for match in matches if match.organization}
    return frozenset(found)


def _is_sector(question: Question) -> bool:
    return (question.kind, question.item) == ("attribute", "sector")


def _sectors(guesses: Sequence[Guess]) -> pd.DataFrame:
    """The sectors that respondents could choose from, as the reference list."""
    offered = [item for guess in guesses if _is_sector(guess.question) for item in guess.items]
    return _frame("sectors", [(REFERENCE, item, "") for item in dict.fromkeys(offered)])


def _sample(items: Sequence[str]) -> str:
    """The first items, and how many there are."""
    if len(items) <= 4:
        return "; ".join(items)
    return f"{'; '.join(items[:3])}; ... ({len(items)})"
