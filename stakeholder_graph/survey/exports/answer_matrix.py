"""Answers to one question as a matrix of respondents by items: which are a yes, how strong, and which are blank."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.exports.questions import LocatedQuestion
from stakeholder_graph.survey.formats import AnswerColumn
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.plain.scales import allowed_answers
from stakeholder_graph.survey.settings.elements import Steps
from stakeholder_graph.survey.settings.layers import no_ties, values_of
from stakeholder_graph.survey.settings.remedies import add_answer, describe_answers
from stakeholder_graph.text import _, _n

FloatMatrix = NDArray[np.floating]
BoolMatrix = NDArray[np.bool_]
#: So many answers that have no meaning yet are quoted in a sentence.
_MOST_QUOTED = 6


@dataclass(frozen=True, eq=False)
class AnswerMatrix:
    """What each respondent answered about each item.

    Parameters
    ----------
    rows : array of int, shape (n,)
        The row of each respondent in the main table.
    items : tuple of str
        Partners or items as written, each once.
    levels : array of float
        The different values that there are, from least to most.
    strength : array of int, shape (n, items)
        Which of the levels each answer has; negative where it has none. A table of answers has few, and is large.
    chosen : array of bool, shape (n, items)
        Answers that are a tie, or a tick.
    given : array of bool, shape (n, items)
        Answers of any kind; False where a cell was left blank or could not be understood.
    """

    rows: NDArray[np.int64]
    items: tuple[str, ...]
    levels: NDArray[np.float64]
    strength: NDArray[np.signedinteger]
    chosen: BoolMatrix
    given: BoolMatrix


def values_at(levels: NDArray[np.float64], strength: NDArray[np.signedinteger]) -> NDArray[np.float64]:
    """Give the values of some answers.

    Parameters
    ----------
    levels : array of float
        As in `AnswerMatrix`.
    strength : array of int
        Which of them each answer has.

    Returns
    -------
    array of float
        NaN where an answer has none.

    Examples
    --------
    >>> values_at(np.array([0.5, 2.0]), np.array([1, -1, 0])).tolist()
    [2.0, nan, 0.5]
    """
    values: NDArray[np.float64] = np.append(levels, np.nan)[strength]  # the place -1 is the last
    return values


@dataclass(frozen=True, eq=False)
class _Meaning:
    """What each different text of a column means.

    `bad` are texts that the scale does not have, `silent` are blanks in words; `shown` is what a person reads.
    """

    shown: Sequence[str]
    values: FloatMatrix
    chosen: BoolMatrix
    given: BoolMatrix
    bad: BoolMatrix
    silent: BoolMatrix


def read_matrix(
    located: LocatedQuestion,
    steps: Steps,
    inspection: Inspection,
    oneself: Callable[[NDArray[np.int64], tuple[str, ...]], BoolMatrix] | None = None,
) -> AnswerMatrix:
    """Read the columns of a question that stand for items.

    Parameters
    ----------
    located : LocatedQuestion
        Where they stand.
    steps : tuple of Step
        The scale; a tick takes the step that is called like its option, else the first that is a tie.
    inspection : Inspection
        Takes an open decision for each different answer that the scale does not have; these are left out.
    oneself : callable, optional
        Says where respondents were asked about themselves; what stands there is no answer.

    Returns
    -------
    AnswerMatrix
        Where several columns stand for one item, the strongest answer counts.
    """
    table = located.table
    kept = [row in located.respondents.names for row in table.respondents]
    rows = np.array(table.respondents, dtype=np.int64)[kept]
    items = tuple(dict.fromkeys(located.items.values()))
    place = {item: number for number, item in enumerate(items)}
    shape = (len(rows), len(items))
    chosen, given, doubtful = np.zeros(shape, bool), np.zeros(shape, bool), np.zeros(shape, bool)
    own = oneself(rows, items) if oneself else np.zeros(shape, bool)
    unknown: dict[str, list[tuple[int, str]]] = {}
    meaning_of = _Reader(located, steps)
    unused = 0
    read: list[tuple[int, NDArray[np.integer], FloatMatrix]] = []
    for column in located.columns:
        cells = table.cells[column.header]
        codes, texts = cells.codes[kept], cells.different
        if column.kind != "many" and meaning_of.ticked:
            unused += int(np.array([text != "" for text in texts], bool)[codes].sum())
            continue
        meaning = meaning_of(column, texts)
        at = place[located.items[column.header]]
        bad = meaning.bad[codes] & ~own[:, at]
        doubtful[:, at] |= bad | meaning.silent[codes]
        for number in np.flatnonzero(bad):
            unknown.setdefault(meaning.shown[codes[number]], []).append((int(rows[number]), column.header))
        read.append((at, codes, meaning.values))
        chosen[:, at] |= meaning.chosen[codes] & ~own[:, at]
        given[:, at] |= meaning.given[codes] & ~own[:, at]
    given[doubtful & ~chosen] = False
    _note_unknown(located, steps, unknown, inspection)
    if unused:
        inspection.advise(
            _n(
                "{count} answer to “{question}” is in the respondent's own words and is not used.",
                "{count} answers to “{question}” are in the respondents' own words and are not used.",
                unused,
                question=located.about,
            ),
            _("If they matter, add what they name to the plain files."),
            located.file,
        )
    return AnswerMatrix(rows, items, *_strengths(read, shape), chosen, given)


def _strengths(
    read: list[tuple[int, NDArray[np.integer], FloatMatrix]], shape: tuple[int, int]
) -> tuple[NDArray[np.float64], NDArray[np.signedinteger]]:
    """The levels there are, and the strongest of each answer, from the values of the texts of each column."""
    values = np.concatenate([np.empty(0), *(values for _at, _codes, values in read)])
    levels = np.unique(values[~np.isnan(values)])
    strength = np.full(shape, -1, dtype=np.min_scalar_type(-max(len(levels), 1)))
    for at, codes, values in read:
        level = np.where(np.isnan(values), -1, np.searchsorted(levels, values)).astype(strength.dtype)
        strength[:, at] = np.maximum(strength[:, at], level[codes])
    return levels, strength


class _Reader:
    """Reads what the texts of a question's columns mean."""

    def __init__(self, located: LocatedQuestion, steps: Steps) -> None:
        self.steps = steps
        self.decimal_comma = located.table.decimal_comma
        self.silent: Collection[str] = frozenset(normal(text) for text in located.question.not_known)
        ticks = [column for column in located.columns if column.kind == "many"]
        self.ticked = bool(ticks)
        self._known: dict[str, float] = {}
        self._silent: dict[str, bool] = {}
        self.several_options = len({normal(column.choice) for column in ticks}) > 1

    def __call__(self, column: AnswerColumn, texts: Sequence[str]) -> _Meaning:
        return self._of_ticks(column, texts) if column.kind == "many" else self._of_steps(column, texts)

    def _of_ticks(self, column: AnswerColumn, texts: Sequence[str]) -> _Meaning:
        """What ticks mean; of several options beside a partner only those on the scale mean anything."""
        option = column.choice or column.item
        shown = [option] * len(texts)
        tick = np.array([text == "1" for text in texts], bool)
        given = np.array([text != "" for text in texts], bool)
        nothing, blank = np.zeros(len(texts), bool), np.full(len(texts), np.nan)
        if normal(option) in self.silent:
            return _Meaning(shown, blank, nothing, given & ~tick, nothing, tick)
        called = [step for step in self.steps if normal(step.name) == normal(option)]
        if self.several_options and not called:
            return _Meaning(shown, blank, nothing, given & ~tick, tick, nothing)
        step = next(iter([*called, *(step for step in self.steps if step.tie)]), None)
        if step is None:
            return _Meaning(shown, blank, tick, given, nothing, nothing)
        return _Meaning(shown, np.where(tick, step.value, np.nan), tick & step.tie, given, nothing, nothing)

    def _of_steps(self, column: AnswerColumn, texts: Sequence[str]) -> _Meaning:
        """What answers on a scale mean, by their labels, else by their codes."""
        shown = [column.labels.get(text, text) for text in texts]
        for text in set(shown) - self._silent.keys():
            self._silent[text] = normal(text) in self.silent
        silent = np.array([self._silent[text] for text in shown], bool)
        filled = np.array([text != "" for text in shown], bool) & ~silent
        known = self._known
        if new := {*shown, *texts} - known.keys():
            known |= values_of(new, self.steps, self.decimal_comma)
        by_label = np.array([known[text] for text in shown], dtype=float)
        by_code = np.array([known[text] for text in texts], dtype=float)
        values = np.where(filled, np.where(np.isnan(by_label), by_code, by_label), np.nan)
        given = np.isfinite(values)
        chosen = given & ~np.isin(values, no_ties(self.steps))
        return _Meaning(shown, values, chosen, given, filled & ~given, silent)


