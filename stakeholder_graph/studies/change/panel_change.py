"""Panel change: whether those who answered two waves name more, or fewer, partners than before."""

import numpy as np

from stakeholder_graph.inference.rates.dyadic_change import DyadicChange, dyadic_change
from stakeholder_graph.measures._declaration import Chart
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.model.finding import LEVEL, Finding, Measured, Message, Quotient, Tone
from stakeholder_graph.model.table import Cell, Column, Disclosure, Table
from stakeholder_graph.studies.change.earlier import Compared, compared
from stakeholder_graph.studies.change.pairs import counts_of, pair_changes
from stakeholder_graph.studies.context import StudyContext
from stakeholder_graph.text import N_

#: With fewer that answered both times the test does not hold its level.
FEWEST_PANEL = 20
#: "About the same" is said where the interval reaches no farther than this share of what there was.
ABOUT = 0.25
#: A difference of all that was reported is spoken of from so many in 100 on.
POINTS = 2

BECAME = Column(
    "change",
    N_("What became of it"),
    "text",
    labels={
        "kept": N_("kept"),
        "gained": N_("gained: neither named it, now both"),
        "newly named": N_("newly named by one side"),
        "ended": N_("ended: both named it, now neither"),
        "no longer named": N_("no longer named by one side"),
        "not known": N_("not known in one of the two"),
    },
)
PAIRS = Column("pairs", N_("Pairs"), "count")
NETWORK = (
    Column("panel", N_("Answered both times"), "count"),
    Column("dyads", N_("Answers that both times hold"), "count"),
    Column("before", N_("Mentions before"), "count"),
    Column("after", N_("Mentions now"), "count"),
    Column("se", N_("Standard error of the change"), "number", evaluator=True),
    Column("low", N_("Change, 95 % interval from"), "number"),
    Column("high", N_("to"), "number"),
    Column("p", N_("p"), "p"),
    Column("all_before", N_("Share of all that was asked, before"), "share"),
    Column("all_after", N_("Share of all that was asked, now"), "share"),
)


def _row(finding: Finding) -> dict[str, Cell] | None:
    return dict(finding.tables["network"].rows[0]) if "network" in finding.tables else None


def _reading(finding: Finding) -> Message | None:
    row = _row(finding)
    if row is None:
        return None
    panel, before, after = (int(row[name] or 0) for name in ("panel", "before", "after"))
    fields: dict[str, Cell] = {"panel": panel, "before": before, "after": after}
    if row["p"] is None:
        return Message("few", fields, "unknown")
    if any(caveat.id == "zero_rows" for caveat in finding.caveats):
        return Message("assumed", fields, "unknown")
    low, high = float(row["low"] or 0), float(row["high"] or 0)
    if float(row["p"]) <= LEVEL:
        tone: Tone = "strength" if after > before else "concern"
        return Message("more" if after > before else "fewer", fields, tone)
    if max(-low, high) > ABOUT * before:
        return Message("unclear", fields, "unknown")
    first, last = (round(100 * float(row[name] or 0)) for name in ("all_before", "all_after"))
    # All that was reported changed by more than the panel can have changed: others answered.
    seen = (float(row["all_after"] or 0) - float(row["all_before"] or 0)) * float(row["dyads"] or 0)
    apparent = "" if abs(last - first) < POINTS or low <= seen <= high else "_loss" if last < first else "_gain"
    return Message(f"same{apparent}", {**fields, "first": first, "last": last})


def _headline_p(finding: Finding) -> float | None:
    row = _row(finding)
    return None if row is None or row["p"] is None else float(row["p"])


