"""Partnerships whose truth is known: ten kinds without structure and ten with one or two things planted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.special import expit
from scipy.stats import norm

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import LayerInfo, Wave

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Ints = NDArray[np.intp]

#: How much of what makes a tie likely is common to both directions of a pair.
TOGETHER = 0.5
OUTCOMES, TEAMS, ITEMS = 10, 4, 4
STEPS = ("no", "rather no", "neither", "rather yes", "yes")
#: How opinions of the agenda spread where nobody disagrees.
OPINIONS = (0.05, 0.1, 0.15, 0.4, 0.3)
#: The same within each of two camps.
IN_CAMP = (0.02, 0.04, 0.04, 0.45, 0.45)


@dataclass(frozen=True)
class Kind:
    """A kind of partnership: its size, who answers, and what is planted, in log-odds of a tie."""

    n: int = 46
    sectors: int = 6
    equal: bool = False
    density: float = 0.15
    #: Standard deviations of how active and how sought after organizations are, in log-odds.
    activity: float = 0.5
    popularity: float = 0.5
    directed: bool = True
    layers: int = 1
    silent: float = 0.0
    #: Whether the silent share differs between sectors, from none to twice the share.
    by_sector: bool = False
    limit: int = 0
    #: Of those of other sectors, the share that each organization was asked about.
    asked: float = 1.0
    #: How much likelier the members of the first sector are to name anybody.
    active: float = 0.0
    #: Whether a list says which share of the community each sector has; organizations are drawn from it.
    shares: bool = False
    unequal_outcomes: bool = False
    ratings: bool = False
    # What is planted.
    homophily: float = 0.0
    hole: float = 0.0
    apart: float = 0.0
    core: float = 0.0
    clusters: bool = False
    teams: float = 0.0
    avoid: float = 0.0
    camps: bool = False
    dependent: int = 0
    missing: bool = False


WITHOUT: Mapping[str, Kind] = {
    "15 organizations, everyone answers": Kind(15, 3, equal=True, density=0.25),
    "46 organizations, 30 % silent": Kind(46, 6, silent=0.3),
    "60 organizations, 40 % silent by sector": Kind(60, 5, silent=0.4, by_sector=True),
    "50 organizations, undirected": Kind(50, 6, equal=True, directed=False, silent=0.1),
    "40 organizations, two kinds of tie": Kind(40, 4, layers=2, silent=0.2, ratings=True),
    "40 organizations, at most five names": Kind(40, 5, limit=5, density=0.12),
    "60 organizations, one sector active": Kind(60, 6, active=1.2, shares=True),
    "60 organizations, hubs without a core": Kind(60, 7, activity=1.2, popularity=1.2, density=0.12, silent=0.1),
    "80 organizations, unequal outcomes, own rosters": Kind(80, 6, equal=True, unequal_outcomes=True, asked=0.5),
    "150 organizations, 20 % silent": Kind(150, 8, density=0.06, silent=0.2, shares=True, unequal_outcomes=True),
}
WITH: Mapping[str, Kind] = {
    "homophily, odds 2.5": Kind(46, 6, homophily=np.log(2.5)),
    "homophily, odds 2, 30 % silent; clusters of outcomes": Kind(60, 6, homophily=np.log(2), silent=0.3, clusters=True),
    "a hole of 1 where 18 are expected": Kind(60, 6, equal=True, density=0.18, hole=-3.2),
    "one who bridges two halves": Kind(46, 6, apart=-2.5, density=0.12),
    "core and periphery": Kind(60, 6, core=2.5, density=0.12, activity=0.2, popularity=0.2),
    "clusters of outcomes that ties go round, 20 % silent": Kind(60, 5, clusters=True, avoid=-2.5, silent=0.2),
    "teams that ties go with": Kind(50, 6, teams=1.5, unequal_outcomes=True),
    "two camps on the agenda, by sector; 20 % silent": Kind(46, 6, camps=True, ratings=True, silent=0.2),
    "eight who depend on the backbone": Kind(46, 5, dependent=8, density=0.15),
    "a sector missing; homophily, odds 3": Kind(40, 5, missing=True, homophily=np.log(3)),
}
KINDS: Mapping[str, Kind] = MappingProxyType({**WITHOUT, **WITH})


@dataclass(frozen=True, eq=False)
class Drawn:
    """A partnership as it was answered, the same with every answer, and what is true of it.

    Parameters
    ----------
    kind : Kind
        What was planted.
    known, everything : Partnership
        As answered, and with every answer.
    lean : array of shape (n, n)
        How much likelier than activity and popularity alone would have it one names the other, in log-odds.
    sector : array of int, shape (n,)
        Positions of sectors.
    together : mapping of str to array of bool, shape (n, n)
        Which pairs have something in common: ``sector``, ``team``, ``outcomes`` (at least half of them).
    """

    kind: Kind
    known: Partnership
    everything: Partnership
    lean: Floats
    sector: Ints
    together: Mapping[str, Flags] = field(default_factory=dict)


def draw(kind: Kind, seed: int) -> Drawn:
    """Draw a partnership of a kind.

    Examples
    --------
    >>> drawn = draw(WITHOUT["46 organizations, 30 % silent"], 0)
    >>> int(drawn.known.graph().answered.sum()), float(abs(drawn.lean).max())
    (32, 0.0)
    """
    rng = np.random.default_rng([seed, kind.n, 5])
    n = kind.n
    sector = _sectors(kind, rng)
    seats = rng.random((n, TEAMS)) < 0.3
    carries, cluster = _outcomes(kind, rng)
    lean, core = _lean(kind, sector, seats, cluster), rng.permutation(n) < n // 6
    if kind.core:
        # Beyond what activity alone would give: ties touch the core, so that those outside it have hardly any.
        lean = lean - kind.core * np.outer(~core, ~core)
    base = rng.normal(0, kind.activity, n)[:, None] + rng.normal(0, kind.popularity, n)
    base = base + kind.active * (sector == 0)[:, None]
    layers = [f"tie {i}" for i in range(1, kind.layers + 1)] if kind.layers > 1 else ["collaboration"]
    tied = {name: _ties(base + lean, kind, rng) for name in layers}
    if kind.dependent:
        _hang(tied[layers[0]], lean, kind.dependent)
    answered = ~_silent(kind, sector, rng)
    asked = (sector[:, None] == sector) | (rng.random((n, n)) < kind.asked)
    opinions = _opinions(kind, sector, rng)
    made = {
        full: _partnership(kind, tied, sector, seats, carries, opinions, answered | full, asked | full, rng, full)
        for full in (True, False)
    }
    shared = carries.astype(float) @ carries.T
    sizes = carries.sum(axis=1)
    together = {
        "sector": sector[:, None] == sector,
        "team": seats.astype(float) @ seats.T > 0,
        "outcomes": shared >= 0.5 * np.maximum(sizes[:, None] + sizes - shared, 1),
    }
    return Drawn(kind, made[False], made[True], lean, sector, together)


def _sectors(kind: Kind, rng: np.random.Generator) -> Ints:
    weights = np.ones(kind.sectors) if kind.equal else np.linspace(2, 1, kind.sectors)
    if kind.shares:
        sizes = rng.multinomial(kind.n, weights / weights.sum())
    else:
        sizes = np.diff(np.rint(np.append(0, np.cumsum(weights)) / weights.sum() * kind.n)).astype(int)
    return np.repeat(np.arange(kind.sectors), sizes).astype(np.intp)


def _outcomes(kind: Kind, rng: np.random.Generator) -> tuple[Flags, Ints]:
    draws = rng.random((kind.n, OUTCOMES))
    if kind.clusters:
        cluster = rng.permutation(np.arange(kind.n) % 3).astype(np.intp)
        own = cluster[:, None] == np.arange(OUTCOMES) % 3
        return draws < np.where(own, 0.85, 0.05), cluster
    popular = rng.uniform(0.05, 0.7, OUTCOMES) if kind.unequal_outcomes else np.full(OUTCOMES, 0.3)
    return draws < popular, np.full(kind.n, -1, dtype=np.intp)


def _lean(kind: Kind, sector: Ints, seats: Flags, cluster: Ints) -> Floats:
    n = kind.n
    lean = kind.homophily * (sector[:, None] == sector)
    lean = lean + kind.teams * (seats.astype(float) @ seats.T > 0)
    lean = lean + kind.avoid * ((cluster[:, None] == cluster) & (cluster[:, None] >= 0))
    pair = np.isin(sector, (0, 1))
    lean = lean + kind.hole * (np.outer(pair, pair) & (sector[:, None] != sector))
    if kind.apart:
        half = sector < kind.sectors // 2
        lean = lean + kind.apart * (half[:, None] != half)
        lean[0], lean[:, 0] = 1.5, 1.5
    result: Floats = lean * ~np.eye(n, dtype=bool)
    return result


def _ties(odds: Floats, kind: Kind, rng: np.random.Generator) -> Flags:
    """Ties of this density; both directions of a pair go together."""
    n = kind.n
    apart = ~np.eye(n, dtype=bool)
    low, high = -14.0, 8.0
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if expit(odds + middle)[apart].mean() < kind.density else (low, middle)
    both = np.triu(rng.standard_normal((n, n)), 1)
    own = rng.standard_normal((n, n))
    luck = norm.cdf(np.sqrt(TOGETHER) * (both + both.T) + np.sqrt(1 - TOGETHER) * own)
    tied: Flags = (luck < expit(odds + low)) & apart
    return tied if kind.directed else tied | tied.T


def _hang(tied: Flags, lean: Floats, count: int) -> None:
    """Let the last organizations be tied with the first, the backbone, and with nobody else."""
    tied[-count:], tied[:, -count:] = False, False
    tied[0, -count:], tied[-count:, 0] = True, True
    lean[-count:, 1:], lean[1:, -count:] = -5.0, -5.0


def _silent(kind: Kind, sector: Ints, rng: np.random.Generator) -> Flags:
    quiet = np.zeros(kind.n, dtype=bool)
    if not kind.by_sector:
        quiet[rng.permutation(kind.n)[: round(kind.silent * kind.n)]] = True
        return quiet
    shares = rng.permutation(np.linspace(0, 2 * kind.silent, kind.sectors))
    for code, share in enumerate(shares):
        members = rng.permutation(np.flatnonzero(sector == code))
        quiet[members[: round(share * len(members))]] = True
    return quiet


def _opinions(kind: Kind, sector: Ints, rng: np.random.Generator) -> Ints:
    """What each organization answers to each item of the agenda; on the first two sectors may stand apart."""
    agree = rng.choice(5, (kind.n, ITEMS), p=OPINIONS)
    if kind.camps:
        against = np.isin(sector, np.arange(kind.sectors // 2))
        agree[:, :2] = rng.choice(5, (kind.n, 2), p=IN_CAMP)
        agree[against, :2] = 4 - agree[against, :2]
    return agree.astype(np.intp) + 1


def _partnership(
    kind: Kind,
    tied: Mapping[str, Flags],
    sector: Ints,
    seats: Flags,
    carries: Flags,
    opinions: Ints,
    answered: Flags,
    asked: Flags,
    rng: np.random.Generator,
    full: bool,
) -> Partnership:
    names = np.array([f"Organization {i:03d}" for i in range(kind.n)], dtype=object)
    ties, roster, left = [], [], []
    for layer, there in tied.items():
        named = there & answered[:, None] & asked
        if not kind.directed:
            first = np.triu(np.ones_like(there)) | ~answered[None, :]
            named = named & (first | ~answered[None, :])
        if kind.limit and not full:
            order = np.argsort(np.where(named, rng.random(named.shape), 2.0), axis=1)[:, : kind.limit]
            kept = np.zeros_like(named)
            np.put_along_axis(kept, order, True, axis=1)
            named = named & kept
        ties.append(pd.DataFrame(names[np.argwhere(named)], columns=["from", "to"]).assign(layer=layer, value=1.0))
        roster.append(pd.DataFrame({"organization": names, "layer": layer, "answered": answered}))
        if kind.limit and not full:
            roster[-1]["limit"] = float(kind.limit)
        blank = np.argwhere(~asked & answered[:, None])
        left.append(pd.DataFrame(names[blank], columns=["from", "to"]).assign(layer=layer, observed=False))
    of_team, of_outcome = np.argwhere(seats), np.argwhere(carries & answered[:, None])
    label = [f"Sector {g + 1}" for g in sector]
    frames = {
        "organizations": pd.DataFrame(
            {"organization": names, "sector": label, "role": np.where(np.arange(kind.n) == 0, "backbone", "")}
        ),
        "ties": pd.concat(ties),
        "asked": pd.concat(roster),
        "exceptions": pd.concat(left),
        "affiliations": pd.concat(
            [_affiliations(names, of_team, "team", "Team"), _affiliations(names, of_outcome, "outcome", "Outcome")]
        ),
    }
    lists = {"items": pd.DataFrame({"kind": "outcome", "item": [f"Outcome {i + 1}" for i in range(OUTCOMES)]})}
    if kind.ratings:
        who, item = np.nonzero(np.broadcast_to(answered[:, None], opinions.shape))
        values = opinions[who, item].astype(float)
        frames["ratings"] = pd.DataFrame(
            {"organization": names[who], "item": [f"Item {i + 1}" for i in item], "value": values}
        )
        agenda = pd.DataFrame({"kind": "agenda", "item": [f"Item {i + 1}" for i in range(ITEMS)]})
        lists["items"] = pd.concat([lists["items"], agenda])
        lists["steps"] = pd.concat(
            [pd.DataFrame({"item": item, "value": range(1, 6), "name": STEPS}) for item in agenda["item"]]
        )
    lists["items"] = lists["items"].assign(outcome="", scale="", steering=False, public=False)
    sectors = [f"Sector {g + 1}" for g in range(kind.sectors + kind.missing)]
    weights = np.linspace(2, 1, kind.sectors)
    share = weights / weights.sum() if kind.shares else np.full(len(sectors), np.nan)
    lists["sectors"] = pd.DataFrame({"list": "ours", "sector": sectors, "share": share})
    infos = {name: LayerInfo(name) for name in tied}
    graph = PartnerGraph(Wave("1"), infos, frames, directed=kind.directed)
    return Partnership("Drawn", {"1": graph}, lists)


def _affiliations(names: NDArray[np.object_], seats: Ints, kind: str, called: str) -> pd.DataFrame:
    items = [f"{called} {item + 1}" for item in seats[:, 1]]
    return pd.DataFrame({"organization": names[seats[:, 0]], "kind": kind, "item": items})
