"""The ties of Wren County: every figure of the story is a count that is planted, the rest is drawn around it."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from stakeholder_graph.invented.chance import Flags, Floats, Ints, pick
from stakeholder_graph.invented.wren_county.cast import BACKBONE, LIBRARY, TEAMS

#: Among those who answered: pairs that name each other, and pairs of which one names the other (45 %).
ANSWERING = (106, 130)
#: Between those who answered and the others: named by both, by the one that answered, by the other.
BETWEEN = (79, 48, 48)
#: Among those who did not answer: named by both, by one.
SILENT = (16, 20)
#: Ties of the panel that are new in the second wave beside those of Early Years to health.
GAINED = 45
#: Ties of Early Years to health that are new in the second wave: half of them.
EARLY_GAINED = 12
#: Ties that those who answered only in the first wave reported then.
FIRST_ONLY = 128


@dataclass(frozen=True, eq=False)
class Network:
    """Collaboration ties of both waves, whether reported or not.

    Parameters
    ----------
    earlier, later : array of bool, shape (n, n)
        Senders in rows.
    free : array of bool, shape (n, n)
        Dyads that no part of the story speaks of.
    affinity : array of float, shape (n, n)
        How likely a pair is to be tied.
    """

    earlier: Flags
    later: Flags
    free: Flags
    affinity: Floats


class Ground:
    """An empty network in which pairs are planted, each pair once: the first that speaks of it decides."""

    def __init__(self, affinity: Floats, rng: np.random.Generator) -> None:
        self.affinity, self.rng = affinity, rng
        self.ties = np.zeros(affinity.shape, dtype=np.bool_)
        self.free = ~np.eye(len(affinity), dtype=np.bool_)

    def plant(self, first: Iterable[int], second: Iterable[int], both: int = 0, forth: int = 0, back: int = 0) -> None:
        """Tie exact numbers of the free pairs of two sets: named by both, by the first, by the second."""
        asked = np.zeros_like(self.free)
        asked[np.ix_(list(first), list(second))] = True
        asked &= ~np.tril(asked.T)
        self.plant_where(asked, both, forth, back)

    def plant_where(self, asked: Flags, both: int = 0, forth: int = 0, back: int = 0) -> None:
        """Tie exact numbers of the free pairs that a matrix marks in one of their two directions."""
        senders, receivers = np.nonzero(asked & self.free)
        chosen = pick(self.affinity[senders, receivers], both + forth + back, self.rng)
        named, naming = chosen[: both + forth], np.r_[chosen[:both], chosen[both + forth :]]
        self.ties[senders[named], receivers[named]] = True
        self.ties[receivers[naming], senders[naming]] = True
        self.free[senders, receivers] = self.free[receivers, senders] = False

    def counts(self, among: Ints) -> tuple[int, int]:
        """How many pairs within a set are named by both, and by one."""
        block = self.ties[np.ix_(among, among)]
        both = int((block & block.T).sum()) // 2
        return both, int(block.sum()) - 2 * both


def grow(cast: pd.DataFrame, rng: np.random.Generator) -> Network:
    """Plant the second wave, then step back to the first."""
    where = {name: position for position, name in enumerate(cast["organization"])}

    def those(condition: "pd.Series[bool]") -> Ints:
        return np.flatnonzero(condition.to_numpy())

    answered = cast["answered"].str.startswith(("both", "second"))
    school, health = cast["sector"] == "Schools", cast["sector"] == "Health"
    nonprofit, spoke = cast["sector"] == "Nonprofits", cast["part"] == "spoke"
    attendance = those(cast["works_on"] == "attendance")
    small = those(nonprofit & (cast["size"] == "small") & ~spoke)
    large = those(nonprofit & (cast["size"] == "large"))
    everyone, answering, silent = np.arange(len(cast)), those(answered), those(~answered)
    library, backbone = [where[LIBRARY]], [where[BACKBONE]]
    early = np.array([where[name] for name in TEAMS["Early Years"]])
    early = early[~health.to_numpy()[early]]
    sides = [(those(school & answered), those(school & ~answered))]
    (schools, other_schools), (clinics, other_clinics) = (
        *sides,
        (those(health & answered), those(health & ~answered)),
    )

    odds = _odds(cast, rng)
    ground = Ground(_affinity(cast, odds), rng)
    ground.plant(those(spoke), backbone, both=6, forth=2)
    ground.plant(those(spoke), everyone)
    ground.plant(np.intersect1d(attendance, early), np.intersect1d(attendance, those(health)))
    ground.plant(attendance, attendance, both=1, forth=1)
    ground.plant(schools, schools, both=10, forth=5)
    ground.plant(schools, other_schools, both=2, forth=2, back=1)
    ground.plant(schools, clinics, both=1, forth=1, back=1)
    ground.plant(schools, other_clinics, forth=1)
    ground.plant(other_schools, those(health))
    ground.plant(library, schools, both=6)
    ground.plant(library, clinics, both=5)
    ground.plant(library, np.r_[other_schools, other_clinics[:1]], both=2)
    ground.plant(small, large, both=1, forth=12)
    ground.plant(backbone, answering, both=16, forth=2, back=7)
    ground.plant(backbone, silent, both=5, forth=2, back=2)
    ground.plant(early, clinics, both=6, forth=8, back=3)
    ground.plant(early, other_clinics, both=2, forth=2)

    free = ground.free.copy()
    sends = rng.random(free.shape) < odds / (odds + odds.T)
    sends = np.triu(sends, 1) | np.tril(~sends.T, -1)
    reports = answered.to_numpy()
    _fill(ground, sends & np.outer(reports, reports), answering, *ANSWERING)
    mixed = np.outer(reports, ~reports)
    planted, back = ground.ties & mixed, ground.ties.T & mixed
    both, forth, only_back = (int(part.sum()) for part in (planted & back, planted & ~back, back & ~planted))
    ground.plant_where(mixed, BETWEEN[0] - both, BETWEEN[1] - forth, BETWEEN[2] - only_back)
    _fill(ground, sends & ~np.logical_or.outer(reports, reports), silent, *SILENT)

    later = ground.ties
    earlier = _earlier(cast, later, free, ground.affinity, early, those(health), rng)
    return Network(earlier, later, free, ground.affinity)


def _odds(cast: pd.DataFrame, rng: np.random.Generator) -> Floats:
    """Odds that one organization names another, from size and chance; business is named less."""
    size = cast["size"].map({"large": 1.3, "medium": 1.0, "small": 0.8}).to_numpy(np.float64)
    keen = np.where(cast["answered"] == "first", 1.6, 1.0)
    known = np.where(cast["sector"] == "Business", 0.5, 1.0)
    activity = keen * np.exp(0.5 * (rng.random(len(cast)) - 0.5))
    popularity = size * known * np.exp(0.5 * (rng.random(len(cast)) - 0.5))
    return np.outer(activity, popularity)


def _affinity(cast: pd.DataFrame, odds: Floats) -> Floats:
    """Weight of each pair: like sectors, places and outcomes meet, early years and school years do not."""
    weight = odds + odds.T
    for attribute, factor in (("sector", 1.5), ("place", 1.4), ("works_on", 1.4)):
        same = cast[attribute].to_numpy()[:, None] == cast[attribute].to_numpy()[None, :]
        weight = np.where(same, factor * weight, weight)
    young, older = (cast["works_on"].isin(group).to_numpy() for group in (["early"], ["learning", "career"]))
    apart = np.outer(young, older)
    weight = np.where(apart | apart.T, 0.2 * weight, weight)
    quiet = (cast["organization"] == LIBRARY).to_numpy()
    return np.where(quiet[:, None] | quiet[None, :], 0.15 * weight, weight)


def _fill(ground: Ground, sends: Flags, among: Ints, both: int, one: int) -> None:
    """Plant what is still missing to the stated number of pairs within a set."""
    planted_both, planted_one = ground.counts(among)
    ground.plant_where(sends, both - planted_both, one - planted_one)


def _earlier(
    cast: pd.DataFrame,
    later: Flags,
    free: Flags,
    affinity: Floats,
    early: Ints,
    health: Ints,
    rng: np.random.Generator,
) -> Flags:
    """The first wave: as many ties among the panel, others in part, and busier reports of who then fell silent."""
    listed = ~cast["answered"].str.endswith("joined").to_numpy()
    panel, first = (cast["answered"] == when for when in ("both", "first"))
    earlier = later & np.outer(listed, listed)
    steady = np.outer(panel.to_numpy(), listed) & free
    doubled = np.zeros_like(free)
    doubled[np.ix_(early, health)] = True

    def flip(dyads: Flags, count: int, to: bool) -> None:
        senders, receivers = np.nonzero(dyads)
        chosen = pick(affinity[senders, receivers], count, rng)
        earlier[senders[chosen], receivers[chosen]] = to

    fewer = earlier & doubled & np.outer(panel.to_numpy(), listed)
    lost = steady & ~later & ~doubled
    flip(fewer, EARLY_GAINED, to=False)
    flip(steady & later & ~doubled, GAINED, to=False)
    flip(lost, GAINED + EARLY_GAINED, to=True)
    more = np.outer(first.to_numpy(), listed) & free & ~earlier
    flip(more, FIRST_ONLY - int(earlier[first.to_numpy()].sum()), to=True)
    return earlier
