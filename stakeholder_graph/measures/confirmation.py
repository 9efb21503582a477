"""Confirmation: how many of the pairs that either side names both sides name."""

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.finding import Disclosure, Finding, Measured, Message, Part
from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.measures.rows import organization_rows
from stakeholder_graph.registry import measure


def of_organizations(layer: Layer) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Pairs of each organization that either side, and that both sides, name; shape (n,) each, both having answered."""
    counts = []
    for seen in (layer.seen_as("either"), layer.seen_as("both")):
        one, other = seen.ends
        counts.append(np.bincount(np.append(one, other), minlength=layer.n))
    return counts[0], counts[1]


def confirmed_share(layer: Layer) -> float:
    """Share of named pairs that both sides name; NaN without any, or where ties have no direction."""
    if not layer.directed:
        return float("nan")
    one, other = layer.ends
    both_asked = layer.observed.contains(other, one)
    keys = one.astype(np.int64) * layer.n + other
    twice = np.isin(keys, other.astype(np.int64) * layer.n + one) & both_asked
    ties, returned = int(both_asked.sum()), int(twice.sum())
    return returned / (2 * ties - returned) if ties else float("nan")


def _reading(finding: Finding) -> Message | None:
    return None if finding.value is None else Message("both", {"of_hundred": round(100 * finding.value)})


@measure(
    supporting=True,
    over="layer",
    section="network",
    title="Pairs that both sides name",
    question="Where at least one side says that they work together, do both say so?",
    how_to_read="A pair that both sides name is the surest kind of tie. One that a single side names is worth a "
    "question, not a correction: the two may understand the tie, or the survey, differently.",
    formula="Pairs that both sides name / pairs that at least one side names, over pairs where both answered "
    "(reciprocity by dyads).",
    undefined="Where ties have no direction, or no pair that is named has answered on both sides.",
    unit="share",
    bounds=(0, 1),
    sources=(
        "Marsden, P. V. (1990). Network data and measurement. Annual Review of Sociology, 16, 435-463.",
        "Hanneman, R. A., & Riddle, M. (2005). Introduction to Social Network Methods, ch. 8.",
    ),
    words={
        "both": "Of 100 pairs that at least one side names, both sides name {of_hundred}.",
        "no_direction": "Ties have no direction here, or both sides' reports were joined, so they cannot be compared.",
        "no_pairs": "No tie runs between two organizations that both answered.",
    },
    reading=_reading,
    questions=("Where do we see a tie differently from our partner, and what would each side change?",),
    statistic=confirmed_share,
)
def confirmation(layer: Layer) -> Measured:
    """Measure the share of pairs named at all that both sides name.

    Parameters
    ----------
    layer : Layer
        Directed, as reported; pairs count where both sides answered.

    Returns
    -------
    Measured
        `table` has organization, sector, pairs, named_by_both and share; None for those who did not answer, and share
        also for those whom no pair names.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> confirmation(from_networkx(nx.DiGraph([(1, 2), (2, 1), (2, 3)])).layer("collaboration")).value
    0.5
    """
    if not layer.directed:
        return Measured(None, caveats=[Message("no_direction")])
    value = confirmed_share(layer)
    if np.isnan(value):
        return Measured(None, caveats=[Message("no_pairs")])
    either, both = (np.where(layer.answered, count, np.nan) for count in of_organizations(layer))
    share = both / np.where(either > 0, either, np.nan)
    rows = organization_rows(layer, pairs=either, named_by_both=both, share=share)
    return Measured(value, Part(rows, Disclosure.ORGANIZATION))
