"""The ties of Wren County: every figure of the story is a planted count, and the rest is drawn around it."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from stakeholder_graph.frames.arrays import Flags, Floats, Ints
from stakeholder_graph.generators.exact_draws import pick
from stakeholder_graph.generators.wren_county.cast import BACKBONE, LIBRARY, TEAMS

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
        Dyads of which no part of the story speaks.
    affinity : array of float, shape (n, n)
        How likely a pair is to be tied.
    """

    earlier: Flags
    later: Flags
    free: Flags
    affinity: Floats


class Ground:
    """An empty network in which each pair is planted once, by the first part of the story that speaks of it."""

    def __init__(self, affinity: Floats, rng: np.random.Generator) -> None:
        self.affinity, self.rng = affinity, rng
        self.ties = np.zeros(affinity.shape, dtype=np.bool_)
        self.free = ~np.eye(len(affinity), dtype=np.bool_)

    def plant(self, first: Iterable[int], second: Iterable[int], both: int = 0, forth: int = 0, back: int = 0) -> None:
        """Tie exact numbers of the free pairs between two sets.

        Parameters
        ----------
        first, second : iterable of int
            The sets, by index.
        both, forth, back : int
            How many pairs are named by both ends, by the one in the first set, by the one in the second.
        """
        asked = np.zeros_like(self.free)
        asked[np.ix_(list(first), list(second))] = True
        asked &= ~np.tril(asked.T)
        self.plant_where(asked, both, forth, back)

    def plant_where(self, asked: Flags, both: int = 0, forth: int = 0, back: int = 0) -> None:
        """Tie exact numbers of the free pairs that a matrix marks.

        Parameters
        ----------
        asked : ndarray of bool, shape (n, n)
            Pairs, marked in one of their two directions.
        both, forth, back : int
            How many pairs are named by both ends, in the marked direction, in the other.
        """
        senders, receivers = np.nonzero(asked & self.free)
        chosen = pick(self.affinity[senders, receivers], both + forth + back, self.rng)
        named, naming = chosen[: both + forth], np.r_[chosen[:both], chosen[both + forth :]]
        self.ties[senders[named], receivers[named]] = True
        self.ties[receivers[naming], senders[naming]] = True
        self.free[senders, receivers] = self.free[receivers, senders] = False

    def counts(self, among: Ints) -> tuple[int, int]:
        """Count the pairs within a set that are named by both ends, and by one.

        Parameters
        ----------
        among : ndarray of int
            The set, by index.

        Returns
        -------
        pair of int
        """
        block = self.ties[np.ix_(among, among)]
        both = int((block & block.T).sum()) // 2
        return both, int(block.sum()) - 2 * both


def grow(cast: pd.DataFrame, rng: np.random.Generator) -> Network:
    """Plant the story in the second wave, draw the rest around it, then step back to the first wave.

    Parameters
    ----------
    cast : DataFrame
        As `cast.organizations` gives it.
    rng : numpy.random.Generator

    Returns
    -------
    Network
    """
    odds = _odds(cast, rng)
    ground = Ground(_affinity(cast, odds), rng)
    _plant_story(ground, cast)
    free = ground.free.copy()

    reports = cast["answered"].str.startswith(("both", "second")).to_numpy()
    sends = rng.random(free.shape) < odds / (odds + odds.T)
    sends = np.triu(sends, 1) | np.tril(~sends.T, -1)
    _fill(ground, sends & np.outer(reports, reports), np.flatnonzero(reports), *ANSWERING)
    mixed = np.outer(reports, ~reports)
    there, back = ground.ties & mixed, ground.ties.T & mixed
    planted = (int(part.sum()) for part in (there & back, there & ~back, back & ~there))
    ground.plant_where(mixed, *(wanted - count for wanted, count in zip(BETWEEN, planted, strict=True)))
    _fill(ground, sends & ~np.logical_or.outer(reports, reports), np.flatnonzero(~reports), *SILENT)

    return Network(_earlier(cast, ground, free, rng), ground.ties, free, ground.affinity)


def _those(condition: "pd.Series[bool]") -> Ints:
    return np.flatnonzero(condition.to_numpy())


