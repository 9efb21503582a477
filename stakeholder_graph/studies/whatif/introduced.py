"""Proposed introductions: what the network would be if each pair worked together, computed to be looked up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stakeholder_graph.graph import Partnership
from stakeholder_graph.studies.context import MeasureSettings, StudyContext
from stakeholder_graph.studies.whatif.consequences import Consequences, attachments_of, consequences_of
from stakeholder_graph.studies.whatif.departures import MeasuredValues, network_values
from stakeholder_graph.studies.whatif.edit import edited
from stakeholder_graph.studies.whatif.scenario import Scenario
from stakeholder_graph.studies.whatif.scenario_check import NamedPair


@dataclass(frozen=True, slots=True)
class ConnectedPairs:
    """What the network would be if pairs of organizations worked together.

    Parameters
    ----------
    pairs : tuple of (str, str)
        One pair, or several together.
    layer : str
        The kind of tie that they would have.
    values : mapping of str to (float or None)
        By measure.
    consequences : Consequences
        What anybody can see.
    """

    pairs: tuple[NamedPair, ...]
    layer: str
    values: MeasuredValues
    consequences: Consequences


def introduced(
    partnership: Partnership, pairs: Sequence[NamedPair], layer: str, *, wave: str, settings: MeasureSettings
) -> tuple[ConnectedPairs, ...]:
    """Compute what the network would be if each of some pairs worked together.

    Parameters
    ----------
    partnership : Partnership
        As it is.
    pairs : sequence of (str, str)
        Organizations that are not tied in this kind of tie. Those of which neither answered are left out: nobody could
        report their tie.
    layer : str
        The kind of tie.
    wave : str
        A round of the survey.
    settings : MeasureSettings
        How ties are counted.

    Returns
    -------
    tuple of ConnectedPair
        Each pair by itself, in their order, and where there are several all of them together at the end. The values are
        those that measuring the partnership with the connections gives.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> ours = Partnership("Ours", {"1": from_networkx(nx.path_graph(["Clinic", "Library", "School"]))})
    >>> pairs = [("Clinic", "School")]
    >>> introduced(ours, pairs, "collaboration", wave="1", settings=MeasureSettings())[0].values["density"]
    1.0
    """
    return tuple(_introduced(partnership, pairs, layer, wave, settings))


def _introduced(
    partnership: Partnership, pairs: Sequence[NamedPair], layer: str, wave: str, settings: MeasureSettings
) -> Iterator[ConnectedPairs]:
    graph = partnership.graph(wave)
    values_of = network_values(StudyContext(partnership, graph, layer, settings))
    attached = attachments_of(partnership, wave)
    asked = graph["asked"]
    answered = set(asked.loc[asked["answered"] & (asked["layer"] == layer), "organization"])
    known = [pair for pair in pairs if not answered.isdisjoint(pair)]
    for together in (*((pair,) for pair in known), *([tuple(known)] if len(known) > 1 else [])):
        after = edited(partnership, Scenario(wave, connect=together, layers=(layer,)))
        values = values_of(after.graph(wave).layer(layer, settings.ties))
        yield ConnectedPairs(together, layer, values, consequences_of(attached, attachments_of(after, wave)))
