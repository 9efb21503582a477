"""Outcome similarity: how far two organizations work on the same outcomes."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.inference.p_values import two_sided
from stakeholder_graph.inference.replicates import replicated
from stakeholder_graph.inference.two_mode.curveball import curveballs
from stakeholder_graph.measures._columns import OUTCOME_SIMILARITY, SHARED_OUTCOMES
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures._silence import silence
from stakeholder_graph.measures._tables import pair_table
from stakeholder_graph.measures.outcomes._affiliations import carried
from stakeholder_graph.model.finding import LEVEL, Finding, Measured, Message, Quotient, Test
from stakeholder_graph.model.table import Column, Table
from stakeholder_graph.text import N_

#: Curveball tables.
TABLES = 499
#: The most pairs that are listed, and the most organizations that are compared with chance.
MOST, LARGEST = 500, 500
#: Of more organizations the mean is estimated from pairs drawn at random, so many, and no pair is listed.
LARGEST_LISTED, DRAWN = 5_000, 1_000_000
#: Pairs looked at in one go.
BATCH = 50_000

ALIKE_IN_WEIGHT = Column("alike_in_weight", N_("Alike in how much, −1 to 1"), "index")


def jaccard(named: NDArray[np.bool_]) -> NDArray[np.float64]:
    """What each two rows share of what either has.

    Parameters
    ----------
    named : ndarray of bool, shape (n, m)
        Such as organizations by outcomes.

    Returns
    -------
    ndarray of float, shape (n, n)
        From 0 to 1. What neither has does not count; NaN for two rows that have nothing.

    Notes
    -----
    ``sklearn.metrics.pairwise_distances(metric="jaccard")`` calls two rows that have nothing alike.

    References
    ----------
    .. [1] Jaccard, P. (1912). The distribution of the flora in the alpine zone. New Phytologist, 11(2), 37-50.

    Examples
    --------
    >>> jaccard(np.array([[1, 1, 0], [0, 1, 1]], dtype=bool))[0, 1]
    np.float64(0.3333333333333333)
    """
    rows = named.astype(np.float64)
    both, sizes = rows @ rows.T, rows.sum(axis=1)
    either = sizes[:, None] + sizes - both
    return np.asarray(np.divide(both, either, out=np.full_like(both, np.nan), where=either > 0))


def cosine(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """The cosine of each two rows.

    Parameters
    ----------
    rows : ndarray of float, shape (n, m)
        Centred beforehand where a general liking for high numbers is not to count.

    Returns
    -------
    ndarray of float, shape (n, n)
        From -1 to 1; NaN for a row of zeros or with a number that is not known.

    Examples
    --------
    >>> round(cosine(np.array([[1.0, 1.0, 0.0], [0.0, 1.0, 1.0]]))[0, 1], 6)
    np.float64(0.5)
    """
    lengths = np.linalg.norm(rows, axis=1)
    product = np.outer(lengths, lengths)
    return np.asarray(np.divide(rows @ rows.T, product, out=np.full_like(product, np.nan), where=product > 0))


def _reading(finding: Finding) -> Message | None:
    if finding.value is None:
        return None
    fields = {"of_hundred": round(100 * finding.value)}
    if finding.test is None or finding.test.p > LEVEL:
        return Message("share", fields)
    more = finding.value > finding.test.expected
    return Message("more" if more else "fewer", {**fields, "by_chance": round(100 * finding.test.expected)})


@measure(
    section="alignment",
    supporting=True,
    title=N_("Outcomes in common"),
    question=N_("How many of the outcomes that two organizations work on do they have in common?"),
    how_to_read=N_(
        "Of the outcomes that either of two organizations names, how many both name; an outcome that neither names "
        "says nothing. Chance alone gives something too, since some outcomes are everybody's."
    ),
    formula=N_(
        "Mean over pairs, of organizations that name an outcome, of |A and B| / |A or B| (Jaccard 1912). By "
        "chance: 499 curveball tables, in which each organization names as many outcomes and each outcome is named by "
        "as many. Where the survey asked how much, the column alike_in_weight is the cosine of the row-centred "
        "answers. Above 5,000 organizations the mean is estimated from 1,000,000 pairs, drawn at random, with a "
        "standard error."
    ),
    undefined=N_("For fewer than two organizations that name an outcome."),
    unit=N_("share"),
    bounds=(0, 1),
    references=(
        "Jaccard, P. (1912). The distribution of the flora in the alpine zone. New Phytologist, 11(2), 37-50.",
        "Strona, G., Nappo, D., Boccacci, F., Fattorini, S., & San-Miguel-Ayanz, J. (2014). A fast and unbiased "
        "procedure to randomize ecological binary matrices with fixed row and column totals. Nature Communications, 5, "
        "4114.",
    ),
    messages={
        "low_end": N_("none in common"),
        "high_end": N_("the same outcomes"),
        "share": N_(
            "Of 100 outcomes that either of two organizations works on, both work on {of_hundred}, as chance would "
            "have it."
        ),
        "more": N_(
            "Of 100 outcomes that either of two organizations works on, both work on {of_hundred}, more than the "
            "{by_chance} that chance would give."
        ),
        "fewer": N_(
            "Of 100 outcomes that either of two organizations works on, both work on {of_hundred}, fewer than the "
            "{by_chance} that chance would give."
        ),
        "few_outcomes": N_("Fewer than two organizations named outcomes that they work on."),
        "silent_outcomes": N_(
            "Organizations that have not answered yet: {silent}; which outcomes they work on is not known."
        ),
        "sampled": N_(
            "Estimated from {drawn} of {pairs} pairs, drawn at random; standard error {error}. No pairs are listed."
        ),
        "most_alike": N_("Of {pairs} pairs that have an outcome in common, the {listed} most alike are listed."),
    },
    reading=_reading,
    claims=("more", "fewer"),
    restates="outcome_clusters",
    null="curveball",
    reads=("outcome",),
    no_range=N_("Only those who have not answered yet could say which outcomes they work on."),
)
def outcome_similarity(graph: PartnerGraph, partnership: Partnership, *, seed: int = 0) -> Measured:
    """Measure how far organizations work on the same outcomes.

    Parameters
    ----------
    graph : PartnerGraph
        One wave; its affiliations of kind ``outcome``, of organizations that answered.
    partnership : Partnership
        Not asked for more than its list of outcomes.
    seed : int
        Of the curveball tables.

    Returns
    -------
    Measured
        `value` is the mean of all pairs. ``tables["pairs"]``, for the backbone alone, has the most alike: organization,
        sector, partner, partner_sector, shared_outcomes (how many both name), outcome_similarity, and alike_in_weight
        where the answers tell how much.

    Examples
    --------
    >>> named = {"organization": ["A", "A", "B"], "kind": "outcome", "item": ["Reading", "Health", "Reading"]}
    >>> frames = {"organizations": pd.DataFrame({"organization": ["A", "B"]}), "affiliations": pd.DataFrame(named)}
    >>> from stakeholder_graph.model.survey import LayerInfo, Wave
    >>> graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)
    >>> outcome_similarity(graph, Partnership("P", {"1": graph}, {})).value
    0.5
    """
    given = carried(graph, partnership, "outcome")[graph.answered]
    given = given[given.any(axis=1)]
    caveats = silence(graph, partnership, "silent_outcomes")
    if len(given) < 2:
        return Measured(None, caveats=[Message("few_outcomes"), *caveats])
    named = given.to_numpy()
    if len(named) > LARGEST_LISTED:
        value, error = _sampled(named, seed)
        fields = {"drawn": DRAWN, "pairs": len(named) * (len(named) - 1) // 2, "error": float(f"{error:.1g}")}
        untested = Message("too_large_to_test", {"most": LARGEST})
        return Measured(value, caveats=[*caveats, Message("sampled", fields), untested])
    pairs = np.triu_indices(len(named), 1)
    similar = jaccard(named)
    value = float(similar[pairs].mean())
    test = _by_chance(named, value, seed) if len(named) <= LARGEST else None
    if test is None:
        caveats.append(Message("too_large_to_test", {"most": LARGEST}))
    table = _pairs(graph, given, similar)
    alike = int((similar[pairs] > 0).sum())
    if alike > len(table):
        caveats.append(Message("most_alike", {"pairs": alike, "listed": len(table)}))
    quotient = Quotient(float(similar[pairs].sum()), len(pairs[0]))
    return Measured.of(quotient, tables={"pairs": table} if len(table) else {}, test=test, caveats=caveats)


def _sampled(named: NDArray[np.bool_], seed: int) -> tuple[float, float]:
    """The mean of pairs drawn at random, with replacement, and its standard error."""
    # Rows in the order of what they hold, so that names do not matter.
    ordered = named[np.lexsort(named.T[::-1])]
    rng, alike = np.random.default_rng(seed), np.zeros(DRAWN)
    for start in range(0, DRAWN, BATCH):
        count = min(BATCH, DRAWN - start)
        first, apart = rng.integers(0, len(named), count), rng.integers(1, len(named), count)
        left, other = ordered[first], ordered[(first + apart) % len(named)]
        alike[start : start + count] = (left & other).sum(axis=1) / (left | other).sum(axis=1)
    return float(alike.mean()), float(alike.std(ddof=1) / np.sqrt(DRAWN))


def _by_chance(named: NDArray[np.bool_], value: float, seed: int) -> Test:
    # Rows in the order of what they hold, so that names do not matter.
    ordered = named[np.lexsort(named.T[::-1])]
    above = np.triu_indices(len(named), 1)
    tables = curveballs(ordered, TABLES, np.random.SeedSequence(seed))
    simulated = np.array(list(replicated(lambda table: float(jaccard(table)[above].mean()), tables)))
    p = float(two_sided(np.array(value), simulated))
    return Test("curveball", TABLES, float(simulated.mean()), float(simulated.std()), p, seed)


def _pairs(graph: PartnerGraph, given: pd.DataFrame, similar: NDArray[np.float64]) -> Table:
    """The pairs that have most in common, the most alike first."""
    a, b = np.nonzero(np.triu(similar, 1) > 0)
    both = (given.to_numpy()[a] & given.to_numpy()[b]).sum(axis=1)
    order = np.lexsort((b, a, -both, -similar[a, b]))[:MOST]
    a, b = a[order], b[order]
    cells = {SHARED_OUTCOMES: both[order], OUTCOME_SIMILARITY: similar[a, b]}
    weight = _weights(graph, given)
    if np.unique(weight[weight > 0]).size > 1:
        cells[ALIKE_IN_WEIGHT] = cosine(weight - weight.mean(axis=1, keepdims=True))[a, b]
    position = pd.Index(graph.names).get_indexer(given.index)
    return pair_table(graph, position[a], position[b], cells)


def _weights(graph: PartnerGraph, given: pd.DataFrame) -> NDArray[np.float64]:
    """How much each organization works on each outcome: 0 where not at all, NaN where it did not say how much."""
    frame = graph["affiliations"]
    frame = frame[frame["kind"] == "outcome"]
    most = pd.pivot_table(frame, index="organization", columns="item", values="value", aggfunc="max")
    most = most.reindex(index=given.index, columns=given.columns)
    return np.where(given.to_numpy(), most.to_numpy(dtype=np.float64), 0.0)
