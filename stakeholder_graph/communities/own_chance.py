"""Communities against chance in themselves: what can be said where too few have an aspect to show what is usual.

Each share is tested on both sides by its z-score; where there is a second chance, it has to differ from both, on the
same side. All these tests are corrected together. Who lies below is counted and not named, as everywhere here; nor is
anything said of the rest where that is a single community, which would be named by elimination.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from stakeholder_graph.communities.aspects import in_order
from stakeholder_graph.communities.community_wave import CommunityWave, Comparable
from stakeholder_graph.communities.standing import FEWEST, ONE_CHANCE
from stakeholder_graph.frames.arrays import Flags
from stakeholder_graph.inference.p_values import benjamini_hochberg
from stakeholder_graph.model.finding import LEVEL


@dataclass(frozen=True, slots=True)
class OwnChance:
    """How communities stand to their own chance in an aspect.

    Parameters
    ----------
    aspect, about
        As of `Comparable`.
    communities : int
        How many were tested.
    above : tuple of str
        Those with more than chance gives, in the order of communities.
    below : int
        How many have less; 0 where it could only be one certain community.
    """

    aspect: str
    about: tuple[str, ...]
    communities: int
    above: tuple[str, ...] = ()
    below: int = 0


def own_chances(waves: Sequence[CommunityWave]) -> tuple[OwnChance, ...]:
    """Hold communities against chance in aspects that fewer than ten have.

    Parameters
    ----------
    waves : sequence of CommunityWave
        One a community.

    Returns
    -------
    tuple of OwnChance
        In the order of `ASPECTS`. Outcomes and pairs of sectors are there only if somebody lies above, and so is what
        a single community has.

    Examples
    --------
    >>> def made(name: str, share: float) -> CommunityWave:
    ...     compared = (Comparable("across_sectors", (), share, 0.8, 0.02, 0.8, 0.02),)
    ...     return CommunityWave(name, "1", "collaboration", True, 60, 60, comparables=compared)
    >>> own_chances([made("East", 0.9), made("North", 0.6), made("West", 0.81)])
    (OwnChance(aspect='across_sectors', about=(), communities=3, above=('East',), below=1),)
    """
    rows = [(wave.name, row, z) for wave in waves for row in wave.comparables if (z := _nearer(row)) is not None]
    had: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    for place, (_name, row, _z) in enumerate(rows):
        had.setdefault((row.aspect, row.about), []).append(place)
    few = {key: places for key, places in had.items() if len(places) < FEWEST}
    tested = np.full(len(rows), np.nan)
    for places in few.values():
        tested[places] = [2 * ndtr(-abs(rows[place][2])) for place in places]
    differs = benjamini_hochberg(tested, np.isfinite(tested)) <= LEVEL
    return tuple(_said(rows, differs, few, in_order(few)))


def _said(
    rows: Sequence[tuple[str, Comparable, float]],
    differs: Flags,
    few: dict[tuple[str, tuple[str, ...]], list[int]],
    keys: Sequence[tuple[str, tuple[str, ...]]],
) -> Iterator[OwnChance]:
    for aspect, about in keys:
        places = few[aspect, about]
        above = tuple(rows[place][0] for place in places if differs[place] and rows[place][2] > 0)
        nameless = len(places) - len(above) > 1
        below = sum(bool(differs[place]) and rows[place][2] < 0 for place in places) if nameless else 0
        if above or (nameless and not about):
            yield OwnChance(aspect, about, len(places), above, below)


def _nearer(row: Comparable) -> float | None:
    """The z-score nearer to chance, 0 where two lie on both sides of it; None where one cannot be had."""
    if row.aspect in ONE_CHANCE:
        return row.z
    if row.z is None or row.z_rewired is None:
        return None
    return 0.0 if row.z * row.z_rewired <= 0 else min(row.z, row.z_rewired, key=abs)
