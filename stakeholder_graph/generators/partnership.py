"""A partnership of any size with planted structure, as plain files and with the truth behind them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from stakeholder_graph.frames.arrays import Flags, Floats, Ints
from stakeholder_graph.generators.exact_draws import grade
from stakeholder_graph.generators.outcomes import profiles
from stakeholder_graph.generators.response import Silent, answering
from stakeholder_graph.generators.ties import Traits, tie, turn_over

#: Levels of collaboration, from networking to collaboration, and their shares among the ties.
LEVELS = (0.25, 0.27, 0.24, 0.15, 0.09)

SETTINGS = """\
# Invented: no such partnership exists.
name = "Invented partnership"
invented = true

[layers.collaboration]
scale = ["none", "networking", "cooperation", "coordination", "coalition", "collaboration"]
promise = "named"
"""


@dataclass(frozen=True, eq=False)
class Invented:
    """Plain files, and the truth that a survey would not show.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        By name of the plain file.
    truth : mapping of str to csr_array of shape (n, n)
        For each wave the collaboration ties there are, reported or not, in the order of
        ``tables["organizations"]``.
    clusters : array of int, shape (n,)
        The planted cluster of outcomes, -1 for none.
    settings : str
        Text of ``partnership.toml``.
    """

    tables: Mapping[str, pd.DataFrame]
    truth: Mapping[str, csr_array]
    clusters: Ints
    settings: str = ""


def invent(
    n: int = 60,
    sectors: int | Sequence[int] = 7,
    *,
    density: float = 0.18,
    within: float | None = 0.3,
    reciprocity: float = 0.6,
    activity: float = 0.5,
    popularity: float = 0.5,
    response: float | Mapping[str, float] = 1.0,
    silent: Silent = "random",
    outcomes: int = 8,
    clusters: int = 4,
    waves: int = 1,
    turnover: float = 0.2,
    seed: int | np.random.SeedSequence = 0,
) -> Invented:
    """Invent a partnership.

    Network, answers, response and outcomes have random streams of their own: another `response` leaves
    the truth as it is. Time and memory grow with the number of ties.

    Parameters
    ----------
    n : int
        Organizations, at least 1.
    sectors : int or sequence of int
        Number of sectors, the largest about twice the smallest, or their sizes, which add up to `n`.
    density : float
        Ties over ordered pairs.
    within : float or None
        Share of ties inside a sector; None for no homophily at all.
    reciprocity : float
        Share of ties that are returned.
    activity, popularity : float
        Standard deviation of log odds among senders and among receivers; 0 for all alike.
    response : float or mapping of str to float
        Share that answers, of all or by sector; a sector not mentioned answers in full. Counts are exact.
    silent : {"random", "connected", "unconnected", "inactive"}
        Who is likelier not to answer.
    outcomes : int
        Outcomes to carry.
    clusters : int
        Planted clusters of organizations by outcomes; 0 for none.
    waves : int
        Waves, named ``"1"``, ``"2"`` and so on.
    turnover : float
        Share of tied pairs that are others in the next wave.
    seed : int or SeedSequence

    Returns
    -------
    Invented

    Raises
    ------
    ValueError
        If there are not enough pairs for what is asked.

    Examples
    --------
    >>> made = invent(40, 4, density=0.1, within=0.5, response=0.75, seed=7)
    >>> made.truth["1"].sum(), len(made.tables["ties"]) < 156
    (np.int64(156), True)
    >>> made.tables["asked"]["answered"].value_counts().to_dict()
    {'yes': 30, 'no': 10}
    """
    given = seed if isinstance(seed, np.random.SeedSequence) else np.random.SeedSequence(seed)
    root = np.random.SeedSequence(given.entropy, spawn_key=given.spawn_key)  # spawning changes its parent
    for_traits, for_outcomes, *for_waves = (np.random.default_rng(child) for child in root.spawn(2 + 3 * waves))
    group = _sectors(n, sectors)
    traits = Traits(
        group,
        np.exp(activity * for_traits.standard_normal(n)),
        np.exp(popularity * for_traits.standard_normal(n)),
    )
    names = np.array([f"Organization {i:0{len(str(n))}d}" for i in range(1, n + 1)], dtype=object)
    labels = np.array([f"Sector {g}" for g in range(1, int(group.max()) + 2)], dtype=object)
    if isinstance(response, Mapping):
        strata, share = group, np.array([response.get(label, 1.0) for label in labels])
    else:
        strata, share = np.zeros_like(group), np.array([response])

    carries, cluster = profiles(n, outcomes, clusters, for_outcomes)
    truth: dict[str, csr_array] = {}
    reports, rosters, carriers = [], [], []
    pairs = None
    for wave in range(waves):
        for_ties, for_answers, for_silence = for_waves[3 * wave : 3 * wave + 3]
        if pairs is None:
            pairs = tie(traits, round(density * n * (n - 1)), within, reciprocity, for_ties)
        else:
            pairs = turn_over(traits, pairs, turnover, for_ties)
        name = str(wave + 1)
        truth[name] = pairs.adjacency(n)
        answers = answering(truth[name], strata, share, silent, for_silence)
        reports.append(_reports(truth[name], names, answers, for_answers).assign(wave=name))
        rosters.append(pd.DataFrame({"organization": names, "wave": name, "answered": np.where(answers, "yes", "no")}))
        carriers.append(_carriers(carries & answers[:, None], names).assign(wave=name))

    tables = {
        "organizations": pd.DataFrame({"organization": names, "sector": labels[group]}),
        "ties": pd.concat(reports, ignore_index=True),
        "asked": pd.concat(rosters, ignore_index=True),
        "affiliations": pd.concat(carriers, ignore_index=True),
        "items": pd.DataFrame({"kind": "outcome", "item": [f"Outcome {i}" for i in range(1, outcomes + 1)]}),
    }
    return Invented(MappingProxyType(tables), MappingProxyType(truth), cluster, SETTINGS)


def _sectors(n: int, sectors: int | Sequence[int]) -> Ints:
    """The sector of each organization."""
    if not isinstance(sectors, int):
        if sum(sectors) != n:
            raise ValueError(f"sizes of sectors add up to {sum(sectors)}, not to {n}")
        return np.repeat(np.arange(len(sectors)), sectors)
    weights: Floats = np.linspace(2.0, 1.0, sectors)
    edges = np.rint(np.cumsum(weights) / weights.sum() * n)
    return np.searchsorted(edges, np.arange(n), side="right").astype(np.int64)


def _reports(ties: csr_array, names: np.ndarray, answers: Flags, rng: np.random.Generator) -> pd.DataFrame:
    """The ties of those who answered; the two sides of a pair tend to report a similar level."""
    coordinates = ties.tocoo()
    senders, receivers = coordinates.coords
    strength = rng.standard_normal(len(names))
    latent = strength[senders] + strength[receivers] + rng.standard_normal(len(senders))
    value = grade(latent, LEVELS)
    seen = answers[senders]
    return pd.DataFrame(
        {
            "from": names[senders[seen]],
            "to": names[receivers[seen]],
            "layer": "collaboration",
            "value": value[seen],
        }
    )


def _carriers(carries: Flags, names: np.ndarray) -> pd.DataFrame:
    organization, outcome = np.nonzero(carries)
    return pd.DataFrame(
        {
            "organization": names[organization],
            "kind": "outcome",
            "item": np.array([f"Outcome {i}" for i in range(1, carries.shape[1] + 1)], dtype=object)[outcome],
        }
    )
