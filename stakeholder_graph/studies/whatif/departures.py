"""Single departures: what the network would be without each organization, all computed beforehand to be looked up."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from stakeholder_graph.graph import Layer, PartnerGraph, Partnership
from stakeholder_graph.measures._registry import MeasureInfo, measures
from stakeholder_graph.model.cells import plain
from stakeholder_graph.model.finding import Ties
from stakeholder_graph.studies._arguments import arguments
from stakeholder_graph.studies.context import MeasureSettings, StudyContext, of_known_sector
from stakeholder_graph.studies.in_common.known_ties import open_layers
from stakeholder_graph.studies.whatif.consequences import Consequences, attachments_of, consequences_of
from stakeholder_graph.studies.whatif.edit import edited
from stakeholder_graph.studies.whatif.scenario import Scenario
from stakeholder_graph.studies.withheld import under_limit

#: Of larger partnerships, those that have most connections.
MOST = 200

MeasuredValues = Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Departure:
    """What the network would be without one organization.

    Parameters
    ----------
    organization : str
        The one that leaves.
    values : mapping of str to (float or None)
        By measure.
    consequences : Consequences
        What anybody can see.
    """

    organization: str
    values: MeasuredValues
    consequences: Consequences


@dataclass(frozen=True, slots=True)
class Departures:
    """The network as it is, and what it would be without each organization.

    Parameters
    ----------
    layer : str
        The kind of tie that measures speak of; blank where there is none.
    values : mapping of str to (float or None)
        Of the network as it is, by measure.
    rows : tuple of Departure
        In the order of the roster.
    ties : {"reported", "either", "both"} or None
        What counted as a tie; None where ties have no direction.
    """

    layer: str
    values: MeasuredValues
    rows: tuple[Departure, ...]
    ties: Ties | None = None


def departures(
    partnership: Partnership, *, wave: str | None = None, settings: MeasureSettings | None = None
) -> Departures:
    """Compute what the network would be without each organization.

    Parameters
    ----------
    partnership : Partnership
        As it is.
    wave : str, optional
        A round of the survey; the latest by default.
    settings : MeasureSettings, optional
        How ties are counted; by default as the survey settings say.

    Returns
    -------
    Departures
        With every measure of the network as a whole, in the first kind of tie that everybody was asked about; the
        values are those that measuring the partnership without the organization gives. Beyond 200 organizations only
        the 200 with most connections are left out in turn.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> ours = Partnership("Ours", {"1": from_networkx(nx.star_graph(["Backbone", "Clinic", "Library", "School"]))})
    >>> without = departures(ours)
    >>> without.values["connectedness"], [row.values["connectedness"] for row in without.rows]
    (1.0, [0.0, 1.0, 1.0, 1.0])
    """
    graph = partnership.graph(wave)
    attached = attachments_of(partnership, graph.wave.name)
    degrees = dict(attached.network.degree())
    busiest = set(sorted(graph.names, key=lambda name: -degrees[name])[:MOST])
    gone = [name for name in graph.names if name in busiest and len(graph.names) > 1]
    settings = settings or MeasureSettings(ties=partnership.info.ties)
    values, rows = _computed(partnership, graph, gone, settings)
    seen = (consequences_of(attached, attached.without([name])) for name in gone)
    layer = next(iter(open_layers(graph)), "")
    ties = settings.ties if graph.directed else None
    return Departures(layer, values, tuple(map(Departure, gone, rows, seen)), ties)


def _computed(
    partnership: Partnership, graph: PartnerGraph, gone: Sequence[str], settings: MeasureSettings
) -> tuple[MeasuredValues, Iterator[MeasuredValues]]:
    """The values as they are, and those without each organization."""
    name = next(iter(open_layers(graph)), None)
    if name is None:
        return {}, ({} for _name in gone)
    context = StudyContext(partnership, graph, name, settings)
    values_of = network_values(context)

    def without(organization: str) -> Layer:
        if context.limited:  # who named as many as they could may have named fewer then
            left = edited(partnership, Scenario(graph.wave.name, (organization,))).graph(graph.wave.name)
            return left.layer(name, settings.ties)
        return context.layer.subset(np.array([other != organization for other in graph.names]))

    return values_of(context.layer), map(values_of, map(without, gone))


def network_values(context: StudyContext) -> Callable[[Layer], MeasuredValues]:
    """What computes every measure of the network as a whole, but for those that a limit on names distorts.

    Parameters
    ----------
    context : StudyContext
        The layer as it is.

    Returns
    -------
    callable
        ``(layer) -> values``, by measure.
    """
    infos = [info for info in measures().values() if info.whole_network and under_limit(info, context) is None]
    return lambda layer: {info.name: _value(info, layer, context.settings.seed) for info in infos}


def _value(info: MeasureInfo, layer: Layer, seed: int) -> float | None:
    counted = of_known_sector(layer) if info.group else layer
    value = plain(info.function(**arguments(info, {Layer: counted}, seed)).value)
    return None if value is None else float(value)
