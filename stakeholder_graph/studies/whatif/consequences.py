"""What changes first: connections lost, who is left alone, what falls apart, and what nobody stands for any more."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from math import fsum

import networkx as nx

from stakeholder_graph.frames import natural
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.graph.hours import hours_of
from stakeholder_graph.measures.outcomes._affiliations import carried
from stakeholder_graph.measures.outcomes._strategies import strategies
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.studies.in_common.known_ties import open_layers, partners_of

SeveralNames = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HoursGiven:
    """Hours a month that those who stay give to their ties.

    Parameters
    ----------
    layer : str
        The kind of tie whose scale states hours.
    before, after : float
        Of all of them together, as far as their hours are known.
    new_tie : float
        What a new tie takes of each.
    """

    layer: str
    before: float
    after: float
    new_tie: float


@dataclass(frozen=True, slots=True)
class Consequences:
    """What a change does that anybody can see, over every kind of tie that everybody was asked about.

    Parameters
    ----------
    connections : tuple of (int, int)
        Pairs with a tie of any kind, whichever side named it, before and after.
    alone : tuple of str
        Organizations that lose their last connection.
    cut_off : tuple of tuple of str
        Groups of two and more that hang together and lose the way to the largest group; the largest first.
    reached : tuple of str
        Organizations that get a way to the largest group which they had not.
    sectors, outcomes, teams, strategies : tuple of str
        Those that have nobody left.
    hours : HoursGiven, optional
        None where no scale states hours.
    """

    connections: tuple[int, int]
    alone: SeveralNames = ()
    cut_off: tuple[SeveralNames, ...] = ()
    reached: SeveralNames = ()
    sectors: SeveralNames = ()
    outcomes: SeveralNames = ()
    teams: SeveralNames = ()
    strategies: SeveralNames = ()
    hours: HoursGiven | None = None


@dataclass(frozen=True, eq=False)
class Attachments:
    """Who is connected with whom, and who stands for what.

    Parameters
    ----------
    network : networkx.Graph
        Organizations, and pairs with a tie of any kind that everybody was asked about.
    stands_for : mapping of str to mapping
        By ``sector``, ``outcome``, ``team`` and ``strategy``: the organizations of each.
    gives : mapping of (str, str) to float
        Hours a month that the first gives to its tie with the second.
    hours_of : (str, float), optional
        The kind of tie whose scale states hours, and what a new tie takes; None where none does.
    """

    network: "nx.Graph[str]"
    stands_for: Mapping[str, Mapping[str, frozenset[str]]]
    gives: Mapping[tuple[str, str], float] = field(default_factory=dict)
    hours_of: tuple[str, float] | None = None

    def without(self, gone: Collection[str]) -> "Attachments":
        """The same when some organizations have left.

        Parameters
        ----------
        gone : collection of str
            Those.
        """
        network = self.network.copy()
        network.remove_nodes_from(gone)
        left = {
            kind: {item: names - frozenset(gone) for item, names in items.items()}
            for kind, items in self.stands_for.items()
        }
        gives = {pair: hours for pair, hours in self.gives.items() if not set(pair) & set(gone)}
        return Attachments(network, left, gives, self.hours_of)


def attachments_of(partnership: Partnership, wave: str) -> Attachments:
    """Say who is connected with whom, and who stands for what.

    Parameters
    ----------
    partnership : Partnership
        Any.
    wave : str
        A round of the survey.
    """
    graph = partnership.graph(wave)
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from(graph.names)
    for name, partners in partners_of(graph, open_layers(graph)).items():
        network.add_edges_from((name, partner) for partner in partners)
    people = graph.organizations
    of_sectors = {
        str(sector): frozenset(rows["organization"])
        for sector, rows in people[people["sector"] != NO_SECTOR].groupby("sector")
    }
    listed = frozenset(graph.names)
    stands_for = {
        "sector": of_sectors,
        "outcome": _carriers(graph, partnership, "outcome"),
        "team": _carriers(graph, partnership, "team"),
        "strategy": {tried.name: listed & frozenset(tried.partners) for tried in strategies(partnership)},
    }
    hours = hours_of(graph)
    if hours is None:
        return Attachments(network, stands_for)
    given = hours.given.tocoo()
    gives = {
        (graph.names[a], graph.names[b]): float(spent)
        for a, b, spent in zip(given.row.tolist(), given.col.tolist(), given.data.tolist(), strict=True)
    }
    return Attachments(network, stands_for, gives, (hours.layer, hours.new_tie))


def consequences_of(before: Attachments, after: Attachments) -> Consequences:
    """Compare what anybody can see of a partnership as it is and as it would be.

    Parameters
    ----------
    before, after : Attachments
        Of the two.

    Examples
    --------
    >>> from stakeholder_graph.graph import from_networkx
    >>> ours = nx.Graph([("Backbone", "Clinic"), ("Backbone", "Library"), ("Library", "School")])
    >>> attached = attachments_of(Partnership("Ours", {"1": from_networkx(ours)}), "1")
    >>> said = consequences_of(attached, attached.without(["Backbone"]))
    >>> said.connections, said.alone, said.cut_off
    ((3, 1), ('Clinic',), ())
    """
    old, new = before.network, after.network
    staying = [name for name in old if name in new]
    main_before = max(nx.connected_components(old), key=len, default=set())
    # Of groups as large, the largest group is the one that was it before.
    groups = sorted(
        map(_in_order, nx.connected_components(new)),
        key=lambda group: (-len(group), -len(main_before.intersection(group)), natural(group[0])),
    )
    main_after = set(groups[0]) if groups else set()
    parted = {name for name in staying if name in main_before and name not in main_after}
    # A group that is the largest only because another fell apart has no way that it had not.
    grown = {name for group in nx.connected_components(old) if main_after - group for name in group}
    joined = (name for name in staying if name in main_after & grown - main_before and len(main_before) > 1)
    return Consequences(
        connections=(old.number_of_edges(), new.number_of_edges()),
        alone=_in_order(name for name in staying if old.degree(name) and not new.degree(name)),
        cut_off=tuple(
            group
            for group in groups[1:]
            if len(group) > 1 and parted.intersection(group) and main_before.intersection(staying) - set(group)
        ),
        reached=_in_order(joined),
        sectors=_left(before, after, "sector"),
        outcomes=_left(before, after, "outcome"),
        teams=_left(before, after, "team"),
        strategies=_left(before, after, "strategy"),
        hours=_hours(before, after, staying),
    )


def _hours(before: Attachments, after: Attachments, staying: Collection[str]) -> HoursGiven | None:
    if before.hours_of is None:
        return None
    layer, new_tie = before.hours_of
    kept = set(staying)
    old, new = (
        fsum(hours for (name, _partner), hours in side.gives.items() if name in kept) for side in (before, after)
    )
    return HoursGiven(layer, old, new, new_tie)


def _left(before: Attachments, after: Attachments, kind: str) -> SeveralNames:
    """The items of a kind that had somebody and have nobody."""
    items = after.stands_for[kind]
    return _in_order(item for item, names in before.stands_for[kind].items() if names and not items.get(item))


def _carriers(graph: PartnerGraph, partnership: Partnership, kind: str) -> dict[str, frozenset[str]]:
    crossed = carried(graph, partnership, kind)
    return {str(item): frozenset(crossed.index[crossed[item]]) for item in crossed}


def _in_order(names: Iterable[str]) -> SeveralNames:
    return tuple(sorted(names, key=natural))
