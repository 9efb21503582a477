"""Multiplexity: in how many ways partners are tied."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.graph import Layer
from stakeholder_graph.measures._columns import LAYER, MENTION_COUNT, SHARE, TIE_COUNT
from stakeholder_graph.measures._declaration import Chart
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.model.finding import Finding, Measured, Message, Quotient
from stakeholder_graph.model.table import Cell, Column, Disclosure, Row, Table
from stakeholder_graph.text import N_

KINDS = Column("kinds", N_("Kinds of tie between them"), "count")
OVERLAP = (
    LAYER,
    Column("other_layer", N_("Other kind of tie"), "text"),
    Column("both", N_("In both kinds"), "count"),
    Column("either", N_("In either kind"), "count"),
    Column("jaccard", N_("Share of these in both"), "index"),
)


def _reading(finding: Finding) -> Message | None:
    if finding.value is None or finding.table is None:
        return None
    single = sum(float(row["share"] or 0) for row in finding.table.rows if row["kinds"] == 1)
    fields: dict[str, Cell] = {"of_hundred": round(100 * (1 - single)), "asked": len(finding.scope.layers)}
    return Message("kinds", {**fields, "mean": finding.value})


@measure(
    section="ties",
    title=N_("Connected in more than one way"),
    question=N_("Are partners connected in one way only, or in several?"),
    guess=N_("Of 100 pairs of us that are connected, how many are connected in more than one way?"),
    how_to_read=N_(
        "Partners who are tied in several ways can lose one and stay in touch; those tied in one way only can lose "
        "each other more easily. Two kinds of tie that nearly always go together may be one question asked twice."
    ),
    formula=N_(
        "Mean number of kinds of tie over pairs with at least one, among pairs that were asked about every kind; where "
        "ties have a direction, each direction is a pair of its own. Overlap of two kinds: pairs with both / pairs "
        "with at least one, among those asked about both (Jaccard)."
    ),
    undefined=N_(
        "With one kind of tie, or where no pair that was asked about all of them has a tie. Kinds asked about partners "
        "only are left out."
    ),
    unit=N_("kinds of tie"),
    bounds=(1, None),
    references=(
        "Provan, K. G., Veazie, M. A., Staten, L. K., & Teufel-Shone, N. I. (2005). The use of network analysis to "
        "strengthen community partnerships. Public Administration Review, 65(5), 603-613.",
        "Jaccard, P. (1912). The distribution of the flora in the alpine zone. New Phytologist, 11(2), 37-50.",
    ),
    messages={
        "kinds": N_(
            "Of 100 pairs that are connected, {of_hundred} are so in more than one way; on average in {mean:.1f} of "
            "{asked}."
        ),
        "kinds_mentions": N_(
            "Where one organization mentions another at all, it does so in {mean:.1f} of {asked} kinds of "
            "connection on average; {of_hundred} of 100 times in more than one."
        ),
        "one_kind": N_("Only one kind of connection was asked about everybody, so nobody can be connected in several."),
    },
    reading=_reading,
    chart=Chart(
        "bars",
        {"label": "kinds", "length": "ties", "beside": "share"},
        N_("Ties by how many kinds of tie they are at once"),
    ),
    questions=(N_("Which of our partners do we meet in one way only, and would a second be worth it?"),),
    no_range=N_("In how many ways those who have not answered yet are tied is not known."),
)
def multiplexity(layers: Sequence[Layer]) -> Measured:
    """Count the kinds of tie between partners.

    Parameters
    ----------
    layers : sequence of Layer
        Of one wave; ties as reported, so that each direction counts by itself where there are two.

    Returns
    -------
    Measured
        `value` is the mean number of kinds. `table` has kinds, ties and share; `tables["overlap"]` has layer,
        other_layer, both, either and jaccard (None where neither has a tie).

    Examples
    --------
    >>> import pandas as pd
    >>> from stakeholder_graph.graph import PartnerGraph
    >>> from stakeholder_graph.model.survey import LayerInfo, Wave
    >>> ties = {"layer": ["work", "contact", "contact"], "from": "A", "to": ["B", "B", "C"]}
    >>> frames = {"organizations": pd.DataFrame({"organization": ["A", "B", "C"]}), "ties": pd.DataFrame(ties)}
    >>> graph = PartnerGraph(Wave("1"), {name: LayerInfo(name) for name in ("work", "contact")}, frames)
    >>> multiplexity([graph.layer("work"), graph.layer("contact")]).value
    1.5
    """
    if len(layers) < 2:
        return Measured(None, caveats=[Message("one_kind")])
    keys = np.unique(np.concatenate([_keys(layer) for layer in layers]))
    tied = np.array([np.isin(keys, _keys(layer)) for layer in layers])
    asked = np.array([_asked(layer, keys) for layer in layers])
    pairs = combinations(range(len(layers)), 2)
    rows = (_overlap(layers, tied, asked, *pair) for pair in pairs)
    overlap = Table.from_rows(OVERLAP, rows, Disclosure.NETWORK)
    kinds = tied.sum(axis=0)[asked.all(axis=0)]
    if not len(kinds):
        nothing = not any(layer.n_dyads for layer in layers)
        return Measured(None, caveats=[Message("nothing_observed" if nothing else "no_ties")])
    counts = np.bincount(kinds, minlength=len(layers) + 1).tolist()
    table = {
        KINDS: list(range(1, len(layers) + 1)),
        MENTION_COUNT if any(layer.directed for layer in layers) else TIE_COUNT: counts[1:],
        SHARE: [count / len(kinds) for count in counts[1:]],
    }
    return Measured.of(
        Quotient(int(kinds.sum()), len(kinds)), Table.of(table, Disclosure.NETWORK), {"overlap": overlap}
    )


def _keys(layer: Layer) -> NDArray[np.int64]:
    """A number for each tie of a layer, the same in all layers."""
    senders, receivers = layer.edge_index
    return senders.astype(np.int64) * layer.n + receivers


def _asked(layer: Layer, keys: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether each pair was observed in a layer; from either end where ties have no direction."""
    senders, receivers = (ends.astype(np.intp) for ends in np.divmod(keys, layer.n))
    seen = layer.observed.contains(senders, receivers)
    return seen if layer.directed else seen | layer.observed.contains(receivers, senders)


def _overlap(
    layers: Sequence[Layer], tied: NDArray[np.bool_], asked: NDArray[np.bool_], first: int, second: int
) -> Row:
    among = asked[first] & asked[second]
    both = int((tied[first] & tied[second] & among).sum())
    either = int(((tied[first] | tied[second]) & among).sum())
    names = {"layer": layers[first].name, "other_layer": layers[second].name}
    return {**names, "both": both, "either": either, "jaccard": both / either if either else None}
