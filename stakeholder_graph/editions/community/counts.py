"""What the community's copy counts: closed types without a name, a line or a number under five."""

from collections.abc import Iterator
from dataclasses import dataclass

#: Nothing with fewer than so many is counted.
FEWEST = 5


@dataclass(frozen=True, slots=True)
class SectorPair:
    """Connections between two sectors, or within one.

    Parameters
    ----------
    first, second : str
        The sectors; twice the same within one.
    lines : int or None
        How many pairs of organizations are connected; None for fewer than `FEWEST`.
    pairs : int
        How many pairs there are.
    """

    first: str
    second: str
    lines: int | None
    pairs: int


@dataclass(frozen=True, slots=True)
class LayerCounts:
    """Connections of one kind.

    Parameters
    ----------
    layer : str
        The kind of tie.
    pairs : int
        How many pairs of organizations there are.
    lines : int or None
        How many of them are connected; None where that would tell a number that `between` leaves out.
    across : int or None
        How many of the connected pairs are of two sectors; None for the same reason.
    between : tuple of SectorPair
        By pair of sectors.
    """

    layer: str
    pairs: int
    lines: int | None = None
    across: int | None = None
    between: tuple[SectorPair, ...] = ()


@dataclass(frozen=True, slots=True)
class CommunityCounts:
    """All that the community's copy counts.

    Parameters
    ----------
    sectors : tuple of (str, int)
        How many organizations each sector has in the wave that the copy speaks of; small ones stand together.
    layers : tuple of LayerCounts
        Kinds of ties whose lines the room sees.
    teams : tuple of (str, int or None)
        How many organizations sit in each team on the list; None for fewer than `FEWEST`.
    clusters : tuple of (str, int)
        Groups of organizations that work on the same outcomes: which these are, and how many organizations.
    """

    sectors: tuple[tuple[str, int], ...] = ()
    layers: tuple[LayerCounts, ...] = ()
    teams: tuple[tuple[str, int | None], ...] = ()
    clusters: tuple[tuple[str, int], ...] = ()

    @property
    def texts(self) -> Iterator[str]:
        """What it calls by name: sectors, kinds of ties, teams and outcomes."""
        for counted in (self.sectors, self.teams, self.clusters):
            yield from (name for name, _ in counted)
        for layer in self.layers:
            yield layer.layer
