"""What a measure is handed: read off the annotations of its parameters."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from stakeholder_graph.graph import Layer, PartnerGraph, Partnership
from stakeholder_graph.measures._registry import MeasureInfo
from stakeholder_graph.studies.context import StudyContext

#: What one finding of a measure speaks of.
Extent = Literal["layer", "layers", "wave", "partnership"]

#: The extent of a measure that takes a value of this type, the narrowest first.
EXTENTS: Mapping[Any, Extent] = {
    Layer: "layer",
    StudyContext: "layer",
    Sequence[Layer]: "layers",
    Sequence[StudyContext]: "wave",
    PartnerGraph: "wave",
    Partnership: "partnership",
}


def extent_of(info: MeasureInfo) -> Extent:
    """What one finding of a measure speaks of, by what the measure takes.

    Parameters
    ----------
    info : MeasureInfo
        Any.

    Returns
    -------
    {"layer", "layers", "wave", "partnership"}
        ``layer`` where it takes a layer or a study's context, ``layers`` where it takes several at once, ``wave`` where
        it takes a graph or the contexts of all layers, else ``partnership``.

    Raises
    ------
    TypeError
        If it takes something that no measure is handed.

    Examples
    --------
    >>> from stakeholder_graph.measures._registry import find_measure
    >>> [extent_of(find_measure(name)) for name in ("density", "multiplexity", "response")]
    ['layer', 'layers', 'wave']
    """
    known = [kind for name, kind in info.takes.items() if name != "seed"]
    if unknown := [kind for kind in known if kind not in EXTENTS]:
        raise TypeError(
            f"{info.name} takes {unknown[0]!r}; a measure takes a Layer, a sequence of layers, a PartnerGraph, "
            "a Partnership or a StudyContext, and seed"
        )
    extents = [EXTENTS[kind] for kind in known]
    return next(extent for extent in EXTENTS.values() if extent in extents)


def arguments(info: MeasureInfo, values: Mapping[Any, Any], seed: int) -> dict[str, Any]:
    """The arguments of a measure by the names of its parameters.

    Parameters
    ----------
    info : MeasureInfo
        Any.
    values : mapping of type to value
        What it may take.
    seed : int
        Of a measure that draws at random.

    Returns
    -------
    dict
        For ``info.function(**...)``.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> from stakeholder_graph.measures._registry import find_measure
    >>> layer = from_networkx(nx.path_graph(3)).layer("collaboration")
    >>> list(arguments(find_measure("modularity"), {Layer: layer}, 7))
    ['layer', 'seed']
    """
    return {name: seed if name == "seed" else values[kind] for name, kind in info.takes.items()}
