"""Collaboration levels: how many ties stand at each level of the scale they were reported on."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from stakeholder_graph.frames.pairs import fold
from stakeholder_graph.graph import Layer, PartnerGraph
from stakeholder_graph.measures._columns import FROM_SECTOR, MENTION_COUNT, TIE_COUNT, TO_SECTOR
from stakeholder_graph.measures._declaration import Chart
from stakeholder_graph.measures._needs import OBSERVED_DYADS, TIES
from stakeholder_graph.measures._per_dyad import mean_strength
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures.ties._levels import NAMED_LEVELS, level_of, levels_of, strengths
from stakeholder_graph.model.finding import Finding, Measured, Message, Quotient
from stakeholder_graph.model.survey import LayerInfo, Step
from stakeholder_graph.model.table import Cell, Column, Disclosure, Table
from stakeholder_graph.text import N_

#: What rows are called that no step of the scale names.
NO_TIE, NOT_KNOWN = "no tie", "level not known"

LEVELS = (
    Column("level", N_("Level"), "text", ordered=True),
    Column("number", N_("Its number on the scale"), "number"),
    TIE_COUNT,
    Column("of_all_pairs", N_("Share of all pairs"), "index", of_answers=True),
    Column("share_of_ties", N_("Share of connections"), "index"),
    Column("at_least", N_("At least, with every answer"), "index", of_answers=True),
    Column("at_most", N_("At most, with every answer"), "index", of_answers=True),
)
#: What columns are called where each mention counts.
OF_MENTIONS = {
    "ties": MENTION_COUNT,
    "share_of_ties": Column("share_of_ties", N_("Share of mentions"), "index"),
}
MEAN = Column("mean", N_("Mean of the levels"), "number")
MIDDLE = Column("middle", N_("Level of the middle connection"), "text")
STRONGEST = Column("strongest", N_("Closest level"), "text")


def _reading(finding: Finding) -> Message | None:
    if finding.value is None or finding.table is None:
        return None
    rows = [row for row in finding.table.rows if row["share_of_ties"] is not None]
    of_hundred = [round(100 * float(row["share_of_ties"] or 0)) for row in rows]
    fields: dict[str, Cell] = {"layer": finding.scope.layers[0], "middle": finding.tables["network"].rows[0]["middle"]}
    fields |= {"lightest": rows[0]["level"], "light": of_hundred[0]}
    fields |= {"closest": rows[-1]["level"], "close": of_hundred[-1]}
    # The sentence says what share the lightest and the closest level have; the middle one may be neither.
    between = fields["middle"] not in (fields["lightest"], fields["closest"])
    return Message("levels" if between else "ends", fields)


@measure(
    section="ties",
    page="network",
    title=N_("How closely organizations work together"),
    question=N_("How light or close are the connections that there are?"),
    how_to_read=N_(
        "Ties differ: to know of each other is one thing, to share a budget another. A closer tie takes more time, so "
        "not every tie should be of the closest kind. The row without a tie counts those of whom an organization was "
        "asked and said that there is none; what nobody answered is in no row."
    ),
    how_to_read_copy=N_(
        "Ties differ: to know of each other is one thing, to share a budget another. A closer tie takes more time, so "
        "not every tie should be of the closest kind. Where two partners answered differently, the closer answer "
        "counts."
    ),
    formula=N_(
        "Share of ties at a level = ties at it / ties whose level is known. Of all pairs = ties at it / pairs "
        "answered. With every answer it would be at least ties at it / (ties + pairs not answered) and at most (ties "
        "at it + ties of unknown level + pairs not answered) / (ties + pairs not answered), whatever those answers "
        "are. The value is the mean of what was answered, by the numbers of the levels; the middle level is that of "
        "the lower median tie."
    ),
    undefined=N_("Where the scale has fewer than two named levels that are a tie, or no tie has a known level."),
    unit=N_("level"),
    bounds=(None, None),
    references=(
        "Frey, B. B., Lohmeier, J. H., Lee, S. W., & Tollefson, N. (2006). Measuring collaboration among grant "
        "partners. American Journal of Evaluation, 27(3), 383-392.",
        "Manski, C. F. (2003). Partial Identification of Probability Distributions. Springer.",
    ),
    messages={
        "changed": N_(
            "Among the {panel} who answered both times, connections had level {before} on average, and now {after}."
        ),
        "changed_mentions": N_(
            "Among the {panel} who answered both times, mentions had level {before} on average, and now {after}."
        ),
        "levels": N_(
            "Of 100 connections of {layer}, {light} have the lightest level, “{lightest}”, and {close} the "
            "closest, “{closest}”. At least half have the level “{middle}” or a lighter one."
        ),
        "ends": N_(
            "Of 100 connections of {layer}, {light} have the lightest level, “{lightest}”, and {close} the "
            "closest, “{closest}”."
        ),
        "levels_mentions": N_(
            "Of 100 mentions of {layer}, {light} have the lightest level, “{lightest}”, and {close} the closest, "
            "“{closest}”. At least half have the level “{middle}” or a lighter one."
        ),
        "ends_mentions": N_(
            "Of 100 mentions of {layer}, {light} have the lightest level, “{lightest}”, and {close} the closest, "
            "“{closest}”."
        ),
        "unknown_levels_mentions": N_("Mentions whose level is not known: {count}. They are counted apart."),
        "no_levels": N_("Its answers are not named levels of closeness, so there is nothing to tell apart."),
        "unknown_levels": N_("Connections whose level is not known: {count}. They are counted apart."),
    },
    reading=_reading,
    needs=(NAMED_LEVELS, OBSERVED_DYADS, TIES),
    per_dyad=mean_strength,
    chart=Chart(
        "bars",
        {"label": "level", "length": "ties", "beside": "share_of_ties"},
        N_("How many there are at each level"),
    ),
    questions=(N_("Which connections should be closer than they are, and which are close enough?"),),
    no_range=N_(
        "How close a connection would be that nobody has reported yet cannot be guessed; the evaluator's table "
        "says how far the missing answers could move each share."
    ),
)
def collaboration_levels(layer: Layer, graph: PartnerGraph) -> Measured:
    """Count ties at each level of the layer's scale.

    Parameters
    ----------
    layer : Layer
        Any; with ties counted as ``either`` the stronger report counts, with ``both`` the weaker.
    graph : PartnerGraph
        The graph it is of, whose scale names the levels.

    Returns
    -------
    Measured
        `value` is the mean of the ties' values. `table` has level, number, ties, of_all_pairs, share_of_ties,
        at_least and at_most (of the share of ties, with every answer; not where only partners were asked about);
        first the row without a tie, last that of ties whose level is not known, if there are any. `tables` has network
        (ties, mean, middle, strongest) and by_sector (from_sector, to_sector, ties, mean), for the backbone alone,
        since a mean of few ties tells single answers.

    Examples
    --------
    >>> import pandas as pd
    >>> from stakeholder_graph.model.survey import LayerInfo, Step, Wave
    >>> frames = {
    ...     "organizations": pd.DataFrame({"organization": ["A", "B", "C"]}),
    ...     "ties": pd.DataFrame({"layer": "work", "from": ["A", "B"], "to": ["B", "C"], "value": [1.0, 3.0]}),
    ... }
    >>> info = LayerInfo("work", (Step(1, "networking"), Step(2, "cooperation"), Step(3, "coalition")))
    >>> graph = PartnerGraph(Wave("1"), {"work": info}, frames)
    >>> found = collaboration_levels(graph.layer("work"), graph)
    >>> found.value, [(row["level"], row["ties"]) for row in found.table.rows]
    (2.0, [('no tie', 4), ('networking', 1), ('cooperation', 0), ('coalition', 1)])
    """
    info = graph.layers[layer.name]
    levels = levels_of(info)
    values = strengths(layer)
    level = level_of(values, levels)
    unknown = int((level < 0).sum())
    columns = [OF_MENTIONS.get(column.name, column) for column in LEVELS] if layer.directed else LEVELS
    table = Table.from_rows(columns, _rows(layer, info, levels, level), Disclosure.NETWORK)
    caveats = [Message("unknown_levels", {"count": unknown})] if unknown else []
    if unknown == layer.n_ties:
        return Measured(None, table, caveats=caveats)
    known = np.sort(level[level >= 0])
    mean = float(np.nanmean(values))
    middle, strongest = levels[known[(len(known) - 1) // 2]].name, levels[known[-1]].name
    network = {
        MENTION_COUNT if layer.directed else TIE_COUNT: [layer.n_ties],
        MEAN: [mean],
        MIDDLE: [middle],
        STRONGEST: [strongest],
    }
    tables = {"network": Table.of(network, Disclosure.NETWORK), "by_sector": _by_sector(layer, values)}
    known_values = values[~np.isnan(values)]
    return Measured.of(Quotient(float(known_values.sum()), len(known_values)), table, tables, caveats=caveats)


def _rows(layer: Layer, info: LayerInfo, levels: Sequence[Step], level: NDArray[np.intp]) -> Sequence[dict[str, Cell]]:
    """One row a level, after the row without a tie and before that of ties whose level is not known."""
    counts = [int((level == index).sum()) for index in range(len(levels))]
    known, unknown = sum(counts), layer.n_ties - sum(counts)
    # Of a layer asked about partners only nobody knows how many pairs there are.
    open_pairs = None if info.asked_of else layer.n_possible_dyads - layer.n_dyads
    none = " / ".join(step.name for step in info.steps if not step.tie) or NO_TIE

    def row(name: str, number: float | None, ties: int) -> dict[str, Cell]:
        blank = dict.fromkeys(("share_of_ties", "at_least", "at_most"))
        return {"level": name, "number": number, "ties": ties, "of_all_pairs": ties / layer.n_dyads, **blank}

    rows = [row(none, None, layer.n_dyads - layer.n_ties)]
    for step, count in zip(levels, counts, strict=True):
        rows.append({**row(step.name, step.value, count), "share_of_ties": count / known if known else None})
        if open_pairs is not None:
            every = layer.n_ties + open_pairs
            rows[-1] |= {"at_least": count / every, "at_most": (count + unknown + open_pairs) / every}
    return (*rows, row(NOT_KNOWN, None, unknown)) if unknown else tuple(rows)


def _by_sector(layer: Layer, values: NDArray[np.float64]) -> Table:
    """Number of ties of known level between sectors, and their mean."""
    codes = tuple(layer.sector_codes[ends] for ends in layer.edge_index)
    from_codes, to_codes = codes if layer.directed else fold(*codes)
    frame = pd.DataFrame({"from_sector": from_codes, "to_sector": to_codes, "value": values}).dropna(subset="value")
    means = frame.groupby(["from_sector", "to_sector"], as_index=False)["value"].agg(ties="size", mean="mean")
    for column in ("from_sector", "to_sector"):
        means[column] = np.array(layer.sectors, dtype=object)[means[column]]
    counted = MENTION_COUNT if layer.directed else TIE_COUNT
    return Table.from_frame((FROM_SECTOR, TO_SECTOR, counted, MEAN), means)
