"""Answers to one question as a table of respondents by items: which are a yes, how strong, and which are blank."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.exports.questions import Export
from stakeholder_graph.survey.formats import Column
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.settings.scales import Steps, allowed_answers, graded, no_ties


@dataclass(frozen=True, eq=False)
class Grid:
    """What each respondent answered about each item.

    Parameters
    ----------
    rows : Series of int
        Rows of the respondents in the main table, by row of the table where the answers stand.
    items : tuple of str
        Partners or items as written, each once.
    values : array of float, shape (respondents, items)
        Values on the scale; NaN where there is none.
    chosen : array of bool, shape (respondents, items)
        Answers that are a tie, or a tick.
    given : array of bool, shape (respondents, items)
        Answers of any kind; False where it was left blank or could not be understood.
    """

    rows: "pd.Series[int]"
    items: tuple[str, ...]
    values: NDArray[np.floating]
    chosen: NDArray[np.bool_]
    given: NDArray[np.bool_]

    def of(self, rows: NDArray[np.bool_], items: NDArray[np.bool_]) -> "Grid":
        """Some of its respondents and items, as masks."""
        kept = np.ix_(rows, items)
        names = tuple(item for item, stays in zip(self.items, items, strict=True) if stays)
        return Grid(self.rows[rows], names, self.values[kept], self.chosen[kept], self.given[kept])


def read_grid(
    export: Export,
    steps: Steps,
    inspection: Inspection,
    oneself: Callable[["pd.Series[int]", tuple[str, ...]], NDArray[np.bool_]] | None = None,
) -> Grid:
    """Read the columns of a question that stand for items.

    Parameters
    ----------
    export : Export
        As opened.
    steps : tuple of Step
        The scale; a tick takes the step that is called like its option, else the first that is a tie.
    inspection : Inspection
        Takes an open decision for each different answer that the scale does not have; these are left out.
    oneself : callable, optional
        Says where respondents were asked about themselves; what stands there is no answer.

    Returns
    -------
    Grid
        Where several columns stand for one item, the strongest answer counts.
    """
    respondent = export.part.respondent
    rows = respondent[respondent.isin(export.respondents.index)]
    cells = export.part.table.cells.loc[rows.index]
    items = tuple(dict.fromkeys(export.items))
    place = {item: number for number, item in enumerate(items)}
    shape = (len(rows), len(items))
    grid = Grid(rows, items, np.full(shape, np.nan), np.zeros(shape, bool), np.zeros(shape, bool))
    own = oneself(rows, items) if oneself else np.zeros(shape, bool)
    doubtful = np.zeros(shape, bool)
    unknown: dict[str, list[tuple[int, str]]] = {}
    ticked = any(column.kind == "many" for column in export.columns)
    several = len({normal(column.choice) for column in export.columns if column.kind == "many"}) > 1
    words = 0
    silent = frozenset(normal(each) for each in export.question.not_known)
    for column in export.columns:
        codes, found = pd.factorize(cells[column.header])
        texts = [str(text) for text in found]
        if column.kind != "many" and ticked:
            words += int((np.array(texts, dtype=object) != "")[codes].sum())
            continue
        if column.kind == "many":
            said, meant = _ticks(column, texts, steps, silent, several)
        else:
            said, meant = _steps(column, texts, steps, silent, export.part.table.decimal_comma)
        at = place[export.items[column.header]]
        bad = meant.bad[codes] & ~own[:, at]
        doubtful[:, at] |= bad | meant.silent[codes]
        for row in np.flatnonzero(bad):
            unknown.setdefault(said[codes[row]], []).append((int(rows.iloc[row]), column.header))
        grid.values[:, at] = np.fmax(grid.values[:, at], meant.values[codes])
        grid.chosen[:, at] |= meant.chosen[codes] & ~own[:, at]
        grid.given[:, at] |= meant.given[codes] & ~own[:, at]
    grid.given[doubtful & ~grid.chosen] = False
    _tell(export, steps, unknown, inspection)
    if words:
        inspection.advise(
            f'{words} answers in words of their own to "{export.about}" are not used.',
            "Add what they name to the plain files, if it matters.",
            export.file,
        )
    return grid


@dataclass(frozen=True, eq=False)
class _Meant:
    """What each text of a column means; bad are those that the scale does not have, silent are blanks in words."""

    values: NDArray[np.floating]
    chosen: NDArray[np.bool_]
    given: NDArray[np.bool_]
    bad: NDArray[np.bool_]
    silent: NDArray[np.bool_]


def _ticks(
    column: Column, texts: list[str], steps: Steps, silent: frozenset[str], several: bool
) -> tuple[list[str], _Meant]:
    """What ticks mean; of several options beside a partner only those on the scale say anything."""
    option = column.choice or column.item
    tick = np.array([text == "1" for text in texts], bool)
    given = np.array([text != "" for text in texts], bool)
    nothing = np.zeros(len(texts), bool)
    blank = np.full(len(texts), np.nan)
    said = [option] * len(texts)
    if normal(option) in silent:
        return said, _Meant(blank, nothing, given & ~tick, nothing, tick)
    called = [step for step in steps if normal(step.name) == normal(option)]
    if several and not called:
        return said, _Meant(blank, nothing, given & ~tick, tick, nothing)
    step = next(iter([*called, *(step for step in steps if step.tie)]), None)
    if step is None:
        return said, _Meant(blank, tick, given, nothing, nothing)
    return said, _Meant(np.where(tick, step.value, np.nan), tick & step.tie, given, nothing, nothing)


def _steps(
    column: Column, texts: list[str], steps: Steps, silent: frozenset[str], decimal_comma: bool
) -> tuple[list[str], _Meant]:
    """What answers on a scale mean, by their labels, else by their codes."""
    said = [column.labels.get(text, text) for text in texts]
    in_words = np.array([normal(text) in silent for text in said], bool)
    filled = np.array([text != "" for text in said], bool) & ~in_words
    by_label, by_code = (graded(pd.Series(each, dtype="str"), steps, decimal_comma) for each in (said, texts))
    values = by_label.where(by_label.notna(), by_code).where(filled).to_numpy()
    given = np.isfinite(values)
    chosen = given & ~np.isin(values, no_ties(steps))
    return said, _Meant(values, chosen, given, filled & ~given, in_words)


def _tell(export: Export, steps: Steps, unknown: dict[str, list[tuple[int, str]]], inspection: Inspection) -> None:
    """Note what the scale does not have; where there is no scale at all, once."""
    if not unknown:
        return
    inspection.left_out[export.about] += sum(map(len, unknown.values()))
    what = f'the layer "{export.about}"' if export.question.kind == "tie" else f'"{export.about}"'
    if not steps:
        row, header = min(places[0] for places in unknown.values())
        some = ", ".join(f'"{text}"' for text in sorted(unknown)[:6])
        inspection.decide(
            f"Nothing says what the answers to {what} mean: {some}.",
            "Write its scale into the survey settings, from least to most, and which steps are no tie.",
            export.file,
            row,
            header,
        )
        return
    for text, places in unknown.items():
        row, header = min(places)
        more = len(places) - 1
        also = f" (and in {more} more cell{'s' if more > 1 else ''})" if more else ""
        inspection.decide(
            f'"{text}" is no answer on the scale of {what}{also}.',
            f"Add it to the scale in the survey settings; it has {allowed_answers(steps)}.",
            export.file,
            row,
            header,
        )
