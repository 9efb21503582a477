"""Personal rosters: about whom each organization is asked, drawn by lot so that everybody is asked about as often."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from stakeholder_graph.frames import natural


@dataclass(frozen=True)
class PersonalRosters:
    """Everybody on a circle; each is asked about those who follow.

    Parameters
    ----------
    circle : tuple of str
        The organizations in the order in which they stand.
    size : int
        About how many each is asked; at least 1, and fewer than all others.

    Notes
    -----
    Each is asked about by as many as it is asked about itself. No pair is asked of both of its sides while another is
    asked of neither: with a size of at least half of the others every pair is asked of somebody [1]_.

    Who stands on a roster follows from the list of organizations and the seed alone. A roster drawn from what others
    answered, or from who did, would tell its reader of it.

    References
    ----------
    .. [1] Graham, J. W., Taylor, B. J., Olchowski, A. E., & Cumsille, P. E. (2006). Planned missing data designs in
       psychological research. Psychological Methods, 11(4), 323-343.

    Examples
    --------
    >>> rosters = PersonalRosters(("A", "B", "C", "D", "E"), 2)
    >>> rosters.roster("D"), rosters.askers("D")
    (('A', 'E'), ('B', 'C'))
    """

    circle: tuple[str, ...]
    size: int

    @cached_property
    def _place(self) -> Mapping[str, int]:
        return {name: place for place, name in enumerate(self.circle)}

    def roster(self, organization: str) -> tuple[str, ...]:
        """Give those whom an organization is asked about, in the order of a list.

        Parameters
        ----------
        organization : str
            On the circle.
        """
        return self._next(organization, range(1, self.size + 1))

    def askers(self, organization: str) -> tuple[str, ...]:
        """Give those who are asked about an organization, in the order of a list.

        Parameters
        ----------
        organization : str
            On the circle.
        """
        return self._next(organization, range(-self.size, 0))

    def pairs(self) -> tuple[int, int, int]:
        """Count the pairs that are asked of both sides, of one, and of neither.

        Returns
        -------
        (int, int, int)

        Examples
        --------
        >>> PersonalRosters(tuple("ABCDEFG"), 2).pairs(), PersonalRosters(tuple("ABCDEF"), 3).pairs()
        ((0, 14, 7), (3, 12, 0))
        """
        n = len(self.circle)
        asked = n * self.size
        every = n * (n - 1) // 2
        both = max(asked - every, 0)
        return both, asked - 2 * both, every - asked + both

    def _next(self, organization: str, steps: range) -> tuple[str, ...]:
        place, n = self._place[organization], len(self.circle)
        return tuple(sorted((self.circle[(place + step) % n] for step in steps), key=natural))


def draw_rosters(sectors: Mapping[str, str], size: int, seed: int = 0) -> PersonalRosters:
    """Draw personal rosters by lot.

    Parameters
    ----------
    sectors : mapping of str to str
        By organization, as the list says it; blank where it is not known.
    size : int
        About how many each is asked.
    seed : int
        Of the lot. The order of the list has no effect.

    Returns
    -------
    PersonalRosters
        On the circle each sector is spread evenly, so that every roster has about its share of each.

    Examples
    --------
    >>> draw_rosters({"Clinic": "Health", "Hospital": "Health", "Library": "Culture", "Museum": "Culture"}, 2).circle
    ('Hospital', 'Library', 'Clinic', 'Museum')
    """
    rng = np.random.default_rng(np.random.SeedSequence(seed))
    members: dict[str, list[str]] = {}
    for name in sorted(sectors, key=natural):
        members.setdefault(sectors[name], []).append(name)
    placed: list[tuple[float, str]] = []
    for sector in sorted(members, key=natural):
        names = members[sector]
        begin = rng.random()
        order = rng.permutation(len(names)).tolist()
        placed += [((begin + place) / len(names), names[drawn]) for place, drawn in enumerate(order)]
    return PersonalRosters(tuple(name for _place, name in sorted(placed)), size)