def _note_unknown(
    located: LocatedQuestion, steps: Steps, unknown: dict[str, list[tuple[int, str]]], inspection: Inspection
) -> None:
    """Note what the scale does not have; where there is no scale at all, once."""
    if not unknown:
        return
    inspection.left_out[located.about] += sum(map(len, unknown.values()))
    is_layer = located.question.kind == "tie"
    if not steps:
        row, header = min(places[0] for places in unknown.values())
        answers = ", ".join(f"“{text}”" for text in sorted(unknown)[:_MOST_QUOTED])
        inspection.decide(
            _("Nothing says what these answers to the layer “{layer}” mean: {answers}.", layer=located.about,
              answers=answers)
            if is_layer
            else _("Nothing says what these answers to “{question}” mean: {answers}.", question=located.about,
                   answers=answers),
            describe_answers(located.question, located.about, sorted(unknown)[:_MOST_QUOTED], inspection),
            located.file,
            row,
            header,
            about="answers",
        )  # fmt: skip
        return
    for text, places in unknown.items():
        row, header = min(places)
        what = (
            _("“{answer}” is not on the scale of the layer “{layer}”.", answer=text, layer=located.about)
            if is_layer
            else _("“{answer}” is not on the scale of “{question}”.", answer=text, question=located.about)
        )
        if len(places) > 1:
            more = len(places) - 1
            what += " " + _n("It stands in {count} more cell.", "It stands in {count} more cells.", more)
        inspection.decide(
            what,
            add_answer(located.question, located.about, text, allowed_answers(steps), inspection),
            located.file,
            row,
            header,
            about="answers",
        )
