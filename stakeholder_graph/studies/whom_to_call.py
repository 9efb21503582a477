"""Whom to call: whose answers would settle most of what is still open."""

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.inference.imputation.impute import Imputations
from stakeholder_graph.measures._columns import ORGANIZATION, SECTOR
from stakeholder_graph.measures._declaration import Chart
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures._tables import sectors_of
from stakeholder_graph.model.finding import Finding, Measured, Message, Quotient
from stakeholder_graph.model.table import Cell, Column, Disclosure, Table
from stakeholder_graph.studies.context import StudyContext
from stakeholder_graph.studies.withheld import silent_hubs
from stakeholder_graph.text import N_

#: How many calls somebody makes in an afternoon.
CALLS = 5
#: Each tier holds about a third of what is open.
TIERS = (N_("first"), N_("next"), N_("later"))

TIER = Column("tier", N_("Call"), "term")
NAMED_BY = Column("named_by", N_("Named by, in this kind of connection"), "count")
NEARLY_FIRST = Column("nearly_first", N_("As needed as the first, as far as draws tell"), "flag", evaluator=True)
#: Differences of fewer standard errors than this may come from how many networks were drawn.
ERRORS = 2.0
MOST_NAMED = Column("most_named", N_("Named by most of all"), "flag", evaluator=True)
SETTLES = Column("whom_to_call", N_("Share of what is not known yet"), "share")


def spread(imputations: Imputations) -> NDArray[np.float64]:
    """Compute how far the imputed number of ties of each organization varies.

    Parameters
    ----------
    imputations : Imputations
        Under all shifts: nonrespondents as active as those who answered, half as active, and twice.

    Returns
    -------
    ndarray of float, shape (n,)
        Variance of the ties it sends, or has where ties have no direction; 0 where all is known.
    """
    return np.asarray(np.var(_counted(imputations), axis=0))


