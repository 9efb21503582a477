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
    values : array of float, shape (n, items)
        Values on the scale; NaN where there is none.
    chosen : array of bool, shape (n, items)
        Answers that are a tie, or a tick.
    given : array of bool, shape (n, items)
        Answers of any kind; False where a cell was left blank or could not be understood.
    """

    rows: NDArray[np.int64]
    items: tuple[str, ...]
    values: FloatMatrix
    chosen: BoolMatrix
    given: BoolMatrix


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
    values, chosen, given = np.full(shape, np.nan), np.zeros(shape, bool), np.zeros(shape, bool)
    own = oneself(rows, items) if oneself else np.zeros(shape, bool)
    doubtful = np.zeros(shape, bool)
    unknown: dict[str, list[tuple[int, str]]] = {}
    meaning_of = _Reader(located, steps)
    unused = 0
    for column in located.columns:
        codes, texts = _coded(table.cells[column.header])
        codes = codes[kept]
        if column.kind != "many" and meaning_of.ticked:
            unused += int((np.array(texts, dtype=object) != "")[codes].sum())
            continue
        meaning = meaning_of(column, texts)
        at = place[located.items[column.header]]
        bad = meaning.bad[codes] & ~own[:, at]
        doubtful[:, at] |= bad | meaning.silent[codes]
        for number in np.flatnonzero(bad):
            unknown.setdefault(meaning.shown[codes[number]], []).append((int(rows[number]), column.header))
        values[:, at] = np.fmax(values[:, at], meaning.values[codes])
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
    return AnswerMatrix(rows, items, values, chosen, given)


def _coded(cells: Sequence[str]) -> tuple[NDArray[np.intp], list[str]]:
    """Each different text once, and for each cell which of them it is."""
    places: dict[str, int] = {}
    codes = np.fromiter((places.setdefault(text, len(places)) for text in cells), dtype=np.intp, count=len(cells))
    return codes, list(places)


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
            _("Write its scale into the survey settings, from least to most, and say which steps are no tie."),
            located.file,
            row,
            header,
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
            _("Add it to the scale in the survey settings, which has {answers}.", answers=allowed_answers(steps)),
            located.file,
            row,
            header,
        )
