"""Received: what others answered of an organization, over any number of items on any scales."""

from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from stakeholder_graph.graph import Layer, PartnerGraph
from stakeholder_graph.measures._columns import ORGANIZATION, SECTOR
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures.ties._levels import level_of, levels_of, strengths
from stakeholder_graph.model.cells import plain
from stakeholder_graph.model.finding import Finding, Measured, Message, Quotient
from stakeholder_graph.model.table import Cell, Column, Disclosure, Row, Table
from stakeholder_graph.text import N_

RATERS_GIVEN = Column("raters", N_("Answers about it"), "count")
ANSWERS = Column("answers", N_("Answers"), "count")
LOW, HIGH = Column("low", N_("Lowest"), "number"), Column("high", N_("Highest"), "number")
NETWORK = (ANSWERS, Column("pairs", N_("Pairs"), "count"), LOW, HIGH, Column("step", N_("Nearest step"), "text"))
ITEMS = (Column("item", N_("Which"), "text"), ANSWERS, Column("mean", N_("Mean"), "number"), LOW, HIGH)

#: A score from fewer would tell what one of them answered.
RATERS = 3
#: The part of the formula that all such scores share, and when there is none.
FORMULA = N_(
    "What an organization answered of another is its mean over the items answered. A score is the mean of that over "
    "those who answered, an item's over its answers, the network's over pairs. Items that share a scale stay on it. "
    "Otherwise each answer x becomes (x - lowest) / (highest - lowest), from 0 to 1, with the ends of its item's "
    "scale, or the lowest and highest answer where an item has bare numbers. An answer that is no tie on its scale, "
    "such as “cannot say” or 0, gives no score."
)
UNDEFINED = N_(
    "Where ties have no direction, or nobody answered. An organization's own score with fewer than three answers."
)
NO_RANGE = N_("What those who have not answered yet think of their partners is not known.")
MESSAGES = {
    "no_direction": N_("Ties have no direction here, so nobody can tell who judged whom."),
    "one_scale": N_("Scores are on the scale from {low} to {high}, as it was asked."),
    "bare": N_("Scores are the numbers that were answered."),
    "rescaled": N_(
        "The items have different scales, so each answer was put between 0, the lowest, and 1, the highest."
    ),
    "few_raters": N_("Organizations that fewer than three partners judged: {count}. Their scores are not shown."),
    "silent": N_(
        "Organizations without an answer that counts: {silent}; what they think of their partners is not known."
    ),
}


def judgment(
    *,
    asks: Literal["trust", "value"],
    title: str,
    question: str,
    how_to_read: str,
    references: tuple[str, ...],
    messages: Mapping[str, str],
    questions: tuple[str, ...],
) -> measure:
    """Declare a measure of what others answered of an organization; the parameters are those of `Declaration`."""
    return measure(
        asks=asks,
        section="ties",
        page="network",
        title=title,
        question=question,
        how_to_read=how_to_read,
        formula=FORMULA,
        undefined=UNDEFINED,
        unit=N_("score"),
        bounds=(None, None),
        references=references,
        messages={**messages, **MESSAGES},
        reading=_reading,
        questions=questions,
        no_range=NO_RANGE,
    )