def nearly_first(imputations: Imputations, order: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Whose answer would settle as much as that of the first, as far as so many draws can tell.

    Parameters
    ----------
    imputations : Imputations
        As of `spread`.
    order : ndarray of int, shape (q,)
        Those to call, the first first.

    Returns
    -------
    ndarray of bool, shape (q,)
        True for the first, and for whoever falls short of it by at most `ERRORS` standard errors. One imputation is
        one observation: its networks under all shifts share their random numbers.
    """
    ties = _counted(imputations)[:, order].astype(float)
    squares = ((ties - ties.mean(axis=0)) ** 2).reshape(len(imputations.shifts), -1, len(order)).mean(axis=0)
    short = squares[:, :1] - squares
    error = short.std(axis=0, ddof=1) / np.sqrt(len(short)) if len(short) > 1 else np.full(len(order), np.inf)
    return np.asarray(short.mean(axis=0) <= ERRORS * error + 1e-9)


def _counted(imputations: Imputations) -> NDArray[np.intp]:
    """How many ties each organization sends, or has, in each imputed network: under the first shift, then the next."""
    ends = [imputations.rows] if imputations.layer.directed else [imputations.rows, imputations.columns]
    return np.array(
        [
            np.bincount(np.concatenate([end[tied] for end in ends]), minlength=imputations.layer.n)
            for shift in range(len(imputations.shifts))
            for tied in imputations.ties(shift)
        ]
    )


def ranked(silent: NDArray[np.intp], weight: NDArray[np.float64], named_by: NDArray[np.intp]) -> NDArray[np.intp]:
    """The silent with the greatest weight first, then those named by more, then by their place on the roster.

    Parameters
    ----------
    silent : ndarray of int, shape (q,)
        Those who have not answered, as indices.
    weight : ndarray of float, shape (n,)
        What the answer of each would settle.
    named_by : ndarray of int, shape (n,)
        How many named each.

    Returns
    -------
    ndarray of int, shape (q,)
        The same in this order.

    Examples
    --------
    >>> ranked(np.array([0, 1, 2]), np.array([1.0, 5.0, 1.0]), np.array([0, 0, 3])).tolist()
    [1, 2, 0]
    """
    return silent[np.lexsort((silent, -named_by[silent], -weight[silent]))]


def tiers(weight: NDArray[np.float64]) -> list[str]:
    """The tier of each of some organizations in order of falling weight.

    Parameters
    ----------
    weight : ndarray of float, shape (q,)
        Falling.

    Returns
    -------
    list of str
        Whoever comes before a third of the sum is reached, reaching it included, is called first; before two thirds,
        next. Whoever has no weight comes later. Those of equal weight, but for rounding, are in one tier.

    Examples
    --------
    >>> tiers(np.array([4.0, 3.0, 2.0, 2.0, 1.0, 0.0]))
    ['first', 'next', 'next', 'next', 'later', 'later']
    """
    total = float(weight.sum())
    # A rounding error must not move anybody across a border, nor tell equals apart.
    rounded = -np.round(weight, 9)
    before = (np.cumsum(weight) - weight)[np.searchsorted(rounded, rounded)]
    third = [int(3 * share / total + 1e-9) if settles else 2 for settles, share in zip(weight, before, strict=True)]
    return [TIERS[min(tier, 2)] for tier in third]


def _reading(finding: Finding) -> Message | None:
    if any(caveat.id == "aside_only" for caveat in finding.caveats):
        return Message("aside_only", tone="unknown")
    if finding.table is None or not finding.table.rows:
        return Message("nobody", tone="strength")
    first = [str(row["organization"]) for row in finding.table.rows if row["tier"] == TIERS[0]]
    fields: dict[str, Cell] = {"first": ", ".join(first[:CALLS]), "calls": min(CALLS, len(finding.table.rows))}
    if finding.value is None or not first:
        silent = len(finding.table.rows)
        return Message("by_name", {"silent": silent}, "unknown", Disclosure.PAIR)
    fields |= {"of_hundred": min(99, round(100 * finding.value))}
    everybody = len(finding.table.rows) <= CALLS
    name = "settle" if not everybody else "settle_one" if fields["calls"] == 1 else "settle_all"
    return Message(name, fields, discloses=Disclosure.PAIR)


@measure(
    section="response",
    title=N_("Whom to call"),
    question=N_("Whose answers would settle most of what is not known yet?"),
    how_to_read=N_(
        "An answer settles most where it is least clear what it will be, which is not where it is likely to be long. "
        "Three tiers, since a finer order would say more than anybody knows: each holds about a third of what is not "
        "known yet."
    ),
    formula=N_(
        "Variance over draws of the number of ties that an organization that has not answered sends (has, where ties "
        "have no direction), whether those who have not answered are as active as those who have, half or twice as "
        "active; as a share of the sum. Value: the share of the first five, each of which its own answer would "
        "settle; what it teaches of others is not counted. First: those who come before a third of the sum is reached; "
        "next: before two thirds. Whoever is named by most of all and has not answered comes before all others, since "
        "what is said of the best connected waits for it."
    ),
    undefined=N_(
        "Where everyone answered. With fewer than ten answers, or where there are too many organizations to draw what "
        "the others would answer, they are ordered by how many named them."
    ),
    unit=N_("share"),
    bounds=(0, 1),
    cost=20,
    references=(
        "Rubin, D. B. (1987). Multiple Imputation for Nonresponse in Surveys. Wiley.",
        "Krause, R. W., Huisman, M., Steglich, C., & Snijders, T. (2020). Missing data in cross-sectional networks. "
        "Social Networks, 62, 99-112.",
    ),
    messages={
        "nobody": N_("No answer is known to be missing: nobody has to be called."),
        "nothing_open": N_("No answer is known to be missing, so no call would settle more."),
        "aside_only": N_("Nobody has to be called: every answer that is missing came and is set aside."),
        "settle": N_(
            "Start with {first}: of the doubt about how many connections the missing answers add, these {calls} hold "
            "about {of_hundred}%."
        ),
        "settle_all": N_(
            "Start with {first}: {calls} answers would settle all that is not known yet about connections."
        ),
        "settle_one": N_("Call {first}: its answer would settle all that is not known yet about connections."),
        "by_name": N_("Organizations that have not answered yet: {silent}; those named by most come first."),
        "by_named": N_(
            "It cannot be said here whose answer would settle most, so they are ordered by how many named them."
        ),
    },
    reading=_reading,
    role="calls",
    says_of_no_ties=True,
    chart=Chart("none"),
    no_range=N_("It says what is not known yet, so it has no range of its own."),
    disclosure=Disclosure.PAIR,
)
def whom_to_call(context: StudyContext) -> Measured:
    """Rank those who have not answered by how much their answer would settle.

    Parameters
    ----------
    context : StudyContext
        Reports of one layer, whatever counts as a tie.

    Returns
    -------
    Measured
        `value` is the share of what is open that the first five calls would settle; None where everyone answered or
        too few did. `table`, for the backbone only, has organization, sector, tier, named_by (how many named it),
        most_named (whether nobody is named by more; of several named by as many, all), whom_to_call (its share of
        what is open, None with too few answers) and, where that is known, nearly_first, in the order of the calls:
        whoever is named by most of all first, then by what an answer would settle.

    Notes
    -----
    Against ``tests/calibration/whom_to_call.json``: how much narrower ranges become by five such calls, beside five
    calls at random.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> graph = from_networkx(nx.karate_club_graph())
    >>> whom_to_call(StudyContext(Partnership("P", {"1": graph}, {}), graph, "collaboration")).table is None
    True
    """
    layer = context.reports
    aside = context.partnership.info.answers_aside.get(context.graph.wave.name, ())
    silent = np.flatnonzero(~layer.answered & ~np.isin(layer.organizations, aside))
    if not len(silent):
        return Measured(None, caveats=[Message("nothing_open" if layer.answered.all() else "aside_only")])
    senders, receivers = layer.edge_index
    named_by = np.bincount(receivers, minlength=layer.n)
    if not layer.directed:
        named_by += np.bincount(senders, minlength=layer.n)
    partners = context.graph.layers[context.name].asked_of
    known = not partners and len(context.imputations) > 0
    weight = spread(context.imputations) if known else named_by.astype(float)
    order = ranked(silent, weight, named_by)
    held = weight[order]
    total = float(held.sum())
    share = np.full(layer.n, np.nan)
    if known and total:
        share[order] = held / total
    names = np.array(layer.organizations, dtype=object)[order]
    most_named = np.isin(names, silent_hubs(layer))
    tier = np.where(most_named, TIERS[0], tiers(held))
    cells = {ORGANIZATION: names, SECTOR: sectors_of(layer)[order], TIER: tier, NAMED_BY: named_by[order]}
    cells |= {MOST_NAMED: most_named, SETTLES: share[order]}
    if known and total:
        cells[NEARLY_FIRST] = nearly_first(context.imputations, order)
    first = np.argsort(~most_named, kind="stable")
    table = Table.of(cells).take(first.tolist())
    if not (known and total):
        return Measured(None, table, caveats=[Message("by_named")])
    return Measured.of(Quotient(float(held[first][:CALLS].sum()), total), table)
