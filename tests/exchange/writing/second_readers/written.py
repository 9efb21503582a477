"""The networks that other programs read, and what each of them should find."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

import stakeholder_graph as sg
from stakeholder_graph.editions import make_copy
from stakeholder_graph.exchange.network import NetworkFile, Value
from stakeholder_graph.exchange.writing import NETWORK_WRITERS
from stakeholder_graph.views.exported.network_of import network_of
from tests.exchange.writing.networks import MULTILAYER

WREN = Path(__file__).resolve().parents[4] / "surveys" / "wren-county"
#: Those that every second reader gets.
NETWORKS = ("all that is hard to write", "the example")

#: Origin, target, kind of tie and strength.
Tie = tuple[int, int, str, float | None]


@cache
def network(which: str) -> NetworkFile:
    """One of `NETWORKS`."""
    if which == NETWORKS[0]:
        return MULTILAYER
    partnership = sg.read(WREN)
    return network_of(make_copy("backbone", partnership, (), partnership.latest))


def files(which: str, key: str, folder: Path) -> list[Path]:
    """Write a network in a format."""
    written = []
    for name, content in NETWORK_WRITERS[key].files(network(which), "network").items():
        written.append(folder / name)
        written[-1].write_bytes(content if isinstance(content, bytes) else content.encode())
    return written


def ties(of: NetworkFile, *, both_ways: bool = False, layer: str = "") -> list[Tie]:
    """The ties of a network, in order; those without direction both ways where a format has no other."""
    found: list[Tie] = []
    for edge in of.edges:
        if layer in ("", edge.layer):
            found.append((edge.origin, edge.target, edge.layer, edge.weight))
            if both_ways and not edge.directed:
                found.append((edge.target, edge.origin, edge.layer, edge.weight))
    return in_order(found)


def in_order(found: Iterable[Tie]) -> list[Tie]:
    """Ties in one order, whatever strengths are unknown."""
    return sorted(found, key=lambda tie: (*tie[:3], tie[3] or 0.0))


def plain(value: Value) -> str | int | float | bool:
    """A value as formats without dates hold it."""
    return value.isoformat() if isinstance(value, date) else value
