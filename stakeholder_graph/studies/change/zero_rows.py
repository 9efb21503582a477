"""Organizations that name nobody in a wave of which nothing says who answered: they may not have answered."""

from stakeholder_graph.graph import PartnerGraph


def all_zero(graph: PartnerGraph) -> tuple[str, ...]:
    """The organizations that name nobody in any kind of tie that everyone was asked about.

    Parameters
    ----------
    graph : PartnerGraph
        One wave. Where ties have no direction, whoever has none.

    Returns
    -------
    tuple of str
        None where the wave has no tie at all.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> all_zero(from_networkx(nx.DiGraph([("a", "b"), ("b", "c")])))
    ('c',)
    """
    open_to_all = [name for name, info in graph.layers.items() if not info.asked_of]
    ties = graph["ties"]
    ties = ties[ties["layer"].isin(open_to_all)]
    if ties.empty:
        return ()
    naming = set(ties["from"])
    both_ways = [name for name in open_to_all if not graph.has_direction(name)]
    naming |= set(ties.loc[ties["layer"].isin(both_ways), "to"])
    return tuple(name for name in graph.names if name not in naming)


def without_zero_rows(graph: PartnerGraph) -> PartnerGraph:
    """The wave as if those who name nobody had not answered, so that what they would have said is not known.

    Parameters
    ----------
    graph : PartnerGraph
        One wave, of which nothing says who answered.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> graph = from_networkx(nx.DiGraph([("a", "b"), ("b", "c")]))
    >>> [wave.layer("collaboration").n_dyads for wave in (graph, without_zero_rows(graph))]
    [6, 4]
    """
    silent = all_zero(graph)
    if not silent:
        return graph
    asked = graph["asked"].copy()
    asked["answered"] = asked["answered"] & ~asked["organization"].isin(silent)
    return PartnerGraph(graph.wave, graph.layers, {**graph.frames, "asked": asked}, graph.directed)
