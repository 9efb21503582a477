"""Tie predictors: what pairs that are tied have in common, each thing beside all others."""

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.inference.dyad_permutation import PermutedDyads, dyads_of
from stakeholder_graph.inference.mrqap import Regression, mrqap
from stakeholder_graph.inference.p_values import benjamini_hochberg, could_turn, error_of
from stakeholder_graph.measures._columns import (
    COULD_TURN,
    DYADS_ANSWERED,
    DYADS_USED,
    P_ADJUSTED,
    P_ERROR,
    P_REWIRED,
    P_REWIRED_ADJUSTED,
    TOO_CLOSE,
    VERDICT,
    P,
)
from stakeholder_graph.measures._declaration import Chart
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures.sectors._two_nulls import smallest_agreed
from stakeholder_graph.model.finding import LEVEL, Finding, Measured, Message
from stakeholder_graph.model.table import Column, Disclosure, Row, Table
from stakeholder_graph.studies.aligned_pairs import ALIGNED
from stakeholder_graph.studies.context import StudyContext
from stakeholder_graph.studies.in_common.rewired_ties import agreed, regression_p, rewired_ends
from stakeholder_graph.studies.in_common.traits import OUTCOMES, SEATS, InCommon, either, traits_of
from stakeholder_graph.text import N_

FEWEST, LARGEST = 10, 1000
#: Numbers permuted at most; larger networks are compared with fewer permutations.
WORK, LEAST_PERMUTATIONS = 1_000_000_000, 999
LIKELIER, LESS, EVEN, UNDEFINED = (
    N_("likelier to be tied"),
    N_("less likely to be tied"),
    N_("no likelier, no less"),
    N_("cannot be told"),
)

COLUMNS = (
    Column("predictor", N_("Two organizations with"), "term"),
    Column("tied_alike", N_("Of 100 such pairs, connected"), "count"),
    Column("tied_others", N_("Of 100 other pairs, connected"), "count"),
    Column("pairs_alike", N_("Such pairs"), "count", evaluator=True),
    Column("tied_pairs_alike", N_("Such pairs, connected"), "count", evaluator=True),
    Column("pairs_others", N_("Other pairs"), "count", evaluator=True),
    Column("tied_pairs_others", N_("Other pairs, connected"), "count", evaluator=True),
    DYADS_USED,
    DYADS_ANSWERED,
    Column("coefficient", N_("Coefficient"), "number"),
    Column("t", N_("t"), "number"),
    P,
    P_ADJUSTED,
    P_ERROR,
    COULD_TURN,
    P_REWIRED,
    P_REWIRED_ADJUSTED,
    VERDICT,
)


def _reading(finding: Finding) -> Message | None:
    if finding.table is None or finding.value is None:
        return None
    verdicts = {str(row["predictor"]): row["verdict"] for row in finding.table.rows}
    likelier = [name for name, verdict in verdicts.items() if verdict == LIKELIER]
    work = [name for name in likelier if name in (OUTCOMES, SEATS)]
    alike = [name for name in likelier if name not in work]
    fields = {"work": either(work), "alike": either(alike)}
    if work:
        return Message("both" if alike else "by_work", fields, "strength")
    if alike:
        return Message("alike_whatever_outcomes" if OUTCOMES in verdicts else "by_likeness", fields, "concern")
    less = [name for name, verdict in verdicts.items() if verdict == LESS]
    if less:
        return Message("less", {"what": either(less)})
    # Of one thing a test by itself may say more than all of them taken together can.
    return Message("nothing_by_itself" if len(verdicts) > 1 else "nothing")


