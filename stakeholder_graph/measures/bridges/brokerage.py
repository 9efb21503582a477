"""Brokerage: who connects organizations that are not tied directly, and across which sectors."""

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.measures._columns import EXPECTED, SD, Z
from stakeholder_graph.measures._declaration import LabelPermutation, as_whole_number
from stakeholder_graph.measures._needs import TIES, Need
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures._tables import organization_table
from stakeholder_graph.measures.bridges._brokerage_chance import ROLES, Chance, of_network, of_organizations
from stakeholder_graph.measures.bridges._open_triples import counts_of, n_open_triples, relabelled
from stakeholder_graph.measures.sectors._two_nulls import by_both
from stakeholder_graph.model.finding import Finding, Measured, Message, Tone
from stakeholder_graph.model.table import Cell, Column, Disclosure, Table
from stakeholder_graph.text import N_

SOMEBODY_BETWEEN = Need(
    "too_few_organizations", lambda subject: subject.layer.n >= 3 and bool(subject.layer.answered.any())
)

#: Open triples in each role, and how far they are from chance.
COUNTS = {
    "coordinator": Column("coordinator", N_("Within its sector"), "count"),
    "itinerant": Column("itinerant", N_("Between two of one other sector"), "count"),
    "gatekeeper": Column("gatekeeper", N_("Into its sector"), "count"),
    "representative": Column("representative", N_("Out of its sector"), "count"),
    "liaison": Column("liaison", N_("Between two other sectors"), "count"),
    "total": Column("total", N_("In all"), "count"),
}
SCORES = {role: Column(f"{role}_z", N_("Standard deviations from chance"), "number", evaluator=True) for role in COUNTS}
ROLE = Column("role", N_("Role"), "term")
COUNTED = Column("observed", N_("Pairs connected"), "count")


def _beside_chance(count: NDArray[np.float64], chance: Chance) -> dict[Column, NDArray[np.float64]]:
    """Count, expectation, standard deviation and z; NaN where there is no triple that could be open."""
    possible = chance.triples > 0
    sd = np.sqrt(np.where(possible & (chance.variance > 0), chance.variance, np.nan))
    cells = {COUNTED: count, EXPECTED: chance.mean, SD: sd, Z: (count - chance.mean) / sd}
    return {column: np.where(possible, values, np.nan) for column, values in cells.items()}


def _reading(finding: Finding) -> Message | None:
    if finding.value is None or "network" not in finding.tables:
        return None
    count = round(finding.value)
    tested = [row for row in finding.tables["network"].rows if row.get("p_adjusted") is not None]
    clear = [row for row in tested if by_both(row)]
    if not tested or not clear:
        return Message("as_chance" if tested else "counted", {"count": count})
    row = min(clear, key=lambda row: float(row["p"] or 0))
    observed, by_chance = float(row["observed"] or 0), float(row["by_chance"] or 0)
    more, role = observed > by_chance, str(row["role"])
    fields: dict[str, Cell] = {"observed": round(observed), "chance": round(by_chance)}
    tone: Tone = "neutral" if role == "coordinator" else "strength" if more else "concern"
    return Message(f"{role}_{'more' if more else 'fewer'}", fields, tone)


def _headline_p(finding: Finding) -> float | None:
    """The smallest corrected p of the roles on which rewired networks agree; 1 where they agree on none."""
    rows = finding.tables["network"].rows if "network" in finding.tables else ()
    tested = [row for row in rows if row.get("p_adjusted") is not None]
    return min((float(row["p_adjusted"] or 0) for row in tested if by_both(row)), default=1.0) if tested else None


