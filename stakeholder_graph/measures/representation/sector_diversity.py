"""Sector diversity: over how many sectors organizations are spread, and how evenly."""

import numpy as np

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures.representation._sector_lists import first_list
from stakeholder_graph.model.finding import Finding, Measured, Message
from stakeholder_graph.model.table import Column, Disclosure, Table
from stakeholder_graph.text import N_

BLAU = Column("blau", N_("Blau's index"), "index")
IQV = Column("iqv", N_("Index of qualitative variation"), "index")
SHANNON = Column("shannon", N_("Shannon's entropy"), "number", "nats")
SECTORS = Column("sectors", N_("Sectors at the table"), "count")
POSSIBLE = Column("possible", N_("Sectors there could be"), "count")


def _reading(finding: Finding) -> Message | None:
    if finding.value is None:
        return None
    row = finding.tables["network"].rows[0]
    fields = {"of_hundred": round(100 * float(row["blau"] or 0)), "sectors": row["sectors"]}
    return Message("spread", fields)


@measure(
    supporting=True,
    section="missing",
    title=N_("How many kinds of organizations there are"),
    question=N_("Over how many sectors are organizations spread, and how evenly?"),
    guess=N_("Take two of us at random, 100 times: how often are they of different sectors?"),
    how_to_read=N_(
        "0: all are of one sector. 1: as many of each sector of the list. Diversity is not representativeness: a table "
        "can be evenly mixed and still lack those whom it is about."
    ),
    formula=N_(
        "Blau: 1 - sum of p squared, p the share of each sector. Index of qualitative variation: Blau / (1 - 1/K), K "
        "the sectors of the reference list and those beyond it that are there. Shannon: - sum of p log p."
    ),
    undefined=N_("With one sector only, on the list and at the table together."),
    unit=N_("index"),
    bounds=(0, 1),
    references=(
        "Blau, P. M. (1977). Inequality and Heterogeneity. Free Press.",
        "Agresti, A., & Agresti, B. F. (1978). Statistical analysis of qualitative variation. Sociological "
        "Methodology, 9, 204-237.",
        "Shannon, C. E. (1948). A mathematical theory of communication. Bell System Technical Journal, 27, 379-423.",
    ),
    messages={
        "network": N_("Three indices"),
        "low_end": N_("all of one sector"),
        "high_end": N_("as many of each"),
        "spread": N_(
            "Two organizations taken at random are of different sectors {of_hundred} times in 100; there are {sectors} "
            "sectors at the table."
        ),
        "not_representative": N_("Diversity is not representativeness: who is missing stands in the list of sectors."),
        "no_list_of_sectors": N_("Without a list of sectors this compares those that are there only."),
    },
    reading=_reading,
    no_range=N_("Who is on the roster is known."),
    group=True,
)
def sector_diversity(graph: PartnerGraph, partnership: Partnership) -> Measured:
    """Measure over how many sectors organizations are spread, and how evenly.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.
    partnership : Partnership
        Its first list of `sectors` says how many there could be.

    Returns
    -------
    Measured
        `value` is the index of qualitative variation; None with one sector. ``tables["network"]`` has blau, iqv,
        shannon (in nats), sectors (at the table) and possible (K).

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.path_graph(4)
    >>> nx.set_node_attributes(path, {0: "Schools", 1: "Schools", 2: "Health", 3: "Health"}, "sector")
    >>> graph = from_networkx(path)
    >>> sector_diversity(graph, Partnership("P", {"1": graph}, {})).value
    1.0
    """
    reference = first_list(graph, partnership)
    possible = len(reference.sectors)
    if not len(reference.members):
        return Measured(None, caveats=[Message("too_few_organizations")])
    if possible < 2:
        return Measured(None, caveats=[Message("one_sector")])
    p = reference.members.value_counts(normalize=True).sort_index().to_numpy(dtype=float)
    blau = float(1 - (p**2).sum())
    iqv = blau / (1 - 1 / possible)
    network = {BLAU: [blau], IQV: [iqv], SHANNON: [float(-(p * np.log(p)).sum())], SECTORS: [len(p)]}
    network |= {POSSIBLE: [possible]}
    caveats = [Message("not_representative")] + ([] if reference.name else [Message("no_list_of_sectors")])
    return Measured(iqv, tables={"network": Table.of(network, Disclosure.NETWORK)}, caveats=caveats)
