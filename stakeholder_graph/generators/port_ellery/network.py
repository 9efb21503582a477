"""Who works with whom and who refers people to whom, with the story planted."""

import numpy as np
import pandas as pd

from stakeholder_graph.frames.arrays import Flags, Floats, Ints
from stakeholder_graph.generators.exact_draws import grade, pick
from stakeholder_graph.generators.port_ellery.cast import BACKBONE, BRIDGE

#: Shares of the steps among ties, the weakest first.
LEVELS = (0.24, 0.28, 0.24, 0.15, 0.09)
OFTEN = (0.3, 0.4, 0.3)
TRUST = (0.04, 0.08, 0.24, 0.38, 0.26)


def _of(cast: pd.DataFrame, column: str, value: str) -> Ints:
    return np.flatnonzero((cast[column] == value).to_numpy())


def collaboration(cast: pd.DataFrame, rng: np.random.Generator) -> Flags:
    """Draw who works with whom; senders in rows.

    Parameters
    ----------
    cast : DataFrame
        As `cast.organizations` gives it.
    rng : numpy.random.Generator

    Returns
    -------
    array of bool, shape (n, n)
    """
    n = len(cast)
    hospitals, shelters = _of(cast, "sector", "Hospitals"), _of(cast, "sector", "Housing and shelters")
    spokes, homes = _of(cast, "part", "spoke"), _of(cast, "works_on", "A stable home")
    backbone, bridge = _of(cast, "organization", BACKBONE), _of(cast, "organization", BRIDGE)
    ties = np.zeros((n, n), dtype=np.bool_)
    free = ~np.eye(n, dtype=np.bool_)

    def plant(first: Ints, second: Ints, both: int = 0, forth: int = 0) -> None:
        """Tie so many of the free pairs of two sets, and leave the others untied."""
        asked = np.zeros_like(free)
        asked[np.ix_(first, second)] = True
        asked &= free & ~np.tril(asked.T)
        senders, receivers = np.nonzero(asked)
        chosen = pick(np.ones(len(senders)), both + forth, rng)
        ties[senders[chosen], receivers[chosen]] = True
        ties[receivers[chosen[:both]], senders[chosen[:both]]] = True
        free[senders, receivers] = free[receivers, senders] = False

    plant(spokes, backbone, both=3)
    plant(spokes, np.arange(n))
    plant(hospitals, hospitals, both=6)
    plant(bridge, np.r_[hospitals, shelters], both=9)
    plant(hospitals, shelters)
    plant(homes, homes, both=4, forth=2)
    plant(backbone, np.arange(n), both=18, forth=5)
    senders, receivers = np.nonzero(np.triu(free, 1))
    weight = _affinity(cast, rng)[senders, receivers]
    chosen = pick(weight, round(0.17 * len(senders)), rng)
    ties[senders[chosen], receivers[chosen]] = True
    returned = chosen[rng.random(len(chosen)) < 0.6]
    ties[receivers[returned], senders[returned]] = True
    return ties


def referrals(cast: pd.DataFrame, rng: np.random.Generator) -> Flags:
    """Draw who refers people to whom: hospitals to shelters, which refer nobody back; clinics around them all.

    Parameters
    ----------
    cast : DataFrame
        As `cast.organizations` gives it.
    rng : numpy.random.Generator

    Returns
    -------
    array of bool, shape (n, n)
    """
    n = len(cast)
    ties = np.zeros((n, n), dtype=np.bool_)
    flows = (
        ("Hospitals", "Housing and shelters", 0.7),
        ("Housing and shelters", "Hospitals", 0.0),
        ("Hospitals", "Clinics", 0.5),
        ("Clinics", "Hospitals", 0.35),
        ("Clinics", "Behavioral health", 0.3),
        ("Behavioral health", "Clinics", 0.15),
        ("Clinics", "Social services", 0.3),
        ("Social services", "Clinics", 0.25),
        ("Social services", "Housing and shelters", 0.35),
        ("Housing and shelters", "Social services", 0.35),
        ("Government", "Housing and shelters", 0.35),
        ("Government", "Social services", 0.3),
        ("Houses of worship", "Social services", 0.25),
    )
    for source, target, share in flows:
        block = np.ix_(_of(cast, "sector", source), _of(cast, "sector", target))
        ties[block] = rng.random(ties[block].shape) < share
    bridge = _of(cast, "organization", BRIDGE)
    ties[bridge, _of(cast, "sector", "Housing and shelters")] = True
    return ties


def _affinity(cast: pd.DataFrame, rng: np.random.Generator) -> Floats:
    size = cast["size"].map({"large": 1.3, "medium": 1.0, "small": 0.8}).to_numpy(np.float64)
    weight = np.outer(size, size) * np.exp(0.4 * rng.standard_normal((len(cast), len(cast))))
    for attribute, factor in (("sector", 1.5), ("place", 1.4), ("works_on", 1.3)):
        same = cast[attribute].to_numpy()[:, None] == cast[attribute].to_numpy()[None, :]
        weight = np.where(same, factor * weight, weight)
    return np.asarray(weight)


def reports(cast: pd.DataFrame, together: Flags, referred: Flags, rng: np.random.Generator) -> pd.DataFrame:
    """Give the ties that those who answered report: how they work together, refer people, and trust partners.

    Parameters
    ----------
    cast : DataFrame
        As `cast.organizations` gives it.
    together, referred : array of bool, shape (n, n)
        The ties there are.
    rng : numpy.random.Generator

    Returns
    -------
    DataFrame
        The plain file ``ties``.
    """
    names, answered = cast["organization"].to_numpy(), (cast["answered"] == "yes").to_numpy()
    tables = []
    for layer, ties, shares in (
        ("collaboration", together, LEVELS),
        ("referral", referred, OFTEN),
        ("trust", together, TRUST),
    ):
        senders, receivers = np.nonzero(ties & answered[:, None])
        value = grade(rng.standard_normal(len(senders)), shares)
        rows = {"layer": layer, "from": names[senders], "to": names[receivers], "value": value}
        tables.append(pd.DataFrame(rows))
    return pd.concat(tables, ignore_index=True)
