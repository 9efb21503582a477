"""Core and periphery: whether a few organizations hold most ties between them and to the others."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.measures._columns import ORGANIZATIONS
from stakeholder_graph.measures._declaration import RewiredTies
from stakeholder_graph.measures._needs import HALF_ANSWERED, TIES, organizations
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures._tables import organization_table
from stakeholder_graph.model.finding import LEVEL, Finding, Measured, Message
from stakeholder_graph.model.table import Cell, Column, Disclosure, Table
from stakeholder_graph.text import N_

#: From how many sizes of a core the search starts, and how many moves it then tries though they do not help at first.
STARTS, FORCED = 8, 8
#: Up to so many organizations a search holds their ties as a dense table.
DENSE = 1_000
#: In larger networks no single moves are tried: each would look at every organization once more.
LARGEST_SEARCHED = 5_000

Links = csr_array | NDArray[np.float64]

IN_CORE = Column("in_core", N_("In the core"), "flag")
CORE = Column("core", N_("In the core"), "count")
TOUCHING = Column("touching", N_("Share of ties that run to or from the core"), "index")


@dataclass(frozen=True, eq=False)
class _Ties:
    """Ties among n organizations out of `possible`; `ends` of shape (2, m)."""

    n: int
    possible: int
    ends: NDArray[np.intp]

    @property
    def count(self) -> int:
        return len(self.ends[0])

    @cached_property
    def ideal(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """For cores of -1 to n + 1: what the correlation takes off, infinite where no pattern, and divides by."""
        core = np.arange(-1, self.n + 2)
        outside = self.possible * (self.n - core) * (self.n - core - 1) / (self.n * (self.n - 1))
        within = self.possible - outside
        spread = self.count * (self.possible - self.count) * within * outside
        pattern = spread > 0
        return np.where(pattern, self.count * within, np.inf), np.sqrt(np.where(pattern, spread, 1.0))

    def correlation(self, core: NDArray[np.intp] | int, touching: NDArray[np.number] | float) -> NDArray[np.float64]:
        """Of ties with the ideal, for cores of these sizes that so many ties touch; -inf where that is no pattern."""
        less, root = self.ideal
        return np.asarray((self.possible * touching - less[core + 1]) / root[core + 1])


def best_core(layer: Layer) -> tuple[float, NDArray[np.bool_]]:
    """The best fit found, and the core that has it.

    Parameters
    ----------
    layer : Layer
        Of at least three organizations, with some ties and not all.

    Returns
    -------
    float
        Correlation of the ties with the ideal in which every pair that the core touches is tied and no other.
    ndarray of bool, shape (n,)
        The core.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> value, core = best_core(from_networkx(nx.star_graph(5)).layer("collaboration"))
    >>> round(value, 9), core.tolist()
    (1.0, [True, False, False, False, False, False])
    """
    return _best(_Ties(layer.n, layer.n_possible_dyads, np.stack(layer.edge_index)))


def _best(ties: _Ties) -> tuple[float, NDArray[np.bool_]]:
    """The best of climbs that start from the organizations with the most ties: from the sizes that fit best.

    From there one organization at a time is moved that makes the fit worse by least, and held while the others adapt.
    """
    n, (senders, receivers) = ties.n, ties.ends
    links = _links(ties)
    rank = np.empty(n, dtype=np.intp)
    rank[np.argsort(-links.sum(axis=1), kind="stable")] = np.arange(n)
    touched = np.cumsum(np.bincount(np.minimum(rank[senders], rank[receivers]), minlength=n))
    fits = ties.correlation(np.arange(1, n + 1), touched)
    sizes = 1 + np.argsort(-fits, kind="stable")[:STARTS]
    if n > LARGEST_SEARCHED:
        return float(fits[sizes[0] - 1]), rank < sizes[0]
    best = _best_of(*_climbs(ties, links, rank < sizes[:, None]))
    while (better := _beyond(ties, links, *best)) is not None:
        best = better
    return best


def _best_of(fits: NDArray[np.float64], cores: NDArray[np.bool_]) -> tuple[float, NDArray[np.bool_]]:
    best = int(np.argmax(fits))
    return float(fits[best]), cores[best]


def _beyond(ties: _Ties, links: Links, best: float, core: NDArray[np.bool_]) -> tuple[float, NDArray[np.bool_]] | None:
    """A better fit behind a core from which no single move helps; None where none is found."""
    outside = links @ (~core).astype(float)
    touching = ties.count - outside[~core].sum() / 2
    step = np.where(core, -1, 1)
    fits = ties.correlation(int(core.sum()) + step, touching + step * outside)
    forced = np.argsort(-fits, kind="stable")[:FORCED]
    others = np.repeat(core[None], len(forced), axis=0)
    others[np.arange(len(forced)), forced] ^= True
    climbed, cores = _climbs(ties, links, _climbs(ties, links, others, held=forced)[1])
    better = np.flatnonzero(climbed > best + 1e-12)
    return (float(climbed[better[0]]), cores[better[0]]) if len(better) else None


def _links(ties: _Ties) -> Links:
    """Ties of each pair either way, shape (n, n); dense where few organizations make that the quicker."""
    n, (senders, receivers) = ties.n, ties.ends
    if n <= DENSE:
        counts = np.bincount(senders * n + receivers, minlength=n * n).reshape(n, n)
        return np.asarray(counts + counts.T, dtype=float)
    both_ways = np.append(senders, receivers), np.append(receivers, senders)
    return csr_array((np.ones(2 * ties.count), both_ways), shape=(n, n))


def _links_of(links: Links, organizations: NDArray[np.intp]) -> NDArray[np.float64]:
    """How each of some organizations is tied to all, shape (k, n)."""
    rows = links[organizations]
    return np.asarray(rows if isinstance(rows, np.ndarray) else rows.toarray())


def _climbs(
    ties: _Ties, links: Links, cores: NDArray[np.bool_], held: NDArray[np.intp] | None = None
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Move in each core the one organization that helps most, as long as that improves its fit; one may be held.

    Parameters
    ----------
    cores : ndarray of bool, shape (k, n)
        Where each climb begins: they go side by side, each as if it were alone.
    held : ndarray of int, shape (k,), optional
        Which organization stays where it is.

    Returns
    -------
    ndarray of float, shape (k,)
        The fit at the end of each climb.
    ndarray of bool, shape (k, n)
        The cores there.
    """
    cores, sizes = cores.copy(), cores.sum(axis=1)
    outside = np.asarray((links @ (~cores).T.astype(float)).T)
    touching = ties.count - np.where(cores, 0.0, outside).sum(axis=1) / 2
    best = ties.correlation(sizes, touching)
    climbing = np.arange(len(cores))
    while len(climbing):
        step = np.where(cores[climbing], -1, 1)
        after = touching[climbing, None] + step * outside[climbing]
        fits = ties.correlation(sizes[climbing, None] + step, after)
        if held is not None:
            fits[np.arange(len(climbing)), held[climbing]] = -np.inf
        moved = np.argmax(fits, axis=1)
        here = np.arange(len(climbing)), moved
        helps = fits[here] > best[climbing] + 1e-12
        fit, by, reached = fits[here][helps], step[here][helps], after[here][helps]
        climbing, moved = climbing[helps], moved[helps]
        best[climbing], touching[climbing] = fit, reached
        sizes[climbing] += by
        cores[climbing, moved] ^= True
        outside[climbing] -= by[:, None] * _links_of(links, moved)
    return best, cores


