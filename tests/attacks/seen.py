"""What a folder says: organizations, lines, and numbers with their meaning."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Lines = NDArray[np.intp]


@dataclass(frozen=True)
class Fact:
    """A quantity that a page states, as an interval: printed numbers are rounded.

    With `over`, low and high bound the share of `quantity` in `over`. `of` says of which sectors, levels or layers.
    """

    quantity: str
    low: float
    high: float
    layer: str = ""
    wave: str = ""
    of: tuple[str, ...] = ()
    over: str = ""
    source: str = field(default="", compare=False)


@dataclass(frozen=True)
class Drawn:
    """The lines of one layer in one wave, each pair once; `level` is 0 where no level is shown."""

    lines: Lines
    level: NDArray[np.intp]
    levels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Seen:
    """Everything the attack took from a folder.

    `listed` is how many organizations each wave has, with those that the folder does not name; `unread` are measures
    with tables that the attack has no reader for.
    """

    organizations: tuple[str, ...]
    sector: tuple[str, ...]
    present: Mapping[str, frozenset[int]]
    drawn: Mapping[tuple[str, str], Drawn]
    facts: tuple[Fact, ...]
    listed: Mapping[str, int] = field(default_factory=dict)
    unread: tuple[str, ...] = ()

    def unnamed(self, wave: str) -> int:
        """How many organizations of a wave the folder counts and does not name."""
        return self.listed.get(wave, len(self.present[wave])) - len(self.present[wave])

    @property
    def waves(self) -> list[str]:
        """Waves that the folder speaks of, as it orders them."""
        return list(self.present)
