"""Outcome ties: how many pairs of those who work on an outcome work together, and what would be usual."""

from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy.stats import false_discovery_control

from stakeholder_graph.measures._columns import (
    ORGANIZATION,
    ORGANIZATIONS,
    OUTCOME,
    P_ADJUSTED,
    PARTNER,
    VERDICT,
    P,
)
from stakeholder_graph.measures._declaration import Chart
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures.outcomes._affiliations import carried
from stakeholder_graph.measures.outcomes._strategies import strategies
from stakeholder_graph.measures.outcomes._ties_inside import FEWER, HARDLY, WELL, verdict_inside
from stakeholder_graph.model.finding import Finding, Measured, Message, Quotient
from stakeholder_graph.model.table import Column, Disclosure, Row, Table
from stakeholder_graph.studies.context import StudyContext
from stakeholder_graph.studies.outcomes._pairs import PairsOfLayer
from stakeholder_graph.studies.outcomes._usual import expected_among, p_of_groups, strata_of
from stakeholder_graph.text import N_

#: Larger networks are not held against chance.
LARGEST = 2000

PAIRS = Column("pairs", N_("Pairs"), "count")
TOGETHER = Column("together", N_("Pairs that work together"), "count")
UNKNOWN = Column("unknown", N_("Pairs of which it is not known"), "count")
USUAL = Column("usual", N_("Usual among as many"), "number")
STRATEGY = Column("strategy", N_("Strategy"), "text")
STATE = Column("state", N_("How they stand"), "term")


def _reading(finding: Finding) -> Message | None:
    if finding.table is None or finding.quotient is None:
        return None
    counts = {"tied": int(finding.quotient.numerator), "pairs": int(finding.quotient.denominator)}
    verdicts: dict[str, list[str]] = {}
    for row in finding.table.rows:
        verdicts.setdefault(str(row.get("verdict")), []).append(str(row["outcome"]))
    fewer, more = [*verdicts.get(HARDLY, ()), *verdicts.get(FEWER, ())], verdicts.get(WELL, [])
    if fewer:
        return Message("fewer", {**counts, "outcomes": _listed(fewer)}, "concern")
    if more:
        return Message("more", {**counts, "outcomes": _listed(more)}, "strength")
    return Message("counted", counts)


def _listed(outcomes: list[str]) -> str:
    return ("; " if any("," in outcome for outcome in outcomes) else ", ").join(outcomes)


