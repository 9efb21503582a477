"""Who is tied to whom in any kind of tie that everybody could name, and of which pairs that is known."""

from collections.abc import Collection, Iterable

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.graph import PartnerGraph


def open_layers(graph: PartnerGraph) -> list[str]:
    """Kinds of ties that everybody could name, the main one first.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.
    """
    return [name for name, info in graph.layers.items() if info.asks == "ties" and not info.asked_of]


def mentions(graph: PartnerGraph, layers: Collection[str] | None = None) -> Iterable[tuple[str, str]]:
    """Who named whom; a tie without direction is named by both.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.
    layers : collection of str, optional
        Kinds of ties; by default those of `open_layers`.

    Yields
    ------
    (str, str)
    """
    ties = graph["ties"]
    wanted = open_layers(graph) if layers is None else list(layers)
    ties = ties[ties["layer"].isin(wanted) & (ties["from"] != ties["to"])]
    yield from dict.fromkeys(zip(ties["from"].tolist(), ties["to"].tolist(), strict=True))
    mutual = ties[~ties["layer"].isin([name for name in graph.layers if graph.has_direction(name)])]
    yield from dict.fromkeys(zip(mutual["to"].tolist(), mutual["from"].tolist(), strict=True))


def partners_of(graph: PartnerGraph, layers: Collection[str] | None = None) -> dict[str, set[str]]:
    """The partners of each organization that has any, whoever reported the tie.

    Parameters
    ----------
    graph, layers
        As of `mentions`.
    """
    partners: dict[str, set[str]] = {}
    for a, b in mentions(graph, layers):
        partners.setdefault(a, set()).add(b)
        partners.setdefault(b, set()).add(a)
    return partners


def heard_about(graph: PartnerGraph, *, answered_known: bool) -> NDArray[np.bool_]:
    """Which organization said of which whether it works with it.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.
    answered_known : bool
        Where nothing says who answered, only those of whom any tie is reported count as having answered: from the
        others there may simply be no answer.

    Returns
    -------
    ndarray of bool, shape (n, n)
        In the order of the graph, of its main kind of tie.
    """
    layers = open_layers(graph)
    if not layers:
        return np.zeros((len(graph.names), len(graph.names)), dtype=bool)
    heard = np.array(graph.layer(layers[0]).observed.mask())
    if not answered_known:
        naming = {a for a, _ in mentions(graph)}
        heard[[name not in naming for name in graph.names]] = False
    return heard