def received(layers: Sequence[Layer], graph: PartnerGraph, score: Column) -> Measured:
    """Average what others answered of each organization.

    Parameters
    ----------
    layers : sequence of Layer
        One an item.
    graph : PartnerGraph
        The graph they are of, whose scales name the levels.
    score : Column
        Of the scores.

    Returns
    -------
    Measured
        `value` is the mean over pairs. `table`, for the backbone alone, has organization, sector, raters and the score;
        None with fewer than three raters. `tables` has network (answers, pairs, low, high, step: the ends of the common
        scale and the step of it nearest to the value, None where it has none) and items (item, answers, mean, low,
        high: on the item's own scale).
    """
    layers = [layer for layer in layers if layer.directed]
    if not layers:
        return Measured(None, caveats=[Message("no_direction")])
    answers, rows = _answers(layers, graph)
    if answers.empty:
        return Measured(None, caveats=[Message("nothing_observed")])
    ends = {(row["low"], row["high"]) for row in rows if row["answers"]}
    named = [bool(levels_of(graph.layers[layer.name])) for layer in layers]
    common = not any(named) or (all(named) and len(ends) == 1)
    if not common:
        span = (answers["high"] - answers["low"]).where(lambda span: span > 0)
        answers["value"] = (answers["value"] - answers["low"]) / span
    pairs = answers.groupby(["rater", "organization"])["value"].mean().dropna()
    if pairs.empty:
        return Measured(None, caveats=[Message("nothing_observed")])
    value = float(pairs.mean())
    people = graph.organizations[["organization", "sector"]]
    by = pairs.groupby("organization").agg(["size", "mean"]).reindex(range(len(graph.names)))
    raters = by["size"].fillna(0).to_numpy(dtype=np.intp)
    scores = by["mean"].where(raters >= RATERS).to_numpy()
    cells = {ORGANIZATION: people["organization"], SECTOR: people["sector"], RATERS_GIVEN: raters, score: scores}
    network: dict[str, Cell] = {"answers": len(answers), "pairs": len(pairs), "low": None, "high": None, "step": None}
    if any(named):
        network |= {"low": 0, "high": 1} if not common else dict(zip(("low", "high"), min(ends), strict=True))
    if common and all(named):
        levels = levels_of(graph.layers[layers[0].name])
        alike = {tuple(step.name for step in levels_of(graph.layers[layer.name])) for layer in layers}
        network["step"] = levels[level_of(np.array([value]), levels)[0]].name if len(alike) == 1 else None
    tables = {
        "network": Table.from_rows(NETWORK, [network], Disclosure.NETWORK),
        "items": Table.from_rows(ITEMS, rows, Disclosure.NETWORK),
    }
    return Measured.of(
        Quotient(float(pairs.sum()), len(pairs)),
        Table.of(cells),
        tables,
        caveats=_caveats(graph, network, raters, common=common),
    )


def _reading(finding: Finding) -> Message | None:
    """On average so much, of how much at most where that is known."""
    if finding.value is None:
        return None
    row = finding.tables["network"].rows[0]
    fields = {"mean": finding.value, "high": row["high"], "step": row["step"]}
    return Message("named" if row["step"] else "of" if row["high"] is not None else "bare_mean", fields)


def _answers(layers: Sequence[Layer], graph: PartnerGraph) -> tuple[pd.DataFrame, list[Row]]:
    """Every answer with the ends of its item's scale, and one row an item."""
    frames: list[pd.DataFrame] = []
    rows: list[Row] = []
    for layer in layers:
        levels = levels_of(graph.layers[layer.name])
        rater, organization = layer.edge_index
        frame = pd.DataFrame({"rater": rater, "organization": organization, "value": strengths(layer)}).dropna()
        values = frame["value"]
        ends = (levels[0].value, levels[-1].value) if levels else (values.min(), values.max())
        frames.append(frame.assign(low=ends[0], high=ends[1]))
        summary = {"item": layer.name, "answers": len(frame), "mean": values.mean(), "low": ends[0], "high": ends[1]}
        rows.append({column: plain(cell) for column, cell in summary.items()})
    return pd.concat(frames, ignore_index=True), rows


def _caveats(graph: PartnerGraph, network: Row, raters: NDArray[np.intp], *, common: bool) -> list[Message]:
    if not common:
        said = [Message("rescaled")]
    elif network["high"] is None:
        said = [Message("bare")]
    else:
        said = [Message("one_scale", {"low": network["low"], "high": network["high"]})]
    if few := int(((raters > 0) & (raters < RATERS)).sum()):
        said.append(Message("few_raters", {"count": few}))
    if silent := int((~graph.answered).sum()):
        said.append(Message("silent", {"silent": silent}))
    return said