def _early_years(cast: pd.DataFrame) -> Ints:
    """The team Early Years without those from health."""
    return _those(cast["organization"].isin(TEAMS["Early Years"]) & (cast["sector"] != "Health"))


def _plant_story(ground: Ground, cast: pd.DataFrame) -> None:
    """Plant what the measures should find; a pair belongs to the first line that speaks of it."""
    answered = cast["answered"].str.startswith(("both", "second"))
    school, health = cast["sector"] == "Schools", cast["sector"] == "Health"
    schools, silent_schools = _those(school & answered), _those(school & ~answered)
    clinics, silent_clinics = _those(health & answered), _those(health & ~answered)
    backbone, library = (_those(cast["organization"] == name) for name in (BACKBONE, LIBRARY))
    spokes, early = _those(cast["part"] == "spoke"), _early_years(cast)
    attendance = _those(cast["works_on"] == "attendance")
    nonprofit = (cast["sector"] == "Nonprofits") & (cast["part"] == "")
    small, large = (_those(nonprofit & (cast["size"] == size)) for size in ("small", "large"))

    # eight reach others only through the backbone
    ground.plant(spokes, backbone, both=6, forth=2)
    ground.plant(spokes, np.arange(len(cast)))
    # nine share attendance and hardly tie; none of their ties is one of Early Years to health
    ground.plant(np.intersect1d(attendance, early), np.intersect1d(attendance, _those(health)))
    ground.plant(attendance, attendance, both=1, forth=1)
    # schools: 29 of 49 dyads among themselves, 3 of 56 to health and 2 of 48 back
    ground.plant(schools, schools, both=10, forth=5)
    ground.plant(schools, silent_schools, both=2, forth=2, back=1)
    ground.plant(schools, clinics, both=1, forth=1, back=1)
    ground.plant(schools, silent_clinics, forth=1)
    ground.plant(silent_schools, _those(health))
    # the library between schools and health
    ground.plant(library, schools, both=6)
    ground.plant(library, clinics, both=5)
    ground.plant(library, np.r_[silent_schools, silent_clinics[:1]], both=2)
    # small nonprofits name large ones: 13 ties, one returned
    ground.plant(small, large, both=1, forth=12)
    # the backbone knows most
    ground.plant(backbone, _those(answered), both=16, forth=2, back=7)
    ground.plant(backbone, _those(~answered), both=5, forth=2, back=2)
    # Early Years to health: 24 ties, 6 of them the library's
    ground.plant(early, clinics, both=6, forth=8, back=3)
    ground.plant(early, silent_clinics, both=2, forth=2)


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


def _fill(ground: Ground, sends: Flags, among: Ints, both: int, by_one: int) -> None:
    """Plant as many more pairs within a set as the stated numbers require."""
    planted_both, planted_by_one = ground.counts(among)
    ground.plant_where(sends, both - planted_both, by_one - planted_by_one)


def _earlier(cast: pd.DataFrame, ground: Ground, free: Flags, rng: np.random.Generator) -> Flags:
    """The first wave: as many ties of the panel, others in part; whoever then fell silent had many."""
    listed = ~cast["answered"].str.endswith("joined").to_numpy()
    panel, first = ((cast["answered"] == when).to_numpy() for when in ("both", "first"))
    earlier = ground.ties & np.outer(listed, listed)
    of_panel, of_first = np.outer(panel, listed), np.outer(first, listed)
    doubled = np.zeros_like(free)
    doubled[np.ix_(_early_years(cast), _those(cast["sector"] == "Health"))] = True

    def flip(dyads: Flags, count: int) -> None:
        senders, receivers = np.nonzero(dyads)
        chosen = pick(ground.affinity[senders, receivers], count, rng)
        earlier[senders[chosen], receivers[chosen]] ^= True

    others = of_panel & free & ~doubled
    flip(earlier & of_panel & doubled, EARLY_GAINED)
    flip(others & ground.ties, GAINED)
    flip(others & ~ground.ties, GAINED + EARLY_GAINED)
    flip(of_first & free & ~earlier, FIRST_ONLY - int(earlier[first].sum()))
    return earlier