@measure(
    section="alignment",
    page="alignment",
    on_map="alike",
    title=N_("What connections go with"),
    question=N_("What do organizations that are connected have in common?"),
    how_to_read=N_(
        "Organizations of one sector often share outcomes and live in one place. Here each of these is looked at "
        "beside the others: are two organizations likelier to be tied if they have this in common, whatever else they "
        "have in common? It says what goes together, not what makes a tie. How many of 100 pairs are tied is counted "
        "over pairs of which both answered."
    ),
    formula=N_(
        "Least squares of tie (0 or 1) on Jaccard similarity of outcomes, a team in common, the same sector and up to "
        "four other attributes (0 or 1), over all observed dyads; each tested by MRQAP with double semi-partialling, "
        "the residuals of the predictor permuted while ties and who was asked about whom stay, by a pivotal t. "
        "Corrected over the predictors by Benjamini and Hochberg's procedure. A predictor is named where ties rewired "
        "with all degrees and reciprocity kept agree, p_rewired corrected likewise over the predictors with p at most "
        ".05. Value: R squared. Pairs with shared "
        "outcomes: both name at least half of the outcomes that either names (Jaccard at least .5)."
    ),
    undefined=N_(
        "For fewer than ten organizations of which all this is known, and where all dyads are ties or none is."
    ),
    unit=N_("share"),
    bounds=(0, 1),
    cost=7,
    references=(
        "Benjamini, Y., & Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the Royal Statistical "
        "Society B, 57(1), 289-300.",
        "Dekker, D., Krackhardt, D., & Snijders, T. A. B. (2007). Sensitivity of MRQAP tests to collinearity and "
        "autocorrelation conditions. Psychometrika, 72(4), 563-581.",
        "Krackhardt, D. (1988). Predicting with networks: Nonparametric multiple regression analysis of dyadic data. "
        "Social Networks, 10(4), 359-381.",
    ),
    messages={
        "by_work": N_("Organizations with {work} are likelier to be connected, whatever else they have in common."),
        "both": N_(
            "Organizations with {work} are likelier to be connected. So are those with {alike}, whatever else "
            "they have in common."
        ),
        "by_likeness": N_(
            "Organizations with {alike} are likelier to be connected, whatever else they have in common."
        ),
        "alike_whatever_outcomes": N_(
            "Organizations with {alike} are likelier to be connected, whatever outcomes they share."
        ),
        "less": N_(
            "Organizations with {what} are less likely to be connected than others, whatever else they have in common."
        ),
        "nothing": N_("Nothing that organizations have in common here makes them clearly likelier to be connected."),
        "nothing_by_itself": N_(
            "What organizations have in common often goes together: with the rest held equal, nothing makes them "
            "clearly likelier to be connected."
        ),
        "left_out_unknown": N_(
            "Organizations left out, since they name no outcomes or not all of this is known of them: {count}."
        ),
        "pairs_used": N_("Of {answered} answered pairs {used} are looked at: those of which all this is known."),
        "all_tied": N_("All pairs are connected, so this cannot be said."),
        "nothing_to_compare": N_("Nothing is known that organizations could have in common."),
    },
    reading=_reading,
    claims=("by_work", "both", "by_likeness", "alike_whatever", "less"),
    headline=True,
    headline_p=smallest_agreed,
    chart=Chart(
        "dumbbell",
        {"label": "predictor", "value": "tied_alike", "usual": "tied_others", "verdict": "verdict"},
        N_("Of 100 pairs of organizations that have this in common, so many are connected"),
        N_("all other pairs"),
    ),
    questions=(
        N_("What would it take to work with those with whom we share outcomes, and not only with those near us?"),
    ),
    # Without outcomes there is nothing to share: no question is asked of them.
    questions_after={
        "by_likeness": (N_("What would it take to work more with those who are not like us?"),),
        "less": (),
    },
    null="MRQAP",
    reads=("outcome", "team"),
    no_range=N_(
        "It speaks of those of whom all this is known; only the others themselves could say which outcomes they work "
        "on."
    ),
)
def tie_predictors(context: StudyContext) -> Measured:
    """Regress ties on what two organizations have in common.

    Parameters
    ----------
    context : StudyContext
        One layer.

    Returns
    -------
    Measured
        `value` is the share of the variance explained. `table` has a row a predictor: predictor, tied_alike and
        tied_others (of 100 pairs of which both answered and that have it in common, or have not, how many are tied, as
        the map draws ties), dyads_used of
        dyads_answered, coefficient, t, p, p_adjusted, p_rewired and p_rewired_adjusted (of predictors with p at
        most .05), verdict.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> blocks = nx.planted_partition_graph(2, 8, 0.9, 0.1, seed=0)
    >>> nx.set_node_attributes(blocks, {node: "A" if node < 8 else "B" for node in blocks}, "sector")
    >>> graph = from_networkx(blocks)
    >>> context = StudyContext(Partnership("P", {"1": graph}, {}), graph, "collaboration")
    >>> found = tie_predictors(context)
    >>> found.table.rows[0]["predictor"], found.table.rows[0]["verdict"]
    ('the same sector', 'likelier to be tied')
    """
    if context.layer.n > LARGEST:
        return Measured(None, caveats=[Message("too_large", {"most": LARGEST})])
    known = traits_of(context)
    if not known.names:
        return Measured(None, caveats=[Message("nothing_to_compare")])
    left_out = int((context.graph.answered & ~known.kept).sum())
    caveats = [Message("left_out_unknown", {"count": left_out})] if left_out else []
    layer = context.layer.subset(known.kept)
    if layer.answered.sum() < FEWEST:
        return Measured(None, caveats=[Message("too_few_organizations"), *caveats])
    dyads = dyads_of(layer)
    ties = (layer.adjacency.toarray() > 0).astype(np.float64)
    permutations = min(context.settings.permutations, max(LEAST_PERMUTATIONS, WORK // layer.n**2))
    fitted = mrqap(ties, known.matrices, dyads, permutations=permutations, seed=context.settings.seed)
    if np.isnan(fitted.r_squared):
        return Measured(None, caveats=[Message("all_tied" if layer.n_ties else "no_ties"), *caveats])
    used, answered = len(dyads.rows), context.layer.n_dyads
    if used < answered:
        caveats.append(Message("pairs_used", {"used": used, "answered": answered}))
    pairs: Row = {"dyads_used": used, "dyads_answered": answered}
    rows = [{**row, **pairs} for row in _rows(context, known, fitted, ties, dyads)]
    table = Table.from_rows(COLUMNS, rows, Disclosure.NETWORK)
    return Measured(fitted.r_squared, table, caveats=caveats)


def _pairs(dyads: PermutedDyads) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Pairs of which both sides answered, once each; where ties have no direction, the dyads themselves."""
    seen = np.zeros((dyads.n, dyads.n), dtype=bool)
    seen[dyads.rows, dyads.columns] = True
    first, second = np.nonzero(np.triu(seen & seen.T) if dyads.directed else seen)
    return first.astype(np.intp), second.astype(np.intp)


def _rows(
    context: StudyContext, known: InCommon, fitted: Regression, ties: NDArray[np.float64], dyads: PermutedDyads
) -> list[Row]:
    tested = ~np.isnan(fitted.p)
    adjusted = np.full(len(fitted.p), np.nan)
    if tested.any():
        adjusted[tested] = benjamini_hochberg(fitted.p[tested])
    error = error_of(fitted.p, fitted.draws, adjusted)
    by_partners = np.full(len(fitted.p), np.nan)
    if (fitted.p <= LEVEL).any():
        networks = context.rewired_whole
        ends = rewired_ends(networks, context.layer)
        by_partners = regression_p(fitted.t, known.matrices, known.kept, dyads, networks, ends)
    guard = agreed(fitted.p, by_partners)
    by_partners = np.where(fitted.p <= LEVEL, by_partners, np.nan)
    first, second = _pairs(dyads)
    tied = np.maximum(ties, ties.T)[first, second]
    rows: list[Row] = []
    for index, name in enumerate(known.names):
        alike = known.matrices[index][first, second] >= ALIGNED
        clear = bool(adjusted[index] <= LEVEL)
        verdict = (LIKELIER if fitted.t[index] > 0 else LESS) if clear else EVEN if tested[index] else UNDEFINED
        rows.append(
            {
                "predictor": name,
                "tied_alike": round(100 * tied[alike].mean()) if alike.any() else None,
                "tied_others": round(100 * tied[~alike].mean()) if not alike.all() else None,
                "pairs_alike": int(alike.sum()),
                "tied_pairs_alike": int(tied[alike].sum()),
                "pairs_others": int((~alike).sum()),
                "tied_pairs_others": int(tied[~alike].sum()),
                "coefficient": float(fitted.coefficients[index]),
                "t": float(fitted.t[index]),
                "p": float(fitted.p[index]),
                "p_adjusted": float(adjusted[index]),
                "p_error": float(error[index]),
                "could_turn": bool(could_turn(adjusted[index], error[index])),
                "p_rewired": _known(by_partners[index]),
                "p_rewired_adjusted": _known(guard[index]),
                "verdict": TOO_CLOSE if clear and guard[index] > LEVEL else verdict,
            }
        )
    return rows


def _known(p: float) -> float | None:
    return None if np.isnan(p) else float(p)
