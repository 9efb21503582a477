"""What a format of network files holds of a network, and what is left out of it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from stakeholder_graph.exchange.network import NetworkFile, kinds_of
from stakeholder_graph.exchange.writing._file_names import for_a_file
from stakeholder_graph.text import _, _n, listing

#: What is written, by the name of the file.
Files = Mapping[str, str | bytes]


@dataclass(frozen=True)
class NetworkWriter:
    """A format that networks are written in.

    Parameters
    ----------
    key : str
        What the command line calls it.
    tool : str
        What it is for, a message id of the catalogue where it is more than a name.
    ending : str
        Of its file, or of the first of them; blank where it is a folder of files.
    write : callable
        Gives the content of each file by name, from a network and the name of the first file without its ending.
    layers : bool
        Whether it tells kinds of tie apart.
    waves : bool
        Whether one file holds several waves.
    mixed_direction : bool
        Whether edges that run one way and edges that do not can stand in one file.
    node_attributes, edge_attributes : bool
        Whether it holds what is known of organizations, and of ties beside their strength.
    types : bool
        Whether numbers, flags and text are told apart.
    positions, colours : bool
        Whether it says where nodes stand, and how they look.
    asked : bool
        Whether it tells a pair that was not asked about from one without a tie.
    edges : bool
        Whether it holds ties at all.
    blank_strengths : bool
        Whether the strength of a tie can be left blank; otherwise all ties of a kind are 1 where any is not known.
    most_edges : int, optional
        How many ties a file holds at most.
    most_nodes : int, optional
        How many organizations a file is made for at most.
    """

    key: str
    tool: str
    ending: str
    write: Callable[[NetworkFile, str], Files]
    layers: bool = True
    waves: bool = False
    mixed_direction: bool = True
    node_attributes: bool = True
    edge_attributes: bool = True
    types: bool = True
    positions: bool = False
    colours: bool = False
    asked: bool = False
    edges: bool = True
    blank_strengths: bool = True
    most_edges: int | None = None
    most_nodes: int | None = None

    def files(self, network: NetworkFile, stem: str) -> Files:
        """Write a network: one file or set of files, or one a wave.

        Parameters
        ----------
        network : NetworkFile
            Of one wave or of several.
        stem : str
            The name of the file without its ending.
        """
        parts = self._parts(network)
        if len(parts) == 1:
            return self.write(network, stem)
        written: dict[str, str | bytes] = {}
        for part in parts:
            written |= self.write(part, "-".join([stem, *_which(part, network)]))
        return written

    def _parts(self, network: NetworkFile) -> list[NetworkFile]:
        """What stands in a file of its own."""
        parts = [network]
        if not self.waves:
            parts = [_only(part, wave=wave) for part in parts for wave in part.waves]
        if not self.layers:
            parts = [_only(part, layer=layer) for part in parts for layer in part.layers]
        return parts

    def too_large(self, network: NetworkFile) -> str:
        """Say why a file cannot hold a network; blank where it can.

        Parameters
        ----------
        network : NetworkFile
            As given to `files`.
        """
        edges = max((len(part.edges) for part in self._parts(network)), default=0) if self.most_edges else 0
        if not self.most_edges or edges <= self.most_edges:
            return ""
        return _(
            "{tool} holds {most:,} connections at most, and there are {count:,}. Use another format, such as csv.",
            tool=_(self.tool),
            most=self.most_edges,
            count=edges,
        )

    def left_out(self, network: NetworkFile) -> Iterator[str]:
        """Say what of a network its files do not hold, a sentence each.

        Parameters
        ----------
        network : NetworkFile
            As given to `files`.
        """
        if not self.edges:
            yield _("{tool} gets organizations; connections are left out.", tool=_(self.tool))
            return
        if not self.asked:  # a matrix holds mentions
            yield from _reports(network)
        if len(network.waves) > 1 and not self.waves:
            yield _("{tool} holds one survey a file: there is a file for each.", tool=_(self.tool))
        if len(network.layers) > 1 and not self.layers:
            yield _("{tool} does not tell kinds of connection apart: there is a file for each.", tool=_(self.tool))
        if len(network.directions) > 1 and not self.mixed_direction:
            yield _(
                "In {tool} all connections have a direction or none has: those without one are written both ways.",
                tool=_(self.tool),
            )
        if unknown := {which: count for which, count in network.unknown_strengths.items() if count}:
            yield self._without_strength(unknown)
        if not self.node_attributes:
            yield from self._attributes(list(kinds_of(node.attributes for node in network.nodes)), "organizations")
        if not self.edge_attributes:
            yield from self._attributes(list(kinds_of(edge.attributes for edge in network.edges)), "connections")

    def _without_strength(self, unknown: Mapping[tuple[str, str], int]) -> str:
        if self.blank_strengths:
            return _n(
                "The strength of {count} connection is not known; it is left blank.",
                "The strength of {count} connections is not known; it is left blank.",
                sum(unknown.values()),
            )
        return _n(
            "The strength of {count} connection is not known, and a cell of {tool} cannot say so: every connection of "
            "{kinds} is 1, those of known strength too. Other formats keep the strengths.",
            "The strength of {count} connections is not known, and a cell of {tool} cannot say so: every connection of "
            "{kinds} is 1, those of known strength too. Other formats keep the strengths.",
            sum(unknown.values()),
            tool=_(self.tool),
            kinds=listing(dict.fromkeys(layer for _wave, layer in unknown)),
        )

    def _attributes(self, names: list[str], about: str) -> Iterator[str]:
        if not names:
            return
        if about == "organizations":
            yield _n(
                "{tool} holds no such column of organizations: {names} is left out.",
                "{tool} holds no such columns of organizations: {names} are left out.",
                len(names),
                tool=_(self.tool),
                names=listing(names),
            )
        else:
            yield _n(
                "{tool} holds no such column of connections: {names} is left out.",
                "{tool} holds no such columns of connections: {names} are left out.",
                len(names),
                tool=_(self.tool),
                names=listing(names),
            )


def _reports(network: NetworkFile) -> Iterator[str]:
    """What the number of edges is, where the map and the measures count fewer."""
    mentions = {(edge.wave, edge.layer, edge.origin, edge.target) for edge in network.edges if edge.directed}
    pairs = {(wave, layer, *sorted((origin, target))) for wave, layer, origin, target in mentions}
    reports = sum(edge.directed for edge in network.edges)
    if reports > len(pairs):
        yield _(
            "An edge is a report: {reports:,} reports make {mentions:,} mentions, and these {pairs:,} connections as "
            "the map counts them (stakeholder-graph explain tie_counts).",
            reports=reports,
            mentions=len(mentions),
            pairs=len(pairs),
        )


def _only(network: NetworkFile, wave: str | None = None, layer: str | None = None) -> NetworkFile:
    """One wave or one kind of tie of a network."""
    kept = (edge for edge in network.edges if edge.wave == (wave or edge.wave) and edge.layer == (layer or edge.layer))
    waves = network.waves if wave is None else (wave,)
    layers = network.layers if layer is None else (layer,)
    return replace(network, edges=tuple(kept), waves=waves, layers=layers)


def _which(part: NetworkFile, whole: NetworkFile) -> list[str]:
    """What tells the file of a part from those of the others."""
    both = ((part.waves, whole.waves), (part.layers, whole.layers))
    return [for_a_file(names[0]) for names, of_all in both if len(names) < len(of_all)]
