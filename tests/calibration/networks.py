"""Networks whose truth is known, and who of them does not answer."""

from dataclasses import replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.graph.observed import Observed

#: Who is likelier not to answer: anyone, those with many ties, those with few, those who name few.
Leaning = Literal["at random", "connected", "unconnected", "inactive"]


def layer_of(tied: NDArray[np.bool_], sector: NDArray[np.intp], *, directed: bool = True) -> Layer:
    """A fully answered layer with these ties; an undirected one gets those that either end would name."""
    n = len(tied)
    tied = (tied if directed else tied | tied.T) & ~np.eye(n, dtype=bool)
    return Layer(
        name="collaboration",
        wave="1",
        organizations=tuple(f"Organization {i:03d}" for i in range(n)),
        sectors=tuple(f"Sector {g}" for g in range(int(sector.max()) + 1)),
        sector_codes=sector.astype(np.intp),
        strength=csr_array(tied.astype(float)),
        observed=Observed.all_of(n),
        ties="reported" if directed else None,
        pairing=None if directed else "one end",
    )


def network(
    rng: np.random.Generator,
    *,
    n: int | None = None,
    places: float = 0.0,
    silos: float | None = None,
    sector: NDArray[np.intp] | None = None,
    density: tuple[float, float] = (0.1, 0.25),
    hubs: int = 0,
    active: bool = False,
) -> tuple[NDArray[np.bool_], NDArray[np.intp]]:
    """Ties and sectors of a network from the p2 model, with parameters drawn too.

    40 to 80 organizations in 6 to 8 sectors of unequal size, density about .1 to .25, homophily, reciprocity,
    unequal activity and popularity that go together.

    Parameters
    ----------
    rng : Generator
    n : int, optional
        Organizations.
    places : float
        How much likelier ties are within one of four places, in log-odds: clustering that no model here knows of.
    silos : float, optional
        How much likelier ties are within a sector, in log-odds, with all pairs of sectors else alike; 0 for a network
        in which sectors play no part. Drawn from .4 to 1.4, with differences between pairs, unless given.
    sector : ndarray of int, shape (n,), optional
        The sectors, if they are not to be drawn.
    density : tuple of float
        Between what the density is drawn.
    hubs : int
        How many organizations name others, and are named, with odds twelve times as high.
    active : bool
        Whether members of the first sector name others, whichever, with odds four times as high, and are named with
        odds twice as high: activity without homophily.

    References
    ----------
    van Duijn, M. A. J., Snijders, T. A. B., & Zijlstra, B. J. H. (2004). p2: a random effects model with covariates for
    directed graphs. Statistica Neerlandica, 58(2), 234-254.
    """
    n = int(rng.integers(40, 81)) if n is None else n
    sector = _sectors(rng, n) if sector is None else sector
    sectors = int(sector.max()) + 1
    together = rng.uniform(0.0, 0.6)
    effects = rng.multivariate_normal([0, 0], [[1, together], [together, 1]], n) * rng.uniform(0.4, 0.9, 2)
    pairs = rng.normal(0, 0.4, (sectors, sectors))[np.ix_(sector, sector)]
    effects[:hubs] += np.log(12)
    if active:
        effects[sector == 0] += np.log([4, 2])
    place = rng.integers(4, size=n)
    sectors_matter = pairs + rng.uniform(0.4, 1.4) * (sector[:, None] == sector)
    if silos is not None:
        sectors_matter = silos * (sector[:, None] == sector)
    base = effects[:, :1] + effects[:, 1] + sectors_matter
    base = base + places * (place[:, None] == place)
    mutual, dense = rng.uniform(0.8, 2.0), rng.uniform(*density)
    low, high = -12.0, 6.0
    for _ in range(40):
        middle = (low + high) / 2
        none, one, other, both = _states(base + middle, mutual)
        if ((one + both) / (none + one + other + both)).sum() / (n * (n - 1)) < dense:
            low = middle
        else:
            high = middle
    weights = np.cumsum(np.stack(_states(base + low, mutual)), axis=0)
    state = (rng.random((n, n)) * weights[-1] > weights).sum(axis=0)
    upper = np.triu(np.ones((n, n), dtype=bool), 1)
    tied = (((state == 1) | (state == 3)) & upper) | (((state == 2) | (state == 3)) & upper).T
    return tied, sector


def _sectors(rng: np.random.Generator, n: int) -> NDArray[np.intp]:
    """6 to 8 sectors of three organizations at least."""
    sectors = int(rng.integers(6, 9))
    every = np.repeat(np.arange(sectors), 3)
    more = rng.choice(sectors, n - 3 * sectors, p=rng.dirichlet(np.full(sectors, 4.0)))
    return rng.permutation(np.append(every, more))


def _states(odds: NDArray[np.float64], mutual: float) -> tuple[NDArray[np.float64], ...]:
    """Weights of none, i to j, j to i, both, for each ordered pair."""
    forth = np.exp(odds - np.diag(np.full(len(odds), np.inf)))
    return np.ones_like(forth), forth, forth.T, forth * forth.T * np.exp(mutual)


def silent(
    tied: NDArray[np.bool_], share: float, rng: np.random.Generator, *, leaning: Leaning = "at random"
) -> NDArray[np.bool_]:
    """Who does not answer: a share; where they are not at random, a standard deviation of degree is 1 in log-odds."""
    sent, received = tied.sum(axis=1), tied.sum(axis=0)
    by = {"at random": 0 * sent, "connected": sent + received, "unconnected": -sent - received, "inactive": -sent}
    degree = by[leaning]
    drawn = (degree - degree.mean()) / max(float(degree.std()), 1e-9) + rng.gumbel(size=len(tied))
    return np.argsort(np.argsort(-drawn)) < round(share * len(tied))


def limited(layer: Layer, names: int, rng: np.random.Generator) -> Layer:
    """The layer as answered where nobody may name more than so many: who names as many leaves the others open."""
    tied = layer.adjacency.toarray() > 0
    n = layer.n
    order = np.argsort(np.where(tied, rng.random((n, n)), 2.0), axis=1)
    named = np.zeros_like(tied)
    np.put_along_axis(named, order[:, :names], True, axis=1)
    named &= tied
    full = named.sum(axis=1) >= names
    left = csr_array(full[:, None] & ~named & ~np.eye(n, dtype=bool))
    rosters = np.ones((n, 1), dtype=bool)
    observed = Observed(np.zeros(n, dtype=np.intp), rosters, csr_array((n, n), dtype=bool), left)
    return replace(layer, strength=csr_array(named.astype(float)), observed=observed)


def asked_about_their_own(layer: Layer, share: float, rng: np.random.Generator) -> Layer:
    """The layer as answered where each is asked about all of its own sector and about a share of the others."""
    n = layer.n
    apart = ~np.eye(n, dtype=bool)
    same = layer.sector_codes[:, None] == layer.sector_codes
    asked = (same | (rng.random((n, n)) < share)) & apart
    tied = (layer.adjacency.toarray() > 0) & asked
    rosters, none = np.ones((n, 1), dtype=bool), csr_array((n, n), dtype=bool)
    observed = Observed(np.zeros(n, dtype=np.intp), rosters, none, csr_array(~asked & apart))
    return replace(layer, strength=csr_array(tied.astype(float)), observed=observed)
