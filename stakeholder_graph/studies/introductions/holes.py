"""Pairs of sectors that hardly work together."""

from collections.abc import Sequence

from stakeholder_graph.graph import Partnership
from stakeholder_graph.measures._registry import with_role
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.studies.between_sectors import between_sectors


def sector_holes(partnership: Partnership, findings: Sequence[Finding], wave: str) -> frozenset[frozenset[str]]:
    """The pairs of sectors that the report names for their few ties.

    Parameters
    ----------
    partnership : Partnership
        Everything.
    findings : sequence of Finding
        Of that wave; the one on pairs of sectors has their verdicts by both null models.
    wave : str
        The wave.

    Returns
    -------
    frozenset of frozenset of str
        Those with fewer ties than chance gives, and a sector that keeps to itself with the one that it hardly works
        with.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> sector_holes(Partnership("P", {"1": from_networkx(nx.path_graph(3))}, {}), [], "1")
    frozenset()
    """
    holes: set[frozenset[str]] = set()
    finding = next(iter(with_role(findings, "sector pairs")), None)
    for row in finding.table.rows if finding is not None and finding.table is not None else ():
        if row.get("verdict") == "fewer" and row["from_sector"] != row["to_sector"]:
            holes.add(frozenset({str(row["from_sector"]), str(row["to_sector"])}))
    between = between_sectors(partnership, findings, wave)
    if between is not None:
        holes.add(frozenset({between.sector, between.other}))
    return frozenset(holes)
