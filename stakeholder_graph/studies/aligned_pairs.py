"""Aligned pairs: who works on the same outcomes and is tied, and who is not tied yet."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from stakeholder_graph.graph import Layer, PartnerGraph
from stakeholder_graph.inference.dyad_permutation import dyads_of
from stakeholder_graph.inference.qap import qap
from stakeholder_graph.measures._columns import OUTCOME_SIMILARITY, SHARED_OUTCOMES
from stakeholder_graph.measures._declaration import Chart
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures._tables import pair_table
from stakeholder_graph.measures.outcomes._affiliations import carried
from stakeholder_graph.measures.outcomes.outcome_similarity import jaccard
from stakeholder_graph.model.finding import LEVEL, Finding, Measured, Message, Test
from stakeholder_graph.model.table import Column, Disclosure, Table
from stakeholder_graph.studies.call_list.introducers import first_without
from stakeholder_graph.studies.context import StudyContext
from stakeholder_graph.text import N_

#: Aligned: both name at least half of the outcomes that either names.
ALIGNED = 0.5
#: Pairs listed of each kind.
LISTED = 25
LARGEST = 2000
KINDS = {
    "together": N_("aligned and tied"),
    "introductions": N_("aligned, not tied: introductions to make"),
    "conversations": N_("tied, not aligned: conversations to have"),
    "neither": N_("neither"),
}


KIND = Column("kind", N_("Kind of pair"), "term")
PAIRS = Column("pairs", N_("Pairs"), "count")
COMMON = Column("common", N_("Partners in common"), "count")
THROUGH = Column("through", N_("Who could introduce them"), "organization")


def _reading(finding: Finding) -> Message | None:
    if finding.table is None:
        return None
    counts = {str(row["kind"]): row["pairs"] for row in finding.table.rows}
    fields = {name: counts[kind] for name, kind in KINDS.items()}
    aligned = int(fields["together"] or 0) + int(fields["introductions"] or 0)
    if not aligned:
        return Message("none_aligned", fields)
    fields["aligned"] = aligned
    if finding.value is None or finding.test is None or finding.test.p > LEVEL:
        return Message("as_others", fields)
    return Message("tied_more", fields, "strength") if finding.value > 0 else Message("tied_less", fields, "concern")


@measure(
    section="alignment",
    title=N_("Who shares outcomes, and who is connected"),
    question=N_("Do organizations that work on the same outcomes work together?"),
    how_to_read=N_(
        "Two organizations are aligned if both name at least half of the outcomes that either of them names. They are "
        "tied if either names the other, or as the survey's settings say. Only pairs are looked at of which both "
        "answered and name outcomes; all others are not known. A tie costs time: not every pair that could be "
        "introduced should be."
    ),
    formula=N_(
        "Pearson's correlation over pairs of tie (0 or 1) and Jaccard similarity of outcomes; QAP: outcomes permuted "
        "among organizations, while ties and who was asked about whom stay; all observed pairs are used. Aligned: "
        "Jaccard at least .5. At most 25 pairs of each kind are listed: introductions by similarity, then by how many "
        "partners they have in common, through the common partner that is most like both, the backbone only where "
        "there is no other; conversations with the least similar first."
    ),
    undefined=N_(
        "The correlation, where all pairs are tied or none is, or all are as similar. Everything, for fewer than two "
        "organizations that answered and name outcomes."
    ),
    unit=N_("correlation"),
    bounds=(-1, 1),
    references=(
        "Jaccard, P. (1912). The distribution of the flora in the alpine zone. New Phytologist, 11(2), 37-50.",
        "Krackhardt, D. (1988). Predicting with networks: Nonparametric multiple regression analysis of dyadic data. "
        "Social Networks, 10(4), 359-381.",
    ),
    messages={
        "displayed": N_("{value} on a scale from −1 to 1, where 0 is no link between shared outcomes and connections"),
        "all_alike": N_(
            "All pairs are alike, in connections or in shared outcomes, so it cannot be said whether the two "
            "go together."
        ),
        "tied_more": N_(
            "Organizations that share outcomes tend to be connected. Still, {introductions} of {aligned} pairs "
            "that share most of their outcomes are not: introductions to make."
        ),
        "tied_less": N_(
            "Organizations that share outcomes are connected less than others: {introductions} of {aligned} "
            "pairs that share most of their outcomes are not connected."
        ),
        "as_others": N_(
            "Organizations that share outcomes are connected no more than others, as far as one can tell: "
            "{introductions} of {aligned} pairs that share most of their outcomes are not connected."
        ),
        "none_aligned": N_("No two organizations share most of their outcomes."),
        "few_outcomes": N_("Fewer than two organizations named outcomes that they work on."),
        "pairs_not_known": N_(
            "Of {pairs} pairs nothing is known, since no answer of one of the two counts or it names no outcomes."
        ),
        "only_most": N_("At most {listed} pairs of each kind are listed."),
        "together": N_("Aligned and connected"),
        "introductions": N_("Introductions to make: aligned, not connected yet"),
        "conversations": N_("Conversations to have: connected, not aligned"),
    },
    reading=_reading,
    claims=("tied_more", "tied_less"),
    headline=True,
    chart=Chart(
        "bars",
        {"label": "kind", "length": "pairs", "stands_out": KINDS["introductions"]},
        N_("Pairs of organizations, by what they share and whether they are connected"),
    ),
    questions=(
        N_("Which two of us should meet, and who introduces them?"),
        N_("Where we work together on different outcomes: what holds us together?"),
    ),
    null="QAP",
    reads=("outcome",),
    no_range=N_("Only those who have not answered yet could say which outcomes they work on."),
)
def aligned_pairs(context: StudyContext) -> Measured:
    """Put ties beside shared outcomes, pair by pair.

    Parameters
    ----------
    context : StudyContext
        One layer; where reports are looked at one by one, a pair counts as tied that either side names.

    Returns
    -------
    Measured
        `value` is the correlation, with its QAP test. `table` has the four kinds and how many pairs there are of each.
        ``tables``, for the backbone alone, has together, introductions and conversations: organization, sector,
        partner, partner_sector, shared_outcomes, outcome_similarity, common (partners of both) and, of
        introductions, through.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import PartnerGraph, Partnership, from_networkx
    >>> path = from_networkx(nx.path_graph(3))
    >>> named = pd.DataFrame({"organization": ["0", "1", "2"], "kind": "outcome", "item": ["x", "y", "x"]})
    >>> graph = PartnerGraph(path.wave, path.layers, {**path.frames, "affiliations": named}, path.directed)
    >>> context = StudyContext(Partnership("P", {"1": graph}, {}), graph, "collaboration")
    >>> found = aligned_pairs(context)
    >>> found.value, found.tables["introductions"].rows[0]["through"]
    (-1.0, '1')
    """
    if context.layer.n > LARGEST:
        return Measured(None, caveats=[Message("too_large", {"most": LARGEST})])
    seen = context.reports.with_ties("either") if context.settings.ties == "reported" else context.layer
    named = carried(context.graph, context.partnership, "outcome")
    pairs = _Pairs(context.graph, seen, named, context.graph.answered & named.any(axis=1).to_numpy())
    if pairs.has.sum() < 2:
        return Measured(None, caveats=[Message("few_outcomes")])
    kinds = pairs.kinds
    counts = {name: int(mask.sum()) for name, mask in kinds.items()}
    listed = {name: pairs.listed(name) for name in ("introductions", "conversations", "together") if counts[name]}
    caveats = []
    if unknown := seen.n * (seen.n - 1) // 2 - sum(counts.values()):
        caveats.append(Message("pairs_not_known", {"pairs": unknown}))
    if any(counts[name] > LISTED for name in listed):
        caveats.append(Message("only_most", {"listed": LISTED}, discloses=Disclosure.PAIR))
    value, test = pairs.correlation(context.settings.permutations, context.settings.seed)
    if value is None or not np.isfinite(value):
        caveats.append(Message("all_alike"))
    table = Table.of({KIND: [KINDS[name] for name in counts], PAIRS: list(counts.values())}, Disclosure.NETWORK)
    return Measured(value, table, listed, caveats=caveats, test=test)


@dataclass(frozen=True, eq=False)
class _Pairs:
    """The pairs of a layer without direction, and the outcomes that each organization names."""

    graph: PartnerGraph
    layer: Layer
    named: pd.DataFrame
    has: NDArray[np.bool_]

    @cached_property
    def similar(self) -> NDArray[np.float64]:
        return jaccard(self.named.to_numpy())

    @cached_property
    def tied(self) -> NDArray[np.bool_]:
        return np.asarray(self.layer.adjacency.toarray() > 0)

    @cached_property
    def common(self) -> NDArray[np.intp]:
        """How many partners each two have in common."""
        return np.asarray((self.layer.adjacency @ self.layer.adjacency).toarray().astype(np.intp))

    @cached_property
    def kinds(self) -> dict[str, NDArray[np.bool_]]:
        """The four kinds as masks above the diagonal."""
        observed = self.layer.observed.mask()
        known = observed & observed.T if self.layer.pairing == "both ends" else observed | observed.T
        known = np.triu(known & np.outer(self.has, self.has), 1)
        aligned = self.similar >= ALIGNED
        return {
            "together": known & aligned & self.tied,
            "introductions": known & aligned & ~self.tied,
            "conversations": known & ~aligned & self.tied,
            "neither": known & ~aligned & ~self.tied,
        }

    def correlation(self, permutations: int, seed: int) -> tuple[float | None, Test | None]:
        both = np.ix_(self.has, self.has)
        dyads, tied = dyads_of(self.layer.subset(self.has)), self.tied[both].astype(np.float64)
        correlated = qap(tied, self.similar[both], dyads, permutations=permutations, seed=seed)
        if np.isnan(correlated.value):
            return None, None
        # Over all arrangements of all of them each pair takes each place as often.
        expected = float(correlated.simulated.mean()) if dyads.strata.any() else 0.0
        sd = float(correlated.simulated.std())
        return correlated.value, Test("qap", len(correlated.simulated), expected, sd, correlated.p, seed)

    def listed(self, kind: str) -> Table:
        """The pairs of a kind that are listed."""
        first, second = np.nonzero(self.kinds[kind])
        similar = self.similar[first, second] * (-1 if kind == "conversations" else 1)
        order = np.lexsort((second, first, -self.common[first, second], -np.round(similar, 12)))[:LISTED]
        first, second = first[order], second[order]
        pairs = list(zip(first.tolist(), second.tolist(), strict=True))
        outcomes, table = self.named.columns, self.named.to_numpy()
        cells: dict[Column, Any] = {
            SHARED_OUTCOMES: [", ".join(outcomes[table[a] & table[b]]) for a, b in pairs],
            OUTCOME_SIMILARITY: self.similar[first, second],
            COMMON: self.common[first, second],
        }
        if kind == "introductions":
            cells[THROUGH] = [self._through(a, b) for a, b in pairs]
        return pair_table(self.graph, first, second, cells)

    def _through(self, a: int, b: int) -> str | None:
        """The partner of both that is most like both, to introduce them; the backbone where there is nobody else."""
        partners = np.flatnonzero(self.tied[a] & self.tied[b])
        if not len(partners):
            return None
        alike = np.nan_to_num(np.minimum(self.similar[a, partners], self.similar[b, partners]))
        names = [self.layer.organizations[partner] for partner in partners]
        likest = dict(zip(names, -alike, strict=True))
        return first_without(names, self.graph.backbone, likest.__getitem__)[0]
