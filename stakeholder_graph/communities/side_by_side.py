"""Communities side by side: what each is like, where it stands, and from which others could learn what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np

from stakeholder_graph.communities.community_wave import CommunityWave
from stakeholder_graph.communities.fingerprint import Fingerprint
from stakeholder_graph.communities.standing import FEWEST, CommunityFunnel, standings
from stakeholder_graph.frames import natural


@dataclass(frozen=True, slots=True)
class UsualDensity:
    """How dense communities of each size usually are: the more organizations, the smaller the share of pairs.

    Parameters
    ----------
    intercept, slope : float
        Of the logarithm of the density on that of how many organizations are listed.
    """

    intercept: float
    slope: float

    def of(self, organizations: int) -> float:
        """The density that is usual for so many organizations."""
        return float(np.exp(self.intercept + self.slope * np.log(organizations)))


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Communities side by side.

    Parameters
    ----------
    waves : tuple of CommunityWave
        In natural order of communities, oldest survey first: no order by any number.
    standings : tuple of CommunityFunnel
        Of the latest survey of each.
    usual_density : UsualDensity or None
        None where there are too few communities, or all are of one size.
    fingerprints : mapping of str to Fingerprint
        Communities that share no more than that, by what their files are called.

    See Also
    --------
    side_by_side : Makes one.
    """

    waves: tuple[CommunityWave, ...]
    standings: tuple[CommunityFunnel, ...] = ()
    usual_density: UsualDensity | None = None
    fingerprints: Mapping[str, Fingerprint] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def latest(self) -> tuple[CommunityWave, ...]:
        """The latest survey of each community."""
        return tuple(wave for wave in self.waves if wave.latest)

    def __repr__(self) -> str:
        aspects = sum(bool(standing.to_learn_from) for standing in self.standings)
        count = len(self.latest) + len(self.fingerprints)
        return f"<SideBySide: {count} communities, {aspects} aspects with one to learn from>"


def side_by_side(
    waves: Sequence[CommunityWave], fingerprints: Mapping[str, Fingerprint] = MappingProxyType({})
) -> SideBySide:
    """Put communities side by side.

    Parameters
    ----------
    waves : sequence of CommunityWave
        In any order, each community with its latest survey.
    fingerprints : mapping of str to Fingerprint
        By what their files are called.

    Examples
    --------
    >>> side_by_side([CommunityWave(name, "1", "", True, 30, 20) for name in ("Ward 10", "Ward 2")]).waves[0].name
    'Ward 2'
    """
    position = {id(wave): k for k, wave in enumerate(waves)}
    ordered = tuple(sorted(waves, key=lambda wave: (natural(wave.name), position[id(wave)])))
    latest = [wave for wave in ordered if wave.latest]
    named = {name: fingerprints[name] for name in sorted(fingerprints, key=natural)}
    return SideBySide(ordered, standings(latest), _usual_density(latest), MappingProxyType(named))


def _usual_density(waves: Sequence[CommunityWave]) -> UsualDensity | None:
    known = [(wave.organizations, wave.density) for wave in waves if wave.density and wave.organizations > 1]
    if len(known) < FEWEST or len({size for size, _ in known}) == 1:
        return None
    sizes, densities = np.log(np.array(known, dtype=float)).T
    slope, intercept = np.polyfit(sizes, densities, 1)
    return UsualDensity(float(intercept), float(slope))
