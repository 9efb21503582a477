"""Tables by organization and by pair."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.graph.partner_graph import PartnerGraph
from stakeholder_graph.measures._columns import ORGANIZATION, PARTNER, PARTNER_SECTOR, SECTOR
from stakeholder_graph.model.table import Column, Disclosure, Table


def organization_table(
    layer: Layer, cells: Mapping[Column, NDArray[Any]], discloses: Disclosure = Disclosure.ORGANIZATION
) -> Table:
    """One row an organization: its name, its sector and these columns.

    Parameters
    ----------
    layer : Layer
        Of n organizations.
    cells : mapping of Column to ndarray, shape (n,)
        NaN becomes None.
    discloses : Disclosure
        The closest thing a row speaks of.

    Returns
    -------
    Table
        With n rows.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> layer = from_networkx(nx.path_graph(2)).layer("collaboration")
    >>> dict(organization_table(layer, {Column("degree"): np.array([1, np.nan])}).rows[1])
    {'organization': '1', 'sector': 'Not stated', 'degree': None}
    """
    return Table.of({ORGANIZATION: layer.organizations, SECTOR: sectors_of(layer), **cells}, discloses)


def sectors_of(layer: Layer) -> NDArray[np.object_]:
    """The sector of each organization of a layer, shape (n,).

    Parameters
    ----------
    layer : Layer
        Any.

    Returns
    -------
    ndarray of object, shape (n,)
        Their names.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.path_graph(4)
    >>> nx.set_node_attributes(path, {0: "x", 1: "x", 2: "y", 3: "y"}, "sector")
    >>> layer = from_networkx(path).layer("collaboration")
    >>> sectors_of(layer).tolist()
    ['x', 'x', 'y', 'y']
    """
    return np.asarray(np.array(layer.sectors, dtype=object)[layer.sector_codes])


def pair_table(
    graph: PartnerGraph,
    index: NDArray[np.intp],
    partner_index: NDArray[np.intp],
    cells: Mapping[Column, Sequence[Any] | NDArray[Any]],
) -> Table:
    """One row a pair: both names, both sectors and these columns; for the backbone alone.

    Parameters
    ----------
    graph : PartnerGraph
        Of n organizations.
    index, partner_index : ndarray of int, shape (m,)
        Which organizations the two are, in the order of the graph.
    cells : mapping of Column to sequence, length m
        NaN becomes None.

    Returns
    -------
    Table
        With m rows.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> graph = from_networkx(nx.path_graph(2))
    >>> pairs = pair_table(graph, np.array([0]), np.array([1]), {Column("shared"): [3]})
    >>> list(pairs.rows[0].values())
    ['0', 'Not stated', '1', 'Not stated', 3]
    """
    names, sectors = (graph.organizations[name].to_numpy(dtype=object) for name in ("organization", "sector"))
    both = {ORGANIZATION: names[index], SECTOR: sectors[index]}
    return Table.of({**both, PARTNER: names[partner_index], PARTNER_SECTOR: sectors[partner_index], **cells})
