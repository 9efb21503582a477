"""What a network for another tool says beyond its edition's release, found before any format writes it.

Formats call the ends of a line by numbers, so that who stands beside whom cannot be read from a file's texts alone.
"""

from collections import Counter
from collections.abc import Iterator

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.editions.release import Release
from stakeholder_graph.exchange.network import NetworkFile, NetworkNode, as_text
from stakeholder_graph.graph.plain_attributes import plain_value
from stakeholder_graph.views.exported.network_of import BETWEEN, IN_WORDS


def more_than_released(network: NetworkFile, copy: Copy) -> list[str]:
    """Say what a network holds that its readers may not see.

    Parameters
    ----------
    network : NetworkFile
        About to be written.
    copy : Copy
        Of its edition; the backbone may see everything.

    Returns
    -------
    list of str
        The two organizations of each line that the release does not have, or has otherwise; an organization with what
        the copy does not know of it.

    Examples
    --------
    >>> import networkx as nx
    >>> from dataclasses import replace
    >>> from stakeholder_graph.editions import make_copy
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> from stakeholder_graph.views.exported.network_of import network_of
    >>> copy = make_copy("partners", Partnership("P", {"1": from_networkx(nx.path_graph("abc"))}, {}), [], "1")
    >>> network = network_of(copy)
    >>> more_than_released(network, copy)
    []
    >>> more_than_released(replace(network, edges=(replace(network.edges[0], directed=True),)), copy)
    ['a … b']
    """
    if copy.release is None:
        return []
    return [*_lines(network, copy.release), *_organizations(network.nodes, copy)]


def _lines(network: NetworkFile, release: Release) -> Iterator[str]:
    """Each line of the release may stand once, without a direction, as close as it says and with nothing else."""
    drawn = Counter(
        (wave.name, line.layer, frozenset({line.first, line.second}), line.level)
        for wave in release.waves
        for line in wave.lines or ()
    )
    for edge in network.edges:
        first, second = network.nodes[edge.origin].name, network.nodes[edge.target].name
        line = (edge.wave, edge.layer, frozenset({first, second}), edge.weight)
        drawn[line] -= 1
        if edge.directed or drawn[line] < 0 or edge.attributes.keys() - {IN_WORDS}:
            yield f"{first} … {second}"


def _organizations(nodes: tuple[NetworkNode, ...], copy: Copy) -> Iterator[str]:
    known: dict[str, set[str]] = {}
    for graph in copy.partnership.graphs.values():
        for frame in (graph.organizations, graph["affiliations"]):
            for row in frame.to_dict("records"):
                values = (plain_value(value) for value in row.values())
                texts = known.setdefault(str(row["organization"]), set())
                texts.update(as_text(value) for value in values if value is not None)
    for node in nodes:
        for value in node.attributes.values():
            if not known.get(node.name, set()).issuperset(as_text(value).split(BETWEEN)):
                yield f"{node.name} … {as_text(value)}"
        if node.name not in known:
            yield node.name
