"""Core and periphery: whether a few organizations hold most ties between them and to the others."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.measures._columns import ORGANIZATIONS
from stakeholder_graph.measures._declaration import RewiredTies
from stakeholder_graph.measures._needs import HALF_ANSWERED, TIES, organizations
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures._tables import organization_table
from stakeholder_graph.measures.network._core_search import best_cores
from stakeholder_graph.model.finding import LEVEL, Finding, Measured, Message
from stakeholder_graph.model.table import Cell, Column, Disclosure, Table
from stakeholder_graph.text import N_

IN_CORE = Column("in_core", N_("In the core"), "flag")
CORE = Column("core", N_("In the core"), "count")
TOUCHING = Column("touching", N_("Share of ties that run to or from the core"), "index")


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
    fits, cores = best_cores(layer.n, layer.n_possible_dyads, [np.stack(layer.edge_index)])
    return float(fits[0]), cores[0]


def _rewired_fits(layer: Layer, networks: Sequence[NDArray[np.intp]]) -> list[float]:
    """The best fits found of other ties among those of a layer who answered."""
    here = np.cumsum(layer.answered) - 1
    among = [here[ends[:, layer.answered[ends].all(axis=0)]] for ends in networks]
    n = int(layer.answered.sum())
    return _fits(n, n * (n - 1) // (1 if layer.directed else 2), among)


def _fits(n: int, possible: int, networks: Sequence[NDArray[np.intp]]) -> list[float]:
    """The best fit found in each network; NaN for fewer than three organizations, without ties or with all."""
    usable = [number for number, ends in enumerate(networks) if n >= 3 and 0 < ends.shape[1] < possible]
    fits = np.full(len(networks), np.nan)
    fits[usable] = best_cores(n, possible, [networks[number] for number in usable])[0]
    return [float(fit) for fit in fits]


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
    return fits_together([layer])[0]


def fits_together(layers: Sequence[Layer]) -> list[float]:
    """The best fit found in each of several layers, as of `fit`.

    Parameters
    ----------
    layers : sequence of Layer
        Of the same organizations.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> graphs = nx.star_graph(4), nx.path_graph(5)
    >>> [round(fit, 3) for fit in fits_together([from_networkx(graph).layer("collaboration") for graph in graphs])]
    [1.0, 0.535]
    """
    return _fits(layers[0].n, layers[0].n_possible_dyads, [np.stack(layer.edge_index) for layer in layers])


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
    null=RewiredTies(statistics=_rewired_fits, unclear=_unclear),
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
    cost=7,
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
    together=fits_together,
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
