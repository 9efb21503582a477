"""Outcome ties: how many pairs of those who work on an outcome work together, and what would be usual."""

from itertools import combinations

import numpy as np

from stakeholder_graph.measures._columns import (
    ORGANIZATION,
    ORGANIZATIONS,
    OUTCOME,
    P_ADJUSTED,
    P_ERROR,
    PARTNER,
    VERDICT,
    P,
)
from stakeholder_graph.measures._declaration import Chart
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures.outcomes._affiliations import carried
from stakeholder_graph.measures.outcomes._strategies import strategies
from stakeholder_graph.measures.outcomes._verdicts import FEWER, HARDLY, WELL
from stakeholder_graph.model.finding import Finding, Measured, Message, Quotient
from stakeholder_graph.model.table import Column, Disclosure, Row, Table
from stakeholder_graph.studies.context import StudyContext
from stakeholder_graph.studies.outcomes._pairs import PairsOfLayer
from stakeholder_graph.studies.outcomes.tied_groups import TiedGroups, tied_groups
from stakeholder_graph.text import N_

#: Larger networks are not held against chance.
LARGEST = 2000

PAIRS = Column("pairs", N_("Pairs"), "count")
TOGETHER = Column("together", N_("Pairs that work together"), "count")
UNKNOWN = Column("unknown", N_("Pairs of which it is not known"), "count")
USUAL = Column("usual", N_("Usual for as many partners"), "number")
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
        "answered. Usual is what organizations with as many partners would have if who works on what made no "
        "difference. Not every two who work on an outcome need each other."
    ),
    how_to_read_copy=N_(
        "Pairs are counted on the lines of the map. Usual is what organizations with as many lines would have if who "
        "works on what made no difference."
    ),
    formula=N_(
        "Pairs of organizations that work on at least one outcome together and of which at least one names the other / "
        "all such pairs of which it is known whether one does. Each outcome: usual is the mean of the number of its "
        "pairs that work together over up to 499 networks with ties rewired, in which every organization keeps how "
        "many it names, how many name it and how many of these are mutual, and ties lie only where somebody was asked "
        "(McDonald et al. 2007). p: two-sided, the share of rewired networks; where fewer than 10 of them go as far, "
        "the tail of a binomial count with that mean over the pairs that could be tied, if that is smaller: no sum of "
        "independent ties with that mean has a heavier one (Hoeffding 1956). Adjusted over the groups of this kind of "
        "tie, that is those who work on each outcome and the clusters by outcomes, by Benjamini and Hochberg's "
        "procedure. Hardly tied: p, adjusted, at most .05 and at most half of what is usual."
    ),
    undefined=N_("Where no two organizations work on an outcome together, or of none of these pairs is it known."),
    unit=N_("share"),
    bounds=(0, 1),
    cost=14,
    references=(
        "Benjamini, Y., & Hochberg, Y. (1995). Controlling the false discovery rate: A practical and powerful approach "
        "to multiple testing. Journal of the Royal Statistical Society B, 57(1), 289-300.",
        "Hoeffding, W. (1956). On the distribution of the number of successes in independent trials. Annals of "
        "Mathematical Statistics, 27(3), 713-721.",
        "McDonald, J. W., Smith, P. W. F., & Forster, J. J. (2007). Markov chain Monte Carlo exact inference for "
        "social networks. Social Networks, 29(1), 127-136.",
        "Phipson, B., & Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical Applications in "
        "Genetics and Molecular Biology, 9(1), 39.",
    ),
    messages={
        "counted": N_("Of {pairs} pairs of organizations that work on the same outcome, {tied} work together."),
        "fewer": N_(
            "Those who work on these outcomes work together less than usual: {outcomes}. Of {pairs} pairs that "
            "work on the same outcome, {tied} work together."
        ),
        "more": N_(
            "Those who work on these outcomes work together more than usual: {outcomes}. Of {pairs} pairs that "
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
        {
            "label": "outcome",
            "value": "together",
            "among": "pairs",
            "unknown": "unknown",
            "usual": "usual",
            "verdict": "verdict",
        },
        N_("Pairs that work on the same outcome and work together"),
        N_("what would be usual"),
    ),
    supporting=True,
    questions=(N_("Who of us works on this outcome and has not met the others?"),),
    null="rewired",
    on_lines=True,
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
    [(3, 2, 2.0)]
    """
    pairs = PairsOfLayer.of(context.reports, context.settings.ties)
    tables = _of_strategies(context, pairs)
    work = carried(context.graph, context.partnership, "outcome")
    outcomes, groups = list(map(str, work.columns)), work.to_numpy(dtype=bool)
    if not (groups.sum(axis=0) >= 2).any():
        return Measured(None, None, tables, caveats=[Message("no_pairs")])
    here = tied_groups(context)
    table = _of_outcomes(here, outcomes)
    if pairs.layer.n > LARGEST:
        return Measured(None, table, tables, caveats=[Message("too_large", {"most": LARGEST})])
    first, second = np.nonzero(np.triu(groups.astype(np.float32) @ groups.T.astype(np.float32) > 0, 1))
    known, tied = int(pairs.known(first, second).sum()), int(pairs.together(first, second).sum())
    caveats = [Message("pairs_open", {"pairs": len(first) - known})] if known < len(first) else []
    caveats += [Message(here.why_not)] if here.why_not else []
    if not known:
        return Measured(None, table, tables, caveats=caveats)
    return Measured.of(Quotient(tied, known), table, tables, caveats=caveats)


def _of_outcomes(here: TiedGroups, outcomes: list[str]) -> Table:
    """One row an outcome that two or more work on."""
    rows = []
    for outcome in outcomes:
        group = here.of_outcome(outcome)
        if group is not None:
            cells = {
                "outcome": outcome,
                "organizations": group.organizations,
                "pairs": group.pairs,
                "together": group.tied,
                "unknown": group.unknown,
                "usual": group.usual,
            }
            tested = {"p": group.p, "p_adjusted": group.p_adjusted, "p_error": group.p_error, "verdict": group.verdict}
            rows.append(cells | tested)
    tested_at_all = any(row["p"] is not None for row in rows)
    columns = [OUTCOME, ORGANIZATIONS, PAIRS, TOGETHER, UNKNOWN, USUAL]
    columns += [P, P_ADJUSTED, P_ERROR, VERDICT] if tested_at_all else []
    return Table.from_rows(tuple(columns), rows, Disclosure.NETWORK)


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