@measure(
    section="change",
    role="change",
    title=N_("What changed since the last survey"),
    question=N_("Are there more connections than at the last survey, or fewer?"),
    how_to_read=N_(
        "Only those are compared who answered both times: where fewer answered, fewer connections are reported, and "
        "nothing need have changed. A pair has gained a connection only where neither named it and now both do, and a "
        "connection has ended only where both named it and now neither does; what one side alone says changes often by "
        "itself."
    ),
    formula=N_(
        "(Ties now - ties before) / dyads among those who answered both times, known in both. Standard error: root of "
        "half the sum of the dyadic-robust variance (Aronow et al. 2015), no smaller than that of independent dyads, "
        "and of the jackknife that leaves out an organization at a time, (n - 1)/n times the sum of squares (compare "
        "Snijders & Borgatti 1999); p two-sided by t with n - 1 degrees of freedom. About the same: p above .05, and "
        "the 95 % interval reaches at most a fourth of what there was in either direction."
    ),
    undefined=N_(
        "Without an earlier survey that asked about the same; no test with fewer than 20 that answered both times."
    ),
    unit=N_("change of the share"),
    bounds=(-1, 1),
    references=(
        "Aronow, P. M., Samii, C., & Assenova, V. A. (2015). Cluster-robust variance estimation for dyadic data. "
        "Political Analysis, 23(4), 564-577.",
        "Snijders, T. A. B., & Borgatti, S. P. (1999). Non-parametric standard errors and tests for network "
        "statistics. Connections, 22(2), 161-170.",
    ),
    messages={
        "same": N_("Among the {panel} who answered both times, {before} connections became {after}: about the same."),
        "same_mentions": N_(
            "Among the {panel} who answered both times, {before} mentions became {after}: about the same."
        ),
        "same_loss": N_(
            "Among the {panel} who answered both times, {before} connections became {after}: about the same. The "
            "apparent loss ({first} to {last} in 100) is one of answers, not of connections."
        ),
        "same_loss_mentions": N_(
            "Among the {panel} who answered both times, {before} mentions became {after}: about the same. The apparent "
            "loss ({first} to {last} in 100) is one of answers, not of connections."
        ),
        "same_gain": N_(
            "Among the {panel} who answered both times, {before} connections became {after}: about the same. The "
            "apparent gain ({first} to {last} in 100) is one of answers, not of connections."
        ),
        "same_gain_mentions": N_(
            "Among the {panel} who answered both times, {before} mentions became {after}: about the same. The apparent "
            "gain ({first} to {last} in 100) is one of answers, not of connections."
        ),
        "more": N_("Among the {panel} who answered both times, {before} connections became {after}: more than before."),
        "more_mentions": N_(
            "Among the {panel} who answered both times, {before} mentions became {after}: more than before."
        ),
        "fewer": N_(
            "Among the {panel} who answered both times, {before} connections became {after}: fewer than before."
        ),
        "fewer_mentions": N_(
            "Among the {panel} who answered both times, {before} mentions became {after}: fewer than before."
        ),
        "unclear": N_(
            "Among the {panel} who answered both times, {before} connections became {after}: too close to call."
        ),
        "unclear_mentions": N_(
            "Among the {panel} who answered both times, {before} mentions became {after}: too close to call."
        ),
        "few": N_("Too few answered both times ({panel}) to say whether anything changed."),
        "assumed": N_(
            "Nothing says who answered, so it cannot be told whether anything changed: among the {panel} who name "
            "somebody both times, {before} connections became {after}."
        ),
        "assumed_mentions": N_(
            "Nothing says who answered, so it cannot be told whether anything changed: among the {panel} who name "
            "somebody both times, {before} mentions became {after}."
        ),
        "network": N_("Those who answered both times"),
        "one_wave": N_("No earlier survey asked about these connections."),
        "nobody_asked": N_("Nobody was asked, so nobody answered twice."),
        "zero_rows": N_(
            "Nothing says who answered, so whoever names nobody in one of the surveys is left out: say in asked.csv "
            "who answered."
        ),
        "other_scale": N_(
            "The surveys of {before} and {after} had other answers to choose from, so that some of the change may be "
            "theirs."
        ),
    },
    reading=_reading,
    claims=("more", "fewer"),
    headline_p=_headline_p,
    null="dyadic robust",
    chart=Chart("none"),
    questions=(N_("Which of the connections that are no longer named do we miss?"),),
    no_range=N_("It speaks of those alone who answered both times."),
)
def panel_change(context: StudyContext) -> Measured:
    """Compare what those who answered two waves report.

    Parameters
    ----------
    context : StudyContext
        Of the later wave; the wave before that asked about the same is looked up.

    Returns
    -------
    Measured
        `value` is the change of the share of ties among those who answered both times. `table` has change and pairs:
        what became of each pair tied in at least one of the waves, by the rule of `pair_changes`; left out where
        nothing says who answered. ``tables["network"]`` has panel, dyads, before, after, se, low, high, p (None for
        fewer than 20), and the shares of all that was asked.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> graph = from_networkx(nx.path_graph(4))
    >>> panel_change(StudyContext(Partnership("P", {"1": graph}, {}), graph, "collaboration")).caveats[0].id
    'one_wave'
    """
    beside = compared(context)
    if isinstance(beside, Message):
        return Measured(None, caveats=[beside])
    panel = np.flatnonzero(beside.waves.panel)
    among = np.ix_(panel, panel)
    waves = beside.waves
    changed = dyadic_change(waves.before[among], waves.after[among], waves.known[among])
    if changed is None:
        return Measured(None, caveats=[Message("few", {"panel": len(panel)})])
    ties = changed if waves.directed else _once(changed)
    table = Table.from_rows(NETWORK, [_cells(beside, changed, ties)], Disclosure.NETWORK)
    pairs = None
    if context.partnership.info.answered_known:
        counts = counts_of(pair_changes(beside.before, beside.after))
        pairs = Table.of({BECAME: list(counts), PAIRS: list(counts.values())}, Disclosure.NETWORK)
    quotient = Quotient(ties.after - ties.before, ties.dyads)
    return Measured.of(quotient, pairs, {"network": table}, caveats=beside.caveats)


def _once(changed: DyadicChange) -> DyadicChange:
    """The same with each undirected tie counted once, which stands in both halves of a matrix."""
    halves = (changed.dyads // 2, changed.before // 2, changed.after // 2)
    return DyadicChange(changed.organizations, *halves, changed.se, changed.robust_se, changed.jackknife_se)


def _cells(beside: Compared, changed: DyadicChange, ties: DyadicChange) -> dict[str, Cell]:
    low, high = ties.range
    tested = changed.organizations >= FEWEST_PANEL
    shares = [layer.n_ties / layer.n_dyads if layer.n_dyads else None for layer in (beside.before, beside.after)]
    return {
        "panel": changed.organizations,
        "dyads": ties.dyads,
        "before": ties.before,
        "after": ties.after,
        "se": ties.se,
        "low": low if tested else None,
        "high": high if tested else None,
        "p": changed.p if tested else None,
        "all_before": shares[0],
        "all_after": shares[1],
    }
