"""Answers to one question as a table of respondents by items: which are a yes, how strong, and which are blank."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.survey.export import Export
from stakeholder_graph.survey.formats import Column
from stakeholder_graph.survey.inspection import Inspection
from stakeholder_graph.survey.names import normal
from stakeholder_graph.survey.scales import Steps, allowed_answers, graded, no_ties

if TYPE_CHECKING:
    import pandas as pd


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
    silent = {normal(each) for each in export.question.not_known}
    for column in export.columns:
        texts = _without(silent, cells[column.header])
        at = place[export.items[column.header]]
        if column.kind == "many":
            values, chosen, given = _ticks(column, texts, steps, several)
        elif ticked:
            words += int((texts != "").sum())
            continue
        else:
            labelled = _without(silent, export.part.texts(column).loc[rows.index])
            texts = texts.where(labelled != "", "")
            values, chosen, given = _steps(labelled, texts, steps, export.part.table.decimal_comma)
        bad = (texts != "").to_numpy() & ~given & ~own[:, at]
        doubtful[:, at] |= bad
        for row in np.flatnonzero(bad):
            text = (column.choice or column.item) if column.kind == "many" else str(labelled.iloc[row])
            unknown.setdefault(text, []).append((int(rows.iloc[row]), column.header))
        grid.values[:, at] = np.fmax(grid.values[:, at], values)
        grid.chosen[:, at] |= chosen & ~own[:, at]
        grid.given[:, at] |= given & ~own[:, at]
    grid.given[doubtful & ~grid.chosen] = False
    _tell(export, steps, unknown, inspection)
    if words:
        inspection.advise(
            f'{words} answers in words of their own to "{export.about}" are not used.',
            "Add what they name to the plain files, if it matters.",
            export.file,
        )
    return grid


def _without(silent: set[str], texts: "pd.Series[str]") -> "pd.Series[str]":
    """Answers, blank where they say no more than a blank."""
    return texts.where(~texts.map(normal).isin(list(silent)), "") if silent else texts


def _ticks(
    column: Column, texts: "pd.Series[str]", steps: Steps, several: bool
) -> tuple[NDArray[np.floating], NDArray[np.bool_], NDArray[np.bool_]]:
    """What a column of ticks says; of several options beside a partner only those on the scale say anything."""
    tick, given = (texts == "1").to_numpy(), (texts != "").to_numpy()
    called = [step for step in steps if normal(step.name) == normal(column.choice or column.item)]
    if several and not called:
        return np.full(len(texts), np.nan), np.zeros(len(texts), bool), given & ~tick
    step = next(iter([*called, *(step for step in steps if step.tie)]), None)
    if step is None:
        return np.full(len(texts), np.nan), tick, given
    return np.where(tick, step.value, np.nan), tick & step.tie, given


def _steps(
    labelled: "pd.Series[str]", texts: "pd.Series[str]", steps: Steps, decimal_comma: bool
) -> tuple[NDArray[np.floating], NDArray[np.bool_], NDArray[np.bool_]]:
    """What a column of answers on a scale says, by their labels, else by their codes."""
    by_label = graded(labelled, steps, decimal_comma)
    values = by_label.where(by_label.notna(), graded(texts, steps, decimal_comma)).to_numpy()
    given = np.isfinite(values)
    return values, given & ~np.isin(values, no_ties(steps)), given


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
