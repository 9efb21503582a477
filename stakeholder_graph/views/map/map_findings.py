"""What findings put on the map beside its organizations and ties: clusters, and verdicts on pairs of sectors."""

from collections.abc import Mapping, Sequence
from typing import Any

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.measures._registry import with_role
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.table import Row
from stakeholder_graph.views.hedged import hedged


def clusters(copy: Copy, index: Mapping[str, int]) -> list[dict[str, Any]]:
    """Organizations that name the same outcomes, where the edition may see which they are.

    Parameters
    ----------
    copy : Copy
        All that may be drawn.
    index : mapping of str to int
        The numbers of organizations on the map.

    Returns
    -------
    list of dict
        For each cluster, the largest first, its ``name`` (the outcomes that name it) and its ``members``.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.editions import make_copy
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> copy = make_copy("partners", Partnership("Ours", {"1": from_networkx(nx.path_graph(3))}, {}), [], "1")
    >>> clusters(copy, {"0": 0})
    []
    """
    finding = copy.with_role("groups")
    if finding is None or finding.table is None or "clusters" not in finding.tables:
        return []
    members: dict[str, list[int]] = {}
    for row in finding.table.rows:
        if row["cluster"] is not None and row["organization"] in index:
            members.setdefault(str(row["cluster"]), []).append(index[str(row["organization"])])
    named = finding.tables["clusters"].rows
    return [
        {"name": str(row["outcomes"]), "members": sorted(members[str(row["cluster"])])}
        for row in named
        if str(row["cluster"]) in members
    ]


def verdicts(copy: Copy, layers: Mapping[str, int], sectors: Mapping[str, int]) -> dict[int, list[list[int | str]]]:
    """Pairs of sectors with clearly more or fewer ties than chance, in the wave that the findings speak of.

    Parameters
    ----------
    copy : Copy
        All that may be drawn.
    layers, sectors : mapping of str to int
        Their numbers on the map.

    Returns
    -------
    dict of int to list
        For each layer that was looked at: from sector, to sector, and ``"more"`` or ``"fewer"``. Where ties have no
        direction a pair stands both ways round.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.editions import make_copy
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> copy = make_copy("partners", Partnership("Ours", {"1": from_networkx(nx.path_graph(3))}, {}), [], "1")
    >>> verdicts(copy, {"collaboration": 0}, {})
    {}
    """
    return {
        layers[layer]: _pairs(finding.table.rows, sectors)
        for finding in map(hedged, with_role(copy.findings, "sector pairs"))
        if finding.table is not None and _latest(finding, copy)
        for layer in finding.scope.layers
        if layer in layers
    }


def counts_namings(copy: Copy) -> bool:
    """Whether the report counts each naming, where the map draws one line a pair.

    Parameters
    ----------
    copy : Copy
        What its findings count; without any, what the survey asks for, where it may be seen that ties have a direction.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.editions import make_copy
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> copy = make_copy("partners", Partnership("Ours", {"1": from_networkx(nx.path_graph(3))}, {}), [], "1")
    >>> counts_namings(copy)
    False
    """
    counted = {finding.scope.ties for finding in copy.findings if finding.scope.layers}
    if counted:
        return "reported" in counted
    return copy.partnership.graph(copy.wave).directed and copy.partnership.info.ties == "reported"


def _latest(finding: Finding, copy: Copy) -> bool:
    return finding.scope.waves == (copy.wave,)


def _pairs(rows: Sequence[Row], sectors: Mapping[str, int]) -> list[list[int | str]]:
    verdicts_of: dict[tuple[int, int], str] = {}
    for row in rows:
        a, b = (sectors.get(str(row[end]), -1) for end in ("from_sector", "to_sector"))
        if min(a, b) >= 0:
            verdict = str(row.get("verdict"))
            verdicts_of[a, b] = verdict
            verdicts_of.setdefault((b, a), verdict)
    return [[*pair, verdict] for pair, verdict in sorted(verdicts_of.items()) if verdict in ("more", "fewer")]