def _rewired_fit(layer: Layer, ends: NDArray[np.intp]) -> float:
    """The best fit found of other ties among those of a layer who answered."""
    here = np.cumsum(layer.answered) - 1
    among = here[ends[:, layer.answered[ends].all(axis=0)]]
    n = int(layer.answered.sum())
    ties = _Ties(n, n * (n - 1) // (1 if layer.directed else 2), among)
    return _best(ties)[0] if 0 < ties.count < ties.possible else float("nan")


def _unclear(finding: Finding) -> Finding:
    """Without who is in the core: nobody is, more than by the number of partners."""
    return replace(finding, table=None)


def fit(layer: Layer) -> float:
    """The best fit found; NaN for fewer than three organizations, without ties or with all.

    Parameters
    ----------
    layer : Layer
        Any.

    Returns
    -------
    float
        At most 1.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> round(fit(from_networkx(nx.star_graph(5)).layer("collaboration")), 9)
    1.0
    """
    if layer.n < 3 or not 0 < layer.n_ties < layer.n_possible_dyads:
        return float("nan")
    return best_core(layer)[0]


def _reading(finding: Finding) -> Message | None:
    if finding.value is None:
        return None
    if finding.rewired is None:
        return None
    row, test = finding.tables["network"].rows[0], finding.rewired
    fields: dict[str, Cell] = {"value": round(finding.value, 2), "chance": round(test.expected, 2)}
    if test.p > LEVEL or finding.value < test.expected:
        return Message("no_core", fields)
    fields |= {"core": row["core"], "organizations": row["organizations"]}
    return Message("core", {**fields, "touching": round(100 * float(row["touching"] or 0))})


def _headline_p(finding: Finding) -> float | None:
    """The p of a better fit than in rewired networks; a worse one is no core, however unlikely it is."""
    test = finding.rewired
    if finding.value is None or test is None:
        return None
    return test.p if finding.value > test.expected else 1.0


@measure(
    supporting=True,
    null=RewiredTies(statistic=_rewired_fit, unclear=_unclear),
    section="network",
    title=N_("Core and edge"),
    question=N_("Do a few organizations hold the network together, with the others around them?"),
    how_to_read=N_(
        "1: every tie runs to a core, and the core is tied to everyone. Wherever some have more partners than others, "
        "a few of them fit a core a little, so compare. Being at the edge is no failing: not everyone needs to be in "
        "the middle."
    ),
    formula=N_(
        "The largest correlation, over all cores, between ties and the ideal in which a pair is tied if either is in "
        "the core. Searched for from the eight best cores made of those with the most ties, by moving one at a time "
        "while that helps, and from there by forcing each of the eight moves that hurt least; so it may still miss a "
        "slightly better one. Above 5,000 organizations only cores made of those with the most ties are looked at. "
        "p: two-sided, among 199 networks with ties rewired "
        "and all degrees and reciprocity kept (McDonald, Smith & Forster 2007); a core is named only where p is at "
        "most .05. Among those who answered."
    ),
    undefined=N_(
        "For fewer than three organizations that answered, without ties or with all ties among them; where fewer than "
        "half answered. No p, and so no core, above 20,000 ties or where the numbers of partners leave no other "
        "network."
    ),
    unit=N_("correlation"),
    bounds=(-1, 1),
    references=(
        "Borgatti, S. P., & Everett, M. G. (1999). Models of core/periphery structures. Social Networks, 21(4), "
        "375-395.",
        "Boyd, J. P., Fitzgerald, W. J., & Beck, R. J. (2006). Computing core/periphery structures and permutation "
        "tests for social relations data. Social Networks, 28(2), 165-178.",
        "McDonald, J. W., Smith, P. W. F., & Forster, J. J. (2007). Markov chain Monte Carlo exact inference for "
        "social networks. Social Networks, 29(1), 127-136.",
    ),
    messages={
        "low_end": N_("the opposite of a core"),
        "high_end": N_("a perfect core"),
        "core": N_(
            "Connections gather round a core of {core} of the {organizations} organizations that answered: "
            "{touching} of 100 connections run to or from it. It fits with {value}, where 1 would be a perfect "
            "core and the same numbers of partners alone would give {chance}."
        ),
        "core_mentions": N_(
            "Mentions gather round a core of {core} of the {organizations} organizations that answered: {touching} of "
            "100 mentions run to or from it. It fits with {value}, where 1 would be a perfect core and the same "
            "numbers of partners alone would give {chance}."
        ),
        "no_core": N_("There is no core beyond what different numbers of partners alone would give."),
        "all_ties": N_("Every possible connection is there, so nobody is more at the core than others."),
        "under_half": N_("Fewer than half answered: too few to say who is at the core."),
    },
    reading=_reading,
    headline_p=_headline_p,
    claims=("core",),
    needs=(organizations(3), HALF_ANSWERED, TIES),
    among_answered=True,
    whole_network=True,
    statistic=fit,
)
def core_periphery(layer: Layer) -> Measured:
    """Measure how well the network fits a core with others around it.

    Parameters
    ----------
    layer : Layer
        Counted among those who answered.

    Returns
    -------
    Measured
        `table` has organization, sector, in_core (None for those who did not answer); `tables["network"]` has
        core (its size), organizations, touching (the share of ties that run to or from it); the runner adds
        expected and sd (of the fit with ties rewired) and p, and takes the names away where there is no clear core.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> star = core_periphery(from_networkx(nx.star_graph(5)).layer("collaboration"))
    >>> round(star.value, 9), [row["organization"] for row in star.table.rows if row["in_core"]]
    (1.0, ['0'])
    """
    if layer.n_ties == layer.n_possible_dyads:
        return Measured(None, caveats=[Message("all_ties")])
    value, core = best_core(layer)
    senders, receivers = layer.edge_index
    touching = float((core[senders] | core[receivers]).mean())
    network = {CORE: [int(core.sum())], ORGANIZATIONS: [layer.n], TOUCHING: [touching]}
    tables = {"network": Table.of(network, Disclosure.NETWORK)}
    return Measured(value, organization_table(layer, {IN_CORE: core}), tables)
