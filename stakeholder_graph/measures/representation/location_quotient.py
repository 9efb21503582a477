"""Location quotient: which sectors have more, or fewer, organizations here than in the community."""

import numpy as np
import pandas as pd

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.inference.p_values import benjamini_hochberg
from stakeholder_graph.inference.rates.binomial import binomial_p
from stakeholder_graph.measures._columns import LISTED, NOT_KNOWN, P_ADJUSTED, SHARE, TOO_CLOSE, VERDICT, P
from stakeholder_graph.measures._declaration import Chart
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures.representation._sector_lists import (
    SectorList,
    first_list,
    further_lists,
    table_by_sector,
)
from stakeholder_graph.model.finding import LEVEL, Finding, Measured, Message
from stakeholder_graph.model.table import Column, Disclosure
from stakeholder_graph.text import N_

LESS, MORE = N_("less than its share"), N_("more than its share")

#: Who is on the roster is known whoever answered.
COLUMNS = (
    LISTED,
    SHARE,
    Column("reference_share", N_("Share in the community"), "share"),
    Column("location_quotient", N_("Times its share"), "number"),
    P,
    P_ADJUSTED,
    VERDICT,
)


def _verdict(quotient: float, p_adjusted: float) -> str:
    if np.isnan(p_adjusted):
        return NOT_KNOWN
    if p_adjusted > LEVEL:
        return TOO_CLOSE
    return MORE if quotient > 1 else LESS


def _reading(finding: Finding) -> Message | None:
    if finding.value is None or finding.table is None:
        return None
    rows = finding.table.rows
    less, more = ([str(row["sector"]) for row in rows if row["verdict"] == verdict] for verdict in (LESS, MORE))
    if not less and not more:
        return Message("none")
    said = "less" if not more else "more" if not less else "both"
    fields = {"less": ", ".join(less), "more": ", ".join(more)}
    return Message(said, fields, "concern", Disclosure.SECTOR)


@measure(
    section="missing",
    title=N_("Shares of the table"),
    question=N_("Which sectors have more organizations here than their share of the community, and which fewer?"),
    how_to_read=N_(
        "1: the same share here as in the community. 2: twice its share. A count of organizations says nothing of "
        "their weight, and with few organizations even a large difference can be chance: only what stands out is "
        "named."
    ),
    formula=N_(
        "(Organizations of the sector / all whose sector is stated) / reference share. p: exact two-sided binomial "
        "test, as if organizations were drawn from the community at random; p_adjusted by Benjamini and Hochberg over "
        "the sectors with a share. Shares that add up to more than 1 are divided by their sum."
    ),
    undefined=N_("Without reference shares; for a sector whose share is not known."),
    unit=N_("sectors with another share here than in the community"),
    bounds=(0, None),
    references=(
        "Isserman, A. M. (1977). The location quotient approach to estimating regional economic impacts. Journal of "
        "the American Institute of Planners, 43(1), 33-41.",
        "Clopper, C. J., & Pearson, E. S. (1934). The use of confidence or fiducial limits illustrated in the case of "
        "the binomial. Biometrika, 26(4), 404-413.",
        "Benjamini, Y., & Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the Royal Statistical "
        "Society B, 57(1), 289-300.",
    ),
    messages={
        "less": N_("Fewer organizations here than their share of the community: {less}."),
        "more": N_("More organizations here than their share of the community: {more}."),
        "both": N_("Fewer organizations here than their share of the community: {less}. More: {more}."),
        "none": N_("No sector clearly has more or fewer organizations here than its share of the community."),
        "no_shares": N_(
            "Nothing says which share each sector has in the community. Add shares to the list of sectors in the "
            "survey settings, or to sectors.csv."
        ),
    },
    reading=_reading,
    claims=("less", "more", "both"),
    headline=True,
    on_lines=True,
    questions=(N_("Which sectors should have more seats here than their number, and which fewer?"),),
    null="binomial",
    no_range=N_("Who is on the roster is known."),
    group=True,
    chart=Chart(
        "dumbbell",
        {"label": "sector", "value": "share", "usual": "reference_share", "verdict": "verdict"},
        N_("Each sector’s share of the organizations"),
        N_("share of the community"),
    ),
)
def location_quotient(graph: PartnerGraph, partnership: Partnership) -> Measured:
    """Compare the share of each sector here with its share in the community.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.
    partnership : Partnership
        Its lists of `sectors` have the shares; the first is of the sectors themselves.

    Returns
    -------
    Measured
        `value` is the number of sectors of which another share is here than in the community, tested together; None
        without shares. `table` has sector, listed, share, reference_share, location_quotient, p, p_adjusted, verdict;
        `tables` the same for each further list with shares, by its name, for the backbone only.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.path_graph(4)
    >>> nx.set_node_attributes(path, {0: "Schools", 1: "Schools", 2: "Schools", 3: "Health"}, "sector")
    >>> graph = from_networkx(path)
    >>> sectors = pd.DataFrame({"list": "ours", "sector": ["Schools", "Health"], "share": [0.5, 0.5]})
    >>> found = location_quotient(graph, Partnership("P", {"1": graph}, {"sectors": sectors}))
    >>> [(row["sector"], row["location_quotient"], row["p"]) for row in found.table.rows]
    [('Health', 0.5, 0.625), ('Schools', 1.5, 0.625)]
    """
    reference = first_list(graph, partnership)
    table = _by_sector(reference)
    # How another list's sectors answered is not known to be safe to show: these are for the backbone.
    further = {reference.name: _by_sector(reference) for reference in further_lists(graph, partnership)[0]}
    others = {name: table_by_sector(COLUMNS, frame, name) for name, frame in further.items() if frame is not None}
    if table is None:
        why = Message("no_shares" if len(reference.members) else "too_few_organizations")
        return Measured(None, None, others, caveats=[why])
    differs = table["verdict"].isin([LESS, MORE])
    return Measured(float(differs.sum()), table_by_sector(COLUMNS, table), others)


def _by_sector(reference: SectorList) -> pd.DataFrame | None:
    """Each sector of a list; None where no share is known or no organization stated a sector."""
    shares = reference.shares.reindex(reference.sectors)
    known = (shares > 0).to_numpy()
    n = len(reference.members)
    if not known.any() or not n:
        return None
    listed = reference.listed
    table = pd.DataFrame({"listed": listed, "share": listed / n, "reference_share": shares})
    table["location_quotient"] = (table["share"] / shares).where(known)
    table["p"] = [
        binomial_p(int(count), n, float(share)) if yes else np.nan
        for count, share, yes in zip(listed, shares, known, strict=True)
    ]
    table["p_adjusted"] = benjamini_hochberg(table["p"].to_numpy(dtype=float), known)
    pairs = zip(table["location_quotient"], table["p_adjusted"], strict=True)
    table["verdict"] = [_verdict(quotient, adjusted) for quotient, adjusted in pairs]
    return table
