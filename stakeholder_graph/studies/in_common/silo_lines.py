"""The lines of silo sources: one for each thing that organizations can have in common, with its tests."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from stakeholder_graph.inference.dyad_permutation import dyads_of
from stakeholder_graph.inference.p_values import benjamini_hochberg, could_turn, error_of
from stakeholder_graph.inference.qap import Correlation, qap
from stakeholder_graph.measures._columns import (
    ATTRIBUTES,
    COULD_TURN,
    DYADS_ANSWERED,
    DYADS_USED,
    ORGANIZATIONS,
    P_ADJUSTED,
    P_ERROR,
    P_REWIRED,
    P_REWIRED_ADJUSTED,
    SHARE,
    SHARE_BY_CHANCE,
    TOO_CLOSE,
    VERDICT,
    P,
    Z,
)
from stakeholder_graph.measures.sectors.ei_index import expected as exact_index
from stakeholder_graph.model.finding import LEVEL
from stakeholder_graph.model.table import Cell, Column, Row
from stakeholder_graph.studies.context import StudyContext
from stakeholder_graph.studies.in_common.groupings import TEAM, Grouping
from stakeholder_graph.studies.in_common.rewired_ties import agreed, rewired_ends, share_p
from stakeholder_graph.text import N_

CLUSTER = N_("cluster by outcomes")
FEWEST = 10
#: Ties looked at in all permutations; larger networks are compared with fewer.
WORK, LEAST_PERMUTATIONS = 200_000_000, 999
MORE, FEWER, EVEN = N_("more than by chance"), N_("fewer than by chance"), N_("as by chance")

COLUMNS = (
    Column(
        "attribute", N_("What two have in common"), "text", labels={**ATTRIBUTES, CLUSTER: CLUSTER, TEAM: N_("team")}
    ),
    Column("groups", N_("Groups"), "count"),
    ORGANIZATIONS,
    Column("left_out", N_("Left out, not known"), "count"),
    DYADS_USED,
    DYADS_ANSWERED,
    SHARE,
    SHARE_BY_CHANCE,
    Z,
    P,
    P_ADJUSTED,
    P_ERROR,
    COULD_TURN,
    P_REWIRED,
    P_REWIRED_ADJUSTED,
    VERDICT,
)


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """One grouping: on how many dyads, the share of ties inside, and what chance would make of it."""

    dyads: int
    inside: float
    expected: float
    z: float
    p: float
    permutations: int


def compared_line(context: StudyContext, grouping: Grouping) -> ComparedLine | None:
    """Hold the share of ties that join two with something in common against values dealt out anew.

    Parameters
    ----------
    context : StudyContext
        One layer.
    grouping : Grouping
        What two can have in common.

    Returns
    -------
    ComparedLine or None
        None where there is nothing to compare: too few organizations, or ties, or pairs of one kind only.
    """
    layer, kept = context.layer.subset(grouping.stated), grouping.stated
    if layer.answered.sum() < FEWEST or not layer.n_ties:
        return None
    dyads = dyads_of(layer)
    ties = (layer.adjacency.toarray() > 0).astype(float)
    same = grouping.same[np.ix_(kept, kept)].astype(float)
    tied, alike = dyads.of(ties), dyads.of(same)
    permutations = min(context.settings.permutations, max(LEAST_PERMUTATIONS, WORK // layer.n_ties))
    correlated: Correlation = qap(ties, same, dyads, permutations=permutations, seed=context.settings.seed)
    spread = float(correlated.simulated.std())
    if not spread > 0:
        return None
    # The correlation is the share of ties inside on another scale, that of the true values.
    scale = float(tied.std() * alike.std() / tied.mean())
    inside, excess = float(alike[tied > 0].mean()), correlated.value - float(correlated.simulated.mean())
    by_chance = inside - scale * excess
    if grouping.name == "sector" and layer.n == context.grouped.n:
        # Of sectors it is known exactly, and the E-I index says it.
        by_chance = (1 - exact_index(context.grouped)) / 2
    return ComparedLine(len(dyads.rows), inside, by_chance, excess / spread, correlated.p, len(correlated.simulated))


def line_rows(context: StudyContext, tested: Mapping[str, tuple[Grouping, ComparedLine]]) -> list[Row]:
    """Make the rows of the table, with p corrected over all and rewired networks as a guard.

    Parameters
    ----------
    context : StudyContext
        One layer.
    tested : mapping of str to pair of Grouping and ComparedLine
        What was tested; at least one.

    Returns
    -------
    list of mapping
        In the same order.
    """
    p = np.array([line.p for _, line in tested.values()])
    adjusted, by_partners = benjamini_hochberg(p), np.full(len(p), np.nan)
    if (p <= LEVEL).any():
        networks = context.rewired_whole
        ends = rewired_ends(networks, context.layer)
        for index, (grouping, line) in enumerate(tested.values()):
            if line.p <= LEVEL:
                by_partners[index] = share_p(grouping.same, grouping.stated, context.layer, networks, ends)
    guard = agreed(p, by_partners)
    return [
        _row(grouping, line, context.layer.n_dyads, *map(float, numbers))
        for (grouping, line), numbers in zip(tested.values(), np.stack([adjusted, by_partners, guard], 1), strict=True)
    ]


def _row(
    grouping: Grouping, line: ComparedLine, answered: int, p_adjusted: float, p_rewired: float, guard: float
) -> dict[str, Cell]:
    verdict = (MORE if line.z > 0 else FEWER) if p_adjusted <= LEVEL else EVEN
    known, error = int(grouping.stated.sum()), float(error_of(line.p, line.permutations, p_adjusted))
    return {
        "attribute": grouping.name,
        "groups": grouping.groups,
        "organizations": known,
        "left_out": len(grouping.stated) - known,
        "dyads_used": line.dyads,
        "dyads_answered": answered,
        "share": line.inside,
        "share_by_chance": line.expected,
        "z": line.z,
        "p": line.p,
        "p_adjusted": p_adjusted,
        "p_error": error,
        "could_turn": bool(could_turn(p_adjusted, error)),
        "p_rewired": None if np.isnan(p_rewired) else p_rewired,
        "p_rewired_adjusted": None if np.isnan(guard) else guard,
        "verdict": TOO_CLOSE if verdict != EVEN and guard > LEVEL else verdict,
    }