@measure(
    supporting=True,
    section="bridges",
    title=N_("Who connects whom across sectors"),
    question=N_("Who connects organizations that are not connected directly, and across which sectors?"),
    how_to_read=N_(
        "Each number counts pairs of organizations without a tie between them that this one connects: both of its own "
        "sector, both of one other, one from outside with one of its own, one of its own with one outside, or of two "
        "other sectors. Organizations with many ties have high numbers in all."
    ),
    formula=N_(
        "Open triples a -> b -> c, a not tied to c: coordinator AAA, itinerant ABA, gatekeeper ABB, representative "
        "AAB, liaison ABC; undirected, each in both directions. For b that answered, over a that answered and any c; "
        "without direction among those who answered. z against ties made at random with the same density d: q = d^2 "
        "(1-d) for each triple, with the covariance of triples that share a dyad. The network's z is not standard "
        "normal, since d is estimated; p from sectors dealt out anew, p_adjusted by max-T over the roles, up to 1,000 "
        "organizations."
    ),
    undefined=N_(
        "Without ties, and for fewer than three organizations; a role for which a sector is too small is not known, "
        "nor is any role of an organization that did not answer. Nobody is named where fewer than half answered."
    ),
    unit=N_("pairs connected"),
    bounds=(0, None),
    cost=4,
    references=(
        "Gould, R. V., & Fernandez, R. M. (1989). Structures of mediation: A formal approach to brokerage in "
        "transaction networks. Sociological Methodology, 19, 89-126.",
    ),
    messages={
        "coordinator_more": N_(
            "Organizations connect others between two of their own sector {observed} times, more than the "
            "{chance} or so that luck would give."
        ),
        "coordinator_fewer": N_(
            "Organizations connect others between two of their own sector {observed} times, fewer than the "
            "{chance} or so that luck would give."
        ),
        "itinerant_more": N_(
            "Organizations connect others between two of one other sector {observed} times, more than the "
            "{chance} or so that luck would give."
        ),
        "itinerant_fewer": N_(
            "Organizations connect others between two of one other sector {observed} times, fewer than the "
            "{chance} or so that luck would give."
        ),
        "gatekeeper_more": N_(
            "Organizations connect others as the way into their own sector {observed} times, more than the "
            "{chance} or so that luck would give."
        ),
        "gatekeeper_fewer": N_(
            "Organizations connect others as the way into their own sector {observed} times, fewer than the "
            "{chance} or so that luck would give."
        ),
        "representative_more": N_(
            "Organizations connect others as the way out of their own sector {observed} times, more than the "
            "{chance} or so that luck would give."
        ),
        "representative_fewer": N_(
            "Organizations connect others as the way out of their own sector {observed} times, fewer than the "
            "{chance} or so that luck would give."
        ),
        "liaison_more": N_(
            "Organizations connect others between two other sectors {observed} times, more than the {chance} "
            "or so that luck would give."
        ),
        "liaison_fewer": N_(
            "Organizations connect others between two other sectors {observed} times, fewer than the {chance} "
            "or so that luck would give."
        ),
        "displayed": N_("{value} pairs connected in all"),
        "as_chance": N_(
            "{count} times two organizations that are not connected directly are connected by a third; across "
            "which sectors cannot be told apart from chance."
        ),
        "counted": N_("{count} times two organizations that are not connected directly are connected by a third."),
    },
    reading=_reading,
    headline_p=_headline_p,
    claims=("coordinator", "itinerant", "gatekeeper", "representative", "liaison"),
    needs=(SOMEBODY_BETWEEN, TIES),
    among_answered=lambda layer: not layer.directed,
    names_need_half=True,
    questions=(N_("Who connects sectors today, and who could take over if they had no time?"),),
    statistic=n_open_triples,
    displayed=as_whole_number,
    null=LabelPermutation(relabelled=relabelled),
    group=True,
)
def brokerage(layer: Layer) -> Measured:
    """Count how often organizations connect others that are not tied directly, by the sectors of all three.

    Parameters
    ----------
    layer : Layer
        With at least three organizations and one tie.

    Returns
    -------
    Measured
        `value` is the number of open triples. `table` has organization, sector, coordinator, itinerant, gatekeeper,
        representative, liaison, total and the same with ``_z``; None for those who did not answer and where a role is
        impossible, see below. ``tables["network"]`` has role, observed, expected, sd, z, to which the runner adds
        by_chance, p and p_adjusted, and p_rewired and p_rewired_adjusted of the roles that these show. With one sector,
        only coordinators.

    Notes
    -----
    *Impossible* and *none* differ. A role is impossible for an organization if no three organizations could play it:
    the only member of its sector cannot connect two of its own. Then the count is None and so is z. Where the role is
    possible and the organization plays it for nobody the count is 0 and z says how far that is below chance. Reference
    software (``sna::brokerage`` in R) prints a count of 0 for both.

    Null models: z compares a count with its exact mean and variance where each dyad is a tie with the same probability,
    apart from all others [1]_. p permutes sectors among those who answered and, separately, among the others, while
    ties and who was asked about whom stay; it is left out where who was asked about whom goes with sectors. A role is
    said to differ from chance only where networks with rewired ties agree: one sector that is merely busier connects
    more than its labels alone would have it.

    References
    ----------
    .. [1] Gould, R. V., & Fernandez, R. M. (1989). Structures of mediation: A formal approach to brokerage in
       transaction networks. Sociological Methodology, 19, 89-126.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> chain = nx.DiGraph([("a", "b"), ("b", "c")])
    >>> nx.set_node_attributes(chain, {"a": "x", "b": "y", "c": "y"}, "sector")
    >>> brokerage(from_networkx(chain).layer("collaboration")).table.rows[1]["gatekeeper"]
    1.0
    """
    answered = layer.answered
    counts, density = counts_of(layer), layer.n_ties / layer.n_dyads
    sizes = np.bincount(layer.sector_codes[answered], minlength=len(layer.sectors)).astype(float)
    silent = np.bincount(layer.sector_codes[~answered], minlength=len(layer.sectors)).astype(float)
    by_organization = of_organizations(sizes, silent, density, directed=layer.directed)
    beside = {}
    for role, chance in by_organization.items():
        of_its_sector = Chance(*(array[layer.sector_codes] for array in (chance.triples, chance.mean, chance.variance)))
        beside[role] = _beside_chance(counts[role], of_its_sector)
    numbers = {COUNTS[role]: values[COUNTED] for role, values in beside.items()}
    numbers |= {SCORES[role]: values[Z] for role, values in beside.items()}
    of_roles = of_network(sizes, silent, density, directed=layer.directed)
    in_all = [_beside_chance(counts[role].sum(keepdims=True), of_roles[role]) for role in ROLES]
    network = {ROLE: ROLES, **{column: [values[column][0] for values in in_all] for column in in_all[0]}}
    cells = {column: np.where(answered, values, np.nan) for column, values in numbers.items()}
    tables = {"network": Table.of(network, Disclosure.NETWORK)}
    return Measured(float(counts["total"].sum()), organization_table(layer, cells), tables)
