"""Cutpoints: organizations without which the network falls apart."""

import numpy as np
import rustworkx as rx
from numpy.typing import NDArray

from stakeholder_graph.frames.pairs import distinct_pairs
from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.measures._declaration import as_whole_number
from stakeholder_graph.measures._needs import organizations
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures._tables import organization_table
from stakeholder_graph.model.finding import Finding, Measured, Message
from stakeholder_graph.model.table import Column, Disclosure, Table
from stakeholder_graph.text import N_

CUTPOINT = Column("cutpoints", N_("Only link to others"), "flag")
CUT_OFF = Column("cut_off", N_("Would be cut off"), "count")
FROM = Column("from", N_("From"), "organization")
TO = Column("to", N_("To"), "organization")


def without_direction(layer: Layer) -> rx.PyGraph:
    """The organizations, and each pair with a tie either way joined once.

    Parameters
    ----------
    layer : Layer
        Any.

    Returns
    -------
    PyGraph
        Its nodes are numbered in the order of the layer.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> layer = from_networkx(nx.DiGraph([("a", "b"), ("b", "a"), ("b", "c")])).layer("collaboration")
    >>> without_direction(layer).num_edges()
    2
    """
    graph = rx.PyGraph()
    graph.add_nodes_from(range(layer.n))
    low, high = distinct_pairs(*layer.edge_index)
    graph.add_edges_from_no_data(list(zip(low.tolist(), high.tolist(), strict=True)))
    return graph


def cut_off(layer: Layer) -> NDArray[np.float64]:
    """How many organizations lose the largest remaining part when one leaves, shape (n,); 0 for no cutpoint.

    Parameters
    ----------
    layer : Layer
        Any.

    Returns
    -------
    ndarray of float, shape (n,)
        Counts of organizations.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> layer = from_networkx(nx.path_graph(4)).layer("collaboration")
    >>> cut_off(layer).tolist()
    [0.0, 1.0, 1.0, 0.0]
    """
    graph = without_direction(layer)
    lost = np.zeros(layer.n)
    for node in rx.articulation_points(graph):
        together = rx.node_connected_component(graph, node) - {node}
        parts = rx.connected_components(graph.subgraph(sorted(together)))
        lost[node] = len(together) - max(map(len, parts))
    return lost


def _how_many(layer: Layer) -> float:
    """The number of cutpoints; NaN for fewer than three organizations."""
    return float(len(rx.articulation_points(without_direction(layer)))) if layer.n >= 3 else float("nan")


def _reading(finding: Finding) -> Message | None:
    if finding.value is None:
        return None
    if not finding.value:
        return Message("none")
    count = int(finding.value)
    bare = Message("one" if count == 1 else "several", {"count": count})
    if finding.table is None:
        return bare
    most = max(finding.table.rows, key=lambda row: float(row["cut_off"] or 0))
    # How many it would cut off stands in the table; of the backbone the study of its dependence says it, with a range.
    fields = {"count": count, "organization": most["organization"]}
    return Message("only" if count == 1 else "most", fields, discloses=Disclosure.ORGANIZATION)


@measure(
    section="bridges",
    title=N_("Who holds parts of the network together"),
    question=N_("Whose leaving would cut some organizations off from the rest?"),
    how_to_read=N_(
        "For each organization: how many others would no longer be reached from the largest part if it left. Above 0 "
        "it is the only way there; a second tie around it makes that part safer."
    ),
    how_to_read_copy=N_(
        "An organization counts if others could no longer be reached along the lines once it left. A second tie around "
        "it makes that part safer. An organization that has not answered yet may have such a tie."
    ),
    formula=N_(
        "Articulation points of the network without direction, among those who answered; cut off: organizations of its "
        "component outside the largest part that remains. Bridges: ties on no cycle."
    ),
    undefined=N_("For fewer than three organizations that answered; nobody is named where fewer than half did."),
    unit=N_("organizations that hold a part on their own"),
    bounds=(0, None),
    references=(
        "Hopcroft, J., & Tarjan, R. (1973). Algorithm 447: Efficient algorithms for graph manipulation. Communications "
        "of the ACM, 16(6), 372-378.",
    ),
    messages={
        "none": N_("No organization is the only link to others: each could leave without cutting anyone off."),
        "one": N_("One organization is the only link between some others and the rest."),
        "several": N_("{count} organizations are each the only link between some others and the rest."),
        "only": N_("One organization is the only link to others, which would be cut off if it left: {organization}."),
        "most": N_("{count} organizations are each the only link to some others, {organization} to the most of them."),
    },
    reading=_reading,
    role="only links",
    needs=(organizations(3),),
    among_answered=True,
    names_need_half=True,
    questions=(N_("Who could be a second link to the partners that hang on one organization?"),),
    statistic=_how_many,
    displayed=as_whole_number,
)
def cutpoints(layer: Layer) -> Measured:
    """Find the organizations without which the network falls apart.

    Parameters
    ----------
    layer : Layer
        Computed among those who answered, without direction.

    Returns
    -------
    Measured
        `value` is their number; `table` has organization, sector, cutpoints (whether it is one) and cut_off (how many
        it would leave behind), None for those who did not answer; ``tables["bridges"]`` has from and to of each tie
        without which two parts would not be joined.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> found = cutpoints(from_networkx(nx.path_graph(4)).layer("collaboration"))
    >>> found.value, [row["cut_off"] for row in found.table.rows]
    (2.0, [0.0, 1.0, 1.0, 0.0])
    """
    lost = cut_off(layer)
    table = organization_table(layer, {CUTPOINT: lost > 0, CUT_OFF: lost})
    ties = sorted(sorted(tie) for tie in rx.bridges(without_direction(layer)))
    first_ends, second_ends = ([layer.organizations[tie[end]] for tie in ties] for end in (0, 1))
    bridges = Table.of({FROM: first_ends, TO: second_ends}, Disclosure.PAIR)
    return Measured(_how_many(layer), table, {"bridges": bridges})