@measure(
    section="outcomes",
    title=N_("Whether those who work on an outcome work together"),
    question=N_("Of the pairs of organizations that work on the same outcome, how many work together?"),
    how_to_read=N_(
        "Two organizations work together if at least one names the other. That they do not is known only where both "
        "answered. Usual is what as many organizations would have if chance had dealt out who works on the outcome. "
        "Not every two who work on an outcome need each other. Groups that share outcomes are compared otherwise: by "
        "how often they mention each other, given how many partners each has. One of the two may tell what the other "
        "leaves open."
    ),
    how_to_read_copy=N_(
        "Pairs are counted on the lines of the map. Usual is what as many organizations would have if chance had dealt "
        "out who works on the outcome."
    ),
    formula=N_(
        "Pairs of organizations that work on at least one outcome together and of which at least one names the other / "
        "all such pairs of which it is known whether one does. Each outcome: usual is the exact mean of the number of "
        "its pairs that work together, over all ways to deal out who works on it among those who answered and, apart, "
        "among those who did not, while the backbone stays where it is: for each two of these groups, pairs of the "
        "outcome there times the share of all pairs there that work together. p: two-sided, from permutations; "
        "adjusted over the outcomes that two or more work on by Benjamini and Hochberg's procedure. Hardly tied: p, "
        "adjusted, at most .05 and at most half of what is usual."
    ),
    undefined=N_("Where no two organizations work on an outcome together, or of none of these pairs is it known."),
    unit=N_("share"),
    bounds=(0, 1),
    references=(
        "Krackhardt, D. (1988). Predicting with networks: Nonparametric multiple regression analysis of dyadic data. "
        "Social Networks, 10(4), 359-381.",
        "Benjamini, Y., & Hochberg, Y. (1995). Controlling the false discovery rate: A practical and powerful approach "
        "to multiple testing. Journal of the Royal Statistical Society B, 57(1), 289-300.",
        "Phipson, B., & Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical Applications in "
        "Genetics and Molecular Biology, 9(1), 39.",
    ),
    messages={
        "counted": N_("Of {pairs} pairs of organizations that work on the same outcome, {tied} work together."),
        "fewer": N_(
            "Those who work on these outcomes work together less than usual: {outcomes}. Of all {pairs} pairs that "
            "work on the same outcome, {tied} work together."
        ),
        "more": N_(
            "Those who work on these outcomes work together more than usual: {outcomes}. Of all {pairs} pairs that "
            "work on the same outcome, {tied} work together."
        ),
        "no_pairs": N_("No two organizations are known to work on the same outcome."),
        "pairs_open": N_("Of {pairs} pairs it is not known whether they work together."),
        "strategy_pairs": N_("The partners of each strategy, two by two"),
    },
    reading=_reading,
    claims=("fewer", "more"),
    chart=Chart(
        "dumbbell",
        {"label": "outcome", "value": "together", "among": "pairs", "usual": "usual", "verdict": "verdict"},
        N_("Pairs that work on the same outcome and work together"),
        N_("usual among as many"),
    ),
    supporting=True,
    questions=(N_("Who of us works on this outcome and has not met the others?"),),
    null="QAP",
    counted_on_lines=True,
    reads=("outcome",),
    no_range=N_("Only those who have not answered yet could say which outcomes they work on."),
)
def outcome_ties(context: StudyContext) -> Measured:
    """Count, for each outcome, the pairs of those who work on it that work together, beside what would be usual.

    Parameters
    ----------
    context : StudyContext
        One layer; where reports are looked at one by one, a pair works together if either side names the other.

    Returns
    -------
    Measured
        `value` is the share over all pairs that work on the same outcome. `table` has outcome, organizations, pairs,
        together, unknown, usual and, where they were tested, p, p_adjusted and verdict. ``tables`` has strategy_pairs:
        of the partners of each strategy, two by two, whether they name each other; for the backbone alone.

    Examples
    --------
    >>> import networkx as nx
    >>> import pandas as pd
    >>> from stakeholder_graph.graph import PartnerGraph, Partnership, from_networkx
    >>> path = from_networkx(nx.path_graph(4))
    >>> named = pd.DataFrame({"organization": ["0", "1", "2"], "kind": "outcome", "item": "Math"})
    >>> graph = PartnerGraph(path.wave, path.layers, {**path.frames, "affiliations": named}, path.directed)
    >>> found = outcome_ties(StudyContext(Partnership("P", {"1": graph}, {}), graph, "collaboration"))
    >>> [(row["pairs"], row["together"], row["usual"]) for row in found.table.rows]
    [(3, 2, 1.5)]
    """
    pairs = PairsOfLayer.of(context.reports, context.settings.ties)
    tables = _of_strategies(context, pairs)
    work = carried(context.graph, context.partnership, "outcome")
    outcomes, groups = list(map(str, work.columns)), work.to_numpy(dtype=bool)
    sizes = groups.sum(axis=0)
    if not (sizes >= 2).any():
        return Measured(None, None, tables, caveats=[Message("no_pairs")])
    table = _of_outcomes(context, pairs, outcomes, groups)
    if pairs.layer.n > LARGEST:
        return Measured(None, table, tables, caveats=[Message("too_large", {"most": LARGEST})])
    first, second = np.nonzero(np.triu(groups.astype(np.float32) @ groups.T.astype(np.float32) > 0, 1))
    known, tied = int(pairs.known(first, second).sum()), int(pairs.together(first, second).sum())
    caveats = [Message("pairs_open", {"pairs": len(first) - known})] if known < len(first) else []
    if not known:
        return Measured(None, table, tables, caveats=caveats)
    return Measured.of(Quotient(tied, known), table, tables, caveats=caveats)


def _of_outcomes(context: StudyContext, pairs: PairsOfLayer, outcomes: list[str], groups: NDArray[np.bool_]) -> Table:
    """One row an outcome that two or more work on."""
    several = groups.sum(axis=0) >= 2
    names, groups = [name for name, yes in zip(outcomes, several, strict=True) if yes], groups[:, several]
    ends = [np.flatnonzero(members)[np.array(np.triu_indices(members.sum(), 1))] for members in groups.T]
    strata, tied = strata_of(pairs, context.graph.backbone), pairs.tied_among(groups)
    usual = expected_among(pairs, groups, strata)
    table = Table.of(
        {
            OUTCOME: names,
            ORGANIZATIONS: groups.sum(axis=0),
            PAIRS: [len(a) for a, _ in ends],
            TOGETHER: tied,
            UNKNOWN: [int((~pairs.known(a, b)).sum()) for a, b in ends],
            USUAL: usual,
        },
        Disclosure.NETWORK,
    )
    permutations = context.settings.permutations
    if not permutations or pairs.layer.n > LARGEST or not len(pairs.first):
        return table
    p = p_of_groups(pairs, groups, strata, permutations, context.settings.seed)
    adjusted = false_discovery_control(p)
    return table.with_columns({P: p, P_ADJUSTED: adjusted, VERDICT: list(map(verdict_inside, tied, usual, adjusted))})


def _of_strategies(context: StudyContext, pairs: PairsOfLayer) -> dict[str, Table]:
    """Whether the partners of each strategy that has several name each other."""
    index = {name: k for k, name in enumerate(pairs.layer.organizations)}
    rows: list[Row] = []
    for tried in strategies(context.partnership):
        partners = [name for name in dict.fromkeys(tried.partners) if name in index]
        for first, second in combinations(partners, 2):
            state = pairs.state(index[first], index[second])
            cells = {"organization": first, "partner": second, "state": state}
            rows.append({"outcome": tried.outcome, "strategy": tried.name, **cells})
    table = Table.from_rows((OUTCOME, STRATEGY, ORGANIZATION, PARTNER, STATE), rows)
    return {"strategy_pairs": table} if rows else {}
