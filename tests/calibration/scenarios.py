"""Scenarios of calibration: networks in which sectors play no part, or a known one, and how they were answered.

One generator with a knob for everything that may mislead a test: how many organizations in sectors of which size, hubs,
one sector that is merely more active, who answers, whom people were asked about, how many names they could give. The
networks are made with numpy alone, so that the code of another commit can be run on the very same ones.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from tests.calibration.networks import network, silent

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Scenario:
    """What a network is drawn from, and how it is answered.

    Parameters
    ----------
    sizes : tuple of int
        Of sectors; by default 40 to 50 organizations in 6 to 8 sectors of unequal size.
    density : tuple of float
        Between what the density is drawn.
    silos : float
        How much likelier ties are within a sector, in log-odds.
    hole : float, optional
        The probability of a tie from the first sector to the second; 0 leaves one tie there.
    hubs : int
        How many organizations name others, and are named, with odds twelve times as high.
    active : bool
        Whether the members of the first sector name others, whichever, with odds four times as high, and are named with
        odds twice as high.
    response : {"all", "by sector", "by degree", "at random"}
        Who answers: everyone; .25 to .95 of a sector; 65 %, the well-connected less likely; 70 % at random.
    own_rosters : bool
        Whether people are asked about all of their own sector and about two in five of the others.
    ragged : bool
        Whether everybody leaves a share of the roster blank, an eighth on average, some hardly any and some most of it.
    limit : int, optional
        How many names one may give at most; who would name more names some of them at random.
    directed, ties
        Whether ties have a direction; and what counts as a tie.
    one_of : int
        Of how many networks asked for one is looked at.
    """

    sizes: tuple[int, ...] = ()
    density: tuple[float, float] = (0.1, 0.25)
    silos: float = 0.0
    hole: float | None = None
    hubs: int = 0
    active: bool = False
    response: Literal["all", "by sector", "by degree", "at random"] = "all"
    own_rosters: bool = False
    ragged: bool = False
    limit: int | None = None
    directed: bool = True
    ties: Literal["reported", "either", "both"] = "reported"
    one_of: int = 1
    #: Of arrangements a test; 199 reach 1, 5 and 10 % exactly, 119 where rewiring takes long 5 and 10 %.
    permutations: int = 199

    @property
    def planted(self) -> bool:
        """Whether there is anything to find."""
        return self.silos > 0 or self.hole is not None


@dataclass(frozen=True, eq=False)
class Drawn:
    """A network as it was answered, and what else is known of its organizations, which plays no part.

    Parameters
    ----------
    tied : ndarray of bool, shape (n, n)
        Who named whom, of those that were asked about and may have been named; symmetric where undirected.
    sector, place : ndarray of int, shape (n,)
        Of each organization.
    answered : ndarray of bool, shape (n,)
        Who answered.
    blank : ndarray of bool, shape (n, n)
        Of those who answered, what they were not asked about or left blank.
    teams, outcomes : ndarray of bool, shape (n, 6)
        Who sits in which team, and works on which outcome.
    """

    tied: Flags
    sector: NDArray[np.intp]
    place: NDArray[np.intp]
    answered: Flags
    blank: Flags
    teams: Flags
    outcomes: Flags


BY_SECTOR = ".25 to .95 of a sector answer"

SCENARIOS = {
    "no structure, everyone answers": Scenario(),
    f"no structure, {BY_SECTOR}": Scenario(response="by sector"),
    f"no structure, {BY_SECTOR}, named by either": Scenario(response="by sector", ties="either"),
    f"no structure, {BY_SECTOR}, undirected": Scenario(response="by sector", directed=False),
    "no structure, the connected are silent": Scenario(response="by degree"),
    "no structure, sectors of 1, 2 and 30": Scenario(sizes=(1, 2, 30)),
    "no structure, three hubs": Scenario(hubs=3),
    "no structure, at most five names": Scenario(limit=5, permutations=119),
    "no structure, eight organizations": Scenario(sizes=(2, 3, 3), density=(0.25, 0.45)),
    "no structure, one sector active": Scenario(active=True),
    f"no structure, one sector active, {BY_SECTOR}": Scenario(active=True, response="by sector"),
    "no structure, rosters favour one's own sector": Scenario(own_rosters=True, permutations=119),
    "no structure, blanks": Scenario(ragged=True, response="at random", permutations=119),
    "no structure, 200 organizations": Scenario(sizes=(60, 50, 40, 25, 15, 10), density=(0.03, 0.08), permutations=119),
    "odds 1.25 times within, everyone answers": Scenario(silos=float(np.log(1.25)), one_of=10),
    "odds 1.5 times within, everyone answers": Scenario(silos=float(np.log(1.5)), one_of=10),
    "odds 2 times within, everyone answers": Scenario(silos=float(np.log(2)), one_of=4),
    f"odds 2 times within, {BY_SECTOR}": Scenario(silos=float(np.log(2)), response="by sector", one_of=4),
    "odds 2 times within, blanks": Scenario(
        silos=float(np.log(2)), ragged=True, response="at random", one_of=10, permutations=119
    ),
    "a hole of 1 where 18 are expected": Scenario(sizes=(8,) * 6, density=(0.29, 0.29), hole=0.0, one_of=4),
    "a hole of 1 where 18 are expected, 30 % silent": Scenario(
        sizes=(8,) * 6, density=(0.29, 0.29), hole=0.0, response="at random", one_of=4
    ),
    "a weak hole of 4 where 18 are expected": Scenario(sizes=(8,) * 6, density=(0.29, 0.29), hole=1 / 16, one_of=10),
}


def drawn(scenario: Scenario, number: int) -> Drawn:
    """Draw the network of this number.

    Parameters
    ----------
    scenario : Scenario
        From which.
    number : int
        The seed.

    Returns
    -------
    Drawn
    """
    rng = np.random.default_rng([number, 2])
    sector = np.repeat(np.arange(len(scenario.sizes)), scenario.sizes) if scenario.sizes else None
    n = int(rng.integers(40, 51)) if sector is None else len(sector)
    tied, sector = network(
        rng,
        n=n,
        silos=scenario.silos,
        sector=sector,
        density=scenario.density,
        hubs=scenario.hubs,
        active=scenario.active,
    )
    if scenario.hole is not None:
        tied = _with_hole(tied, sector, scenario.hole, np.random.default_rng([number, 9]))
    if not scenario.directed:
        tied = tied | tied.T
    answered = _answered(scenario, tied, sector, rng)
    place = rng.integers(5, size=n)
    teams = rng.random((n, 6)) < 0.2
    outcomes = rng.random((n, 6)) < 0.4
    blank = np.zeros((n, n), dtype=bool)
    if scenario.own_rosters:
        blank |= (sector[:, None] != sector) & (rng.random((n, n)) >= 0.4)
    if scenario.ragged:
        blank |= rng.random((n, n)) < rng.beta(0.5, 3.5, n)[:, None]
    blank &= answered[:, None] & ~np.eye(n, dtype=bool)
    seen = tied & answered[:, None] & ~blank
    if scenario.limit is not None:
        order = np.argsort(np.argsort(np.where(seen, rng.random((n, n)), 2.0), axis=1), axis=1)
        seen &= order < scenario.limit
    return Drawn(seen, sector, place, answered, blank, teams, outcomes)


def numbers(scenario: Scenario, networks: int) -> range:
    """Which networks of a scenario are looked at where so many are asked for."""
    return range(0, networks, scenario.one_of)


def _answered(scenario: Scenario, tied: Flags, sector: NDArray[np.intp], rng: np.random.Generator) -> Flags:
    n = len(tied)
    if scenario.response == "by degree":
        return ~silent(tied, 0.35, rng, leaning="connected")
    if scenario.response == "at random":
        return ~silent(tied, 0.3, rng)
    answered = np.ones(n, dtype=bool)
    if scenario.response == "by sector":
        shares = rng.uniform(0.25, 0.95, int(sector.max()) + 1)
        places = rng.permutation(n)
        for code, share in enumerate(shares):
            members = places[sector[places] == code]
            answered[members[round(share * len(members)) :]] = False
    return answered


def _with_hole(tied: Flags, sector: NDArray[np.intp], probability: float, rng: np.random.Generator) -> Flags:
    senders, receivers = np.flatnonzero(sector == 0), np.flatnonzero(sector == 1)
    tied, block = tied.copy(), np.ix_(senders, receivers)
    tied[block] = rng.random((len(senders), len(receivers))) < probability
    if probability == 0:
        tied[rng.choice(senders), rng.choice(receivers)] = True
    return tied
